"""Whether facts carry a source and a date on which somebody checked them, not too long ago."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from familiegroepsplan.checks.codes import melding
from familiegroepsplan.errors import Melding, Plaats, Wie

GELDIG_DAGEN = 365
"""How long a check holds."""


@dataclass(frozen=True)
class Feit:
    """Something that somebody must have checked: what it is called, its key and place, who acts."""

    naam: str
    sleutel: str
    plaats: Plaats
    wie: Wie


def check_datum(feit: Feit, gecontroleerd_op: date | None, vandaag: date) -> Iterator[Melding]:
    """A message when a fact is unchecked, checked too long ago, or said to be checked in the future."""
    if gecontroleerd_op is None:
        yield _melding("niet-gecontroleerd", feit, f"{feit.naam} is nog niet nagekeken")
    elif gecontroleerd_op > vandaag:
        yield _melding("controle-toekomst", feit, f"{gecontroleerd_op} moet nog komen")
    elif (vandaag - gecontroleerd_op).days > GELDIG_DAGEN:
        yield _melding("controle-verlopen", feit, f"{feit.naam} is voor het laatst nagekeken op {gecontroleerd_op}")


def check_bron(feit: Feit, bron: str | None) -> Iterator[Melding]:
    """A message when it is not told where a fact comes from."""
    if not bron:
        yield _melding("bron-ontbreekt", feit, f"van {feit.naam} staat er niet waar het vandaan komt")


def _melding(code: str, feit: Feit, wat: str) -> Melding:
    return melding(code, feit.plaats, wat, sleutel=feit.sleutel, wie=feit.wie)
