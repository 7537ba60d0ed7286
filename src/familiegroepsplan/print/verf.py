"""The paint of a flyer: its colours, and how they come into a PDF after it was set.

Colour is part of how Typst styles a text, so in other colours it lays out every text anew. Therefore each flyer is
set in placeholders, the same for all municipalities, and painted when it is done: what Typst laid out for one
municipality then serves the next.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from pikepdf import Pdf

from familiegroepsplan.huisstijl.palet import Palet

MENGSELS = (
    ("tint", 35, "tint_sterk"),
    ("merk", 92, "op_merk"),
    ("merk", 84, "op_merk"),
    ("merk", 55, "op_merk"),
    ("merk", 45, "op_merk"),
    ("merk", 38, "op_merk"),
    ("knop", 82, "papier"),
    ("knop", 62, "papier"),
    ("knop", 35, "papier"),
    ("knop", 25, "papier"),
    ("knop", 22, "papier"),
)
"""The colours that a layout may mix: so many hundredths of the first with the other, as `meng` in gegevens.typ."""

_NAAST_KNOP = 55

_HOUDER = (1, 2)
"""Red and green of every placeholder; blue tells which one it is."""

_GEZET = re.compile(rb"0\.003921569 0\.007843138 ([\d.]+) (scn|SCN)\b")
"""A placeholder as Typst writes it: parts of 255 in as many figures as a float of four bytes needs."""

_IN_SVG = re.compile("#{:02x}{:02x}([0-9a-f]{{2}})\\b".format(*_HOUDER))

_PLAATJE = re.compile(rb"(/Alt\b.*?>>\s*BDC\b.*?\bEMC\b)", re.DOTALL)
"""A picture in the contents of a page: a logo or a code, which has an alternative text and colours of its own."""


@lru_cache(maxsize=512)
def verf(palet: Palet) -> Mapping[str, str]:
    """Every colour that a layout may use, as `#rrggbb`: the palette, its mixtures, and one that stands beside `knop`.

    That one, `naast_knop`, is the accent, or a lighter shade where the accent is the colour of buttons itself.
    """
    kleuren = palet.kleuren()
    mixed = {mengsel_naam(*mengsel): _mixed(kleuren, *mengsel) for mengsel in MENGSELS}
    one = palet.accent == palet.knop
    beside = _mixed(kleuren, "knop", _NAAST_KNOP, "papier") if one else palet.accent
    return kleuren | mixed | {"naast_knop": beside}


def mengsel_naam(een: str, deel: int, ander: str) -> str:
    """The name of a mixture among the colours."""
    return f"{een} {deel} {ander}"


def placeholders(kleuren: Mapping[str, str]) -> dict[str, str]:
    """A placeholder for each of these colours, by its name."""
    return {naam: "#{:02x}{:02x}{:02x}".format(*_HOUDER, at) for at, naam in enumerate(sorted(kleuren))}


def paint(document: Pdf, kleuren: Mapping[str, str]) -> None:
    """Put the colours in the place of their placeholders, on every page. Pictures keep their own colours."""
    numbers = [_numbers(kleuren[naam]) for naam in sorted(kleuren)]

    def painted(match: re.Match[bytes]) -> bytes:
        return b"%s %s" % (numbers[round(float(match[1]) * 255)], match[2])

    for page in document.pages:
        parts = _PLAATJE.split(page.obj.Contents.read_bytes())
        parts[::2] = [_GEZET.sub(painted, part) for part in parts[::2]]
        page.obj.Contents.write(b"".join(parts))


def paint_svg(svg: str, kleuren: Mapping[str, str]) -> str:
    """The same in a page as SVG. Pictures stand in it as data, and so keep their colours too."""
    painted = [kleuren[naam] for naam in sorted(kleuren)]
    return _IN_SVG.sub(lambda match: painted[int(match[1], 16)], svg)


def _mixed(kleuren: Mapping[str, str], een: str, deel: int, ander: str) -> str:
    """The mixture as Typst makes it (`color.mix`): in Oklab, and what sRGB cannot show cut off."""
    from coloraide import Color  # a fifth of a second to load, and most commands do without

    mixed = Color(kleuren[ander]).mix(kleuren[een], deel / 100, space="oklab")
    return mixed.convert("srgb").clip().to_string(hex=True)


@lru_cache(maxsize=1024)
def _numbers(kleur: str) -> bytes:
    """A colour as in the contents of a page: three numbers from 0 to 1."""
    parts = (int(kleur[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.5g}" for part in parts).encode()
