"""`fgp check`: everything a person should look at, grouped by who must act."""

import sys
import tempfile
from datetime import date
from pathlib import Path

import click

from familiegroepsplan.bronnen.nagaan import Netwerk, check_bronnen
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.known import Memory
from familiegroepsplan.building.template import load_pages, page_keys
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.checks import check_gemeente, check_texts
from familiegroepsplan.checks.filled import check_filled
from familiegroepsplan.cli.shared import (
    build_template,
    chosen_slugs,
    count,
    current_project,
    plural,
    report,
    say_json,
    stop,
)
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.site import make_fill, write_site
from familiegroepsplan.site.templatefault import template_faults
from familiegroepsplan.site.writer import Writer
from familiegroepsplan.vertaling.geheugen import remember, translated
from familiegroepsplan.wijziging import record


@click.command()
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Geef de meldingen als JSON.")
@click.option("--streng", is_flag=True, help="Behandel waarschuwingen als fouten.")
@click.option(
    "--herstel",
    is_flag=True,
    help="Werk eerst bij wat vanzelf kan: logboek en vertaalgeheugen.",
)
@click.option("--bronnen", is_flag=True, help="Ga ook na of links en verordeningen nog kloppen (met internet).")
def check(slugs: tuple[str, ...], as_json: bool, streng: bool, herstel: bool, bronnen: bool) -> None:
    """Controleert teksten, gegevens en de gebouwde pagina's (zonder naam: van alle gemeenten)."""
    project = current_project()
    if herstel:
        _restore(project)
    try:
        chosen = chosen_slugs(slugs, False, project)
        with remembering(Cache(project.cache)):
            meldingen = _all_checks(project, chosen)
        meldingen += _sources(project, chosen) if bronnen else []
    except Gebruikersfout as error:
        meldingen = error.meldingen
    errors, warnings = count(meldingen, Ernst.FOUT), count(meldingen, Ernst.WAARSCHUWING)
    if as_json:
        say_json([m.as_dict() for m in sorted(set(meldingen))])
    else:
        report(meldingen)
        click.echo(f"\n{plural(errors, 'fout', 'fouten')}, {plural(warnings, 'waarschuwing', 'waarschuwingen')}.")
    sys.exit(1 if errors or (streng and warnings) else 0)


def _sources(project: Project, slugs: list[str]) -> list[Melding]:
    """What is wrong outside the project; says so when there is no network to look with."""
    read = (read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)[0] for slug in slugs)
    gemeenten = [gemeente for gemeente in read if gemeente]
    found = check_bronnen(project, load_inhoud(project), gemeenten, date.today(), Netwerk())
    if found.verbinding:
        regulations = plural(found.verordeningen, "verordening", "verordeningen")
        click.echo(f"Nagegaan op internet: {plural(found.links, 'link', 'links')} en {regulations}.", err=True)
    else:
        click.echo("Er is geen verbinding met internet: links en verordeningen zijn niet nagegaan.", err=True)
    return found.meldingen


def _restore(project: Project) -> None:
    """Write down which texts are new or changed, and keep the Dutch that translations were made from."""
    try:
        inhoud = load_inhoud(project)
        for taal, blokken in inhoud.blokken.items():
            logboek = inhoud.wijzigingen.get(taal, {})
            names = record(project.wijzigingen, taal, blokken, logboek, date.today())
            if names:
                click.echo(f"content/wijzigingen/{taal}.yml bijgewerkt: {', '.join(names)}", err=True)
        kept = remember(project, translated(inhoud))
        if kept:
            click.echo(f"content/vertaalgeheugen bijgewerkt: {', '.join(kept)}", err=True)
    except Gebruikersfout:
        return
    except OSError as error:
        stop(f"content/wijzigingen of content/vertaalgeheugen kan niet worden geschreven: {error.strerror or error}.")


def _all_checks(project: Project, slugs: list[str]) -> list[Melding]:
    inputs = Inputs(project)
    inhoud = load_inhoud(project)
    today = date.today()
    meldingen = check_texts(project, inhoud, today)
    gemeenten: list[Gemeente] = []
    for slug in slugs:
        gemeente, found = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
        meldingen += found
        if gemeente:
            meldingen += check_gemeente(gemeente, project, inhoud, today)
            gemeenten.append(gemeente)
    if not any(m.ernst is Ernst.FOUT for m in meldingen):
        meldingen += _built_checks(inputs, inhoud, gemeenten)
    return meldingen


def _built_checks(inputs: Inputs, inhoud: Inhoud, gemeenten: list[Gemeente]) -> list[Melding]:
    """Make every site in a temporary folder and look at what it is made of."""
    meldingen: list[Melding] = []
    with tempfile.TemporaryDirectory(prefix="familiegroepsplan-") as temporary:
        folder = Path(temporary)
        talen = {taal for gemeente in gemeenten for taal in gemeente.talen}
        project, cache = inputs.project, Cache(inputs.project.cache)
        memory = Memory(cache, inputs, talen)
        keys = page_keys(inputs, inhoud, talen)
        with cache.held(inputs.layout_is_current):
            template = load_pages(project, inhoud, keys, cache, build_template, memory.known.pages)
        common = memory.common(inhoud, template)
        for gemeente in gemeenten:
            fill, writer = make_fill(common, gemeente), Writer(folder / gemeente.slug)
            with template_faults(project):
                write_site(fill, writer)
            meldingen += check_filled(fill, writer.names)
        if inputs.are_current():
            memory.keep(common, keys)
    return meldingen
