"""A run over some municipalities: in parallel, and one that fails does not stop the others."""

import gc
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.building.beside import end_with_parent
from familiegroepsplan.building.checked import checked_template
from familiegroepsplan.building.exchange import flush
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.known import Memory
from familiegroepsplan.building.outcome import Resultaat
from familiegroepsplan.building.releases import Releases
from familiegroepsplan.building.site import Made, Workshop
from familiegroepsplan.building.state import Stand, Standen
from familiegroepsplan.building.template import TemplateBuilder
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.print.compile import use_one_core
from familiegroepsplan.product import Product
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN

TALEN_KEY = re.compile(r"^talen[ \t]*:(.*(?:\n[ \t\]-].*)*)", re.MULTILINE)
"""The key at the start of a line, and what belongs to it on the next ones."""

AT_ONCE = 8
"""Sites that a process makes before it has them put on the disk and publishes them."""

LOOKED_THROUGH = 50_000, 20, 20
"""Python's collector looks through new objects after so many of them, and not after every 700."""


def build_sites(
    slugs: Sequence[str],
    project: Project,
    out: Path,
    build_template: TemplateBuilder,
    products: Sequence[Product] = (),
    processes: int = 0,
    waiting: Callable[[], None] | None = None,
) -> Iterator[Resultaat]:
    """Build and publish each site with its products into `out/<slug>`, one result at a time.

    A fault in the shared texts raises Gebruikersfout before anything is written; a fault of one municipality keeps
    only that one from being published. OSError when `out` cannot be written: what stood there still stands.
    `processes`: how many work at once (0: one per core). `waiting` is called when another run is busy in `out`.
    """
    cache = Cache(project.cache)
    releases = Releases(out)
    standen = Standen(cache, releases.out)
    with releases.lock(waiting), remembering(cache):
        inputs = Inputs(project, [product.naam for product in products])
        todo = []
        for slug in slugs:
            stand = standen.last(slug)
            if stand and _is_current(stand, inputs, slug) and standen.is_whole(slug, stand):
                yield _unchanged(slug, stand, releases)
            else:
                todo.append(slug)
        if todo:
            talen = _languages(todo, project)
            memory = Memory(cache, inputs, talen)
            alone = processes == 1
            inhoud, keys, template = checked_template(inputs, talen, cache, build_template, memory.known.pages, alone)
            common = memory.common(inhoud, template)
            shop = Workshop(inputs, common, keys, releases, standen, products, date.today())
            yield from _make_all(shop, todo, processes or os.cpu_count() or 1)
            if inputs.are_current():
                memory.keep(common, keys)
            else:
                standen.forget(*todo)
            releases.tidy()
            cache.clean()


def go_back(slugs: Sequence[str], out: Path) -> dict[str, bool]:
    """Put the previous release of each site back; tells for each whether there was one. Raises OSError."""
    releases = Releases(out)
    with releases.lock():
        return {slug: releases.go_back(slug) for slug in slugs}


def _unchanged(slug: str, stand: Stand, releases: Releases) -> Resultaat:
    meldingen = list(stand.meldingen)
    return Resultaat(slug, releases.published(slug), stand.pages, 0.0, meldingen, stand.pages, stand.gemeente)


def _is_current(stand: Stand, inputs: Inputs, slug: str) -> bool:
    known = stand.shared, stand.own, stand.checked
    return known == (inputs.shared, inputs.own(slug), date.today())


def _languages(slugs: Iterable[str], project: Project) -> set[str]:
    """The languages that these municipalities offer, by the words after `talen:`; the files are read later."""
    named = {word for slug in slugs for word in _named_languages(project.gemeenten / f"{slug}.yml")}
    return {taal for taal in TALEN if taal in named} | {BRON_TAAL}


def _named_languages(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return []
    found = TALEN_KEY.search(text)
    return re.findall(r"\w+", found[1] if found else text)


def _make_all(shop: Workshop, slugs: Sequence[str], processes: int) -> Iterator[Resultaat]:
    size = max(1, min(AT_ONCE, len(slugs) // (2 * processes)))
    groups = [slugs[at : at + size] for at in range(0, len(slugs), size)]
    if processes == 1 or len(groups) == 1:
        for group in groups:
            yield from make_and_publish(shop, group)
        return
    shop.learn(slugs[0])
    gc.collect()
    gc.freeze()  # The template and the texts stay until the end: no use in looking through them again and again.
    method = "fork" if sys.platform == "linux" else "spawn"  # macOS has fork too, but its libraries do not survive it
    with ProcessPoolExecutor(processes, get_context(method), _start, (shop,)) as pool:
        futures = [pool.submit(_work, group) for group in groups]
        try:
            for future in as_completed(futures):
                yield from future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


_shop: Workshop | None = None


def _start(shop: Workshop) -> None:
    global _shop
    _shop = shop
    gc.set_threshold(*LOOKED_THROUGH)
    use_one_core()
    end_with_parent()


def _work(slugs: Sequence[str]) -> list[Resultaat]:
    assert _shop is not None
    return make_and_publish(_shop, slugs)


def make_and_publish(shop: Workshop, slugs: Sequence[str]) -> list[Resultaat]:
    """Make these sites, have them on the disk, and let each take the place of its old one."""
    made: list[Made] = []
    try:
        shop.prepare(slugs)
        made += map(shop.make, slugs)
        if any(one.inventory for one in made):
            flush(shop.releases.out)
        for one in made:
            _publish(shop, one)
    finally:
        for slug in slugs:
            shutil.rmtree(shop.releases.hidden / "nieuw" / slug, ignore_errors=True)
    return [one.resultaat for one in made]


def _publish(shop: Workshop, one: Made) -> None:
    slug = one.resultaat.slug
    if one.inventory:
        if not one.keep_spare:
            shop.standen.forget_release(shop.releases.previous(slug))
        shop.releases.publish(slug, names=one.inventory.names, keep_spare=one.keep_spare)
    if one.stand and one.stand.own == shop.inputs.own(slug):
        shop.standen.put(slug, one.stand, one.inventory)
