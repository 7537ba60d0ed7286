"""What becomes of the colours of a gemeente, in words and with a patch of each."""

from familiegroepsplan.errors import Plaats
from familiegroepsplan.huisstijl import Palet, derive_palet, palet_meldingen
from familiegroepsplan.huisstijl.kleur import WIT, contrast, is_kleur, parse_css_colour
from familiegroepsplan.huisstijl.paar import AA_TEKST


def read_kleur(answer: str) -> str:
    """A colour as `#rrggbb` from what somebody types (`EC0000`, `rgb(236 0 0)`); else ValueError in Dutch."""
    found = answer.lower() if is_kleur(answer) else parse_css_colour(f"#{answer}") or parse_css_colour(answer)
    if not found:
        (melding,) = palet_meldingen(answer or "?", None, Plaats(""))
        raise ValueError(f"{melding.wat}. Schrijf het zo: #ec0000 (een hekje en zes cijfers of letters).")
    return found


def oordeel(palet: Palet) -> list[str]:
    """What the brand colour is used for, and the nearest colour that works where it cannot be used itself."""
    letters = "witte" if palet.op_merk == WIT else "donkere"
    regels = [
        f"{patch(palet.merk, palet.op_merk)} komt boven aan elke pagina, met {letters} letters "
        f"(contrast {ratio(palet.merk, palet.op_merk)})."
    ]
    if palet.knop == palet.merk:
        return [*regels, f"Ook knoppen en links zijn er goed mee te lezen (contrast {ratio(palet.knop, WIT)})."]
    return [
        *regels,
        f"Voor knoppen en links op wit is zij te licht: het contrast is {ratio(palet.merk, WIT)} "
        "en moet minstens 4,5 zijn.",
        f"Daar komt {patch(palet.knop, palet.op_knop)}, de dichtstbijzijnde kleur die wel kan "
        f"(contrast {ratio(palet.knop, WIT)}).",
    ]


def nearest_linkkleur(kleur: str, linkkleur: str) -> str | None:
    """The nearest colour that links can have, where `linkkleur` cannot be read on white; None where it can."""
    return None if contrast(linkkleur, WIT) >= AA_TEKST else derive_palet(kleur, linkkleur).link


def patch(kleur: str, letters: str) -> str:
    """The colour as it looks, its code written on it (rich's markup)."""
    return f"[{letters} on {kleur}] {kleur} [/]"


def ratio(one: str, other: str) -> str:
    """The contrast in Dutch, rounded down so that 4.49 never reads as 4,5."""
    return f"{int(contrast(one, other) * 10) / 10:.1f}".replace(".", ",")
