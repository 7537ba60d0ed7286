"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

import json

from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.passages import Deelplek, Stuk, read_page, read_passages
from familiegroepsplan.site.template import BlokGap, TemplatePage, main_of
from familiegroepsplan.site.zoekindex import index_of, row
from familiegroepsplan.token import parse_token


def index(fill: Fill, taal: str) -> str:
    """The index of a language of the municipality."""
    pages = [page for page in fill.offered if page.pagina.zoekbaar and page.pagina.taal == taal]
    return index_of((_row(page, fill) for page in pages), taal)


def _row(page: TemplatePage, fill: Fill) -> str:
    pagina = page.pagina
    if any(isinstance(s, BlokGap) and fill.own_blok(s, pagina) is not None for s in page.segments):
        return row(pagina, read_page(main_of(fill.page(page)), pagina.taal))
    parts = tuple(_part(stuk, page, fill) for stuk in fill.common.part_places[pagina.url])
    cut = fill.common.rows.row(page, parts)
    return "".join(_value(fill, piece) if at % 2 else piece for at, piece in enumerate(cut))


def _part(stuk: Deelplek, page: TemplatePage, fill: Fill) -> tuple[Stuk, ...]:
    pieces = fill.part(parse_token(stuk.token), page.pagina)
    return read_passages("".join(pieces[::2]), page.pagina.taal, stuk.nederlands)


def _value(fill: Fill, word: str) -> str:
    """A value as it stands in the JSON of an index: white space folded as in all text of it."""
    text = " ".join(fill.value(parse_token(word), None).split())
    return json.dumps(text, ensure_ascii=False)[1:-1]
