"""A field of the editor, made from a key of a model's JSON Schema, so that nothing about a key is written twice.

A mapping with free keys becomes a list whose items begin with `_sleutel` (and `_waarde`, when the value is one
text); `bewaren.js` turns it back. https://sveltiacms.app/en/docs/fields tells what each kind of field takes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from familiegroepsplan.taal import TALEN

SLEUTEL, WAARDE = "_sleutel", "_waarde"
LONG = 200
"""From how many characters a text gets a field of several lines."""

ENKEL = {
    "Aanbieders": "Aanbieder",
    "Artikelen": "Artikel",
    "Aanvullingen": "Aanvulling",
    "Blokken": "Blok",
    "Bronnen": "Bron",
    "Doorverwijzingen": "Doorverwijzing",
    "Organisaties": "Organisatie",
    "Panelen": "Paneel",
    "Telefoonlijnen": "Telefoonlijn",
    "Vormen": "Vorm",
    "Wetsartikelen": "Wetsartikel",
    "Woorden": "Woord",
}
"""What one item of a list is called, on the button that adds one."""

Schema = Mapping[str, Any]
Veld = dict[str, Any]
Woorden = Callable[[str, Schema], tuple[str, str]]
"""From the path of a key (`panelen.naam`) and its schema: its label and its explanation, in Dutch."""


@dataclass(frozen=True)
class Maker:
    """Makes the fields of one model: the definitions its schema refers to, and where words come from."""

    defs: Mapping[str, Schema]
    woorden: Woorden

    def fields(self, group: Schema, pad: str = "") -> list[Veld]:
        """The fields of a group of keys, in the order of the model."""
        required = group.get("required", [])
        return [self.field(pad, key, one, key in required) for key, one in group["properties"].items()]

    def field(self, pad: str, key: str, schema: Schema, required: bool) -> Veld:
        """The field of one key; `pad` is the group it stands in."""
        whole = f"{pad}.{key}".strip(".")
        label, hint = self.woorden(whole, schema)
        form = self._form(schema)
        veld: Veld = {"name": key, "label": label, "required": required}
        kind = self._kind(form, whole)
        single = {"label_singular": ENKEL.get(label, label)} if kind["widget"] == "list" else {}
        return veld | ({"hint": hint} if hint else {}) | kind | single

    def _form(self, schema: Schema) -> Schema:
        """What may stand there when something does, with its reference followed."""
        forms = [one for one in schema.get("anyOf", []) if one != {"type": "null"}]
        form = forms[0] if len(forms) == 1 else schema
        name = form.get("$ref", "").rpartition("/")[2]
        return self._form(self.defs[name]) if name else form

    def _kind(self, form: Schema, pad: str) -> Veld:
        if (talen := self._per_taal(form)) is not None:
            return {"widget": "object", "fields": [self._taal(taal, one, taal == "nl") for taal, one in talen.items()]}
        if "properties" in form:
            return {"widget": "object", "collapsed": "auto", "fields": self.fields(form, pad)}
        if form.get("type") == "array":
            return self._list(form, pad)
        if values := form.get("additionalProperties") or next(iter(form.get("patternProperties", {}).values()), None):
            return self._mapping(self._form(values), pad)
        return scalar(form)

    def _per_taal(self, form: Schema) -> Schema | None:
        """The languages of a text that may be one Dutch text or a text per language."""
        maps = [one for one in form.get("anyOf", []) if one.get("properties", {}).keys() <= TALEN.keys()]
        return next((one["properties"] for one in maps if "properties" in one), None)

    def _taal(self, taal: str, form: Schema, required: bool) -> Veld:
        return {"name": taal, "label": TALEN[taal].naam, "required": required} | scalar(form)

    def _list(self, form: Schema, pad: str) -> Veld:
        item = self._form(form["items"])
        if "properties" in item:
            fields = self.fields(item, pad)
            return {"widget": "list", "collapsed": True, "summary": _summary(fields), "fields": fields}
        if "enum" in item:
            return {"widget": "select", "multiple": True, "options": _options(item["enum"])}
        return {"widget": "list"}

    def _mapping(self, value: Schema, pad: str) -> Veld:
        label, hint = self.woorden(f"{pad}.{SLEUTEL}", {"title": "Naam", "description": ""})
        key: Veld = {"name": SLEUTEL, "label": label, "widget": "string"} | ({"hint": hint} if hint else {})
        if "properties" in value:
            rest = self.fields(value, pad)
        elif (talen := self._per_taal(value)) is not None:
            rest = [self._taal(taal, one, False) for taal, one in talen.items()]
        else:
            rest = [{"name": WAARDE, "label": "Waarde", "required": True} | scalar(value)]
        return {"widget": "list", "collapsed": True, "summary": "{{fields._sleutel}}", "fields": [key, *rest]}


def scalar(form: Schema) -> Veld:
    """The kind of field for one text, date, colour, number, file or choice."""
    if "enum" in form:
        return {"widget": "select", "options": _options(form["enum"])}
    if form.get("type") == "integer":
        return {"widget": "number", "value_type": "int", "min": form["minimum"], "max": form["maximum"]}
    if form.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    vorm, pattern = str(form.get("x-vorm", "")), str(form.get("pattern", ""))
    if pattern.startswith("^#"):
        return {"widget": "color"}
    if vorm.startswith("pad van een bestand"):
        images = {"accept": ".svg,.png,.jpg,.jpeg"} if "svg" in vorm else {}
        return {"widget": "file", "choose_url": False} | images
    most = form.get("maxLength")
    text: Veld = {"widget": "text" if most and most > LONG and not vorm else "string"}
    text |= {"maxlength": most} if most else {}
    return text | ({"pattern": [pattern, f"Schrijf een {vorm or 'waarde van de goede vorm'}."]} if pattern else {})


def _options(values: list[Any]) -> list[dict[str, str]]:
    """The choices as texts, languages by their Dutch name."""
    written = [one for one in values if isinstance(one, str)]
    return [{"label": _choice(one), "value": one} for one in written]


def _choice(value: str) -> str:
    if value in TALEN:
        return TALEN[value].naam
    return {"true": "ja (geschreven als true)", "false": "nee (geschreven als false)"}.get(value, value)


def _summary(fields: list[Veld]) -> str:
    """By what an item of a list is known while it is folded."""
    names = [one["name"] for one in fields]
    for known in (("naam",), ("nummer", "titel"), ("term",), ("wet", "artikel"), ("titel",)):
        if set(known) <= set(names):
            field = next(one for one in fields if one["name"] == known[0])
            suffix = ".nl" if field["widget"] == "object" else ""
            return " ".join(f"{{{{fields.{name}{suffix}}}}}" for name in known)
    return f"{{{{fields.{names[0]}}}}}"
