"""A text in pieces: nothing lost, and the same pieces for every way to write it."""

import pytest

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.vertaling.codes import as_xml, deeltjes
from familiegroepsplan.vertaling.stuk import compose, cut
from tests.vertaling.conftest import ENGELS, NEDERLANDS


def test_every_block_of_the_project_comes_out_of_its_pieces_as_it_was(inhoud: Inhoud) -> None:
    for blokken in inhoud.blokken.values():
        for blok in blokken.values():
            snede = cut(blok.tekst)
            assert compose(snede, [stuk.tekst for stuk in snede.vertaalbaar]) == blok.tekst.strip() + "\n", blok.pad


def test_every_translation_of_the_project_has_the_pieces_of_its_dutch_block(inhoud: Inhoud) -> None:
    for taal, blokken in inhoud.blokken.items():
        for naam, blok in blokken.items():
            origineel = inhoud.bron_blok(naam)
            assert origineel and cut(blok.tekst).vormen == cut(origineel.tekst).vormen, f"{taal}/{naam}"


def test_a_text_and_its_translation_are_the_same_pieces() -> None:
    assert cut(NEDERLANDS).vormen == cut(ENGELS).vormen
    assert cut(NEDERLANDS).vormen == [
        "alinea",
        "kop van niveau 2 {#proef-wie}",
        *2 * ["punt van een lijst"],
        "alinea",
        *["cel 1 van een rij", "cel 2 van een rij"],
        "streepjes onder 2 kolommen",
        *2 * ["cel 1 van een rij", "cel 2 van een rij"],
        "alinea in een citaat",
        "kop van niveau 3 {#proef-verder}",
        *2 * ["nummer van een lijst"],
        "regel {{ deel: aanbieders }}",
    ]


def test_a_paragraph_over_several_lines_is_one_piece() -> None:
    assert cut("een\ntwee\n\n- drie\n  vier\n\n> vijf\n> zes\n") == cut("een\ntwee\n\n- drie\n  vier\n\n> vijf\n> zes")
    snede = cut("een\ntwee\n\n- drie\n  vier\n\n> vijf\n> zes\n")
    assert [stuk.tekst for stuk in snede.stukken] == ["een twee", "drie vier", "vijf zes"]
    assert compose(snede, ["a", "b", "c"]) == "a\n\n- b\n\n> c\n"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "|", "| |", "- ", "##", "## {#a}", "> ", "---", "***", "{{ blok: a }}", "a | b"]
)
def test_odd_texts_can_be_cut_and_put_together(text: str) -> None:
    snede = cut(text)
    assert compose(snede, [stuk.tekst for stuk in snede.vertaalbaar]).strip() == text.strip()


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("in {{ gemeente.naam }}.", 'in <ph id="1">{{ gemeente.naam }}</ph>.'),
        ("[de tips](tips.md)", '<bpt id="1">[</bpt>de tips<ept id="1">](tips.md)</ept>'),
        (
            "{{ site.naam }} [bij {{ gemeente.naam }}](tips.md#a)",
            '<ph id="1">{{ site.naam }}</ph> <bpt id="2">[</bpt>bij <ph id="2.1">{{ gemeente.naam }}</ph>'
            '<ept id="2">](tips.md#a)</ept>',
        ),
        ("<https://a.nl>", '<ph id="1">&lt;https://a.nl&gt;</ph>'),
    ],
)
def test_codes_stand_apart_and_nothing_is_lost(text: str, xml: str) -> None:
    assert as_xml(text) == xml
    assert "".join(one.tekst for one in deeltjes(text)) == text
