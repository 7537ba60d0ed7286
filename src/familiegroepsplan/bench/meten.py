"""The measurements of `fgp bench`, each in a folder of its own and in the same run."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from familiegroepsplan.building import TemplateBuilder, build_sites
from familiegroepsplan.building.checked import checked_template
from familiegroepsplan.building.exchange import flush
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.run import AT_ONCE
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TAALCODES

FEW = 10
"""So many municipalities stand for the beginning of the growth."""


@dataclass(frozen=True)
class Metingen:
    """Seconds of wall time unless the name says otherwise; `mkdocs` is the mean of `mkdocs_gemeten` plain builds.

    What ends in `_een` is of a run for one municipality: without anything in the cache, with the template in it, after
    another one was built, with nothing changed, its file changed, a text changed. `een_blok_weer` is of the third time
    that a text changed: from then on a release is made of the one before the last.
    """

    gemeenten: int
    processen: int
    paginas: int
    bestanden: int
    bytes: int
    sjabloon: float
    vullen: float
    vullen_tien: float
    schrijven: float
    niets: float
    een_bestand: float
    een_blok: float
    een_blok_paginas: int
    een_blok_weer: float
    koud_een: float
    warm_een: float
    volgende_een: float
    niets_een: float
    bestand_een: float
    blok_een: float
    mkdocs: float
    mkdocs_gemeten: int
    geheugen_mb: float

    @property
    def totaal(self) -> float:
        """Everything from nothing: the template once, then all sites."""
        return self.sjabloon + self.vullen

    @property
    def lus(self) -> float:
        """Plain MkDocs for every municipality: extrapolated from the few that were measured."""
        return self.mkdocs * self.gemeenten

    def as_dict(self) -> dict[str, float]:
        """For `--json`, the sums too."""
        return asdict(self) | {"totaal": self.totaal, "mkdocs_lus_geschat": self.lus}


def measure(
    country: Project,
    slugs: Sequence[str],
    folder: Path,
    build_template: TemplateBuilder,
    plain: int,
    tell: Callable[[str], None],
) -> Metingen:
    """Build the country in `folder` in every way, `plain` municipalities with MkDocs alone; `tell` says how far."""
    processes = os.cpu_count() or 1

    def build(names: Sequence[str], out: Path) -> float:
        with _stopwatch() as seconds:
            failed = [one for one in build_sites(names, country, out, build_template) if not one.folder]
        if failed:
            raise RuntimeError("; ".join(str(m) for m in failed[0].errors))
        return seconds()

    tell("een gemeente zonder iets in de cache")
    cold = build(slugs[:1], folder / "een")
    shutil.rmtree(country.cache)
    tell("het sjabloon")
    template = _template(country, build_template)
    warm = build(slugs[:1], folder / "warm")
    tell("een gemeente: een volgende, niets veranderd, haar bestand, een tekst")
    following = build(slugs[1:2], folder / "warm")
    one_nothing = build(slugs[:1], folder / "warm")
    _touch_municipality(country, slugs[0])
    one_own = build(slugs[:1], folder / "warm")
    _touch_block(country)
    one_text = build(slugs[:1], folder / "warm")
    tell(f"{FEW} gemeenten, daarna {len(slugs)}")
    few = build(slugs[:FEW], folder / "tien")
    fill = build(slugs, folder / "alle")
    memory = _most_memory()
    tell("niets veranderd, een bestand, een tekst")
    nothing = build(slugs, folder / "alle")
    _touch_municipality(country, slugs[0])
    one_file = build(slugs, folder / "alle")
    _touch_block(country)
    one_block = build(slugs, folder / "alle")
    changed = _fresh_files(folder / "alle" / slugs[-1])
    tell("nog twee keer een tekst")
    for _ in range(2):
        _touch_block(country)
        again = build(slugs, folder / "alle")
    tell("dezelfde bytes, alleen geschreven")
    writing, files, size = _write_again(folder / "alle", slugs, folder / "kopie", processes)
    tell(f"{plain} keer mkdocs build")
    mkdocs = sum(_plain(country, slug, folder / "mkdocs") for slug in slugs[:plain]) / max(plain, 1)
    pages = sum(1 for slug in slugs for _ in (folder / "alle" / slug).rglob("*.html"))
    return Metingen(
        len(slugs), processes, pages, files, size, template, fill, few, writing, nothing, one_file, one_block, changed,
        again, cold, warm, following, one_nothing, one_own, one_text, mkdocs, plain, memory,
    )  # fmt: skip


def _most_memory() -> float:
    """MB that one process held at most, so far; 0 on Windows, which has no module that tells."""
    try:
        import resource
    except ImportError:
        return 0.0
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


@contextmanager
def _stopwatch() -> Iterator[Callable[[], float]]:
    start = time.perf_counter()
    end: list[float] = []
    yield lambda: end[0]
    end.append(time.perf_counter() - start)


def _template(country: Project, build_template: TemplateBuilder) -> float:
    cache = Cache(country.cache)
    with _stopwatch() as seconds, remembering(cache):
        checked_template(Inputs(country), set(TAALCODES), cache, build_template, {})
    return seconds()


def _touch_municipality(country: Project, slug: str) -> None:
    path = country.gemeenten / f"{slug}.yml"
    path.write_text(path.read_text("utf-8").replace("Het ", "Het nieuwe "), "utf-8", newline="\n")


def _touch_block(country: Project) -> None:
    path = country.blocks / "nl" / "waarom.md"
    path.write_text(path.read_text("utf-8").rstrip() + "\n\nEen zin erbij.\n", "utf-8", newline="\n")


def _fresh_files(site: Path) -> int:
    """How many pages of a site are not shared with the release before."""
    return sum(1 for path in site.rglob("*.html") if path.stat().st_nlink == 1)


def _write_again(out: Path, slugs: Sequence[str], folder: Path, processes: int) -> tuple[float, int, int]:
    """Seconds to do nothing but write the same files, with as many processes; how many files and bytes."""
    groups = [slugs[at : at + AT_ONCE] for at in range(0, len(slugs), AT_ONCE)]
    method = "fork" if os.name == "posix" and sys.platform != "darwin" else "spawn"
    with ProcessPoolExecutor(processes, get_context(method)) as pool:
        done = list(pool.map(_copy_group, [out] * len(groups), groups, [folder] * len(groups)))
    shutil.rmtree(folder, ignore_errors=True)
    return sum(one[0] for one in done) / processes, sum(one[1] for one in done), sum(one[2] for one in done)


def _copy_group(out: Path, slugs: Sequence[str], folder: Path) -> tuple[float, int, int]:
    seconds, files, size = 0.0, 0, 0
    for slug in slugs:
        data = {p.relative_to(out).as_posix(): p.read_bytes() for p in (out / slug).rglob("*") if p.is_file()}
        start = time.perf_counter()
        made: set[str] = set()
        for name, content in data.items():
            parent = name.rpartition("/")[0]
            if parent not in made:
                os.makedirs(f"{folder}/{parent}", exist_ok=True)  # noqa: PTH103
                made.add(parent)
            file = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT, 0o644)
            os.write(file, content)
            os.close(file)
        seconds += time.perf_counter() - start
        files, size = files + len(data), size + sum(map(len, data.values()))
    start = time.perf_counter()
    flush(folder)
    return seconds + time.perf_counter() - start, files, size


def _plain(country: Project, slug: str, folder: Path) -> float:
    """Seconds of one `mkdocs build` of a municipality, start-up included."""
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet", "--site-dir", str(folder)]
    with _stopwatch() as seconds:
        subprocess.run(
            command, cwd=country.root, env=os.environ | {"GEMEENTE": slug, "NO_MKDOCS_2_WARNING": "1"}, check=True
        )
    return seconds()
