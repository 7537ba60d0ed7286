"""Writes the handbook as pages that work on any web server, and from disk but for the search."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from familiegroepsplan.building.releases import Releases
from familiegroepsplan.handboek.bladen import NASLAG, Blad, Groep, read_groepen, read_start
from familiegroepsplan.handboek.opzet import STYLES
from familiegroepsplan.huisstijl import NATIONAAL, css, favicon_svg
from familiegroepsplan.project import Project
from familiegroepsplan.site.headers import netlify_headers
from familiegroepsplan.site.template import Pagina
from familiegroepsplan.site.zoekindex import zoekindex

FOLDER = "handboek"
SCRIPTS = ("element", "minisearch", "zoeken", "zoekknop", "zoekmachine", "zoekwoord")
"""The scripts that the handbook shares with the sites, for its search."""

OWN = ("handboek.css", "handboek.js")

Render = Callable[[Project, Path], None]


def write_handboek(project: Project, out: Path, render: Render) -> int:
    """Write the handbook in `out`/handboek, whole or not at all; gives how many pages it has.

    `render` writes the pages as HTML into a folder. OSError when `out` cannot be written.
    """
    source = project.root / "handboek"
    groepen = [Groep("", (read_start(source),)), *read_groepen(source)]
    releases = Releases(out)
    with releases.lock():
        fresh = releases.fresh(FOLDER)
        render(project, fresh)
        _write_assets(project, fresh)
        (fresh / "zoek").mkdir()
        (fresh / "zoek" / "nl.json").write_text(_zoekindex(fresh, groepen), "utf-8", newline="\n")
        releases.publish(FOLDER)
    return sum(len(groep.bladen) for groep in groepen)


def _zoekindex(folder: Path, groepen: Iterable[Groep]) -> str:
    """The index of the finished pages in `folder`."""
    return zoekindex((_found(folder, blad, groep) for groep in groepen for blad in groep.bladen), "nl")


def _found(folder: Path, blad: Blad, groep: Groep) -> tuple[Pagina, str]:
    voor = "naslag" if groep.naam == NASLAG else "gezin"
    pagina = Pagina(blad.url, blad.bestand, "nl", blad.titel, doelgroep=voor)
    return pagina, (folder / blad.url).read_text("utf-8")


def _write_assets(project: Project, folder: Path) -> None:
    shared = project.overrides / "assets"
    for kind, names in (("css", STYLES), ("js", SCRIPTS)):
        (folder / "assets" / kind).mkdir(parents=True)
        for name in names:
            shutil.copy(shared / kind / f"{name}.{kind}", folder / "assets" / kind)
    for name in OWN:
        shutil.copy(Path(__file__).parent / name, folder / "assets" / name.rpartition(".")[2])
    (folder / "assets" / "css" / "huisstijl.css").write_text(css(NATIONAAL), "utf-8", newline="\n")
    (folder / "favicon.svg").write_text(favicon_svg(NATIONAAL, "Handboek"), "utf-8", newline="\n")
    (folder / "_headers").write_text(netlify_headers(), "utf-8", newline="\n")
