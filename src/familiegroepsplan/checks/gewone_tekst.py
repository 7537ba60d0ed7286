"""The plain sentences of a Markdown text, as a reader reads them, each with its line in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from familiegroepsplan.blok import Blok
from familiegroepsplan.names import PLACEHOLDER

INVULLING = "Amsterdam"
"""What stands in for a `{{ … }}`: names of municipalities are words of one to four syllables."""

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_HEADING_ID = re.compile(r"\{\s*#[^{}]*\}")
_ITEM = re.compile(r"(#{1,6}|[-*+]|\d+[.)])\s+(.*)")
_SENTENCE_END = re.compile(r"(?<=[.!?…:])[\"”’')]*\s+")
_PART = re.compile(r"^[ \t]*\{\{\s*(?:blok|deel)\s*:.*\}\}[ \t]*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True)
class Zin:
    """A sentence, and the line of the file on which its paragraph begins."""

    tekst: str
    regel: int

    @property
    def woorden(self) -> list[str]:
        """Its words; numbers do not count."""
        return _WORD.findall(self.tekst)


def sentences(blok: Blok) -> list[Zin]:
    """The sentences of a block. Headings, list items and table cells end one, with or without a full stop.

    A quotation that opens with a quotation mark is a source's own wording (a statute, say) and left out.
    """
    return [
        Zin(sentence, line)
        for text, line in _paragraphs(blok)
        for piece in _SENTENCE_END.split(text)
        if (sentence := piece.strip()) and _WORD.search(sentence)
    ]


def _paragraphs(blok: Blok) -> Iterator[tuple[str, int]]:
    open_text, open_line = "", 0
    quoting = False
    for number, line in enumerate(blok.tekst.split("\n"), start=blok.eerste_regel):
        bare = line.strip()
        quoted = bare.startswith(">")
        bare = bare.lstrip("> ") if quoted else bare
        quoting = quoted and (quoting or bare.startswith(('"', "“", "„")))
        item = _ITEM.match(bare)
        if (not bare or item or bare.startswith("|")) and open_text:
            yield _plain(open_text), open_line
            open_text = ""
        if quoting or not bare or _PART.match(bare):
            continue
        if bare.startswith("|"):
            yield from ((_plain(cell), number) for cell in bare.strip("|").split("|") if cell.strip(" -:"))
            continue
        open_line = open_line if open_text else number
        open_text += f" {item[2] if item else bare}"
        if item and item[1].startswith("#"):
            yield _plain(open_text), open_line
            open_text = ""
    if open_text:
        yield _plain(open_text), open_line


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", PLACEHOLDER.sub(INVULLING, text))
    return re.sub(r"[*_`]", "", _HEADING_ID.sub("", text)).strip()
