"""Links and images of a Markdown text: where they stand and where they lead."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from familiegroepsplan.checks.tekst import GEMASKEERD

_REFERENCE = re.compile(r"^[ ]{0,3}\[([^\[\]\n]*)\]:[ \t]*\n?[ \t]*(\S*)", re.MULTILINE)
_IMAGE_REFERENCE = re.compile(r"!\[([^\[\]]*)\](?![(:])(?:[ \n]?\[[^\[\]]*\])?")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>", re.IGNORECASE)
_TITLED = re.compile(r"(\S+)\s+[\"'(]", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


SCRIPTS = frozenset({"javascript", "data", "vbscript"})
"""Schemes that run a script."""


LANGSTE = 2000
"""The longest label or target of a link; beyond it a link counts as not closed."""


class Linksoort(StrEnum):
    """How a link is written."""

    LINK = "link"
    AFBEELDING = "afbeelding"
    VERWIJZING = "verwijzing"
    ADRES = "adres"


@dataclass(frozen=True)
class Link:
    """A link or image: label and target as written, the position of both; `heel` is False if unclosed."""

    soort: Linksoort
    tekst: str
    doel: str
    start: int
    doel_start: int
    titel: bool = False
    heel: bool = True

    @property
    def scheme(self) -> str:
        """`https`, `javascript`, …; empty for a path. As a browser sees it: decoded, without white space."""
        match = _SCHEME.match(plain_target(self.doel).lower())
        return match[1] if match else ""


def plain_target(doel: str) -> str:
    """A target as a browser will read it: entities and backslashes undone, white space and controls gone."""
    decoded = _ESCAPED.sub(r"\1", html.unescape(html.unescape(doel)))
    return "".join(c for c in decoded if (c > " " and c.isprintable()) or c == GEMASKEERD)


def find_links(text: str) -> list[Link]:
    """Every link and image of a masked text, by position."""
    found = [*_inline(text), *_references(text), *_image_references(text)]
    found += [Link(Linksoort.ADRES, m[1], m[1], m.start(), m.start(1)) for m in _AUTOLINK.finditer(text)]
    return sorted(found, key=lambda link: (link.start, link.doel_start))


def _inline(text: str) -> Iterator[Link]:
    for match in re.finditer(r"(?<!\\)\]\(", text):
        opening = _opening(text, match.start())
        if opening is None:
            yield Link(Linksoort.LINK, "", "", match.start(), match.end(), heel=False)
            continue
        end = _closing(text, match.end())
        inside = text[match.end() : end] if end is not None else text[match.end() :].split("\n")[0]
        image = opening > 0 and text[opening - 1] == "!"
        soort = Linksoort.AFBEELDING if image else Linksoort.LINK
        doel, offset, titled = _target(inside)
        label = text[opening + 1 : match.start()]
        yield Link(soort, label, doel, opening - image, match.end() + offset, titled, end is not None)


def _opening(text: str, closing: int) -> int | None:
    """The `[` that belongs to the `]` at `closing`."""
    depth = 0
    for index in range(closing, max(-1, closing - LANGSTE), -1):
        if index and text[index - 1] == "\\":
            continue
        depth += {"]": 1, "[": -1}.get(text[index], 0)
        if depth == 0:
            return index
        if text.startswith("\n\n", index):
            return None
    return None


def _closing(text: str, start: int) -> int | None:
    """The position of the `)` that closes a target beginning at `start`; None when nothing does."""
    depth = 1
    for index in range(start, min(len(text), start + LANGSTE)):
        if text.startswith("\n\n", index):
            return None
        if text[index - 1] != "\\":
            depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return None


def _target(inside: str) -> tuple[str, int, bool]:
    """The target in the round brackets, where it begins there, and whether a title follows it."""
    text = inside.strip()
    offset = len(inside) - len(inside.lstrip())
    if text.startswith("<") and ">" in text:
        return text[1 : text.index(">")], offset + 1, False
    titled = _TITLED.match(text)
    return (titled[1], offset, True) if titled else (text, offset, False)


def _references(text: str) -> Iterator[Link]:
    for match in _REFERENCE.finditer(text):
        doel = match[2].strip("<>")
        yield Link(Linksoort.VERWIJZING, match[1], doel, match.start(), match.start(2))


def _image_references(text: str) -> Iterator[Link]:
    for match in _IMAGE_REFERENCE.finditer(text):
        yield Link(Linksoort.AFBEELDING, match[1], GEMASKEERD, match.start(), match.start())
