"""Making many flyers: one gemeente after the other, or spread over processes."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.data import Bron
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.folder import Soort, Werkplaats
from familiegroepsplan.project import Project
from familiegroepsplan.wholefile import write_whole


@dataclass
class Oogst:
    """What came of some files: how many were made anew, how many came from the cache, and the messages."""

    gemaakt: int = 0
    hergebruikt: int = 0
    meldingen: list[Melding] = field(default_factory=list)

    def add(self, other: "Oogst") -> None:
        """Take in what came of other files."""
        self.gemaakt += other.gemaakt
        self.hergebruikt += other.hergebruikt
        self.meldingen += other.meldingen


@dataclass(frozen=True)
class Taak:
    """The files of one flyer for one gemeente: in all its languages, of these kinds, below `folder`."""

    slug: str
    flyer: str
    soorten: tuple[Soort, ...]
    folder: Path
    afzender: str | None = None


def workshop(project: Project) -> Werkplaats:
    """Where the flyers of a project are made."""
    return Werkplaats(project.flyers, project.root / ".cache" / "folders")


def make_flyers(
    flyers: Sequence[Flyer], soorten: Sequence[Soort], bron: Bron, werkplaats: Werkplaats, folder: Path
) -> Oogst:
    """Write the flyers in every language of the gemeente below `folder`. What fails leaves the rest alone."""
    oogst = Oogst()
    for flyer in flyers:
        for taal in bron.gemeente.talen:
            for soort in (soort for soort in soorten if flyer.kop.formaat in soort.formaten):
                made = werkplaats.make(soort, flyer, taal, bron)
                oogst.meldingen += made.meldingen
                if made.inhoud is None:
                    break
                oogst.hergebruikt += made.hergebruikt
                oogst.gemaakt += not made.hergebruikt
                write_whole(folder / soort.path(flyer.naam, taal), made.inhoud)
    return oogst


def make_parallel(project: Project, taken: Sequence[Taak]) -> Iterator[tuple[Taak, Oogst]]:
    """Each task with what came of it, as they are done, over as many processes as there are cores."""
    workers = max(1, min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, len(taken)))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from zip(taken, pool.map(partial(_perform, project.root), taken), strict=True)


def _perform(root: Path, taak: Taak) -> Oogst:
    """One task, within a process that reads the project once."""
    project, _, flyers = _loaded(root)
    bron, meldingen = _source(root, taak.slug, taak.afzender)
    if bron is None:
        return Oogst(meldingen=list(meldingen))
    flyer = next(one for one in flyers if one.naam == taak.flyer)
    oogst = make_flyers([flyer], taak.soorten, bron, workshop(project), taak.folder)
    oogst.meldingen[:0] = meldingen
    return oogst


@lru_cache(maxsize=1)
def _loaded(root: Path) -> tuple[Project, Inhoud, list[Flyer]]:
    project = Project(root)
    return project, load_inhoud(project), read_flyers(project)[0]


@lru_cache(maxsize=2)
def _source(root: Path, slug: str, afzender: str | None) -> tuple[Bron | None, tuple[Melding, ...]]:
    project, inhoud, _ = _loaded(root)
    gemeente, meldingen = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
    if gemeente is None:
        return None, tuple(meldingen)
    bron, found = read_bron(gemeente, project, inhoud, afzender)
    return bron, tuple(found)
