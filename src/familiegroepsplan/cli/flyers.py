"""`fgp flyers`: the PDFs alone."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from familiegroepsplan.cli.shared import chosen_slugs, count, current_project, out_option, plural, report, stop
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.print.data import unknown_names
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.folder import Soort
from familiegroepsplan.print.making import Oogst, Taak, make_parallel
from familiegroepsplan.print.plaatje import PLAATJE
from familiegroepsplan.print.soorten import KANTOOR, WEB, press_kinds
from familiegroepsplan.project import Project
from familiegroepsplan.register import slugify

ALTIJD = (WEB, KANTOOR, PLAATJE)
"""What is always made; `--press` adds to it."""


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
        soorten, meldingen = _press(project, chosen) if press else ({}, [])
        taken = list(
            _tasks(project, {slug: ALTIJD + soorten.get(slug, ()) for slug in chosen}, afzender, out.resolve())
        )
        oogst = _perform(project, taken)
        oogst.meldingen += meldingen
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets gemaakt: verbeter eerst de fouten hierboven.")
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}.")
    _summary(oogst, time.perf_counter() - start, [out / slug / "flyers" for slug in chosen])


def _press(project: Project, slugs: Sequence[str]) -> tuple[dict[str, tuple[Soort, ...]], list[Melding]]:
    """The kinds of files for a printer by gemeente, and why some get none."""
    soorten: dict[str, tuple[Soort, ...]] = {}
    meldingen: list[Melding] = []
    for slug in slugs:
        gemeente, _ = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
        if gemeente:
            soorten[slug], found = press_kinds(gemeente, project)
            meldingen += found
    return soorten, meldingen


def _tasks(
    project: Project, soorten: Mapping[str, tuple[Soort, ...]], afzender: str | None, out: Path
) -> Iterator[Taak]:
    """A task per flyer per gemeente, of its kinds. Raises Gebruikersfout when the texts themselves are wrong."""
    found, meldingen = read_flyers(project)
    inhoud = load_inhoud(project)
    meldingen += [*inhoud.meldingen, *unknown_names(found, inhoud)]
    if errors := [m for m in meldingen if m.ernst is Ernst.FOUT]:
        raise Gebruikersfout(errors)
    for slug, own in soorten.items():
        if afzender:
            own = tuple(replace(s, map="/".join(filter(None, (slugify(afzender), s.map)))) for s in own)
        for flyer in found:
            yield Taak(slug, flyer.naam, own, out / slug, afzender)


def _perform(project: Project, taken: Sequence[Taak]) -> Oogst:
    oogst = Oogst()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Folders maken", total=len(taken))
        for taak, part in make_parallel(project, taken):
            oogst.add(part)
            progress.update(bar, advance=1, description=f"{taak.slug}: {taak.flyer}")
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
