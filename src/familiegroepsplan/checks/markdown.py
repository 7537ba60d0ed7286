"""Safety and form of one Markdown text, a block or a municipality's own text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from familiegroepsplan.cache import recall
from familiegroepsplan.checks.diepte import too_deep
from familiegroepsplan.checks.koppen import check_koppen, find_koppen
from familiegroepsplan.checks.linkcontrole import check_links
from familiegroepsplan.checks.links import find_links
from familiegroepsplan.checks.opmaak import check_opmaak
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.checks.vangnet import check_rendered
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.reading import refused

_MEESTE_MELDINGEN = 50


@dataclass(frozen=True)
class Omgeving:
    """Where a text stands: the map of the site, its pages, ids taken elsewhere, and whether it needs ids."""

    plattegrond: Plattegrond
    paginas: frozenset[str] = frozenset()
    bezet: Mapping[str, str] = field(default_factory=dict)
    id_verplicht: bool = False

    @property
    def key(self) -> str:
        """A digest of all of it."""
        return digest(self.plattegrond.key, sorted(self.paginas), sorted(self.bezet.items()), self.id_verplicht)


def check_markdown(tekst: Tekst, omgeving: Omgeving) -> list[Melding]:
    """Everything wrong with a text. It is rendered only when nothing was found in its source."""
    return recall("tekst", (tekst, omgeving.key), lambda: _found(tekst, omgeving))


def _found(tekst: Tekst, omgeving: Omgeving) -> list[Melding]:
    if deep := too_deep(tekst):
        return [deep]
    meldingen = list(islice(_in_source(tekst, omgeving), _MEESTE_MELDINGEN))
    if not refused(meldingen):
        meldingen += check_rendered(tekst)
    return sorted(meldingen)


def _in_source(tekst: Tekst, omgeving: Omgeving) -> Iterator[Melding]:
    koppen, links = find_koppen(tekst.masked), find_links(tekst.masked)
    eigen = frozenset(kop.id for kop in koppen if kop.id)
    yield from check_opmaak(tekst, koppen)
    yield from check_koppen(tekst, koppen, id_required=omgeving.id_verplicht, taken=omgeving.bezet)
    yield from check_links(tekst, links, omgeving.plattegrond, omgeving.paginas, eigen)
