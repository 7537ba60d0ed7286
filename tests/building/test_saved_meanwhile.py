"""A file that is saved while a run reads: nothing that is kept for later may rest on a mixture."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest

from familiegroepsplan.building import build_sites, checked, site
from familiegroepsplan.checks import text_errors
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.preview import Studio, studio
from familiegroepsplan.project import Project
from tests.building.conftest import build, edit, tree
from tests.building.test_only_what_changed import from_nothing

pytestmark = pytest.mark.usefixtures("fixed_moment")
OLD, NEW = "Het gaat om jullie leven.", "Dit is zojuist bewaard."
BEFORE, AFTER, BUILDING = "before reading", "after reading", "while the template is built"
SAVED = {
    "een tekst": ("content/blocks/nl/waarom.md", OLD, NEW),
    "een deel": ("overrides/delen/kader/voet.html", "</footer>", "<p>Zojuist bewaard.</p></footer>"),
    "een sjabloon": ("overrides/base.html", "</main>", "<p>Zojuist bewaard.</p></main>"),
    "de gemeente": ("content/municipalities/groningen.yml", "naam: WIJ Groningen", "naam: Een ander team"),
}


def once(act: Callable[[], None]) -> Callable[[], None]:
    """Do it the first time only."""
    todo = [act]
    return lambda: todo.pop()() if todo else None


def after(function: Callable[..., Any], act: Callable[[], None]) -> Callable[..., Any]:
    def called(*args: Any, **named: Any) -> Any:
        found = function(*args, **named)
        act()
        return found

    return called


def before(function: Callable[..., Any], act: Callable[[], None]) -> Callable[..., Any]:
    def called(*args: Any, **named: Any) -> Any:
        act()
        return function(*args, **named)

    return called


def test_the_preview_shows_what_was_saved_while_it_still_checked(kopie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kopie / "content/blocks/nl/waarom.md"
    shown = Studio(Project(kopie), build_template)
    shown.finish()
    assert OLD.encode() in (shown.file("groningen", "wat-is-het/index.html") or b"")
    monkeypatch.setattr(studio, "text_errors", after(text_errors, once(lambda: edit(path, OLD, NEW))))
    try:
        shown.finish()
        shown.renew({path})
        assert NEW.encode() in (shown.file("groningen", "wat-is-het/index.html") or b"")
    finally:
        edit(path, NEW, OLD)


QUICK = {("een tekst", BEFORE)}


@pytest.mark.parametrize(
    ("what", "moment"),
    [
        pytest.param(what, moment, marks=() if (what, moment) in QUICK else pytest.mark.volledig)
        for what in SAVED
        for moment in (BEFORE, AFTER, BUILDING)
    ],
)
def test_what_is_saved_during_a_run_and_put_back_leaves_nothing_behind(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, moment: str
) -> None:
    name, old, new = SAVED[what]
    path = kopie / name
    save = once(lambda: edit(path, old, new))
    _forget_texts(kopie)
    with monkeypatch.context() as patched:
        if moment == BEFORE and what == "de gemeente":
            patched.setattr(site, "read_gemeente", before(read_gemeente, save))
        elif moment == BEFORE:
            patched.setattr(checked, "load_inhoud", before(load_inhoud, save))
        elif moment == AFTER:
            patched.setattr(checked, "text_errors", after(text_errors, save))
        builder = before(build_template, save) if moment == BUILDING else build_template
        list(build_sites(["groningen"], Project(kopie), tmp_path / "dist", builder, processes=1))
    edit(path, new, old)
    build(kopie, tmp_path / "dist", "groningen")
    assert tree(tmp_path / "dist/groningen") == from_nothing(kopie, tmp_path / "oud", "groningen")
    try:
        edit(path, old, new)
        build(kopie, tmp_path / "dist", "groningen")
        assert tree(tmp_path / "dist/groningen") == from_nothing(kopie, tmp_path / "nieuw", "groningen")
    finally:
        edit(path, new, old)


def _forget_texts(kopie: Path) -> None:
    """As if all were read for the first time: what this test looks at is the first reading."""
    kinds: Collection[str] = ("inhoud", "teksten", "sjabloon", "pagina", "bekend", "gemeente")
    for path in (one for kind in kinds for one in (kopie / ".cache" / kind).glob("*")):
        path.unlink()
