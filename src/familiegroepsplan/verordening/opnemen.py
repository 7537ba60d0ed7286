"""What goes into the file of a municipality: the facts of the regulation and its articles on the plan."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.register import load_register
from familiegroepsplan.verordening.plan import (
    FAMILIEGROEPSPLAN,
    Vondst,
    find_plan,
    mentioned_elsewhere,
    name_pattern,
    names_in,
)
from familiegroepsplan.verordening.regeling import Regeling
from familiegroepsplan.verordening.regels import melding

LANGSTE_TEKST = 6000
MEESTE_ARTIKELEN = 50
LANGSTE_TITEL = 200
"""What the model of a municipality allows (`gemeente.verordening`)."""

ZONDER_NUMMER = "zonder nummer"


@dataclass(frozen=True)
class Opname:
    """What a regulation gives: its facts, what it says of the plan, the name it has there (empty: the usual one)."""

    titel: str
    cvdr: str
    url: str
    geldig_van: date | None
    geldig_tot: date | None
    status: str
    plannaam: str
    vondsten: tuple[Vondst, ...]


def take_up(regeling: Regeling, namen: Collection[str], today: date) -> Opname:
    """What to write of a regulation, looking for the plan under these names."""
    vondsten = find_plan(regeling, namen)
    usual = any(name_pattern((FAMILIEGROEPSPLAN,)).search(f"{one.titel} {one.tekst}") for one in vondsten)
    other = next((naam for naam in namen if naam != FAMILIEGROEPSPLAN), "")
    return Opname(
        titel=_shortened(regeling.titel, LANGSTE_TITEL),
        cvdr=regeling.cvdr,
        url=regeling.url,
        geldig_van=regeling.geldig_van,
        geldig_tot=regeling.geldig_tot,
        status=status_on(regeling, today),
        plannaam="" if usual else other,
        vondsten=tuple(map(_fitting, vondsten[:MEESTE_ARTIKELEN])),
    )


def status_on(regeling: Regeling, today: date) -> str:
    """`geldend`, `vervallen` or `onbekend` by the dates of the text: the last one is the first day without it."""
    if regeling.geldig_tot and regeling.geldig_tot <= today:
        return "vervallen"
    return "geldend" if regeling.geldig_van and regeling.geldig_van <= today else "onbekend"


def remarks(
    regeling: Regeling, namen: Collection[str], gemeente: Gemeente, plaats: Plaats, today: date
) -> Iterator[Melding]:
    """What a person should look at in the text; `plaats` is the text itself."""
    if regeling.gemeente and not _is_of(regeling.gemeente, gemeente):
        wat = f"deze verordening is van {_maker(regeling.gemeente)}, het bestand van {gemeente.naam}"
        yield melding("verordening-gemeente", plaats, wat)
    if regeling.geldig_van and regeling.geldig_van > today:
        yield melding("verordening-datum", plaats, f"deze versie gaat pas in op {regeling.geldig_van}")
    elif status_on(regeling, today) == "vervallen":
        yield melding("verordening-datum", plaats, f"deze versie gold tot {regeling.geldig_tot}")
    for naam in names_in(regeling):
        if naam.naam not in namen:
            wat = f'"{naam.naam}" staat er {naam.aantal} keer in, zoals: {naam.zin}'
            yield melding("verordening-naam", plaats, wat, _pick(naam.naam))
    vondsten = find_plan(regeling, namen)
    kept = gemeente.verordening.plannaam if gemeente.verordening else None
    if vondsten and kept and not any(name_pattern((kept,)).search(one.tekst) for one in vondsten):
        wat = f"in het bestand staat plannaam: {kept}, maar de artikelen over het plan noemen die naam niet"
        yield melding("verordening-naam", plaats, wat, "haal plannaam weg of verbeter die", "verordening.plannaam")
    for place in mentioned_elsewhere(regeling, namen, vondsten):
        yield melding("verordening-elders", plaats, f"ook in {place} gaat het over het plan")
    yield from _too_much(vondsten, plaats)


def _pick(naam: str) -> str:
    written = f'"{naam}"' if " " in naam else naam
    return f"lees na of dit hetzelfde plan is; zo ja, geef de opdracht opnieuw met --naam {written}"


def _maker(maker: str) -> str:
    """The name behind a code as `gm0363`, where the register knows it."""
    known = load_register().by_code.get(maker[2:]) if maker[:2] == "gm" else None
    return known.naam if known else maker


def _is_of(maker: str, gemeente: Gemeente) -> bool:
    """Whether the maker (a name, or a code as `gm0363`) is this municipality."""
    if maker.casefold() == f"gm{gemeente.cbs_code}":
        return True
    known = load_register().by_code.get(gemeente.cbs_code)
    return maker.casefold() == gemeente.naam.casefold() or bool(known and known.is_called(maker))


def _too_much(vondsten: Sequence[Vondst], plaats: Plaats) -> Iterator[Melding]:
    if len(vondsten) > MEESTE_ARTIKELEN:
        wat = f"er zijn {len(vondsten)} plekken over het plan; de eerste {MEESTE_ARTIKELEN} zijn overgenomen"
        yield melding("verordening-ingekort", plaats, wat)
    for one in vondsten[:MEESTE_ARTIKELEN]:
        if _fitting(one) != replace(one, nummer=one.nummer or ZONDER_NUMMER):
            yield melding("verordening-ingekort", plaats, f"artikel {one.nummer} is te lang en is ingekort")


def _fitting(vondst: Vondst) -> Vondst:
    return replace(
        vondst,
        nummer=vondst.nummer or ZONDER_NUMMER,
        titel=_shortened(vondst.titel, LANGSTE_TITEL),
        tekst=_shortened(vondst.tekst, LANGSTE_TEKST),
        toelichting=_shortened(vondst.toelichting, LANGSTE_TEKST),
    )


def _shortened(text: str, most: int) -> str:
    """The text, cut off at a word and marked so when it is too long."""
    return text if len(text) <= most else text[: most - 4].rsplit(" ", 1)[0] + " […]"
