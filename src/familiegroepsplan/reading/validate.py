"""Holding a parsed document against a pydantic model, with every fault at its place and in Dutch.

Own rules raise errors that carry their Dutch words (`faults.value_error`); pydantic's own get theirs here.
Pydantic's error types: https://docs.pydantic.dev/latest/errors/validation_errors/
"""

import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from familiegroepsplan.errors import Melding
from familiegroepsplan.reading.codes import REGELS
from familiegroepsplan.reading.document import Document, KeyPath, dotted
from familiegroepsplan.reading.faults import fault
from familiegroepsplan.reading.keys import homes, known_keys, suggestion
from familiegroepsplan.reading.zinnen import zin

Model = TypeVar("Model", bound=BaseModel)

_KEY_MARK = "[key]"
_TYPES = {
    "string_type": "soort-tekst",
    "tuple_type": "soort-lijst",
    "list_type": "soort-lijst",
    "dict_type": "soort-vrije-groep",
    "model_type": "soort-vrije-groep",
}
_FOUND: dict[type, str] = {str: "een tekst", list: "een lijst", dict: "een groep sleutels"}


def validate(
    model: type[Model], document: Document, *, pad: str, context: object = None
) -> tuple[Model | None, list[Melding]]:
    """The filled model, or None and everything that is wrong with the data.

    The model must forbid extra keys. `pad` is the path for messages, `context` goes to its validators. Empty
    values count as not written, and so does a group of keys that are all empty: a form may stay half filled.
    Only in a list an empty item is a fault: leaving it out would change what the list says.
    """
    if not isinstance(document.data, dict):
        return None, [_no_keys(document, pad)]
    try:
        return model.model_validate(_without_empty(document.data) or {}, context=context), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, [_melding(detail, model, document, pad) for detail in details]


def _no_keys(document: Document, pad: str) -> Melding:
    if document.data is None:
        return _shared("yaml-leeg", document, pad)
    return _shared("yaml-vorm", document, pad)


def _shared(naam: str, document: Document, pad: str) -> Melding:
    code, wat, doe = zin(naam)
    return fault(code, document.value_place((), pad), "", wat, doe)


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        filled = {key: _without_empty(inner) for key, inner in value.items()}
        kept = {key: inner for key, inner in filled.items() if inner is not None}
        return kept if kept or not value else None
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value


def _melding(detail: ErrorDetails, model: type[BaseModel], document: Document, pad: str) -> Melding:
    kind = detail["type"]
    path: KeyPath = detail["loc"]
    if path and path[-1] == _KEY_MARK:
        path = path[:-1]
        place = document.key_place(path, pad)
    elif kind in ("missing", "extra_forbidden"):
        place = document.key_place(path, pad)
    else:
        place = document.value_place(path, pad)
    code, wat, doe = _words(detail, model, document, path)
    return fault(code, place, dotted(path), wat, doe)


def _words(detail: ErrorDetails, model: type[BaseModel], document: Document, path: KeyPath) -> tuple[str, str, str]:
    """Code, what is wrong, what to do."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in REGELS:
        return kind, context["wat"], context["doe"]
    if kind == "missing":
        return zin("verplicht-leeg" if path in document.keys else "verplicht-ontbreekt")
    if kind == "extra_forbidden":
        return _unknown_key(model, path)
    if detail["input"] is None:
        return zin("onderdeel-leeg")
    if kind in _TYPES:
        return _wrong_type(kind, detail["input"], model, path)
    if kind == "literal_error":
        return _wrong_choice(detail)
    if isinstance(detail["input"], str):
        return _wrong_text(kind, context)
    return _wrong_number(kind, context)


def _unknown_key(model: type[BaseModel], path: KeyPath) -> tuple[str, str, str]:
    key, known = str(path[-1]), known_keys(model, path[:-1])
    near, elsewhere = suggestion(key, known), homes(model, key)
    if near:
        return zin("sleutel-bijna", bijna=near)
    if elsewhere:
        return zin("sleutel-elders", waar=elsewhere[0])
    return zin("sleutel-onbekend", sleutels=", ".join(known))


def _wrong_type(kind: str, found: object, model: type[BaseModel], path: KeyPath) -> tuple[str, str, str]:
    keys = known_keys(model, path) if kind == "model_type" else []
    naam = "soort-groep" if keys else _TYPES[kind]
    return zin(naam, soort=_FOUND.get(type(found), "iets anders"), sleutels=", ".join(keys))


def _wrong_choice(detail: ErrorDetails) -> tuple[str, str, str]:
    allowed = re.findall(r"'([^']*)'", str(detail["ctx"]["expected"]))
    found = detail["input"]
    if not isinstance(found, str):
        return "waarde-keuze", "dit kan hier niet", f"kies uit: {', '.join(allowed)}"
    near = suggestion(found, allowed)
    return zin("keuze-bijna" if near else "keuze", waarde=found, keuzes=", ".join(allowed), bijna=near)


def _wrong_text(kind: str, context: dict[str, object]) -> tuple[str, str, str]:
    if kind in ("string_too_short", "too_short"):
        return zin("tekst-leeg")
    if kind in ("string_too_long", "too_long"):
        return zin("tekst-te-lang", meeste=context["max_length"])
    return _other()


def _wrong_number(kind: str, context: dict[str, object]) -> tuple[str, str, str]:
    if kind == "too_long":
        return zin("lijst-te-lang", meeste=context["max_length"])
    if kind == "too_short":
        return zin("lijst-te-kort", minste=context["min_length"])
    return _other()


def _other() -> tuple[str, str, str]:
    return "waarde-vorm", "deze waarde past hier niet", "kijk in de sleutellijst voor een voorbeeld"
