"""`fgp vertaling`: the state of the translations, work for translators out and in."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from familiegroepsplan.checks.plattegrond import read_plattegrond
from familiegroepsplan.checks.vertalingen import language_name
from familiegroepsplan.cli.shared import current_project, plural, report, stop
from familiegroepsplan.clock import build_moment
from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.names import suggestion
from familiegroepsplan.project import Project
from familiegroepsplan.reading import refused
from familiegroepsplan.vertaling.inlezen import Verslag, take_in
from familiegroepsplan.vertaling.keuring import Keurmeester
from familiegroepsplan.vertaling.staat import VERTAALTALEN, Staat, Taalstaat, taalstaat
from familiegroepsplan.vertaling.uitvoer import hand_out, prepare
from familiegroepsplan.vertaling.werk import everything, to_do

_DOEN = {
    Staat.ONTBREEKT: "laat het vertalen",
    Staat.VEROUDERD: "laat de vertaling bijwerken: het Nederlands is veranderd",
    Staat.CONCEPT: "laat iemand met deze moedertaal de vertaling nakijken",
    Staat.NAGEKEKEN: "niets, dit is klaar",
}


@click.command()
@click.argument("taal", required=False)
@click.option(
    "--export",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAP",
    help="Schrijf wat er te doen is voor vertalers, per taal als XLIFF en als Markdown.",
)
@click.option(
    "--import",
    "paths",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="BESTAND",
    multiple=True,
    help="Lees een bestand van een vertaler in (mag vaker).",
)
@click.option("--alles", is_flag=True, help="Met --export: ook wat al vertaald is.")
@click.option("--nagekeken-door", default="", metavar="NAAM", help="Met --import: wie de vertaling nakeek.")
def vertaling(taal: str | None, folder: Path | None, paths: tuple[Path, ...], alles: bool, nagekeken_door: str) -> None:
    """Toont hoe ver de vertalingen zijn, en geeft werk aan vertalers uit en neemt het terug."""
    _refuse_combinations(taal, folder, paths, alles, nagekeken_door)
    project = current_project()
    try:
        inhoud = load_inhoud(project)
        if refused(inhoud.meldingen):
            raise Gebruikersfout(list(inhoud.meldingen))
        if folder:
            _export(project, inhoud, [taal] if taal else VERTAALTALEN, folder, alles)
        elif paths:
            plattegrond = read_plattegrond(project, inhoud)
            keurmeester = Keurmeester(project, inhoud, plattegrond, nagekeken_door.strip(), build_moment().date())
            _import(take_in(paths, keurmeester, taal))
        elif taal:
            _show_language(taalstaat(inhoud, taal))
        else:
            _show_table([taalstaat(inhoud, one) for one in VERTAALTALEN])
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets geschreven: verbeter eerst de fouten hierboven.")
    except BrokenPipeError:
        raise
    except OSError as error:
        stop(f"{error.filename or 'Een bestand'} kan niet worden geschreven: {error.strerror}.")


def _refuse_combinations(
    taal: str | None, folder: Path | None, paths: tuple[Path, ...], alles: bool, nagekeken_door: str
) -> None:
    if taal and taal not in VERTAALTALEN:
        stop(f'"{taal}" is geen taal waarin dit project vertaalt - {suggestion(taal, VERTAALTALEN)}')
    if folder and paths:
        stop("Kies --export of --import, niet allebei.")
    if alles and not folder:
        stop("--alles hoort bij --export.")
    if nagekeken_door and not paths:
        stop("--nagekeken-door hoort bij --import.")


def _show_table(staten: Sequence[Taalstaat]) -> None:
    heads = [*Staat, "woorden", "begrippen", "landelijk"]
    click.echo(" " * 18 + "".join(f"{head:>11}" for head in heads))
    for staat in staten:
        numbers = [staat.aantallen[one] for one in Staat]
        numbers += [len(staat.woorden), len(staat.begrippen), len(staat.landelijk)]
        click.echo(f"{_named(staat.taal):<18}" + "".join(f"{number:>11}" for number in numbers))
    click.echo("\nDe eerste vier kolommen tellen blokken. De laatste drie tellen wat ontbreekt: woorden van menu's en")
    click.echo("knoppen, begrippen van de woordenlijst, en teksten in content/landelijk.yml.")
    click.echo("Wat er per taal te doen is: fgp vertaling tr. Werk voor vertalers: fgp vertaling --export MAP")


def _show_language(staat: Taalstaat) -> None:
    click.echo(f"{_named(staat.taal)}\n")
    for one in Staat:
        for naam in (naam for naam, found in staat.blokken.items() if found is one):
            click.echo(f"{one:<11}{naam:<38}{_DOEN[one]}")
    folder = f"content/teksten/{staat.taal}/"
    for keys, place in (
        (staat.woorden, f"vul aan in {folder}"),
        (staat.begrippen, f"vul aan in content/begrippen/{staat.taal}.yml"),
        (staat.landelijk, f"vul {staat.taal}: aan in content/landelijk.yml"),
    ):
        for key in keys:
            click.echo(f"{Staat.ONTBREEKT:<11}{key:<38}{place}")
    counted = ", ".join(f"{staat.aantallen[one]} {one}" for one in Staat)
    click.echo(f"\n{plural(len(staat.blokken), 'blok', 'blokken')}: {counted}.")


def _named(taal: str) -> str:
    return f"{language_name(taal)} ({taal})"


def _export(project: Project, inhoud: Inhoud, talen: Sequence[str], folder: Path, alles: bool) -> None:
    files = prepare(project, inhoud, talen, folder, everything if alles else to_do)
    taken = [path for path in files if path.exists()]
    if taken:
        stop(f"{taken[0]} bestaat al - lees het eerst in, of kies een andere map. Er is niets geschreven.")
    hand_out(project, inhoud, files)
    for path in files:
        click.echo(f"{path} staat klaar.")
    without = [_named(taal) for taal in talen if folder / f"familiegroepsplan-{taal}.xlf" not in files]
    if without:
        click.echo(f"Niets te doen: {', '.join(without)}.")
    if files:
        click.echo(
            "Het .xlf-bestand is voor een vertaalprogramma (Weblate, OmegaT), het .md-bestand voor wie dat niet heeft."
        )
        click.echo("Terug met: fgp vertaling --import BESTAND")


def _import(verslag: Verslag) -> None:
    report(verslag.meldingen)
    for title, names in (("Ingelezen", verslag.geschreven), ("Niet ingelezen", verslag.geweigerd)):
        if names:
            click.echo(f"{title} ({len(names)}): {', '.join(names)}")
    left = f"{len(verslag.ongewijzigd)} ongewijzigd, {len(verslag.onbegonnen)} nog niet begonnen"
    click.echo(f"{plural(len(verslag.geschreven), 'blok', 'blokken')} ingelezen, {left}.")
    if refused(verslag.meldingen):
        sys.exit(1)
