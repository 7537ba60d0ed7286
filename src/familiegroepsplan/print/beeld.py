"""Logos on paper: every kind as one SVG, and whether its pixels are enough for the size it is printed at."""

import base64
import struct
from dataclasses import dataclass

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.huisstijl.logo import Logo
from familiegroepsplan.print.codes import melding

VAK_MM = (46.0, 17.0)
"""The room for a logo on a flyer, width and height in mm; a logo is as large as fits in it."""

SCHERP_DPI = 150
"""Below this a logo looks soft on paper."""

GROF_DPI = 60
"""Below this one sees its pixels: not to be printed."""


@dataclass(frozen=True)
class Drukbeeld:
    """A logo for print: an SVG (a raster stands inside as data), and width through height."""

    svg: str
    verhouding: float


def print_logo(logo: Logo) -> Drukbeeld:
    """The logo as SVG, whatever it was."""
    if logo.mediatype == "image/svg+xml":
        return Drukbeeld(logo.inhoud.decode(), logo.verhouding)
    breedte, hoogte = pixels(logo)
    data = base64.b64encode(logo.inhoud).decode()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breedte} {hoogte}">'
        f'<image width="{breedte}" height="{hoogte}" href="data:{logo.mediatype};base64,{data}"/></svg>'
    )
    return Drukbeeld(svg, logo.verhouding)


def sharpness(logo: Logo, plaats: Plaats) -> list[Melding]:
    """What is wrong with the resolution of a PNG or JPEG at the size of `VAK_MM`; nothing for an SVG."""
    if logo.mediatype == "image/svg+xml":
        return []
    breedte, _ = pixels(logo)
    mm = min(VAK_MM[0], VAK_MM[1] * logo.verhouding)
    dpi = breedte / (mm / 25.4)
    if dpi >= SCHERP_DPI:
        return []
    nodig = round(SCHERP_DPI * mm / 25.4)
    code = "folder-logo-grof" if dpi < GROF_DPI else "folder-logo-onscherp"
    wat = f"het logo is {breedte} beeldpunten breed; op papier ({mm:.0f} mm) is dat {dpi:.0f} dpi"
    return [melding(code, plaats, wat, f"lever een SVG aan, of minstens {nodig} beeldpunten breed")]


def pixels(logo: Logo) -> tuple[int, int]:
    """Width and height of a PNG or JPEG that `read_logo` has found whole."""
    data = logo.inhoud
    if logo.mediatype == "image/png":
        breedte, hoogte = struct.unpack(">II", data[16:24])
        return int(breedte), int(hoogte)
    position = 2
    while not 0xC0 <= data[position + 1] <= 0xC2:
        position += 2 + int(struct.unpack(">H", data[position + 2 : position + 4])[0])
    hoogte, breedte = struct.unpack(">HH", data[position + 5 : position + 9])
    return int(breedte), int(hoogte)
