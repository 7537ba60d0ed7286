"""How easily a text reads: the Flesch-Douma score, and the sentences that pull it down.

Source of the formula: Douma (1960), De leesbaarheid van landbouwbladen; syllables are
counted where pyphen (the hyphenation of LibreOffice) would break a word.
A score is an indicator and proves no level of language.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from pyphen import Pyphen  # type: ignore[import-untyped]

from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop
from familiegroepsplan.cache import recall
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.gewone_tekst import Zin, sentences
from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.inhoud import Inhoud

MINSTENS: Mapping[str, int] = MappingProxyType({"gezin": 60, "professional": 40})
"""The lowest score of a block for these readers."""

GEMIDDELD = 70
"""The lowest average of all blocks for families."""

_SLECHTSTE = 5
_KORT = 3


@lru_cache(maxsize=1)
def _dutch() -> Pyphen:
    """The Dutch patterns: read when first needed."""
    return Pyphen(lang="nl_NL")


@dataclass(frozen=True)
class Leesbaarheid:
    """Flesch-Douma (higher is easier, 100 is very easy), words per sentence, and how many of both."""

    score: float
    woorden_per_zin: float
    woorden: int
    zinnen: int


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a Dutch word, at least one."""
    return sum(len(_dutch().positions(part.lower())) + 1 for part in word.split("-") if part) or 1


def measure(zinnen: Iterable[Zin]) -> Leesbaarheid | None:
    """How easily the sentences read together; None without words."""
    word_lists = [zin.woorden for zin in zinnen]
    words = [word for found in word_lists for word in found]
    if not words:
        return None
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    per_sentence = len(words) / len(word_lists)
    score = 206.835 - 0.77 * per_hundred - 0.93 * per_sentence
    return Leesbaarheid(score, per_sentence, len(words), len(word_lists))


def worst(zinnen: Iterable[Zin], most: int = _SLECHTSTE) -> list[Zin]:
    """The sentences that read hardest, hardest first; those of a few words don't count."""
    scored = [(found.score, zin) for zin in zinnen if (found := measure([zin])) and found.woorden > _KORT]
    return [zin for _, zin in sorted(scored, key=lambda pair: pair[0])[:most]]


def averages(inhoud: Inhoud) -> dict[str, Leesbaarheid]:
    """How easily all Dutch blocks for an audience read together: words and sentences of all, mean of the scores."""
    found: dict[str, list[Leesbaarheid]] = {}
    for blok in inhoud.blokken.get(BRON_TAAL, {}).values():
        if measured := _of_block(blok):
            found.setdefault(_audience(blok), []).append(measured)
    return {doelgroep: _together(measured) for doelgroep, measured in sorted(found.items())}


def _of_block(blok: Blok) -> Leesbaarheid | None:
    return recall("leesbaarheid", (blok.tekst,), lambda: measure(sentences(blok)))


def _together(measured: list[Leesbaarheid]) -> Leesbaarheid:
    words, count = sum(m.woorden for m in measured), sum(m.zinnen for m in measured)
    return Leesbaarheid(sum(m.score for m in measured) / len(measured), words / count, words, count)


def check_leesbaarheid(inhoud: Inhoud) -> Iterator[Melding]:
    """Dutch blocks that read too hard, with their worst sentences, and an average that is too low."""
    for blok in inhoud.blokken.get(BRON_TAAL, {}).values():
        measured = _of_block(blok)
        least = MINSTENS[_audience(blok)]
        if measured and measured.score < least:
            hard = "; ".join(f"regel {zin.regel}: {_short(zin.tekst)}" for zin in worst(sentences(blok)))
            wat = (
                f"leesbaarheid {_comma(measured.score)} (Flesch-Douma), {_comma(measured.woorden_per_zin)} woorden "
                f"per zin; voor dit blok minstens {least}"
            )
            plaats = Plaats(blok.pad, blok.eerste_regel, 1)
            yield melding("leesbaarheid", plaats, wat, f"maak vooral deze zinnen makkelijker: {hard}")
    average = averages(inhoud).get("gezin")
    if average and average.score < GEMIDDELD:
        wat = f"gemiddeld {_comma(average.score)} (Flesch-Douma) voor gezinnen; minstens {GEMIDDELD}"
        yield melding("leesbaarheid-gemiddelde", Plaats(f"content/blocks/{BRON_TAAL}"), wat)


def _audience(blok: Blok) -> str:
    assert isinstance(blok.kop, BlokKop)
    return blok.kop.doelgroep


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89]}…"


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
