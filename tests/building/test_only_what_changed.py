"""What did not change is not made again, and what is made from the cache is what is made from nothing."""

import os
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from familiegroepsplan.building import run, site
from familiegroepsplan.errors import Melding
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.metadata import SOCIAL_IMAGE
from tests.building.conftest import build, edit, tree

pytestmark = pytest.mark.usefixtures("fixed_moment")
TEAM = "naam: WIJ Groningen"


def written(site: Path, before: dict[str, int]) -> set[str]:
    """The files of a site that are not the same file on disk as before."""
    return {name for name, number in numbers(site).items() if before.get(name) != number}


def numbers(site: Path) -> dict[str, int]:
    return {p.relative_to(site).as_posix(): p.stat().st_ino for p in site.rglob("*") if p.is_file()}


def from_nothing(kopie: Path, tmp_path: Path, slug: str) -> dict[str, str]:
    fresh = tmp_path / "vers"
    shutil.copytree(kopie, fresh, ignore=shutil.ignore_patterns(".cache"))
    build(fresh, tmp_path / "uit-niets", slug)
    return tree(tmp_path / "uit-niets" / slug)


def test_nothing_changed_nothing_written(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "groningen")
    before = tmp_path / "groningen", (tmp_path / "groningen").stat().st_ino, numbers(tmp_path / "groningen")
    result = build(kopie, tmp_path, "groningen")["groningen"]
    assert result.reused == result.pages > 20
    assert before == (before[0], before[0].stat().st_ino, numbers(before[0]))


def remove(path: Path) -> None:
    path.unlink()


def add(path: Path) -> None:
    path.with_name("erbij.html").write_text("!", "utf-8")


def replace(path: Path) -> None:
    path.with_name("nieuw").write_text("!", "utf-8")
    path.with_name("nieuw").replace(path)


@pytest.mark.parametrize("touch", [remove, add, replace])
@pytest.mark.parametrize("name", ["index.html", "zoek/nl.json"])
def test_a_site_that_was_touched_by_hand_is_made_anew(
    kopie: Path, tmp_path: Path, name: str, touch: Callable[[Path], None]
) -> None:
    build(kopie, tmp_path, "groningen")
    before = tree(tmp_path / "groningen")
    touch(tmp_path / "groningen" / name)
    assert tree(tmp_path / "groningen") != before
    build(kopie, tmp_path, "groningen")
    assert tree(tmp_path / "groningen") == before


def test_a_file_that_was_edited_in_its_place_goes_with_the_next_change(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "groningen")
    before = tree(tmp_path / "groningen")
    with (tmp_path / "groningen/tips/index.html").open("r+b") as file:
        file.write(b"!")
    path = kopie / "content" / "blocks" / "nl" / "waarom.md"
    edit(path, "Het gaat om jullie leven.", "Dit is nieuw.")
    try:
        assert build(kopie, tmp_path, "groningen")["groningen"].reused == 0
        assert tree(tmp_path / "groningen")["tips/index.html"] == before["tips/index.html"]
    finally:
        edit(path, "Dit is nieuw.", "Het gaat om jullie leven.")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content/blocks/nl/pagina-tips.md", "titel: ", "titel: Zomaar "),
        pytest.param("content/teksten/nl/site.yml", "Naar boven", "Omhoog", marks=pytest.mark.volledig),
        pytest.param(
            "overrides/delen/kader/voet.html",
            "</footer>",
            "<p>{{ gemeente.naam }}</p></footer>",
            marks=pytest.mark.volledig,
        ),
    ],
)
def test_what_earlier_runs_found_out_is_used_only_while_it_is_true(
    kopie: Path, tmp_path: Path, name: str, old: str, new: str
) -> None:
    build(kopie, tmp_path / "dist", "groningen")
    path = kopie / name
    before = path.read_text("utf-8")
    try:
        edit(path, old, new)
        build(kopie, tmp_path / "dist", "groningen")
        assert tree(tmp_path / "dist/groningen") == from_nothing(kopie, tmp_path, "groningen")
    finally:
        path.write_text(before, "utf-8")


def test_what_a_site_consists_of_is_not_thrown_away_while_nothing_changes(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "groningen")
    kept = list((kopie / ".cache" / "inventaris").iterdir())
    long_ago = time.time() - 29 * 86400
    for path in kept:
        os.utime(path, (long_ago, long_ago))
    build(kopie, tmp_path, "groningen")
    assert any(path.stat().st_mtime > long_ago + 86400 for path in kept)


def test_one_file_changed_only_that_municipality_is_made(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "groningen", "oldenzaal")
    other = numbers(tmp_path / "oldenzaal")
    path = kopie / "content" / "municipalities" / "groningen.yml"
    edit(path, TEAM, "naam: Het nieuwe team")
    try:
        results = build(kopie, tmp_path, "groningen", "oldenzaal")
        assert results["groningen"].reused == 0
        assert "Het nieuwe team" in (tmp_path / "groningen/gemeente/index.html").read_text("utf-8")
        assert numbers(tmp_path / "oldenzaal") == other
    finally:
        edit(path, "naam: Het nieuwe team", TEAM)


