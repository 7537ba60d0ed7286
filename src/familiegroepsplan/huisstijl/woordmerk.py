"""A wordmark and a favicon for a municipality that gives no logo, in its colours.

A plain name in the reader's own letters beside our motif; it does not pose as a coat of arms.
"""

import textwrap
from html import escape

from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.huisstijl.logo import Logo
from familiegroepsplan.huisstijl.palet import Palet

_LETTERS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_HEIGHT = 56
_TEXT_LEFT = 68
_BEST_WIDTH = 24
_LONGEST_WORD = 30
_NARROW, _WIDE = "iljtfrI.,:;'’-() ", "mwMWQOGCDÖ@%&"


def woordmerk(naam: str, palet: Palet, boven: str = "Gemeente") -> Logo:
    """The wordmark on a light ground, as SVG: the name, over it in small letters `boven` (empty: nothing)."""
    return _wordmark(naam, boven, palet.tekst, palet.knop, palet.accent)


def woordmerk_op_merk(naam: str, palet: Palet, boven: str = "Gemeente") -> Logo:
    """The wordmark for a ground in the brand colour (`merk`): all of it in the colour that reads there."""
    return _wordmark(naam, boven, palet.op_merk, palet.op_merk, palet.op_merk)


def favicon_svg(palet: Palet, naam: str) -> str:
    """The favicon: the motif on the brand colour, with the name as its title; 64 by 64, clear at 16."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f"<title>{escape(naam)}</title>"
        f'<rect width="64" height="64" rx="14" fill="{palet.merk}"/>'
        f"{kring(32, 33, 54, palet.op_merk, palet.op_merk)}</svg>"
    )


def _wordmark(naam: str, boven: str, letters: str, kleur: str, accent: str) -> Logo:
    lines = _lines(naam)
    size = {1: 27.0, 2: 19.5}.get(len(lines), 15.0)
    rows = (
        [(boven, 14.0, 400), *((line, size, 700) for line in lines)] if boven else [(line, size, 700) for line in lines]
    )
    width = _TEXT_LEFT + max(_text_width(text, letter) for text, letter, _ in rows)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {_HEIGHT}" '
        'direction="ltr" overflow="visible" '
        f'role="img" aria-label="{escape(f"{boven} {naam}".strip())}">'
        f"{kring(28, 29, 56, kleur, accent)}"
        f'<g font-family="{escape(_LETTERS)}" fill="{letters}">{_rows(rows)}</g></svg>'
    )
    return Logo(svg.encode(), "image/svg+xml", round(width) / _HEIGHT)


def _rows(rows: list[tuple[str, float, int]]) -> str:
    """The lines of text, one under the other, in the middle of the height."""
    leading = [size * 1.12 for _, size, _ in rows]
    top = (_HEIGHT - sum(leading)) / 2
    baselines = [top + sum(leading[:index]) + 0.86 * size for index, (_, size, _) in enumerate(rows)]
    return "".join(
        f'<text x="{_TEXT_LEFT}" y="{y:.1f}" font-size="{size:g}" font-weight="{weight}">{escape(text)}</text>'
        for (text, size, weight), y in zip(rows, baselines, strict=True)
    )


def _lines(naam: str) -> list[str]:
    """The name in one line, or two or three of about equal length."""
    count = min(3, -(-len(naam) // _BEST_WIDTH))
    longest = max(map(len, naam.split()))
    width = max(-(-len(naam) // count), min(longest, _LONGEST_WORD))
    while len(lines := textwrap.wrap(naam, width)) > count:
        width += 1
    return lines


def _text_width(text: str, size: float) -> float:
    """The width of bold text at most, in the widest letters that readers have (DejaVu Sans)."""
    widths = (0.5 if c in _NARROW else 1.1 if c in _WIDE else 0.85 if c.isupper() else 0.72 for c in text)
    return size * sum(widths)
