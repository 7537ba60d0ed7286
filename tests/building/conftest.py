"""A copy of the project to build from, and building without a new process."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from familiegroepsplan.building import Resultaat, build_sites
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.project import Project
from tests.conftest import ROOT
from tests.projectkopie import copy_project

EPOCH = "1764547200"
Bouw = Callable[..., dict[str, Resultaat]]


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(ROOT, tmp_path_factory.mktemp("kopie") / "project", "groningen", "oldenzaal", talen=("nl",))


@pytest.fixture
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    yield


def build(folder: Path, out: Path, *slugs: str) -> dict[str, Resultaat]:
    """Build these sites of the project in `folder`, in this process."""
    found = build_sites(slugs, Project(folder), out, build_template, processes=1)
    return {result.slug: result for result in found}


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with a digest of its content."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), "utf-8")
