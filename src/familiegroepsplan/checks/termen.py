"""Whether a translation uses the words of its glossary, so that a term is the same in every block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from familiegroepsplan.begrip import Begrip, by_form, fold, form_pattern
from familiegroepsplan.blok import BRON_TAAL, Blok, is_actueel
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.tekst import text_of
from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import PLACEHOLDER
from familiegroepsplan.taal import TALEN
from familiegroepsplan.vertaling.stuk import Stuk, cut

_OTHER_WORDS = re.compile(r"!?\[[^\[\]]*\]\([^()]*\)|\"[^\"]*\"|“[^”]*”|„[^”“]*[”“]|‘[^’]*’")
"""Links and quotations: titles and what somebody says, which a translator may put in other words."""


def check_termen(stand: Stand) -> Iterator[Melding]:
    """Pieces of which the Dutch uses a glossary word, while the translation uses none of its forms.

    A stale translation is left alone: it is about another text.
    """
    used = dict(_used(stand.inhoud))
    for taal in sorted(TALEN.keys() - {BRON_TAAL}):
        words = {begrip.begrip: (begrip.term, form_pattern([begrip])) for begrip in stand.inhoud.uitleg(taal)}
        for blok in stand.inhoud.blokken.get(taal, {}).values():
            origineel = stand.inhoud.bron_blok(blok.naam)
            if blok.naam in used and origineel and is_actueel(blok, origineel):
                yield from _in_block(blok, used[blok.naam], words)


@dataclass(frozen=True)
class _Gebruik:
    """The glossary words of a Dutch block: what its pieces are, and which word is written in which piece."""

    vormen: list[str]
    woorden: list[tuple[int, str, str]]
    """Number of the piece (among the translatable ones, from 0), key of the word, the word as written."""


def _used(inhoud: Inhoud) -> Iterator[tuple[str, _Gebruik]]:
    """The words of each Dutch block that has any, by its name."""
    begrippen = inhoud.uitleg(BRON_TAAL)
    pattern, owners = form_pattern(begrippen), by_form(begrippen)
    for naam, blok in inhoud.blokken.get(BRON_TAAL, {}).items() if pattern else ():
        snede = cut(blok.tekst)
        woorden = [
            (number, key, written)
            for number, stuk in enumerate(snede.vertaalbaar)
            for key, written in _in_piece(stuk, pattern, owners)
        ]
        if woorden:
            yield naam, _Gebruik(snede.vormen, woorden)


def _in_piece(stuk: Stuk, pattern: re.Pattern[str] | None, owners: dict[str, Begrip]) -> Iterator[tuple[str, str]]:
    """The glossary words that a Dutch piece uses of itself; a form with capitals is a name, and counts as written."""
    if pattern is None or "citaat" in stuk.vorm:
        return
    text = _OTHER_WORDS.sub(" ", PLACEHOLDER.sub(" ", stuk.tekst))
    for written in pattern.findall(text):
        begrip = owners[fold(written)]
        if any(fold(form) == fold(written) and form in (form.lower(), written) for form in begrip.vormen):
            yield begrip.begrip, written


def _in_block(blok: Blok, gebruik: _Gebruik, words: dict[str, tuple[str, re.Pattern[str] | None]]) -> Iterator[Melding]:
    """One message per word: the first piece of the block that strays."""
    snede = cut(blok.tekst)
    if snede.vormen != gebruik.vormen:
        return
    told: set[str] = set()
    for number, key, written in gebruik.woorden:
        term, pattern = words.get(key, ("", None))
        stuk = snede.vertaalbaar[number]
        if pattern and key not in told and not pattern.search(stuk.tekst):
            told.add(key)
            wat = f'in het Nederlands staat "{written}", hier niets van "{term}"'
            yield text_of(blok).fault("term-anders", stuk.start, wat)
