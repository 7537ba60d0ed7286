"""Safety and form of one Markdown text, a block or a municipality's own text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from familiegroepsplan.checks.koppen import check_koppen, find_koppen
from familiegroepsplan.checks.linkcontrole import check_links
from familiegroepsplan.checks.links import find_links
from familiegroepsplan.checks.opmaak import check_opmaak
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.checks.vangnet import check_rendered
from familiegroepsplan.errors import Melding
from familiegroepsplan.reading import refused

MEESTE_HAKEN = 200
"""Square brackets that may follow or enclose each other: for each one Markdown tries all others again."""

MEESTE_LINKS = 500
"""Square brackets that a text may open in all; ours open about ten."""

MEESTE_NIVEAUS = 20
"""Quotations and lists that may stand in each other: Markdown calls itself for each."""

_MEESTE_MELDINGEN = 50
_NIVEAUS = re.compile(r"(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}\.)(?=[ \t])))+")
_NIVEAU = re.compile(r">|[*+-]|\d{1,9}\.")


@dataclass(frozen=True)
class Omgeving:
    """Where a text stands: the map of the site, its pages, ids taken elsewhere, and whether it needs ids."""

    plattegrond: Plattegrond
    paginas: frozenset[str] = frozenset()
    bezet: Mapping[str, str] = field(default_factory=dict)
    id_verplicht: bool = False


def check_markdown(tekst: Tekst, omgeving: Omgeving) -> list[Melding]:
    """Everything wrong with a text. It is rendered only when nothing was found in its source."""
    if deep := _too_deep(tekst):
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


def _too_deep(tekst: Tekst) -> Melding | None:
    """What would keep Markdown busy for minutes, or make it fail, before Markdown sees it."""
    depth = opened = 0
    for position, character in enumerate(tekst.inhoud):
        if character == "[":
            depth, opened = depth + 1, opened + 1
        elif character == "]":
            depth = max(0, depth - 1)
        if depth > MEESTE_HAKEN:
            return tekst.fault("md-te-diep", position, f"meer dan {MEESTE_HAKEN} haken na of in elkaar")
        if opened > MEESTE_LINKS:
            return tekst.fault("md-te-diep", position, f"meer dan {MEESTE_LINKS} rechte haken in één tekst")
    return _too_nested(tekst)


def _too_nested(tekst: Tekst) -> Melding | None:
    position = 0
    for line in tekst.inhoud.split("\n"):
        markers = _NIVEAUS.match(line)
        if markers and len(_NIVEAU.findall(markers[0])) > MEESTE_NIVEAUS:
            wat = f"meer dan {MEESTE_NIVEAUS} citaten of lijsten in elkaar"
            return tekst.fault("md-te-diep", position, wat)
        position += len(line) + 1
    return None
