"""A small project without a single fault, in which each test plants its own."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from familiegroepsplan.blok import read_blok
from familiegroepsplan.checks import check_gemeente, check_texts
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project

VANDAAG = date(2026, 11, 1)
PROEF = "content/blocks/nl/proef.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(Path(__file__).parent / "project", tmp_path / "project")
    (tmp_path / "project/content/blocks/en").mkdir(exist_ok=True)
    return Project(tmp_path / "project")


@pytest.fixture
def texts(project: Project) -> Callable[[], list[Melding]]:
    return lambda: check_texts(project, load_inhoud(project), VANDAAG, {"nl"})


@pytest.fixture
def gemeente(project: Project) -> Callable[[], list[Melding]]:
    def check() -> list[Melding]:
        found, meldingen = read_gemeente(project.gemeenten / "testdam.yml", root=project.root)
        assert found, meldingen
        return check_gemeente(found, project, load_inhoud(project), VANDAAG)

    return check


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Inhoud]:
    """One project for all tests that only change the block `proef`."""
    root = tmp_path_factory.mktemp("checks") / "project"
    shutil.copytree(Path(__file__).parent / "project", root)
    (root / "docs/beeld.png").write_bytes(b"x")
    project = Project(root)
    return project, load_inhoud(project)


@pytest.fixture
def proef(shared: tuple[Project, Inhoud]) -> Callable[[str], list[Melding]]:
    """Check the project with this text as its block `proef`."""
    project, inhoud = shared

    def check(source: str) -> list[Melding]:
        path = project.root / PROEF
        path.write_text(source, "utf-8")
        blok, meldingen = read_blok(path, "nl", root=project.root)
        if blok is None:
            return meldingen
        nl = {**inhoud.blokken["nl"], "proef": blok}
        changed = replace(inhoud, blokken={**inhoud.blokken, "nl": nl}, meldingen=tuple(meldingen))
        return check_texts(project, changed, VANDAAG, {"nl"})

    return check
