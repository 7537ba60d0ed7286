"""The picture that others show when they link to a page (`og:image`): 1200 by 630 pixels, in the brand.

Drawn by Typst, which sets our flyers too: it measures real letters, so that long names fit. The upper part is the
same for all municipalities but for its colours, so that it is drawn once; a PNG with a palette (the form that every
service takes, https://ogp.me) brings the parts together.
"""

import json
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.huisstijl.palet import Palet

if TYPE_CHECKING:
    from PIL.Image import Image

BREEDTE, HOOGTE = 1200, 630
"""The size of the picture, in pixels."""

BOVEN = 480
"""The height of the upper part; below it, under a stripe, stands the name."""

STREEP = (BOVEN - 4, BOVEN + 4)
"""From where to where the stripe goes."""

LINKS, RAND = 80, 20
"""Where the name begins, and how much room the template leaves around it."""

TINTEN = 127
"""From ground to letter, in each part: smooth edges, and both parts with the stripe in one palette of 256."""


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
    fonts, shown = tuple(lettermappen), {"letters": letters, "taal": taal}
    picture = _upper(fonts, titel=titel, zin=zin, **shown).copy()
    name = _drawn(fonts, {"naam": naam, **shown}).point([at + TINTEN for at in _RAMP])
    picture.paste(name, (LINKS - RAND, (BOVEN + HOOGTE - name.height) // 2))
    picture.putpalette([*_steps(palet.merk, palet.op_merk), *_steps(palet.papier, palet.tekst), *_rgb(palet.knop)])
    data = BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


_RAMP = [(255 - light) * (TINTEN - 1) // 255 for light in range(256)]
"""How far from the ground to the letter, by the light of a mask."""


@lru_cache(maxsize=8)
def _upper(fonts: tuple[Path, ...], **shown: str) -> "Image":
    """A picture with all but the name."""
    from PIL import Image

    picture = Image.new("P", (BREEDTE, HOOGTE))
    kring_svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{kring(24, 24, 48, "#000", "#000")}</svg>'
    picture.paste(_drawn(fonts, {"kring": kring_svg, **shown}).point(_RAMP), (0, 0))
    picture.paste(TINTEN, (0, BOVEN, BREEDTE, HOOGTE))
    picture.paste(2 * TINTEN, (0, STREEP[0], BREEDTE, STREEP[1]))
    return picture


def _drawn(fonts: tuple[Path, ...], shown: dict[str, str]) -> "Image":
    """A part as a mask: black on white."""
    from PIL import Image

    png, warnings = typst.compile_with_warnings(
        files(__package__).joinpath("social.typ").read_bytes(),
        format="png",
        ppi=72,
        font_paths=_fonts(fonts),
        sys_inputs={"gegevens": json.dumps(shown)},
    )
    if warnings or not png:
        raise Lettertypefout("; ".join(warning.message for warning in warnings))
    return Image.open(BytesIO(png)).getchannel(0)


@lru_cache(maxsize=8)
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    """The fonts in these folders, read once."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def _steps(ground: str, letter: str) -> list[int]:
    """The colours from one to the other, their parts in a row."""
    parts = list(zip(_rgb(ground), _rgb(letter), strict=True))
    return [one + (other - one) * at // (TINTEN - 1) for at in range(TINTEN) for one, other in parts]


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))
