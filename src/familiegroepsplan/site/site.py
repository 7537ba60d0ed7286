"""The complete site of one municipality, written into an empty folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.clock import build_moment
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.lettertype import LETTERS, font_folder
from familiegroepsplan.huisstijl.merk import read_merk
from familiegroepsplan.huisstijl.palet import Palet, css
from familiegroepsplan.huisstijl.social import social_png
from familiegroepsplan.huisstijl.woordmerk import favicon_svg
from familiegroepsplan.print.aanbod import read_aanbod
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.doorverwijzing import redirect_files
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.headers import netlify_headers
from familiegroepsplan.site.metadata import SECURITY_TXT, SOCIAL_IMAGE, robots, security_txt, sitemap
from familiegroepsplan.site.own_text import read_own_texts
from familiegroepsplan.site.search import index
from familiegroepsplan.site.template import Pagina
from familiegroepsplan.site.writer import Writer
from familiegroepsplan.toolkit.overzicht import overviews

MATERIAL_PAGE = "professionals-materiaal"
"""The page with the ready texts, which may show any block."""


def make_fill(common: Common, gemeente: Gemeente, aanbod: frozenset[str] = frozenset()) -> Fill:
    """Everything that is needed to fill the template for a municipality.

    `aanbod` names the products that will stand beside the pages, so that these may link to them.
    """
    merk, _ = read_merk(gemeente, common.project.gemeenten)
    own_texts = read_own_texts(gemeente, common.project, common.inhoud)
    folders = read_aanbod(gemeente, common.project, common.inhoud) if "flyers" in aanbod else {}
    material = overviews(common, gemeente, own_texts.blokken, merk) if "toolkit" in aanbod else {}
    return Fill(common, gemeente, own_texts, merk, aanbod, folders, material)


@dataclass(frozen=True)
class Bestand:
    """A file of a site: its name, how to make it, and the pages of the template (addresses) that it is made from.

    Of the pages in `found`, only what can be found on them counts. Whatever the municipality itself adds counts for
    every file, unless `made_of` says all that the bytes depend on. `data` is there when it was made already;
    `all_texts` when the file may show any text of the project.
    """

    naam: str
    make: Callable[[], bytes]
    pages: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    data: bytes | None = None
    all_texts: bool = False
    made_of: tuple[object, ...] = ()


def write_site(fill: Fill, writer: Writer) -> int:
    """Write pages, assets and machine-readable files; gives the number of pages.

    Raises Gebruikersfout when a page would show a token, OSError when the folder cannot be written.
    """
    for bestand in site_files(fill):
        writer.write(bestand.naam, bestand.make())
    for name, source in fill.common.template.assets.items():
        writer.share(name, source)
    return len(fill.offered)


def site_files(fill: Fill) -> Iterator[Bestand]:
    """Every file that is made for a municipality; assets, which are the same for all, come on their own."""
    by_language: dict[str, list[str]] = {}
    for page in fill.offered:
        texts = page.pagina.naam == MATERIAL_PAGE
        yield Bestand(page.pagina.bestand, partial(fill.page, page), (page.pagina.url,), all_texts=texts)
        by_language.setdefault(page.pagina.taal, []).append(page.pagina.url)
    for taal, urls in by_language.items():
        yield Bestand(f"zoek/{taal}.json", partial(index, fill, taal), found=tuple(urls))
    for name, text in _texts(fill):
        yield made(name, text.encode())
    if fill.gemeente.site_url:
        shown = _shown_elsewhere(fill)
        yield Bestand(SOCIAL_IMAGE, partial(_social_image, fill.merk.palet, *shown), made_of=(fill.merk.palet, *shown))
    if fill.merk.logo:
        yield made(f"logo{fill.merk.logo.suffix}", fill.merk.logo.inhoud)


def made(naam: str, data: bytes) -> Bestand:
    """A small file that is made already."""
    return Bestand(naam, lambda: data, data=data)


def _shown_elsewhere(fill: Fill) -> tuple[str, str, str]:
    """Name, title and sentence of the picture for links; in Dutch, the language of the home page."""
    inhoud = fill.common.inhoud
    home = inhoud.bron_blok("pagina-index")
    zin = inhoud.woord("site.merk", BRON_TAAL)
    return fill.gemeente.naam, home.kop.titel if home else zin, zin


def _social_image(palet: Palet, naam: str, titel: str, zin: str) -> bytes:
    """The picture that others show when they link to the site."""
    return social_png(palet, naam, titel, zin, letters=LETTERS, lettermappen=[font_folder()])


def _texts(fill: Fill) -> Iterator[tuple[str, str]]:
    """The small files for machines, and pages that send a reader on."""
    gemeente, palet = fill.gemeente, fill.merk.palet
    yield "huisstijl.css", css(palet)
    yield "favicon.svg", favicon_svg(palet, gemeente.naam)
    yield "robots.txt", robots(gemeente)
    yield "_headers", netlify_headers()
    yield from redirect_files(gemeente, fill.common.inhoud)
    if gemeente.site_url:
        yield "sitemap.xml", sitemap(gemeente.site_url, _claimed(fill))
    if gemeente.beveiliging:
        yield SECURITY_TXT, security_txt(gemeente.beveiliging.contact, build_moment())


def _claimed(fill: Fill) -> Iterator[dict[str, Pagina]]:
    """Each page in the languages in which it really exists."""
    for page in fill.common.template.pages:
        if page.pagina.taal == BRON_TAAL and page.pagina.zoekbaar:
            variants = fill.varianten(page.pagina)
            yield {taal: variant for taal, variant in variants.items() if variant.vertaald}
