"""The reference page of all keys of a gemeente's file, made from the schema (and so from the model)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.gemeente.voorbeeld import yaml_value
from familiegroepsplan.taal import TALEN

REFERENCE_FILE = Path("handboek/sleutels.md")
"""Where the reference page lies, from the project folder."""

_HEAD = """\
<!-- Gemaakt uit het model met python -m familiegroepsplan.gemeente.schema; niet met de hand wijzigen. -->

# Sleutels van een gemeente

Eén bestand `content/municipalities/<gemeente>.yml` zegt alles wat een site over een gemeente moet weten.
Elke waarde is tekst: `no`, `020` en `12:30` blijven staan zoals u ze schrijft. Zet een waarde met een hekje,
een dubbele punt, een accolade of een haak tussen aanhalingstekens. Een sleutel zonder waarde telt als niet
ingevuld.
"""
_COLUMNS = ("Sleutel", "Verplicht", "Wat het is", "Vorm", "Voorbeeld", "Als het ontbreekt")
_KINDS = {"string": "tekst", "array": "lijst", "object": "groep sleutels"}


def reference_markdown() -> str:
    """The page as Markdown: a table per group of keys, and the languages."""
    schema = json_schema()
    sections = [_section("Bovenaan", schema["description"], schema, schema["$defs"])]
    sections += [
        _section(f"`{path}`", group["description"], group, schema["$defs"])
        for path, group in _groups("", schema, schema["$defs"])
    ]
    return "\n".join([_HEAD, *sections, _languages()])


def _groups(path: str, group: dict[str, Any], defs: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, field in group["properties"].items():
        form = _form(field)
        listed = form.get("type") == "array"
        name = _group_name(form.get("items", {}) if listed else form, defs)
        if name:
            inner = f"{path}.{key}".strip(".") + ("[]" if listed else "")
            yield inner, defs[name]
            yield from _groups(inner, defs[name], defs)


def _section(title: str, text: str, group: dict[str, Any], defs: dict[str, Any]) -> str:
    rows = [_row(key, field, key in group["required"], defs) for key, field in group["properties"].items()]
    lines = [f"| {' | '.join(cells)} |" for cells in [_COLUMNS, ("---",) * len(_COLUMNS), *rows]]
    return "\n".join([f"## {title}", "", text, "", *lines, ""])


def _row(key: str, field: dict[str, Any], required: bool, defs: dict[str, Any]) -> tuple[str, ...]:
    example = f"`{_cell(yaml_value(field['examples'][0]))}`" if "examples" in field else ""
    absent = "fout: de gemeente wordt niet gepubliceerd" if required else field["x-zonder"]
    form = _cell(_words(_form(field), defs))
    return f"`{key}`", "ja" if required else "nee", field["description"], form, example, absent


def _words(form: dict[str, Any], defs: dict[str, Any]) -> str:
    """A form in Dutch words."""
    name = form.get("$ref", "").rpartition("/")[2]
    if "x-vorm" in form or "x-vorm" in defs.get(name, {}):
        return str(form.get("x-vorm") or defs[name]["x-vorm"])
    if name:
        return "groep sleutels, zie hieronder"
    if "enum" in form:
        return "een van: " + ", ".join(form["enum"])
    if form.get("type") == "array":
        most = f" (hooguit {form['maxItems']})" if "maxItems" in form else ""
        return f"lijst{most}; elk onderdeel: {_words(form['items'], defs)}"
    if isinstance(form.get("additionalProperties"), dict):
        return f"per naam: {_words(form['additionalProperties'], defs)}"
    return f"tekst (hooguit {form['maxLength']} tekens)"


def _form(field: dict[str, Any]) -> dict[str, Any]:
    """What may stand there when something does."""
    forms: list[dict[str, Any]] = field.get("anyOf", [field])
    return forms[0]


def _group_name(form: dict[str, Any], defs: dict[str, Any]) -> str:
    name = str(form.get("$ref", "")).rpartition("/")[2]
    return name if "properties" in defs.get(name, {}) else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _languages() -> str:
    rows = [f"| `{taal.code}` | {taal.naam} | {taal.eigen_naam} |" for taal in TALEN.values()]
    return "\n".join(["## Talen", "", "| Code | Taal | Eigen naam |", "| --- | --- | --- |", *rows, ""])
