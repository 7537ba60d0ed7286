"""Reads a page as a searcher would: cut at its headings, without what is not for finding.

A page of the template is read once. Where a part of a municipality stands in it, a mark stays behind (`Deelplek`);
the part is read on its own, and `put_together` makes one page of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from lxml import html

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.taal import TALEN
from familiegroepsplan.token import TOKEN, TOKEN_START, Soort, parse_token

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SKIPPED_TAGS = {"nav", "script", "style", "svg", "form", "dialog", "button"}
SKIPPED_CLASSES = {"notitie", "etiket", "controle", "bronnen", "kaarten", "alleen-druk", "begrip-uitleg"}
"""Notices, labels, the sources, cards that only lead to other pages, explanations of a word."""

SKIPPED_ATTRIBUTES = ("hidden", "data-niet-voorlezen")
INLINE_TAGS = {"a", "abbr", "b", "bdi", "button", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}
WHOLE_TEXTS = {"section", "div", "dl"}
"""In Dutch on a page of another language, these stand in for a missing translation; smaller pieces are quotations."""

RTL = {code for code, taal in TALEN.items() if taal.richting == "rtl"}
LRI, PDI = "\u2066", "\u2069"
"""Keep a number or a Dutch name from turning round in right-to-left text (Unicode UAX 9)."""

REMEMBERED = 4096


@dataclass(frozen=True)
class Vindplaats:
    """A piece of a page under one heading: where it is (`anker`), the heading, its text, and Dutch quoted in it.

    `kop_taal` is the language of the heading when it is not that of the page.
    """

    anker: str
    kop: str
    kop_taal: str
    niveau: int
    tekst: str
    nederlands: str

    def row(self) -> dict[str, str]:
        """What the index keeps of it: only what is not empty."""
        row = {"anker": self.anker, "kop": self.kop, "koptaal": self.kop_taal}
        row |= {"tekst": self.tekst, "nl": self.nederlands}
        return {key: value for key, value in row.items() if value}


@dataclass(frozen=True)
class Inhoudspagina:
    """What can be found on a page: its title, the language of that title, and its pieces in order."""

    titel: str
    titel_taal: str
    plekken: tuple[Vindplaats, ...]


class Kop(NamedTuple):
    """A heading; without an anchor of its own it leads to the one above it. `taal` only when not that of the page."""

    anker: str
    tekst: str
    taal: str
    niveau: int


class Titel(NamedTuple):
    """The title of the page and its language."""

    tekst: str
    taal: str


class Tekst(NamedTuple):
    """A piece of text; `nederlands`: Dutch on a page of another language."""

    tekst: str
    nederlands: bool


class Deelplek(NamedTuple):
    """A place where a part (its token) will stand, and whether the text around it is Dutch."""

    token: str
    nederlands: bool


Stuk = Kop | Titel | Tekst | Deelplek


@lru_cache(maxsize=REMEMBERED)
def read_passages(source: str, taal: str, nederlands: bool = False) -> tuple[Stuk, ...]:
    """What a reader meets in a piece of HTML on a page in `taal`; remembered, since much is the same everywhere."""
    reader = _Reader(taal)
    reader.walk(html.fragment_fromstring(source, create_parent="div"), nederlands=nederlands)
    return tuple(_run_together(reader.found))


def _run_together(found: Iterable[Stuk]) -> Iterator[Stuk]:
    """The same with pieces of text that follow each other as one: there are far fewer of them to put together."""
    for nederlands, run in groupby(found, lambda stuk: stuk.nederlands if isinstance(stuk, Tekst) else None):
        if nederlands is None:
            yield from run
        else:
            yield Tekst("".join(stuk.tekst for stuk in run if isinstance(stuk, Tekst)), nederlands)


def put_together(
    stukken: Iterable[Stuk], taal: str, part: Callable[[Deelplek], Iterable[Stuk]] | None = None
) -> Inhoudspagina:
    """The page that these pieces make; `part` gives the pieces of a part."""
    builder = _Builder(taal)
    for stuk in stukken:
        if not isinstance(stuk, Deelplek):
            builder.add(stuk)
        elif part:
            for inner in part(stuk):
                builder.add(inner)
    return Inhoudspagina(builder.titel.tekst, builder.titel.taal, tuple(builder.finish()))


def read_page(main: str, taal: str) -> Inhoudspagina:
    """What can be found in the <main> of a finished page in `taal`."""
    return put_together(read_passages(main, taal), taal)


@dataclass
class _Open:
    """A piece that is still being read."""

    anker: str = ""
    kop: str = ""
    kop_taal: str = ""
    niveau: int = 1
    tekst: list[str] = field(default_factory=list)
    nederlands: list[str] = field(default_factory=list)

    def close(self) -> Vindplaats:
        tekst, nederlands = _folded(self.tekst), _folded(self.nederlands)
        return Vindplaats(self.anker, self.kop, self.kop_taal, self.niveau, tekst, nederlands)


class _Builder:
    """Makes a page of pieces that come in reading order."""

    def __init__(self, taal: str) -> None:
        self.titel = Titel("", taal)
        self.anker = ""
        self.open = [_Open()]

    def add(self, stuk: Stuk) -> None:
        if isinstance(stuk, Titel):
            self.titel = stuk
        elif isinstance(stuk, Kop):
            self.anker = stuk.anker or self.anker
            self.open.append(_Open(self.anker, stuk.tekst, stuk.taal, stuk.niveau))
        elif isinstance(stuk, Tekst):
            current = self.open[-1]
            (current.nederlands if stuk.nederlands else current.tekst).append(stuk.tekst)

    def finish(self) -> Iterator[Vindplaats]:
        """The pieces of the page; a heading with nothing of its own under it stays only above other headings."""
        plekken = [one.close() for one in self.open]
        for plek, following in zip(plekken, [*plekken[1:], None], strict=True):
            above = following is not None and following.niveau > plek.niveau > 1
            if plek.tekst or plek.nederlands or above:
                yield plek


class _Reader:
    """Walks through HTML in reading order."""

    def __init__(self, taal: str) -> None:
        self.taal = taal
        self.found: list[Stuk] = []

    def walk(self, element: html.HtmlElement, *, nederlands: bool) -> None:
        """Read `element`; `nederlands`: it stands in Dutch on a page of another language."""
        if self._is_skipped(element):
            return
        if self.taal != BRON_TAAL and element.get("lang") == BRON_TAAL:
            if element.tag in WHOLE_TEXTS:
                return
            nederlands = True
        if element.tag in HEADINGS or _is_term(element):
            self._start(element, nederlands=nederlands)
            return
        before, after = self._bounds(element, nederlands=nederlands)
        self._add(before, nederlands=nederlands)
        self._add(element.text, nederlands=nederlands)
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child, nederlands=nederlands)
            self._add(child.tail, nederlands=nederlands)
        self._add(after, nederlands=nederlands)

    def _is_skipped(self, element: html.HtmlElement) -> bool:
        if not element.attrib:
            return element.tag in SKIPPED_TAGS
        classes = (element.get("class") or "").split()
        if element.tag in SKIPPED_TAGS and "begrip" not in classes:
            return True
        if element.get("aria-hidden") == "true" or not SKIPPED_CLASSES.isdisjoint(classes):
            return True
        return any(element.get(name) is not None for name in SKIPPED_ATTRIBUTES)

    def _bounds(self, element: html.HtmlElement, *, nederlands: bool) -> tuple[str, str]:
        """What keeps the text of an element apart: a space, or isolates for what runs left to right within Arabic."""
        if element.tag not in INLINE_TAGS:
            return " ", " "
        turns = self.taal in RTL and element.get("dir") == "ltr" and not nederlands
        return (LRI, PDI) if turns else ("", "")

    def _start(self, heading: html.HtmlElement, *, nederlands: bool) -> None:
        text = _folded(list(self._heading_pieces(heading)))
        if heading.tag == "h1":
            self.found.append(Titel(text, BRON_TAAL if nederlands else self.taal))
            return
        anker = heading.get("id") or (heading.tag == "dt" and heading.getparent().get("id")) or ""
        niveau = int(heading.tag[1]) if heading.tag in HEADINGS else len(HEADINGS) + 1
        kop_taal = BRON_TAAL if nederlands or self._only_dutch(heading) else ""
        self.found.append(Kop(anker, text, kop_taal, niveau))

    def _heading_pieces(self, element: html.HtmlElement) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            before, after = self._bounds(child, nederlands=False)
            yield f"{before}{child.text_content()}{after}{child.tail or ''}"

    def _only_dutch(self, heading: html.HtmlElement) -> bool:
        """Whether a heading on a page of another language holds nothing but a Dutch title."""
        first = heading[0] if len(heading) == 1 and not (heading.text or "").strip() else None
        return self.taal != BRON_TAAL and first is not None and first.get("lang") == BRON_TAAL and not first.tail

    def _add(self, text: str | None, *, nederlands: bool) -> None:
        if not text:
            return
        position = 0
        for match in TOKEN.finditer(text) if TOKEN_START in text else ():
            if _is_part(match[0]):
                self.found.append(Tekst(text[position : match.start()], nederlands))
                self.found.append(Deelplek(match[0], nederlands))
                position = match.end()
        if position < len(text):
            self.found.append(Tekst(text[position:], nederlands))


def _is_part(word: str) -> bool:
    try:
        return parse_token(word).soort is Soort.DEEL
    except ValueError:
        return False


def _is_term(element: html.HtmlElement) -> bool:
    """A word of the glossary: a term whose entry can be linked to."""
    parent = element.getparent()
    return element.tag == "dt" and parent is not None and bool(parent.get("id"))


def _folded(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
