"""Looking for wording: the notation of patterns, and what turns a sentence round."""

import pytest

from familiegroepsplan.project import Project
from familiegroepsplan.screen.patroon import Patroonfout, compile_pattern, find
from familiegroepsplan.screen.regel import read_screening
from tests.conftest import ROOT
from tests.projectkopie import copy_project

GROEPEN = {"wij": ("wij|we", "ons team"), "doen": ("<wij> lossen|lost",), "kring": ("<kring>",)}


def hit(pattern: str, sentence: str) -> bool:
    found = find([compile_pattern(pattern, GROEPEN)], sentence)
    return bool(found) and not (found and found.ontkend)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("<wij> los* ... op", "Wij lossen het snel en goed voor u op."),
        ("<doen> ... op", "Ons team lost, als het kan, alles op!"),
        ("eerst? een plan", "Een plan is er al"),
        ("^ bel", "Bel ons."),
        ("*plan is .. klaar", "Het familiegroepsplan is bijna helemaal klaar"),
        ("oma's", "Bij oma’s huis"),
        ("0800-2000", "Bel 0800-2000."),
    ],
)
def test_a_pattern_finds_its_wording(pattern: str, sentence: str) -> None:
    assert hit(pattern, sentence)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("<wij> los* ... op", "Wij lossen een twee drie vier vijf zes zeven dingen op."),
        ("plan", "Het stappenplan"),
        ("^ bel", "Ik bel je."),
        ("wij lossen", "wij, lossen alles"[:4] + " en lossen"),
        ("<wij> los* ... op", "Wij lossen het niet voor u op."),
        ("<wij> los* ... op", "Niemand zegt dat wij het hier lossen op."),
    ],
)
def test_a_pattern_leaves_other_wording_alone(pattern: str, sentence: str) -> None:
    assert not hit(pattern, sentence)


def test_a_negation_counts_in_its_own_clause_only() -> None:
    assert hit("<wij> los* ... op", "U hoeft niet te wachten, want wij lossen het op.")
    assert hit("<wij> los* ... op", "Wij lossen niet alleen dit op.")
    assert not hit("<wij> los* ... op", "Wij beloven niet dat wij het lossen op.")


def test_a_pattern_that_holds_a_negation_means_it_so() -> None:
    assert hit("zonder plan ... geen hulp", "Zonder plan krijgt u geen hulp.")


@pytest.mark.parametrize("pattern", ["", "a|...", "<weg>", "<kring>", "(a)", "a+b"])
def test_a_pattern_that_cannot_be_understood_is_refused_in_dutch(pattern: str) -> None:
    with pytest.raises(Patroonfout, match=r"is geen|geen patroon|is er niet|naar zichzelf"):
        compile_pattern(pattern, GROEPEN)


def test_all_faults_in_the_rules_are_told_at_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = copy_project(ROOT, tmp_path_factory.mktemp("regels") / "p")
    path = copy / "content" / "screening.yml"
    text = path.read_text("utf-8").replace('"<fgp> ... recht"', '"<fpg> ... recht"').replace('"akj"', '"(akj)"')
    path.write_text(text, "utf-8")
    regels, meldingen = read_screening(Project(copy))
    assert regels == () and len(meldingen) == 1
    assert "fpg" in meldingen[0].wat and "(akj)" in meldingen[0].wat
    path.write_text(text.replace("soort: vereist", "sort: vereist", 1), "utf-8")
    assert any("soort" in melding.doe for melding in read_screening(Project(copy))[1])
