"""A published folder is whole at every moment: the new site takes its place only when it is done."""

from pathlib import Path

import pytest

from familiegroepsplan.site.publish import beside, remove_leftovers


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "amsterdam"
    target.mkdir()
    (target / "oud.html").write_text("oud")
    with beside(target) as fresh:
        (fresh / "nieuw.html").write_text("nieuw")
        assert names(target) == {"oud.html"}
    assert names(target) == {"nieuw.html"}
    assert names(tmp_path) == {"amsterdam"}


def test_a_failure_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "amsterdam"
    target.mkdir()
    (target / "oud.html").write_text("oud")
    with pytest.raises(RuntimeError), beside(target) as fresh:
        (fresh / "half.html").write_text("half")
        raise RuntimeError("halverwege")
    assert names(target) == {"oud.html"}
    assert names(tmp_path) == {"amsterdam"}


def test_what_a_killed_run_left_is_cleared_and_its_site_comes_back(tmp_path: Path) -> None:
    target = tmp_path / "amsterdam"
    (tmp_path / ".amsterdam.oud").mkdir()
    (tmp_path / ".amsterdam.oud" / "oud.html").write_text("oud")
    (tmp_path / ".amsterdam.nieuw-abc").mkdir()
    (tmp_path / ".groningen.nieuw-abc").mkdir()
    remove_leftovers(target)
    assert names(target) == {"oud.html"}
    assert names(tmp_path) == {"amsterdam", ".groningen.nieuw-abc"}


def test_the_published_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    with beside(tmp_path / "amsterdam") as fresh:
        (fresh / "index.html").write_text("x")
    assert (tmp_path / "amsterdam").stat().st_mode & 0o777 == 0o755
