"""The check of a site as it is filled: it finds what `check_site` finds, without reading the pages again.

What a page is made of was looked at once, in the template; here only what differs per municipality is.
"""

from collections.abc import Collection, Iterator

from lxml import html

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.checks.site import frame_faults, page_fault
from familiegroepsplan.errors import Melding
from familiegroepsplan.site.doorverwijzing import redirect_files
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.findings import Bevinding, Bevindingen, doel_of, look
from familiegroepsplan.site.outline import OUTSIDE, outline
from familiegroepsplan.site.template import Pagina, TemplatePage, with_tokens
from familiegroepsplan.site.whole import Whole
from familiegroepsplan.token import TOKEN, parse_token


def check_template_page(page: TemplatePage) -> list[Melding]:
    """What a page of the template lacks in every municipality: language, direction, title, description."""
    root = html.document_fromstring(with_tokens(page.segments))
    return [page_fault(code, page.pagina.bestand, wat) for code, wat in frame_faults(root)]


def check_filled(fill: Fill, files: Collection[str]) -> list[Melding]:
    """Every fault of the pages of a municipality; `files` are all files of its site, the pages too."""
    whole = fill.whole.findings
    redirects = [(pagina, look(pagina, [outline(text)], {})) for pagina, text in _redirects(fill)]
    there = set(files) | {name.removesuffix("index.html") for name in files if name.endswith("index.html")}
    opened = _Opened(fill)
    found = redirects if _is_right(whole, opened, there) else [*_on_pages(fill.whole), *redirects]
    ankers = whole.ankers.union(*(one.ankers for _, one in redirects))
    return sorted({m for pagina, one in found for m in _faults(pagina, one, opened, there, ankers)})


def _is_right(whole: Bevindingen, opened: "_Opened", there: set[str]) -> bool:
    """Whether nothing at all has to be said of the pages."""
    lead_out = all(opened.filled(start).startswith(OUTSIDE) for start in whole.starts)
    return lead_out and not whole.is_faulty and whole.paden <= there and whole.plekken <= whole.ankers


def _on_pages(whole: Whole) -> Iterator[tuple[Pagina, Bevinding]]:
    return ((one.page.pagina, one.finding) for one in whole.compositions)


class _Opened:
    """Links with the values of a municipality in them; what was filled in once is remembered."""

    def __init__(self, fill: Fill) -> None:
        self.fill = fill
        self._within: dict[frozenset[str], list[str]] = {}

    def filled(self, text: str) -> str:
        """`text` with values for its tokens."""
        return TOKEN.sub(lambda match: self.fill.value(parse_token(match[0]), None), text)

    def within(self, links: frozenset[str]) -> list[str]:
        """Those of these links that may stay within the site, filled in."""
        if links not in self._within:
            self._within[links] = [link for link in map(self.filled, links) if not link.startswith(OUTSIDE)]
        return self._within[links]


def _redirects(fill: Fill) -> Iterator[tuple[Pagina, str]]:
    """The pages at old addresses, which are no pages of the template."""
    for name, text in redirect_files(fill.gemeente, fill.common.inhoud):
        if name.endswith(".html"):
            yield Pagina(name.removesuffix("index.html"), name, BRON_TAAL, name), text


def _faults(
    pagina: Pagina, one: Bevinding, opened: _Opened, there: Collection[str], ankers: Collection[str]
) -> Iterator[Melding]:
    for code, wat in one.faults:
        yield page_fault(code, pagina.bestand, opened.filled(wat))
    opened_here = (doel_of(link, pagina) for link in opened.within(one.open))
    for doel in (*one.doelen, *filter(None, opened_here)):
        if doel.pad not in there:
            yield page_fault("site-link", pagina.bestand, f'link "{doel.link}" komt nergens uit')
        elif doel.anker and doel.is_page and doel.plek not in ankers:
            yield page_fault("site-anker", pagina.bestand, f'link "{doel.link}": die plek staat niet op de pagina')
