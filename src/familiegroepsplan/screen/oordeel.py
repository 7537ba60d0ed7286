"""Holding texts against the rules: what each says, lacks and had better not say."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from familiegroepsplan.checks.gewone_tekst import Zin
from familiegroepsplan.checks.leesbaarheid import MINSTENS, Leesbaarheid, measure, worst
from familiegroepsplan.screen.brontekst import Brontekst, Plek, plekken
from familiegroepsplan.screen.patroon import find, normal
from familiegroepsplan.screen.regel import Lezer, Regel, Zoekregel
from familiegroepsplan.screen.vaktaal import Woordenschat
from familiegroepsplan.screen.zinnen import Uitspraak, quotations, uitspraken

ORDE = ("hoog", "midden", "laag")
_BEFORE, _AFTER = 2, 1
"""How many sentences around a wording its subject may stand (`nabij`)."""
_LONG_QUOTATION = 6
_ENOUGH_WORDS = 60
"""Below this many words a readability score says nothing."""
_WORST = 3


@dataclass(frozen=True)
class Bevinding:
    """One thing to look at: the rule, the sentence (empty when something is missing), the words it is about.

    `code` stays the same as long as rule and sentence do; by it a finding is dismissed. `hulp` is what to do
    in this very case, and may be empty.
    """

    code: str
    regel: Regel
    bron: str
    zin: str = ""
    woorden: str = ""
    kop: str = ""
    pagina: int = 0
    hulp: str = ""


@dataclass(frozen=True)
class Bewijs:
    """The sentence by which a text does what a rule asks."""

    zin: str
    kop: str


@dataclass(frozen=True)
class Oordeel:
    """What was found in one text: unwanted sentences, and by rule id the proof of what must be there."""

    bron: str
    bevindingen: tuple[Bevinding, ...]
    aanwezig: Mapping[str, Bewijs]
    zinnen: int
    leesbaarheid: Leesbaarheid | None
    moeilijk: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Maatstaf:
    """What texts are held against: the rules for these readers, and the words that they may not know."""

    regels: tuple[Zoekregel, ...]
    woordenschat: Woordenschat
    lezer: Lezer = "gezin"

    @property
    def geldend(self) -> list[Zoekregel]:
        """The rules that hold for these readers."""
        return [regel for regel in self.regels if self.lezer in regel.regel.lezers]

    @property
    def vereist(self) -> list[Zoekregel]:
        """The rules about what must be in a set of texts."""
        return [regel for regel in self.geldend if regel.regel.soort == "vereist"]


def judge(brontekst: Brontekst, maatstaf: Maatstaf) -> Oordeel:
    """Everything that the rules find in one text."""
    zinnen = uitspraken(brontekst)
    measured = measure([one.zin for one in zinnen])
    found = _sorted(_unwanted(brontekst, zinnen, maatstaf, measured))
    present = dict(_present(brontekst, zinnen, maatstaf))
    difficult = maatstaf.woordenschat.explained([one.tekst for one in zinnen])
    return Oordeel(brontekst.naam, found, present, len(zinnen), measured, difficult)


def missing(oordelen: Sequence[Oordeel], maatstaf: Maatstaf) -> tuple[Bevinding, ...]:
    """What none of the texts says: pages of one site may each hold a part."""
    if not oordelen:
        return ()
    names = "\n".join(sorted(oordeel.bron for oordeel in oordelen))
    rules = (zoek.regel for zoek in maatstaf.vereist)
    absent = (regel for regel in rules if not any(regel.id in oordeel.aanwezig for oordeel in oordelen))
    return _sorted(Bevinding(_code(regel, names), regel, "") for regel in absent)


def _sorted(found: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """By priority, else in the order in which they were found; of equal ones the first."""
    unique: dict[str, Bevinding] = {}
    for one in found:
        unique.setdefault(one.code, one)
    return tuple(sorted(unique.values(), key=lambda one: ORDE.index(one.regel.prioriteit)))


def _code(regel: Regel, about: str) -> str:
    return hashlib.sha256(f"{regel.id}\n{about}".encode()).hexdigest()[:8]


def _unwanted(
    brontekst: Brontekst, zinnen: Sequence[Uitspraak], maatstaf: Maatstaf, measured: Leesbaarheid | None
) -> Iterator[Bevinding]:
    for zoek in maatstaf.geldend:
        if zoek.regel.manier == "zin":
            yield from _in_sentences(zoek, brontekst.naam, zinnen)
        elif zoek.regel.manier == "lengte":
            yield from _long(zoek.regel, brontekst.naam, zinnen)
        elif zoek.regel.manier == "vaktaal":
            yield from _jargon(zoek, brontekst.naam, zinnen, maatstaf.woordenschat)
        elif zoek.regel.manier == "leesbaarheid" and measured:
            yield from _hard(zoek.regel, brontekst.naam, zinnen, measured, maatstaf.lezer)


def _in_sentences(zoek: Zoekregel, bron: str, zinnen: Sequence[Uitspraak]) -> Iterator[Bevinding]:
    for one in zinnen:
        found = find(zoek.patronen, one.kaal)
        if not found or (found.ontkend and zoek.regel.ook_ontkend == "nee"):
            continue
        asks = one.is_vraag and zoek.regel.ook_vragen == "nee"
        if not asks and not _at_a_distance(zoek, one):
            yield _finding(zoek.regel, bron, one, found.woorden)


def _at_a_distance(zoek: Zoekregel, one: Uitspraak) -> bool:
    """Whether the sentence, or what leads up to it, says that it is not the text's own opinion."""
    return bool(find(zoek.behalve, one.kaal) or find(zoek.ervoor, one.kop) or find(zoek.ervoor, one.inleiding))


