"""The articles of a regulation, whatever the form: paragraphs as such, as flat lists, or as bare lines.

Classic: `artikel` › `kop`, `lid` › `lidnr`, `al`, `lijst`/`li`; older ones have `lijst`/`li nr="1."` or lines
that begin with a number instead of `lid`; STOP: `Artikel` › `Kop`, `Lid` › `LidNummer`, `Inhoud` › `Al`.
"""

import re
from collections.abc import Iterator

from lxml import etree

from familiegroepsplan.verordening.regeling import Artikel, Lid, Stuk
from familiegroepsplan.verordening.tekst import clean, own_number, text_of
from familiegroepsplan.verordening.xml import children, descendants, name

_OUTSIDE = frozenset(
    {"nota-toelichting", "toelichting", "algemenetoelichting", "artikelgewijzetoelichting", "bijlage", "aanhef"}
    | {"wijzig-artikel", "wijzigartikel", "motivering", "cvdripm", "owmsmantel"}
)
_NUMBER = r"\d+(?:[.:\-]?\d+)*[a-z]{0,2}|[IVXLC]+"
_LABELLED = re.compile(rf"(?:artikel|art\.)\s*({_NUMBER})\b[.:]?\s*[-–—:.]?\s*(.*)", re.IGNORECASE)
_BARE_NUMBER = re.compile(rf"({_NUMBER})[.:]?")
_LID_NUMBER = re.compile(r"(\d{1,2}[a-z]?)[.:)]?")
_LID_LINE = re.compile(r"(\d{1,2}[a-z]?)[.)]?\s+(?=[A-Z'‘\"“(])(.+)")
_PUNT_LINE = re.compile(r"((?:[a-z]{1,2}|\d{1,2}°)[.)]?|[-•▪–])\s+(.+)")


def read_artikelen(body: etree._Element) -> tuple[Artikel, ...]:
    """Every article below an element, in order; those of annexes, notes and amendments are not ours."""
    found = (one for one in descendants(body, "artikel") if not _is_outside(one, body))
    return tuple(artikel for artikel in map(_artikel, found) if artikel.leden)


def heading(element: etree._Element) -> tuple[str, str]:
    """Number and title in the `kop` of an element, however they are spread over its parts."""
    kop = next((child for child in children(element) if name(child) == "kop"), None)
    if kop is None:
        return "", ""
    parts = {"label": "", "nr": "", "titel": ""}
    for child in children(kop):
        key = {"nummer": "nr", "opschrift": "titel", "subtitel": "titel"}.get(name(child), name(child))
        if key in parts:
            parts[key] = clean(f"{parts[key]} {text_of(child)}")
    if not any(parts.values()):
        parts["titel"] = text_of(kop)
    number = _BARE_NUMBER.fullmatch(parts["nr"])
    if number:
        return number[1], parts["titel"]
    return split_heading(clean(" ".join(parts.values()))) or ("", clean(" ".join(parts.values())))


def split_heading(text: str) -> tuple[str, str] | None:
    """Number and title of a line like `Artikel 3.6 Het gesprek`; None when it is no such line."""
    match = _LABELLED.fullmatch(text)
    return (match[1], match[2].strip()) if match else None


def _is_outside(element: etree._Element, body: etree._Element) -> bool:
    for parent in element.iterancestors():
        if name(parent) in _OUTSIDE:
            return True
        if parent is body:
            return False
    return False


def _artikel(element: etree._Element) -> Artikel:
    nummer, titel = heading(element)
    parent = element.getparent()
    if not nummer and not titel and parent is not None:
        titel = heading(parent)[1]
    return Artikel(nummer, titel, tuple(_leden(element)))


def _leden(element: etree._Element) -> Iterator[Lid]:
    """The paragraphs: each `lid`, each numbered item or line; loose text before them counts as one too."""
    nummer = ""
    stukken: list[Stuk] = []
    for lid, stuk in _numbered(element):
        if lid is not None:
            if stukken:
                yield Lid(nummer, tuple(stukken))
            nummer, stukken = lid, []
        if stuk.tekst:
            stukken.append(stuk)
    if stukken:
        yield Lid(nummer, tuple(stukken))


def _numbered(element: etree._Element) -> Iterator[tuple[str | None, Stuk]]:
    """The pieces of an article; where a paragraph begins, its number (else None) comes along."""
    before = ""
    for child in children(element):
        kind = name(child)
        if kind == "lid":
            number = _LID_NUMBER.fullmatch(own_number(child))
            yield (number[1] if number else own_number(child)), Stuk("", "")
            yield from ((None, stuk) for stuk in _stukken(child))
            yield "", Stuk("", "")  # loose text after a `lid` is no part of it
        elif kind == "lijst":
            yield from _items(child) if before.endswith(":") else _from_list(child)
        elif kind in ("inhoud", "structuurtekst"):
            yield from _numbered(child)
        elif kind != "kop" and (text := text_of(child)):
            yield from _line(text)
            before = text


def _items(lijst: etree._Element) -> Iterator[tuple[str | None, Stuk]]:
    """A list that finishes the sentence before it: numbers in it are no paragraphs."""
    return ((None, _punt(item)) for item in children(lijst))


def _from_list(lijst: etree._Element) -> Iterator[tuple[str | None, Stuk]]:
    """A list on its own: its numbered items are paragraphs."""
    for item in children(lijst):
        number = _LID_NUMBER.fullmatch(own_number(item)) if name(item) == "li" else None
        if number:
            yield number[1], Stuk("", "")
            yield from ((None, stuk) for stuk in _stukken(item))
        else:
            yield None, _punt(item)


def _line(text: str) -> Iterator[tuple[str | None, Stuk]]:
    """A bare line: it may begin with the number of a paragraph or of an item."""
    if match := _LID_LINE.fullmatch(text):
        yield match[1], Stuk("", match[2])
    elif match := _PUNT_LINE.fullmatch(text):
        number = match[1] if re.search(r"\w", match[1]) else ""
        yield None, Stuk(number, match[2], is_punt=True)
    else:
        yield None, Stuk("", text)


def _stukken(element: etree._Element) -> Iterator[Stuk]:
    """The pieces of one paragraph: its lines, and each item of its lists."""
    own = clean(element.text or "")
    if own:
        yield Stuk("", own)
    for child in children(element):
        kind = name(child)
        if kind == "lijst":
            yield from (_punt(item) for item in children(child) if text_of(item))
        elif kind == "inhoud":
            yield from _stukken(child)
        elif kind not in ("lidnr", "lidnummer", "li.nr", "linummer", "kop") and (text := text_of(child)):
            yield Stuk("", text)


def _punt(item: etree._Element) -> Stuk:
    """An item of a list; a heading or closing line of the list itself is no item."""
    if name(item) != "li":
        return Stuk("", text_of(item))
    return Stuk(own_number(item), text_of(item), is_punt=True)
