"""A new gemeente's file: what the register knows filled in, every other key ready as a comment.

Examples stand behind the keys as comments, so that none is published by mistake. The register knows no web
addresses, and we make none up: without one `website` is the first of the keys to fill in. The site then has
no links to the municipality, and the check names what is missing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from familiegroepsplan.gemeente.lezen import read_gemeenten
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.gemeente.voorbeeld import quoted, yaml_value
from familiegroepsplan.names import suggestion
from familiegroepsplan.register import RegisterGemeente, load_register
from familiegroepsplan.taal import TALEN

_HEAD = """\
# yaml-language-server: $schema=schema.json
#
# {naam} ({provincie}), {tooi}
# Naam en CBS-code komen uit het register van gemeenten. De sleutels staan uitgelegd in handboek/sleutels.md.
# Wat u wilt invullen: haal het hekje voor de regel weg en zet uw gegevens achter de dubbele punt.

naam: {naam_yaml}
cbs_code: {cbs_code}
{known}voorbeeld: ja  # haal deze regel weg als de gemeente de gegevens heeft bevestigd
talen: {talen}
{huisstijl}"""
_FILLED = ("naam", "cbs_code", "voorbeeld", "talen")


def new_gemeente_text(
    gemeente: RegisterGemeente,
    *,
    website: str | None = None,
    site_url: str | None = None,
    talen: Sequence[str] = ("nl",),
    huisstijl: Mapping[str, str] | None = None,
) -> str:
    """The text of `<slug>.yml` for a gemeente of the register; it reads without a fault.

    `site_url` is where its site will stand, `huisstijl` holds keys of that group. A key that is not given waits
    as a comment.
    """
    schema = json_schema()
    known = {"website": website, "site_url": site_url}
    head = _HEAD.format(
        naam=gemeente.naam,
        provincie=gemeente.provincie,
        tooi=gemeente.tooi,
        naam_yaml=yaml_value(gemeente.naam),
        cbs_code=quoted(gemeente.cbs_code),
        known="".join(f"{key}: {yaml_value(value)}\n" for key, value in known.items() if value),
        talen=yaml_value(list(talen)),
        huisstijl=_filled_group("huisstijl", huisstijl, schema) if huisstijl else "",
    )
    filled = {*_FILLED, *(key for key, value in (known | {"huisstijl": huisstijl}).items() if value)}
    optional = {key: field for key, field in schema["properties"].items() if key not in filled}
    blocks = ["\n".join(_commented(key, field, schema["$defs"])) for key, field in optional.items()]
    return "\n".join([head, *(f"{block}\n" for block in blocks)])


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; FileExistsError when it is."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def read_talen(text: str) -> list[str]:
    """The codes of the languages that somebody typed (`nl, en` or `Engels`; empty is Dutch alone), each once.

    ValueError in Dutch when the project does not have one of them.
    """
    names = {taal.naam.lower(): code for code, taal in TALEN.items()}
    codes = names | {code: code for code in TALEN}
    words = [word for word in re.split(r"[\s,;]+", text.lower()) if word]
    if not names.keys().isdisjoint(words):
        words = [word for word in words if word != "en"]  # "Nederlands en Turks": here it is no language
    for word in words:
        if word not in codes:
            known = list(names) if len(word) > 2 else list(TALEN)
            raise ValueError(f'"{word}" is geen taal van dit project - {suggestion(word, known)}')
    return list(dict.fromkeys(codes[word] for word in words)) or ["nl"]


def without_file(folder: Path, *, root: Path) -> list[RegisterGemeente]:
    """Every gemeente of the register that has no file in `folder`: neither under its name nor with its code."""
    taken = {path.stem for path in folder.glob("*.yml")}
    codes = {gemeente.cbs_code for gemeente in read_gemeenten(folder, root=root)[0]}
    every = load_register().gemeenten
    return [gemeente for gemeente in every if gemeente.slug not in taken and gemeente.cbs_code not in codes]


def _filled_group(key: str, given: Mapping[str, str], schema: dict[str, Any]) -> str:
    """A group of keys with what is given; its other keys wait as comments."""
    group = _group(schema["properties"][key], schema["$defs"])["properties"]
    lines = [f"  {name}: {yaml_value(value)}" for name, value in given.items()]
    for name, part in group.items():
        if name not in given:
            lines += [f"  # {line}" for line in _lines(name, part, schema["$defs"])]
    return "\n".join([f"{key}:", *lines]) + "\n"


def _group(field: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The definition of a group of keys, or of the groups in a list."""
    form = field["anyOf"][0]
    group: dict[str, Any] = defs[form.get("items", form)["$ref"].rpartition("/")[2]]
    return group


def _commented(key: str, field: dict[str, Any], defs: dict[str, Any]) -> Iterator[str]:
    yield f"## {field['description']} Zonder deze sleutel: {field['x-zonder']}."
    for line in _lines(key, field, defs):
        yield f"# {line}"


def _lines(key: str, field: dict[str, Any], defs: dict[str, Any]) -> Iterator[str]:
    """An empty key with an example behind it; a group of keys with everything that may stand in it."""
    if "examples" in field:
        yield f"{key}:  # bijvoorbeeld {yaml_value(field['examples'][0])}"
        return
    yield f"{key}:"
    group = _group(field, defs)
    inner = [line for name, part in group["properties"].items() for line in _lines(name, part, defs)]
    yield from _list_item(inner) if "items" in field["anyOf"][0] else (f"  {line}" for line in inner)


def _list_item(lines: list[str]) -> Iterator[str]:
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])
