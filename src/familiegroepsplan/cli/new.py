"""`fgp new`: a municipality from the register, with everything known filled in."""

import click

from familiegroepsplan.cli.shared import current_project, stop
from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.register import find, nearest


@click.command()
@click.argument("naam")
@click.option("--website", metavar="URL", default=None, help="De website van de gemeente.")
def new(naam: str, website: str | None) -> None:
    """Maakt het bestand van een gemeente aan, met naam en code uit het register."""
    project = current_project()
    gemeente = find(naam)
    if gemeente is None:
        names = ", ".join(one.naam for one in nearest(naam))
        stop(f'"{naam}" staat niet in het register van gemeenten - bedoelt u: {names}?')
    path = project.gemeenten / f"{gemeente.slug}.yml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(new_gemeente_text(gemeente, website=website))
    except FileExistsError:
        stop(f"{path.relative_to(project.root)} bestaat al - er is niets veranderd.")
    except OSError as error:
        stop(f"{path.relative_to(project.root)} kan niet worden geschreven: {error.strerror}.")
    shown = path.relative_to(project.root)
    click.echo(f"{shown} staat klaar. Vul het aan en bouw de site met: fgp build {gemeente.slug}")
