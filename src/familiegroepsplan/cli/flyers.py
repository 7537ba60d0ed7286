"""`fgp flyers`: the PDFs alone."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from familiegroepsplan.cli.shared import chosen_slugs, count, current_project, out_option, plural, report, stop
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.print.data import unknown_names
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.making import Oogst, Opdracht, cores, make_parallel, tasks
from familiegroepsplan.project import Project


@click.command()
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option("--press", is_flag=True, help="Maak ook de bestanden voor de drukker (afloop, snijtekens, CMYK).")
@click.option("--afzender", metavar="AANBIEDER", help="Zet deze aanbieder als tweede afzender op de folders.")
@out_option("De map waarin de folders komen, per gemeente.")
def flyers(slugs: tuple[str, ...], press: bool, afzender: str | None, out: Path) -> None:
    """Maakt de folders, kaarten en posters als PDF (zonder naam: van alle gemeenten)."""
    project = current_project()
    chosen = chosen_slugs(slugs, False, project)
    start = time.perf_counter()
    try:
        oogst = _perform(Opdracht(project.root, out.resolve(), press, afzender), _flyers(project), chosen)
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets gemaakt: verbeter eerst de fouten hierboven.")
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}.")
    _summary(oogst, time.perf_counter() - start, [out / slug / "flyers" for slug in chosen])


def _flyers(project: Project) -> list[Flyer]:
    """All flyers. Raises Gebruikersfout when the texts themselves are wrong."""
    found, meldingen = read_flyers(project)
    inhoud = load_inhoud(project)
    meldingen += [*inhoud.meldingen, *unknown_names(found, inhoud)]
    if errors := [m for m in meldingen if m.ernst is Ernst.FOUT]:
        raise Gebruikersfout(errors)
    return found


def _perform(opdracht: Opdracht, found: Sequence[Flyer], slugs: Sequence[str]) -> Oogst:
    oogst = Oogst()
    taken = tasks(found, slugs, cores())
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Folders maken", total=len(taken))
        for taak, part in make_parallel(opdracht, taken):
            oogst.add(part)
            progress.update(bar, advance=1, description=f"{taak.flyer} ({taak.taal})")
    return oogst


def _summary(oogst: Oogst, seconds: float, folders: Sequence[Path]) -> None:
    meldingen: set[Melding] = set(oogst.meldingen)
    report(meldingen)
    click.echo(
        f"\n{plural(oogst.gemaakt, 'bestand', 'bestanden')} gemaakt en {oogst.hergebruikt} hergebruikt "
        f"in {seconds:.1f} s."
    )
    if oogst.gemaakt + oogst.hergebruikt:
        click.echo(f"Ze staan in {folders[0]}" + (" en zo verder." if len(folders) > 1 else "."))
    if count(meldingen, Ernst.FOUT):
        click.echo("Wat hierboven fout heet, is niet gemaakt; de rest wel.")
        sys.exit(1)
