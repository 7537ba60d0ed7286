"""The explanatory notes: as a row of headings and paragraphs, cut into what belongs to which article.

Headings are set in bold, italics, underlined, as `kop`, or bare; they are known by their words. The number in
a heading can differ from the article's: then the title decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree
from rapidfuzz import fuzz

from familiegroepsplan.verordening.artikelen import split_heading
from familiegroepsplan.verordening.regeling import Alinea, Artikel
from familiegroepsplan.verordening.tekst import clean, own_number, text_of
from familiegroepsplan.verordening.xml import children, name

_LONGEST_HEADING = 120
_SAME_TITLE = 90
_OTHER_TITLE = 60
"""Likeness of titles from 0 to 100, above which they are the same, below which they are not."""

_EMPHASIS = frozenset({"vet", "cursief", "onderstreept", "b", "i", "u", "nadruk", "strong", "em"})
_BLOCKS = frozenset({"al", "tussenkop", "table", "groep"})
_SEVERAL = re.compile(r"artikelen\s+((?:\d[\w.:]*(?:\s*(?:,|en|t/m|tot en met)\s*)?)+)(.*)", re.IGNORECASE)
_GENERAL = re.compile(
    r"(hoofdstuk|paragraaf|afdeling|titel \d|bijlage|algemeen|algemene|artikelgewij[sz]e|toelichting)\b", re.IGNORECASE
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_LID = re.compile(rf"(?:lid\s+(\d+[a-z]?)|({'|'.join(_ORDINALS)})\s+lid)[.:]?\s*(.*)", re.IGNORECASE)


@dataclass
class Sectie:
    """The notes to an article: numbers and title in the heading, the paragraphs, and which `lid` each is about."""

    nummers: tuple[str, ...]
    titel: str
    alineas: list[tuple[str, Alinea]] = field(default_factory=list)


def read_toelichting(notes: Sequence[etree._Element]) -> tuple[Alinea, ...]:
    """The headings and paragraphs of all notes of a regulation, in order."""
    return tuple(alinea for note in notes for alinea in _alineas(note) if alinea.tekst)


def sections(alineas: Sequence[Alinea]) -> list[Sectie]:
    """The notes cut at the headings that name an article; what stands before and between is left out."""
    found: list[Sectie] = []
    current: Sectie | None = None
    lid = ""
    for alinea in alineas:
        if heading := _article_heading(alinea):
            current, lid = Sectie(*heading), ""
            found.append(current)
        elif alinea.kop and _GENERAL.match(alinea.tekst):
            current = None
        elif current is not None:
            about, rest = _about_lid(alinea)
            lid = about or lid
            if rest.tekst:
                current.alineas.append((lid, rest))
    return found


def notes_for(artikel: Artikel, artikelen: Sequence[Artikel], secties: Sequence[Sectie]) -> list[tuple[str, Alinea]]:
    """The paragraphs of the notes to an article, each with the `lid` it is about (empty: all)."""
    return [pair for sectie in secties if artikel in _owners(sectie, artikelen) for pair in sectie.alineas]


def _owners(sectie: Sectie, artikelen: Sequence[Artikel]) -> list[Artikel]:
    """The articles that a section is about: by title where the number belongs to an article of another title."""
    by_number = [one for one in artikelen if one.nummer and one.nummer.lower() in sectie.nummers]
    if not sectie.titel:
        return by_number
    by_title = [one for one in artikelen if _likeness(one.titel, sectie.titel) >= _SAME_TITLE]
    if len(by_number) == 1 and by_title and _likeness(by_number[0].titel, sectie.titel) < _OTHER_TITLE:
        return by_title[:1]
    return by_number or by_title[:1]


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(one.casefold().rstrip("."), other.casefold().rstrip("."))


def _article_heading(alinea: Alinea) -> tuple[tuple[str, ...], str] | None:
    """Numbers and title, when a paragraph is the heading of the notes to one or more articles."""
    text = alinea.tekst.strip()
    if len(text) > _LONGEST_HEADING or text.endswith((":", ";", ",")):
        return None
    several = _SEVERAL.fullmatch(text)
    if several:
        return _numbers(several[1]), several[2].strip(" .-–")
    found = split_heading(text)
    if not found or not (alinea.kop or _reads_as_heading(found[1])):
        return None
    return (found[0].lower(),), found[1].rstrip(".")


def _reads_as_heading(titel: str) -> bool:
    """A bare line: a title begins with a capital and does not end as a sentence does."""
    return not titel or ((titel[0].isupper() or titel[0] in "'‘(") and not titel.endswith("."))


def _numbers(text: str) -> tuple[str, ...]:
    """`3, 4 en 5` and `3 tot en met 5` as single numbers (a range of whole numbers only)."""
    found = re.findall(r"\d[\w.:]*\w|\d", text.lower())
    span = re.fullmatch(r"\s*(\d+)\s*(?:t/m|tot en met)\s*(\d+)\s*", text, re.IGNORECASE)
    if span and 0 <= int(span[2]) - int(span[1]) < 100:
        found = [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return tuple(found)


def _about_lid(alinea: Alinea) -> tuple[str, Alinea]:
    """The paragraph of the article that a note says it is about (empty when it does not), and its words."""
    match = _LID.fullmatch(alinea.tekst)
    if not match or not (alinea.kop or len(alinea.tekst) < 40 or alinea.tekst[match.start(3) - 2] in ".:"):
        return "", alinea
    number = match[1] or str(_ORDINALS.index(match[2].lower()) + 1)
    return number, replace(alinea, tekst=match[3])


def _alineas(element: etree._Element) -> Iterator[Alinea]:
    for child in children(element):
        kind = name(child)
        if kind == "kop":
            yield Alinea(clean(" ".join(text_of(part) for part in children(child)) or text_of(child)), kop=True)
        elif kind == "tussenkop":
            yield Alinea(text_of(child), kop=True)
        elif kind in _BLOCKS:
            yield from _line(child)
        elif kind == "li":
            yield Alinea(clean(f"{own_number(child)} {text_of(child)}"))
        elif kind not in ("noot", "li.nr", "linummer"):
            own = clean(child.text or "")
            if own and kind not in ("lijst", "divisie", "divisietekst", "inhoud"):
                yield Alinea(text_of(child))
            else:
                yield from _alineas(child)


def _line(element: etree._Element) -> Iterator[Alinea]:
    """A line of the notes; emphasis at its beginning is a heading of its own when the words say so."""
    head, rest = _emphasised(element)
    if not head:
        yield Alinea(text_of(element))
    elif not rest:
        yield Alinea(head, kop=True)
    elif _article_heading(Alinea(head, kop=True)) or _LID.fullmatch(head):
        yield Alinea(head, kop=True)
        yield Alinea(rest)
    else:
        yield Alinea(text_of(element))


def _emphasised(element: etree._Element) -> tuple[str, str]:
    """The words set in bold, italics or underlined at the beginning, and those after."""
    if clean(element.text or ""):
        return "", ""
    head, parts = [], list(children(element))
    while parts and name(parts[0]) in _EMPHASIS:
        part = parts.pop(0)
        head.append(text_of(part))
        if clean(part.tail or ""):
            break
    whole, text = text_of(element), clean(" ".join(head))
    squeezed = clean("".join(head))
    text = squeezed if whole.startswith(squeezed) else text
    return (text, whole[len(text) :].strip()) if whole.startswith(text) else ("", "")
