"""The picture that others show when they link to a page (`og:image`): 1200 by 630 pixels, in the brand.

Drawn by Typst, which sets our flyers too: it measures real letters, so that long names fit, and gives PNG,
the form that every service takes (https://ogp.me).
"""

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import typst

from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.huisstijl.palet import Palet

BREEDTE, HOOGTE = 1200, 630
"""The size of the picture, in pixels."""


class Lettertypefout(Exception):
    """The font named is not among the fonts given, or lacks letters of the text: a fault of ours."""


def social_png(
    palet: Palet,
    naam: str,
    titel: str,
    zin: str,
    *,
    letters: str,
    lettermappen: list[Path],
    taal: str = "nl",
) -> bytes:
    """The social image: `titel` and `zin` on the brand colour, under them the name of the gemeente.

    `letters` is a font family that lies in one of `lettermappen` (or comes with Typst). Fonts of the system
    are not used, so that the same input gives the same bytes everywhere. Raises Lettertypefout.
    """
    data = {
        "palet": palet.kleuren(),
        "naam": naam,
        "titel": titel,
        "zin": zin,
        "letters": letters,
        "taal": taal,
        "kring": _kring_svg(palet),
    }
    png, warnings = typst.compile_with_warnings(
        files(__package__).joinpath("social.typ").read_bytes(),
        format="png",
        ppi=72,
        font_paths=_fonts(tuple(lettermappen)),
        sys_inputs={"gegevens": json.dumps(data)},
    )
    if warnings or not png:
        raise Lettertypefout("; ".join(warning.message for warning in warnings))
    return png


@lru_cache(maxsize=8)
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    """The fonts in these folders, read once."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def _kring_svg(palet: Palet) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
        f"{kring(24, 24, 48, palet.op_merk, palet.op_merk)}</svg>"
    )
