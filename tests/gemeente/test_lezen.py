"""Planted faults (`fout-*.yml`) are refused at their place, in Dutch; good files (`goed-*.yml`) read."""

import re
from pathlib import Path

import pytest

from familiegroepsplan.errors import Ernst, Melding
from familiegroepsplan.gemeente import Gemeente, read_gemeente, read_gemeenten

ROOT = Path(__file__).parents[2]
FOUTEN = sorted((Path(__file__).parent / "fouten").glob("fout-*.yml"))
GOED = sorted((Path(__file__).parent / "goed").glob("goed-*.yml"))


def expected(path: Path) -> list[tuple[int, int, str]]:
    """Line, column and part of the message, from the lines `# verwacht: REGEL:KOLOM: …` of a planted file."""
    lines = re.findall(rb"# verwacht: (\d+):(\d+): ([^\n]+)", path.read_bytes())
    return [(int(line), int(column), text.decode()) for line, column, text in lines]


def answers(melding: Melding, line: int, column: int, text: str) -> bool:
    whole = f"{melding.sleutel}: {melding.wat} - {melding.doe}"
    return (melding.plaats.regel, melding.plaats.kolom) == (line, column) and text in whole


def good(name: str) -> Gemeente:
    gemeente, meldingen = read_gemeente(Path(__file__).parent / f"goed/goed-{name}.yml", root=ROOT)
    assert gemeente is not None, meldingen
    return gemeente


@pytest.mark.parametrize("path", FOUTEN, ids=lambda path: path.stem)
def test_each_planted_fault_gives_exactly_the_expected_messages(path: Path) -> None:
    gemeente, meldingen = read_gemeente(path, root=ROOT)

    places = expected(path)
    assert places, "a planted file says what it expects"
    for line, column, text in places:
        assert any(answers(melding, line, column, text) for melding in meldingen), list(map(str, meldingen))
    assert len(meldingen) == len(places), list(map(str, meldingen))
    warns = path.stem.startswith("fout-waarschuwing")
    assert {melding.ernst for melding in meldingen} == {Ernst.WAARSCHUWING if warns else Ernst.FOUT}
    assert (gemeente is not None) == warns


def test_there_are_planted_faults_and_good_files() -> None:
    assert len(FOUTEN) >= 60
    assert len(GOED) >= 10


@pytest.mark.parametrize("path", GOED, ids=lambda path: path.stem)
def test_each_good_file_reads_without_a_message(path: Path) -> None:
    gemeente, meldingen = read_gemeente(path, root=ROOT)

    assert meldingen == []
    assert gemeente is not None
    assert gemeente.slug == path.stem


def test_a_message_names_path_place_key_fault_and_remedy() -> None:
    _, meldingen = read_gemeente(Path(__file__).parent / "fouten/fout-kleur-kort.yml", root=ROOT)

    place = "tests/gemeente/fouten/fout-kleur-kort.yml:5:20"
    words = 'huisstijl.kleur: dit is geen kleur van de vorm #rrggbb - schrijf het zo: "#ee0000"'
    assert [str(melding) for melding in meldingen] == [f"{place}: {words}"]


def test_text_that_yaml_takes_for_something_else_stays_text() -> None:
    aanbieders = good("tekst-blijft-tekst").aanbieders

    assert [one.naam for one in aanbieders] == ["no", "1e5", "0x1F", "on", "2026-01-01"]
    assert [one.kosten for one in aanbieders] == [{"nl": text} for text in ("020", "~", "1_000", "yes", "0")]
    assert [one.wachttijd for one in aanbieders] == [{"nl": text} for text in ("12:30", "null", ".inf", "true", "-.5")]


def test_markup_in_values_is_data_and_arrives_untouched() -> None:
    gemeente = good("tekens-van-html")

    assert gemeente.toegang and gemeente.toegang.naam == 'Team "Noord" & \'t Zand <oost>'
    assert gemeente.klachten and gemeente.klachten.tekst
    assert gemeente.klachten.tekst["nl"].startswith("<script>alert('x')</script> {{ gemeente.naam }}")


def test_an_empty_key_counts_as_not_written() -> None:
    gemeente = good("half-formulier")

    assert gemeente.talen == ("nl",)
    assert gemeente.toegang is None
    assert gemeente.verordening is None
    assert gemeente.huisstijl.kleur is None


def test_an_empty_list_of_articles_differs_from_none() -> None:
    silent, unknown = good("geen-artikelen").verordening, good("kort").verordening

    assert silent is not None and silent.artikelen == ()
    assert unknown is None


def test_values_are_typed_and_one_text_or_path_alone_is_dutch() -> None:
    gemeente = good("alles")

    assert gemeente.voorbeeld is True
    assert gemeente.huisstijl.kleur == "#ec0000"
    assert gemeente.herzien_voor and gemeente.herzien_voor.isoformat() == "2027-11-01"
    assert gemeente.aanbieders[0].kosten == {"nl": "gratis"}
    assert gemeente.aanbieders[0].verwijzing_nodig is False
    assert gemeente.blokken["tips-ouders"] == {"nl": "amsterdam/tekst.nl.md"}
    assert gemeente.toegankelijkheid and gemeente.toegankelijkheid.register_url == "https://www.voorbeeld.nl/verklaring"


def test_the_file_name_gives_the_slug_and_must_be_plain(tmp_path: Path) -> None:
    path = tmp_path / "Den Haag.yaml"
    path.write_text("naam: Den Haag\ncbs_code: 0518\nwebsite: https://www.denhaag.nl\n", encoding="utf-8")

    gemeente, meldingen = read_gemeente(path, root=tmp_path)

    assert gemeente is None
    assert [str(melding) for melding in meldingen] == [
        "Den Haag.yaml: de bestandsnaam heeft niet de goede vorm - hernoem het tot den-haag.yml"
    ]


def test_every_gemeente_of_the_project_reads_without_a_message() -> None:
    gemeenten, meldingen = read_gemeenten(ROOT / "content/municipalities", root=ROOT)

    assert meldingen == []
    slugs = {gemeente.slug for gemeente in gemeenten}
    assert slugs >= {"amsterdam", "de-fryske-marren", "groningen", "harderwijk", "oldenzaal"}
    assert all(gemeente.voorbeeld for gemeente in gemeenten)


def test_the_articles_of_amsterdam_are_quoted_word_for_word() -> None:
    gemeente, _ = read_gemeente(ROOT / "content/municipalities/amsterdam.yml", root=ROOT)

    assert gemeente and gemeente.verordening and gemeente.verordening.artikelen
    assert gemeente.verordening.status == "vervallen"
    assert [artikel.tekst for artikel in gemeente.verordening.artikelen] == [
        "Familiegroepsplan: hulpverleningsplan of plan van aanpak opgesteld door de ouders, samen met "
        "bloedverwanten, aanverwanten of anderen die tot de sociale omgeving van de jeugdige behoren.",
        "De Ouder- en Kindteams voeren het basispakket jeugdgezondheidszorg en het Rijksvaccinatieprogramma "
        "uit en leveren rond opvoeden en opgroeien: b.) informatie over het familiegroepsplan en de "
        "mogelijkheden tot ondersteuning bij het opstellen ervan.",
        "Wanneer de jeugdige en/of zijn ouders reeds een familiegroepsplan opgesteld hebben, vormt dit het "
        "uitgangspunt voor het gesprek zoals beschreven in het eerste lid.",
    ]
    assert all(artikel.bron for artikel in gemeente.verordening.artikelen)
    assert all(aanbieder.bron for aanbieder in gemeente.aanbieders)
