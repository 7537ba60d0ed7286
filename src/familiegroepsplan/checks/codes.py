"""Every rule of these checks: its code, what it guards, what to do, how bad a breach is, who has to act.

`all_rules` gathers the rules of the whole project, from which the reference page of all checks is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from familiegroepsplan.bronnen.regels import REGELS as BRONNEN
from familiegroepsplan.checks.regels import TABEL
from familiegroepsplan.checks.regels_markdown import TABEL as MARKDOWN
from familiegroepsplan.checks.regels_opbouw import TABEL as OPBOUW
from familiegroepsplan.checks.site import SITE_REGELS
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.huisstijl.codes import REGELS as HUISSTIJL
from familiegroepsplan.print.codes import REGELS as FOLDERS
from familiegroepsplan.reading.codes import REGELS as LEZEN
from familiegroepsplan.reading.codes import Regel
from familiegroepsplan.screen.regels import REGELS as SCREENEN
from familiegroepsplan.verordening.regels import REGELS as VERORDENING
from familiegroepsplan.vertaling.regels import REGELS as INLEZEN

REGELS = MappingProxyType({regel.code: regel for regel in (*OPBOUW, *MARKDOWN, *TABEL)})
"""The rules of this package, and those of `assembly`, by code."""


@dataclass(frozen=True)
class Controle:
    """A rule of the project with the part of the project it belongs to and those who may have to act."""

    regel: Regel
    onderdeel: str
    wie: tuple[Wie, ...]


def melding(
    code: str, plaats: Plaats, wat: str, doe: str = "", *, sleutel: str = "", wie: Wie | None = None
) -> Melding:
    """A message under a rule of this package; remedy, severity and who acts come from there unless given."""
    regel = REGELS[code]
    return Melding(plaats, sleutel, wat, doe or regel.doe, code, regel.ernst, wie or regel.wie[0])


def all_rules() -> Mapping[str, Controle]:
    """Every rule of the project by code, in the order of the reference page."""
    return MappingProxyType({controle.regel.code: controle for controle in _gathered()})


def _gathered() -> Iterator[Controle]:
    everyone = (Wie.GEMEENTE, Wie.REDACTIE, Wie.VERTALER)
    yield from _of("bestanden en sleutels", LEZEN.values(), everyone)
    yield from _of("huisstijl", HUISSTIJL.values(), (Wie.GEMEENTE,))
    for onderdeel, table in (("opbouw van pagina's", OPBOUW), ("Markdown", MARKDOWN), ("inhoud", TABEL)):
        yield from (Controle(regel, onderdeel, regel.wie) for regel in table)
    yield from _of("vertalingen inlezen", INLEZEN.values(), (Wie.VERTALER,))
    yield from _of("folders", FOLDERS.values(), (Wie.GEMEENTE, Wie.REDACTIE, Wie.VERTALER, Wie.ONTWIKKELAAR))
    yield from _of("officiële tekst overnemen", VERORDENING.values(), (Wie.GEMEENTE,))
    yield from _of("bronnen op internet", BRONNEN.values(), (Wie.GEMEENTE, Wie.REDACTIE, Wie.VERTALER))
    yield from _of("screenen", SCREENEN.values(), (Wie.GEMEENTE, Wie.REDACTIE))
    yield from _of("gebouwde site", SITE_REGELS.values(), (Wie.REDACTIE, Wie.ONTWIKKELAAR))


def _of(onderdeel: str, regels: Iterable[Regel], wie: tuple[Wie, ...]) -> Iterator[Controle]:
    return (Controle(regel, onderdeel, wie) for regel in regels)
