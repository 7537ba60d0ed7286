"""Where little changes, a release is made of the one before the last; it is as if it were made in an empty folder."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from familiegroepsplan.building import build_sites, go_back
from familiegroepsplan.building.releases import Releases
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.project import Project
from tests.building.conftest import build, edit, tree
from tests.building.test_only_what_changed import add, remove, replace
from tests.building.test_whole import ended, start

pytestmark = pytest.mark.usefixtures("fixed_moment")
SLUG = "groningen"
SENTENCES = ["Het gaat om jullie leven.", "Dit is nieuw.", "Dit is nog nieuwer.", "Dit is het nieuwst."]


class Tekst:
    """A text of the project, with one sentence that changes."""

    def __init__(self, path: Path) -> None:
        self.path, self.at = path, 0

    def turn(self, at: int | None = None) -> None:
        """Let it have the next sentence, or another one."""
        new = (self.at + 1) % len(SENTENCES) if at is None else at
        edit(self.path, SENTENCES[self.at], SENTENCES[new])
        self.at = new


@pytest.fixture
def tekst(kopie: Path) -> Iterator[Tekst]:
    path = kopie / "content" / "blocks" / "nl" / "waarom.md"
    before = path.read_text("utf-8")
    yield Tekst(path)
    path.write_text(before, "utf-8")


@pytest.fixture
def expected(kopie: Path, tmp_path: Path, tekst: Tekst) -> list[dict[str, str]]:
    """The site with each of the sentences, made in an empty folder."""
    trees = []
    for at in range(len(SENTENCES)):
        tekst.turn(at)
        build(kopie, tmp_path / f"leeg{at}", SLUG)
        trees.append(tree(tmp_path / f"leeg{at}" / SLUG))
    tekst.turn(0)
    return trees


def test_each_release_is_what_it_is_from_nothing_and_the_one_before_stays(
    kopie: Path, tmp_path: Path, tekst: Tekst, expected: list[dict[str, str]]
) -> None:
    out, folders = tmp_path / "dist", []
    known = records(kopie)
    for at in (0, 1, 2, 3, 1, 0):
        before = tree(out / SLUG)
        tekst.turn(at)
        build(kopie, out, SLUG)
        assert tree(out / SLUG) == expected[at]
        assert tree(Releases(out).previous(SLUG)) == before
        folders.append((out / SLUG).stat().st_ino)
    assert len(set(folders[:3])) == 3
    assert folders[3:] == folders[:3], "the folders of earlier releases were not used again"
    assert len(records(kopie) - known) == 3


def test_after_going_back_the_next_release_is_right_too(
    kopie: Path, tmp_path: Path, tekst: Tekst, expected: list[dict[str, str]]
) -> None:
    out = tmp_path / "dist"
    for at in (0, 1, 2):
        tekst.turn(at)
        build(kopie, out, SLUG)
    assert go_back([SLUG], out) == {SLUG: True}
    assert tree(out / SLUG) == expected[1]
    for at in (3, 2, 0):
        tekst.turn(at)
        build(kopie, out, SLUG)
        assert tree(out / SLUG) == expected[at]


def edit_in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"!")


LONG = pytest.mark.volledig


@pytest.mark.parametrize(
    "touch", [pytest.param(remove, marks=LONG), add, pytest.param(replace, marks=LONG), edit_in_place]
)
def test_a_spare_release_that_was_touched_is_not_used(
    kopie: Path, tmp_path: Path, tekst: Tekst, expected: list[dict[str, str]], touch: Callable[[Path], None]
) -> None:
    out = tmp_path / "dist"
    for at in (0, 1, 2):
        tekst.turn(at)
        build(kopie, out, SLUG)
    touch(Releases(out).spare(SLUG) / "tips" / "index.html")
    tekst.turn(3)
    build(kopie, out, SLUG)
    assert tree(out / SLUG) == expected[3]


def test_a_file_that_went_does_not_come_back_with_the_spare_release(kopie: Path, tmp_path: Path, tekst: Tekst) -> None:
    out = tmp_path / "dist"
    style = kopie / "overrides" / "assets" / "css" / "99-proef.css"
    try:
        for at in (0, 1, 2):
            style.write_text("body {}", "utf-8")
            tekst.turn(at)
            build(kopie, out, SLUG)
        style.unlink()
        for at in (3, 0):
            tekst.turn(at)
            build(kopie, out, SLUG)
            assert not list(out.glob(f"{SLUG}/**/99-proef.css"))
    finally:
        style.unlink(missing_ok=True)


class Blad:
    """A product of which the file shows the text."""

    naam = "blad"

    def prepare(self, *_: object) -> None:
        """Nothing to do beforehand."""

    def make(self, gemeente: Gemeente, project: Project, inhoud: Inhoud, folder: Path) -> list[Melding]:
        """Write the file."""
        blok = inhoud.bron_blok("waarom")
        assert blok
        (folder / "blad.txt").write_text(blok.tekst, "utf-8")
        return []


def test_products_are_made_again_and_leave_those_of_other_releases_alone(
    kopie: Path, tmp_path: Path, tekst: Tekst
) -> None:
    out = tmp_path / "dist"
    for at in (0, 1, 2, 3, 0):
        tekst.turn(at)
        list(build_sites([SLUG], Project(kopie), out, build_template, [Blad()], processes=1))
        assert SENTENCES[at] in (out / SLUG / "blad.txt").read_text("utf-8")
        if at:
            assert SENTENCES[at - 1] in (Releases(out).previous(SLUG) / "blad.txt").read_text("utf-8")
        assert not Releases(out).spare(SLUG).exists()


def records(kopie: Path) -> set[Path]:
    """What is remembered of releases, of this test and others."""
    return set((kopie / ".cache" / "inventaris").glob("*"))


def test_no_spare_release_is_kept_that_has_little_in_common_with_the_last(
    kopie: Path, tmp_path: Path, tekst: Tekst
) -> None:
    out, spare = tmp_path / "dist", Releases(tmp_path / "dist").spare(SLUG)
    path = kopie / "content" / "municipalities" / f"{SLUG}.yml"
    before, known = path.read_text("utf-8"), records(kopie)

    def publish(team: str = "") -> None:
        path.write_text(before.replace("WIJ Groningen", team or "WIJ Groningen"), "utf-8")
        build(kopie, out, SLUG)

    try:
        for team in ("", "Het Andere Team", "Het Derde Team"):
            publish(team)
        assert not spare.exists()
        assert len(records(kopie) - known) == 2
        for expected in (False, True):
            tekst.turn()
            publish("Het Derde Team")
            assert spare.exists() == expected
        publish()
        assert not spare.exists()
        assert len(records(kopie) - known) == 2
    finally:
        path.write_text(before, "utf-8")


@pytest.mark.parametrize("kills", [2, pytest.param(50, marks=LONG)])
def test_a_run_that_is_killed_leaves_whole_releases(
    kopie: Path, tmp_path: Path, tekst: Tekst, expected: list[dict[str, str]], kills: int
) -> None:
    out, dice = tmp_path / "dist", random.Random(kills)
    for at in (0, 1, 2):
        tekst.turn(at)
        seconds = whole_run(kopie, out)
    for _ in range(kills):
        tekst.turn()
        process = start(kopie, out)
        time.sleep(dice.uniform(0.2, 1.0) * seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        for release in (out / SLUG, Releases(out).previous(SLUG)):
            assert tree(release) in expected
        tekst.turn()
        seconds = whole_run(kopie, out)
        assert tree(out / SLUG) == expected[tekst.at]


def whole_run(kopie: Path, out: Path) -> float:
    """Build the site; gives the seconds that it took."""
    began = time.monotonic()
    assert ended(start(kopie, out)) == 0
    return time.monotonic() - began
