"""The words of an XML element as a reader sees them, on one line."""

import re

from lxml import etree

from familiegroepsplan.reading.characters import forbidden_characters
from familiegroepsplan.verordening.xml import children, name

INLINE = frozenset(
    {"vet", "cursief", "onderstreept", "b", "i", "u", "sup", "sub", "extref", "intref", "nadruk", "inlinetekst"}
    | {"extioref", "intioref", "abbr", "contact", "strong", "em", "romein", "unl", "ins"}
)
"""Elements that stand within a line; around every other one words are parted."""

_HIDDEN = frozenset({"noot", "noottekst", "nootref", "kop", "lidnr", "lidnummer", "li.nr", "linummer", "del"})
_LISTED = frozenset({"li"})
_MOST = 200
"""Levels; the parser allows no more than 256."""


def text_of(element: etree._Element) -> str:
    """All words below an element; numbers of list items in front of them, footnotes and headings left out."""
    return clean("".join(_pieces(element, 0)))


def own_number(element: etree._Element) -> str:
    """The number of a list item or paragraph as written: `a.`, `2.`, `1°`; empty for bullets."""
    number = element.get("nr", "")
    for child in children(element):
        if name(child) in ("li.nr", "linummer", "lidnr", "lidnummer"):
            number = "".join(str(part) for part in child.itertext())
    number = clean(number)
    return number if re.search(r"\w", number) else ""


def clean(text: str) -> str:
    """White space as single spaces; soft hyphens and other invisible characters gone."""
    text = text.replace("\xad", "")
    spots = {index for index, _, _ in forbidden_characters(text)}
    visible = "".join(" " if i in spots and c.isspace() else "" if i in spots else c for i, c in enumerate(text))
    return re.sub(r"\s+([,;.:)])(?=\s|$)", r"\1", " ".join(visible.split()))


def _pieces(element: etree._Element, level: int) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and name(child) not in _HIDDEN and level < _MOST:
            inner = _pieces(child, level + 1)
            if name(child) in _LISTED:
                inner = [own_number(child), " ", *inner]
            pieces += inner if name(child) in INLINE else [" ", *inner, " "]
        pieces.append(child.tail or "")
    return pieces
