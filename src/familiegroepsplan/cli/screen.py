"""`fgp screen`: holds existing texts of an organisation against the rules for talking about the plan."""

import sys
from datetime import date
from pathlib import Path

import click

from familiegroepsplan.cli.shared import current_project, say_json, stop
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.screen.afgedaan import BESTAND, dismiss, read_afgedaan
from familiegroepsplan.screen.bron import read_list
from familiegroepsplan.screen.regel import Lezer
from familiegroepsplan.screen.uitslag import Uitslag, load_maatstaf, read_sources, screen_texts
from familiegroepsplan.screen.verslag import as_dict, as_text
from familiegroepsplan.screen.verslag_html import as_html
from familiegroepsplan.wholefile import write_whole_text


@click.command()
@click.argument("bronnen", metavar="[BESTAND of ADRES]...", nargs=-1)
@click.option("--lijst", type=click.Path(path_type=Path), help="Lees ook de bestanden en adressen in dit bestand.")
@click.option(
    "--voor",
    type=click.Choice(["gezin", "professional"]),
    default="gezin",
    help="Voor wie de teksten zijn; voor professionals mag er vaktaal in.",
)
@click.option("--html", "html_path", type=click.Path(path_type=Path), help="Schrijf het verslag als één pagina.")
@click.option("--json", "as_json", is_flag=True, help="Geef het verslag als JSON.")
@click.option("--streng", is_flag=True, help="Behandel elke bevinding als een fout.")
@click.option("--afdoen", multiple=True, metavar="CODE", help="Doe een bevinding af; mag vaker.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom de bevinding mag blijven; hoort bij --afdoen.")
def screen(
    bronnen: tuple[str, ...],
    lijst: Path | None,
    voor: Lezer,
    html_path: Path | None,
    as_json: bool,
    streng: bool,
    afdoen: tuple[str, ...],
    reden: str,
) -> None:
    """Houdt bestaande teksten tegen de handreiking: bestanden (HTML, Word, PDF, tekst) en webadressen."""
    if bool(afdoen) != bool(reden.strip()):
        stop('Afdoen doet u met een code en een reden: --afdoen CODE --reden "waarom het mag blijven".')
    project = current_project()
    try:
        inhoud = load_inhoud(project)
        names, unlisted = _all_sources(bronnen, lijst)
        uitslag = _run(names, unlisted, voor, project, inhoud)
        if afdoen:
            _dismissed(afdoen, reden.strip(), uitslag, project)
            uitslag = _run(names, unlisted, voor, project, inhoud)
    except Gebruikersfout as error:
        stop("\n".join(map(str, error.meldingen)))
    _tell(uitslag, as_json, html_path)
    failed = uitslag.fouten or uitslag.meldingen or (streng and uitslag.open)
    sys.exit(1 if failed else 0)


def _all_sources(bronnen: tuple[str, ...], lijst: Path | None) -> tuple[list[str], list[Melding]]:
    listed, meldingen = read_list(lijst) if lijst else ([], [])
    names = [*bronnen, *listed]
    if not names and not meldingen:
        stop("Noem een bestand of adres om te screenen, bijvoorbeeld: fgp screen folder.docx https://www.voorbeeld.nl")
    return names, meldingen


def _run(names: list[str], unlisted: list[Melding], voor: Lezer, project: Project, inhoud: Inhoud) -> Uitslag:
    """Read and judge everything; Gebruikersfout when the rules or the dismissals themselves are at fault."""
    maatstaf, about_rules = load_maatstaf(project, inhoud, voor)
    afgedaan, about_dismissals = read_afgedaan(project)
    wrong = [melding for melding in (*about_rules, *about_dismissals) if melding.ernst is Ernst.FOUT]
    if wrong:
        raise Gebruikersfout(wrong)
    texts, unread = read_sources(names)
    return screen_texts(texts, maatstaf, inhoud, afgedaan, [*unlisted, *unread])


def _dismissed(codes: tuple[str, ...], reden: str, uitslag: Uitslag, project: Project) -> None:
    meldingen = dismiss(codes, reden, uitslag.open, project, date.today())
    if meldingen:
        raise Gebruikersfout(meldingen)
    click.echo(f"Bewaard in {BESTAND}.", err=True)


def _tell(uitslag: Uitslag, as_json: bool, html_path: Path | None) -> None:
    if as_json:
        say_json(as_dict(uitslag))
    else:
        click.echo(as_text(uitslag))
    if html_path:
        try:
            write_whole_text(html_path, as_html(uitslag, date.today()))
        except OSError:
            stop(f"{html_path}: het verslag kon niet geschreven worden - kies een andere plek")
        click.echo(f"Het verslag staat in {html_path}.", err=True)
