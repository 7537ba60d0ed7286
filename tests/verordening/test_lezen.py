"""Official texts in every form give the right articles; a bad one gives one clear message and nothing else."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.verordening.lezen import read_regeling
from familiegroepsplan.verordening.plan import FAMILIEGROEPSPLAN, Vondst, find_plan, mentioned_elsewhere, names_in
from familiegroepsplan.verordening.regeling import Regeling
from familiegroepsplan.verordening.xml import MAX_BYTES, MAX_ELEMENTS
from tests.proefserver import proefserver

HERE = Path(__file__).parent
GOED = sorted(HERE.glob("goed-*.xml"))
FOUT = {
    "fout-aanhef": ("verordening-leeg", "aanhef"),
    "fout-afgebroken": ("verordening-xml", "breekt de XML af"),
    "fout-alleen-pdf": ("verordening-leeg", "alleen in een PDF"),
    "fout-andere-xml": ("verordening-vorm", "<rss>"),
    "fout-attribuut": ("verordening-onveilig", "DOCTYPE"),
    "fout-codering": ("verordening-xml", "codering"),
    "fout-diep": ("verordening-xml", "te diep genest"),
    "fout-entiteiten": ("verordening-onveilig", "DOCTYPE"),
    "fout-extern-adres": ("verordening-onveilig", "DOCTYPE"),
    "fout-extern-bestand": ("verordening-onveilig", "DOCTYPE"),
    "fout-geen-artikelen": ("verordening-leeg", "geen artikelen"),
    "fout-geen-xml": ("verordening-xml", "geen XML"),
    "fout-leeg": ("verordening-xml", "leeg"),
    "fout-onbekende-entiteit": ("verordening-xml", "klopt zij niet"),
    "fout-parameter": ("verordening-onveilig", "DOCTYPE"),
    "fout-webpagina": ("verordening-xml", "webpagina"),
}
NS = 'xmlns="http://standaarden.overheid.nl/cvdr/terms/"'


def read(path: Path) -> Regeling:
    return read_regeling(path.read_bytes(), path.name)


def refused(data: bytes) -> Melding:
    with pytest.raises(Gebruikersfout) as caught:
        read_regeling(data, "bestand.xml")
    (only,) = caught.value.meldingen
    return only


def plan_in(body: str, notes: str = "") -> list[Vondst]:
    """What a regulation with these articles and notes says about the plan."""
    xml = f"<cvdr {NS}><body><regeling><regeling-tekst>{body}</regeling-tekst>{notes}</regeling></body></cvdr>"
    return find_plan(read_regeling(xml.encode(), "bestand.xml"), [FAMILIEGROEPSPLAN])


def test_there_are_good_and_bad_examples_enough() -> None:
    assert len(GOED) >= 8
    assert {path.stem for path in HERE.glob("fout-*.xml")} == set(FOUT)


@pytest.mark.parametrize("path", GOED, ids=lambda path: path.stem)
def test_a_good_text_gives_its_facts_and_its_places_about_the_plan(path: Path) -> None:
    regeling = read(path)
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    vondsten = find_plan(regeling, [FAMILIEGROEPSPLAN])
    assert [{key: value for key, value in asdict(one).items() if value} for one in vondsten] == expected["vondsten"]
    assert {one.naam: one.aantal for one in names_in(regeling)} == expected["namen"]
    assert mentioned_elsewhere(regeling, [FAMILIEGROEPSPLAN], vondsten) == expected["elders"]
    for key in ("titel", "cvdr", "gemeente", "geldig_van", "geldig_tot"):
        assert str(getattr(regeling, key) or "") == expected[key], key


@pytest.mark.parametrize("path", GOED, ids=lambda path: path.stem)
def test_every_quoted_word_stands_in_the_text(path: Path) -> None:
    source = re.sub(r"<noot>.*?</noot>|<[^>]+>|[\s\xad]", "", path.read_text("utf-8"))
    texts = [text for one in find_plan(read(path), [FAMILIEGROEPSPLAN]) for text in (one.tekst, one.toelichting)]
    for sentence in (sentence for text in texts for sentence in re.split(r"[.:;…\[\]] ?", text)):
        assert re.sub(r"\s", "", sentence) in source, sentence


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_the_encoding_makes_no_difference(encoding: str) -> None:
    text = (HERE / "goed-klassiek.xml").read_text("utf-8")
    declared = text.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    assert read_regeling(declared.encode(encoding), "x").artikelen == read(HERE / "goed-klassiek.xml").artikelen


@pytest.mark.parametrize("name", FOUT)
def test_a_bad_text_gives_one_message(name: str) -> None:
    code, words = FOUT[name]
    found = refused((HERE / f"{name}.xml").read_bytes())
    assert found.code == code
    assert words in found.wat
    assert found.doe


def test_nothing_is_fetched_and_no_file_is_read_for_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("familiegroepsplan van een ander", "utf-8")
    with proefserver() as server:
        for doctype in (
            f'<!DOCTYPE cvdr SYSTEM "{server.adres}kwaad.dtd">',
            f'<!DOCTYPE cvdr [<!ENTITY e SYSTEM "{server.adres}kwaad.txt">]>',
            f'<!DOCTYPE cvdr [<!ENTITY % e SYSTEM "{server.adres}kwaad.dtd"> %e;]>',
            f'<!DOCTYPE cvdr [<!ENTITY e SYSTEM "{secret.as_uri()}">]>',
        ):
            for encoding in ("utf-8", "utf-16"):
                xml = f"{doctype}<cvdr {NS}><body><artikel><al>&e;</al></artikel></body></cvdr>"
                assert refused(xml.encode(encoding)).code == "verordening-onveilig"
        assert server.verzoeken == []


def test_a_doctype_behind_another_encoding_is_seen_too() -> None:
    xml = f'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE cvdr [ +ADwAIQ-ENTITY a "b"+AD4 ]+AD4<cvdr {NS}/>'
    assert refused(xml.encode()).code in ("verordening-onveilig", "verordening-xml")


def test_a_huge_text_is_refused() -> None:
    assert refused(b"<cvdr>" + b"x" * MAX_BYTES).code == "verordening-groot"
    assert (
        refused(f"<cvdr {NS}><artikel>{'<al/>' * MAX_ELEMENTS}</artikel></cvdr>".encode()).code == "verordening-groot"
    )


def test_a_text_as_large_as_it_may_be_is_read() -> None:
    filling = f"<al>{'a b ' * 200}</al>" * 5_000
    many = f"<artikel><kop><nr>1</nr></kop><al>familiegroepsplan</al></artikel><artikel>{filling}</artikel>"
    assert [one.nummer for one in plan_in(many)] == ["1"]


@pytest.mark.parametrize(
    "kop",
    [
        "<kop><label>Artikel</label><nr>2.3a</nr><titel>Titel</titel></kop>",
        "<kop><label>Artikel</label><nr>2.3a.</nr><titel>Titel</titel></kop>",
        "<kop><label>Artikel 2.3a</label><nr/><titel>Titel</titel></kop>",
        "<kop><titel>Artikel 2.3a Titel</titel></kop>",
        "<kop><titel>Art. 2.3a - Titel</titel></kop>",
        "<kop>Artikel 2.3a. Titel</kop>",
    ],
)
def test_a_heading_is_understood_however_it_is_spread(kop: str) -> None:
    (one,) = plan_in(f"<artikel>{kop}<al>Een familiegroepsplan.</al></artikel>")
    assert (one.nummer, one.titel) == ("2.3a", "Titel")


@pytest.mark.parametrize(
    "word", ["Familiegroepsplannen", "familie-groepsplan", "familie groepsplan", "familiegroepplan"]
)
def test_the_plan_is_found_in_every_spelling(word: str) -> None:
    assert len(plan_in(f"<artikel><kop><nr>1</nr></kop><al>Over {word}.</al></artikel>")) == 1


@pytest.mark.parametrize("word", ["groepsplan", "familiegroep", "gezinsplan"])
def test_other_words_are_not_the_plan(word: str) -> None:
    assert plan_in(f"<artikel><kop><nr>1</nr></kop><al>Over een {word}.</al></artikel>") == []


def test_articles_of_an_annex_and_of_an_amendment_are_not_ours() -> None:
    other = "<artikel><kop><nr>9</nr></kop><al>familiegroepsplan</al></artikel>"
    ours = "<artikel><kop><nr>1</nr></kop><al>Iets anders.</al></artikel>"
    assert plan_in(f"{ours}<wijzig-artikel>{other}</wijzig-artikel>", f"<bijlage>{other}</bijlage>") == []


KOPPEN = {
    "vet": "<al><vet>Artikel 4 Gesprek</vet></al>",
    "cursief": "<al><cursief>Artikel 4 Gesprek</cursief></al>",
    "onderstreept": "<al><onderstreept>Artikel 4 Gesprek</onderstreept></al>",
    "in stukken": "<al><vet>Artikel</vet><vet> 4 </vet><cursief>Gesprek</cursief></al>",
    "kaal": "<al>Artikel 4 Gesprek</al>",
    "met punt": "<al>Artikel 4. Gesprek</al>",
    "met dubbele punt": "<al>Artikel 4: Gesprek</al>",
    "zonder titel": "<al>Artikel 4</al>",
    "tussenkop": "<tussenkop>Artikel 4 Gesprek</tussenkop>",
    "kop": "<divisie><kop><label>Artikel</label><nr>4</nr><titel>Gesprek</titel></kop></divisie>",
    "ander nummer": "<al><vet>Artikel 7 Gesprek</vet></al>",
    "meer artikelen": "<al><vet>Artikelen 3, 4 en 5</vet></al>",
    "reeks": "<al><vet>Artikelen 3 tot en met 5</vet></al>",
}


@pytest.mark.parametrize("kop", KOPPEN.values(), ids=KOPPEN)
def test_a_note_is_found_under_every_kind_of_heading(kop: str) -> None:
    body = (
        "<artikel><kop><nr>4</nr><titel>Gesprek</titel></kop><al>Het familiegroepsplan telt.</al></artikel>"
        "<artikel><kop><nr>7</nr><titel>Bezwaar en klachten</titel></kop><al>Wie klaagt.</al></artikel>"
    )
    notes = f"<nota-toelichting><al>Vooraf.</al>{kop}<al>De noot.</al><al><vet>Artikel 8 Slot</vet></al><al>Slot.</al>"
    (one,) = plan_in(body, f"{notes}</nota-toelichting>")
    assert one.toelichting == "De noot."


def test_a_sentence_that_names_an_article_is_no_heading() -> None:
    body = "<artikel><kop><nr>4</nr></kop><al>familiegroepsplan</al></artikel>"
    notes = (
        "<al>Artikel 4</al><al>Eerst.</al><al>Artikel 5 van de wet geldt ook.</al><al>Artikel 6 zegt:</al><al>Dan.</al>"
    )
    (one,) = plan_in(body, f"<nota-toelichting>{notes}</nota-toelichting>")
    assert one.toelichting == "Eerst. Artikel 5 van de wet geldt ook. Artikel 6 zegt: Dan."


def test_numbers_that_finish_a_sentence_are_items_and_no_paragraphs() -> None:
    items = "<lijst><li nr='1.'><al>post;</al></li><li nr='2.'><al>een familiegroepsplan.</al></li></lijst>"
    (one,) = plan_in(
        f"<artikel><kop><nr>2</nr><titel>Stukken</titel></kop><al>Meegebracht wordt:</al>{items}</artikel>"
    )
    assert (one.lid, one.tekst) == ("2", "Meegebracht wordt: […] 2. een familiegroepsplan.")
