"""The record of changes follows the texts, and keeps what people wrote in it."""

from datetime import date
from pathlib import Path

from familiegroepsplan.blok import Blok, BlokKop
from familiegroepsplan.project import Project
from familiegroepsplan.wijziging import EERSTE, LATER, read_wijzigingen, record
from tests.conftest import Opdracht
from tests.projectkopie import copy_project

DAG = date(2026, 11, 27)


def blok(naam: str, tekst: str) -> Blok:
    return Blok(naam, "nl", BlokKop(titel=naam, doelgroep="gezin"), tekst, f"{naam}.md", 8)


def keep(folder: Path, *blokken: Blok) -> list[str]:
    read, meldingen = read_wijzigingen(folder, folder)
    assert meldingen == []
    return record(folder, "nl", {b.naam: b for b in blokken}, read.get("nl", {}), DAG)


def test_a_new_text_and_a_changed_text_are_written_down_once(tmp_path: Path) -> None:
    assert keep(tmp_path, blok("a", "Een."), blok("b", "Twee.")) == ["a", "b"]
    assert keep(tmp_path, blok("a", "Een."), blok("b", "Anders.")) == ["b"]
    assert keep(tmp_path, blok("a", "Een."), blok("b", "Anders.")) == []
    read, _ = read_wijzigingen(tmp_path, tmp_path)
    assert [v.wat for v in read["nl"]["b"]] == [EERSTE, LATER]
    assert {v.datum for v in read["nl"]["b"]} == {DAG}


def test_what_a_person_wrote_stays_and_a_removed_block_goes(tmp_path: Path) -> None:
    keep(tmp_path, blok("a", "Een."), blok("b", "Twee."))
    path = tmp_path / "nl.yml"
    path.write_text(path.read_text("utf-8").replace(EERSTE, "Met oma erbij.", 1), "utf-8")
    keep(tmp_path, blok("a", "Een."))
    read, _ = read_wijzigingen(tmp_path, tmp_path)
    assert [v.wat for v in read["nl"]["a"]] == ["Met oma erbij."]
    assert "b" not in read["nl"]


def test_white_space_is_no_change(tmp_path: Path) -> None:
    keep(tmp_path, blok("a", "Een  zin.\n"))
    assert keep(tmp_path, blok("a", "Een zin.")) == []


def test_check_asks_for_the_record_and_herstel_keeps_it(project: Project, tmp_path: Path, opdracht: Opdracht) -> None:
    kopie = copy_project(project.root, tmp_path / "project", "oldenzaal", talen=("nl",))
    tekst = kopie / "content/blocks/nl/waarom.md"
    tekst.write_text(tekst.read_text("utf-8") + "\nJe mag het.\n", "utf-8")
    vraag = "content/blocks/nl/waarom.md: deze tekst is nieuw of veranderd"
    assert vraag in opdracht("fgp", "check", "oldenzaal", cwd=kopie).text
    hersteld = opdracht("fgp", "check", "oldenzaal", "--herstel", cwd=kopie)
    assert "content/wijzigingen/nl.yml bijgewerkt: waarom" in hersteld.text
    assert vraag not in hersteld.text
