"""The report of a run, as text for a terminal and as data for machines."""

import textwrap
from collections.abc import Iterable, Iterator

from familiegroepsplan.screen.aanbod import Aanbod
from familiegroepsplan.screen.oordeel import Bevinding, Oordeel
from familiegroepsplan.screen.regel import Regel
from familiegroepsplan.screen.uitslag import Uitslag

BREEDTE = 100
_OFFERED_LENGTH = 180


def as_text(uitslag: Uitslag) -> str:
    """The report for a terminal: what is missing, then every text with its sentences."""
    lines = [
        *_missing(uitslag),
        *(line for oordeel in uitslag.oordelen for line in _one_text(oordeel, uitslag)),
        *_dismissed(uitslag),
        *_unread(uitslag),
        "",
        summary(uitslag),
    ]
    return "\n".join(lines).strip("\n")


def summary(uitslag: Uitslag) -> str:
    """One sentence with the numbers."""
    texts = _count(len(uitslag.oordelen), "tekst", "teksten")
    high = _count(uitslag.fouten, "bevinding met hoge prioriteit", "bevindingen met hoge prioriteit")
    parts = [f"{texts} gelezen: {high}", f"{uitslag.waarschuwingen} andere"]
    if uitslag.afgedaan:
        parts.append(f"{len(uitslag.afgedaan)} afgedaan")
    if uitslag.meldingen:
        parts.append(f"{len(uitslag.meldingen)} niet gelezen")
    return f"{', '.join(parts)}."


def absent_here(oordeel: Oordeel, uitslag: Uitslag) -> list[Regel]:
    """What this text does not say though another one does: no fault of a set of texts, but good to know of each."""
    missing = {one.regel.id for one in uitslag.ontbreekt}
    rules = (zoek.regel for zoek in uitslag.maatstaf.vereist)
    return [regel for regel in rules if regel.id not in oordeel.aanwezig and regel.id not in missing]


def by_rule(found: Iterable[Bevinding]) -> list[tuple[Regel, list[Bevinding]]]:
    """Findings of the same rule together, in the order in which the rules first occur."""
    groups: dict[str, list[Bevinding]] = {}
    for one in found:
        groups.setdefault(one.regel.id, []).append(one)
    return [(group[0].regel, group) for group in groups.values()]


def as_dict(uitslag: Uitslag) -> dict[str, object]:
    """The whole report as plain data; a change in its keys is told in CHANGELOG.md."""
    return {
        "voor": uitslag.maatstaf.lezer,
        "samenvatting": {
            "teksten": len(uitslag.oordelen),
            "hoog": uitslag.fouten,
            "andere": uitslag.waarschuwingen,
            "afgedaan": len(uitslag.afgedaan),
            "niet_gelezen": len(uitslag.meldingen),
        },
        "ontbreekt": [_finding(one, uitslag) for one in uitslag.ontbreekt],
        "teksten": [_text(oordeel, uitslag) for oordeel in uitslag.oordelen],
        "afgedaan": [
            {**_finding(one.bevinding, uitslag), "reden": one.afgedaan.reden, "op": str(one.afgedaan.op or "")}
            for one in uitslag.afgedaan
        ],
        "niet_gelezen": [melding.as_dict() for melding in uitslag.meldingen],
    }


def place(one: Bevinding) -> str:
    """Where a sentence stands, in words; empty when there is no more to say."""
    parts = [
        f"onder {one.kop}" if one.kop and one.kop != one.zin else "",
        f"bladzijde {one.pagina}" if one.pagina else "",
    ]
    return ", ".join(part for part in parts if part)


def _missing(uitslag: Uitslag) -> Iterator[str]:
    if not uitslag.oordelen:
        return
    count = len(uitslag.maatstaf.vereist)
    yield "WAT MOET ERIN"
    if not uitslag.ontbreekt:
        yield f"  Alle {count} onderdelen staan in deze teksten, of zijn afgedaan."
    for one in uitslag.ontbreekt:
        yield f"  {one.regel.prioriteit:<6} {one.code}  ontbreekt: {one.regel.wat}"
        yield from _why(one.regel, uitslag.aanbod.get(one.regel.id))


