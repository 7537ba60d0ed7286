"""The search index of a site: per language everything a reader can find, section by section.

The index holds a municipality's own data too. The browser reads it when search is first used
(`assets/js/zoekmachine.js`) and does the ranking.
"""

import json
from collections.abc import Iterable

from familiegroepsplan.site.passages import Inhoudspagina, read_page
from familiegroepsplan.site.template import Pagina, main_of


def zoekindex(pages: Iterable[tuple[Pagina, str]], taal: str) -> str:
    """The index of the pages of `taal` (each with its finished HTML) as JSON, the same bytes for the same pages."""
    mine = [(p, source) for p, source in pages if p.taal == taal and p.zoekbaar]
    mine.sort(key=lambda one: one[0].url)
    rows = (row(p, read_page(main_of(source), taal)).encode() for p, source in mine)
    return index_of(rows, taal).decode()


def index_of(rows: Iterable[bytes], taal: str) -> bytes:
    """The index of a language, of the rows of its pages in order of address; empty rows are left out."""
    start, end = around(taal)
    return b"%s%s%s" % (start, b",".join(filter(None, rows)), end)


def around(taal: str) -> tuple[bytes, bytes]:
    """What stands before and after the rows of an index."""
    return b'{"taal":%s,"paginas":[' % _json(taal).encode(), b"]}"


def row(pagina: Pagina, found: Inhoudspagina) -> str:
    """What the index keeps of a page, as JSON; empty when there is nothing to find."""
    if not found.plekken:
        return ""
    kept: dict[str, object] = {"url": pagina.url, "titel": found.titel}
    if found.titel_taal != pagina.taal:
        kept["titeltaal"] = found.titel_taal
    elif pagina.menu not in {"", found.titel}:
        kept["menu"] = pagina.menu
    if pagina.doelgroep != "gezin":
        kept["voor"] = pagina.doelgroep
    return _json(kept | {"plekken": [plek.row() for plek in found.plekken]})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
