"""`fgp verordening`: takes the articles that matter from the official text into the municipality's file."""

import difflib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from familiegroepsplan.cli.shared import chosen_slugs, current_project, plural, report, stop
from familiegroepsplan.errors import Gebruikersfout, Plaats, display_path
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.reading import MAX_BYTES, read_text
from familiegroepsplan.verordening.lezen import read_regeling
from familiegroepsplan.verordening.nummer import parse_nummer
from familiegroepsplan.verordening.ophalen import Ophaler, fetch_regulation
from familiegroepsplan.verordening.opnemen import Opname, remarks, take_up
from familiegroepsplan.verordening.plan import FAMILIEGROEPSPLAN, Naam, name_pattern, names_in
from familiegroepsplan.verordening.regeling import Regeling
from familiegroepsplan.verordening.regels import melding
from familiegroepsplan.verordening.schrijven import write_in
from familiegroepsplan.verordening.xml import MAX_BYTES as MAX_XML_BYTES
from familiegroepsplan.wholefile import write_whole_text


@click.command()
@click.argument("gemeente")
@click.argument("bron", metavar="CVDR-NUMMER|BESTAND")
@click.option("--naam", "namen", multiple=True, metavar="NAAM", help="Zoek het plan ook onder deze naam (mag vaker).")
@click.option("--proef", is_flag=True, help="Laat zien wat er verandert en schrijf niets.")
def verordening(gemeente: str, bron: str, namen: tuple[str, ...], proef: bool) -> None:
    """Neemt de artikelen over het plan uit de officiële tekst over in het bestand van de gemeente."""
    project = current_project()
    (slug,) = chosen_slugs([gemeente], False, project)
    path = project.gemeenten / f"{slug}.yml"
    try:
        _take_over(path, project.root, bron, namen, proef)
    except Gebruikersfout as error:
        report(error.meldingen)
        stop("\nEr is niets geschreven: verbeter eerst de fouten hierboven.")
    except OSError as error:
        stop(f"{display_path(path, project.root)} kan niet worden geschreven: {error.strerror}.")


def _take_over(path: Path, root: Path, bron: str, namen: Sequence[str], proef: bool) -> None:
    gemeente, meldingen = read_gemeente(path, root=root)
    text, unreadable = read_text(path, max_bytes=MAX_BYTES, root=root)
    if gemeente is None or text is None:
        raise Gebruikersfout(meldingen or unreadable)
    pad, today = display_path(path, root), date.today()
    tekst = _official_text(bron)
    regeling = tekst.regeling
    picked = _picked(regeling, namen)
    opname = take_up(regeling, picked, today)
    if tekst.uit_bestand and opname.status == "geldend":
        opname = replace(opname, status="onbekend")  # a newer version may be there that the file does not know
    result = write_in(text, opname, pad)
    if proef:
        _show(text, result.tekst, pad)
    elif result.tekst != text:
        write_whole_text(path, result.tekst)
    report([*remarks(regeling, picked, gemeente, Plaats(tekst.plaats), today), *result.meldingen])
    _conclude(opname)
    if tekst.uit_bestand and opname.status == "onbekend":
        click.echo("Uit een bestand is niet te zien of de tekst nu geldt: kijk dat na en vul status in.")
    if not opname.cvdr:
        click.echo("In deze XML staat geen CVDR-nummer met versie: vul cvdr en url zelf in.")
    done = "is al bij: er is niets veranderd" if result.tekst == text else "is bijgewerkt"
    click.echo("Dit is een proef: er is niets geschreven." if proef else f"{pad} {done}.")


@dataclass(frozen=True)
class _Tekst:
    """A regulation, where it comes from (for messages), and whether that is a file."""

    regeling: Regeling
    plaats: str
    uit_bestand: bool


def _official_text(bron: str) -> _Tekst:
    path, nummer = Path(bron), parse_nummer(bron)
    if path.is_file():
        with path.open("rb") as file:
            data = file.read(MAX_XML_BYTES + 1)
        regeling, written = read_regeling(data, bron), parse_nummer(path.stem)
        known = regeling.cvdr or (str(written) if written and written.versie is not None else "")
        return _Tekst(replace(regeling, cvdr=known), bron, True)
    if nummer is None:
        wat = "dit is geen CVDR-nummer, en er is geen bestand dat zo heet"
        raise Gebruikersfout([melding("verordening-nummer", Plaats(bron), wat)])
    full, data = fetch_regulation(nummer, Ophaler())
    return _Tekst(replace(read_regeling(data, str(full)), cvdr=str(full)), str(full), False)


def _picked(regeling: Regeling, namen: Sequence[str]) -> tuple[str, ...]:
    """The names to look for: those that were given, or chosen at a terminal; the usual one always."""
    found = names_in(regeling)
    others = [one for one in found if one.naam != FAMILIEGROEPSPLAN]
    given = [" ".join(naam.casefold().split()) for naam in namen]
    text = " ".join(f"{one.titel} {one.tekst}" for one in regeling.artikelen)
    for naam in given:
        if not naam or (naam != FAMILIEGROEPSPLAN and not name_pattern((naam,)).search(text)):
            known = ", ".join(one.naam for one in found) or "geen van de namen die we kennen"
            stop(f'"{naam}" staat niet in de artikelen van deze verordening. Wel: {known}. Er is niets geschreven.')
    if not given and others and sys.stdin.isatty() and sys.stdout.isatty():
        given = _chosen(others)
    return tuple(dict.fromkeys((FAMILIEGROEPSPLAN, *given)))


def _chosen(others: Sequence[Naam]) -> list[str]:
    """Let somebody who can read the sentences say which of the names is the plan."""
    click.echo("Deze verordening gebruikt ook andere namen. Is een daarvan hetzelfde plan?\n")
    for number, one in enumerate(others, start=1):
        click.echo(f"  {number}  {one.naam}, {one.aantal} keer: {one.zin}")
    click.echo("  0  geen van deze: zoek alleen naar familiegroepsplan")
    choice = click.prompt("\nNummer", type=click.IntRange(0, len(others)), default=0)
    return [others[choice - 1].naam] if choice else []


def _show(old: str, new: str, pad: str) -> None:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), pad, pad, "nu", "straks", lineterm="", n=1)
    click.echo("\n".join(lines))


def _conclude(opname: Opname) -> None:
    named = [f"{one.nummer} lid {one.lid}" if one.lid else one.nummer for one in opname.vondsten]
    click.echo(f"\n{opname.titel} ({opname.cvdr or 'nummer onbekend'}), status {opname.status}")
    if named:
        click.echo(f"{plural(len(named), 'plek', 'plekken')} over het plan: {', '.join(named)}.")
    else:
        click.echo("Er staat geen artikel over het plan in: artikelen: [].")
