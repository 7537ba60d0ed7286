"""The pictures to a message for social media: its question in the brand, square and wide."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from PIL import Image

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.digest import digest, digest_files
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.huisstijl.palet import Palet
from familiegroepsplan.print.compile import compile_png
from familiegroepsplan.print.data import short_address
from familiegroepsplan.print.letters import families, font_folders
from familiegroepsplan.taal import TALEN
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.toolkit.tekst import Tekst

MATEN = ((1080, 1080), (1200, 630))
"""Width and height in pixels: for a post, and beside a link; in the order of the pages of the template."""

_STEPS = 24
"""Shades between two colours, for smooth edges of letters."""

_SENTENCE = re.compile(r"(?<=[.!?؟።])\s")
_FOLDER = Path(str(files(__package__)))


def first_sentence(text: str) -> str:
    """The first sentence of a plain text, in any of our scripts."""
    return _SENTENCE.split(text.strip(), maxsplit=1)[0]


def message_pictures(gegevens: Mapping[str, Any]) -> list[bytes]:
    """A PNG for each of `MATEN`. Raises as `compile_png`; a letter that no font has shows as a box."""
    drawn = compile_png(_FOLDER / "berichtbeeld.typ", gegevens, root=_FOLDER, ppi=72)
    return [slim(png, gegevens["palet"]) for png in drawn]


def slim(png: bytes, palet: Mapping[str, str]) -> bytes:
    """The picture in a palette of its colours and the shades between them: a third of the bytes, the brand exact."""
    pairs = [("merk", "op_merk"), ("papier", "tekst"), ("papier", "knop"), ("merk", "knop")]
    shades = [shade for one, other in pairs for shade in _between(palet[one], palet[other])]
    colours = Image.new("P", (1, 1))
    colours.putpalette([part for shade in shades for part in shade])
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(palette=colours, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _between(one: str, other: str) -> Iterator[tuple[int, ...]]:
    ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (one, other)]
    for step in range(_STEPS):
        yield tuple(round(a + (b - a) * step / (_STEPS - 1)) for a, b in zip(*ends, strict=True))


@cache
def drawing_digest() -> str:
    """A digest of what draws the pictures: template, this module, fonts, programs."""
    fonts = [f"{path.name} {path.stat().st_size}" for folder in font_folders() for path in sorted(folder.glob("*.ttf"))]
    sources = digest_files(_FOLDER, [_FOLDER / "berichtbeeld.typ", Path(__file__)])
    return digest(sources, fonts, version("typst"), version("pillow"))


def picture_data(tekst: Tekst, losmaker: Losmaker, palet: Palet) -> dict[str, Any]:
    """All that the pictures say, as plain data."""
    gemeente, taal = losmaker.gemeente, tekst.taal
    adres = gemeente.site_url or gemeente.website
    if gemeente.site_url and taal != BRON_TAAL:
        adres = f"{gemeente.site_url}{taal}/"
    return {
        "taal": taal,
        "richting": TALEN[taal].richting,
        "letters": families(taal),
        "palet": palet.kleuren(),
        "naam": losmaker.inhoud.woord("site.gemeente", taal, naam=gemeente.naam),
        "adres": short_address(adres) if adres else None,
        "vraag": first_sentence(tekst.tekst),
        "kring": _circle(palet),
        "moment": 0,
    }


def _circle(palet: Palet) -> str:
    motief = kring(24, 24, 48, palet.op_merk, palet.op_merk)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{motief}</svg>'
