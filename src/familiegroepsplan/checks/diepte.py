"""Texts on which a computer would work for minutes, or fail: told before anything else looks at them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from familiegroepsplan.checks.tekst import Tekst, text_of
from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud

MEESTE_HAKEN = 200
"""Square brackets that may follow or enclose each other: for each one Markdown tries all others again."""

MEESTE_LINKS = 500
"""Pairs of square brackets that a text may have in all; ours have about ten."""

MEESTE_NAMEN = 200
"""Double braces that a text may have in all; ours have about five."""

MEESTE_KOPPEN = 300
"""Headings that a text may have; ours have about fifteen."""

MEESTE_NIVEAUS = 20
"""Quotations and lists that may stand in each other: Markdown calls itself for each."""

_NIVEAU = r"[ \t]*(?:>|(?:[*+-]|\d{1,9}\.)(?=[ \t]))"
_TE_DIEP = re.compile(rf"^(?:{_NIVEAU}){{{MEESTE_NIVEAUS + 1}}}", re.MULTILINE)


def too_deep(tekst: Tekst) -> Melding | None:
    """Why a text must not be worked on, or None."""
    return _brackets(tekst) or _names(tekst) or _headings(tekst) or _levels(tekst)


def without_deep(inhoud: Inhoud) -> tuple[Inhoud, list[Melding]]:
    """The texts with every block emptied that must not be worked on, and why."""
    found = dict(_found(inhoud))
    if not found:
        return inhoud, []
    blokken = {
        taal: {naam: replace(blok, tekst="") if (taal, naam) in found else blok for naam, blok in blokken.items()}
        for taal, blokken in inhoud.blokken.items()
    }
    return replace(inhoud, blokken=blokken), list(found.values())


def _found(inhoud: Inhoud) -> Iterator[tuple[tuple[str, str], Melding]]:
    for taal, blokken in inhoud.blokken.items():
        for naam, blok in blokken.items():
            if deep := too_deep(text_of(blok)):
                yield (taal, naam), deep


def _brackets(tekst: Tekst) -> Melding | None:
    opening, closing = tekst.inhoud.count("["), tekst.inhoud.count("]")
    if opening <= MEESTE_HAKEN and opening + closing <= 2 * MEESTE_LINKS:
        return None
    depth = 0
    for count, match in enumerate(re.finditer(r"[\[\]]", tekst.inhoud)):
        depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
        if depth > MEESTE_HAKEN:
            return tekst.fault("md-te-diep", match.start(), f"meer dan {MEESTE_HAKEN} haken na of in elkaar")
        if count >= 2 * MEESTE_LINKS:
            return tekst.fault("md-te-diep", match.start(), f"meer dan {MEESTE_LINKS} links in één tekst")
    return None


def _names(tekst: Tekst) -> Melding | None:
    if tekst.inhoud.count("{{") <= MEESTE_NAMEN:
        return None
    return tekst.fault("md-te-diep", tekst.inhoud.index("{{"), f"meer dan {MEESTE_NAMEN} keer {{{{ in één tekst")


def _headings(tekst: Tekst) -> Melding | None:
    starts = [match.start() for match in re.finditer(r"^#", tekst.inhoud, re.MULTILINE)]
    if len(starts) <= MEESTE_KOPPEN:
        return None
    return tekst.fault("md-te-diep", starts[MEESTE_KOPPEN], f"meer dan {MEESTE_KOPPEN} koppen in één tekst")


def _levels(tekst: Tekst) -> Melding | None:
    if found := _TE_DIEP.search(tekst.inhoud):
        wat = f"meer dan {MEESTE_NIVEAUS} citaten of lijsten in elkaar"
        return tekst.fault("md-te-diep", found.start(), wat)
    return None
