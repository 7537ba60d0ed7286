"""The sample texts: every planted fault is found, and nothing in a good text."""

import pytest

from familiegroepsplan.project import Project
from familiegroepsplan.screen.kwaliteit import Proef, compare, read_proeven, screen_quality
from familiegroepsplan.screen.oordeel import Maatstaf, judge, missing
from tests.conftest import ROOT

VOORBEELDEN = read_proeven(Project(ROOT), "voorbeelden")
APART = read_proeven(Project(ROOT), "apart")


def test_there_are_enough_samples_of_both_kinds() -> None:
    assert len(VOORBEELDEN) >= 40 and len(APART) >= 12
    for proeven in (VOORBEELDEN, APART):
        assert {proef.naam.split("-")[0] for proef in proeven} == {"goed", "fout"}
    assert all(not proef.verwachting.zinnen for proef in VOORBEELDEN + APART if proef.naam.startswith("goed"))


def test_every_rule_has_a_sample_that_breaks_it(maatstaf: Maatstaf) -> None:
    broken = {rule for proef in VOORBEELDEN for rule in proef.verwachting.zinnen}
    absent = {rule for proef in VOORBEELDEN for rule in proef.verwachting.ontbreekt or ()}
    rules = {zoek.regel.id for zoek in maatstaf.regels} - {"leesbaarheid"}
    assert broken | absent == rules


@pytest.mark.parametrize("proef", VOORBEELDEN, ids=lambda proef: proef.naam)
def test_the_sentences_found_are_the_sentences_planted(proef: Proef, maatstaf: Maatstaf) -> None:
    _, wrong = compare(judge(proef.tekst, maatstaf).bevindingen, proef.verwachting)
    assert wrong == []


@pytest.mark.parametrize(
    "proef", [p for p in VOORBEELDEN if p.verwachting.ontbreekt is not None], ids=lambda proef: proef.naam
)
def test_what_is_missing_is_told(proef: Proef, maatstaf: Maatstaf) -> None:
    absent = {one.regel.id for one in missing([judge(proef.tekst, maatstaf)], maatstaf)}
    assert absent == set(proef.verwachting.ontbreekt or ())


def test_on_texts_held_apart_the_rules_keep_a_floor(project: Project) -> None:
    """The figures themselves are in handboek/screenen.md; these are well below them, to notice a fall."""
    quality = screen_quality(project)["apart"]
    assert quality.teksten == len(APART)
    assert quality.zinnen.vangst >= 0.85 and quality.zinnen.precisie >= 0.85
    assert quality.onderdelen.vangst >= 0.85 and quality.onderdelen.precisie >= 0.8


def test_the_figures_fall_when_a_planted_fault_is_not_there(maatstaf: Maatstaf) -> None:
    proef = next(p for p in VOORBEELDEN if p.naam.startswith("fout-01"))
    found = judge(proef.tekst, maatstaf).bevindingen
    meting, wrong = compare(found[1:], proef.verwachting)
    assert meting.vangst == (len(found) - 1) / len(found) and meting.precisie == 1
    assert len(wrong) == 1 and wrong[0].startswith("gemist")
    good = next(p for p in VOORBEELDEN if p.naam.startswith("goed-02"))
    meting, wrong = compare(found, good.verwachting)
    assert meting.precisie == 0 and all(line.startswith("te veel") for line in wrong)
