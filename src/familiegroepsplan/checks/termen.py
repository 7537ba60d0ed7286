"""Whether a translation uses the words of its glossary, so that a term is the same in every block."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from familiegroepsplan.begrip import Begrip, by_form, fold, form_pattern
from familiegroepsplan.blok import BRON_TAAL, Blok, is_actueel
from familiegroepsplan.cache import recall
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.tekst import text_of
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.names import PLACEHOLDER
from familiegroepsplan.taal import TALEN
from familiegroepsplan.vertaling.stuk import Stuk, cut

_OTHER_WORDS = re.compile(r"!?\[[^\[\]]*\]\([^()]*\)|\"[^\"]*\"|“[^”]*”|„[^”“]*[”“]|‘[^’]*’")
"""Links and quotations: titles and what somebody says, which a translator may put in other words."""


def check_termen(stand: Stand) -> Iterator[Melding]:
    """Pieces of which the Dutch uses a glossary word, while the translation uses none of its forms.

    A stale translation is left alone: it is about another text.
    """
    dutch = stand.inhoud.uitleg(BRON_TAAL)
    pattern, owners = form_pattern(dutch), by_form(dutch)
    use = cache(lambda origineel: _use(origineel, pattern, owners))
    for taal in sorted(TALEN.keys() - {BRON_TAAL}):
        begrippen = stand.inhoud.uitleg(taal)
        glossary = digest(dutch, begrippen)
        words = {begrip.begrip: begrip for begrip in begrippen}
        for blok in stand.inhoud.blokken.get(taal, {}).values():
            origineel = stand.inhoud.bron_blok(blok.naam)
            if origineel and is_actueel(blok, origineel):
                look = partial(_in_block, blok, origineel, use, words)
                yield from recall("termen", (blok, origineel.tekst, glossary), look)


@dataclass(frozen=True)
class _Gebruik:
    """The glossary words of a Dutch block: what its pieces are, and which word is written in which piece."""

    vormen: list[str]
    woorden: list[tuple[int, str, str]]
    """Number of the piece (among the translatable ones, from 0), key of the word, the word as written."""


def _use(origineel: Blok, pattern: re.Pattern[str] | None, owners: dict[str, Begrip]) -> _Gebruik:
    """The words of a Dutch block."""
    snede = cut(origineel.tekst)
    woorden = [
        (number, key, written)
        for number, stuk in enumerate(snede.vertaalbaar)
        for key, written in _in_piece(stuk, pattern, owners)
    ]
    return _Gebruik(snede.vormen, woorden)


def _in_piece(stuk: Stuk, pattern: re.Pattern[str] | None, owners: dict[str, Begrip]) -> Iterator[tuple[str, str]]:
    """The glossary words that a Dutch piece uses of itself; a form with capitals is a name, and counts as written."""
    if pattern is None or "citaat" in stuk.vorm:
        return
    text = _OTHER_WORDS.sub(" ", PLACEHOLDER.sub(" ", stuk.tekst))
    for written in pattern.findall(text):
        begrip = owners[fold(written)]
        if any(fold(form) == fold(written) and form in (form.lower(), written) for form in begrip.vormen):
            yield begrip.begrip, written


def _in_block(
    blok: Blok,
    origineel: Blok,
    use: Callable[[Blok], _Gebruik],
    words: dict[str, Begrip],
) -> list[Melding]:
    """One message per word: the first piece of the block that strays."""
    snede, gebruik = cut(blok.tekst), use(origineel)
    if snede.vormen != gebruik.vormen:
        return []
    found: dict[str, Melding] = {}
    for number, key, written in gebruik.woorden:
        begrip, stuk = words.get(key), snede.vertaalbaar[number]
        pattern = form_pattern([begrip]) if begrip and key not in found else None
        if begrip and pattern and not pattern.search(stuk.tekst):
            wat = f'in het Nederlands staat "{written}", hier niets van "{begrip.term}"'
            found[key] = text_of(blok).fault("term-anders", stuk.start, wat)
    return list(found.values())
