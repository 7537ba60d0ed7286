"""The outline of a piece of HTML: ids, headings, links and pictures, as far as a check of a page needs them.

The pieces are our own templates and rendered Markdown, in which values are escaped, so that expressions find
every tag; a test compares them with a full HTML parser on all pages.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

REMEMBERED = 4096

OUTSIDE = ("https:", "http:", "mailto:", "tel:", "data:")

_ID = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')
_REFERENCE = re.compile(r'<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"')
_BLIND = re.compile(r"<img\b(?![^>]*\salt=)[^>]*>")
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Outline:
    """In order: ids, headings (level, and whether it has text), targets within the site, pictures undescribed.

    The links of the municipality itself lead out of the site and are left out, and so are the words of headings:
    the same part then has the same outline in most municipalities.
    """

    ids: tuple[str, ...]
    headings: tuple[tuple[int, bool], ...]
    references: tuple[str, ...]
    blind: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def outline(html: str) -> Outline:
    """The outline of `html`, a whole number of tags."""
    found = Outline(
        tuple(name for name in _ID.findall(html) if name),
        tuple((int(level), bool(_TAG.sub("", text).strip())) for level, text in _HEADING.findall(html)),
        tuple(dict.fromkeys(link for link in _REFERENCE.findall(html) if not link.startswith(OUTSIDE))),
        tuple(_BLIND.findall(html)),
    )
    return _one_of_each(found)


@lru_cache(maxsize=REMEMBERED)
def _one_of_each(found: Outline) -> Outline:
    """The first of all outlines that are equal: by it, what was found out about them is remembered."""
    return found
