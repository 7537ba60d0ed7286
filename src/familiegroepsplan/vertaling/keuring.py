"""Looks at what a translator handed in for a block: may it become the translation, and what would that be?"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from familiegroepsplan.blok import BRON_TAAL, MAX_BLOK_BYTES, Blok, BlokKop, VertalingKop
from familiegroepsplan.checks.diepte import too_deep
from familiegroepsplan.checks.links import find_links
from familiegroepsplan.checks.markdown import Omgeving, check_markdown
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import placeholders, suggestion
from familiegroepsplan.project import Project
from familiegroepsplan.reading import parse_yaml, refused, validate
from familiegroepsplan.reading.text import character_faults
from familiegroepsplan.vertaling.bestand import Vertaling, file_text, head_text
from familiegroepsplan.vertaling.geheugen import recall
from familiegroepsplan.vertaling.inzending import Doel, Inzending
from familiegroepsplan.vertaling.regels import fault
from familiegroepsplan.vertaling.staat import VERTAALTALEN, is_due
from familiegroepsplan.vertaling.stuk import Snede, Stuk, compose, cut
from familiegroepsplan.vertaling.werk import KOPVORMEN
from familiegroepsplan.vertaling.werkblad import DICHT, OPEN

_MARKER = re.compile(r"#{1,6}(?:\s|$)|>|[-*+]\s|\d{1,9}[.)]\s|\||```|~~~|(?:[-=*_]\s?){3,}$")
_BORDER = re.compile(r"(?<!\\)\|")

MEESTE_GELIJK = 3
"""Up to so many words a translation may be equal to the Dutch: a name. A longer one is Dutch left as it was."""


@dataclass(frozen=True)
class Oordeel:
    """What becomes of a block: the text of its file (None: it is not to be written) and all messages.

    `open` counts the pieces that are not translated yet, of `stukken` in all.
    """

    tekst: str | None = None
    meldingen: list[Melding] = field(default_factory=list)
    open: int = 0
    stukken: int = 0

    @property
    def untouched(self) -> bool:
        """Nobody has begun on this block."""
        return self.open > 0 and self.open == self.stukken


@dataclass(frozen=True)
class Keurmeester:
    """Judges against the project as it is; `nagekeken_door` is who checked the translations (may be empty)."""

    project: Project
    inhoud: Inhoud
    plattegrond: Plattegrond
    nagekeken_door: str
    vandaag: date

    def judge(self, inzending: Inzending) -> Oordeel:
        """Whether the block may be written, and as what."""
        origineel = self.inhoud.bron_blok(inzending.naam)
        if origineel is None:
            return Oordeel(meldingen=[self._unknown(inzending)])
        if wrong := self._misplaced(inzending, origineel):
            return Oordeel(meldingen=[wrong])
        if inzending.omvang > MAX_BLOK_BYTES:
            wat = f"blok {inzending.naam} is groter dan {MAX_BLOK_BYTES // 1000} kB"
            return Oordeel(meldingen=[fault("inlezen-vorm", inzending.plaats, wat)])
        dutch = recall(self.project, origineel, inzending.bron)
        if dutch is None:
            wat = f"de Nederlandse tekst {inzending.bron} van blok {inzending.naam} is niet bewaard"
            return Oordeel(meldingen=[fault("inlezen-bron", inzending.plaats, wat)])
        snede = cut(dutch)
        doelen, faults = inzending.doelen(snede)
        faults += _without_title(inzending)
        if faults:
            return Oordeel(meldingen=faults)
        return self._pieces(inzending, origineel, snede, doelen)

    def _unknown(self, inzending: Inzending) -> Melding:
        wat = f'blok "{inzending.naam}" bestaat niet'
        doe = suggestion(inzending.naam, self.inhoud.blokken.get(BRON_TAAL, {}))
        return fault("inlezen-blok", inzending.plaats, wat, doe)

    def _misplaced(self, inzending: Inzending, origineel: Blok) -> Melding | None:
        if inzending.taal not in VERTAALTALEN:
            wat = f'"{inzending.taal}" is geen taal waarin dit project vertaalt'
            return fault("inlezen-taal", inzending.plaats, wat, f"kies uit: {', '.join(VERTAALTALEN)}")
        if not is_due(origineel, inzending.taal):
            wat = f"blok {inzending.naam} is voor professionals en hoort niet in de taal {inzending.taal}"
            return fault("inlezen-blok", inzending.plaats, wat, "haal dit blok uit het bestand")
        there = self.inhoud.blok(inzending.naam, inzending.taal)
        if there and inzending.bron not in _valid(origineel) and _made_from(there) in _valid(origineel):
            wat = f"de vertaling van {inzending.naam} in het project is van een nieuwere Nederlandse tekst"
            return fault("inlezen-ouder", inzending.plaats, wat)
        return None

    def _pieces(self, inzending: Inzending, origineel: Blok, snede: Snede, doelen: list[Doel]) -> Oordeel:
        bronnen = [stuk.tekst for stuk in snede.vertaalbaar]
        kop = [(getattr(origineel.kop, key), doel) for key, doel in inzending.kop.items()]
        pairs = [*kop, *zip(bronnen, doelen, strict=True)]
        left = [doel for bron, doel in pairs if _is_open(bron, doel)]
        if left:
            wat = f"in blok {inzending.naam} zijn van de {len(pairs)} stukken er nog {len(left)} niet vertaald"
            todo = fault("inlezen-onaf", left[0].plaats, wat)
            return Oordeel(meldingen=[todo], open=len(left), stukken=len(pairs))
        vertaling = self._vertaling(inzending, origineel, compose(snede, [doel.tekst for doel in doelen]))
        if deep := too_deep(Tekst(vertaling.tekst, "", 1, Wie.VERTALER)):
            return Oordeel(meldingen=[replace(deep, plaats=inzending.plaats)])
        faults = [
            *(melding for doel in inzending.kop.values() for melding in _characters(doel)),
            *(melding for pair in zip(snede.vertaalbaar, doelen, strict=True) for melding in _piece(*pair)),
        ]
        plaatsen = [doel.plaats for doel in doelen] or [inzending.plaats]
        faults = faults or [*self._head(vertaling, inzending), *self._text(vertaling, snede, plaatsen)]
        if refused(faults):
            return Oordeel(meldingen=faults)
        there = self.inhoud.blok(inzending.naam, inzending.taal)
        same = there is not None and _is_same(there, vertaling, origineel)
        return Oordeel(None if same else file_text(vertaling), stukken=len(pairs))

    def _vertaling(self, inzending: Inzending, origineel: Blok, tekst: str) -> Vertaling:
        there = self.inhoud.blok(inzending.naam, inzending.taal)
        woorden = {
            key: inzending.kop[key].tekst if key in inzending.kop else getattr(there.kop, key) if there else ""
            for key in KOPVORMEN
            if getattr(origineel.kop, key)
        }
        door = self.nagekeken_door if inzending.nagekeken else ""
        return Vertaling(woorden, inzending.bron, tekst, door, self.vandaag if door else None)

    def _head(self, vertaling: Vertaling, inzending: Inzending) -> Iterator[Melding]:
        """What is wrong with the front matter that would be written, told at the words it comes from."""
        document, faults = parse_yaml(head_text(vertaling), inzending.plaats.pad)
        if document:
            faults += validate(VertalingKop, document, pad=inzending.plaats.pad)[1]
        for melding in faults:
            at = inzending.kop.get(melding.sleutel)
            yield replace(melding, plaats=at.plaats if at else inzending.plaats, wie=Wie.VERTALER)

    def _text(self, vertaling: Vertaling, snede: Snede, plaatsen: Sequence[Plaats]) -> Iterator[Melding]:
        """What is wrong with the whole text that would be written, told at the place of the piece it comes from."""
        ours = cut(vertaling.tekst)
        if ours.vormen != snede.vormen:
            number = next(
                (n for n, pair in enumerate(zip(ours.vormen, snede.vormen, strict=False)) if len({*pair}) > 1), 0
            )
            before = sum(stuk.vertaalbaar for stuk in snede.stukken[:number])
            vorm = snede.stukken[number].vorm
            wat = f"dit stuk hoort één {vorm.split(' {#')[0]} te zijn, maar Markdown maakt er iets anders van"
            doe = "begin niet met #, >, | of het streepje of nummer van een lijst, en gebruik geen |"
            yield fault("inlezen-vorm", plaatsen[min(before, len(plaatsen) - 1)], wat, doe)
            return
        starts = [stuk.start for stuk in ours.vertaalbaar]
        lines = [0, *(index + 1 for index, character in enumerate(vertaling.tekst) if character == "\n")]
        tekst = Tekst(vertaling.tekst, "", 1, Wie.VERTALER)
        for melding in check_markdown(tekst, Omgeving(self.plattegrond)):
            if melding.ernst is Ernst.FOUT:
                position = lines[melding.plaats.regel - 1] + melding.plaats.kolom - 1
                yield replace(melding, plaats=plaatsen[max(0, bisect_right(starts, position) - 1)])


def _valid(origineel: Blok) -> tuple[str, ...]:
    """The hashes of the Dutch texts of which a translation still holds."""
    assert isinstance(origineel.kop, BlokKop)
    return (origineel.hash, *origineel.kop.kleine_wijziging_van)


def _made_from(vertaling: Blok) -> str:
    assert isinstance(vertaling.kop, VertalingKop)
    return vertaling.kop.vertaling_van


def _without_title(inzending: Inzending) -> list[Melding]:
    if "titel" in inzending.kop:
        return []
    return [fault("inlezen-stuk", inzending.plaats, f"de titel van blok {inzending.naam} ontbreekt")]


def _is_open(bron: str, doel: Doel) -> bool:
    """Whether a piece still waits for a translator: empty, marked so, or Dutch as it was."""
    left_dutch = doel.tekst == bron and len(bron.split()) > MEESTE_GELIJK
    return not doel.tekst or not doel.klaar or left_dutch or OPEN in doel.tekst or DICHT in doel.tekst


def _characters(doel: Doel) -> Iterator[Melding]:
    for melding in character_faults(doel.tekst, doel.plaats.pad):
        yield replace(melding, plaats=doel.plaats, wie=Wie.VERTALER)


def _piece(stuk: Stuk, doel: Doel) -> Iterator[Melding]:
    yield from _characters(doel)
    yield from _marker(stuk, doel)
    yield from _counted("inlezen-namen", _names(stuk.tekst), _names(doel.tekst), doel.plaats)
    yield from _counted("inlezen-links", _targets(stuk.tekst), _targets(doel.tekst), doel.plaats)


def _marker(stuk: Stuk, doel: Doel) -> Iterator[Melding]:
    """What would make something else of the piece: a mark at its beginning, a border in a cell."""
    if stuk.vorm.startswith("cel"):
        found = _BORDER.search(doel.tekst)
    elif stuk.vorm.startswith("kop") or _MARKER.match(stuk.tekst):
        return
    else:
        found = _MARKER.match(doel.tekst)
    if found:
        wat = f'"{found[0].strip()}" maakt van dit stuk iets anders dan een {stuk.vorm}'
        yield fault("inlezen-vorm", doel.plaats, wat, "haal dit weg, of zet er een \\ voor")


def _names(text: str) -> Counter[str]:
    return Counter(f"{{{{ {part.soort}: {part.naam} }}}}".replace("waarde: ", "") for part in placeholders(text))


def _targets(text: str) -> Counter[str]:
    return Counter(link.doel for link in find_links(text))


def _counted(code: str, theirs: Counter[str], ours: Counter[str], plaats: Plaats) -> Iterator[Melding]:
    for what in sorted((theirs - ours).keys()):
        yield fault(code, plaats, f'"{what}" ontbreekt in dit stuk')
    for what in sorted((ours - theirs).keys()):
        yield fault(code, plaats, f'"{what}" staat hier vaker dan in het Nederlands', "haal het weg of verbeter het")


def _is_same(there: Blok, vertaling: Vertaling, origineel: Blok) -> bool:
    """Whether writing would change nothing that matters: words, Dutch origin, and who checked."""
    assert isinstance(there.kop, VertalingKop)
    words = all(getattr(there.kop, key) == text for key, text in vertaling.woorden.items())
    pieces = [stuk.tekst for stuk in cut(there.tekst).stukken] == [stuk.tekst for stuk in cut(vertaling.tekst).stukken]
    holds = there.kop.vertaling_van == vertaling.bron or {there.kop.vertaling_van, vertaling.bron} <= {
        *_valid(origineel)
    }
    return words and pieces and holds and not (vertaling.nagekeken_door and there.kop.status == "concept")
