"""The pairs of colours that meet on a page, and the contrast that each must have."""

from collections.abc import Mapping
from dataclasses import dataclass

from familiegroepsplan.huisstijl.kleur import contrast

AA_TEKST = 4.5
"""Text on its ground (WCAG 2.2, criterion 1.4.3, level AA; the exception for large text is not used)."""

AAA_TEKST = 7.0
"""Running text on its ground (WCAG 2.2, criterion 1.4.6, level AAA: we ask more than the law)."""

AA_ONDERDEEL = 3.0
"""Buttons, borders of fields, focus rings and meaningful drawings (WCAG 2.2, criterion 1.4.11)."""


@dataclass(frozen=True)
class Paar:
    """Two names of a palette that meet, and the contrast they must have.

    `of` names a colour that may do the work instead of `voor`: the other half of the two-colour focus ring.
    """

    voor: str
    achter: str
    eis: float
    of: str = ""

    def measure(self, kleuren: Mapping[str, str]) -> float:
        """The contrast of this pair in a palette given as names with colours."""
        fronts = [name for name in (self.voor, self.of) if name]
        return max(contrast(kleuren[name], kleuren[self.achter]) for name in fronts)


@dataclass(frozen=True)
class Tekort:
    """A pair that falls short, with the contrast that was measured."""

    paar: Paar
    gemeten: float


_GRONDEN = ("papier", "tint", "tint_sterk")

PAREN = (
    Paar("op_merk", "merk", AA_TEKST),
    Paar("op_merk_hover", "merk_hover", AA_TEKST),
    Paar("op_knop", "knop", AA_TEKST),
    Paar("op_knop", "knop_hover", AA_TEKST),
    *(Paar("tekst", grond, AAA_TEKST) for grond in _GRONDEN),
    *(Paar("link", grond, AA_TEKST) for grond in _GRONDEN),
    *(Paar("link_hover", grond, AA_TEKST) for grond in _GRONDEN),
    *(Paar("knop", grond, AA_ONDERDEEL) for grond in _GRONDEN),
    *(Paar("knop_hover", grond, AA_ONDERDEEL) for grond in _GRONDEN),
    *(Paar("rand", grond, AA_ONDERDEEL) for grond in _GRONDEN),
    *(Paar("accent", grond, AA_ONDERDEEL) for grond in _GRONDEN),
    *(Paar("focus", grond, AA_ONDERDEEL) for grond in _GRONDEN),
    Paar("focus", "merk", AA_ONDERDEEL, of="papier"),
    Paar("focus", "knop", AA_ONDERDEEL, of="papier"),
)
"""Everything that is read or operated, on every ground where it can stand."""
