"""Whether the links and images of a text are safe, whole, and lead somewhere."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from familiegroepsplan.checks.links import SCRIPTS, Link, Linksoort, plain_target
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.checks.tekst import GEMASKEERD, Tekst
from familiegroepsplan.errors import Melding
from familiegroepsplan.names import suggestion

_SAFE = {"http", "https", "mailto", "tel"}


def check_links(
    tekst: Tekst, links: list[Link], plattegrond: Plattegrond, paginas: frozenset[str], eigen: frozenset[str]
) -> Iterator[Melding]:
    """What is wrong with the links; `paginas` are the pages the text stands on, `eigen` its own anchors."""
    for link in links:
        if not link.heel:
            yield tekst.fault("md-link-vorm", link.start, "deze link is niet heel", "schrijf [tekst](adres)")
        elif found := _unsafe(tekst, link) or _incomplete(tekst, link):
            yield found
        elif link.soort is Linksoort.AFBEELDING:
            yield from _image(tekst, link, plattegrond.docs)
        elif link.scheme == "http":
            yield tekst.fault("md-link-http", link.doel_start, f"{link.doel[:80]} is niet beveiligd")
        elif not link.scheme and GEMASKEERD not in link.doel:
            yield from _internal(tekst, link, plattegrond, paginas, eigen)


def _unsafe(tekst: Tekst, link: Link) -> Melding | None:
    if link.scheme in SCRIPTS:
        wat = f"een adres met {link.scheme}: voert een script uit"
        return tekst.fault("md-link-script", link.doel_start, wat)
    if link.scheme and link.scheme not in _SAFE:
        return tekst.fault("md-link-soort", link.doel_start, f"een adres met {link.scheme}: kan hier niet")
    return None


def _incomplete(tekst: Tekst, link: Link) -> Melding | None:
    image = link.soort is Linksoort.AFBEELDING
    if image and not link.tekst.strip():
        return tekst.fault("md-afbeelding-alt", link.start, "bij deze afbeelding staat niet wat erop te zien is")
    if not link.doel.strip():
        return tekst.fault("md-link-leeg", link.start, "er staat geen adres in deze link")
    if not link.tekst.strip("*_` \n"):
        return tekst.fault("md-link-leeg", link.start, "deze link heeft geen tekst")
    return None


def _image(tekst: Tekst, link: Link, docs: Path) -> Iterator[Melding]:
    target = plain_target(link.doel)
    if target.startswith(GEMASKEERD):
        return
    if link.scheme or target.startswith("//"):
        yield tekst.fault("md-afbeelding-extern", link.doel_start, "deze afbeelding staat op een andere site")
    elif _outside(target) or not (docs / target).is_file():
        yield tekst.fault("md-afbeelding-bestand", link.doel_start, f"docs/{target.lstrip('/')[:80]} is er niet")


def _outside(target: str) -> bool:
    return posixpath.normpath(target).startswith(("/", "..")) or "\0" in target or len(target) > 250


def _internal(
    tekst: Tekst, link: Link, plattegrond: Plattegrond, paginas: frozenset[str], eigen: frozenset[str]
) -> Iterator[Melding]:
    target = plain_target(link.doel)
    if target.startswith(("/", "\\")):
        yield tekst.fault("md-link-absoluut", link.doel_start, f"{target[:80]} begint met een schuine streep")
        return
    page, _, anchor = target.partition("#")
    if not page:
        yield from _here(tekst, link, anchor, plattegrond, paginas, eigen)
    elif page not in plattegrond.ankers:
        wat = f"de pagina {page[:80]} is er niet"
        yield tekst.fault("md-link-pagina", link.doel_start, wat, suggestion(page[:80], plattegrond.ankers))
    elif link.soort is Linksoort.VERWIJZING or link.titel or target != link.doel:
        yield tekst.fault("md-link-vorm", link.doel_start, f"zo kan een link naar {page} niet")
    elif "#" in target and anchor not in plattegrond.ankers[page]:
        yield _no_anchor(tekst, link, anchor, f"op {page}", plattegrond.ankers[page])


def _here(
    tekst: Tekst,
    link: Link,
    anchor: str,
    plattegrond: Plattegrond,
    paginas: frozenset[str],
    eigen: frozenset[str],
) -> Iterator[Melding]:
    """A link to an anchor of the page it stands on: every page that has this text must have it."""
    if anchor in eigen:
        return
    for page in sorted(paginas):
        if anchor not in plattegrond.ankers[page]:
            yield _no_anchor(tekst, link, anchor, f"op {page}", plattegrond.ankers[page])
            return
    if not paginas:
        yield _no_anchor(tekst, link, anchor, "in deze tekst", eigen)


def _no_anchor(tekst: Tekst, link: Link, anchor: str, where: str, known: frozenset[str]) -> Melding:
    doe = suggestion(anchor[:80], known) if known else "haal # en wat erna komt weg"
    return tekst.fault("md-link-anker", link.doel_start, f"#{anchor[:80]} staat niet {where}", doe)
