"""Checks of a built site: what only shows in the finished pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.reading.codes import Regel
from familiegroepsplan.token import TOKEN

_TABLE = (
    Regel("site-link", "Een link binnen de site komt ergens uit.", "verbeter de link"),
    Regel("site-anker", "Een link naar een plek op een pagina komt daar uit.", "verbeter het deel achter #"),
    Regel("site-alt", "Een afbeelding heeft een beschrijving (WCAG 1.1.1).", "schrijf wat er te zien is"),
    Regel("site-koppen", "Een pagina heeft één kop 1 en slaat geen niveau over (WCAG 1.3.1).", "pas de kop aan"),
    Regel("site-kop-leeg", "Een kop heeft tekst (WCAG 2.4.6).", "schrijf de kop of haal haar weg"),
    Regel("site-dubbele-id", "Een id komt op een pagina één keer voor.", "geef een van de twee een ander id"),
    Regel("site-titel", "Een pagina heeft een titel en een beschrijving (WCAG 2.4.2).", "vul ze in bij het blok"),
    Regel("site-taal", "Een pagina zegt in welke taal en richting ze staat (WCAG 3.1.1).", "herstel base.html"),
    Regel("site-token", "Geen onopgeloste naam komt in een pagina.", "meld dit aan de ontwikkelaar"),
)
SITE_REGELS = MappingProxyType({regel.code: regel for regel in _TABLE})
_DEVELOPER = {"site-taal", "site-token"}


def page_fault(code: str, name: str, wat: str) -> Melding:
    """A message under one of these rules about the page of that name."""
    regel = SITE_REGELS[code]
    wie = Wie.ONTWIKKELAAR if code in _DEVELOPER else Wie.REDACTIE
    return Melding(Plaats(name), "", wat, regel.doe, code, regel.ernst, wie)


def _fault(code: str, page: "_Page", wat: str) -> Melding:
    return page_fault(code, page.name, wat)


@dataclass(frozen=True)
class _Page:
    url: str
    path: Path
    root: html.HtmlElement

    @property
    def name(self) -> str:
        return self.url or "index.html"

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(str(e.get("id")) for e in self.root.iter() if isinstance(e.tag, str) and e.get("id"))


def check_site(folder: Path) -> list[Melding]:
    """Every fault of the pages in `folder`, a complete site."""
    pages = {page.url: page for page in _pages(folder)}
    return sorted({found for page in pages.values() for found in _check_page(page, pages, folder)})


def _pages(folder: Path) -> Iterator[_Page]:
    for path in sorted(folder.rglob("*.html")):
        url = path.relative_to(folder).as_posix().removesuffix("index.html")
        yield _Page(url, path, html.document_fromstring(path.read_text("utf-8")))


def _check_page(page: _Page, pages: dict[str, _Page], folder: Path) -> Iterator[Melding]:
    yield from _links(page, pages, folder)
    yield from _headings(page)
    yield from (_fault(code, page, wat) for code, wat in frame_faults(page.root))
    for name, count in page.ids.items():
        if count > 1:
            yield _fault("site-dubbele-id", page, f'id "{name}" komt {count} keer voor')
    for image in page.root.iter("img"):
        if image.get("alt") is None:
            yield _fault("site-alt", page, f"afbeelding {image.get('src')} heeft geen beschrijving")
    if TOKEN.search(page.path.read_text("utf-8")):
        yield _fault("site-token", page, "er staat een onopgeloste naam in de pagina")


def _links(page: _Page, pages: dict[str, _Page], folder: Path) -> Iterator[Melding]:
    is_error_page = page.url.endswith("404.html")
    for element, attribute in _references(page.root):
        target = element.get(attribute) or ""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or (is_error_page and not target.startswith("#")):
            continue
        path = unquote(urlsplit(urljoin(f"/{page.url}", target)).path).lstrip("/")
        linked = pages.get(path)
        if linked is None and not (folder / path).is_file():
            yield _fault("site-link", page, f'link "{target}" komt nergens uit')
        elif linked and parts.fragment and unquote(parts.fragment) not in linked.ids:
            yield _fault("site-anker", page, f'link "{target}": die plek staat niet op de pagina')


def _references(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    for element in root.iter("a", "link", "script", "img", "source"):
        for attribute in ("href", "src"):
            if element.get(attribute) is not None:
                yield element, attribute


def _headings(page: _Page) -> Iterator[Melding]:
    headings = list(page.root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    firsts = sum(e.tag == "h1" for e in headings)
    if firsts != 1:
        yield _fault("site-koppen", page, f"de pagina heeft {firsts} koppen van niveau 1")
    before = 1
    for heading in headings:
        level, text = int(heading.tag[1]), heading.text_content().strip()
        if not text:
            yield _fault("site-kop-leeg", page, f"een kop van niveau {level} heeft geen tekst")
        if level > before + 1:
            yield _fault("site-koppen", page, f'kop "{text}" gaat van niveau {before} naar {level}')
        before = level


def frame_faults(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What is wrong around the content of a page: rule and fault."""
    if not root.get("lang") or root.get("dir") not in {"ltr", "rtl"}:
        yield "site-taal", "taal of richting ontbreekt"
    title = root.findtext(".//title")
    descriptions = root.xpath("//meta[@name='description']/@content")
    if not (title and title.strip()) or not any(str(d).strip() for d in descriptions):
        yield "site-titel", "titel of beschrijving ontbreekt"
