"""The palette: every colour that a gemeente may give becomes a site that can be read."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familiegroepsplan.errors import Plaats
from familiegroepsplan.huisstijl.kleur import contrast, oklch, parse_css_colour
from familiegroepsplan.huisstijl.palet import (
    NATIONAAL,
    PAPIER,
    check_palet,
    css,
    derive_palet,
    palet_meldingen,
    text_on,
)

MERKEN = ("#FFE600", "#009FE3", "#154273", "#EC0000", "#248641", "#000000", "#ffffff", "#808080")
PLAATS = Plaats("content/municipalities/x.yml", 7, 10)
kleuren = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("merk", MERKEN)
def test_every_pair_holds_for_the_brands_we_must_serve(merk: str) -> None:
    palet = derive_palet(merk)
    assert check_palet(palet) == []
    assert palet.merk == merk.lower()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(kleuren, st.none() | kleuren)
def test_every_pair_holds_and_every_hover_shows_for_any_colours(merk: str, linkkleur: str | None) -> None:
    palet = derive_palet(merk, linkkleur)
    assert check_palet(palet) == []
    for plain, hover in (
        (palet.merk, palet.merk_hover),
        (palet.link, palet.link_hover),
        (palet.knop, palet.knop_hover),
    ):
        assert abs(oklch(plain)[0] - oklch(hover)[0]) > 0.04


@pytest.mark.parametrize(
    ("naam", "kleur"),
    [
        ("op_merk", "#ffffff"),
        ("op_merk_hover", "#ffe600"),
        ("link", "#009fe3"),
        ("link_hover", "#cccccc"),
        ("knop", "#ffe600"),
        ("knop_hover", "#eeeeee"),
        ("op_knop", "#86641b"),
        ("focus", "#ffcc00"),
        ("rand", "#dddddd"),
        ("accent", "#ffe600"),
        ("tint", "#154273"),
        ("tint_sterk", "#555555"),
        ("tekst", "#808080"),
        ("papier", "#000000"),
    ],
)
def test_a_palette_with_one_bad_colour_is_caught(naam: str, kleur: str) -> None:
    found = check_palet(replace(derive_palet("#FFE600"), **{naam: kleur}))
    assert any(naam in (tekort.paar.voor, tekort.paar.achter) for tekort in found)
    assert all(tekort.gemeten < tekort.paar.eis for tekort in found)


def test_the_ring_fails_when_neither_half_shows_on_the_brand() -> None:
    palet = replace(derive_palet("#009FE3"), focus="#009fe3", papier="#59c3f5")
    assert ("focus", "merk") in [(tekort.paar.voor, tekort.paar.achter) for tekort in check_palet(palet)]


def test_text_on_a_brand_is_white_dark_or_else_black() -> None:
    assert [text_on(ground) for ground in ("#154273", "#FFE600", "#808080")] == [
        "#ffffff",
        "#1a1a1a",
        "#000000",
    ]


def test_a_brand_that_reads_on_white_is_the_button_itself_and_a_light_one_becomes_ink() -> None:
    assert derive_palet("#EC0000").knop == "#ec0000"
    assert derive_palet("#FFE600").knop not in ("#ffe600", "#1a1a1a")
    assert abs(oklch(derive_palet("#009FE3").knop)[2] - oklch("#009FE3")[2]) < 10


def test_a_red_brand_has_no_pink_ground() -> None:
    assert oklch(derive_palet("#EC0000").tint_sterk)[2] > 60


def test_a_link_colour_that_reads_everywhere_is_used_as_it_is() -> None:
    palet = derive_palet("#ec0000", "#004699")
    assert palet.link == palet.accent == "#004699"
    assert palet.merk == palet.knop == "#ec0000"


def test_a_dark_link_is_reported_as_needing_its_underline() -> None:
    assert derive_palet("#154273").link_onderstreept
    assert not derive_palet("#009FE3").link_onderstreept


def test_a_pale_link_colour_is_refused_with_the_nearest_that_works() -> None:
    [melding] = palet_meldingen("#154273", "#009FE3", PLAATS)
    nearest = derive_palet("#154273", "#009FE3").link
    assert (melding.code, melding.sleutel, melding.plaats) == (
        "huisstijl-linkkleur",
        "huisstijl.linkkleur",
        PLAATS,
    )
    assert "2,97" in melding.wat
    assert f'"{nearest}"' in melding.doe
    assert contrast(nearest, PAPIER) >= 4.5
    assert palet_meldingen("#154273", nearest, PLAATS) == []


def test_good_colours_and_no_colours_give_no_messages() -> None:
    assert palet_meldingen(None, None, PLAATS) == []
    assert palet_meldingen(None, "#004699", PLAATS) == []
    assert all(palet_meldingen(merk, None, PLAATS) == [] for merk in MERKEN)


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ec0000", "#ec0000"),
        ("#abc", "#aabbcc"),
        ("rgb(236 0 0)", "#ec0000"),
        ("red", "#ff0000"),
        ("blauw", "#154273"),
        ("#12345", "#154273"),
        ("#ec0000; } body { display: none", "#154273"),
        ("٣٣٣٣٣٣", "#154273"),
    ],
)
def test_what_is_no_colour_is_refused_with_an_offer(text: str, offer: str) -> None:
    [melding] = palet_meldingen(text, None, PLAATS)
    assert melding.code == "huisstijl-kleur"
    assert f'"{offer}"' in melding.doe
    with pytest.raises(ValueError, match="no colour"):
        derive_palet(text)


def test_both_colours_are_reported_in_one_run_each_at_its_place() -> None:
    elsewhere = Plaats("x.yml", 9, 3)
    meldingen = palet_meldingen("rood", "blauw", PLAATS, elsewhere)
    assert [(m.sleutel, m.plaats) for m in meldingen] == [
        ("huisstijl.kleur", PLAATS),
        ("huisstijl.linkkleur", elsewhere),
    ]


def test_our_own_look_holds_too() -> None:
    assert check_palet(NATIONAAL) == []
    assert palet_meldingen(NATIONAAL.merk, NATIONAAL.link, PLAATS) == []
    own = {naam: NATIONAAL.kleuren()[naam] for naam in ("tint", "tint_sterk", "rand", "accent")}
    assert replace(derive_palet("#0f5c63"), **own) == NATIONAAL


def test_the_stylesheet_names_every_colour_once() -> None:
    sheet = css(derive_palet("#FFE600"))
    names = [line.split(":")[0].strip() for line in sheet.splitlines() if line.startswith("  --")]
    expected = (
        "merk op-merk merk-hover op-merk-hover link link-hover knop op-knop knop-hover focus tint tint-sterk "
        "rand accent tekst papier"
    )
    assert " ".join(name.removeprefix("--") for name in names) == expected
    assert sheet.startswith(":root {\n  --merk: #ffe600;\n")


def test_css_colours_are_read_only_when_opaque() -> None:
    assert parse_css_colour("hsl(211 60% 35%)") == "#24578f"
    assert parse_css_colour("transparent") is None
    assert parse_css_colour("rgb(0 0 0 / 50%)") is None
    assert parse_css_colour("rgb(1" + " " * 100 + "2 3)") is None
