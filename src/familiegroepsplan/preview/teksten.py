"""Reading and checking only the texts that were saved, so that the preview keeps up with the writer."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL, Blok, read_blok
from familiegroepsplan.building import errors_among
from familiegroepsplan.checks.blokken import check_blok
from familiegroepsplan.checks.plattegrond import heading_ids
from familiegroepsplan.checks.stand import read_stand
from familiegroepsplan.errors import Melding, display_path
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project


def read_changed(project: Project, before: Inhoud | None, paths: Collection[Path]) -> Inhoud:
    """All texts, of which only the blocks in `paths` are read anew when nothing else was saved.

    Raises Gebruikersfout when the national data cannot be read.
    """
    if before is None or not all(_is_block(project, path) and path.is_file() for path in paths):
        return load_inhoud(project)
    blokken = {taal: dict(of_language) for taal, of_language in before.blokken.items()}
    meldingen = list(before.meldingen)
    for path in paths:
        blok, found = read_blok(path, path.parent.name, root=project.root)
        pad = display_path(path, project.root)
        meldingen = [m for m in meldingen if m.plaats.pad != pad] + found
        if blok:
            blokken.setdefault(blok.taal, {})[blok.naam] = blok
    return replace(before, blokken=blokken, meldingen=tuple(meldingen))


def check_changed(project: Project, inhoud: Inhoud, paths: Collection[Path]) -> list[Melding]:
    """The errors of reading, and of the blocks in `paths`."""
    found = set(inhoud.meldingen)
    if blokken := list(_blocks(project, inhoud, paths)):
        stand = read_stand(project, inhoud, date.today())
        ids = heading_ids(inhoud.blokken.get(BRON_TAAL, {}))
        found |= {melding for blok in blokken for melding in check_blok(blok, stand, ids)}
    return errors_among(sorted(found))


def _is_block(project: Project, path: Path) -> bool:
    return path.parent.parent == project.blocks and path.suffix == ".md"


def _blocks(project: Project, inhoud: Inhoud, paths: Collection[Path]) -> Iterator[Blok]:
    for path in paths:
        if _is_block(project, path) and (blok := inhoud.blok(path.stem, path.parent.name)):
            yield blok
