"""The sentences of a text, with what others say in it (between quotation marks) told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from familiegroepsplan.checks.gewone_tekst import Zin
from familiegroepsplan.screen.brontekst import Brontekst

CITAAT = "\ue000"
"""Stands for every character of a quotation in `kaal`; no keyboard gives it."""

KORTSTE_CITAAT = 3
"""A quotation of fewer words is a word set apart ("eigen kracht") and counts as the text's own."""

_QUOTED = re.compile(
    r"[“„\"«](?P<dubbel>[^“”„\"«»]{2,}?)[”\"»“]|‘(?P<enkel>[^‘]{2,}?)’(?!\w)|(?<![\w'])'(?![st]\s)(?P<recht>[^']{2,}?)'(?!\w)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_END = re.compile(rf"(?P<teken>[.!?…:]+|(?<=[.!?]{CITAAT}))[\"”’')\]»]*\s+")
_SHORT = frozenset(
    "bijv bv dr mr drs ir prof dhr mevr mw tel nr art ca evt incl excl max min resp blz jl st lid".split()
)
_INITIALS = re.compile(r"(?:^|[\s(])(?:(?:[^\W\d_]\.)+[^\W\d_]|[A-Z])$")


@dataclass(frozen=True)
class Uitspraak:
    """A sentence: as written, the same with quotations blotted out, and where it stands.

    `alinea` counts the paragraphs of the text from 0; `kop` is the heading above it (or the sentence's own).
    `inleiding` is the sentence that leads up to the paragraph or list it is in, ending in a colon; else empty.
    """

    tekst: str
    kaal: str
    alinea: int
    kop: str
    pagina: int = 0
    inleiding: str = ""

    @property
    def is_vraag(self) -> bool:
        """Whether it asks something: an own question, not one that is quoted."""
        return self.kaal.rstrip("\"”’')] ").endswith("?")

    @property
    def zin(self) -> Zin:
        """The sentence as the readability check measures it."""
        return Zin(self.tekst, self.alinea + 1)


def uitspraken(brontekst: Brontekst) -> list[Uitspraak]:
    """The sentences of a text in order. A heading, list item or table cell ends one, with or without a full stop."""
    found: list[Uitspraak] = []
    kop, before, leading = brontekst.titel, "", ""
    for number, alinea in enumerate(brontekst.alineas):
        kop = alinea.tekst if alinea.niveau else kop
        text = " ".join(alinea.tekst.split())
        bare = re.sub(r"[^\s.!?]", CITAAT, text) if alinea.citaat else without_quotations(text)
        if before.endswith(":") or not alinea.lijst:
            leading = _last_sentence(before) if before.endswith(":") else ""
        found += (
            Uitspraak(text[start:end], bare[start:end], number, kop, alinea.pagina, leading)
            for start, end in _spans(bare)
        )
        before = "" if alinea.niveau else text
    return [one for one in found if _WORD.search(one.tekst)]


def without_quotations(text: str) -> str:
    """The text with every quotation of some length blotted out; all else keeps its place."""
    return _QUOTED.sub(_blot, text)


def quotations(text: str) -> list[str]:
    """The quotations in a text that are long enough to be what somebody says."""
    return [words for match in _QUOTED.finditer(text) if len(_WORD.findall(words := _inner(match))) >= KORTSTE_CITAAT]


def _last_sentence(text: str) -> str:
    *_, (start, end) = _spans(text)
    return text[start:end]


def _inner(match: re.Match[str]) -> str:
    return match["dubbel"] or match["enkel"] or match["recht"]


def _blot(match: re.Match[str]) -> str:
    if len(_WORD.findall(_inner(match))) < KORTSTE_CITAAT:
        return match[0]
    end = _inner(match)[-1]
    kept = end if end in ".!?" else CITAAT
    return CITAAT * (len(match[0]) - 2) + kept + CITAAT


def _spans(bare: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(bare):
        if not _is_abbreviation(bare, match):
            yield start, match.end() - len(match[0]) + len(match[0].rstrip())
            start = match.end()
    if bare[start:].strip():
        yield start, len(bare.rstrip())


def _is_abbreviation(bare: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation: a known one, initials, or a small letter follows."""
    if match["teken"] != ".":
        return False
    before = bare[: match.start()]
    word = re.split(r"[\s(]", before)[-1].lower()
    return word in _SHORT or bool(_INITIALS.search(before)) or bare[match.end() : match.end() + 1].islower()
