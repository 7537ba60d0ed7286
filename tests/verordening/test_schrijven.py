"""Writing into a municipality's file changes what must change and leaves every other byte as it was."""

import difflib
from dataclasses import replace
from datetime import date

import pytest

from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.reading import parse_yaml
from familiegroepsplan.register import load_register
from familiegroepsplan.verordening.opnemen import Opname
from familiegroepsplan.verordening.plan import Vondst
from familiegroepsplan.verordening.regels_bewaren import keep_lines
from familiegroepsplan.verordening.schrijven import write_in
from tests.conftest import ROOT

TWEE = Vondst("2.2", "2b", "Toegang", "Het team vertelt over: het familiegroepsplan.", "Zo staat het er.")
DRIE = Vondst("3.6", "2", "Gesprek", "Een familiegroepsplan telt mee # altijd.", "")
OPNAME = Opname(
    "Verordening jeugdhulp Testdam 2026",
    "CVDR900001/2",
    "https://lokaleregelgeving.overheid.nl/CVDR900001/2",
    date(2026, 1, 1),
    None,
    "geldend",
    "",
    (TWEE, DRIE),
)
VOL = """# Kop van het bestand
naam: Testdam
cbs_code:   "9999"   # vier cijfers


website: https://www.testdam.example
verordening:   # van de raad
  # de naam
  titel: 'Verordening  oud'
  cvdr: CVDR900001/1  # versie 1
  url: https://lokaleregelgeving.overheid.nl/CVDR900001/1
  geldig_van: 2020-01-01
  geldig_tot:
  status:   vervallen
  gecontroleerd_op: 2024-01-01
  artikelen:
    # het eerste
    - nummer: "2.2"
      lid: "2b"
      titel: Toegang
      tekst: >-
        Het team vertelt over:
        het familiegroepsplan.
      toelichting: Zo staat het er.
      uitleg: {nl: "Je hoort ervan.",   en: 'You hear of it.'}  # goed nagekeken
      bron: raad
      gecontroleerd_op: 2024-02-02
    - {nummer: 3.6, lid: 2, titel: Gesprek, tekst: "Een oud familiegroepsplan.", uitleg: Je plan telt.}

# De aanbieders
aanbieders: []
talen:  [ nl,en ]
# einde
"""


def data_of(text: str) -> dict[str, object]:
    document, meldingen = parse_yaml(text, "x.yml")
    assert document and not meldingen, meldingen
    assert isinstance(document.data, dict)
    return document.data


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    lines = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return [x[2:] for x in lines if x.startswith("- ")], [x[2:] for x in lines if x.startswith("+ ")]


def test_only_what_changed_is_another_line() -> None:
    gone, came = changed_lines(VOL, write_in(VOL, OPNAME, "x.yml").tekst)
    assert gone == [
        "  titel: 'Verordening  oud'",
        "  cvdr: CVDR900001/1  # versie 1",
        "  url: https://lokaleregelgeving.overheid.nl/CVDR900001/1",
        "  geldig_van: 2020-01-01",
        "  status:   vervallen",
        "  gecontroleerd_op: 2024-01-01",
        '    - {nummer: 3.6, lid: 2, titel: Gesprek, tekst: "Een oud familiegroepsplan.", uitleg: Je plan telt.}',
    ]
    assert "  cvdr: CVDR900001/2  # versie 1" in came
    assert "  gecontroleerd_op:" in came


def test_the_file_says_what_the_regulation_says() -> None:
    section = data_of(write_in(VOL, OPNAME, "x.yml").tekst)["verordening"]
    assert isinstance(section, dict)
    assert section["titel"] == OPNAME.titel
    assert (section["geldig_van"], section["geldig_tot"], section["status"]) == ("2026-01-01", None, "geldend")
    assert section["bron"] == OPNAME.url
    first, second = section["artikelen"]
    assert first["uitleg"] == {"nl": "Je hoort ervan.", "en": "You hear of it."}
    assert first["gecontroleerd_op"] == "2024-02-02"
    assert (second["nummer"], second["lid"], second["tekst"]) == ("3.6", "2", DRIE.tekst)
    assert second["gecontroleerd_op"] is None


