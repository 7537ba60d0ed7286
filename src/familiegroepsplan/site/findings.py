"""What can be found wrong in a page by its outline, and what it needs of the rest of its site.

A page is looked at once for every combination of parts that stands on it, not once per municipality.
"""

import posixpath
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from familiegroepsplan.site.outline import Outline
from familiegroepsplan.site.template import Pagina
from familiegroepsplan.token import TOKEN, Soort, parse_token

REMEMBERED = 4096


class Doel(NamedTuple):
    """Where a link leads: a file below the site and a place in it (may be empty), and the link as written."""

    pad: str
    anker: str
    link: str

    @property
    def bestand(self) -> str:
        """The file that it leads to."""
        return f"{self.pad}index.html" if not self.pad or self.pad.endswith("/") else self.pad

    @property
    def plek(self) -> str:
        """The place that it leads to."""
        return f"{self.bestand}#{self.anker}"

    @property
    def is_page(self) -> bool:
        """Whether it leads to a page rather than another file."""
        return self.bestand.endswith(".html")


@dataclass(frozen=True)
class Bevinding:
    """What is wrong in a page (rule, what), where its links lead, and the places that it has.

    `open` are the links that hold a value of the municipality; `paden` are the files, and `plekken` the places on
    pages, to which the others lead. A place is written as file and id: `tips/index.html#praten`.
    """

    faults: tuple[tuple[str, str], ...]
    doelen: tuple[Doel, ...]
    ankers: frozenset[str]
    open: frozenset[str]

    @cached_property
    def paden(self) -> frozenset[str]:
        """The files below the site that must be there."""
        return frozenset(doel.pad for doel in self.doelen)

    @cached_property
    def starts(self) -> frozenset[str]:
        """How the open links begin: with a value, or all that stands there."""
        return frozenset(start[0] if (start := TOKEN.match(link)) else link for link in self.open)

    @cached_property
    def plekken(self) -> frozenset[str]:
        """The places on pages that must be there."""
        return frozenset(doel.plek for doel in self.doelen if doel.anker and doel.is_page)


@dataclass(frozen=True)
class Bevindingen:
    """What was found on several pages: whether anything is wrong on one of them, and what they need and have."""

    is_faulty: bool
    ankers: frozenset[str]
    starts: frozenset[str]
    paden: frozenset[str]
    plekken: frozenset[str]


def together(findings: Iterable[Bevinding]) -> Bevindingen:
    """The findings on several pages as one."""
    found = list(findings)
    none: frozenset[str] = frozenset()
    return Bevindingen(
        any(one.faults for one in found),
        none.union(*(one.ankers for one in found)),
        none.union(*(one.starts for one in found)),
        none.union(*(one.paden for one in found)),
        none.union(*(one.plekken for one in found)),
    )


@dataclass
class Findings:
    """Remembers what was found, by page and by the outlines that it is made of."""

    known: OrderedDict[tuple[str, tuple[int, ...]], tuple[Bevinding, tuple[Outline, ...]]] = field(
        default_factory=OrderedDict
    )

    def __getstate__(self) -> dict[str, object]:
        return {"known": OrderedDict()}  # The keys are numbers of objects, which have others elsewhere.

    def look(self, pagina: Pagina, outlines: tuple[Outline, ...], properties: Mapping[str, str]) -> Bevinding:
        """What the outlines, in order of the page, tell; `properties` are what tokens of the page stand for."""
        key = pagina.url, tuple(map(id, outlines))
        if key in self.known:
            self.known.move_to_end(key)
            return self.known[key][0]
        found = look(pagina, outlines, properties)
        self.known[key] = found, outlines
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return found


def look(pagina: Pagina, outlines: Iterable[Outline], properties: Mapping[str, str]) -> Bevinding:
    """The same, not remembered."""
    outlines = tuple(outlines)
    ids = Counter(chain.from_iterable(o.ids for o in outlines))
    faults = [("site-dubbele-id", f'id "{name}" komt {count} keer voor') for name, count in ids.items() if count > 1]
    blind = (_with_properties(tag, properties) for o in outlines for tag in o.blind)
    faults += [("site-alt", f"een afbeelding heeft geen beschrijving: {tag}") for tag in blind]
    faults += _headings([heading for o in outlines for heading in o.headings])
    links = {link for o in outlines for link in o.references}
    filled = {_with_properties(unescape(link), properties) for link in links}
    doelen = tuple(filter(None, (doel_of(link, pagina) for link in filled)))
    ankers = frozenset(f"{pagina.bestand}#{name}" for name in ids)
    is_open = frozenset(link for link in filled if TOKEN.search(link) and _may_be_looked_at(link, pagina))
    return Bevinding(tuple(faults), doelen, ankers, is_open)


def _headings(headings: list[tuple[int, bool]]) -> Iterator[tuple[str, str]]:
    firsts = sum(level == 1 for level, _ in headings)
    if firsts != 1:
        yield "site-koppen", f"de pagina heeft {firsts} koppen van niveau 1"
    before = 1
    for level, has_text in headings:
        if not has_text:
            yield "site-kop-leeg", f"een kop van niveau {level} heeft geen tekst"
        if level > before + 1:
            yield "site-koppen", f"een kop gaat van niveau {before} naar {level}"
        before = level


def doel_of(target: str, pagina: Pagina) -> Doel | None:
    """Where a link on the page leads within the site; None when it leads out of it, or is not filled in yet."""
    parts = _within(target)
    if parts is None or not _may_be_looked_at(target, pagina):
        return None
    pad, anker = parts
    return Doel(_reached(pagina.url, pad, target) if pad else pagina.url, anker, target)


def _may_be_looked_at(target: str, pagina: Pagina) -> bool:
    """An error page stands at any address: of its links, only those within the page lead to a known place."""
    return pagina.zoekbaar or target.startswith("#")


@lru_cache(maxsize=REMEMBERED)
def _within(target: str) -> tuple[str, str] | None:
    """Path and place of a link within the site."""
    parts = urlsplit(target)
    if TOKEN.search(target) or parts.scheme or parts.netloc:
        return None
    return parts.path, unquote(parts.fragment)


def _reached(url: str, path: str, target: str) -> str:
    """Where a link (`target`, its path) leads from the page at `url`, both below the site (RFC 3986, 5.2)."""
    if "//" in path:
        return unquote(urlsplit(urljoin(f"https://site.example/{url}", target)).path).lstrip("/")
    joined = posixpath.normpath(path if path.startswith("/") else f"/{url.rpartition('/')[0]}/{path}").lstrip("/")
    is_folder = path.rpartition("/")[2] in {"", ".", ".."}
    return unquote(f"{joined}/" if joined and is_folder else joined)


def _with_properties(text: str, properties: Mapping[str, str]) -> str:
    return TOKEN.sub(lambda match: _filled(match[0], properties), text)


def _filled(word: str, properties: Mapping[str, str]) -> str:
    token = parse_token(word)
    return properties[token.naam] if token.soort is Soort.PAGINA else word
