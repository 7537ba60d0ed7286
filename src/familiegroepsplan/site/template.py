"""The built template: every page of every language, cut at its tokens, ready to be filled.

MkDocs builds it once, with tokens where values and parts of a municipality go. `MANIFEST` is
written beside the pages by the adapter and tells which page is which.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Gebruikersfout, Plaats
from familiegroepsplan.project import Project
from familiegroepsplan.site.outline import Outline, outline
from familiegroepsplan.site.passages import Stuk, read_passages
from familiegroepsplan.site.place import Place, UnsafePlace, token_places
from familiegroepsplan.site.templatefault import template_fault
from familiegroepsplan.token import TOKEN, Soort, Token, parse_token

MANIFEST = "sjabloon.json"
PART_PARAGRAPH = re.compile(rf"<p>\s*({TOKEN.pattern})\s*</p>")
BLOK = re.compile(r"<!--fgp-blok ([\w-]+) ([01])-->(.*?)<!--/fgp-blok \1-->", re.DOTALL)


PartKey = tuple[str, str, str]
"""Language of the page, language of the part, name of the part."""


PageName = tuple[str, str]
"""Language and name of a page of the template."""

PageKeys = dict[PageName, str]
"""For each page the digest of everything that it is made from."""


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

    @cached_property
    def bestand(self) -> str:
        """The file of the page below the site's folder."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"

    @property
    def basis(self) -> str:
        """The way from this page to the root of the site: `./` or `../` and so on."""
        return "../" * self.url.count("/") or "./"


@dataclass(frozen=True)
class Gap:
    """A place to fill: what goes there and how it must be escaped (None: as it is)."""

    token: Token
    place: Place | None

    def __reduce__(self) -> tuple[Callable[[str], "Gap"], tuple[str]]:
        """In a file a gap is its key, so that equal ones become one object."""
        return gap_of, (self.key,)

    @cached_property
    def key(self) -> str:
        """The same in two words."""
        return f"{self.place.name if self.place else ''} {self.token}"


@lru_cache(maxsize=4096)
def gap_of(key: str) -> Gap:
    """The gap with this key."""
    place, word = key.split(" ")
    return Gap(parse_token(word), Place[place] if place else None)


@dataclass(frozen=True)
class BlokGap:
    """A replaceable block: the municipality's own text, or else the national one.

    `shift` is how many levels its headings stand lower on this page than in their own file.
    """

    naam: str
    shift: int
    landelijk: tuple[str | Gap, ...]


Segment = str | Gap | BlokGap
Chunk = Outline | Gap
"""What a check of a page looks at: the outlines of its own text, and the parts that come between."""


@dataclass(frozen=True)
class TemplatePage:
    """A page and what it is made of, in order; its outline, and what can be found on it, with parts still open."""

    pagina: Pagina
    segments: tuple[Segment, ...]
    chunks: tuple[Chunk, ...] = ()
    passages: tuple[Stuk, ...] = ()

    @cached_property
    def found_key(self) -> str:
        """A digest of what can be found on it."""
        return digest(self.pagina, self.passages)

    @cached_property
    def outline_key(self) -> str:
        """A digest of what a check looks at."""
        return digest(self.pagina, self.chunks)

    @cached_property
    def flat(self) -> tuple[str | Gap, ...]:
        """Its segments, with the national text of each block."""
        return tuple(_flat(self.segments))

    @cached_property
    def parts(self) -> tuple[Token, ...]:
        """The parts that stand on it, in order."""
        return tuple(s.token for s in self.flat if isinstance(s, Gap) and s.token.soort is Soort.DEEL)

    @cached_property
    def part_keys(self) -> tuple[PartKey, ...]:
        """The same as the keys of their renderings."""
        return tuple((self.pagina.taal, token.taal, token.naam) for token in self.parts)

    def replaced(self, own: Callable[[BlokGap], str | None]) -> "TemplatePage":
        """The page with the text that `own` gives in place of a block; None: the national one stays."""
        texts = [own(s) if isinstance(s, BlokGap) else None for s in self.segments]
        if not any(text is not None for text in texts):
            return self
        segments = (s if text is None else text for s, text in zip(self.segments, texts, strict=True))
        return make_page(self.pagina, tuple(segments))


def _flat(segments: Iterable[Segment]) -> Iterator[str | Gap]:
    for segment in segments:
        if isinstance(segment, BlokGap):
            yield from segment.landelijk
        else:
            yield segment


@dataclass(frozen=True)
class Template:
    """A whole template: its pages and the files that are the same for every municipality."""

    pages: tuple[TemplatePage, ...]
    assets: Mapping[str, Path]
    by_name: dict[tuple[str, str], Pagina] = field(default_factory=dict)

    def find(self, naam: str, taal: str) -> Pagina | None:
        """The page called `naam` in `taal`, if the template has it."""
        return self.by_name.get((naam, taal))


def write_manifest(folder: Path, paginas: list[Pagina]) -> None:
    """Put the list of pages beside the built template."""
    rows = sorted((asdict(p) for p in paginas), key=lambda row: row["url"])
    (folder / MANIFEST).write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8", newline="\n")


