"""The palette of a municipality: every colour of the site, derived from one brand colour (or two).

The brand colour itself is used as it is, on surfaces. Whatever is read or operated takes a shade of the same
hue that holds its contrast on every ground where it can stand (WCAG 2.2, criteria 1.4.3, 1.4.6 and 1.4.11).
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache

from familiegroepsplan.cache import recall_alone
from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.huisstijl.codes import fault
from familiegroepsplan.huisstijl.kleur import (
    WIT,
    ZWART,
    best_contrast,
    contrast,
    darkened_until,
    from_oklch,
    is_kleur,
    oklch,
    parse_css_colour,
)
from familiegroepsplan.huisstijl.paar import AA_ONDERDEEL, AA_TEKST, PAREN, Tekort

TEKST = "#1a1a1a"
PAPIER = WIT

LINK_WAT = (
    "links in {kleur} zijn op wit slecht te lezen: het contrast is {contrast} en moet minstens 4,5 zijn (WCAG 1.4.3)"
)
LINK_DOE = 'neem "{beter}" (de dichtstbijzijnde kleur die wel kan) of laat linkkleur weg'
"""What is told about a link colour; the form "Zet jouw gemeente neer" says it in the same words."""

_HOVER = 0.08
_VERY_DARK = 0.25
_GREY = 0.02
_BRONZE, _CREAM = 75.0, 88.0
_YELLOW = (80.0, 120.0)


@dataclass(frozen=True)
class Palet:
    """All colours of a site as `#rrggbb`; each name is a CSS custom property (`op_merk` is `--op-merk`)."""

    merk: str
    op_merk: str
    merk_hover: str
    op_merk_hover: str
    link: str
    link_hover: str
    knop: str
    op_knop: str
    knop_hover: str
    focus: str
    tint: str
    tint_sterk: str
    rand: str
    accent: str
    tekst: str = TEKST
    papier: str = PAPIER

    @property
    def link_onderstreept(self) -> bool:
        """Whether links need their underline, since colour alone tells them too little apart (WCAG 1.4.1)."""
        return contrast(self.link, self.tekst) < AA_ONDERDEEL

    def kleuren(self) -> dict[str, str]:
        """Every colour under its name, in order."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@lru_cache(maxsize=64)
def derive_palet(kleur: str, linkkleur: str | None = None) -> Palet:
    """The palette of a brand colour and, if there is one, a colour for links (both `#rrggbb`).

    Every pair of `PAREN` holds, for any colours. Links take the nearest shade that reads on white and on both
    tints; if the link colour given does not even read on white, `palet_meldingen` tells the gemeente.
    Raises ValueError when an argument is no colour. What was derived before is remembered.
    """
    return recall_alone("palet", (kleur, linkkleur), lambda: _derived(kleur, linkkleur))


def _derived(kleur: str, linkkleur: str | None) -> Palet:
    merk = _colour(kleur)
    tint, tint_sterk = _tints(merk)
    gronden = (PAPIER, tint, tint_sterk)
    op_merk = text_on(merk)
    link = darkened_until(_colour(linkkleur) if linkkleur else _ink(merk), _reads(*gronden))
    knop = merk if _reads(PAPIER)(merk) else darkened_until(_ink(merk), _reads(*gronden))
    return Palet(
        merk=merk,
        op_merk=op_merk,
        merk_hover=_hover(merk, _reads(op_merk)),
        op_merk_hover=op_merk,
        link=link,
        link_hover=_hover(link, _reads(*gronden)),
        knop=knop,
        op_knop=PAPIER,
        knop_hover=_hover(knop, _reads(PAPIER)),
        focus=_focus(merk, gronden),
        tint=tint,
        tint_sterk=tint_sterk,
        rand=_border(merk, gronden),
        accent=link if linkkleur else knop,
    )


def text_on(ground: str) -> str:
    """The colour in which text can be read on `ground`: white, our text colour, or else black."""
    return next((k for k in (PAPIER, TEKST) if contrast(k, ground) >= AA_TEKST), ZWART)


def check_palet(palet: Palet) -> list[Tekort]:
    """The pairs of `PAREN` that fall short in this palette, with the contrast measured."""
    kleuren = palet.kleuren()
    measured = [(paar, paar.measure(kleuren)) for paar in PAREN]
    return [Tekort(paar, ratio) for paar, ratio in measured if ratio < paar.eis]


def palet_meldingen(
    kleur: str | None, linkkleur: str | None, plaats: Plaats, linkplaats: Plaats | None = None
) -> list[Melding]:
    """What a gemeente must mend in its colours; `plaats` is where they stand (`linkplaats` if elsewhere)."""
    linkplaats = linkplaats or plaats
    named = (("huisstijl.kleur", kleur, plaats), ("huisstijl.linkkleur", linkkleur, linkplaats))
    faults = [_no_colour(sleutel, text, waar) for sleutel, text, waar in named if text and not is_kleur(text)]
    if faults or not linkkleur or contrast(linkkleur, PAPIER) >= AA_TEKST:
        return faults
    wat = LINK_WAT.format(kleur=linkkleur.lower(), contrast=comma(contrast(linkkleur, PAPIER)))
    doe = LINK_DOE.format(beter=derive_palet(kleur or NATIONAAL.merk, linkkleur).link)
    return [fault("huisstijl-linkkleur", linkplaats, "huisstijl.linkkleur", wat, doe)]


