"""The Markdown extension that MkDocs and the core load alike, so that both render the same HTML."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Extension, Markdown

from familiegroepsplan.begrip import Begrip
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.markup.components import ComponentTreeprocessor
from familiegroepsplan.markup.glossary import GlossaryTreeprocessor

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "familiegroepsplan.markup"]
"""What mkdocs.yml must list, in this order (a test compares them)."""

EXTENSION_CONFIGS: dict[str, dict[str, Any]] = {"toc": {"toc_depth": "2-2"}}


class FamiliegroepsplanExtension(Extension):
    """Turns plain lists, tables and headings of a block into the components of the site."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "taal": ["nl", "the language of the page"],
            "begrippen": [{}, "the glossary per language: taal -> sequence of Begrip"],
            "woorden": [{}, "labels of the components: verzonnen, voorbeeld, tabel, woorden, en per taal"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register both steps behind attr_list (8), so that headings have their ids, before toc (5)."""
        components = ComponentTreeprocessor(md, self.getConfig("woorden"))
        glossary = GlossaryTreeprocessor(md, self.getConfig("taal"), self.getConfig("begrippen"))
        md.treeprocessors.register(components, "fgp-components", 7)
        md.treeprocessors.register(glossary, "fgp-glossary", 6)


def makeExtension(**kwargs: Any) -> FamiliegroepsplanExtension:
    """The hook by which Markdown loads the extension by its module name."""
    return FamiliegroepsplanExtension(**kwargs)


def render(text: str, *, taal: str, begrippen: Mapping[str, Sequence[Begrip]], woorden: Mapping[str, str]) -> str:
    """The HTML of a Markdown text, as MkDocs would make it (for texts that come in after the template)."""
    configs = EXTENSION_CONFIGS | {
        "familiegroepsplan.markup": {"taal": taal, "begrippen": begrippen, "woorden": woorden}
    }
    return Markdown(extensions=EXTENSIONS, extension_configs=configs).convert(text)


def component_words(inhoud: Inhoud, taal: str) -> dict[str, str]:
    """The labels that components carry, in the language of the page."""
    return {word: inhoud.woord(f"component.{word}", taal) for word in ("verzonnen", "citaten", "tabel")}
