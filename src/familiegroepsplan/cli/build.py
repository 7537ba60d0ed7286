"""`fgp build`: complete sites."""

import sys
import time
from pathlib import Path

import click

from familiegroepsplan.building import Resultaat, build_sites
from familiegroepsplan.cli.shared import chosen_slugs, count, current_project, plural, report, stop
from familiegroepsplan.errors import Ernst, Gebruikersfout
from familiegroepsplan.gemeente import read_gemeenten
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.product import PRODUCTEN
from familiegroepsplan.startpagina import write_index


@click.command()
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Bouw de site van elke gemeente.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    show_default=True,
    metavar="MAP",
    help="De map waarin de sites komen.",
)
@click.option("--zonder-flyers", "zonder", flag_value="flyers", multiple=True, help="Maak geen folders.")
@click.option("--zonder-toolkit", "zonder", flag_value="toolkit", multiple=True, help="Maak geen teksten voor elders.")
def build(slugs: tuple[str, ...], everything: bool, out: Path, zonder: tuple[str, ...]) -> None:
    """Bouwt de site van een of meer gemeenten (de naam van het bestand zonder .yml)."""
    project = current_project()
    if not slugs and not everything:
        stop("Noem een gemeente, bijvoorbeeld: fgp build amsterdam (of fgp build --all voor alle).")
    products = [product for product in PRODUCTEN if product.naam not in zonder]
    start = time.perf_counter()
    results: list[Resultaat] = []
    try:
        chosen = chosen_slugs(slugs, everything, project)
        for result in build_sites(chosen, project, out, build_template, products):
            results.append(result)
            _show(result)
        if everything:
            write_index(out, read_gemeenten(project.gemeenten, root=project.root)[0], project, load_inhoud(project))
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets gebouwd: verbeter eerst de fouten hierboven.")
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}. De oude site staat er nog.")
    _summary(results, time.perf_counter() - start)


def _show(result: Resultaat) -> None:
    warnings = plural(count(result.meldingen, Ernst.WAARSCHUWING), "waarschuwing", "waarschuwingen")
    if result.folder:
        click.echo(f"{result.slug}: {result.pages} pagina's in {result.seconds:.1f} s, {warnings}")
    else:
        click.echo(f"{result.slug}: niet gebouwd, {plural(len(result.errors), 'fout', 'fouten')}")
        report(result.errors)


def _summary(results: list[Resultaat], seconds: float) -> None:
    built = [result for result in results if result.folder]
    click.echo(f"\n{plural(len(built), 'site', 'sites')} klaar in {seconds:.1f} s.")
    if built:
        first = built[0].folder
        click.echo(f"Bekijken: python3 -m http.server --directory {first} 8000, en ga naar http://localhost:8000")
        click.echo("Wat er nog beter kan: fgp check " + " ".join(result.slug for result in built[:3]))
    if len(built) < len(results):
        sys.exit(1)