def css(palet: Palet) -> str:
    """A stylesheet that gives every colour of the palette as a custom property of the page."""
    lines = (f"  --{name.replace('_', '-')}: {kleur};\n" for name, kleur in palet.kleuren().items())
    return f":root {{\n{''.join(lines)}}}\n"


def _colour(text: str) -> str:
    if not is_kleur(text):
        raise ValueError(f"no colour of the form #rrggbb: {text!r}")
    return text.lower()


def _no_colour(sleutel: str, text: str, plaats: Plaats) -> Melding:
    meant = parse_css_colour(text) or parse_css_colour(f"#{text}")
    doe = f'schrijf het zo: "{meant}"' if meant else ""
    return fault("huisstijl-kleur", plaats, sleutel, f'"{text[:40]}" is geen kleur van de vorm #rrggbb', doe)


def _reads(*gronden: str) -> Callable[[str], bool]:
    return lambda kleur: best_contrast(kleur, gronden) >= AA_TEKST


def _stands_out(*gronden: str) -> Callable[[str], bool]:
    return lambda kleur: best_contrast(kleur, gronden) >= AA_ONDERDEEL


def _tints(merk: str) -> tuple[str, str]:
    """Two very light grounds in the hue of the brand.

    Greys get a breath of warmth; reds too, for a pink ground reads as an alarm.
    """
    _, chroma, hue = oklch(merk)
    if chroma < _GREY or _is_red(hue):
        return from_oklch(0.975, 0.007, _CREAM), from_oklch(0.935, 0.016, _CREAM)
    return from_oklch(0.975, min(chroma, 0.015), hue), from_oklch(0.935, min(chroma, 0.035), hue)


def _ink(merk: str) -> str:
    """The brand's hue as a start for text and buttons, still to be darkened until it reads.

    A light grey becomes slate; yellow, which turns to mud when it is only darkened, becomes a deep bronze.
    """
    lightness, chroma, hue = oklch(merk)
    if chroma < _GREY:
        return from_oklch(min(lightness, 0.38), chroma, hue)
    if lightness > 0.7 and _YELLOW[0] <= hue <= _YELLOW[1]:
        return from_oklch(0.42, min(chroma, 0.08), _BRONZE)
    return merk


def _is_red(hue: float) -> bool:
    return hue < 45 or hue > 345


def _hover(kleur: str, good: Callable[[str], bool]) -> str:
    """A shade that is visibly another: darker where that reads well, else lighter."""
    lightness, chroma, hue = oklch(kleur)
    darker = from_oklch(lightness - _HOVER, chroma, hue)
    if lightness >= _VERY_DARK and good(darker):
        return darker
    return from_oklch(max(lightness, _VERY_DARK) + 1.2 * _HOVER, chroma, hue)


def _border(merk: str, gronden: tuple[str, ...]) -> str:
    _, chroma, hue = oklch(merk)
    return darkened_until(from_oklch(0.66, min(chroma, 0.03), hue), _stands_out(*gronden))


def _focus(merk: str, gronden: tuple[str, ...]) -> str:
    """The outer colour of the focus ring (WCAG 2.4.7, 1.4.11); the inner one is white.

    Our text colour, where it shows on the brand; on a dark brand a warm orange, where one can show on both
    white and brand. Where none can, the white of the ring shows on the brand.
    """
    if contrast(TEKST, merk) >= AA_ONDERDEEL:
        return TEKST
    oranges = [from_oklch(lightness / 100, 0.17, 48) for lightness in range(50, 72)]
    best = max(oranges, key=lambda orange: best_contrast(orange, (merk, *gronden)))
    return best if best_contrast(best, (merk, *gronden)) >= AA_ONDERDEEL else TEKST


def comma(ratio: float) -> str:
    """A ratio in Dutch, rounded down so that 4.49 never reads as 4,5."""
    return f"{int(ratio * 100) / 100:.2f}".replace(".", ",")


NATIONAAL = Palet(
    merk="#0f5c63",
    op_merk=PAPIER,
    merk_hover="#00464d",
    op_merk_hover=PAPIER,
    link="#0f5c63",
    link_hover="#00464d",
    knop="#0f5c63",
    op_knop=PAPIER,
    knop_hover="#00464d",
    focus=TEKST,
    tint="#faf6ef",
    tint_sterk="#f2e9da",
    rand="#8a8274",
    accent="#b4512a",
)
"""Our own look where a gemeente gives no brand: petrol (calm, sure), warm paper, and terracotta beside it.

What `derive_palet` makes of the petrol, but for the last four: written out, so that it costs nothing to start.
"""
