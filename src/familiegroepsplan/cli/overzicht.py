"""`fgp overzicht`: the state of all municipalities on one page."""

from datetime import date
from pathlib import Path

import click

from familiegroepsplan.cli.shared import current_project, out_option, plural, report, stop
from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.overzicht.pagina import as_json, render
from familiegroepsplan.overzicht.stand import read_overzicht
from familiegroepsplan.wholefile import write_whole_text


@click.command()
@out_option("De map waarin de sites staan; daar komt ook het overzicht.")
def overzicht(out: Path) -> None:
    """Zet de stand van alle gemeenten op één pagina, met dezelfde gegevens als JSON."""
    project = current_project()
    try:
        found = read_overzicht(project, load_inhoud(project), out, date.today())
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is geen overzicht gemaakt: verbeter eerst de fouten hierboven.")
    try:
        write_whole_text(out / "overzicht.html", render(found))
        write_whole_text(out / "overzicht.json", as_json(found))
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}.")
    count = plural(len(found.gemeenten), "gemeente", "gemeenten")
    click.echo(f"{out / 'overzicht.html'} staat klaar, met {count}. Open het in een browser.")
