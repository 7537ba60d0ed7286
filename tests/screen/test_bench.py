"""`fgp bench` prints precision and recall of the rules on the sample texts."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from familiegroepsplan.cli.bench import screen_figures, screen_table
from familiegroepsplan.project import Project
from familiegroepsplan.screen.kwaliteit import Kwaliteit, Meting, screen_quality
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project


def test_the_shares_of_found_and_of_rightly_found_are_told_by_set() -> None:
    quality = {"apart": Kwaliteit(4, Meting(10, 8, 6), Meting(0, 0, 0))}
    out = StringIO()
    Console(file=out, width=110).print(screen_table(quality))
    sentences = next(line for line in out.getvalue().splitlines() if "zinnen" in line)
    assert "apart (4)" in sentences and "6 van 10: 60%" in sentences and "6 van 8: 75%" in sentences
    assert "0 van 0: 100%" in out.getvalue()
    plain = json.loads(json.dumps(screen_figures(quality)))
    assert plain["apart"]["zinnen"] == {"verwacht": 10, "gevonden": 8, "terecht": 6, "precisie": 0.75, "vangst": 0.6}


def test_every_planted_fault_of_the_samples_is_found(project: Project) -> None:
    found = screen_quality(project)["voorbeelden"]
    assert (found.zinnen.vangst, found.zinnen.precisie) == (1, 1)
    assert (found.onderdelen.vangst, found.onderdelen.precisie) == (1, 1)


@pytest.mark.volledig
def test_a_sample_that_cannot_be_read_stops_the_bench_with_one_message(tmp_path: Path) -> None:
    copy = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl",))
    folder = copy / "tests" / "screen" / "apart"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stuk.txt").write_text("Een tekst.\n", "utf-8")
    (folder / "stuk.verwacht.yml").write_text("verzonnen: ja\nzinnen: {}\nteveel: 1\n", "utf-8")
    result = run_command("fgp", "bench", "--gemeenten", "1", cwd=copy)
    assert result.code == 1
    assert "tests/screen/apart/stuk.verwacht.yml:3:1: teveel" in result.text and "Traceback" not in result.text


@pytest.mark.volledig
def test_the_command_prints_the_figures_and_writes_them(tmp_path: Path) -> None:
    target = tmp_path / "cijfers.json"
    result = run_command("fgp", "bench", "--gemeenten", "1", "--mkdocs", "1", "--json", target, "--map", tmp_path)
    assert result.code == 0, result.text
    assert "fgp screen op zijn proefteksten" in result.text and "83 van 83: 100%" in result.text
    figures = json.loads(target.read_text("utf-8"))
    assert figures["screen"]["voorbeelden"]["zinnen"]["vangst"] == 1
