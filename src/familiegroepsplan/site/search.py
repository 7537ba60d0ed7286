"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

import json
from dataclasses import dataclass, field

from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.passages import Deelplek, Stuk, read_page
from familiegroepsplan.site.template import BlokGap, TemplatePage, main_of
from familiegroepsplan.site.zoekindex import index_of, row
from familiegroepsplan.token import parse_token


def index(fill: Fill, taal: str) -> str:
    """The index of a language of the municipality."""
    pages = [page for page in fill.offered if page.pagina.zoekbaar and page.pagina.taal == taal]
    rows = _Rows(fill, taal)
    return index_of(map(rows.row, pages), taal)


@dataclass
class _Rows:
    """The rows of the pages in one language; the values serve every page."""

    fill: Fill
    taal: str
    values: dict[str, str] = field(default_factory=dict)

    def row(self, page: TemplatePage) -> str:
        """The row of a page."""
        fill, pagina = self.fill, page.pagina
        if any(isinstance(s, BlokGap) and fill.own_blok(s, pagina) is not None for s in page.segments):
            return row(pagina, read_page(main_of(fill.page(page)), self.taal))
        parts = tuple(self._part(stuk, page) for stuk in fill.common.part_places[pagina.url])
        cut = fill.common.rows.row(page, parts)
        return "".join(self._value(piece) if at % 2 else piece for at, piece in enumerate(cut))

    def _part(self, stuk: Deelplek, page: TemplatePage) -> tuple[Stuk, ...]:
        rendering = self.fill.rendering(parse_token(stuk.token), page.pagina)
        return rendering.passages(self.taal, nederlands=stuk.nederlands)

    def _value(self, word: str) -> str:
        """A value as it stands in the JSON of an index: white space folded as in all text of it."""
        known = self.values.get(word)
        if known is None:
            text = " ".join(self.fill.value(parse_token(word), None).split())
            known = self.values[word] = json.dumps(text, ensure_ascii=False)[1:-1]
        return known
