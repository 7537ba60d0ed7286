"""Making many flyers: of one gemeente, or of all of them over processes.

Whoever makes the same flyer in the same language for one gemeente after the other is about three times as fast as who
makes all flyers of a gemeente before those of the next: Typst then remembers what is the same (see `compile`).
"""

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.compile import use_one_core
from familiegroepsplan.print.data import Bron
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.folder import Soort, Werkplaats
from familiegroepsplan.print.plaatje import PLAATJE
from familiegroepsplan.print.soorten import KANTOOR, WEB, press_kinds
from familiegroepsplan.project import Project
from familiegroepsplan.register import slugify
from familiegroepsplan.taal import TALEN
from familiegroepsplan.wholefile import write_whole

ALTIJD = (WEB, KANTOOR, PLAATJE)
"""The kinds of files that are always made; those for a printer are added when they are asked for."""


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
class Opdracht:
    """What is asked of a run: below which folder the files of each gemeente go, whether those for the press are made
    too, and the provider that sends the flyers."""

    root: Path
    out: Path
    pers: bool = False
    afzender: str | None = None


@dataclass(frozen=True)
class Taak:
    """One flyer in one language, for some gemeenten."""

    flyer: str
    taal: str
    slugs: tuple[str, ...]


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
            oogst.add(make_flyer(flyer, taal, soorten, bron, werkplaats, folder))
    return oogst


def make_flyer(
    flyer: Flyer, taal: str, soorten: Sequence[Soort], bron: Bron, werkplaats: Werkplaats, folder: Path
) -> Oogst:
    """Write one flyer in one language below `folder`, in each of these kinds that it has."""
    oogst = Oogst()
    kinds = [soort for soort in soorten if flyer.kop.formaat in soort.formaten]
    for soort, made in zip(kinds, werkplaats.make_kinds(kinds, flyer, taal, bron), strict=False):
        oogst.meldingen += made.meldingen
        if made.inhoud is not None:
            oogst.hergebruikt += made.hergebruikt
            oogst.gemaakt += not made.hergebruikt
            write_whole(folder / soort.path(flyer.naam, taal), made.inhoud)
    return oogst


def in_order(flyers: Iterable[Flyer], talen: Iterable[str]) -> Iterator[tuple[Flyer, str]]:
    """Each flyer in each language, in the order in which it is best to go by all gemeenten."""
    for taal, flyer in product(talen, flyers):
        yield flyer, taal


def tasks(flyers: Sequence[Flyer], slugs: Sequence[str], processes: int) -> list[Taak]:
    """All the work for these gemeenten, in order; of each flyer in each language every process gets an equal part."""
    size = -(-len(slugs) // processes)
    parts = [tuple(slugs[at : at + size]) for at in range(0, len(slugs), size)]
    return [Taak(flyer.naam, taal, part) for flyer, taal in in_order(flyers, TALEN) for part in parts]


def cores() -> int:
    """How many processes may work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_parallel(opdracht: Opdracht, taken: Sequence[Taak]) -> Iterator[tuple[Taak, Oogst]]:
    """Each task with what came of it, as they are done, over as many processes as there are cores."""
    workers = max(1, min(cores(), len(taken)))
    with ProcessPoolExecutor(workers, get_context("spawn"), use_one_core) as pool:
        yield from zip(taken, pool.map(partial(_perform, opdracht), taken), strict=True)


def _perform(opdracht: Opdracht, taak: Taak) -> Oogst:
    """One task, within a process that reads the project and each gemeente once."""
    project, _, flyers = loaded(opdracht.root)
    flyer = next(one for one in flyers if one.naam == taak.flyer)
    oogst = Oogst()
    for slug in taak.slugs:
        bron, soorten, meldingen = source(opdracht, slug)
        oogst.meldingen += meldingen
        if bron and taak.taal in bron.gemeente.talen:
            oogst.add(make_flyer(flyer, taak.taal, soorten, bron, workshop(project), opdracht.out / slug))
    return oogst


@lru_cache(maxsize=1)
def loaded(root: Path) -> tuple[Project, Inhoud, list[Flyer]]:
    """The project with its texts and flyers, read once per process."""
    project = Project(root)
    known = project, load_inhoud(project), read_flyers(project)[0]
    gc.freeze()  # They stay until the end: no use in looking through them again and again.
    return known


@lru_cache(maxsize=512)
def source(opdracht: Opdracht, slug: str) -> tuple[Bron | None, tuple[Soort, ...], tuple[Melding, ...]]:
    """What the flyers of a gemeente are made from, in which kinds, and what is wrong."""
    project, inhoud, _ = loaded(opdracht.root)
    gemeente, meldingen = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
    if gemeente is None:
        return None, (), tuple(meldingen)
    bron, found = read_bron(gemeente, project, inhoud, opdracht.afzender)
    pers, told = press_kinds(gemeente, project) if opdracht.pers else ((), [])
    soorten = ALTIJD + pers
    if opdracht.afzender:
        soorten = tuple(replace(s, map="/".join(filter(None, (slugify(opdracht.afzender), s.map)))) for s in soorten)
    return bron, soorten, (*meldingen, *found, *told)