def _one_text(oordeel: Oordeel, uitslag: Uitslag) -> Iterator[str]:
    found = uitslag.about(oordeel.bron)
    yield ""
    yield oordeel.bron
    yield f"  {reading_line(oordeel, uitslag)}"
    if absent := absent_here(oordeel, uitslag):
        yield from _wrapped(f"Niet in deze tekst: {', '.join(regel.id for regel in absent)}", "  ", "    ")
    for regel, group in by_rule(found):
        yield f"  {regel.prioriteit:<6} {regel.wat}"
        for one in group:
            yield from _wrapped(f'{one.code}  "{one.zin}"', "         ", "                   ")
            about = "; ".join(
                part for part in (one.woorden, place(one), f"liever {one.hulp}" if one.hulp else "") if part
            )
            yield from _wrapped(about, "                   ", "                   ")
        yield from _why(regel, uitslag.aanbod.get(regel.id))
    if not found:
        yield "  Geen zinnen om anders te schrijven."


def reading_line(oordeel: Oordeel, uitslag: Uitslag) -> str:
    """How much of what must be in the texts is in this one, its length, and how it reads."""
    required = uitslag.maatstaf.vereist
    parts = [
        f"{len(oordeel.aanwezig)} van de {len(required)} onderdelen staan erin",
        _count(oordeel.zinnen, "zin", "zinnen"),
    ]
    if oordeel.leesbaarheid:
        parts.append(f"leesbaarheid {oordeel.leesbaarheid.score:.0f}")
    return ", ".join(parts)


def _why(regel: Regel, aanbod: Aanbod | None) -> Iterator[str]:
    indent = " " * 9
    yield from _wrapped(f"Waarom: {regel.waarom} ({', '.join(regel.bron)})", indent, indent)
    if aanbod:
        yield from _wrapped(f"Gebruik: {aanbod.titel} (blok {aanbod.blok})", indent, indent)
        start = textwrap.shorten(" ".join(aanbod.regels), _OFFERED_LENGTH, placeholder=" …")
        yield from _wrapped(start, f"{indent}| ", f"{indent}| ")


def _dismissed(uitslag: Uitslag) -> Iterator[str]:
    if uitslag.afgedaan:
        yield ""
        yield "AFGEDAAN"
    for one in uitslag.afgedaan:
        about = f'"{one.bevinding.zin}"' if one.bevinding.zin else one.bevinding.regel.wat
        yield from _wrapped(f"{one.bevinding.code}  {about} Reden: {one.afgedaan.reden}", "  ", "    ")


def _unread(uitslag: Uitslag) -> Iterator[str]:
    if uitslag.meldingen:
        yield ""
        yield "NIET GELEZEN"
    yield from (f"  {melding}" for melding in uitslag.meldingen)


def _wrapped(text: str, first: str, later: str) -> list[str]:
    return textwrap.wrap(text, BREEDTE, initial_indent=first, subsequent_indent=later) if text else []


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _text(oordeel: Oordeel, uitslag: Uitslag) -> dict[str, object]:
    measured = oordeel.leesbaarheid
    required = [zoek.regel.id for zoek in uitslag.maatstaf.vereist]
    return {
        "bron": oordeel.bron,
        "zinnen": oordeel.zinnen,
        "woorden": measured.woorden if measured else 0,
        "leesbaarheid": round(measured.score, 1) if measured else None,
        "aanwezig": {name: {"zin": proof.zin, "kop": proof.kop} for name, proof in oordeel.aanwezig.items()},
        "ontbreekt": [name for name in required if name not in oordeel.aanwezig],
        "bevindingen": [_finding(one, uitslag) for one in uitslag.about(oordeel.bron)],
        "moeilijke_woorden": [{"woord": word, "uitleg": text} for word, text in oordeel.moeilijk],
    }


def _finding(one: Bevinding, uitslag: Uitslag) -> dict[str, object]:
    offered = uitslag.aanbod.get(one.regel.id)
    return {
        "code": one.code,
        "regel": one.regel.id,
        "soort": one.regel.soort,
        "prioriteit": one.regel.prioriteit,
        "wat": one.regel.wat,
        "waarom": one.regel.waarom,
        "bronnen": list(one.regel.bron),
        "tekst": one.bron,
        "zin": one.zin,
        "woorden": one.woorden,
        "kop": one.kop,
        "bladzijde": one.pagina or None,
        "hulp": one.hulp,
        "gebruik": {"blok": offered.blok, "titel": offered.titel, "tekst": offered.tekst} if offered else None,
    }
