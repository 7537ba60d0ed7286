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
from familiegroepsplan.reading import value_error

_YEARS = range(1990, 2101)


def _datum(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    dutch = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text, re.ASCII)
    if dutch:
        doe = f"schrijf eerst het jaar: {dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}"
        raise value_error("datum", "de datum staat in een andere volgorde", doe)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise value_error("datum", "dit is geen datum van de vorm jaar-maand-dag")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise value_error("datum", f"{text} bestaat niet", "controleer dag en maand") from None
    if found.year not in _YEARS:
        raise value_error(
            "datum",
            f"het jaar {found.year} ligt te ver weg",
            f"kies een jaar van {_YEARS[0]} tot {_YEARS[-1]}",
        )
    return found


Datum = Annotated[
    date,
    BeforeValidator(_datum),
    text_schema("datum (2027-11-01)", format="date", pattern=r"^\d{4}-\d{2}-\d{2}$"),
]
"""A real date between 1990 and 2100, written `2027-11-01`."""


def _kleur(value: str) -> str:
    if re.fullmatch(r"#[0-9a-f]{6}", value.lower()):
        return value.lower()
    digits = value.lower().lstrip("#")
    doe = ""
    if re.fullmatch(r"[0-9a-f]{6}", digits):
        doe = f'schrijf het zo: "#{digits}"'
    elif re.fullmatch(r"[0-9a-f]{3}", digits):
        doe = f'schrijf het zo: "#{"".join(2 * digit for digit in digits)}"'
    raise value_error("kleur", "dit is geen kleur van de vorm #rrggbb", doe)


Kleur = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=30),
    AfterValidator(_kleur),
    text_schema('kleur ("#rrggbb", met aanhalingstekens)', pattern="^#[0-9A-Fa-f]{6}$"),
]
"""A colour as `#rrggbb`, given back in small letters."""


def _cbs_code(value: str) -> str:
    if re.fullmatch(r"[0-9]{4}", value):
        return value
    doe = f'schrijf het zo: "{int(value):04}"' if re.fullmatch(r"[0-9]{1,3}", value) else ""
    raise value_error("cbs-code", "een CBS-code heeft vier cijfers", doe)


CbsCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20),
    AfterValidator(_cbs_code),
    text_schema('vier cijfers ("0363", met aanhalingstekens)', pattern="^[0-9]{4}$"),
]
"""The four digits by which Statistics Netherlands (CBS) knows a gemeente."""


def _cvdr(value: str) -> str:
    if re.fullmatch(r"CVDR[0-9]{1,8}/[0-9]{1,4}", value):
        return value
    digits = re.fullmatch(r"(?:CVDR)?([0-9]{1,8})[_/]([0-9]{1,4})", value, re.IGNORECASE)
    doe = f"schrijf het zo: CVDR{digits[1]}/{digits[2]}" if digits else ""
    raise value_error("cvdr", "dit is geen CVDR-nummer met versie", doe)


Cvdr = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=30),
    AfterValidator(_cvdr),
    text_schema("CVDR-nummer met versie (CVDR482304/1)", pattern="^CVDR[0-9]+/[0-9]+$"),
]
"""The number of a local regulation with its version, as lokaleregelgeving.overheid.nl has it."""


def _ja_nee(value: object) -> object:
    if not isinstance(value, str):
        return value
    answer = {"ja": True, "true": True, "nee": False, "false": False}.get(value.strip().lower())
    if answer is None:
        raise value_error("ja-nee", f"'{value}' is geen ja of nee")
    return answer


JaNee = Annotated[
    bool,
    BeforeValidator(_ja_nee),
    WithJsonSchema({"enum": ["ja", "nee", "true", "false", True, False], "x-vorm": "ja of nee"}),
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
