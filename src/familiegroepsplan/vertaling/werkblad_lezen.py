"""Reading the Markdown file that comes back from a translator without tools."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from familiegroepsplan.checks.codes import melding
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.vertaling.inzending import Doel, Inzending
from familiegroepsplan.vertaling.regels import fault
from familiegroepsplan.vertaling.stuk import Snede, Stuk, cut, tidy
from familiegroepsplan.vertaling.werk import KOPVORMEN

_TITEL = re.compile(r"# Vertalen naar het [^()]* \(([a-z]{2})\)[ \t]*")
_BLOK = re.compile(r"# Blok ([\w-]+) \(([0-9a-f]{12})\)[ \t]*")
_DELEN = ("# Nederlands", "# Zo was het", "# Vertaling")
_KOPREGEL = re.compile(rf"({'|'.join((*KOPVORMEN, 'nagekeken'))}):[ \t]*(.*)")


@dataclass(frozen=True)
class WerkbladInzending(Inzending):
    """A block as a part of the Markdown file; `regel` is the line on which its text begins."""

    tekst: str
    regel: int

    @property
    def omvang(self) -> int:
        """See `Inzending`."""
        return len(self.tekst.encode())

    def doelen(self, snede: Snede) -> tuple[list[Doel], list[Melding]]:
        """See `Inzending`: the text must have the same pieces, in the same order, as the Dutch."""
        ours = cut(self.tekst)
        if ours.vormen != snede.vormen:
            return [], list(self._differences(ours, snede))
        return [Doel(stuk.tekst, self._place(stuk)) for stuk in ours.vertaalbaar], []

    def _place(self, stuk: Stuk) -> Plaats:
        line = self.tekst.count("\n", 0, stuk.start)
        return Plaats(self.plaats.pad, self.regel + line, stuk.start - self.tekst.rfind("\n", 0, stuk.start))

    def _differences(self, ours: Snede, theirs: Snede) -> Iterator[Melding]:
        """One message per stretch that differs, where it differs."""
        matcher = SequenceMatcher(None, ours.vormen, theirs.vormen, autojunk=False)
        for same, i, end, j, until in matcher.get_opcodes():
            if same == "equal":
                continue
            shift = _room(ours.vormen, i, end) if j == until else _room(theirs.vormen, j, until) if i == end else 0
            here = ours.stukken[i + shift : end + shift]
            there = theirs.stukken[j + shift : until + shift]
            at = here[0] if here else ours.stukken[max(0, i + shift - 1)] if ours.stukken else None
            place = self._place(at) if at else self.plaats
            heading = any(stuk.vorm.startswith("kop") for stuk in (*here, *there))
            yield _difference("vertaling-koppen" if heading else "inlezen-vorm", place, here, there)


def _room(vormen: list[str], start: int, end: int) -> int:
    """How far the stretch can move on with the pieces staying alike: a missing item is told at the end of its list."""
    shift = 0
    while end + shift < len(vormen) and vormen[start + shift] == vormen[end + shift]:
        shift += 1
    return shift


def _difference(code: str, place: Plaats, here: tuple[Stuk, ...], there: tuple[Stuk, ...]) -> Melding:
    if not here:
        wat = f"hierna ontbreekt: {_shown(there)}"
    elif not there:
        wat = f"dit staat niet in het Nederlands: {_shown(here)}"
    else:
        wat = f"hier staat {_shown(here)}; in het Nederlands is het {_shown(there)}"
    if code == "vertaling-koppen":
        return melding(code, place, wat, wie=Wie.VERTALER)
    return fault(code, place, wat)


def _shown(stukken: tuple[Stuk, ...]) -> str:
    first = stukken[0]
    more = f" en nog {len(stukken) - 1}" if len(stukken) > 1 else ""
    text = f' "{first.tekst[:60]}"' if first.vertaalbaar else ""
    return f"{first.vorm}{text}{more}"


def read_werkblad(text: str, pad: str) -> tuple[list[WerkbladInzending], list[Melding]]:
    """The blocks in the text of a worksheet; `pad` is its path for messages."""
    lines = text.split("\n")
    title = _TITEL.fullmatch(lines[0])
    if title is None:
        wat = 'de eerste regel is niet "# Vertalen naar het … (taalcode)"'
        return [], [fault("inlezen-bestand", Plaats(pad, 1, 1), wat)]
    found: list[WerkbladInzending] = []
    faults: list[Melding] = []
    for start, end in _blocks(lines):
        header = _BLOK.fullmatch(lines[start])
        inside = range(start + 1, end)
        if header is None:
            wat = "van dit blok ontbreekt de naam of de code van de Nederlandse tekst"
            faults.append(fault("inlezen-bron", Plaats(pad, start + 1, 1), wat))
            continue
        wrong = list(_stray(lines, inside, pad))
        begin = next((number for number in inside if lines[number].rstrip() == "# Vertaling"), None)
        if begin is None:
            wat = f'bij blok {header[1]} ontbreekt de regel "# Vertaling"'
            wrong.append(fault("inlezen-bestand", Plaats(pad, start + 1, 1), wat))
        elif not wrong:
            found.append(_inzending(lines, begin + 1, end, pad, header, title[1]))
        faults += wrong
    if not found and not faults:
        faults.append(fault("inlezen-bestand", Plaats(pad, 1, 1), "hier staat geen enkel blok in"))
    return found, faults


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of each block, and the line after its last, counted from 0."""
    starts = [number for number, line in enumerate(lines) if line.startswith("# Blok")]
    return pairwise([*starts, len(lines)])


def _stray(lines: list[str], inside: range, pad: str) -> Iterator[Melding]:
    """Headings with a single # that are not ours: they would cut the translation short."""
    for number in inside:
        line = lines[number].rstrip()
        if line.startswith("# ") and line not in _DELEN:
            wat = f'een regel die met één # begint: "{line[:40]}"'
            yield fault("inlezen-vorm", Plaats(pad, number + 1, 1), wat, "een kop in een tekst begint met ## of ###")


def _inzending(lines: list[str], begin: int, end: int, pad: str, header: re.Match[str], taal: str) -> WerkbladInzending:
    """The block of which the translation stands in the lines `begin` to `end`, counted from 0."""
    kop: dict[str, Doel] = {}
    at = begin
    while at < end and (not lines[at].strip() or _KOPREGEL.fullmatch(lines[at])):
        if match := _KOPREGEL.fullmatch(lines[at]):
            kop[match[1]] = Doel(tidy(match[2]), Plaats(pad, at + 1, match.start(2) + 1))
        at += 1
    checked = kop.pop("nagekeken", None)
    place = Plaats(pad, begin, 1)
    nagekeken = checked is not None and checked.tekst.lower() == "ja"
    return WerkbladInzending(header[1], taal, header[2], place, kop, nagekeken, "\n".join(lines[at:end]), at + 1)