def test_the_picture_for_links_is_drawn_again_only_when_it_shows_something_else(kopie: Path, tmp_path: Path) -> None:
    path = kopie / "content" / "municipalities" / "groningen.yml"
    before = path.read_text("utf-8")
    picture = tmp_path / "groningen" / SOCIAL_IMAGE
    try:
        path.write_text(f"{before}\nsite_url: https://plan.groningen.example/\n", "utf-8")
        build(kopie, tmp_path, "groningen")
        first = picture.stat().st_ino
        edit(path, TEAM, "naam: Het nieuwe team")
        assert build(kopie, tmp_path, "groningen")["groningen"].reused == 0
        assert picture.stat().st_ino == first
        edit(path, 'kleur: "#e10019"', 'kleur: "#7a1f5c"')
        build(kopie, tmp_path, "groningen")
        assert picture.stat().st_ino != first
    finally:
        path.write_text(before, "utf-8")


def test_one_text_changed_only_its_pages_are_made_and_all_is_as_from_nothing(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path / "dist", "groningen")
    before = numbers(tmp_path / "dist/groningen")
    path = kopie / "content" / "blocks" / "nl" / "waarom.md"
    edit(path, "Het gaat om jullie leven.", "Dit is nieuw.")
    try:
        build(kopie, tmp_path / "dist", "groningen")
        site = tmp_path / "dist/groningen"
        pages = {name for name in written(site, before) if name.endswith(".html")} - {MATERIAL}
        assert pages == {n for n in before if "Dit is nieuw." in (site / n).read_text("utf-8", "replace")} - {
            "zoek/nl.json"
        }
        assert 0 < len(pages) < 4
        assert "Dit is nieuw." in (site / "zoek/nl.json").read_text("utf-8")
        assert tree(site) == from_nothing(kopie, tmp_path, "groningen")
    finally:
        edit(path, "Dit is nieuw.", "Het gaat om jullie leven.")


def test_the_pages_are_looked_at_again_when_their_outline_changed(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(fill: Fill, _: object) -> list[Melding]:
        looked.append(fill.gemeente.slug)
        return []

    monkeypatch.setattr(site, "check_filled", look)
    build(kopie, tmp_path, "groningen")
    assert looked == ["groningen"]
    path = kopie / "content" / "blocks" / "nl" / "waarom.md"
    before = path.read_text("utf-8")
    try:
        edit(path, "Het gaat om jullie leven.", "Dit is nieuw.")
        build(kopie, tmp_path, "groningen")
        assert looked == ["groningen"]
        edit(path, "Dit is nieuw.", "Dit is nieuw. [Tips](tips.md)")
        build(kopie, tmp_path, "groningen")
        assert looked == ["groningen", "groningen"]
    finally:
        path.write_text(before, "utf-8")


def test_one_stylesheet_changed_no_page_is_made(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "groningen")
    before = numbers(tmp_path / "groningen")
    path = kopie / "overrides" / "assets" / "css" / "40-tekst.css"
    path.write_text(path.read_text("utf-8") + "/* nieuw */\n", "utf-8")
    build(kopie, tmp_path, "groningen")
    changed = written(tmp_path / "groningen", before)
    assert "assets/css/40-tekst.css" in changed
    assert not {name for name in changed if name.endswith((".html", ".json"))} - {MATERIAL}
    assert "/* nieuw */" in (tmp_path / "groningen/assets/css/40-tekst.css").read_text("utf-8")


MATERIAL = "professionals/materiaal/index.html"
"""The page that shows every text: it is made again with anything that is shared."""


class Tomorrow(date):
    """Another day than that of the first build."""

    @classmethod
    def today(cls) -> Self:
        return cls(2027, 6, 1)


def test_another_day_in_another_folder_gives_the_same_bytes(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(kopie, tmp_path / "een", "groningen")
    monkeypatch.setattr(run, "date", Tomorrow)
    other = tmp_path / "elders" / "project"
    shutil.copytree(kopie, other, ignore=shutil.ignore_patterns(".cache"))
    build(other, tmp_path / "twee", "groningen")
    assert tree(tmp_path / "een/groningen") == tree(tmp_path / "twee/groningen")


def test_a_site_that_somebody_damaged_is_made_again(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path, "oldenzaal")
    whole = tree(tmp_path / "oldenzaal")
    (tmp_path / "oldenzaal/tips/index.html").unlink()
    build(kopie, tmp_path, "oldenzaal")
    assert tree(tmp_path / "oldenzaal") == whole


def test_a_damaged_cache_does_no_harm(kopie: Path, tmp_path: Path) -> None:
    build(kopie, tmp_path / "een", "oldenzaal")
    for path in (kopie / ".cache").rglob("*"):
        if path.is_file() and path.parent.name != "jinja":
            path.write_bytes(b"stuk")
    build(kopie, tmp_path / "twee", "oldenzaal")
    assert tree(tmp_path / "een/oldenzaal") == tree(tmp_path / "twee/oldenzaal")
