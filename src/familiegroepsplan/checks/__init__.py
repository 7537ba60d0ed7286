"""Looks at everything that people wrote, and says what somebody must mend: where, what, how, who.

`check_texts` is about our own texts and data, `check_gemeente` about one municipality, `check_site` (in
`site`) about finished pages. `codes.all_rules` lists every rule of the project.
"""

from collections.abc import Collection, Iterator
from datetime import date

from familiegroepsplan.checks.blokken import check_blokken
from familiegroepsplan.checks.codes import Controle, all_rules
from familiegroepsplan.checks.diepte import without_deep
from familiegroepsplan.checks.doorverwijzingen import check_doorverwijzingen
from familiegroepsplan.checks.eigen_teksten import check_eigen_teksten
from familiegroepsplan.checks.gemeentedata import Gegevens, check_gegevens, check_talen
from familiegroepsplan.checks.landelijk import check_landelijk
from familiegroepsplan.checks.leesbaarheid import averages, check_leesbaarheid
from familiegroepsplan.checks.paginas import check_paginas
from familiegroepsplan.checks.plattegrond import read_plattegrond
from familiegroepsplan.checks.stand import Stand, read_stand
from familiegroepsplan.checks.teksten import check_begrippen, check_teksten
from familiegroepsplan.checks.termen import check_termen
from familiegroepsplan.checks.vertalingen import check_vertaalstaat, check_vertalingen
from familiegroepsplan.checks.wijzigingen import check_wijzigingen
from familiegroepsplan.checks.woorden import check_woorden, read_vaktaal
from familiegroepsplan.errors import Ernst, Melding, display_path
from familiegroepsplan.gemeente import Gemeente, read_gemeenten
from familiegroepsplan.gemeente.lezen import key_positions
from familiegroepsplan.huisstijl.merk import read_merk
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.reading import Document

__all__ = ["Controle", "all_rules", "averages", "check_gemeente", "check_texts", "text_errors"]


def check_texts(project: Project, inhoud: Inhoud, today: date, talen: Collection[str] | None = None) -> list[Melding]:
    """Everything wrong with our own texts and data, what reading them found included, by place.

    `talen` are the languages that municipalities offer; unless given, their files are read for it.
    """
    safe, deep = without_deep(inhoud)
    stand = read_stand(project, safe, today)
    offered = _offered(project) if talen is None else talen
    return sorted({*inhoud.meldingen, *deep, *_faults(stand), *_advice(stand, offered)})


def text_errors(project: Project, inhoud: Inhoud, today: date) -> list[Melding]:
    """The errors among these, for who does not ask for advice: in half the time."""
    safe, deep = without_deep(inhoud)
    found = {*inhoud.meldingen, *deep, *_faults(read_stand(project, safe, today))}
    return sorted(melding for melding in found if melding.ernst is Ernst.FOUT)


def _faults(stand: Stand) -> Iterator[Melding]:
    yield from check_blokken(stand)
    yield from check_paginas(stand)
    yield from check_vertalingen(stand)
    yield from check_teksten(stand)
    yield from check_begrippen(stand)
    yield from check_landelijk(stand)
    yield from read_vaktaal(stand.project)[1]


def _advice(stand: Stand, talen: Collection[str]) -> Iterator[Melding]:
    """What is no error: a test holds these checks to it."""
    yield from check_vertaalstaat(stand, talen)
    yield from check_termen(stand)
    yield from check_leesbaarheid(stand.inhoud)
    yield from check_woorden(stand)
    yield from check_wijzigingen(stand)


def _offered(project: Project) -> set[str]:
    gemeenten, _ = read_gemeenten(project.gemeenten, root=project.root)
    return {taal for gemeente in gemeenten for taal in gemeente.talen}


def check_gemeente(
    gemeente: Gemeente, project: Project, inhoud: Inhoud, today: date, positions: Document | None = None
) -> list[Melding]:
    """What a municipality's own data and texts leave to be mended, by place; reading them found no errors.

    `positions` are those of the keys in its file, for who has them already.
    """
    path = project.gemeenten / f"{gemeente.slug}.yml"
    document = positions or key_positions(path, root=project.root)
    gegevens = Gegevens(gemeente, document, display_path(path, project.root), today)
    meldingen = set(check_gegevens(gegevens))
    meldingen |= set(check_talen(gegevens, inhoud))
    meldingen |= set(read_merk(gemeente, project.gemeenten, gegevens.place("huisstijl"))[1])
    if gemeente.blokken or gemeente.aanvullingen:
        meldingen |= set(check_eigen_teksten(gegevens, project, inhoud, read_plattegrond(project, inhoud)))
    if gemeente.doorverwijzingen:
        meldingen |= set(check_doorverwijzingen(gegevens, inhoud, read_plattegrond(project, inhoud)))
    return sorted(meldingen)
