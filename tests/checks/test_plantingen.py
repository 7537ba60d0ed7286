"""Faults in pages, translations, words, national data and municipalities are told at their place."""

from collections.abc import Callable
from datetime import date

import pytest

from familiegroepsplan.blok import text_hash
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.checks import check_texts, text_errors
from familiegroepsplan.checks.codes import REGELS
from familiegroepsplan.checks.regels_opbouw import TABEL as OPBOUW
from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.project import Project
from tests.checks.conftest import PROEF, VANDAAG
from tests.checks.plantingen import IN_GEMEENTE, IN_TEKSTEN, WACHTEN, Planting, translation
from tests.checks.test_fouten import planted_codes

Check = Callable[[], list[Melding]]
LATER = {"kleine-wijziging-groot", "sjabloon-fout", "term-anders", "vertaling-ontbreekt", "vertaling-professionals"}
"""Codes with a test of their own."""


def test_the_small_project_has_no_fault(texts: Check, gemeente: Check) -> None:
    assert texts() == []
    assert gemeente() == []


@pytest.mark.parametrize("planting", IN_TEKSTEN, ids=lambda p: f"{p.code}-{p.bestand}")
def test_a_fault_in_the_texts_is_told_at_its_place(planting: Planting, project: Project, texts: Check) -> None:
    planting.plant(project.root)
    found = texts()
    assert_told(planting, found)
    errors = [melding for melding in found if melding.ernst is Ernst.FOUT]
    assert text_errors(project, load_inhoud(project), VANDAAG) == errors


def test_what_is_remembered_of_a_text_holds_while_its_links_lead_somewhere(project: Project) -> None:
    picture, page = project.docs / "beeld.png", project.docs / "tips.md"
    picture.write_bytes(b"x")
    path = project.root / PROEF
    path.write_text(path.read_text("utf-8") + "\n![Een plaatje](beeld.png) [tips](tips.md)\n", "utf-8")

    def codes() -> set[str]:
        with remembering(Cache(project.cache)):
            return {melding.code for melding in text_errors(project, load_inhoud(project), VANDAAG)}

    assert codes() == codes() == set()
    picture.unlink()
    assert codes() == {"md-afbeelding-bestand"}
    picture.write_bytes(b"x")
    assert codes() == set()
    page.rename(project.docs / "raad.md")
    assert "md-link-pagina" in codes()


@pytest.mark.parametrize("planting", IN_GEMEENTE, ids=lambda p: f"{p.code}-{p.bestand}")
def test_a_fault_of_a_municipality_is_told_at_its_place(planting: Planting, project: Project, gemeente: Check) -> None:
    planting.plant(project.root)
    found = gemeente()
    assert_told(planting, found)
    assert {melding.wie for melding in found} == {Wie.GEMEENTE}


def assert_told(planting: Planting, found: list[Melding]) -> None:
    here = [m for m in found if m.code == planting.code and str(m.plaats) == planting.plaats]
    assert len(here) == 1, "\n".join(map(str, found))
    assert planting.woorden in here[0].wat
    assert here[0].doe


def test_every_rule_has_a_planted_fault() -> None:
    planted = planted_codes() | LATER | {planting.code for planting in (*IN_TEKSTEN, *IN_GEMEENTE)}
    assert {regel.code for regel in OPBOUW} | set(REGELS) <= planted


def test_a_good_translation_passes(project: Project, texts: Check) -> None:
    (project.blocks / "en/wachten.md").write_text(translation(WACHTEN.replace("Bel", "Call")), "utf-8")
    assert texts() == []


def test_a_stale_translation_may_still_have_the_old_links(project: Project, texts: Check) -> None:
    text = WACHTEN.replace("[tips](tips.md#tips-lijst)", "tips")
    (project.blocks / "en/wachten.md").write_text(translation(text, source="oud"), "utf-8")
    assert [melding.code for melding in texts()] == ["vertaling-verouderd"]


def test_a_correction_that_is_no_longer_small_is_told(project: Project, texts: Check) -> None:
    path = project.blocks / "nl/wachten.md"
    head, _, _ = path.read_text("utf-8").partition("vervangbaar")
    (project.blocks / "en/wachten.md").write_text(translation(WACHTEN), "utf-8")
    (project.content / "vertaalgeheugen").mkdir()
    (project.content / "vertaalgeheugen" / f"{text_hash(WACHTEN)}.md").write_text(WACHTEN, "utf-8")
    kept = f'{head}kleine_wijziging_van: ["{text_hash(WACHTEN)}"]\nvervangbaar: ja\n---\n'
    path.write_text(kept + WACHTEN.replace("Dat duurt", "Het duurt"), "utf-8")
    assert [m for m in texts() if m.code == "kleine-wijziging-groot"] == []
    path.write_text(kept + WACHTEN.replace("Je wacht op hulp. Dat duurt soms lang.", "Bel de gemeente. " * 4), "utf-8")
    (found,) = [m for m in texts() if m.code == "kleine-wijziging-groot"]
    assert str(found.plaats) == "content/blocks/nl/wachten.md:6:25" and "% veranderd" in found.wat


def test_a_missing_family_text_is_an_error_for_who_offers_the_language(project: Project, gemeente: Check) -> None:
    path = project.gemeenten / "testdam.yml"
    path.write_text(path.read_text("utf-8").replace("talen: [nl]", "talen: [nl, ar]"), "utf-8")
    (project.blocks / "ar").mkdir()
    (project.blocks / "ar/wachten.md").write_text(translation(WACHTEN), "utf-8")
    (found,) = gemeente()
    assert (found.code, found.ernst, found.sleutel) == ("vertaling-ontbreekt", Ernst.FOUT, "talen")
    assert "in het Arabisch ontbreken" in found.wat
    assert "proef" in found.wat and "plicht" not in found.wat and "wachten" not in found.wat


def test_missing_texts_for_professionals_are_counted_in_english_only(project: Project) -> None:
    found = check_texts(project, load_inhoud(project), date(2026, 11, 1), {"en", "ar"})
    assert [(m.code, str(m.plaats), m.ernst) for m in found] == [
        ("vertaling-professionals", "content/blocks/en", Ernst.WAARSCHUWING)
    ]
    assert found[0].wat == "nog niet vertaald in het Engels (2): pagina-professionals, plicht"
    assert found[0].wie is Wie.VERTALER
