"""The complete site of one municipality, written into an empty folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.clock import build_moment
from familiegroepsplan.deel import Delen
from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats, Wie
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.lettertype import LETTERS, font_folder
from familiegroepsplan.huisstijl.merk import read_merk
from familiegroepsplan.huisstijl.palet import css
from familiegroepsplan.huisstijl.social import social_png
from familiegroepsplan.huisstijl.woordmerk import favicon_svg
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.doorverwijzing import redirect_files
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.headers import netlify_headers
from familiegroepsplan.site.metadata import SOCIAL_IMAGE, robots, security_txt, sitemap
from familiegroepsplan.site.own_text import read_own_texts
from familiegroepsplan.site.template import Pagina, Template
from familiegroepsplan.site.zoekindex import zoekindex
from familiegroepsplan.token import TOKEN


def write_site(
    template: Template,
    gemeente: Gemeente,
    project: Project,
    inhoud: Inhoud,
    folder: Path,
    aanbod: frozenset[str] = frozenset(),
) -> int:
    """Write pages, assets and machine-readable files of `gemeente` into `folder`; gives the number of pages.

    `aanbod` names the products that will stand beside the pages, so that these may link to them.
    Raises Gebruikersfout when a page would show a token, OSError when the folder cannot be written.
    """
    merk, _ = read_merk(gemeente, project.gemeenten)
    own_texts = read_own_texts(gemeente, project, inhoud)
    fill = Fill(template, gemeente, inhoud, Delen(project.delen, inhoud), own_texts, merk, aanbod)
    pages = list(fill.pages())
    for pagina, html in pages:
        _write(folder / pagina.bestand, html)
    for taal in sorted({pagina.taal for pagina, _ in pages}):
        _write(folder / "zoek" / f"{taal}.json", zoekindex(pages, taal))
    for asset in template.assets:
        target = folder / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(template.folder / asset, target)
    for name, text in _generated(fill):
        _write(folder / name, text)
    if gemeente.site_url:
        (folder / SOCIAL_IMAGE).write_bytes(_social_image(fill))
    if merk.logo:
        (folder / f"logo{merk.logo.suffix}").write_bytes(merk.logo.inhoud)
    return len(pages)


def _social_image(fill: Fill) -> bytes:
    """The picture that others show when they link to the site; in Dutch, the language of the home page."""
    home = fill.inhoud.bron_blok("pagina-index")
    zin = fill.inhoud.woord("site.merk", BRON_TAAL)
    titel = home.kop.titel if home else zin
    return social_png(fill.merk.palet, fill.gemeente.naam, titel, zin, letters=LETTERS, lettermappen=[font_folder()])


def _generated(fill: Fill) -> Iterator[tuple[str, str]]:
    gemeente, palet = fill.gemeente, fill.merk.palet
    yield "huisstijl.css", css(palet)
    yield "favicon.svg", favicon_svg(palet, gemeente.naam)
    yield "robots.txt", robots(gemeente)
    yield "_headers", netlify_headers()
    yield from redirect_files(gemeente, fill.inhoud)
    if gemeente.site_url:
        yield "sitemap.xml", sitemap(gemeente.site_url, _claimed(fill))
    if gemeente.beveiliging:
        yield ".well-known/security.txt", security_txt(gemeente.beveiliging.contact, build_moment())


def _claimed(fill: Fill) -> Iterator[dict[str, Pagina]]:
    """Each page in the languages in which it really exists."""
    for page in fill.template.pages:
        if page.pagina.taal == "nl" and page.pagina.zoekbaar:
            variants = fill.varianten(page.pagina)
            yield {taal: variant for taal, variant in variants.items() if variant.vertaald}


def _write(path: Path, text: str) -> None:
    if TOKEN.search(text):
        raise Gebruikersfout([_token_left(path.name)])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _token_left(name: str) -> Melding:
    """A token reached the output: one of ours, or a value that looks like one. Never to be published."""
    wat = "er staat een onopgeloste naam in de pagina, of een waarde die erop lijkt (fgpq…q)"
    doe = "haal zo'n waarde weg bij de gemeente; staat zij daar niet, meld dit aan de ontwikkelaar"
    return Melding(Plaats(name), "", wat, doe, "site-token", wie=Wie.ONTWIKKELAAR)
