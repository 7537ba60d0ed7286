"""Reading a web page: its main content alone, as headings, paragraphs, list items and cells."""

import re
from collections.abc import Iterator

from lxml import etree, html

from familiegroepsplan.screen.brontekst import Alinea, Brontekst
from familiegroepsplan.screen.regels import Leesfout

_HIDDEN = "script style template noscript svg math iframe object embed select option textarea head dialog"
_OUT = frozenset((*_HIDDEN.split(), "nav", "footer", "aside"))
_OUT_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary"})
_BLOCKS = frozenset(
    "p div section article main header li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th thead tbody caption "
    "blockquote figure figcaption details summary address pre hr body fieldset legend center".split()
)
_HEADING = re.compile(r"h([1-6])$")
_COOKIES = re.compile(r"cookie|consent", re.IGNORECASE)
_MAX_DEPTH = 200
_BOLD_LEVEL = 6
"""A paragraph that is bold from end to end serves as a heading, the lowest."""


def read_html(data: bytes, naam: str, charset: str = "") -> Brontekst:
    """The main content of a page; the charset that came with it goes before what the page says itself.

    Raises Leesfout when there is no page in the bytes.
    """
    try:
        parser = html.HTMLParser(encoding=charset or _declared(data), no_network=True, huge_tree=False)
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, LookupError, ValueError, AssertionError) as error:
        raise Leesfout("screen-kapot", "dit is geen webpagina die te lezen is") from error
    return _read(tree, naam)


def read_html_text(text: str, naam: str) -> Brontekst:
    """As `read_html`, of a page that is text already."""
    return read_html(text.encode(), naam, "utf-8")


def _declared(data: bytes) -> str | None:
    """UTF-8 where the bytes are that; else what the page says, or lxml's own guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if re.search(rb"charset\s*=", data[:2048], re.IGNORECASE) else "cp1252"
    return "utf-8"


def _read(tree: html.HtmlElement, naam: str) -> Brontekst:
    title = tree.findtext(".//title") or ""
    collector = _Collector()
    for root in _roots(tree):
        collector.walk(root, 0)
        collector.flush()
    return Brontekst(naam, " ".join(title.split()), tuple(collector.alineas))


def _roots(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """`main`, else the outermost articles, else the body."""
    mains = tree.xpath("//main | //*[@role='main']")
    if mains:
        return [mains[0]]
    articles = tree.xpath("//article[not(ancestor::article)]")
    return list(articles) or list(tree.xpath("//body"))


class _Collector:
    """Gathers the text of elements into paragraphs, in document order."""

    def __init__(self) -> None:
        self.alineas: list[Alinea] = []
        self._text = ""
        self._level = 0
        self._in_list = 0
        self._cited = 0

    def flush(self) -> None:
        """End the open paragraph."""
        text = " ".join(self._text.split())
        if text:
            self.alineas.append(Alinea(text, self._level, lijst=self._in_list > 0, citaat=self._cited > 0))
        self._text = ""

    def walk(self, element: html.HtmlElement, depth: int) -> None:
        """Take in an element and what is in it; what stands too deep to be text of a person is left out."""
        if _left_out(element) or depth > _MAX_DEPTH:
            return
        tag = str(element.tag)
        block, heading, before = tag in _BLOCKS, _HEADING.match(tag), self._level
        if block:
            self.flush()
        self._in_list += tag == "li"
        self._cited += _has_source(element)
        if heading:
            self._level = int(heading[1])
        elif tag == "p" and _is_all_bold(element):
            self._level = _BOLD_LEVEL
        self._text += '"' if tag == "q" else " " if tag == "br" else ""
        self._text += element.text or ""
        for child in element:
            self.walk(child, depth + 1)
            self._text += child.tail or ""
        self._text += '"' if tag == "q" else ""
        if block:
            self.flush()
        self._level = before
        self._in_list -= tag == "li"
        self._cited -= _has_source(element)


def _has_source(element: html.HtmlElement) -> bool:
    """Whether it quotes: a blockquote with the address of its source, or in a figure with a caption."""
    parent = element.getparent()
    in_figure = parent is not None and parent.tag == "figure" and parent.find("figcaption") is not None
    return element.tag == "blockquote" and (element.get("cite") is not None or in_figure)


def _is_all_bold(element: html.HtmlElement) -> bool:
    children = list(element)
    one = len(children) == 1 and children[0].tag in {"strong", "b"}
    return one and not (element.text or "").strip() and not (children[0].tail or "").strip()


def _left_out(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _OUT:
        return True
    if element.tag == "header" and not any(_within(element)):
        return True
    get = element.get
    if get("role") in _OUT_ROLES or get("aria-hidden") == "true":
        return True
    if get("hidden") is not None or get("popover") is not None:
        return True
    named = f"{get('id', '')} {get('class', '')}"
    return element.tag in {"div", "section"} and bool(_COOKIES.search(named))


def _within(element: html.HtmlElement) -> Iterator[bool]:
    """Whether a header belongs to the content: it stands in main or an article, or holds the first heading."""
    yield from (ancestor.tag in {"main", "article"} for ancestor in element.iterancestors())
    yield element.find(".//h1") is not None and element.find(".//nav") is None
