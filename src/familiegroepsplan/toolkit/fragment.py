"""A piece of HTML that keeps its meaning anywhere: only plain elements, no classes, scripts or pictures."""

import re
from collections.abc import Iterator
from html import escape

from lxml import html

from familiegroepsplan.cache import recall

KEPT = {
    "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "strong", "em", "a", "br",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""The elements that every editor keeps when text is pasted."""

DROPPED = {"script", "style", "svg", "button", "template", "noscript", "input"}
"""Elements that go with all that is in them."""

RENAMED = {"figcaption": "p", "summary": "p"}
"""Elements of which the words stand on their own, as a paragraph."""

ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "blockquote": {"cite"}}
BLOCKS = {"h2", "h3", "h4", "p", "ul", "ol", "dl", "blockquote", "table"}
LISTS = ("ul", "ol", "dl")
ROWS = {"li", "dt", "dd", "tr"}


def clean(source: str) -> str:
    """`source` with its plain elements alone; what stands in another element stays in its place."""
    root = html.fragment_fromstring(source, create_parent="div")
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str):
            element.drop_tag()
            continue
        element.tag = RENAMED.get(element.tag, element.tag)
        if element.tag in DROPPED:
            element.drop_tree()
        elif element.tag in KEPT:
            _bare(element)
        elif element.get("lang") or element.get("dir"):
            element.tag = "div" if any(child.tag in BLOCKS for child in element) else "span"
            _bare(element)
        else:
            element.drop_tag()
    for element in list(root.iter(*LISTS)):
        if not len(element) and not (element.text or "").strip():
            element.drop_tree()
    return _inner(root)


def plain_lists(fragment: str) -> str:
    """A clean fragment with its lists of terms as ordinary lists, since not every editor knows terms."""
    root = html.fragment_fromstring(fragment, create_parent="div")
    for terms in list(root.iter("dl")):
        terms.tag = "ul"
        for child in list(terms):
            if child.tag == "dt":
                child.tag = "strong"
                item = html.Element("li")
                child.addprevious(item)
                child.text, child.tail = f"{child.text_content()}:", " "
                item.append(child)
            elif child.tag == "dd" and (before := child.getprevious()) is not None:
                before.append(child)
                child.drop_tag()
    return _inner(root)


def _bare(element: html.HtmlElement) -> None:
    """Keep only the attributes that carry meaning."""
    kept = ATTRIBUTES.get(element.tag, set()) | {"lang", "dir"}
    for name in element.attrib:
        if name not in kept:
            del element.attrib[name]


def _inner(root: html.HtmlElement) -> str:
    pieces = [root.text or "", *(html.tostring(child, encoding="unicode") for child in root)]
    return re.sub(r"\n\s*\n+", "\n", "".join(pieces)).strip()


def raise_headings(fragment: str) -> str:
    """A clean fragment with each heading one level higher, for where no heading stands above it (WCAG 1.3.1)."""
    return re.sub(r"(</?h)([34])(?=[\s>])", lambda tag: f"{tag[1]}{int(tag[2]) - 1}", fragment)


def lower_headings(fragment: str, levels: int = 1) -> str:
    """A clean fragment with each heading some levels lower, for where it stands under a heading of its own."""
    return re.sub(r"(</?h)([2-4])(?=[\s>])", lambda tag: f"{tag[1]}{min(int(tag[2]) + levels, 6)}", fragment)


def bare_text(text: str) -> str:
    """Plain text as HTML."""
    return escape(text, quote=False)


def as_markdown(fragment: str) -> str:
    """A clean fragment as Markdown: `##` headings, `-` lists; remembered."""
    return recall("markdown", (fragment,), lambda: _written_as_markdown(fragment))


def _written_as_markdown(fragment: str) -> str:
    from markdownify import markdownify  # Slow to load, and only the toolkit asks for it.

    text: str = markdownify(fragment, heading_style="ATX", bullets="-", strip=["span", "div"])
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def as_text(fragment: str, quote: str = "") -> str:
    """A clean fragment as plain text: a blank line between blocks, `- ` or a number before items, links in full.

    `quote` stands before each line of a quotation, as mail programs do (`> `).
    """
    root = html.fragment_fromstring(fragment, create_parent="div")
    blocks = [root.text or ""]
    for child in root:
        mark = quote if child.tag == "blockquote" else ""
        blocks += ["\n".join(f"{mark}{row}".rstrip() for row in _rows(child)), " ".join((child.tail or "").split())]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _rows(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in {"div", "blockquote"} and len(element):
        for number, child in enumerate(element):
            yield from ["", *_rows(child)] if number else _rows(child)
        return
    rows = [child for child in element.iter() if child.tag in ROWS]
    if not rows:
        yield _line(element)
    for number, row in enumerate(rows, 1):
        mark = {"ol": f"{number}. ", "ul": "- "}.get(element.tag, "")
        yield mark + _line(row)


def _line(element: html.HtmlElement) -> str:
    for link in element.iter("a"):
        address = (link.get("href") or "").removeprefix("mailto:")
        if address and not address.startswith("tel:") and address not in (link.text_content() or ""):
            link.tail = f" ({address}){link.tail or ''}"
    cells = [" ".join(cell.text_content().split()) for cell in element if cell.tag in {"td", "th"}]
    return " | ".join(cells) if cells else " ".join(element.text_content().split())
