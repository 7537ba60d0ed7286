"""The complete site of one municipality, written into an empty folder."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.cache import recall_alone
from familiegroepsplan.clock import build_moment
from familiegroepsplan.digest import digest_bytes
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
from familiegroepsplan.site.metadata import SECURITY_TXT, SOCIAL_IMAGE, robots, security_txt
from familiegroepsplan.site.own_text import read_own_texts
from familiegroepsplan.site.search import index, index_name
from familiegroepsplan.site.writer import Writer
from familiegroepsplan.toolkit.overzicht import overviews


def make_fill(common: Common, gemeente: Gemeente, aanbod: frozenset[str] = frozenset()) -> Fill:
    """Everything that is needed to fill the template for a municipality.

    `aanbod` names the products that will stand beside the pages, so that these may link to them.
    """
    merk, _ = read_merk(gemeente, common.project.gemeenten)
    own_texts = read_own_texts(gemeente, common.project, common.inhoud)
    folders = read_aanbod(gemeente, common.project, common.inhoud) if "flyers" in aanbod else {}
    material = overviews(common, gemeente, own_texts.blokken, merk) if "toolkit" in aanbod else {}
    return Fill(common, gemeente, own_texts, merk, aanbod, folders, material)


class Bestand(NamedTuple):
    """A file of a site: its name and how to make it.

    `made_of` says all that the bytes of a file of the municipality's own depend on.
    """

    naam: str
    make: Callable[[], bytes]
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
    for page in fill.offered:
        yield Bestand(page.pagina.bestand, partial(fill.page, page))
    for taal in fill.gemeente.talen:
        yield Bestand(index_name(taal), partial(index, fill, taal))
    yield from own_files(fill)


def own_files(fill: Fill) -> Iterator[Bestand]:
    """The files that are made of the municipality's own data alone."""
    for name, data in _small(fill):
        yield _made(name, data)
    if fill.gemeente.site_url:
        shown = _shown_elsewhere(fill)
        yield Bestand(SOCIAL_IMAGE, partial(_social_image, fill.merk.palet, *shown), (fill.merk.palet, *shown))
    if fill.merk.logo:
        yield _made(f"logo{fill.merk.logo.suffix}", fill.merk.logo.inhoud)


def _made(naam: str, data: bytes) -> Bestand:
    """A small file that is made already."""
    return Bestand(naam, lambda: data, (digest_bytes(data),))


def _shown_elsewhere(fill: Fill) -> tuple[str, str, str]:
    """Name, title and sentence of the picture for links; in Dutch, the language of the home page."""
    inhoud = fill.common.inhoud
    home = inhoud.bron_blok("pagina-index")
    zin = inhoud.woord("site.merk", BRON_TAAL)
    return fill.gemeente.naam, home.kop.titel if home else zin, zin


def _social_image(palet: Palet, naam: str, titel: str, zin: str) -> bytes:
    """The picture that others show when they link to the site; to draw it takes a fifth of making a whole site."""
    draw = partial(social_png, palet, naam, titel, zin, letters=LETTERS, lettermappen=[font_folder()])
    return recall_alone("deelplaatje", (palet, naam, titel, zin), draw)


def _small(fill: Fill) -> Iterator[tuple[str, bytes]]:
    """The small files for machines, and pages that send a reader on."""
    gemeente, palet = fill.gemeente, fill.merk.palet
    yield "huisstijl.css", css(palet).encode()
    yield "favicon.svg", favicon_svg(palet, gemeente.naam).encode()
    yield "robots.txt", robots(gemeente).encode()
    yield "_headers", netlify_headers().encode()
    for name, text in redirect_files(gemeente, fill.common.inhoud):
        yield name, text.encode()
    if gemeente.site_url:
        yield "sitemap.xml", fill.common.sitemap(gemeente.talen).filled(fill.encoded)
    if gemeente.beveiliging:
        yield SECURITY_TXT, security_txt(gemeente.beveiliging.contact, build_moment()).encode()