def load_template(folder: Path, project: Project) -> Template:
    """The template that was built in `folder`, with the assets of the project.

    Raises Gebruikersfout when a token stands where no value may go.
    """
    return make_template((prepare(p, _read_page(folder, p)) for p in read_manifest(folder)), find_assets(project))


def make_template(pages: Iterable[TemplatePage], assets: Mapping[str, Path]) -> Template:
    """A template of prepared pages, and assets by their name below the site."""
    in_order = tuple(sorted(pages, key=lambda page: page.pagina.url))
    return Template(in_order, assets, {(page.pagina.naam, page.pagina.taal): page.pagina for page in in_order})


def read_manifest(folder: Path) -> list[Pagina]:
    """The pages of the template that was built in `folder`."""
    return [_pagina(row) for row in json.loads((folder / MANIFEST).read_text("utf-8"))]


def find_assets(project: Project) -> dict[str, Path]:
    """The files that every site gets as they are: stylesheets, scripts, and whatever lies among the pages."""
    found = {f.relative_to(project.overrides).as_posix(): f for f in (project.overrides / "assets").rglob("*")}
    found |= {f.relative_to(project.docs).as_posix(): f for f in project.docs.rglob("*") if f.suffix != ".md"}
    return {name: f for name, f in sorted(found.items()) if f.is_file() and "/." not in f"/{name}"}


def prepare(pagina: Pagina, html: str) -> TemplatePage:
    """A page as MkDocs built it, made ready to be filled. Raises Gebruikersfout when its template does not allow it."""
    if "<main" not in html:
        raise Gebruikersfout([template_fault(Plaats(pagina.bestand), "deze pagina heeft geen <main>")])
    try:
        return make_page(pagina, cut(html))
    except UnsafePlace as error:
        wat = f"op deze pagina staat iets van de gemeente waar dat niet veilig kan: {error}"
        raise Gebruikersfout([template_fault(Plaats(pagina.bestand), wat)]) from error


def make_page(pagina: Pagina, segments: tuple[Segment, ...]) -> TemplatePage:
    """A page of its segments, and what is looked at and found on it."""
    whole = with_tokens(segments)
    found = read_passages(main_of(whole), pagina.taal) if pagina.zoekbaar else ()
    return TemplatePage(pagina, segments, chunks(_flat(segments)), found)


def main_of(source: str) -> str:
    """The part of a page between header and footer."""
    return source[source.index("<main") : source.index("</main>") + len("</main>")]


def with_tokens(segments: Iterable[Segment]) -> str:
    """The HTML of segments with the tokens still in it, and the national texts."""
    return "".join(segment if isinstance(segment, str) else str(segment.token) for segment in _flat(segments))


def chunks(segments: Iterable[str | Gap]) -> tuple[Chunk, ...]:
    """The outlines of segments between their parts."""
    found: list[Chunk] = []
    text: list[str] = []
    for segment in segments:
        if isinstance(segment, str):
            text.append(segment)
        elif segment.token.soort is Soort.WAARDE:
            text.append(str(segment.token))
        else:
            found += [outline("".join(text)), segment]
            text = []
    return (*found, outline("".join(text)))


def _pagina(row: dict[str, object]) -> Pagina:
    blokken = row.pop("blokken")
    assert isinstance(blokken, list)
    return Pagina(**row, blokken=tuple(blokken))  # type: ignore[arg-type]


def _read_page(folder: Path, pagina: Pagina) -> str:
    return (folder / pagina.bestand).read_text("utf-8")


def cut(html: str) -> tuple[Segment, ...]:
    """`html` as literal pieces and places to fill; a part alone in a paragraph loses the paragraph.

    Raises UnsafePlace when a token stands where no value may go.
    """
    source = PART_PARAGRAPH.sub(_unwrap_part, html)
    return tuple(_segments(source, iter(token_places(source))))


def _unwrap_part(match: re.Match[str]) -> str:
    return match[1] if parse_token(match[1]).soort is Soort.DEEL else match[0]


def _segments(source: str, places: Iterator[Place]) -> Iterator[Segment]:
    position = 0
    for blok in BLOK.finditer(source):
        yield from _pieces(source[position : blok.start()], places)
        inner = tuple(_pieces(blok[3], places))
        yield BlokGap(blok[1], int(blok[2]), inner)
        position = blok.end()
    yield from _pieces(source[position:], places)


def _pieces(source: str, places: Iterator[Place]) -> Iterator[str | Gap]:
    position = 0
    for match in TOKEN.finditer(source):
        if match.start() > position:
            yield source[position : match.start()]
        gap = Gap(parse_token(match[0]), next(places))
        if gap.token.soort is Soort.DEEL and gap.place is not Place.TEXT:
            raise UnsafePlace(f"het deel {gap.token.naam} in een attribuut of in data")
        yield gap
        position = match.end()
    if position < len(source):
        yield source[position:]
