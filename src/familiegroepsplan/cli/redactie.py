"""`fgp redactie`: the text editor in the browser, for those who run the platform."""

import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from familiegroepsplan.cli.browser import open_browser
from familiegroepsplan.cli.shared import current_project, out_option, stop
from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import Achterkant, github, gitlab, lokaal
from familiegroepsplan.redactie.map import Projectmap
from familiegroepsplan.redactie.schrijven import Bezet, write_admin
from familiegroepsplan.redactie.server import RedactieServer

OTHER_PORT = 8020
REPO = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+")


@click.command()
@out_option("De map waarin de redactie komt.", "dist/admin")
@click.option("--github", "op_github", metavar="EIGENAAR/PROJECT", help="Bewaar in dit project op GitHub.")
@click.option("--gitlab", "op_gitlab", metavar="GROEP/PROJECT", help="Bewaar in dit project op GitLab.")
@click.option("--tak", default="main", show_default=True, metavar="TAK", help="De tak waarin bewaard wordt.")
@click.option("--lokaal", "hier", is_flag=True, help="Werk in de map op deze computer, en open de browser.")
@click.option("--poort", default=8010, show_default=True, type=click.IntRange(0, 65535), help="De poort voor --lokaal.")
@click.option("--zonder-browser", is_flag=True, help="Open bij --lokaal zelf geen browser.")
def redactie(
    out: Path, op_github: str | None, op_gitlab: str | None, tak: str, hier: bool, poort: int, zonder_browser: bool
) -> None:
    """Maakt de redactie: teksten en gegevens wijzigen in de browser."""
    project = current_project()
    if (op_github is not None) + (op_gitlab is not None) + hier != 1:
        stop("Kies waar de redactie bewaart: --lokaal, --github EIGENAAR/PROJECT of --gitlab GROEP/PROJECT.")
    if hier:
        _serve(project, poort, not zonder_browser)
        return
    achterkant = _github(op_github, tak) if op_github else _gitlab(op_gitlab or "", tak)
    _write(project, out, achterkant)
    click.echo(f"De redactie staat in {out}. Zet de map online als admin/, met de headers uit {out / '_headers'}.")
    click.echo("Wie inlogt, heeft schrijfrecht op het project nodig: zie handboek/redactie.md.")


def _github(repo: str, tak: str) -> Achterkant:
    if repo.count("/") != 1 or not REPO.fullmatch(repo):
        _no_repo(repo, "eigenaar/project")
    return github(repo, tak)


def _gitlab(repo: str, tak: str) -> Achterkant:
    if not REPO.fullmatch(repo):
        _no_repo(repo, "groep/project")
    return gitlab(repo, tak)


def _no_repo(repo: str, form: str) -> NoReturn:
    stop(f'"{repo}" is geen project - schrijf het zo: {form}')


def _write(project: Project, out: Path, achterkant: Achterkant) -> None:
    try:
        write_admin(project, out, achterkant)
    except Bezet:
        stop(f"In {out} staat iets anders dan een redactie. Kies een lege map met --out; er is niets veranderd.")
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}.")


def _serve(project: Project, poort: int, met_browser: bool) -> None:
    """Serve the editor on this machine until somebody stops it; nothing of it stays on the disk."""
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="familiegroepsplan-") as temporary:
        admin = Path(temporary) / "admin"
        _write(project, admin, lokaal())
        try:
            server = RedactieServer(poort, admin, Projectmap(project.root))
        except OSError:
            stop(f"Poort {poort} is niet vrij - kies een andere, bijvoorbeeld: --poort {OTHER_PORT}")
        with server:
            click.echo(f"De redactie staat op {server.adres}/admin/ - stoppen met Ctrl+C.")
            click.echo("Wat u bewaart, staat meteen in de bestanden van dit project.")
            if met_browser:
                open_browser(f"{server.adres}/admin/")
            server.serve_forever()
    click.echo("Gestopt.")
