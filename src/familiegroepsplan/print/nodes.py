"""The Markdown of a block as nodes: what Typst gets instead of markup.

Understood are paragraphs, lists, numbered lists, headings, bold, italics and links; anything else gives its
text alone. A node is a plain dict, ready for JSON: blocks are `p`, `ul`, `ol`, `kop` (with `niveau` and `id`),
inlines are `t` (text), `b`, `i`, `a` (with `href`); `soort` says which, `delen` holds what is inside.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from lxml import html
from markdown import Markdown

Node = dict[str, Any]

_INLINES = {"strong": "b", "b": "b", "em": "i", "i": "i"}
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def _parse(text: str) -> Any:
    return html.fragment_fromstring(Markdown(extensions=["attr_list"]).convert(text), create_parent="div")


def markdown_nodes(text: str, fill: Callable[[str], str]) -> list[Node]:
    """The blocks of `text` in order; `fill` completes each piece of text (values of a gemeente, isolation)."""
    return list(_blocks(_parse(text), fill))


def _blocks(parent: Element, fill: Callable[[str], str]) -> Iterator[Node]:
    for element in parent:
        if element.tag in {"ul", "ol"}:
            yield {"soort": element.tag, "punten": [_item(item, fill) for item in element]}
        elif re.fullmatch(r"h[1-6]", str(element.tag)):
            niveau = int(element.tag[1])
            yield {"soort": "kop", "niveau": niveau, "id": element.get("id", ""), "delen": _inlines(element, fill)}
        elif element.tag in {"div", "blockquote"}:
            yield from _blocks(element, fill)
        elif inlines := _inlines(element, fill):
            yield {"soort": "p", "delen": inlines}


def _item(item: Element, fill: Callable[[str], str]) -> list[Node]:
    """What stands in a point of a list: its text as one paragraph, or its own blocks."""
    if any(child.tag in {"p", "ul", "ol"} for child in item):
        own = [{"soort": "p", "delen": [_text(item.text, fill)]}] if (item.text or "").strip() else []
        return own + list(_blocks(item, fill))
    return [{"soort": "p", "delen": _inlines(item, fill)}]


def _inlines(element: Element, fill: Callable[[str], str]) -> list[Node]:
    found: list[Node] = []
    if element.text:
        found.append(_text(element.text, fill))
    for child in element:
        inside = _inlines(child, fill)
        href = child.get("href")
        if child.tag == "a" and href:
            found.append({"soort": "a", "href": fill(href), "delen": inside})
        elif child.tag in _INLINES:
            found.append({"soort": _INLINES[child.tag], "delen": inside})
        elif child.tag == "br":
            found.append({"soort": "t", "tekst": " "})
        else:
            found += inside
        if child.tail:
            found.append(_text(child.tail, fill))
    return found


def _text(text: str | None, fill: Callable[[str], str]) -> Node:
    return {"soort": "t", "tekst": fill(_SPACE.sub(" ", text or ""))}