def _long(regel: Regel, bron: str, zinnen: Sequence[Uitspraak]) -> Iterator[Bevinding]:
    for one in zinnen:
        words = len(Zin(one.kaal, 0).woorden)
        if words > regel.hoogstens:
            yield _finding(regel, bron, one, f"{words} woorden")


def _jargon(zoek: Zoekregel, bron: str, zinnen: Sequence[Uitspraak], woordenschat: Woordenschat) -> Iterator[Bevinding]:
    seen: set[str] = set()
    for one in zinnen:
        words = woordenschat.jargon(one.kaal)
        if (found := find(zoek.patronen, one.kaal)) and not _at_a_distance(zoek, one):
            words.append(found.woorden)
        fresh = [word for word in dict.fromkeys(words) if word not in seen]
        seen.update(fresh)
        if fresh:
            better = (f'"{word}": {zoek.regel.liever[word]}' for word in fresh if word in zoek.regel.liever)
            yield _finding(zoek.regel, bron, one, ", ".join(fresh), "; ".join(better))


def _hard(
    regel: Regel, bron: str, zinnen: Sequence[Uitspraak], measured: Leesbaarheid, lezer: Lezer
) -> Iterator[Bevinding]:
    least = MINSTENS[lezer]
    if measured.woorden < _ENOUGH_WORDS or measured.score >= least:
        return
    first, *others = worst([one.zin for one in zinnen], _WORST)
    score = f"{measured.score:.0f} (Flesch-Douma), minstens {least}"
    help_text = "; ".join(zin.tekst for zin in others)
    yield Bevinding(_code(regel, bron), regel, bron, first.tekst, score, hulp=help_text)


def _finding(regel: Regel, bron: str, one: Uitspraak, woorden: str, hulp: str = "") -> Bevinding:
    code = _code(regel, normal(one.tekst))
    return Bevinding(code, regel, bron, one.tekst, woorden, one.kop, one.pagina, hulp)


def _present(brontekst: Brontekst, zinnen: Sequence[Uitspraak], maatstaf: Maatstaf) -> Iterator[tuple[str, Bewijs]]:
    places: dict[str, list[Plek]] = {}
    for zoek in maatstaf.vereist:
        if zoek.regel.manier == "plek":
            taken = places.get(zoek.regel.elders_dan, [])
            hits = [plek for plek in plekken(brontekst) if not any(map(plek.overlaps, taken))]
            found = [(plek, proof) for plek in hits if (proof := _in_place(zoek, plek, zinnen))]
            places[zoek.regel.id] = _smallest([plek for plek, _ in found])
            proof = next((proof for plek, proof in found if plek in places[zoek.regel.id]), None)
        else:
            proof = _in_text(zoek, zinnen)
        if proof:
            yield zoek.regel.id, proof


def _in_text(zoek: Zoekregel, zinnen: Sequence[Uitspraak]) -> Bewijs | None:
    for number, one in enumerate(zinnen):
        near = zinnen[max(0, number - _BEFORE) : number + _AFTER + 1]
        if _says(zoek, one) and _about(zoek, near):
            return Bewijs(one.tekst, one.kop)
    return None


def _in_place(zoek: Zoekregel, plek: Plek, zinnen: Sequence[Uitspraak]) -> Bewijs | None:
    if zoek.kop and not find(zoek.kop, plek.kop):
        return None
    within = [one for one in zinnen if plek.begin <= one.alinea < plek.eind]
    said = next((one for one in within if _says(zoek, one)), None)
    return Bewijs(said.tekst, plek.kop) if said and _about(zoek, within) else None


def _says(zoek: Zoekregel, one: Uitspraak) -> bool:
    if zoek.regel.citaat_telt == "ja" and any(len(q.split()) >= _LONG_QUOTATION for q in quotations(one.tekst)):
        return True
    return bool(find(zoek.patronen, one.tekst)) and not find(zoek.behalve, one.tekst)


def _about(zoek: Zoekregel, zinnen: Sequence[Uitspraak]) -> bool:
    return not zoek.nabij or any(find(zoek.nabij, one.tekst) for one in zinnen)


def _smallest(found: list[Plek]) -> list[Plek]:
    """Those places that hold no other of them."""
    return [plek for plek in found if not any(_inside(other, plek) for other in found)]


def _inside(inner: Plek, outer: Plek) -> bool:
    return (
        inner != outer
        and outer.begin <= inner.begin
        and inner.eind <= outer.eind
        and inner.eind - inner.begin < outer.eind - outer.begin
    )
