"""Texts in a gemeente's file: of one line or more, and per language."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from familiegroepsplan.gemeente.vorm import one_line
from familiegroepsplan.reading import zin_error
from familiegroepsplan.reading.keys import suggestion
from familiegroepsplan.taal import TAALCODES
from familiegroepsplan.taal import Taalcode as _Taalcode

Regel = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=200)]
"""Text of one line (spaces and line ends become one space), at most 200 characters."""

Naam = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=100)]
"""A name of one line, at most 100 characters."""

Nummer = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=20)]
"""A number as people write it (`2.2`, `2b`), at most 20 characters."""

_Kort = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=120)]

Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
"""Text for readers, at most 600 characters."""

LangeTekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=6000)]
"""Text of a law and its explanatory notes, at most 6000 characters."""


def _taalcode(value: object) -> object:
    if not isinstance(value, str) or value in TAALCODES:
        return value
    near = suggestion(value, TAALCODES) or (value[:2].lower() if value[:2].lower() in TAALCODES else None)
    raise zin_error("taal-bijna" if near else "taal-onbekend", taal=value, talen=", ".join(TAALCODES), bijna=near)


Taalcode = Annotated[_Taalcode, BeforeValidator(_taalcode)]
"""One of the codes of `taal.py`."""


def _talen(talen: tuple[_Taalcode, ...]) -> tuple[_Taalcode, ...]:
    double = next((taal for taal in talen if talen.count(taal) > 1), None)
    if double:
        raise zin_error("taal-dubbel", taal=double)
    return talen


def _with_dutch(talen: tuple[_Taalcode, ...]) -> tuple[_Taalcode, ...]:
    if "nl" not in talen:
        raise zin_error("talen-nl")
    return talen


Talen = Annotated[tuple[Taalcode, ...], AfterValidator(_talen)]
"""Languages, each once."""

SiteTalen = Annotated[Talen, AfterValidator(_with_dutch)]
"""Languages of a site, with Dutch among them: every other language falls back on it."""


def in_dutch(value: object) -> object:
    """One text stands for the Dutch text: `gratis` becomes `{"nl": "gratis"}`."""
    return {"nl": value} if isinstance(value, str) else value


def _dutch_among(texts: dict[_Taalcode, str]) -> dict[_Taalcode, str]:
    if "nl" not in texts:
        raise zin_error("tekst-nl")
    return texts


def _per_taal_schema(naam: str, most: int) -> WithJsonSchema:
    text = {"type": "string", "minLength": 1, "maxLength": most}
    per_taal = {"type": "object", "additionalProperties": False, "required": ["nl"]}
    per_taal |= {"properties": dict.fromkeys(TAALCODES, text)}
    vorm = f"tekst per taal, of één Nederlandse tekst (hooguit {most} tekens)"
    return WithJsonSchema({"x-naam": naam, "x-vorm": vorm, "anyOf": [text, per_taal]})


KortPerTaal = Annotated[
    dict[Taalcode, _Kort],
    BeforeValidator(in_dutch),
    AfterValidator(_dutch_among),
    _per_taal_schema("KortPerTaal", 120),
]
"""A short text per language: `{"nl": "gratis", "en": "free"}`; one text alone is the Dutch one."""

TekstPerTaal = Annotated[
    dict[Taalcode, Tekst],
    BeforeValidator(in_dutch),
    AfterValidator(_dutch_among),
    _per_taal_schema("TekstPerTaal", 600),
]
"""A text per language, at most 600 characters each; one text alone is the Dutch one."""
