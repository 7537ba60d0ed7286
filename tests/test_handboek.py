"""The handbook is complete: every key, command, option, name and message is explained in it."""

import ast
import re
from collections.abc import Iterator
from typing import Any

import click
import pytest

from familiegroepsplan.checks import all_rules
from familiegroepsplan.cli import OPDRACHTEN, opdracht
from familiegroepsplan.deel import part_names
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.naslag import made_files, part_description
from familiegroepsplan.project import Project
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


def test_every_command_in_the_handbook_exists() -> None:
    texts = [p.read_text("utf-8") for p in (*(ROOT / "handboek").glob("*.md"), ROOT / "README.md")]
    named = {name for text in texts for name in re.findall(r"\bfgp ([a-z]+)", text)}
    assert named <= set(OPDRACHTEN)


def keys_of(schema: dict[str, Any]) -> Iterator[str]:
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {})


def test_every_key_of_a_municipality_is_explained() -> None:
    text = handbook("sleutels.md")
    keys = set(keys_of(json_schema()))
    assert len(keys) > 40
    assert [key for key in keys if f"`{key}`" not in text and f".{key}`" not in text] == []


def test_every_message_is_explained_and_every_explained_message_exists() -> None:
    text = handbook("controles.md")
    rules = set(all_rules())
    assert set(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)) == rules
    used = {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert rules <= used


def test_every_name_an_author_may_write_is_explained(project: Project) -> None:
    text = handbook("namen.md")
    assert [name for name in WAARDEN if f"`{{{{ {name} }}}}`" not in text] == []
    for name in part_names(project.delen):
        description = part_description(project, name)
        assert f"| `{{{{ deel: {name} }}}}` | {description} |" in text
        assert description.endswith("."), name


def test_links_between_the_pages_of_the_handbook_lead_somewhere() -> None:
    for page in (*(ROOT / "handboek").glob("*.md"), ROOT / "README.md", ROOT / "ARCHITECTURE.md"):
        text = re.sub(r"`[^`]*`", "", page.read_text("utf-8"))
        for target in re.findall(r"(?<!\\)\]\((?!https?:)([^)#\s]+)", text):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


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
