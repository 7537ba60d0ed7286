"""Explains a glossary word where it first occurs on a page.

The word becomes a button that opens a popover (HTML `popover`: works without JavaScript, closes with
Escape); a browser that has no popover shows the explanations at the end of the page.
"""

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from familiegroepsplan.begrip import Begrip, by_form, fold, form_pattern
from familiegroepsplan.telefoon import isolate_numbers

SKIP = {"a", "button", "code", "pre", "summary", "blockquote", "th", *(f"h{n}" for n in range(1, 7))}

SKIP_CLASSES = {"lead", "etiket", "notitie"}


class GlossaryTreeprocessor(Treeprocessor):
    """Marks the first occurrence of each word, in the language of the text around it."""

    def __init__(self, md: Markdown, taal: str, begrippen: Mapping[str, Sequence[Begrip]]) -> None:
        super().__init__(md)
        self.taal = taal
        self.begrippen = begrippen
        self._words: dict[str, tuple[re.Pattern[str] | None, dict[str, Begrip]]] = {}

    def run(self, root: Element) -> None:
        """Change the tree in place; the explanations come at its end."""
        found: dict[tuple[str, str], Begrip] = {}
        self._walk(root, self.taal, found)
        for (taal, naam), begrip in found.items():
            attributes = {"class": "begrip-uitleg", "id": f"begrip-{naam}", "popover": "auto", "role": "note"}
            if taal != self.taal:
                attributes |= {"lang": taal, "dir": "ltr"}
            box = SubElement(root, "div", attributes)
            SubElement(box, "strong").text = begrip.term
            SubElement(box, "p").text = isolate_numbers(begrip.uitleg, taal)

    def _walk(self, element: Element, taal: str, found: dict[tuple[str, str], Begrip]) -> None:
        taal = element.get("lang", taal)
        if element.tag in SKIP or element.get("class") in SKIP_CLASSES:
            return
        index = self._split(element, 0, element.text, taal, found, is_text=True)
        while index < len(element):
            child = element[index]
            self._walk(child, taal, found)
            index = self._split(element, index + 1, child.tail, taal, found, is_text=False)

    def _found_by(self, taal: str) -> tuple[re.Pattern[str] | None, dict[str, Begrip]]:
        """How the words of a language are found: made when it is met, since it is slow to make."""
        if taal not in self._words:
            words = self.begrippen.get(taal, ())
            self._words[taal] = form_pattern(words), by_form(words)
        return self._words[taal]

    def _split(
        self,
        parent: Element,
        at: int,
        text: str | None,
        taal: str,
        found: dict[tuple[str, str], Begrip],
        *,
        is_text: bool,
    ) -> int:
        """Turn new words in `text` into buttons inserted before child `at`; gives the next child's index."""
        pattern, forms = self._found_by(taal)
        if not text or pattern is None or parent.tag in {"ul", "ol", "dl", "section", "table"}:
            return at
        rest = 0
        buttons: list[Element] = []
        pieces: list[str] = []
        for match in pattern.finditer(text):
            begrip = forms[fold(match[0])]
            if any(begrip.begrip == naam for _, naam in found):
                continue
            found[taal, begrip.begrip] = begrip
            pieces.append(text[rest : match.start()])
            button = Element(
                "button",
                {"type": "button", "class": "begrip", "popovertarget": f"begrip-{begrip.begrip}"},
            )
            button.text = match[0]
            buttons.append(button)
            rest = match.end()
        if not buttons:
            return at
        pieces.append(text[rest:])
        if is_text:
            parent.text = pieces[0]
        else:
            parent[at - 1].tail = pieces[0]
        for offset, button in enumerate(buttons):
            button.tail = pieces[offset + 1]
            parent.insert(at + offset, button)
        return at + len(buttons)
