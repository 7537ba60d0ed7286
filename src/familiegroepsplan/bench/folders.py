"""How fast flyers are made: real files on two processes, in their real order, and from there the whole country.

Of each flyer in each language the first that a process makes takes much longer than those that follow, since Typst
remembers (`print.compile`); and in the country many more follow than here. So both are measured apart, and the country
is reckoned from both: the first as often as they come, the others at what one of them took here.
"""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any

from familiegroepsplan.print.compile import typeset_pdf, use_one_core
from familiegroepsplan.print.flyer import Flyer
from familiegroepsplan.print.making import Opdracht, Taak, loaded, make_flyer, source, tasks, workshop
from familiegroepsplan.print.soorten import WEB, finish_web_pdf
from familiegroepsplan.project import Project

PROCESSEN = 2
GEMEENTEN = 20
"""So many municipalities give more than a thousand files, ten after one another in each process."""
LAND = 342


@dataclass(frozen=True)
class Duur:
    """Seconds of one file: on the clock, and of a core for Typst and for the rest."""

    klok: float
    typst: float
    zelf: float


@dataclass(frozen=True)
class Foldermeting:
    """What was measured: files, municipalities, seconds on the clock in all, and means per file or municipality.

    `soorten` is how many flyers there are, each language of each counted. `eerste` and `volgende` are seconds on the
    clock of a process for the first file of these and for one that follows; `typst` and `zelf` seconds of a core of one
    that follows; `lezen` seconds to read a municipality, which each process does; `begin` what the processes take to
    start and read the texts.
    """

    bestanden: int
    gemeenten: int
    soorten: int
    seconden: float
    begin: float
    lezen: float
    eerste: float
    volgende: float
    typst: float
    zelf: float

    @property
    def land(self) -> float:
        """Seconds for the web PDFs of all municipalities, reckoned from what was measured."""
        following = LAND / PROCESSEN - 1
        return self.begin + self.lezen * LAND + self.soorten * (self.eerste + following * self.volgende)

    def as_dict(self) -> dict[str, float]:
        """For `--json`; what is extrapolated says so in its name."""
        return asdict(self) | {"land_geschat": self.land}


def measure_flyers(project: Project, slugs: Sequence[str], folder: Path) -> Foldermeting:
    """Make the web PDFs of some municipalities in every language, below `folder`; the project's cache must be empty."""
    chosen = slugs[:GEMEENTEN]
    flyers = loaded(project.root)[2]
    taken = tasks(flyers, chosen, PROCESSEN)
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSEN, get_context("spawn"), use_one_core) as pool:
        done = list(pool.map(partial(_make_task, Opdracht(project.root, folder)), taken))
    seconds = time.perf_counter() - start
    files = [duren for _, duren in done if duren]
    first, rest = [duren[0] for duren in files], [duur for duren in files for duur in duren[1:]]
    reading = [second for read, _ in done for second in read]
    busy = sum(reading) + sum(duur.klok for duren in files for duur in duren)
    one = rest or first  # With one municipality in a process nothing follows.
    return Foldermeting(
        bestanden=len(first) + len(rest),
        gemeenten=len(chosen),
        soorten=len({(taak.flyer, taak.taal) for taak, (_, duren) in zip(taken, done, strict=True) if duren}),
        seconden=seconds,
        begin=max(0.0, seconds - busy / PROCESSEN),
        lezen=mean(reading),
        eerste=mean(duur.klok for duur in first),
        volgende=mean(duur.klok for duur in one),
        typst=mean(duur.typst for duur in one),
        zelf=mean(duur.zelf for duur in one),
    )


def _make_task(opdracht: Opdracht, taak: Taak) -> tuple[list[float], list[Duur]]:
    """A task as `fgp flyers` does it: the seconds to read each municipality that was new, and those of each file."""
    project, _, flyers = loaded(opdracht.root)
    flyer = next(one for one in flyers if one.naam == taak.flyer)
    werkplaats = workshop(project)
    reading, duren = [], []
    for slug in taak.slugs:
        known = source.cache_info().misses
        start = time.perf_counter()
        bron, _, meldingen = source(opdracht, slug)
        assert bron, meldingen
        if source.cache_info().misses > known:
            reading.append(time.perf_counter() - start)
        typst: list[float] = []
        soort = replace(WEB, maker=partial(_timed_web_pdf, typst))
        start, cpu = time.perf_counter(), time.process_time()
        oogst = make_flyer(flyer, taak.taal, [soort], bron, werkplaats, opdracht.out / slug)
        klok, core = time.perf_counter() - start, time.process_time() - cpu
        if oogst.gemaakt:
            duren.append(Duur(klok, typst[0], core - typst[0]))
    return reading, duren


def _timed_web_pdf(typst: list[float], flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The same as WEB makes; `typst` gets the seconds of a core that Typst took."""
    start = time.process_time()
    pdf = typeset_pdf(flyer.sjabloon, gegevens, root=root)
    typst.append(time.process_time() - start)
    return finish_web_pdf(pdf, flyer.kop.formaat, gegevens)
