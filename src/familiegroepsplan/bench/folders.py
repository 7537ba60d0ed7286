"""How fast flyers are made: real files of some municipalities on two processes, and from there the whole country."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.compile import compile_pdf
from familiegroepsplan.print.data import flyer_data, missing_blocks
from familiegroepsplan.print.flyer import Flyer, Formaat, read_flyers
from familiegroepsplan.print.soorten import WEB
from familiegroepsplan.print.velden import add_fields
from familiegroepsplan.project import Project
from familiegroepsplan.wholefile import write_whole

PROCESSEN = 2
GEMEENTEN = 6
"""Six municipalities give more than 300 files."""
LAND = 342


@dataclass(frozen=True)
class Foldermeting:
    """What was measured: files, seconds of wall time in all, and seconds of one core for Typst and for the rest."""

    bestanden: int
    gemeenten: int
    seconden: float
    typst: float
    zelf: float

    @property
    def land(self) -> float:
        """Seconds for the web PDFs of all municipalities: extrapolated from those that were made."""
        return self.seconden * LAND / self.gemeenten

    def as_dict(self) -> dict[str, float]:
        """For `--json`; what is extrapolated says so in its name."""
        return asdict(self) | {"land_geschat": self.land}


def measure_flyers(project: Project, slugs: Sequence[str], folder: Path) -> Foldermeting:
    """Make the web PDFs of some municipalities in every language, below `folder`, without the cache."""
    chosen = slugs[:GEMEENTEN]
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSEN, mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(partial(_make_all, project.root, folder), chosen))
    seconds = time.perf_counter() - start
    files, typst, own = (sum(column) for column in zip(*parts, strict=True))
    return Foldermeting(int(files), len(chosen), seconds, typst, own)


def _make_all(root: Path, folder: Path, slug: str) -> tuple[int, float, float]:
    """Files made for one municipality, and the seconds of a core for Typst and for the rest."""
    start, typst, files = time.process_time(), 0.0, 0
    for path, data, seconds in _made(Project(root), slug):
        write_whole(folder / slug / path, data)
        typst += seconds
        files += 1
    return files, typst, time.process_time() - start - typst


def _made(project: Project, slug: str) -> Iterator[tuple[str, bytes, float]]:
    """Each file, where it goes, and the seconds of a core that Typst took."""
    inhoud, flyers = _loaded(project.root)
    gemeente, meldingen = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
    assert gemeente, meldingen
    bron, meldingen = read_bron(gemeente, project, inhoud)
    assert bron, meldingen
    for flyer in flyers:
        for taal in gemeente.talen:
            if missing_blocks(flyer, taal, inhoud):
                continue
            gegevens = flyer_data(flyer, taal, bron)
            start = time.process_time()
            pdf = compile_pdf(flyer.sjabloon, gegevens, root=project.flyers)
            seconds = time.process_time() - start
            if flyer.kop.formaat is Formaat.FORMULIER:
                pdf = add_fields(pdf, gegevens["richting"])
            yield WEB.path(flyer.naam, taal), pdf, seconds


@lru_cache(maxsize=1)
def _loaded(root: Path) -> tuple[Inhoud, list[Flyer]]:
    """The texts and flyers, read once per process as in real use."""
    project = Project(root)
    return load_inhoud(project), read_flyers(project)[0]
