"""What a page of the handbook needs beyond Markdown: links that stay inside, tables for phones, code for keyboards."""

import re
from itertools import zip_longest

from lxml import html

OUTSIDE = re.compile(r"\[`?([^\]`]+)`?\]\((?:\.\./)+[^)]*\)")
"""A link to a file of the project beside the handbook: there on GitHub, not in the built pages."""

WIDE, VERY_WIDE = 4, 5
"""From so many columns on, a table becomes a list of cards: on a narrow screen, and on every screen."""


HEADING = re.compile(r"<h1.*?</h1>", re.DOTALL)


def split_heading(content: str) -> tuple[str, str]:
    """The heading of a page and what follows it, as HTML; ValueError when it has none."""
    match = HEADING.search(content)
    if match is None:
        raise ValueError("a page of the handbook begins with a heading")
    return match[0], content[match.end() :]


def without_outside_links(markdown: str) -> str:
    """The text with links out of the handbook as the name of that file alone."""
    return OUTSIDE.sub(r"`\1`", markdown)


def finished(content: str) -> str:
    """The HTML of a page with tables and code that work on every width and by keyboard."""
    root = html.fragment_fromstring(content, create_parent="div")
    for table in root.iter("table"):
        _table(table)
    for code in root.iter("pre"):
        code.set("tabindex", "0")
    for image in list(root.iter("img")):
        _openable(image)
    return "".join(html.tostring(child, encoding="unicode") for child in root)


def _openable(image: html.HtmlElement) -> None:
    """A picture leads to itself, large: on a phone its words are too small to read."""
    image.set("loading", "lazy")
    link = html.Element("a", {"class": "beeld", "href": image.get("src", "")})
    image.getparent().replace(image, link)
    link.append(image)


def _wrap(cell: html.HtmlElement) -> None:
    """The content of a cell in a box, so that the head of its column can stand before it."""
    box = html.Element("div")
    box.text, cell.text = cell.text, None
    box.extend(list(cell))
    cell.append(box)


def _table(table: html.HtmlElement) -> None:
    """Roles stay when cells become blocks (ARIA 1.2, table); each cell carries the head of its column."""
    heads = ["".join(cell.itertext()) for cell in table.iterfind("thead/tr/th")]
    table.set("role", "table")
    if len(heads) >= WIDE:
        table.set("class", "kaartjes" if len(heads) >= VERY_WIDE else "breed")
    for row in table.iter("tr"):
        row.set("role", "row")
        for cell, head in zip_longest(row, heads):
            if cell is not None:
                cell.set("role", "columnheader" if cell.tag == "th" else "cell")
                cell.set("data-kop", head or "")
                _wrap(cell)
