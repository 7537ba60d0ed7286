"""The pages of the project, put together in every language to see whether every name in them exists."""

from collections.abc import Iterator
from dataclasses import replace

from familiegroepsplan.assembly import Assembler
from familiegroepsplan.blok import BRON_TAAL, Blok
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.deel import part_names
from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.pagina import Paginabron

_BETTER_TOLD = "vertaling-koppen"
"""Differing headings: `vertalingen` tells them too, with the heading."""


def check_paginas(stand: Stand) -> Iterator[Melding]:
    """What is wrong when the pages are put together: unknown names, circles, pages without a title."""
    inhoud = _with_source(stand.inhoud)
    delen = part_names(stand.project.delen)
    paginas = [*stand.plattegrond.paginas, *_unused(stand)]
    for taal in inhoud.blokken:
        assembler = Assembler(inhoud, taal, delen)
        for pagina in paginas:
            meldingen = assembler.assemble(pagina).meldingen
            yield from (found for found in meldingen if found.code != _BETTER_TOLD)


def _with_source(inhoud: Inhoud) -> Inhoud:
    """The texts without translations of blocks that do not exist: `vertalingen` reports those."""
    dutch = inhoud.blokken.get(BRON_TAAL, {})
    if all(blokken.keys() <= dutch.keys() for blokken in inhoud.blokken.values()):
        return inhoud
    kept: dict[str, dict[str, Blok]] = {
        taal: {naam: blok for naam, blok in blokken.items() if naam in dutch}
        for taal, blokken in inhoud.blokken.items()
    }
    return replace(inhoud, blokken={BRON_TAAL: dict(dutch), **kept})


def _unused(stand: Stand) -> Iterator[Paginabron]:
    """A page that shows every block that no page shows, so that the names in those are looked at too."""
    unused = sorted(stand.inhoud.blokken.get(BRON_TAAL, {}).keys() - stand.plattegrond.used)
    home = next((pagina for pagina in stand.plattegrond.paginas if pagina.uri == "index.md"), None)
    if unused and home:
        yield replace(home, tekst="\n\n".join(f"{{{{ blok: {naam} }}}}" for naam in unused))
