"""What a regulation says about the plan: the paragraphs that concern it, each with its explanatory note."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from familiegroepsplan.verordening.regeling import Alinea, Artikel, Lid, Regeling, Stuk
from familiegroepsplan.verordening.toelichting import notes_for, sections

FAMILIEGROEPSPLAN = "familiegroepsplan"
ANDERE_NAMEN = (
    "familieplan",
    "gezinsplan",
    "gezinsgroepsplan",
    "eigen plan",
    "eigenkrachtplan",
    "netwerkplan",
    "ondersteuningsplan",
    "perspectiefplan",
    "persoonlijk plan",
    "hulpverleningsplan",
    "plan van aanpak",
)
"""Other names for the plan, or for a plan much like it; only somebody who reads the text can tell which."""

_FAMILIEGROEPSPLAN = r"\bfamilie[- ]?groeps?[- ]?plan\w*"
_BACK = re.compile(r"\b(?:het|dit|dat) plan\b", re.IGNORECASE)
_DEFINITIONS = re.compile(r"\b(?:begrip|definitie|verstaan onder|betekenis)", re.IGNORECASE)
_LEFT_OUT = "[…]"


@dataclass(frozen=True)
class Vondst:
    """A place where the regulation is about the plan, as it goes into the file of a municipality."""

    nummer: str
    lid: str
    titel: str
    tekst: str
    toelichting: str


@dataclass(frozen=True)
class Naam:
    """A name for the plan in a regulation: how often it occurs, and the first sentence that has it."""

    naam: str
    aantal: int
    zin: str


def names_in(regeling: Regeling) -> list[Naam]:
    """Every known name that the articles have, the most frequent first."""
    text = "\n".join([*(one.tekst for one in regeling.artikelen), *(one.titel for one in regeling.artikelen)])
    found = []
    for naam in (FAMILIEGROEPSPLAN, *ANDERE_NAMEN):
        hits = list(name_pattern((naam,)).finditer(text))
        if hits:
            found.append(Naam(naam, len(hits), _sentence(text, hits[0].start())))
    return sorted(found, key=lambda one: (one.naam != FAMILIEGROEPSPLAN, -one.aantal))


def find_plan(regeling: Regeling, namen: Collection[str]) -> list[Vondst]:
    """The paragraphs that concern the plan under one of these names, in order of the regulation."""
    pattern = name_pattern(namen)
    secties = sections(regeling.toelichting)
    return [
        Vondst(artikel.nummer, lid, artikel.titel, tekst, note)
        for artikel in regeling.artikelen
        for lid, tekst, note in _in_artikel(artikel, pattern, notes_for(artikel, regeling.artikelen, secties))
    ]


def name_pattern(namen: Collection[str]) -> re.Pattern[str]:
    """One pattern for all these names, in the plural too; the usual name in all its spellings."""
    words = ("[- ]".join(map(re.escape, naam.split())) for naam in namen if naam != FAMILIEGROEPSPLAN)
    others = [rf"\b{word}(?:nen)?\b" for word in words]
    usual = [_FAMILIEGROEPSPLAN] if FAMILIEGROEPSPLAN in namen else []
    return re.compile("|".join([*usual, *others]), re.IGNORECASE)


def mentioned_elsewhere(regeling: Regeling, namen: Collection[str], vondsten: Sequence[Vondst]) -> list[str]:
    """The parts outside the found articles and notes that mention the plan, in words for a message."""
    pattern = name_pattern(namen)
    known = " ".join(vondst.toelichting for vondst in vondsten)
    left = [
        one.tekst
        for one in regeling.toelichting
        if not one.kop and pattern.search(one.tekst) and one.tekst not in known
    ]
    places = {"de aanhef": regeling.aanhef, "een bijlage": regeling.bijlagen, "de toelichting": " ".join(left)}
    return [place for place, text in places.items() if pattern.search(text)]


def _in_artikel(
    artikel: Artikel, pattern: re.Pattern[str], notes: list[tuple[str, Alinea]]
) -> Iterator[tuple[str, str, str]]:
    """Paragraph (empty: the whole article), text and note of each find in an article."""
    if pattern.search(artikel.titel):
        yield "", artikel.tekst, _whole_note(notes)
        return
    named = False
    for lid in artikel.leden:
        here = bool(pattern.search(lid.tekst))
        if here or (named and _BACK.search(lid.tekst)):
            number, tekst = _cut(artikel, lid, pattern) if here else (lid.nummer, lid.tekst)
            yield number, tekst, _note(artikel, lid, pattern, notes)
        named = named or here


def _cut(artikel: Artikel, lid: Lid, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Number and text of a paragraph, brought down to the items of its list that have the name.

    A definition stands for itself; of another list the words before it come along, and a mark for what is
    left out.
    """
    items = [stuk for stuk in lid.stukken if stuk.is_punt]
    hits = [stuk for stuk in items if pattern.search(stuk.tekst)]
    running = " ".join(str(stuk) for stuk in lid.stukken if not stuk.is_punt)
    if not hits or pattern.search(running):
        return lid.nummer, lid.tekst
    letter = re.sub(r"[^\w]", "", hits[0].nummer) if len(hits) == 1 else ""
    number = f"{lid.nummer}{letter}" if not (lid.nummer and letter.isdigit()) else lid.nummer
    if _DEFINITIONS.search(f"{artikel.titel} {running}"):
        return number, " ".join(stuk.tekst for stuk in hits)
    return number, _with_gaps(lid.stukken, hits)


