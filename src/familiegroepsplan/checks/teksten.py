"""The words of menus and buttons, and the glossary, compared over the languages."""

import re
from collections.abc import Iterator
from string import Formatter

from familiegroepsplan.begrip import Begrip
from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.sleutelplaats import key_place
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.vertalingen import language_name
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.names import suggestion
from familiegroepsplan.taal import TALEN
from familiegroepsplan.vertaling.staat import is_due_word

_ASKED = re.compile(r"\bt\(\s*['\"]([a-z0-9-]+\.[a-z0-9-]+)['\"]\s*[,)]")


def check_teksten(stand: Stand) -> Iterator[Melding]:
    """Words that a language lacks, has too many, or has with other `{names}` than the Dutch."""
    dutch = stand.inhoud.teksten.get(BRON_TAAL, {})
    yield from _asked(stand)
    for taal in sorted((stand.inhoud.teksten.keys() & TALEN.keys()) - {BRON_TAAL}):
        teksten = stand.inhoud.teksten[taal]
        due = {key for key in dutch if is_due_word(key, taal)}
        yield from _missing(taal, sorted(due - teksten.keys()))
        for sleutel, text in teksten.items():
            if sleutel not in dutch:
                plaats, wat = _place(stand, taal, sleutel), f"{sleutel} is er in het Nederlands niet"
                yield melding("tekst-onbekend", plaats, wat, suggestion(sleutel, dutch), sleutel=sleutel)
            elif _fields(text) != _fields(dutch[sleutel]):
                expected = ", ".join(f"{{{name}}}" for name in sorted(_fields(dutch[sleutel]))) or "geen {…}"
                wat = f"in het Nederlands staat hier {expected}"
                yield melding("tekst-namen", _place(stand, taal, sleutel), wat, sleutel=sleutel)
    for sleutel, text in dutch.items():
        if "?" in _fields(text):
            wat = "de accolades in deze tekst horen niet bij elkaar"
            yield melding(
                "tekst-namen",
                _place(stand, BRON_TAAL, sleutel),
                wat,
                "schrijf {naam}",
                sleutel=sleutel,
                wie=Wie.REDACTIE,
            )


def _asked(stand: Stand) -> Iterator[Melding]:
    """The words that templates ask for must be there in Dutch."""
    dutch = stand.inhoud.teksten.get(BRON_TAAL, {})
    for path in sorted(stand.project.overrides.rglob("*.html")):
        for sleutel in sorted(set(_ASKED.findall(path.read_text("utf-8"))) - dutch.keys()):
            wat = f"{path.relative_to(stand.project.root).as_posix()} vraagt om deze tekst"
            group, _, key = sleutel.partition(".")
            plaats = Plaats(f"content/teksten/{BRON_TAAL}/{group}.yml")
            yield melding("tekst-ontbreekt", plaats, wat, sleutel=key)


def _missing(taal: str, sleutels: list[str]) -> Iterator[Melding]:
    by_group: dict[str, list[str]] = {}
    for sleutel in sleutels:
        group, _, key = sleutel.partition(".")
        by_group.setdefault(group, []).append(key)
    for group, keys in by_group.items():
        wat = f"nog niet in het {language_name(taal)} ({len(keys)}): {', '.join(keys)}"
        yield melding("teksten-ontbreken", Plaats(f"content/teksten/{taal}/{group}.yml"), wat)


def _fields(text: str) -> set[str]:
    """The names in braces, as `str.format` sees them; `?` for braces that it cannot read."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def _place(stand: Stand, taal: str, sleutel: str) -> Plaats:
    group, _, key = sleutel.partition(".")
    return key_place(stand.project.root, f"content/teksten/{taal}/{group}.yml", key)


def check_begrippen(stand: Stand) -> Iterator[Melding]:
    """The glossary: the same words in every language, each form with one word, sources that exist."""
    dutch = {begrip.begrip for begrip in stand.inhoud.uitleg(BRON_TAAL)}
    for taal, begrippen in stand.inhoud.begrippen.items():
        yield from _forms(taal, begrippen, stand)
        yield from _sources(taal, begrippen, stand)
        if taal not in TALEN or taal == BRON_TAAL:
            continue
        there = {begrip.begrip for begrip in begrippen}
        for naam in sorted(there - dutch):
            wat = f'"{naam}" staat niet in de Nederlandse woordenlijst'
            yield melding("begrip-onbekend", _begrip_place(stand, taal, naam), wat, suggestion(naam, dutch))
        if missing := sorted(dutch - there):
            wat = f"nog niet in het {language_name(taal)} ({len(missing)}): {', '.join(missing)}"
            yield melding("begrip-ontbreekt", Plaats(f"content/begrippen/{taal}.yml"), wat)


def _forms(taal: str, begrippen: tuple[Begrip, ...], stand: Stand) -> Iterator[Melding]:
    owners: dict[str, str] = {}
    names: set[str] = set()
    for begrip in begrippen:
        if begrip.begrip in names:
            wat = f'het woord "{begrip.begrip}" staat er twee keer in'
            yield melding("begrip-dubbel", _begrip_place(stand, taal, begrip.begrip), wat, wie=_who(taal))
        names.add(begrip.begrip)
        for form in begrip.vormen:
            owner = owners.setdefault(form.lower(), begrip.begrip)
            if owner != begrip.begrip:
                wat = f'de vorm "{form}" staat ook bij "{owner}"'
                yield melding("begrip-dubbel", _begrip_place(stand, taal, begrip.begrip), wat, wie=_who(taal))


def _sources(taal: str, begrippen: tuple[Begrip, ...], stand: Stand) -> Iterator[Melding]:
    known = stand.inhoud.landelijk.bronnen
    for begrip in begrippen:
        if begrip.bron and begrip.bron.split(" ", 1)[0] not in known:
            plaats = _begrip_place(stand, taal, begrip.begrip)
            wat = f'"{begrip.bron}" is geen bron uit content/landelijk.yml'
            yield melding("bron-onbekend", plaats, wat, suggestion(begrip.bron, known), sleutel=begrip.begrip)


def _who(taal: str) -> Wie:
    return Wie.REDACTIE if taal == BRON_TAAL else Wie.VERTALER


def _begrip_place(stand: Stand, taal: str, naam: str) -> Plaats:
    """The line of the glossary on which the word begins."""
    pad = f"content/begrippen/{taal}.yml"
    path = stand.project.root / pad
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    pattern = re.compile(rf"\s*-?\s*begrip:\s*[\"']?{re.escape(naam)}[\"']?\s*(?:#.*)?")
    found = [number for number, line in enumerate(lines, start=1) if pattern.fullmatch(line)]
    return Plaats(pad, found[-1], lines[found[-1] - 1].index("begrip") + 1) if found else Plaats(pad)
