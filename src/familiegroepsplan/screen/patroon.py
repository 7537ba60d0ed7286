"""Looking for wording in a sentence, in a notation that an editor can read and write.

A pattern is a row of words. In it `*` stands for any letters (`los*`), `a|b` for either word, a `?` after a
word makes it optional, `..` skips up to two words and `...` up to six, `^` is the start of the sentence, and
`<naam>` is any wording from the word group of that name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from familiegroepsplan.screen.zinnen import CITAAT

ONTKENNING = ("niet", "geen", "nooit", "niemand", "niets", "nergens", "evenmin", "zonder", "ontbre*", "zelden")
"""Words that turn a sentence round; a pattern that holds one itself means it so."""

_TOKEN = re.compile(r"\d[\d.,-]*|[^\W\d_][\w'-]*|[,;:–—()]")
_BREAK = re.compile(r" ,(?!\S)| (?:maar|want|en|doch|dus)(?!\S)")
_NEGATION = re.compile(r" (?:niet(?! alleen(?!\S))|geen|nooit|niemand|niets|nergens|evenmin|zelden)(?!\S)")
_GAP = {"..": 2, "...": 6}
_COMMAS = r"(?: ,)*"
_GROUP = re.compile(r"<([a-z-]+)>(\??)$")
_PLAIN = re.compile(r"[\w'*|-]+\??$")


class Patroonfout(ValueError):
    """A pattern that cannot be understood; the message is Dutch."""


@dataclass(frozen=True)
class Patroon:
    """A pattern as written and ready to use.

    A sentence that lacks a word of each set in `nodig` cannot match: most patterns need no search at all.
    """

    tekst: str
    zoek: re.Pattern[str]
    nodig: tuple[frozenset[str], ...] = ()

    @property
    def ontkent(self) -> bool:
        """Whether the pattern itself speaks of what is not so."""
        words = re.split(r"[\s|?]+", self.tekst)
        return any(word in ONTKENNING for word in words) or "<niet>" in self.tekst


@dataclass(frozen=True)
class Vondst:
    """The words that matched, and whether a negation stands in the same clause."""

    woorden: str
    ontkend: bool


def compile_pattern(text: str, groepen: Mapping[str, Iterable[str]]) -> Patroon:
    """The pattern; raises Patroonfout when it is empty, holds an unknown word group or another sign."""
    return Patroon(text, re.compile(_expression(text, groepen, ())), tuple(_needed(text, groepen)))


def find(patronen: Iterable[Patroon], text: str) -> Vondst | None:
    """The first pattern that is in the sentence in earnest, or else one that is there under a negation."""
    words, present = _words(text)
    denied: Vondst | None = None
    for patroon in patronen:
        if not all(map(present.intersection, patroon.nodig)):
            continue
        for match in patroon.zoek.finditer(words):
            found = Vondst(match[0].strip(" ,"), not patroon.ontkent and _negated(words, match))
            if not found.ontkend:
                return found
            denied = denied or found
    return denied


def normal(text: str) -> str:
    """A sentence as patterns see it: small letters, a space before each word, a comma at every clause."""
    plain = text.replace("’", "'").replace(CITAAT, " ").lower()
    words = (token if token[0].isalnum() else "," for token in _TOKEN.findall(plain))
    return "".join(f" {word.rstrip('.,-')}" if word != "," else " ," for word in words)


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, frozenset[str]]:
    words = normal(text)
    return words, frozenset(words.split())


def _negated(words: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = [found.end() for found in _BREAK.finditer(words, 0, start)]
    after = _BREAK.search(words, end)
    clause = words[before[-1] if before else 0 : after.start() if after else len(words)]
    return bool(_NEGATION.search(clause))


def _needed(text: str, groepen: Mapping[str, Iterable[str]]) -> Iterator[frozenset[str]]:
    """Sets of words of which a sentence must hold one each; words with a `*` ask for nothing."""
    for part in text.split():
        if group := _GROUP.match(part):
            choices = [next(_needed(choice, groepen), None) for choice in groepen[group[1]]]
            if not group[2] and None not in choices:
                yield frozenset().union(*(words for words in choices if words))
        elif part != "^" and part not in _GAP and not part.endswith("?") and "*" not in part:
            yield frozenset(part.split("|"))


def _expression(text: str, groepen: Mapping[str, Iterable[str]], within: tuple[str, ...]) -> str:
    parts = text.split()
    if not parts:
        raise Patroonfout("hier staat geen patroon")
    return "".join(_part(part, groepen, within) for part in parts)


def _part(part: str, groepen: Mapping[str, Iterable[str]], within: tuple[str, ...]) -> str:
    if part == "^":
        return "^"
    if part in _GAP:
        return rf"(?:{_COMMAS} [^\s,]\S*){{0,{_GAP[part]}}}?"
    if group := _GROUP.match(part):
        return _group(group[1], groepen, within) + group[2]
    if not _PLAIN.match(part):
        raise Patroonfout(f'"{part}" is geen woord, groep of teken dat hier kan staan')
    words = part.rstrip("?").split("|")
    choice = "|".join(re.escape(word).replace(r"\*", r"[\w'-]*") for word in words)
    return rf"(?:{_COMMAS} (?:{choice})(?!\S))" + ("?" if part.endswith("?") else "")


def _group(name: str, groepen: Mapping[str, Iterable[str]], within: tuple[str, ...]) -> str:
    if name not in groepen:
        raise Patroonfout(f'de woordgroep "{name}" is er niet')
    if name in within:
        raise Patroonfout(f'de woordgroep "{name}" verwijst naar zichzelf')
    choices = (_expression(text, groepen, (*within, name)) for text in groepen[name])
    return f"(?:{'|'.join(choices)})"
