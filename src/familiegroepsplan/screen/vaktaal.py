"""The words that a reader may not know: those of the trade, and those that our glossary explains."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from familiegroepsplan.begrip import Begrip, by_form, fold, form_pattern
from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.checks.woorden import read_vaktaal
from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEKEND = "familiegroepsplan"
"""The word that every text is about; its explanation is a rule of its own."""


@dataclass(frozen=True)
class Woordenschat:
    """Words of the trade in every form, and the Dutch glossary."""

    vaktaal: frozenset[str]
    begrippen: tuple[Begrip, ...]

    @cached_property
    def _uitgelegd(self) -> re.Pattern[str] | None:
        return form_pattern(self.begrippen)

    def jargon(self, sentence: str) -> list[str]:
        """The words of the trade in a sentence, in small letters, that are no part of a word in the glossary."""
        rest = self._uitgelegd.sub(" ", sentence) if self._uitgelegd else sentence
        return [word for match in _WORD.finditer(rest) if (word := match[0].lower()) in self.vaktaal]

    def explained(self, sentences: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The glossary words that occur, each with our explanation in plain words."""
        if self._uitgelegd is None:
            return ()
        forms = by_form(self.begrippen)
        found = {forms[fold(match[0])] for sentence in sentences for match in self._uitgelegd.finditer(sentence)}
        return _pairs([begrip for begrip in self.begrippen if begrip in found and begrip.begrip != _BEKEND])


def read_woordenschat(project: Project, inhoud: Inhoud) -> tuple[Woordenschat, list[Melding]]:
    """The words of this project."""
    vaktaal, meldingen = read_vaktaal(project)
    return Woordenschat(vaktaal, inhoud.uitleg(BRON_TAAL)), meldingen


def _pairs(begrippen: Sequence[Begrip]) -> tuple[tuple[str, str], ...]:
    return tuple((begrip.term, begrip.uitleg) for begrip in begrippen)
