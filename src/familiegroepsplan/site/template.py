"""The built template: every page of every language, cut at its tokens, ready to be filled.

MkDocs builds it once, with tokens where values and parts of a municipality go. `MANIFEST` is
written beside the pages by the adapter and tells which page is which.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from familiegroepsplan.site.place import Place, UnsafePlace, token_places
from familiegroepsplan.token import TOKEN, Soort, Token, parse_token

MANIFEST = "sjabloon.json"
PART_PARAGRAPH = re.compile(rf"<p>\s*({TOKEN.pattern})\s*</p>")
BLOK = re.compile(r"<!--fgp-blok ([\w-]+) ([01])-->(.*?)<!--/fgp-blok \1-->", re.DOTALL)


@dataclass(frozen=True)
class Pagina:
    """A page of the template: its address below the site (`en/tips/`), name, language and state.

    `vertaald` is False when a Dutch text stands in for a missing translation; such a page is
    not claimed in hreflang and sitemap. `zoekbaar` is False for error pages.
    """

    url: str
    naam: str
    taal: str
    titel: str
    menu: str = ""
    vertaald: bool = True
    doelgroep: str = "gezin"
    blokken: tuple[str, ...] = ()
    zoekbaar: bool = True

    @property
    def bestand(self) -> str:
        """The file of the page below the site's folder."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"

    @property
    def basis(self) -> str:
        """The way from this page to the root of the site: `./` or `../` and so on."""
        return "../" * self.url.count("/") or "./"


@dataclass(frozen=True)
class Gap:
    """A place to fill: what goes there and how it must be escaped."""

    token: Token
    place: Place


@dataclass(frozen=True)
class BlokGap:
    """A replaceable block: the municipality's own text, or else the national one.

    `shift` is how many levels its headings stand lower on this page than in their own file.
    """

    naam: str
    shift: int
    landelijk: tuple["Segment", ...]


Segment = str | Gap | BlokGap


@dataclass(frozen=True)
class TemplatePage:
    """A page and what it is made of, in order."""

    pagina: Pagina
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Template:
    """A whole template: its pages and the files that are the same for every municipality."""

    pages: tuple[TemplatePage, ...]
    assets: tuple[str, ...]
    folder: Path
    by_name: dict[tuple[str, str], Pagina] = field(default_factory=dict)

    def find(self, naam: str, taal: str) -> Pagina | None:
        """The page called `naam` in `taal`, if the template has it."""
        return self.by_name.get((naam, taal))


def write_manifest(folder: Path, paginas: list[Pagina]) -> None:
    """Put the list of pages beside the built template."""
    rows = sorted((asdict(p) for p in paginas), key=lambda row: row["url"])
    (folder / MANIFEST).write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


def load_template(folder: Path) -> Template:
    """The template that was built in `folder`.

    Raises UnsafePlace, with the page's address, when a token stands where no value may go.
    """
    paginas = [_pagina(row) for row in json.loads((folder / MANIFEST).read_text("utf-8"))]
    pages = tuple(TemplatePage(p, cut(_read_page(folder, p), p.url)) for p in paginas)
    own = {p.bestand for p in paginas} | {MANIFEST}
    assets = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file() and f.suffix != ".html")
    names = {(p.naam, p.taal): p for p in paginas}
    return Template(pages, tuple(a for a in assets if a not in own), folder, names)


def _pagina(row: dict[str, object]) -> Pagina:
    blokken = row.pop("blokken")
    assert isinstance(blokken, list)
    return Pagina(**row, blokken=tuple(blokken))  # type: ignore[arg-type]


def _read_page(folder: Path, pagina: Pagina) -> str:
    return (folder / pagina.bestand).read_text("utf-8")


def cut(html: str, url: str = "") -> tuple[Segment, ...]:
    """`html` as literal pieces and places to fill; a part alone in a paragraph loses the paragraph."""
    source = PART_PARAGRAPH.sub(_unwrap_part, html)
    try:
        places = iter(token_places(source))
    except UnsafePlace as error:
        raise UnsafePlace(f"{url}: {error}") from error
    return tuple(_segments(source, places))


def _unwrap_part(match: re.Match[str]) -> str:
    return match[1] if parse_token(match[1]).soort is Soort.DEEL else match[0]


def _segments(source: str, places: Iterator[Place]) -> Iterator[Segment]:
    position = 0
    for blok in BLOK.finditer(source):
        yield from _pieces(source[position : blok.start()], places)
        yield BlokGap(blok[1], int(blok[2]), tuple(_pieces(blok[3], places)))
        position = blok.end()
    yield from _pieces(source[position:], places)


def _pieces(source: str, places: Iterator[Place]) -> Iterator[Segment]:
    position = 0
    for match in TOKEN.finditer(source):
        if match.start() > position:
            yield source[position : match.start()]
        yield Gap(parse_token(match[0]), next(places))
        position = match.end()
    if position < len(source):
        yield source[position:]