def _with_gaps(stukken: Sequence[Stuk], hits: Sequence[Stuk]) -> str:
    """The pieces that stay, with a mark where items were left out."""
    kept: list[str] = []
    for stuk in stukken:
        if not stuk.is_punt or stuk in hits:
            kept.append(str(stuk))
        elif not kept or kept[-1] != _LEFT_OUT:
            kept.append(_LEFT_OUT)
    return " ".join(kept).removesuffix(_LEFT_OUT).strip()


def _whole_note(notes: list[tuple[str, Alinea]]) -> str:
    return " ".join(alinea.tekst for _, alinea in notes)


def _note(artikel: Artikel, lid: Lid, pattern: re.Pattern[str], notes: list[tuple[str, Alinea]]) -> str:
    """The note to a paragraph: what is said of it alone, else what the notes to the article say of the plan."""
    own = [alinea for about, alinea in notes if about and about == lid.nummer]
    others = [alinea for about, alinea in notes if not about]
    if own:
        return " ".join(alinea.tekst for alinea in (_about_plan(own, pattern) or own))
    found = _about_plan(others, pattern)
    return " ".join(alinea.tekst for alinea in (found or (others if len(artikel.leden) == 1 else ())))


def _about_plan(alineas: Sequence[Alinea], pattern: re.Pattern[str]) -> Sequence[Alinea]:
    """From the first to the last paragraph that mentions the plan; a heading takes what stands under it along."""
    hits = [index for index, alinea in enumerate(alineas) if pattern.search(alinea.tekst)]
    if not hits:
        return ()
    end = hits[-1] + 1
    if alineas[hits[-1]].kop:
        while end < len(alineas) and not alineas[end].kop:
            end += 1
    return alineas[hits[0] : end]


def _sentence(text: str, position: int) -> str:
    """The sentence around a position, at most 160 characters."""
    marks = (". ", "\n", "; ")
    start = max((found + len(mark) for mark in marks if (found := text.rfind(mark, 0, position)) >= 0), default=0)
    end = min((found for mark in marks if (found := text.find(mark, position)) >= 0), default=len(text))
    sentence = text[max(start, position - 100) : end].strip()
    return sentence if len(sentence) <= 160 else f"{sentence[:159].rstrip()}…"
