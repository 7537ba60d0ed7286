"""What a rule of these checks says."""

from dataclasses import dataclass

from familiegroepsplan.errors import Ernst, Wie
from familiegroepsplan.reading.codes import Regel


@dataclass(frozen=True)
class Checkregel(Regel):
    """A rule with those who may have to act on it; the first one does unless a message says otherwise."""

    wie: tuple[Wie, ...] = (Wie.REDACTIE,)


def error(code: str, uitleg: str, doe: str, *wie: Wie) -> Checkregel:
    """A rule whose breach keeps a municipality from being published."""
    return Checkregel(code, uitleg, doe, Ernst.FOUT, wie or (Wie.REDACTIE,))


def warning(code: str, uitleg: str, doe: str, *wie: Wie) -> Checkregel:
    """A rule whose breach is told, and no more."""
    return Checkregel(code, uitleg, doe, Ernst.WAARSCHUWING, wie or (Wie.REDACTIE,))
