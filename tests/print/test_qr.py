"""The QR code: one pattern for all, and a reader finds the address in every one of them, also from a distance."""

import re

import zxingcpp
from PIL import Image

from familiegroepsplan.print.qr import qr_svg
from familiegroepsplan.register import load_register

PAGES = ("", "mijn-plan/", "ar/wie-zijn-er-voor-je/", "professionals/materiaal/?van=folder&taal=ti")
MODULE = re.compile(r"([MmhvHV])(-?[\d.]+)(?: ?(-?[\d.]+))?")


def drawn(svg: str, pixels: int) -> Image.Image:
    """The code with modules of so many pixels, from the strokes of segno's path."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index]
    picture = Image.new("L", (size, size), 255)
    path = re.findall(r' d="([^"]+)"', svg)[-1]
    x = y = 0.0
    for kind, first, second in MODULE.findall(path):
        if kind == "M":
            x, y = float(first), float(second)
        elif kind == "m":
            x, y = x + float(first), y + float(second)
        elif kind == "h":
            for step in range(int(first)):
                picture.putpixel((int(x) + step, int(y)), 0)
            x += float(first)
    return picture.resize((size * pixels, size * pixels), Image.Resampling.NEAREST)


def read(picture: Image.Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def test_every_address_is_read_back_also_small() -> None:
    slugs = [gemeente.slug for gemeente in load_register().gemeenten[::12]]
    addresses = [f"https://familiegroepsplan.{slug}.nl/{page}" for slug in slugs for page in PAGES]
    assert len(addresses) > 100
    assert [one for one in addresses if read(drawn(qr_svg(one, "#000000"), 3)) != {one}] == []


def test_a_damaged_code_is_read_too_and_a_ruined_one_is_not() -> None:
    address = "https://familiegroepsplan.utrecht.nl/mijn-plan/"
    picture = drawn(qr_svg(address, "#1a1a1a"), 4)
    width = picture.width
    spot = Image.new("L", (width // 9, width // 9), 255)
    damaged, ruined = picture.copy(), picture.copy()
    damaged.paste(spot, (width // 2, width // 2))
    ruined.paste(spot.resize((width // 2, width // 2)), (width // 4, width // 4))
    assert (read(damaged), read(ruined)) == ({address}, set())
