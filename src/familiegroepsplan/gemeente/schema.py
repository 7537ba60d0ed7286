"""The JSON Schema of a gemeente's file, made from the model, for completion and checking in editors.

It describes the YAML as a person writes it (https://json-schema.org/draft/2020-12): an editor reads
`nummer: 2.2` as a number and `website:` as null, which our reader takes as text and as not written.
`python -m familiegroepsplan.gemeente.schema` writes the schema and the reference page again after a change of
the model.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from familiegroepsplan.gemeente.gemeente import Gemeente

SCHEMA_FILE = Path("content/municipalities/schema.json")
"""Where the schema lies, from the project folder; the YAML files name it in their first line."""

_NOTES = ("title", "description", "examples", "x-zonder")


class _AsDeclared(GenerateJsonSchema):
    """Keeps keys in the order of the model, which is the order in which people fill them in."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value


@cache
def json_schema() -> dict[str, Any]:
    """The schema as plain data, to read only; `x-vorm` and `x-zonder` are notes in Dutch for the reference page."""
    made = Gemeente.model_json_schema(by_alias=True, schema_generator=_AsDeclared)
    shared: dict[str, Any] = {}
    groups = {name: _group(group, shared) for name, group in made["$defs"].items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_group(made, shared),
        "title": "Gegevens van een gemeente",
        "$defs": groups | shared,
    }


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _group(group: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """One group of keys; as in our reader an optional key may be empty, and a text may look like a number."""
    required = group.get("required", [])
    properties = {name: _property(field, name in required, shared) for name, field in group["properties"].items()}
    return {
        "type": "object",
        "description": group["description"],
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _property(field: dict[str, Any], required: bool, shared: dict[str, Any]) -> dict[str, Any]:
    notes = {key: field[key] for key in _NOTES if key in field}
    form = _shared(_readable(_without_null(field)), shared)
    return notes | (form if required else {"anyOf": [form, {"type": "null"}]})


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    forms = [form for form in field.get("anyOf", []) if form != {"type": "null"}]
    if len(forms) == 1 and len(field["anyOf"]) == 2:
        return dict(forms[0])
    return {key: value for key, value in field.items() if key not in (*_NOTES, "default")}


def _readable(form: Any) -> Any:
    if isinstance(form, list):
        return [_readable(part) for part in form]
    if not isinstance(form, dict):
        return form
    loose = {key: _readable(value) for key, value in form.items()}
    if loose.get("type") == "string" and not loose.keys() & {"enum", "format", "pattern"}:
        loose["type"] = ["string", "number"]
    return loose


def _shared(form: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """A form with a name (`x-naam`), here or one level deeper, becomes a reference to one definition."""
    if "x-naam" in form:
        name = form["x-naam"]
        shared[name] = {key: value for key, value in form.items() if key != "x-naam"}
        return {"$ref": f"#/$defs/{name}"}
    inner = form.get("additionalProperties")
    return form | {"additionalProperties": _shared(inner, shared)} if isinstance(inner, dict) else form


def main() -> None:
    """Write the schema and the reference page in the current project folder."""
    from familiegroepsplan.gemeente.naslag import REFERENCE_FILE, reference_markdown

    SCHEMA_FILE.write_text(schema_text(), "utf-8", newline="\n")
    REFERENCE_FILE.parent.mkdir(exist_ok=True)
    REFERENCE_FILE.write_text(reference_markdown(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
