"""A new gemeente's file: what the register knows filled in, every other key ready as a comment.

Examples stand behind the keys as comments, so that none is published by mistake. The register knows no web
addresses, and we make none up: without one `website` stays empty, and the check refuses the file until
somebody fills it in.
"""

from collections.abc import Iterator
from typing import Any

from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.gemeente.voorbeeld import quoted, yaml_value
from familiegroepsplan.register import RegisterGemeente

_HEAD = """\
# yaml-language-server: $schema=schema.json
#
# {naam} ({provincie}), {tooi}
# Naam en CBS-code komen uit het register van gemeenten. De sleutels staan uitgelegd in handboek/sleutels.md.
# Wat u wilt invullen: haal het hekje voor de regel weg en zet uw gegevens achter de dubbele punt.

naam: {naam_yaml}
cbs_code: {cbs_code}
{website}
voorbeeld: ja  # haal deze regel weg als de gemeente de gegevens heeft bevestigd
talen: [nl]
"""
_NO_WEBSITE = "website:  # verplicht: vul hier het adres van de site van de gemeente in"
_FILLED = ("naam", "cbs_code", "website", "voorbeeld", "talen")


def new_gemeente_text(gemeente: RegisterGemeente, *, website: str | None = None) -> str:
    """The text of `<slug>.yml` for a gemeente of the register; it passes the check once it has a website."""
    schema = json_schema()
    head = _HEAD.format(
        naam=gemeente.naam,
        provincie=gemeente.provincie,
        tooi=gemeente.tooi,
        naam_yaml=yaml_value(gemeente.naam),
        cbs_code=quoted(gemeente.cbs_code),
        website=f"website: {yaml_value(website)}" if website else _NO_WEBSITE,
    )
    optional = {key: field for key, field in schema["properties"].items() if key not in _FILLED}
    blocks = ["\n".join(_commented(key, field, schema["$defs"])) for key, field in optional.items()]
    return "\n".join([head, *(f"{block}\n" for block in blocks)])


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
