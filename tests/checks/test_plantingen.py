"""Faults in pages, translations, words, national data and municipalities are told at their place."""

from collections.abc import Callable

import pytest

from familiegroepsplan.checks.codes import REGELS
from familiegroepsplan.checks.regels_opbouw import TABEL as OPBOUW
from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.project import Project
from tests.checks.plantingen import IN_GEMEENTE, IN_TEKSTEN, WACHTEN, Planting, translation
from tests.checks.test_fouten import planted_codes

Check = Callable[[], list[Melding]]
LATER = {"vertaling-ontbreekt"}
"""Codes with a test of their own."""


def test_the_small_project_has_no_fault(texts: Check, gemeente: Check) -> None:
    assert texts() == []
    assert gemeente() == []


@pytest.mark.parametrize("planting", IN_TEKSTEN, ids=lambda p: f"{p.code}-{p.bestand}")
def test_a_fault_in_the_texts_is_told_at_its_place(planting: Planting, project: Project, texts: Check) -> None:
    planting.plant(project.root)
    assert_told(planting, texts())


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


def test_missing_translations_are_counted_per_language_that_a_municipality_offers(project: Project) -> None:
    from datetime import date

    from familiegroepsplan.checks import check_texts
    from familiegroepsplan.inhoud import load_inhoud

    (project.blocks / "en/wachten.md").write_text(translation(WACHTEN), "utf-8")
    found = check_texts(project, load_inhoud(project), date(2026, 11, 1))
    assert [(str(m.plaats), m.wat) for m in found] == [
        (
            "content/blocks/en",
            "nog niet vertaald in het Engels (6): pagina-index, pagina-professionals, pagina-tips, plicht, "
            "proef, tips-lang",
        )
    ]
    assert found[0].ernst is Ernst.WAARSCHUWING
    assert found[0].wie is Wie.VERTALER
    other = check_texts(project, load_inhoud(project), date(2026, 11, 1), {"ar"})
    assert "Arabisch (5)" in other[0].wat
    assert "plicht" not in other[0].wat
