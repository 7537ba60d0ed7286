"""A new gemeente's file: what the register knows filled in, every other key ready as a comment.

Examples stand behind the keys as comments, so that none is published by mistake. The register knows no web
addresses, and we make none up: without one `website` is the first of the keys to fill in. The site then has
no links to the municipality, and the check names what is missing.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from familiegroepsplan.gemeente.lezen import read_gemeenten
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.gemeente.voorbeeld import quoted, yaml_value
from familiegroepsplan.register import RegisterGemeente, load_register

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
"""
_FILLED = ("naam", "cbs_code", "voorbeeld", "talen")


def new_gemeente_text(
    gemeente: RegisterGemeente,
    *,
    website: str | None = None,
    site_url: str | None = None,
    talen: Sequence[str] = ("nl",),
) -> str:
    """The text of `<slug>.yml` for a gemeente of the register; it reads without a fault.

    `site_url` is where its site will stand. A key that is not given waits as a comment.
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
    )
    filled = {*_FILLED, *(key for key, value in known.items() if value)}
    optional = {key: field for key, field in schema["properties"].items() if key not in filled}
    blocks = ["\n".join(_commented(key, field, schema["$defs"])) for key, field in optional.items()]
    return "\n".join([head, *(f"{block}\n" for block in blocks)])


def without_file(folder: Path, *, root: Path) -> list[RegisterGemeente]:
    """Every gemeente of the register that has no file in `folder`: neither under its name nor with its code."""
    taken = {path.stem for path in folder.glob("*.yml")}
    codes = {gemeente.cbs_code for gemeente in read_gemeenten(folder, root=root)[0]}
    every = load_register().gemeenten
    return [gemeente for gemeente in every if gemeente.slug not in taken and gemeente.cbs_code not in codes]


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
    form = field["anyOf"][0]
    group = defs[form.get("items", form)["$ref"].rpartition("/")[2]]
    inner = [line for name, part in group["properties"].items() for line in _lines(name, part, defs)]
    yield from _list_item(inner) if "items" in form else (f"  {line}" for line in inner)


def _list_item(lines: list[str]) -> Iterator[str]:
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])