def test_the_explanation_of_another_wording_becomes_a_comment_and_is_told() -> None:
    result = write_in(VOL, OPNAME, "x.yml")
    assert [melding.code for melding in result.meldingen] == ["verordening-uitleg"]
    assert "artikel 3.6 lid 2" in result.meldingen[0].wat
    assert '#   nl: "Je plan telt."' in result.tekst
    section = data_of(result.tekst)["verordening"]
    assert isinstance(section, dict) and "uitleg" not in section["artikelen"][1]


def test_writing_twice_changes_nothing_more() -> None:
    once = write_in(VOL, OPNAME, "x.yml").tekst
    again = write_in(once, OPNAME, "x.yml")
    assert (again.tekst, again.meldingen) == (once, ())


def test_an_article_that_moved_keeps_its_explanation() -> None:
    moved = replace(OPNAME, vondsten=(DRIE, replace(TWEE, nummer="4.1", lid="")))
    result = write_in(VOL, moved, "x.yml")
    section = data_of(result.tekst)["verordening"]
    assert isinstance(section, dict)
    assert section["artikelen"][1]["nummer"] == "4.1"
    assert "lid" not in section["artikelen"][1]
    assert section["artikelen"][1]["uitleg"]["nl"] == "Je hoort ervan."


def test_punctuation_and_capitals_do_not_make_another_text() -> None:
    other = replace(TWEE, tekst="Het team vertelt over het Familiegroepsplan")
    result = write_in(VOL, replace(OPNAME, vondsten=(other, DRIE)), "x.yml")
    section = data_of(result.tekst)["verordening"]
    assert isinstance(section, dict)
    assert section["artikelen"][0]["tekst"] == other.tekst
    assert section["artikelen"][0]["uitleg"]["nl"] == "Je hoort ervan."


def test_what_is_no_longer_there_is_told() -> None:
    result = write_in(VOL, replace(OPNAME, vondsten=(TWEE,)), "x.yml")
    assert [(m.code, "3.6 lid 2" in m.wat) for m in result.meldingen] == [("verordening-weg", True)]
    section = data_of(result.tekst)["verordening"]
    assert isinstance(section, dict) and len(section["artikelen"]) == 1


def test_no_article_on_the_plan_is_written_as_an_empty_list() -> None:
    result = write_in(VOL, replace(OPNAME, vondsten=()), "x.yml")
    assert "\n  # het eerste\n  artikelen: []\n" in result.tekst
    assert "# De aanbieders\naanbieders: []\n" in result.tekst
    new = write_in("naam: Testdam\n", replace(OPNAME, vondsten=()), "x.yml").tekst
    assert "\n  artikelen: []\n" in new


def test_another_name_of_the_plan_is_written_and_an_old_one_stays() -> None:
    assert "plannaam: gezinsplan" in write_in(VOL, replace(OPNAME, plannaam="gezinsplan"), "x.yml").tekst
    named = VOL.replace("  status:", "  plannaam: eigen plan  # zo heet het\n  status:")
    assert "  plannaam: eigen plan  # zo heet het\n" in write_in(named, OPNAME, "x.yml").tekst


def test_a_check_date_and_status_stay_when_it_is_the_same_version() -> None:
    same = replace(OPNAME, cvdr="CVDR900001/1", status="onbekend", geldig_van=None)
    section = data_of(write_in(VOL, same, "x.yml").tekst)["verordening"]
    assert isinstance(section, dict)
    assert (section["gecontroleerd_op"], section["status"]) == ("2024-01-01", "vervallen")
    assert section["geldig_van"] == "2020-01-01"


def test_without_a_number_another_regulation_does_not_keep_the_old_one() -> None:
    section = data_of(write_in(VOL, replace(OPNAME, cvdr="", url=""), "x.yml").tekst)["verordening"]
    assert isinstance(section, dict)
    assert (section["cvdr"], section["url"], section["bron"]) == (None, None, OPNAME.titel)


