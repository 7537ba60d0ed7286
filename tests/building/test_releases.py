"""A published folder is whole at every moment: the new site takes its place in one step, and the old one is kept."""

import threading
from pathlib import Path

import pytest

from familiegroepsplan.building import releases as module
from familiegroepsplan.building.exchange import exchange
from familiegroepsplan.building.releases import Releases


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def publish(out: Path, text: str) -> None:
    releases = Releases(out)
    with releases.lock():
        (releases.fresh("amsterdam") / f"{text}.html").write_text(text)
        releases.publish("amsterdam")


@pytest.fixture(params=["in one step", "without the system call"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder where folders can change places in one step, and one where they cannot."""
    if request.param == "without the system call":
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    return tmp_path


def test_the_new_site_takes_the_place_of_the_old_one_which_is_kept(out: Path) -> None:
    publish(out, "oud")
    publish(out, "nieuw")
    assert names(out / "amsterdam") == {"nieuw.html"}
    assert names(Releases(out).previous("amsterdam")) == {"oud.html"}
    assert names(out) == {".fgp", "amsterdam"}


def test_going_back_changes_places_and_back_again(out: Path) -> None:
    publish(out, "oud")
    assert not Releases(out).go_back("amsterdam")
    publish(out, "nieuw")
    for expected in ("oud.html", "nieuw.html"):
        assert Releases(out).go_back("amsterdam")
        assert names(out / "amsterdam") == {expected}


def test_the_one_before_the_last_is_kept_on_request(out: Path) -> None:
    releases = Releases(out)
    for text in ("eerst", "oud", "nieuw", "nieuwst"):
        with releases.lock():
            (releases.fresh("amsterdam") / f"{text}.html").write_text(text)
            releases.publish("amsterdam", keep_spare=text != "nieuwst")
        assert names(out / "amsterdam") == {f"{text}.html"}
    assert names(releases.spare("amsterdam")) == {"eerst.html"}
    with releases.lock():
        assert names(releases.renewed("amsterdam")) == {"eerst.html"}
        assert not releases.spare("amsterdam").exists()
    assert names(releases.previous("amsterdam")) == {"nieuw.html"}


def test_a_run_that_is_killed_while_it_throws_away_leaves_the_previous_site_whole(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(out, "eerst")
    publish(out, "oud")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_remove", killed)
    with pytest.raises(KeyboardInterrupt):
        publish(out, "nieuw")
    assert Releases(out).go_back("amsterdam")
    assert names(out / "amsterdam") == {"oud.html"}


def test_what_a_killed_run_left_is_cleared_and_its_site_comes_back(tmp_path: Path) -> None:
    for folder in ("opzij/amsterdam", "nieuw/groningen"):
        (tmp_path / ".fgp" / folder).mkdir(parents=True)
    (tmp_path / ".fgp" / "opzij" / "amsterdam" / "oud.html").write_text("oud")
    with Releases(tmp_path).lock():
        assert names(tmp_path / "amsterdam") == {"oud.html"}
        assert names(tmp_path / ".fgp") == {"slot"}


def test_the_published_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    publish(tmp_path, "index")
    assert (tmp_path / "amsterdam").stat().st_mode & 0o777 == 0o755


def test_two_runs_never_work_in_one_folder_at_the_same_time(tmp_path: Path) -> None:
    order: list[str] = []
    started = threading.Event()

    def second() -> None:
        with Releases(tmp_path).lock(waiting=started.set):
            order.append("tweede")

    with Releases(tmp_path).lock():
        thread = threading.Thread(target=second)
        thread.start()
        assert started.wait(10)
        order.append("eerste")
    thread.join(10)
    assert order == ["eerste", "tweede"]


def test_a_run_that_waits_too_long_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with (
        Releases(tmp_path).lock(),
        pytest.raises(OSError, match="een andere opdracht is er al heel lang mee bezig"),
        Releases(tmp_path).lock(),
    ):
        pass


def test_folders_change_places_in_one_step_on_this_system(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text(name)
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert names(tmp_path / "a") == {"b"} and names(tmp_path / "b") == {"a"}
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "weg")


def test_shared_files_that_nobody_uses_are_cleared(tmp_path: Path) -> None:
    releases = Releases(tmp_path)
    releases.pool.mkdir(parents=True)
    (releases.pool / "gebruikt").write_text("x")
    (releases.pool / "ongebruikt").write_text("y")
    (tmp_path / "kopie").hardlink_to(releases.pool / "gebruikt")
    releases.tidy()
    assert names(releases.pool) == {"gebruikt"}
