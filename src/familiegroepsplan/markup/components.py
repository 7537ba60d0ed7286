"""Components made from plain Markdown: step lists, fold-out questions, pairs, stories, quotes, cards."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HEADINGS = {f"h{level}" for level in range(1, 7)}


class ComponentTreeprocessor(Treeprocessor):
    """Shapes every `section.blok` by its form (`vorm-…`); `woorden` are the labels it needs."""

    def __init__(self, md: Markdown, woorden: Mapping[str, str]) -> None:
        super().__init__(md)
        self.woorden = woorden

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for section in root.iter("section"):
            classes = (section.get("class") or "").split()
            if "vorm-vragen" in classes:
                _fold_questions(section)
            elif "vorm-verhalen" in classes:
                _wrap_sections(section, "article", "verhaal", self.woorden.get("verzonnen", ""))
            elif "vorm-kaarten" in classes:
                _wrap_cards(section)
            elif "vorm-citaten" in classes:
                _split_quotes(section, self.woorden.get("citaten", ""))
            elif "vorm-paren" in classes:
                _pair_tables(section)
        for parent in list(root.iter()):
            _wrap_tables(parent, self.woorden.get("tabel", ""))
        for steps in root.iter("ol"):
            steps.set("class", "stappen")
        for link in root.iter("a"):
            if (link.get("href") or "").startswith("tel:"):
                _isolate(link)


def _groups(section: Element) -> tuple[list[Element], list[tuple[Element, list[Element]]]]:
    """What stands before the first sub-heading, and each sub-heading with what follows it.

    The block's own title is the first child when it has one; sub-headings are one level deeper.
    """
    children = list(section)
    titled = bool(children) and children[0].tag == "h2" and children[0].get("id") is not None
    level = "h3" if titled and any(c.tag == "h3" for c in children) else "h2"
    before: list[Element] = []
    groups: list[tuple[Element, list[Element]]] = []
    for child in children:
        if child.tag == level:
            groups.append((child, []))
        elif groups:
            groups[-1][1].append(child)
        else:
            before.append(child)
    return before, groups


def _rebuild(section: Element, before: list[Element]) -> None:
    for child in list(section):
        section.remove(child)
    section.extend(before)


def _fold_questions(section: Element) -> None:
    before, groups = _groups(section)
    _rebuild(section, before)
    for heading, content in groups:
        details = SubElement(section, "details", {"class": "vraag"})
        SubElement(details, "summary").append(heading)
        SubElement(details, "div", {"class": "antwoord"}).extend(content)


def _wrap_sections(section: Element, tag: str, name: str, label: str) -> None:
    before, groups = _groups(section)
    _rebuild(section, before)
    for heading, content in groups:
        wrapper = SubElement(section, tag, {"class": name})
        wrapper.append(heading)
        if label:
            SubElement(wrapper, "p", {"class": "etiket"}).text = label
        wrapper.extend(content)


def _wrap_cards(section: Element) -> None:
    before, groups = _groups(section)
    _rebuild(section, before)
    cards = SubElement(section, "ul", {"class": "kaarten"})
    for heading, content in groups:
        card = SubElement(cards, "li", {"class": "kaart"})
        card.append(heading)
        card.extend(content)


def _split_quotes(section: Element, label: str) -> None:
    """Each paragraph of a quotation becomes a quote of its own; above the first it says that they are examples."""
    for quote in [child for child in section if child.tag == "blockquote"]:
        at = list(section).index(quote)
        section.remove(quote)
        quotes = [Element("figure", {"class": "citaat"}) for _ in quote]
        for figure, paragraph in zip(quotes, list(quote), strict=True):
            SubElement(figure, "blockquote").append(paragraph)
        for element in reversed(quotes):
            section.insert(at, element)
        if label:
            etiket = Element("p", {"class": "etiket"})
            etiket.text = label
            section.insert(at, etiket)


def _pair_tables(section: Element) -> None:
    for index, table in enumerate(list(section)):
        if table.tag != "table":
            continue
        heads = list(table.iter("th"))
        pairs = Element("ul", {"class": "paren"})
        for row in (r for r in table.iter("tr") if r.find("td") is not None):
            pair = SubElement(pairs, "li", {"class": "paar"})
            for side, head, cell in zip(("twijfel", "voordeel"), heads, row.findall("td"), strict=False):
                half = SubElement(pair, "div", {"class": side})
                SubElement(half, "span", {"class": "paar-kop"}).text = f"{head.text or ''}:"
                text = SubElement(half, "p")
                text.text = cell.text
                text.extend(list(cell))
        section[index] = pairs


def _isolate(link: Element) -> None:
    """A telephone number never turns round in right-to-left text (Unicode bidi isolation)."""
    number = Element("bdi", {"dir": "ltr"})
    number.text, link.text = link.text, None
    number.extend(list(link))
    for child in list(link):
        link.remove(child)
    link.append(number)


def _wrap_tables(parent: Element, label: str) -> None:
    """A table may be wider than a phone: give it a box that scrolls and that a keyboard reaches."""
    for index, child in enumerate(list(parent)):
        if child.tag == "table" and parent.get("class") != "tabel":
            box = Element("div", {"class": "tabel", "tabindex": "0", "role": "region", "aria-label": label})
            box.tail, child.tail = child.tail, None
            parent[index] = box
            box.append(child)
