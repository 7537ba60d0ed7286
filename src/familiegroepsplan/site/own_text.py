"""The municipality's own texts: blocks it replaces and additions to pages, rendered like the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from familiegroepsplan.blocktext import lower_headings
from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.markup.extension import component_words, render
from familiegroepsplan.project import Project
from familiegroepsplan.site.template import Pagina
from familiegroepsplan.taal import Taalcode

MD_LINK = re.compile(r"\]\(([^)\s:#]+)\.md(#[^)\s]*)?\)")


@dataclass(frozen=True)
class OwnTexts:
    """Own texts as they stand on disk: file contents by block or page name and language."""

    blokken: Mapping[str, Mapping[str, str]]
    aanvullingen: Mapping[str, Mapping[str, str]]
    inhoud: Inhoud

    def blok(self, naam: str, shift: int, pagina: Pagina) -> str | None:
        """The HTML that replaces a block on a page, its headings `shift` levels lower; None: the national text stays.

        An own text in Dutch alone replaces the Dutch text only (design: the other languages keep the
        national text).
        """
        text = self.blokken.get(naam, {}).get(pagina.taal)
        return None if text is None else self._render(lower_headings(text, shift), pagina, pagina.taal)

    def aanvulling(self, pagina: Pagina) -> str | None:
        """The HTML added at the end of a page, in Dutch and marked so where the language has none."""
        texts = self.aanvullingen.get(pagina.naam, {})
        taal = pagina.taal if pagina.taal in texts else BRON_TAAL
        if taal not in texts:
            return None
        mark = "" if taal == pagina.taal else ' lang="nl" dir="ltr"'
        return f'<section class="blok aanvulling"{mark}>\n{self._render(texts[taal], pagina, taal)}\n</section>'

    def _render(self, text: str, pagina: Pagina, taal: str) -> str:
        linked = MD_LINK.sub(lambda m: f"]({_address(m[1], pagina)}{m[2] or ''})", text)
        woorden = component_words(self.inhoud, taal)
        return render(linked, taal=taal, begrippen={}, woorden=woorden)


def _address(target: str, pagina: Pagina) -> str:
    prefix = "" if pagina.taal == BRON_TAAL else f"{pagina.taal}/"
    name = target.removesuffix("index").rstrip("/")
    return f"{pagina.basis}{prefix}{name}/" if name else f"{pagina.basis}{prefix}"


def read_own_texts(gemeente: Gemeente, project: Project, inhoud: Inhoud) -> OwnTexts:
    """The own texts of a municipality, read from the files its YAML names."""

    def read(named: Mapping[str, Mapping[Taalcode, str]]) -> dict[str, dict[str, str]]:
        return {
            naam: {taal: (project.gemeenten / path).read_text("utf-8") for taal, path in paths.items()}
            for naam, paths in named.items()
        }

    return OwnTexts(read(gemeente.blokken), read(gemeente.aanvullingen), inhoud)
