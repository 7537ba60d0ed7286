"""Dates, colours, codes and answers in a gemeente's file.

Every field type takes the text of the file, says in Dutch what is wrong with it, and knows its schema. It
gives the text back tidied, or the Python value that it stands for (`Datum` a `date`, `JaNee` a `bool`).
"""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from familiegroepsplan.gemeente.teksten import Regel
from familiegroepsplan.gemeente.vorm import text_schema, zonder
from familiegroepsplan.reading import zin_error

_YEARS = range(1990, 2101)


def _datum(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    dutch = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text, re.ASCII)
    if dutch:
        raise zin_error("datum-andersom", datum=f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise zin_error("datum-vorm")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise zin_error("datum-bestaat-niet", datum=text) from None
    if found.year not in _YEARS:
        raise zin_error("datum-ver", jaar=found.year, eerste=_YEARS[0], laatste=_YEARS[-1])
    return found


Datum = Annotated[
    date,
    BeforeValidator(_datum),
    text_schema("datum (2027-11-01)", **{"x-soort": "datum"}, format="date", pattern=r"^\d{4}-\d{2}-\d{2}$"),
]
"""A real date between 1990 and 2100, written `2027-11-01`."""


def _kleur(value: str) -> str:
    if re.fullmatch(r"#[0-9a-f]{6}", value.lower()):
        return value.lower()
    digits = value.lower().lstrip("#")
    if re.fullmatch(r"[0-9a-f]{6}", digits):
        raise zin_error("kleur-bijna", kleur=f"#{digits}")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        raise zin_error("kleur-bijna", kleur=f"#{''.join(2 * digit for digit in digits)}")
    raise zin_error("kleur")


Kleur = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=30),
    AfterValidator(_kleur),
    text_schema(
        'kleur ("#rrggbb", met aanhalingstekens)', **{"x-soort": "kleur"}, maxLength=30, pattern="^#[0-9A-Fa-f]{6}$"
    ),
]
"""A colour as `#rrggbb`, given back in small letters."""


def _cbs_code(value: str) -> str:
    if re.fullmatch(r"[0-9]{4}", value):
        return value
    if re.fullmatch(r"[0-9]{1,3}", value):
        raise zin_error("cbs-code-bijna", cijfers=f"{int(value):04}")
    raise zin_error("cbs-code")


CbsCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20),
    AfterValidator(_cbs_code),
    text_schema(
        'vier cijfers ("0363", met aanhalingstekens)', **{"x-soort": "cbs-code"}, maxLength=20, pattern="^[0-9]{4}$"
    ),
]
"""The four digits by which Statistics Netherlands (CBS) knows a gemeente."""


def _cvdr(value: str) -> str:
    if re.fullmatch(r"CVDR[0-9]{1,8}/[0-9]{1,4}", value):
        return value
    digits = re.fullmatch(r"(?:CVDR)?([0-9]{1,8})[_/]([0-9]{1,4})", value, re.IGNORECASE)
    if digits:
        raise zin_error("cvdr-bijna", nummer=f"CVDR{digits[1]}/{digits[2]}")
    raise zin_error("cvdr")


Cvdr = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=30),
    AfterValidator(_cvdr),
    text_schema(
        "CVDR-nummer met versie (CVDR482304/1)", **{"x-soort": "cvdr"}, maxLength=30, pattern="^CVDR[0-9]+/[0-9]+$"
    ),
]
"""The number of a local regulation with its version, as lokaleregelgeving.overheid.nl has it."""


def _ja_nee(value: object) -> object:
    if not isinstance(value, str):
        return value
    answer = {"ja": True, "true": True, "nee": False, "false": False}.get(value.strip().lower())
    if answer is None:
        raise zin_error("ja-nee", waarde=value)
    return answer


JaNee = Annotated[
    bool,
    BeforeValidator(_ja_nee),
    WithJsonSchema({"enum": ["ja", "nee", "true", "false", True, False], "x-soort": "ja-nee", "x-vorm": "ja of nee"}),
]
"""`ja` or `nee` (`true` and `false` too)."""


Bron = Annotated[
    Regel | None,
    Field(
        title="Bron",
        description="Waar deze gegevens vandaan komen: een webadres, een document, of wie het doorgaf.",
        examples=["opgave van de gemeente"],
        json_schema_extra=zonder("de controle vraagt om een bron"),
    ),
]
"""Where a fact comes from."""

GecontroleerdOp = Annotated[
    Datum | None,
    Field(
        title="Gecontroleerd op",
        description="Op welke dag iemand heeft nagekeken of dit nog klopt. Leeg: nog niet nagekeken.",
        examples=["2026-03-01"],
        json_schema_extra=zonder("de site zegt dat dit nog niet is nagekeken, de controle waarschuwt"),
    ),
]
"""When somebody last checked a fact."""
