"""The map of the site: which page holds which blocks, and which anchors a link can lead to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from familiegroepsplan.blok import Blok
from familiegroepsplan.deel import part_names
from familiegroepsplan.digest import digest
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import placeholders
from familiegroepsplan.pagina import NIET_GEVONDEN, Paginabron, read_paginas
from familiegroepsplan.project import Project

_PART_ID = re.compile(r"\sid=\"([a-z0-9-]+)\"")


@dataclass(frozen=True)
class Plattegrond:
    """Pages by their address below docs/ (`professionals/plicht.md`).

    `ankers` gives the anchors of each page, `blokken` the Dutch blocks on it (its lead among them),
    `deel_ids` the ids that stand in named parts, each with its part.
    """

    docs: Path
    paginas: tuple[Paginabron, ...]
    ankers: Mapping[str, frozenset[str]]
    blokken: Mapping[str, frozenset[str]]
    deel_ids: Mapping[str, str]

    @cached_property
    def key(self) -> str:
        """A digest of what a check of a text sees of it, the names of files in docs/ among it."""
        pages = [(pagina.uri, pagina.naam) for pagina in self.paginas]
        ankers = [(uri, sorted(found)) for uri, found in self.ankers.items()]
        blokken = [(uri, sorted(found)) for uri, found in self.blokken.items()]
        files = sorted(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*"))
        return digest(pages, ankers, blokken, sorted(self.deel_ids.items()), files)

    def pages_with(self, naam: str) -> frozenset[str]:
        """The addresses of the pages on which a block stands."""
        return frozenset(uri for uri, blokken in self.blokken.items() if naam in blokken)

    def by_name(self, naam: str) -> str | None:
        """The address of the page that own texts and checks know as `naam`."""
        return next((pagina.uri for pagina in self.paginas if pagina.naam == naam), None)

    @property
    def used(self) -> frozenset[str]:
        """Every block that some page shows, the one for an address that does not exist included."""
        return frozenset({f"pagina-{NIET_GEVONDEN}"}).union(*self.blokken.values())


def read_plattegrond(project: Project, inhoud: Inhoud) -> Plattegrond:
    """The map of the pages in docs/ with the blocks of `inhoud`."""
    paginas = tuple(read_paginas(project))
    delen = {naam: _part_ids(project.delen / f"{naam}.html") for naam in sorted(part_names(project.delen))}
    blokken = {pagina.uri: _blocks_of(pagina, inhoud) for pagina in paginas}
    ankers = {pagina.uri: _anchors(pagina, blokken[pagina.uri], inhoud, delen) for pagina in paginas}
    deel_ids = {anchor: naam for naam, ids in delen.items() for anchor in ids}
    return Plattegrond(project.docs, paginas, ankers, blokken, deel_ids)


def _part_ids(path: Path) -> frozenset[str]:
    return frozenset(_PART_ID.findall(path.read_text("utf-8")))


def _blocks_of(pagina: Paginabron, inhoud: Inhoud) -> frozenset[str]:
    """The page's lead and its blocks, and the blocks named in those, as far as they exist."""
    found: set[str] = set()
    waiting = [pagina.kopblok, *_named(pagina.tekst, "blok")]
    while waiting:
        naam = waiting.pop()
        blok = inhoud.bron_blok(naam)
        if blok and naam not in found:
            found.add(naam)
            waiting += _named(blok.tekst, "blok")
    return frozenset(found)


def _anchors(
    pagina: Paginabron, namen: frozenset[str], inhoud: Inhoud, delen: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    blokken = [blok for naam in namen if (blok := inhoud.bron_blok(naam))]
    texts = [pagina.tekst, *(blok.tekst for blok in blokken)]
    in_parts = (delen.get(deel, frozenset()) for text in texts for deel in _named(text, "deel"))
    headings = (kop.id for blok in blokken for kop in blok.koppen if kop.id)
    return frozenset(namen - {pagina.kopblok}).union(headings, *in_parts)


def _named(text: str, soort: str) -> list[str]:
    return [part.naam for part in placeholders(text) if part.soort == soort]


def heading_ids(blokken: Mapping[str, Blok]) -> dict[str, list[Blok]]:
    """Every heading id with the blocks that have it."""
    ids: dict[str, list[Blok]] = {}
    for blok in blokken.values():
        for kop in blok.koppen:
            if kop.id:
                ids.setdefault(kop.id, []).append(blok)
    return ids