@pytest.mark.parametrize("slug", [path.stem for path in (ROOT / "content/municipalities").glob("*.yml")])
def test_in_the_files_of_this_project_nothing_else_changes(slug: str) -> None:
    old = (ROOT / f"content/municipalities/{slug}.yml").read_text("utf-8")
    new = write_in(old, OPNAME, f"{slug}.yml").tekst
    assert {k: v for k, v in data_of(new).items() if k != "verordening"} == {
        k: v for k, v in data_of(old).items() if k != "verordening"
    }
    before, _, after = old.partition("\nverordening:")
    if after:
        follows = after[after.index("\naanbieders:") :] if "\naanbieders:" in after else ""
        assert new.startswith(f"{before}\nverordening:") and new.endswith(follows)
    else:
        assert set(old.splitlines()) <= set(new.splitlines())
    assert write_in(new, OPNAME, f"{slug}.yml").tekst == new


def test_a_new_file_of_any_municipality_takes_the_regulation() -> None:
    for gemeente in list(load_register().by_code.values())[::40]:
        old = new_gemeente_text(gemeente, website="https://www.testdam.example")
        new = write_in(old, OPNAME, "x.yml").tekst
        gone, came = changed_lines(old, new)
        assert gone == []
        assert "verordening:" in came
        section = data_of(new)["verordening"]
        assert isinstance(section, dict) and len(section["artikelen"]) == 2


STIJLEN = {
    "vier spaties": VOL.replace("\n  ", "\n    ").replace("\n      ", "\n        "),
    "streepje aan de kantlijn": "naam: X\nverordening:\n  titel: A\n  artikelen:\n  - nummer: '1'\n    tekst: B\n"
    "website: C\n",
    "lege sleutel": "naam: X\nverordening:\nwebsite: C\n",
    "lege sleutel met opmerking": "naam: X\nverordening:  # komt nog\n\n# site\nwebsite: C\n",
    "laatste sleutel": "naam: X\n\nverordening:\n  titel: A",
    "aanhalingstekens in tekst": 'verordening:\n  titel: "A \\"b\\" \'c\'"\n'
    "  artikelen:\n    - {nummer: '1', tekst: 'x: y'}\n",
    "blok met regels": "verordening:\n  titel: A\n  artikelen:\n"
    "    - nummer: '1'\n      tekst: |\n        a\n\n        b\n",
}


@pytest.mark.parametrize("text", STIJLEN.values(), ids=STIJLEN)
def test_every_layout_is_kept_outside_the_part_and_readable_inside(text: str) -> None:
    new = write_in(text, OPNAME, "x.yml").tekst
    section = data_of(new)["verordening"]
    assert isinstance(section, dict) and [one["nummer"] for one in section["artikelen"]] == ["2.2", "3.6"]
    others = [line for line in text.splitlines() if line.startswith(("naam", "website", "#", "aanbieders", "talen"))]
    assert [line for line in new.splitlines() if line in others] == others
    assert write_in(new, OPNAME, "x.yml").tekst == new


@pytest.mark.parametrize(
    "text",
    [
        "verordening: {titel: A}\n",
        "{naam: X, verordening: {titel: A}}\n",
        "naam: X\nnaam: Y\n",
        "naam: [\n",
        "- a\n",
        "",
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(Gebruikersfout) as caught:
        write_in(text, OPNAME, "x.yml")
    assert caught.value.meldingen and all(one.doe for one in caught.value.meldingen)


def test_lines_that_were_only_laid_out_anew_are_put_back() -> None:
    original, plain = ["a:  1", "b: [ 2 ]", "# c", "d: 4"], ["a: 1", "b: [2]", "# c", "d: 4"]
    assert keep_lines(original, plain, ["a: 1", "b: [3]", "# c", "e: 5", "d: 4"]) == [
        "a:  1",
        "b: [3]",
        "# c",
        "e: 5",
        "d: 4",
    ]
