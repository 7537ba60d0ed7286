"""A colour as `#rrggbb`: reading it, its contrast, and moving it about in OKLCH.

In OKLCH equal steps of lightness look equal, and hue stays put when a colour gets darker
(CSS Color 4, section 9.4). Lightness runs from 0 (black) to 1 (white), chroma from 0 (grey) to about 0.3.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

WIT = "#ffffff"
ZWART = "#000000"

_HEX = re.compile(r"#[0-9a-f]{6}", re.ASCII)
_LONGEST = 80
_HALVINGS = 10


def is_kleur(text: str) -> bool:
    """Whether `text` is a colour of the form `#rrggbb`, in small or capital letters."""
    return bool(_HEX.fullmatch(text.lower()))


def parse_css_colour(text: str) -> str | None:
    """Any opaque CSS colour (`hsl(211 60% 35%)`, `rgb(…)`, `red`, `#abc`) as `#rrggbb`, else None."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    match = _color().match(text, fullmatch=True)
    if match is None or match.color.alpha(nans=False) < 1:
        return None
    return _hex(match.color)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def _luminance(kleur: str) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance")."""
    return max(0.0, _color()(kleur).luminance())


def best_contrast(kleur: str, achter: tuple[str, ...]) -> float:
    """The lowest contrast of `kleur` against all of `achter`."""
    return min(contrast(kleur, ground) for ground in achter)


@lru_cache(maxsize=4096)
def oklch(kleur: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue (degrees; 0 for a grey) of a colour."""
    lightness, chroma, hue = _color()(kleur).convert("oklch").coords(nans=False)
    return lightness, chroma, hue if math.isfinite(hue) else 0.0


@lru_cache(maxsize=4096)
def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of this lightness, chroma and hue; chroma gives way where a screen cannot show it."""
    return _hex(_color()("oklch", [min(max(lightness, 0.0), 1.0), max(chroma, 0.0), hue % 360]))


def moved(kleur: str, by: float) -> str:
    """`kleur` with `by` added to its lightness, its hue kept."""
    lightness, chroma, hue = oklch(kleur)
    return from_oklch(lightness + by, chroma, hue)


def darkened_until(kleur: str, good: Callable[[str], bool]) -> str:
    """`kleur` if it is `good`, else the nearest darker shade of it that is; black when none is.

    `good` must stay true once it is, going darker: so it is with every contrast against a lighter ground.
    """
    if good(kleur):
        return kleur
    lightness, chroma, hue = oklch(kleur)
    best, dark, light = ZWART, 0.0, lightness
    for _ in range(_HALVINGS):
        middle = (dark + light) / 2
        candidate = from_oklch(middle, chroma, hue)
        if good(candidate):
            best, dark = candidate, middle
        else:
            light = middle
    return best


@lru_cache(maxsize=1)
def _color() -> "type[Color]":
    """The library's colour, loaded when first needed: that takes a fifth of a second, and most commands do without."""
    from coloraide import Color

    return Color


def _hex(colour: "Color") -> str:
    shown = colour.convert("srgb").fit(method="oklch-chroma")
    return shown.to_string(hex=True, compress=False, alpha=False, fit=False)
