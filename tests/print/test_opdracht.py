"""`fgp flyers` as a user gives it, with what goes to the office printer and to the press."""

from pathlib import Path

import pikepdf
import pytest

from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.print.aanbod import read_aanbod
from familiegroepsplan.project import Project
from tests.conftest import ROOT, Afloop, run_command
from tests.print.drukvel import CMYK_PROFIEL, rgb_objects
from tests.projectkopie import copy_project

FLYERS = ("basisvragen", "familiegroepsplan", "mijn-plan")


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with three flyers and a gemeente that has the profile of its printer."""
    folder = copy_project(ROOT, tmp_path_factory.mktemp("project") / "p", "amsterdam", "groningen", talen=("nl",))
    for path in (folder / "content" / "flyers").glob("*/flyer.yml"):
        if path.parent.name not in FLYERS:
            path.unlink()
    gemeenten = folder / "content" / "municipalities"
    (gemeenten / "amsterdam").mkdir(exist_ok=True)
    (gemeenten / "amsterdam" / "pers.icc").write_bytes(CMYK_PROFIEL.read_bytes())
    text = (gemeenten / "amsterdam.yml").read_text("utf-8")
    text = text.replace("huisstijl:\n", "huisstijl:\n  drukprofiel: amsterdam/pers.icc\n")
    (gemeenten / "amsterdam.yml").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def afloop(kopie: Path) -> Afloop:
    return run_command("fgp", "flyers", "amsterdam", "groningen", "--press", cwd=kopie)


def test_each_gets_its_files_and_one_without_site_url_is_told_why_not_for_the_press(
    kopie: Path, afloop: Afloop
) -> None:
    assert afloop.code == 1, afloop.text
    assert "content/municipalities/groningen.yml" in afloop.text and "vul site_url in" in afloop.text
    flyers = kopie / "dist" / "amsterdam" / "flyers"
    assert sorted(p.name for p in (flyers / "drukwerk").iterdir()) == sorted(
        f"{naam}-nl{suffix}" for naam in FLYERS for suffix in (".pdf", ".txt")
    )
    assert sorted(p.name for p in (flyers / "kantoor").iterdir()) == ["basisvragen-nl.pdf", "familiegroepsplan-nl.pdf"]
    assert not (kopie / "dist" / "groningen" / "flyers" / "drukwerk").exists()
    assert (kopie / "dist" / "groningen" / "flyers" / "mijn-plan-nl.pdf").is_file()
    assert (flyers / "beeld" / "familiegroepsplan-nl.webp").is_file()
    again = run_command("fgp", "flyers", "amsterdam", "groningen", "--press", cwd=kopie)
    assert "0 bestanden gemaakt" in again.text, again.text


def test_the_files_for_the_press_hold_no_colour_of_light_and_the_profile(kopie: Path, afloop: Afloop) -> None:
    for naam in FLYERS:
        path = kopie / "dist" / "amsterdam" / "flyers" / "drukwerk" / f"{naam}-nl.pdf"
        assert rgb_objects(path.read_bytes()) == []
        with pikepdf.open(path) as document:
            (intent,) = document.Root.OutputIntents
            assert intent.DestOutputProfile.read_bytes() == CMYK_PROFIEL.read_bytes()
        assert "PDF/X-4" in path.with_suffix(".txt").read_text("utf-8")


def test_the_form_on_the_site_has_fields_and_the_one_for_the_press_has_none(kopie: Path, afloop: Afloop) -> None:
    flyers = kopie / "dist" / "amsterdam" / "flyers"
    with pikepdf.open(flyers / "mijn-plan-nl.pdf") as document:
        assert len(document.Root.AcroForm.Fields) > 80
    with pikepdf.open(flyers / "drukwerk" / "mijn-plan-nl.pdf") as document:
        assert "/AcroForm" not in document.Root and len(document.pages) == 4


def test_a_file_that_is_no_profile_is_told(kopie: Path, afloop: Afloop) -> None:
    profile = kopie / "content" / "municipalities" / "amsterdam" / "pers.icc"
    profile.write_bytes(b"geen profiel")
    result = run_command("fgp", "flyers", "amsterdam", "--press", cwd=kopie)
    assert result.code == 1
    assert "huisstijl.drukprofiel: dit is geen ICC-profiel" in result.text


def test_a_site_offers_its_own_press_files_where_the_printer_is_known(kopie: Path, afloop: Afloop) -> None:
    project = Project(kopie)
    (project.gemeenten / "amsterdam" / "pers.icc").write_bytes(CMYK_PROFIEL.read_bytes())
    inhoud = load_inhoud(project)
    offered = {}
    for slug in ("amsterdam", "groningen"):
        gemeente, _ = read_gemeente(project.gemeenten / f"{slug}.yml", root=kopie)
        assert gemeente is not None
        offered[slug] = read_aanbod(gemeente, project, inhoud)["nl"]
    there = [one for one in offered["amsterdam"] if one.drukwerk]
    assert len(there) == len(FLYERS) and all((kopie / "dist/amsterdam" / one.drukwerk).is_file() for one in there)
    office = [one.kantoor for one in offered["amsterdam"] if one.kantoor]
    assert office and all((kopie / "dist/amsterdam" / path).is_file() for path in office)
    assert not any(one.drukwerk for one in offered["groningen"])
