"""Writes the start page of a platform and what it needs, each file whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from familiegroepsplan.building.exchange import flush
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.palet import NATIONAAL, css
from familiegroepsplan.huisstijl.woordmerk import favicon_svg
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.doorverwijzing import NETLIFY, netlify_redirects
from familiegroepsplan.site.headers import netlify_headers
from familiegroepsplan.startpagina.pagina import FOLDER, offered, page_file, render_not_found, render_page
from familiegroepsplan.startpagina.vermelding import Vermelding, published
from familiegroepsplan.wholefile import write_whole

SHARED_STYLES = ("10-basis", "20-indeling", "30-onderdelen", "90-druk")
OWN = ("startpagina.css", "startpagina.js")


def write_index(out: Path, gemeenten: Iterable[Gemeente], project: Project, inhoud: Inhoud) -> int:
    """Write the start page of the platform in `out`, where the sites stand; gives how many it lists.

    Nothing is written when none stands there. `gemeenten` are all those whose file could be read.
    A file that would be the same is not touched. OSError when `out` cannot be written.
    """
    known = list(gemeenten)
    vermeldingen = published(out, known)
    if not vermeldingen:
        return 0
    files = dict(_files(out, known, vermeldingen, project, inhoud))
    for name, text in files.items():
        if not (out / name).is_file() or (out / name).read_bytes() != text.encode():
            write_whole(out / name, text.encode())
    flush(out)
    _remove_others(out / FOLDER, {out / name for name in files})
    return len(vermeldingen)


def _files(
    out: Path, gemeenten: Sequence[Gemeente], vermeldingen: Sequence[Vermelding], project: Project, inhoud: Inhoud
) -> Iterator[tuple[str, str]]:
    """Name and text of every file; pages last, so that what they need is there first."""
    for stijl in SHARED_STYLES:
        yield f"{FOLDER}/{stijl}.css", (project.overrides / "assets" / "css" / f"{stijl}.css").read_text("utf-8")
    for name in OWN:
        yield f"{FOLDER}/{name}", (Path(__file__).parent / name).read_text("utf-8")
    yield f"{FOLDER}/huisstijl.css", css(NATIONAAL)
    yield "favicon.svg", favicon_svg(NATIONAAL, inhoud.woord("site.merk", "nl"))
    yield "robots.txt", _robots(out, gemeenten)
    yield "_headers", netlify_headers()
    there = {one.slug for one in vermeldingen}
    redirects = (netlify_redirects(g.doorverwijzingen, f"/{g.slug}") for g in gemeenten if g.slug in there)
    yield NETLIFY, "".join(redirects)
    yield "404.html", render_not_found(vermeldingen, inhoud)
    for taal in reversed(offered(vermeldingen)):
        yield page_file(taal), render_page(vermeldingen, inhoud, taal)


def _robots(out: Path, gemeenten: Iterable[Gemeente]) -> str:
    """robots.txt of the whole host: only the one at its root counts (RFC 9309 2.3), so it names every sitemap."""
    maps = (
        f"Sitemap: {g.site_url}sitemap.xml\n"
        for g in gemeenten
        if g.site_url and not g.voorbeeld and (out / g.slug / "sitemap.xml").is_file()
    )
    return "User-agent: *\nAllow: /\n" + "".join(maps)


def _remove_others(folder: Path, kept: set[Path]) -> None:
    """Take away pages of a language that no site offers any more, and what a killed run left."""
    for path in folder.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
