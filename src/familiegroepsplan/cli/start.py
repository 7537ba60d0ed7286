"""`fgp start`: a guided start that asks, writes, builds, shows, and says what to do next."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.markup import escape

from familiegroepsplan.cli.browser import free_address, open_browser
from familiegroepsplan.cli.shared import stop
from familiegroepsplan.gemeente.nieuw import write_new
from familiegroepsplan.project import Project, find_project
from familiegroepsplan.start.gesprek import Gesprek, Terug
from familiegroepsplan.start.keuzes import Keuzes
from familiegroepsplan.start.startmap import is_empty, lay_down
from familiegroepsplan.start.vervolg import vervolg
from familiegroepsplan.start.vragen import ask_gemeente, ask_rest
from familiegroepsplan.taal import TALEN

NEW_FOLDER = "familiegroepsplan"


@click.command()
@click.option("--zonder-browser", is_flag=True, help="Open geen browser: u leest waar de site te zien is.")
def start(zonder_browser: bool) -> None:
    """Begint: vraagt wat nodig is, maakt het bestand van uw gemeente, bouwt de site en laat haar zien."""
    if not sys.stdin.isatty():
        stop("fgp start stelt vragen en heeft een terminal nodig - zonder terminal: fgp new Utrecht --talen nl,en")
    gesprek = Gesprek(Console(highlight=False))
    try:
        folder = _folder(gesprek)
        keuzes, keep = _talk(gesprek, folder)
    except (KeyboardInterrupt, EOFError):
        _stopped("Gestopt. Er is niets geschreven.")
    project = _write(folder, keuzes, keep)
    try:
        _build_and_show(gesprek, project, keuzes, zonder_browser)
    except OSError as error:
        stop(f"De map dist kan niet worden beschreven: {error.strerror or error}.")
    except KeyboardInterrupt:
        slug = keuzes.gemeente.slug
        _stopped(f"Gestopt. Het bestand van de gemeente staat er. Ga verder met: fgp build {slug}")


def _stopped(message: str) -> NoReturn:
    click.echo()
    stop(message)


def _folder(gesprek: Gesprek) -> Path:
    """The folder of the project: the one we stand in, or where a new one will come."""
    here = Path.cwd()
    gesprek.zeg("[bold]Familiegroepsplan: zo begint u[/]", "Een paar vragen, en u ziet de site van uw gemeente.")
    gesprek.zeg("[dim]terug = de vorige vraag. Ctrl+C = stoppen; er is dan niets geschreven.[/]")
    if project := find_project(here):
        gesprek.zeg("", f"Het bestand van de gemeente komt in dit project: {escape(str(project.root))}")
        return project.root
    if is_empty(here):
        gesprek.zeg("", f"Alle teksten en instellingen komen in deze lege map: {escape(str(here))}")
        return here
    gesprek.zeg("", "In deze map staan al bestanden. Daarom maak ik er een nieuwe map in.")
    while True:
        try:
            return gesprek.vraag(f"Hoe heet die map?[/] [dim](Enter = {NEW_FOLDER})", _new_folder)
        except Terug:
            gesprek.zeg("Dit is de eerste vraag.")


def _new_folder(answer: str) -> Path:
    name = answer or NEW_FOLDER
    path = Path.cwd() / name
    if path.parent != Path.cwd() or name.startswith(".") or any(sign in name for sign in '\\/:*?"<>|'):
        raise ValueError("Typ een gewone naam, zonder schuine strepen en zonder punt vooraan.")
    if path.exists():
        raise ValueError(f'"{name}" bestaat hier al: kies een andere naam, of ga naar die map en begin daar opnieuw.')
    return path


def _talk(gesprek: Gesprek, folder: Path) -> tuple[Keuzes, bool]:
    """The choices, and whether the file that is there is kept as it is; EOFError when nothing must be written."""
    while True:
        try:
            keuzes = ask_gemeente(gesprek)
            path = _path(folder, keuzes)
            if path.exists() and _is_kept(gesprek, path.relative_to(folder).as_posix(), _aside(path).name):
                return keuzes, True
            keuzes = ask_rest(gesprek, keuzes)
            _summary(gesprek, folder, keuzes)
            if gesprek.ja("Zal ik dit schrijven en de site bouwen?"):
                return keuzes, False
            raise EOFError
        except Terug:
            gesprek.zeg("", "We beginnen weer bij de eerste vraag.")


def _is_kept(gesprek: Gesprek, shown: str, aside: str) -> bool:
    """What must become of the file that is there already."""
    return gesprek.kies(
        f"{shown} bestaat al. Wat wilt u?",
        [
            ("Het houden zoals het is, en de site bekijken", True),
            (f"Opnieuw beginnen. Het oude bestand blijft bewaard als {aside}", False),
        ],
    )


def _summary(gesprek: Gesprek, folder: Path, keuzes: Keuzes) -> None:
    kleuren = ", ".join(filter(None, (keuzes.kleur, keuzes.linkkleur)))
    rows = {
        "Bestand": str(_path(folder, keuzes)),
        "Website": keuzes.website or "weet ik nog niet",
        "Talen": ", ".join(TALEN[code].naam for code in keuzes.talen),
        "Kleur": kleuren or "het landelijke uiterlijk",
        "Publiceren": f"{keuzes.plek}, {keuzes.site_url}" if keuzes.site_url else str(keuzes.plek),
    }
    gesprek.zeg("", "[bold]Dit hebt u gekozen[/]")
    for name, value in rows.items():
        gesprek.console.print(f"  {name + ':':<12}{value}", markup=False, highlight=False, soft_wrap=True)


def _path(folder: Path, keuzes: Keuzes) -> Path:
    return Project(folder).gemeenten / keuzes.bestand


def _aside(path: Path) -> Path:
    """Where the file that stands there is kept: under a name that is free, so that no older one is lost."""
    names = (f"{path.name}.oud{number}" for number in ("", *range(2, 1000)))
    return next(one for one in map(path.with_name, names) if not one.exists())


def _write(folder: Path, keuzes: Keuzes, keep: bool) -> Project:
    """Lay the project down where there is none, and write the file of the gemeente; ends with a message on a fault."""
    path = _path(folder, keuzes)
    try:
        project = find_project(folder) if folder.is_dir() else None
        project = project or lay_down(folder)
        if not keep:
            if path.exists():
                path.rename(_aside(path))
            write_new(path, keuzes.text())
    except KeyboardInterrupt:
        _stopped("Gestopt. Er is niets geschreven.")
    except OSError as error:
        stop(f"In {folder} kan niet worden geschreven: {error.strerror or error}.")
    return project


def _build_and_show(gesprek: Gesprek, project: Project, keuzes: Keuzes, zonder_browser: bool) -> None:
    gesprek.zeg("", "Even geduld: de site en de folders worden gemaakt. De eerste keer duurt dat een minuut.")
    # What building and showing need takes seconds to load: after the questions, not before the first.
    from familiegroepsplan.cli.build import build_shown
    from familiegroepsplan.cli.serve import show
    from familiegroepsplan.product import PRODUCTEN

    slug = keuzes.gemeente.slug
    os.chdir(project.root)
    build_shown(project, [slug], Path("dist"), PRODUCTEN)
    gesprek.zeg("", "[bold]Wat u nu doet[/]")
    for number, step in enumerate(vervolg(keuzes), 1):
        gesprek.console.print(f"  {number}. {step}", markup=False, highlight=False)
    gesprek.console.print(f"Alles staat in {project.root}. Geef daar ook de opdrachten.", markup=False, soft_wrap=True)
    gesprek.zeg("")
    show(project, slug, free_address(), (lambda url: None) if zonder_browser else open_browser)
