"""The outline of a piece of HTML: ids, headings, links and pictures, as far as a check of a page needs them.

The pieces are our own templates and rendered Markdown, in which values are escaped, so that expressions find
every tag; a test compares them with a full HTML parser on all pages.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

REMEMBERED = 4096

_ID = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')
_REFERENCE = re.compile(r'<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"')
_BLIND = re.compile(r"<img\b(?![^>]*\salt=)[^>]*>")
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, eq=False)
class Outline:
    """In order: ids, headings (level, plain text), targets of links and files, pictures without description.

    Two outlines are the same only if they are one object: `outline` gives the same one for the same HTML.
    """

    ids: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    references: tuple[str, ...]
    blind: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def outline(html: str) -> Outline:
    """The outline of `html`, a whole number of tags."""
    headings = tuple((int(level), _TAG.sub("", text).strip()) for level, text in _HEADING.findall(html))
    return Outline(
        tuple(name for name in _ID.findall(html) if name),
        headings,
        tuple(_REFERENCE.findall(html)),
        tuple(_BLIND.findall(html)),
    )
