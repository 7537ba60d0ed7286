"""`fgp new`: municipalities from the register, with everything known filled in."""

import re

import click

from familiegroepsplan.cli.shared import current_project, plural, stop
from familiegroepsplan.gemeente.nieuw import new_gemeente_text, read_talen, without_file, write_new
from familiegroepsplan.project import Project
from familiegroepsplan.register import find, nearest


@click.command()
@click.argument("naam", required=False)
@click.option("--alles", is_flag=True, help="Maak een bestand voor elke gemeente die er nog geen heeft.")
@click.option("--website", metavar="URL", default=None, help="De website van de gemeente.")
@click.option("--talen", metavar="CODES", default="nl", show_default=True, help="De talen van de site: nl,en,ar")
@click.option("--platform", metavar="URL", default=None, help="Waar de sites samen komen te staan: https://…/")
def new(naam: str | None, alles: bool, website: str | None, talen: str, platform: str | None) -> None:
    """Maakt het bestand van een gemeente aan, met naam en code uit het register."""
    if bool(naam) == alles:
        stop("Noem een gemeente, bijvoorbeeld: fgp new Utrecht (of fgp new --alles voor alle).")
    if alles and website:
        stop("--website hoort bij één gemeente: laat het weg, of noem de gemeente.")
    project, codes = current_project(), _checked_languages(talen)
    if platform and not re.fullmatch(r"https?://[^\s?#]+/", platform):
        stop(f'"{platform}" is geen adres van een platform - schrijf het hele adres, zoals https://www.voorbeeld.nl/')
    if naam:
        _new_one(project, naam, website, codes, platform)
    else:
        _new_all(project, codes, platform)


def _checked_languages(talen: str) -> list[str]:
    try:
        codes = read_talen(talen)
    except ValueError as error:
        stop(str(error))
    if "nl" not in codes:
        stop("nl hoort altijd bij de talen, bijvoorbeeld: --talen nl,en")
    return codes


def _new_one(project: Project, naam: str, website: str | None, talen: list[str], platform: str | None) -> None:
    gemeente = find(naam)
    if gemeente is None:
        names = ", ".join(one.naam for one in nearest(naam))
        stop(f'"{naam}" staat niet in het register van gemeenten - bedoelt u: {names}?')
    path = project.gemeenten / f"{gemeente.slug}.yml"
    site_url = f"{platform}{gemeente.slug}/" if platform else None
    shown = path.relative_to(project.root).as_posix()
    try:
        write_new(path, new_gemeente_text(gemeente, website=website, site_url=site_url, talen=talen))
    except FileExistsError:
        stop(f"{shown} bestaat al - er is niets veranderd.")
    except OSError as error:
        stop(f"{shown} kan niet worden geschreven: {error.strerror}.")
    click.echo(f"{shown} staat klaar. Vul het aan en bouw de site met: fgp build {gemeente.slug}")


def _new_all(project: Project, talen: list[str], platform: str | None) -> None:
    missing, made = without_file(project.gemeenten, root=project.root), 0
    try:
        for gemeente in missing:
            site_url = f"{platform}{gemeente.slug}/" if platform else None
            path = project.gemeenten / f"{gemeente.slug}.yml"
            write_new(path, new_gemeente_text(gemeente, site_url=site_url, talen=talen))
            made += 1
    except OSError as error:
        stop(f"{plural(made, 'bestand', 'bestanden')} gemaakt; {path} kan niet worden geschreven: {error.strerror}.")
    if not missing:
        click.echo("Elke gemeente van het register heeft al een bestand. Er is niets veranderd.")
        return
    click.echo(
        f"{plural(made, 'bestand', 'bestanden')} gemaakt in {project.gemeenten.relative_to(project.root).as_posix()}."
    )
    click.echo("Wat er al was, is niet veranderd. Bouw alle sites met: fgp build --all")
    click.echo(f"Wat er bij een gemeente nog ontbreekt: fgp check {missing[0].slug}")
