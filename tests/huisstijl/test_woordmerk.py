"""Wordmark, favicon and social image: for every name, in every brand."""

import re
import struct

import pytest
from lxml import etree

from familiegroepsplan.huisstijl.beeld import Beeld
from familiegroepsplan.huisstijl.codes import REGELS
from familiegroepsplan.huisstijl.kleur import contrast
from familiegroepsplan.huisstijl.logo import read_beeld
from familiegroepsplan.huisstijl.palet import NATIONAAL, derive_palet
from familiegroepsplan.huisstijl.social import Lettertypefout, social_png
from familiegroepsplan.huisstijl.woordmerk import favicon_svg, woordmerk, woordmerk_op_merk

NAMEN = ("Ee", "'s-Gravenhage", "Súdwest-Fryslân", "Nuenen, Gerwen en Nederwetten", 'A & B <script> "x"')
LETTERS = "Libertinus Serif"


def texts(svg: bytes) -> list[str]:
    return [str(element.text) for element in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("naam", NAMEN)
def test_the_whole_name_is_in_the_wordmark_and_its_label(naam: str) -> None:
    for logo in (woordmerk(naam, NATIONAAL), woordmerk_op_merk(naam, NATIONAAL)):
        lines = texts(logo.inhoud)
        assert lines[0] == "Gemeente"
        assert " ".join(lines[1:]) == naam
        assert etree.fromstring(logo.inhoud).get("aria-label") == f"Gemeente {naam}"


def test_a_long_name_takes_two_even_lines_and_no_name_a_wide_ribbon() -> None:
    assert texts(woordmerk("Nuenen, Gerwen en Nederwetten", NATIONAAL).inhoud)[1:] == [
        "Nuenen, Gerwen",
        "en Nederwetten",
    ]
    for naam in ("Nuenen, Gerwen en Nederwetten", "Hardinxveld-Giessendam", "x" * 80, "een twee drie " * 8):
        logo = woordmerk(naam.strip(), NATIONAAL)
        assert len(texts(logo.inhoud)) <= 4
        assert 1 < logo.verhouding < 20


def test_without_a_line_above_only_the_name_is_there() -> None:
    logo = woordmerk("Familiegroepsplan", NATIONAAL, boven="")
    assert texts(logo.inhoud) == ["Familiegroepsplan"]
    assert etree.fromstring(logo.inhoud).get("aria-label") == "Familiegroepsplan"


@pytest.mark.parametrize("merk", ["#FFE600", "#009FE3", "#ffffff", "#000000", "#808080"])
def test_what_is_drawn_shows_on_its_ground(merk: str) -> None:
    palet = derive_palet(merk)
    for svg, ground in (
        (woordmerk("Ede", palet).inhoud.decode(), "#ffffff"),
        (woordmerk_op_merk("Ede", palet).inhoud.decode(), palet.merk),
    ):
        assert all(contrast(kleur, ground) >= 3 for kleur in re.findall(r"#[0-9a-f]{6}", svg))


def test_what_we_draw_passes_our_own_cleaning_unharmed() -> None:
    for svg in (woordmerk("A & B", NATIONAAL).inhoud, favicon_svg(NATIONAAL, "A & <B>").encode()):
        beeld = read_beeld(svg)
        assert isinstance(beeld, Beeld)
        assert beeld.weggelaten == ()
        assert etree.canonicalize(svg.decode()) == etree.canonicalize(beeld.inhoud.decode())


def test_the_favicon_names_the_site_and_takes_the_brand() -> None:
    svg = favicon_svg(derive_palet("#FFE600"), "A & <B>")
    assert "<title>A &amp; &lt;B&gt;</title>" in svg
    assert 'fill="#ffe600"' in svg


def social(naam: str = "Gemeente Ede", titel: str = "Maak zelf een plan", letters: str = LETTERS) -> bytes:
    return social_png(NATIONAAL, naam, titel, "Met wie om jullie geven.", letters=letters, lettermappen=[])


def test_the_social_image_is_a_png_of_the_size_that_services_ask() -> None:
    image = social()
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) < 150_000
    assert image == social()


def test_text_in_the_social_image_is_never_markup() -> None:
    assert social("#panic()", '#read("/etc/passwd") $x$ *[') != social()


def test_a_font_that_is_not_there_is_a_fault_and_not_another_font() -> None:
    with pytest.raises(Lettertypefout):
        social(letters="Bestaat Niet")


def test_every_rule_has_a_remedy_and_a_name_of_its_own_kind() -> None:
    assert all(code.startswith("huisstijl-") and regel.uitleg and regel.doe for code, regel in REGELS.items())
