"""The handbook is complete: every key, command, option, name and message is explained in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import click
import pytest
import yaml
from markdown.extensions.toc import slugify_unicode

from familiegroepsplan.blok import BlokKop, VertalingKop
from familiegroepsplan.checks import all_rules
from familiegroepsplan.cli import OPDRACHTEN, opdracht
from familiegroepsplan.deel import part_description, part_names
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.handboek.bladen import REST, START, read_groepen
from familiegroepsplan.naslag import made_files
from familiegroepsplan.project import Project
from familiegroepsplan.screen.regel import Regel as ScreenRegel
from familiegroepsplan.taal import TAALCODES
from familiegroepsplan.waarde import WAARDEN
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "familiegroepsplan"


def handbook(name: str) -> str:
    return (ROOT / "handboek" / name).read_text("utf-8")


def test_what_is_made_from_the_models_is_up_to_date(project: Project) -> None:
    stale = [path.name for path, text in made_files(project).items() if path.read_text("utf-8") != text]
    assert stale == [], "draai: make naslag"


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_every_command_and_option_is_explained(name: str) -> None:
    text = handbook("opdrachten.md")
    section = text.split(f"## fgp {name}\n", 1)[1].split("\n## ", 1)[0]
    for parameter in opdracht(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in section, parameter.opts[0]


def pages() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((ROOT / "handboek").glob("*.md"))}


def code_in(text: str) -> Iterator[str]:
    """Every line of code in a page: fenced, and between backticks."""
    fenced = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    yield from (line.strip() for block in fenced for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", without_fences(text))


def without_fences(text: str) -> str:
    return re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL)


def options(name: str) -> set[str]:
    return {option for parameter in opdracht(name).params for option in parameter.opts if option.startswith("--")}


def wrong_commands(text: str) -> list[str]:
    """Commands and options that do not exist, or not together."""
    found = [name for name in re.findall(r"\bfgp ([a-z]+)", text) if name not in OPDRACHTEN]
    every = {"--help"}.union(*map(options, OPDRACHTEN))
    for line in code_in(text):
        for part in re.split(r"&&|;", line):
            if re.match(r"(python3?|pipx?|make|mkdocs|nginx) ", part.strip()):
                continue
            named = re.match(r"(?:\$ )?fgp ([a-z]+)", part.strip())
            known = options(named[1]) | {"--help"} if named and named[1] in OPDRACHTEN else every
            found += [
                f"{part.strip()}: {one}" for one in re.findall(r"(?<!\S)--[a-z][a-z-]*", part) if one not in known
            ]
    return found


def test_every_command_and_option_in_the_handbook_exists() -> None:
    texts = pages() | {"../README.md": (ROOT / "README.md").read_text("utf-8")}
    assert {name: wrong for name, text in texts.items() if (wrong := wrong_commands(text))} == {}


@pytest.mark.parametrize(
    "planted",
    ["Geef `fgp bouw`.", "Geef `fgp serve --press`.", "Kies `--alle`.", "```sh\nfgp check utrecht --strenge\n```"],
)
def test_a_command_that_does_not_exist_is_seen(planted: str) -> None:
    assert wrong_commands(planted)
    assert not wrong_commands("Geef `fgp flyers utrecht --press`, of `--all`.\n\n```sh\nfgp check --streng\n```")


def keys_of(schema: dict[str, Any]) -> Iterator[str]:
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {})


def test_every_key_of_a_municipality_is_explained() -> None:
    text = handbook("sleutels.md")
    keys = set(keys_of(json_schema()))
    assert len(keys) > 40
    assert [key for key in keys if f"`{key}`" not in text and f".{key}`" not in text] == []


def unknown_keys(text: str) -> list[str]:
    """Keys in examples and between backticks that no file of the project can have."""
    schema = json_schema()
    known = {*keys_of(schema), *BlokKop.model_fields, *VertalingKop.model_fields, *ScreenRegel.model_fields}
    found = [line for line in code_in(text) if re.fullmatch(r"[a-z]+(_[a-z]+)+", line) and line not in known]
    dotted = [line for line in code_in(text) if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", line)]
    for line in dotted:
        path = line.split(".")
        if path[0] in schema["properties"] and path[-1] not in {"yml", "md"}:
            found += [line] if not set(path) <= known else []
        elif path[0] in {"gemeente", "site"} and path[-1] not in {"yml", "md"}:
            found += [line] if line not in WAARDEN else []
    for block in re.findall(r"^ *```yaml\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        found += [key for key in keys_in(yaml.load(dedent(block), yaml.BaseLoader)) if key not in known | {*TAALCODES}]
    return found


def keys_in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from () if key in FREE else keys_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys_in(value)


FREE = ("doorverwijzingen", "blokken", "aanvullingen")
"""Groups in which the reader chooses the keys."""


def test_every_key_in_the_handbook_exists() -> None:
    assert {name: wrong for name, text in pages().items() if (wrong := unknown_keys(text))} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "Vul `gecontroleerd_bij` in.",
        "Zie `huisstijl.kleuren`.",
        "Zie `gemeente.nam`.",
        "```yaml\ntoegang:\n  nam: x\n```",
    ],
)
def test_a_key_that_does_not_exist_is_seen(planted: str) -> None:
    assert unknown_keys(planted)
    assert not unknown_keys("Vul `site_url` in en `huisstijl.kleur`.\n\n```yaml\ntoegang:\n  naam: {nl: x}\n```")


def explained(text: str) -> set[str]:
    """The messages of the reference page: each has a rule, and says what to do."""
    entry = r"^### ([\w-]+)\n\n(?:Fout|Waarschuwing)\. Voor .+\.\n\n- \*\*Regel:\*\* .+\n- \*\*Wat u doet:\*\* .+\."
    return set(re.findall(entry, text, re.MULTILINE))


def unknown_messages(text: str) -> list[str]:
    """Messages that are named as `[name]`, or linked to, and that are not there."""
    named = [line[1:-1] for line in code_in(text) if re.fullmatch(r"\[[a-z]+(-[a-z]+)+\]", line)]
    return [name for name in (*named, *re.findall(r"controles\.md#([\w-]+)", text)) if name not in all_rules()]


def test_every_message_is_explained_and_every_explained_message_exists() -> None:
    text = handbook("controles.md")
    rules = set(all_rules())
    assert explained(text) == rules
    used = {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert rules <= used
    one = min(rules)
    assert explained(text.replace(f"### {one}\n", f"### {one}x\n")) != rules
    assert explained(text.replace("- **Wat u doet:** ", "- ", 1)) != rules


def test_every_message_in_the_handbook_exists() -> None:
    assert {name: wrong for name, text in pages().items() if (wrong := unknown_messages(text))} == {}
    assert unknown_messages("Er staat `[bron-weg]`.") == ["bron-weg"]
    assert unknown_messages("[x](controles.md#bron-weg)") == ["bron-weg"]


def test_every_name_an_author_may_write_is_explained(project: Project) -> None:
    text = handbook("namen.md")
    assert [name for name in WAARDEN if f"`{{{{ {name} }}}}`" not in text] == []
    for name in part_names(project.delen):
        description = part_description(project.delen, name)
        assert f"| `{{{{ deel: {name} }}}}` | {description} |" in text
        assert description.endswith("."), name


def anchors(text: str) -> set[str]:
    """The ids of the headings of a page, as GitHub and our own pages make them."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {slugify_unicode(re.sub(r"[`*]", "", heading), "-") for heading in headings}


def dead_links(page: Path, text: str) -> list[str]:
    found = []
    for target, anchor in re.findall(
        r"(?<!\\)\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", re.sub(r"`[^`]*`", "", text)
    ):
        path = page.parent / target if target else page
        if not path.exists() or (anchor and anchor not in anchors(text if path == page else path.read_text("utf-8"))):
            found.append(f"{page.name}: {target}#{anchor}")
    return found


def test_links_between_the_pages_of_the_handbook_lead_somewhere() -> None:
    for page in (*(ROOT / "handboek").glob("*.md"), ROOT / "README.md", ROOT / "ARCHITECTURE.md"):
        assert dead_links(page, page.read_text("utf-8")) == []
    page = ROOT / "handboek" / "README.md"
    for planted in (
        "[x](bestaat-niet.md)",
        "[x](teksten.md#bestaat-niet)",
        "[x](#bestaat-niet)",
        "![x](beeld/weg.png)",
    ):
        assert len(dead_links(page, planted)) == 1


def test_every_picture_of_the_handbook_is_made_by_a_script_and_used() -> None:
    used = {name for text in pages().values() for name in re.findall(r"\(beeld/([\w-]+)\.png\)", text)}
    scripts = "".join((ROOT / "tools" / name).read_text("utf-8") for name in ("beelden.py", "handboekbeelden.py"))
    assert len(used) > 8
    assert [name for name in used if f'"{name}"' not in scripts and f'"{name}.png"' not in scripts] == []
    there = {path.stem for path in (ROOT / "handboek" / "beeld").glob("*.png")}
    assert there == used | set(re.findall(r"beeld/([\w-]+)\.png", (ROOT / "README.md").read_text("utf-8")))


def test_every_page_stands_in_the_menu_also_a_new_one(tmp_path: Path) -> None:
    there = {path.name for path in (ROOT / "handboek").glob("*.md")} - {START}
    groepen = read_groepen(ROOT / "handboek")
    assert {blad.bestand for groep in groepen for blad in groep.bladen} == there
    (tmp_path / "teksten.md").write_text("# Een tekst\n")
    (tmp_path / "nieuw.md").write_text("<!-- gemaakt -->\n\n# Iets nieuws\n")
    assert [(groep.naam, groep.bladen[0].titel) for groep in read_groepen(tmp_path)] == [
        ("Teksten en gegevens", "Een tekst"),
        (REST, "Iets nieuws"),
    ]


TASKS = (
    "beginnen",
    "gemeente",
    "teksten",
    "aanbieder",
    "verordening",
    "vertalen",
    "publiceren",
    "bestellen",
    "meldingen",
)


@pytest.mark.parametrize("name", TASKS)
def test_a_task_says_when_what_is_needed_and_what_to_do(name: str) -> None:
    text = handbook(f"{name}.md")
    assert "**Wanneer:** " in text and "**Wat u nodig hebt:** " in text
    assert re.search(r"^1\. ", text, re.MULTILINE)
    assert f"]({name}.md)" in handbook(START)


def test_the_project_stands_alone() -> None:
    words = ("../shared", "/work/", "content-map", "helper-")
    folders = (SOURCE, ROOT / "handboek", ROOT / "content", ROOT / "docs", ROOT / "overrides", ROOT / "hooks")
    for path in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", *(p for folder in folders for p in folder.rglob("*"))):
        if path.is_file() and path.suffix in {".py", ".md", ".yml", ".html", ".css", ".js", ".json"}:
            text = path.read_text("utf-8", errors="replace")
            assert not [word for word in words if word in text], path


def test_every_made_page_says_that_it_is_made(project: Project) -> None:
    for path, text in made_files(project).items():
        if path.suffix == ".md":
            assert "make naslag" in text or "Gemaakt" in text, path
