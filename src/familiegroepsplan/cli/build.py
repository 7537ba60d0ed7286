"""`fgp build`: complete sites."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from familiegroepsplan.building import Resultaat, build_sites, go_back
from familiegroepsplan.building.checked import known_texts
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.cache import Cache
from familiegroepsplan.cli.progress import shown
from familiegroepsplan.cli.shared import (
    build_template,
    chosen_slugs,
    count,
    current_project,
    out_option,
    plural,
    report,
    stop,
)
from familiegroepsplan.errors import Ernst, Gebruikersfout
from familiegroepsplan.product import PRODUCTEN, Product
from familiegroepsplan.project import Project
from familiegroepsplan.startpagina import write_index


@click.command()
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Bouw de site van elke gemeente.")
@out_option("De map waarin de sites komen.")
@click.option("--zonder-flyers", "zonder", flag_value="flyers", multiple=True, help="Maak geen folders.")
@click.option("--zonder-toolkit", "zonder", flag_value="toolkit", multiple=True, help="Maak geen teksten voor elders.")
@click.option("--terug", is_flag=True, help="Zet de vorige versie van de site terug.")
def build(slugs: tuple[str, ...], everything: bool, out: Path, zonder: tuple[str, ...], terug: bool) -> None:
    """Bouwt de site van een of meer gemeenten (de naam van het bestand zonder .yml)."""
    project = current_project()
    if not slugs and not everything:
        stop("Noem een gemeente, bijvoorbeeld: fgp build amsterdam (of fgp build --all voor alle).")
    chosen = chosen_slugs(slugs, everything, project)
    try:
        if terug:
            _go_back(chosen, out)
        else:
            built = build_shown(project, chosen, out, [one for one in PRODUCTEN if one.naam not in zonder], everything)
            _hints(built)
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}. De oude site staat er nog.")


def _go_back(slugs: Sequence[str], out: Path) -> None:
    done = go_back(slugs, out)
    for slug, was_there in done.items():
        if was_there:
            click.echo(f"{slug}: de vorige versie staat weer in {out / slug}. Nog eens --terug draait dit om.")
    if missing := [slug for slug, was_there in done.items() if not was_there]:
        stop(f"Van {', '.join(missing)} is er geen vorige versie in {out}. Er is niets veranderd.")


def build_shown(
    project: Project, slugs: Sequence[str], out: Path, products: Sequence[Product], everything: bool = False
) -> list[Resultaat]:
    """Build sites in `out`, telling how it goes; gives those that are built. Ends with code 1 when one is not.

    `everything` makes the start page of the platform too. OSError when `out` cannot be written.
    """
    start = time.perf_counter()
    try:
        building = build_sites(slugs, project, out, build_template, products, waiting=_waiting)
        results = list(shown(building, len(slugs)))
        if everything:
            gemeenten = [one.gemeente for one in results if one.gemeente]
            write_index(out, gemeenten, project, known_texts(Inputs(project), Cache(project.cache)))
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets gebouwd: verbeter eerst de fouten hierboven.")
    return _summary(results, time.perf_counter() - start)


def _waiting() -> None:
    click.echo("Een andere fgp build is bezig in deze map. Deze wacht tot die klaar is.", err=True)


def _summary(results: list[Resultaat], seconds: float) -> list[Resultaat]:
    built = [result for result in results if result.folder]
    pages, reused = sum(one.pages for one in built), sum(one.reused for one in built)
    warnings = sum(count(one.meldingen, Ernst.WAARSCHUWING) for one in results)
    click.echo(f"\n{plural(len(built), 'site', 'sites')} klaar in {seconds:.1f} s: {pages} pagina's, ", nl=False)
    click.echo(f"waarvan {reused} niet veranderd; {plural(warnings, 'waarschuwing', 'waarschuwingen')}.")
    if failed := [result.slug for result in results if not result.folder]:
        _hints(built)
        click.echo(f"Niet gebouwd: {', '.join(failed)}. Hun oude site staat er nog.")
        sys.exit(1)
    return built


def _hints(built: list[Resultaat]) -> None:
    if built:
        first = built[0].folder
        python = "py" if os.name == "nt" else "python3"
        click.echo(f"Bekijken: {python} -m http.server --directory {first} 8000, en ga naar http://localhost:8000")
        click.echo("Wat er nog beter kan: fgp check " + " ".join(result.slug for result in built[:3]))
