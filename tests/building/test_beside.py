"""Work beside: what it leaves is there afterwards; it ends with the block, with its parent, and when it is stopped."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from familiegroepsplan.building import build_sites
from familiegroepsplan.building.beside import beside
from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.project import Project
from tests.building.conftest import edit

pytestmark = [
    pytest.mark.usefixtures("fixed_moment"),
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is done beside"),
]
SLUG = "oldenzaal"


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine with one core nothing is done beside either."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def at_work(folder: Path) -> Callable[[], None]:
    """Work that begins with a temporary folder below `folder`, and then takes very long."""

    def work() -> None:
        with tempfile.TemporaryDirectory(dir=folder):
            (folder / "begonnen").write_text(str(os.getpid()), "utf-8")
            time.sleep(600)

    return work


def wait_for(path: Path) -> int:
    """The number of the process that wrote the file."""
    deadline = time.monotonic() + 20
    while not (path.exists() and path.read_text("utf-8")):
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.01)
    return int(path.read_text("utf-8"))


def lives(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text("utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def test_what_it_leaves_is_there_when_the_block_ends(tmp_path: Path) -> None:
    def work() -> None:
        time.sleep(0.3)
        (tmp_path / "klaar").write_text("ja", "utf-8")

    with beside(work):
        assert not (tmp_path / "klaar").exists()
    assert (tmp_path / "klaar").read_text("utf-8") == "ja"


def test_work_that_fails_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        (tmp_path / "begonnen").touch()
        raise ValueError

    with beside(work):
        pass
    assert (tmp_path / "begonnen").exists()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("by", ["stop", "error"])
def test_it_clears_up_when_it_is_stopped(tmp_path: Path, by: str) -> None:
    with pytest.raises(KeyError), beside(at_work(tmp_path)) as stop:
        number = wait_for(tmp_path / "begonnen")
        if by == "stop":
            stop()
            assert not lives(number)
        raise KeyError
    assert not lives(number)
    assert [path.name for path in tmp_path.iterdir()] == ["begonnen"]


def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    program = (
        "import pathlib, time\n"
        "from tests.building.test_beside import at_work\n"
        "from familiegroepsplan.building.beside import beside\n"
        f"with beside(at_work(pathlib.Path({str(tmp_path)!r}))): time.sleep(600)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    )
    number = wait_for(tmp_path / "begonnen")
    assert lives(number)
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 20
    while lives(number):
        assert time.monotonic() < deadline, "it lives on"
        time.sleep(0.05)


class Builder:
    """Builds the template, and knows for how often it did so in this process."""

    here = 0

    def __call__(self, *args: Any, **named: Any) -> None:
        """Build."""
        self.here += 1
        build_template(*args, **named)


def several(folder: Path, out: Path) -> int:
    """Build with as many processes as there are cores; gives how often this one built pages."""
    builder = Builder()
    list(build_sites([SLUG], Project(folder), out, builder))
    return builder.here


def test_pages_are_built_beside(kopie: Path, tmp_path: Path) -> None:
    text = kopie / "content" / "blocks" / "nl" / "waarom.md"
    edit(text, "Het gaat om jullie leven.", "Zo bouwt het ernaast.")
    try:
        assert several(kopie, tmp_path) == 0
        assert "Zo bouwt het ernaast." in (tmp_path / SLUG / "wat-is-het" / "index.html").read_text("utf-8")
    finally:
        edit(text, "Zo bouwt het ernaast.", "Het gaat om jullie leven.")


def test_a_fault_in_a_text_is_told_and_nothing_is_left(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    text = kopie / "content" / "blocks" / "nl" / "waarom.md"
    edit(text, "Het gaat om jullie leven.", "Dit is [niets](bestaat-niet.md).")
    try:
        with pytest.raises(Gebruikersfout, match=r"waarom\.md"):
            several(kopie, tmp_path / "dist")
    finally:
        edit(text, "Dit is [niets](bestaat-niet.md).", "Het gaat om jullie leven.")
    assert not list(tmp_path.glob("familiegroepsplan-*"))
