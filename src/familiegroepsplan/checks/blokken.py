"""The blocks of the project: their text, their front matter, and the pages that show them."""

from collections.abc import Collection, Iterator
from datetime import date

from familiegroepsplan.assembly import Assembler
from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.datum import Feit, check_bron, check_datum
from familiegroepsplan.checks.markdown import Omgeving, check_markdown
from familiegroepsplan.checks.plattegrond import Plattegrond, heading_ids
from familiegroepsplan.checks.sleutelplaats import key_place
from familiegroepsplan.checks.tekst import text_of
from familiegroepsplan.deel import part_names
from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import suggestion
from familiegroepsplan.pagina import Paginabron
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN

OMSCHRIJVING = range(70, 161)
"""How many characters a description for search engines may have."""


def check_blokken(project: Project, inhoud: Inhoud, plattegrond: Plattegrond, vandaag: date) -> Iterator[Melding]:
    """Everything wrong with the blocks, translations included, and with the pages they make."""
    for blok in inhoud.blokken.get(BRON_TAAL, {}).values():
        yield from _front_matter(blok, project, inhoud, vandaag)
        yield from _use(blok, project, plattegrond)
    for taal, blokken in inhoud.blokken.items():
        for blok in blokken.values():
            yield from _description(blok, project)
            yield from check_markdown(text_of(blok), _surroundings(blok, taal, inhoud, plattegrond))
    yield from _assembled(project, inhoud, plattegrond)


def _surroundings(blok: Blok, taal: str, inhoud: Inhoud, plattegrond: Plattegrond) -> Omgeving:
    paginas = plattegrond.pages_with(blok.naam)
    if taal != BRON_TAAL:
        return Omgeving(plattegrond, paginas)
    return Omgeving(plattegrond, paginas, _taken(blok, inhoud.blokken[BRON_TAAL], plattegrond), id_verplicht=True)


def _taken(blok: Blok, blokken: Collection[str] | dict[str, Blok], plattegrond: Plattegrond) -> dict[str, str]:
    raise NotImplementedError
