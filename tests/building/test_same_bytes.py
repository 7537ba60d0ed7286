"""However hard a municipality is to fill in: the site is the one that MkDocs makes by itself."""

from pathlib import Path

import pytest

from familiegroepsplan.checks.site import check_site
from familiegroepsplan.taal import TAALCODES
from tests.building.conftest import EPOCH, build, tree
from tests.building.lastig import EIGEN, LASTIG
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project

SAMPLE = {"vijandig"}


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the hard municipalities, in every language."""
    folder = copy_project(ROOT, tmp_path_factory.mktemp("land") / "project", talen=TAALCODES)
    gemeenten = folder / "content" / "municipalities"
    for slug, text in LASTIG.items():
        (gemeenten / f"{slug}.yml").write_text(text, "utf-8")
    for name, text in EIGEN.items():
        (gemeenten / name).parent.mkdir()
        (gemeenten / name).write_text(text, "utf-8")
    return folder


@pytest.mark.usefixtures("fixed_moment")
@pytest.mark.parametrize(
    "slug", [slug if slug in SAMPLE else pytest.param(slug, marks=pytest.mark.volledig) for slug in LASTIG]
)
def test_the_filled_site_is_the_site_of_mkdocs(land: Path, tmp_path: Path, slug: str) -> None:
    result = build(land, tmp_path, slug)[slug]
    assert result.folder is not None, result.errors
    direct = tmp_path / "direct"
    done = run_command(
        "mkdocs", "build", "--quiet", "--site-dir", direct, cwd=land, GEMEENTE=slug, SOURCE_DATE_EPOCH=EPOCH
    )
    assert done.code == 0, done.text
    filled, plain = tree(result.folder), tree(direct)
    assert filled.keys() == plain.keys()
    assert [name for name, content in plain.items() if filled[name] != content] == []
    assert check_site(result.folder) == []
