"""`fgp formulier`: the form on which a gemeente fills in its own file."""

import re
from pathlib import Path

import click

from familiegroepsplan.cli.shared import current_project, out_option, stop
from familiegroepsplan.formulier.gegevens import Bestemming
from familiegroepsplan.formulier.pagina import formulier_files
from familiegroepsplan.wholefile import write_whole_text

_REPOSITORY = re.compile(r"https://[^\s/?#@]+(/[^\s/?#]+){2,}")
_MAIL = re.compile(r"[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+")


@click.command()
@out_option("De map waarin de map formulier/ komt.")
@click.option("--opslagplaats", metavar="URL", default="", help="De opslagplaats van het platform op GitHub of GitLab.")
@click.option("--mail", metavar="ADRES", default="", help="Het mailadres dat ingevulde bestanden ontvangt.")
def formulier(out: Path, opslagplaats: str, mail: str) -> None:
    """Maakt het formulier Zet jouw gemeente neer: een pagina waarop u een gemeente invult."""
    project = current_project()
    if opslagplaats and not _REPOSITORY.fullmatch(opslagplaats):
        stop(f'"{opslagplaats}" is geen opslagplaats - schrijf het hele adres: https://github.com/organisatie/project')
    if mail and not _MAIL.fullmatch(mail):
        stop(f'"{mail}" is geen mailadres - schrijf het zo: naam@voorbeeld.nl')
    folder = out / "formulier"
    try:
        for name, text in formulier_files(project, Bestemming(opslagplaats, mail)).items():
            write_whole_text(folder / name, text)
    except OSError as error:
        stop(f"Het formulier kan niet worden gemaakt: {error.filename or folder}: {error.strerror or error}.")
    click.echo(f"{folder / 'index.html'} staat klaar. Open het in een browser.")
