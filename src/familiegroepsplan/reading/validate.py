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

Model = TypeVar("Model", bound=BaseModel)

_KEY_MARK = "[key]"
_TYPES = {
    "string_type": "een tekst",
    "tuple_type": "een lijst, met een streepje voor elk onderdeel,",
    "list_type": "een lijst, met een streepje voor elk onderdeel,",
    "dict_type": "een groep sleutels, elk op een eigen regel,",
    "model_type": "een groep sleutels, elk op een eigen regel,",
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
        return fault("yaml-leeg", document.value_place((), pad), "", "hier staan geen gegevens")
    doe = "schrijf op elke regel 'sleutel: waarde', met een spatie na de dubbele punt"
    return fault("yaml-vorm", document.value_place((), pad), "", "hier horen sleutels met een waarde te staan", doe)


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
        wat = "is verplicht, maar is leeg" if path in document.keys else "is verplicht, maar ontbreekt"
        return "yaml-sleutel-ontbreekt", wat, "vul deze sleutel in"
    if kind == "extra_forbidden":
        return _unknown_key(model, path)
    if detail["input"] is None:
        return "waarde-leeg", "hier staat niets", "vul iets in of verwijder de regel"
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
        doe = f"bedoelt u '{near}'?"
    elif elsewhere:
        doe = f"deze sleutel hoort onder '{elsewhere[0]}': laat hem daar inspringen"
    else:
        doe = f"verwijder deze sleutel; hier kunnen staan: {', '.join(known)}"
    return "yaml-onbekende-sleutel", "onbekende sleutel", doe


def _wrong_type(kind: str, found: object, model: type[BaseModel], path: KeyPath) -> tuple[str, str, str]:
    wat = f"hier hoort {_TYPES[kind]} maar er staat {_FOUND.get(type(found), 'iets anders')}".replace(", maar", ",")
    keys = known_keys(model, path) if kind == "model_type" else []
    doe = f"gebruik ingesprongen sleutels: {', '.join(keys)}" if keys else ""
    if kind in ("tuple_type", "list_type"):
        doe = "zet er een streepje en een spatie voor, of schrijf [nl, en]"
    if kind == "string_type":
        doe = "schrijf de tekst op één regel, zo nodig tussen aanhalingstekens"
    return "waarde-soort", wat, doe


def _wrong_choice(detail: ErrorDetails) -> tuple[str, str, str]:
    allowed = re.findall(r"'([^']*)'", str(detail["ctx"]["expected"]))
    found = detail["input"]
    wat = f"'{found}' kan hier niet" if isinstance(found, str) else "dit kan hier niet"
    near = suggestion(found, allowed) if isinstance(found, str) else None
    doe = f"kies uit: {', '.join(allowed)}" + (f"; bedoelt u '{near}'?" if near else "")
    return "waarde-keuze", wat, doe


def _wrong_text(kind: str, context: dict[str, object]) -> tuple[str, str, str]:
    if kind in ("string_too_short", "too_short"):
        return "waarde-leeg", "de tekst is leeg", "vul iets in of verwijder de sleutel"
    if kind in ("string_too_long", "too_long"):
        wat = f"de tekst is langer dan {context['max_length']} tekens"
        return "waarde-te-lang", wat, "maak de tekst korter"
    return _other()


def _wrong_number(kind: str, context: dict[str, object]) -> tuple[str, str, str]:
    if kind == "too_long":
        return "waarde-aantal", f"meer dan {context['max_length']} onderdelen", "haal er onderdelen af"
    if kind == "too_short":
        return "waarde-aantal", f"minder dan {context['min_length']} onderdelen", "voeg onderdelen toe"
    return _other()


def _other() -> tuple[str, str, str]:
    return "waarde-vorm", "deze waarde past hier niet", "kijk in de sleutellijst voor een voorbeeld"
