"""Translations of blocks: whether they are there, still hold, and have the same build as the Dutch."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial

from rapidfuzz import fuzz

from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop, VertalingKop, is_actueel
from familiegroepsplan.cache import recall
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.koppen import Kop, find_koppen
from familiegroepsplan.checks.links import find_links
from familiegroepsplan.checks.sleutelplaats import key_place
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.tekst import GEMASKEERD, text_of
from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import placeholders, suggestion
from familiegroepsplan.taal import TALEN, TALEN_PROFESSIONALS
from familiegroepsplan.vertaling.geheugen import recall as recall_text

EEN_KLEINE_WIJZIGING = 95
"""How much of a text (of 100) is the same after a small correction; ours so far keep 98.6 or more."""


def check_vertalingen(stand: Stand) -> Iterator[Melding]:
    """What is wrong with translations themselves: languages and blocks that are not known, another build."""
    for taal in stand.inhoud.blokken.keys() - TALEN.keys():
        yield _unknown_folder(f"content/blocks/{taal}", taal)
    for taal in stand.inhoud.teksten.keys() - TALEN.keys():
        yield _unknown_folder(f"content/teksten/{taal}", taal)
    for taal in stand.inhoud.begrippen.keys() - TALEN.keys():
        yield _unknown_folder(f"content/begrippen/{taal}.yml", taal)
    for blok, dutch in _translations(stand):
        if dutch is None:
            wat = f"het Nederlandse blok {blok.naam} is er niet"
            known = stand.inhoud.blokken.get(BRON_TAAL, {})
            yield melding("vertaling-zonder-bron", Plaats(blok.pad), wat, suggestion(blok.naam, known))
        elif is_actueel(blok, dutch):
            yield from recall("vertaling", (blok, dutch.tekst), partial(_unlike, blok, dutch))


def check_vertaalstaat(stand: Stand, talen: Collection[str]) -> Iterator[Melding]:
    """What is left to do for translators; `talen` are the languages that some municipality offers."""
    for blok, dutch in _translations(stand):
        if dutch:
            yield from _state(blok, dutch, stand)
    for taal in sorted((set(talen) & TALEN.keys()) - {BRON_TAAL}):
        yield from _missing(taal, stand)
    for blok in stand.inhoud.blokken.get(BRON_TAAL, {}).values():
        yield from _corrections(blok, stand)


def _translations(stand: Stand) -> Iterator[tuple[Blok, Blok | None]]:
    """Every translated block with the Dutch one."""
    for taal in sorted(TALEN.keys() - {BRON_TAAL}):
        for blok in stand.inhoud.blokken.get(taal, {}).values():
            yield blok, stand.inhoud.bron_blok(blok.naam)


def language_name(taal: str) -> str:
    """The Dutch name of a language, by its code."""
    return next(one.naam for one in TALEN.values() if one.code == taal)


def _unknown_folder(pad: str, naam: str) -> Melding:
    wat = f'"{naam}" is geen taalcode van dit project'
    return melding("taal-map", Plaats(pad), wat, suggestion(naam, TALEN))


def missing_names(inhoud: Inhoud, taal: str, doelgroep: str) -> list[str]:
    """The Dutch blocks for that audience that a language has no translation of, by name."""
    there = inhoud.blokken.get(taal, {})
    dutch = inhoud.blokken.get(BRON_TAAL, {}).values()
    return sorted(blok.naam for blok in dutch if blok.naam not in there and _is_for(blok, doelgroep))


def _is_for(blok: Blok, doelgroep: str) -> bool:
    assert isinstance(blok.kop, BlokKop)
    return blok.kop.doelgroep == doelgroep


def _missing(taal: str, stand: Stand) -> Iterator[Melding]:
    names = missing_names(stand.inhoud, taal, "professional") if taal in TALEN_PROFESSIONALS else []
    if names:
        wat = f"nog niet vertaald in het {language_name(taal)} ({len(names)}): {', '.join(names)}"
        yield melding("vertaling-professionals", Plaats(f"content/blocks/{taal}"), wat)


def _state(blok: Blok, dutch: Blok, stand: Stand) -> Iterator[Melding]:
    """Whether somebody checked a translation, and whether it is of the Dutch text of now."""
    kop = blok.kop
    assert isinstance(kop, VertalingKop)
    if kop.status == "concept":
        plaats = key_place(stand.project.root, blok.pad, "status")
        wat = "niemand met deze moedertaal heeft de vertaling nagekeken"
        yield melding("vertaling-concept", plaats, wat, sleutel="status")
    if not is_actueel(blok, dutch):
        plaats = key_place(stand.project.root, blok.pad, "vertaling_van")
        wat = "de Nederlandse tekst is veranderd sinds deze vertaling"
        doe = (
            f'werk de vertaling bij en schrijf vertaling_van: "{dutch.hash}"; was het een kleine correctie, '
            f"zet dan {kop.vertaling_van} bij kleine_wijziging_van in {dutch.pad}"
        )
        yield melding("vertaling-verouderd", plaats, wat, doe, sleutel="vertaling_van")


def _unlike(blok: Blok, dutch: Blok) -> list[Melding]:
    """Where a translation is built otherwise than the Dutch text."""
    return [*_headings(blok, dutch), *_names(blok, dutch), *_links(blok, dutch)]


def _corrections(blok: Blok, stand: Stand) -> Iterator[Melding]:
    """Earlier texts of which translations are said to hold, while the text of now is another one."""
    assert isinstance(blok.kop, BlokKop)
    for code in blok.kop.kleine_wijziging_van:
        before = recall_text(stand.project, blok, code)
        alike = fuzz.ratio(" ".join((before or "").split()), " ".join(blok.tekst.split()))
        if before is not None and alike < EEN_KLEINE_WIJZIGING:
            plaats = key_place(stand.project.root, blok.pad, "kleine_wijziging_van", code)
            wat = f"sinds {code} is de tekst voor {round(100 - alike)} % veranderd"
            yield melding("kleine-wijziging-groot", plaats, wat, sleutel="kleine_wijziging_van")


def _headings(blok: Blok, dutch: Blok) -> Iterator[Melding]:
    """The first heading that differs from the Dutch one in level or (where it is written) in id."""
    tekst = text_of(blok)
    ours, theirs = find_koppen(tekst.masked), find_koppen(text_of(dutch).masked)
    for kop, other in zip(ours, theirs, strict=False):
        if kop.niveau != other.niveau or (kop.id and kop.id != other.id):
            wat = f"deze kop past niet bij de Nederlandse: {_shown(other)}"
            yield tekst.fault("vertaling-koppen", kop.start, wat)
            return
    if len(ours) != len(theirs):
        wat = f"de vertaling heeft {len(ours)} koppen, het Nederlandse blok {len(theirs)}"
        first = ours[len(theirs)].start if len(ours) > len(theirs) else None
        plaats = Plaats(blok.pad) if first is None else tekst.place(first)
        doe = "" if len(ours) > len(theirs) else f"de eerste die ontbreekt: {_shown(theirs[len(ours)])}"
        yield melding("vertaling-koppen", plaats, wat, doe)


def _shown(kop: Kop) -> str:
    return f"{'#' * kop.niveau} {kop.tekst} {{#{kop.id}}}"


def _names(blok: Blok, dutch: Blok) -> Iterator[Melding]:
    ours = [(f"{{{{ {_written(part.soort, part.naam)} }}}}", part.start) for part in placeholders(blok.tekst)]
    theirs = [f"{{{{ {_written(part.soort, part.naam)} }}}}" for part in placeholders(dutch.tekst)]
    yield from _differences("vertaling-namen", blok, ours, theirs)


def _written(soort: str, naam: str) -> str:
    return f"{soort}: {naam}" if soort in ("blok", "deel") else naam


def _links(blok: Blok, dutch: Blok) -> Iterator[Melding]:
    yield from _differences("vertaling-links", blok, _internal(blok), [doel for doel, _ in _internal(dutch)])


def _internal(blok: Blok) -> list[tuple[str, int]]:
    """The links to our own pages, each with its position."""
    links = find_links(text_of(blok).masked)
    return [(link.doel, link.doel_start) for link in links if not link.scheme and GEMASKEERD not in link.doel]


def _differences(code: str, blok: Blok, ours: list[tuple[str, int]], theirs: list[str]) -> Iterator[Melding]:
    """One message per thing that the translation has too many or too few times."""
    left = Counter(theirs)
    for wat, position in ours:
        left[wat] -= 1
        if left[wat] < 0:
            place = text_of(blok).place(position)
            yield melding(code, place, f"{wat} staat hier vaker dan in het Nederlands", "haal het weg of verbeter het")
    for wat, count in left.items():
        if count > 0:
            yield melding(code, Plaats(blok.pad), f"{wat} ontbreekt", "neem het over uit het Nederlands")
