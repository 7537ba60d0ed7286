"""The real translations: out and in again nothing changes, and mutilated files never do harm."""

import random
import shutil
from pathlib import Path

import pytest

from familiegroepsplan.checks.plattegrond import read_plattegrond
from familiegroepsplan.errors import Ernst
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.bestand import Vertaling, file_text
from familiegroepsplan.vertaling.inlezen import take_in
from familiegroepsplan.vertaling.keuring import Keurmeester
from familiegroepsplan.vertaling.staat import VERTAALTALEN
from familiegroepsplan.vertaling.uitvoer import prepare
from familiegroepsplan.vertaling.werk import everything
from tests.conftest import ROOT
from tests.geduld import comes_to_an_end
from tests.vertaling.conftest import VANDAAG

SCRAPS: tuple[str, ...] = (
    *("<", ">", "&", "]]>", "<!--", "<target>", "</file>", "](", "[", "{{", "}}", "|", "\n# ", "\n\n", "- ", "⟦"),
    *("# Vertaling\n", "# Blok x (0123456789ab)\n", "\u202e", "\x00", '"', "'"),
    *("<mrk>" * 300, "[" * 3000, "](" * 9000),
)
"""Of the processor: a guard against a file that never ends, not a measure of speed."""


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("rondgang") / "project"
    for part in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    return Project(root)


def files_of(project: Project, taal: str, folder: Path) -> list[Path]:
    files = prepare(project, load_inhoud(project), [taal], folder, everything)
    folder.mkdir()
    for path, text in files.items():
        path.write_text(text, "utf-8")
    return list(files)


def keurmeester(project: Project) -> Keurmeester:
    inhoud = load_inhoud(project)
    return Keurmeester(project, inhoud, read_plattegrond(project, inhoud), "", VANDAAG)


SAMPLE = ("ar",)
IN_FULL = [taal if taal in SAMPLE else pytest.param(taal, marks=pytest.mark.volledig) for taal in VERTAALTALEN]


@pytest.mark.parametrize("taal", IN_FULL)
def test_out_and_in_again_every_translation_is_as_it_was(taal: str, kopie: Project, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in kopie.blocks.rglob("*.md")}
    for path in files_of(kopie, taal, tmp_path / "uit"):
        verslag = take_in([path], keurmeester(kopie), taal)
        assert [str(melding) for melding in verslag.meldingen] == []
        assert len(verslag.ongewijzigd) == len(load_inhoud(kopie).blokken[taal])
    assert {path: path.read_bytes() for path in kopie.blocks.rglob("*.md")} == before


@pytest.mark.parametrize("taal", ["fa"])
def test_written_anew_every_translation_says_the_same(taal: str, kopie: Project, tmp_path: Path) -> None:
    for path in files_of(kopie, taal, tmp_path / "uit"):
        target = Project(tmp_path / path.suffix.strip("."))
        shutil.copytree(kopie.root, target.root, ignore=shutil.ignore_patterns(*VERTAALTALEN, "assets"))
        verslag = take_in([path], keurmeester(target), taal)
        assert verslag.geweigerd == [] and verslag.meldingen == []
        assert said(load_inhoud(target), taal) == said(load_inhoud(kopie), taal)
        again = {one: one.read_bytes() for one in (target.blocks / taal).iterdir()}
        assert len(take_in([path], keurmeester(target), taal).ongewijzigd) == len(again)
        assert {one: one.read_bytes() for one in (target.blocks / taal).iterdir()} == again


def said(inhoud: Inhoud, taal: str) -> dict[str, object]:
    """What each block says; which Dutch it was made from may become the Dutch of now after a small correction."""
    return {
        naam: (blok.kop.model_copy(update={"vertaling_van": ""}), blok.tekst.strip())
        for naam, blok in inhoud.blokken[taal].items()
    }


def mutilate(project: Project, folder: Path, count: int) -> None:
    """Take in files with scraps in them: never a traceback, never a block that our own checks refuse."""
    dice = random.Random(count)
    judge = keurmeester(project)
    sources = {path: path.read_text("utf-8") for path in files_of(project, "tr", folder)}
    for _ in range(count):
        path, source = dice.choice(list(sources.items()))
        for _ in range(dice.randint(1, 4)):
            at, until = dice.randrange(len(source)), dice.choice((0, 1, 30, 400))
            source = source[:at] + dice.choice(SCRAPS) + source[at + until :]
        path.write_text(source, "utf-8")
        with comes_to_an_end():
            take_in([path], judge)
    assert [m for m in load_inhoud(project).meldingen if m.ernst is Ernst.FOUT] == []


def test_mutilated_files_do_no_harm(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for part in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    mutilate(Project(root), tmp_path / "uit", 8)


@pytest.mark.volledig
def test_300_mutilated_files_do_no_harm(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for part in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    mutilate(Project(root), tmp_path / "uit", 300)


@pytest.mark.parametrize(
    ("titel", "yaml"),
    [
        ("Wat is het?", "titel: Wat is het?"),
        ("Ja: nee", 'titel: "Ja: nee"'),
        ("nee", "titel: nee"),
        ("yes", 'titel: "yes"'),
        ("2026-01-01", 'titel: "2026-01-01"'),
        ("12", 'titel: "12"'),
        ("- a", 'titel: "- a"'),
        ('"a" b', 'titel: "\\"a\\" b"'),
        ("a #b", 'titel: "a #b"'),
        ("می‌توانید", "titel: می‌توانید"),
        ("Wat?:", 'titel: "Wat?:"'),
    ],
)
def test_a_title_is_written_so_that_every_reader_takes_it_as_that_text(titel: str, yaml: str) -> None:
    assert file_text(Vertaling({"titel": titel}, "0123456789ab", "x\n")).splitlines()[1] == yaml
