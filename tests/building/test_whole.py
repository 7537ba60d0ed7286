"""Whatever happens while a site is built, what is published is the old site or the new one."""

import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.acceptance.conftest import serve_folder
from tests.building.conftest import EPOCH, build, edit, tree
from tests.conftest import run_command

pytestmark = pytest.mark.usefixtures("fixed_moment")
WITHOUT = ("--zonder-flyers", "--zonder-toolkit")
NAMES = ("WIJ Groningen", "Het Andere Team")


def start(kopie: Path, out: Path, limit: int = 0) -> subprocess.Popen[str]:
    """`fgp build groningen` in a process of its own; `limit`: no file may grow beyond so many bytes."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [Path(sys.executable).with_name("fgp"), "build", "groningen", *WITHOUT, "--out", out],
        cwd=kopie,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=limited if limit else None,
    )


def ended(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=300)
    return process.returncode


@contextmanager
def teams(kopie: Path) -> Iterator[list[str]]:
    """The names that the file of groningen takes in turn; afterwards it is as it was."""
    path = kopie / "content" / "municipalities" / "groningen.yml"
    good = path.read_text("utf-8")
    try:
        yield list(NAMES)
    finally:
        path.write_text(good, "utf-8")


def turn(kopie: Path) -> None:
    path = kopie / "content" / "municipalities" / "groningen.yml"
    old, new = NAMES if f"naam: {NAMES[0]}" in path.read_text("utf-8") else reversed(NAMES)
    edit(path, f"naam: {old}", f"naam: {new}")


@pytest.fixture
def both(kopie: Path, tmp_path: Path) -> list[dict[str, str]]:
    """The two sites that may stand in `tmp_path/dist`; the first of them stands there."""
    trees = []
    with teams(kopie):
        for at in range(2):
            build(kopie, tmp_path / str(at), "groningen")
            trees.append(tree(tmp_path / str(at) / "groningen"))
            turn(kopie)
        build(kopie, tmp_path / "dist", "groningen")
    return trees


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.volledig)])
def test_a_run_that_is_killed_leaves_a_whole_site(
    kopie: Path, tmp_path: Path, both: list[dict[str, str]], kills: int
) -> None:
    dice = random.Random(kills)
    began = time.monotonic()
    assert ended(start(kopie, tmp_path / "dist")) == 0
    whole_run = time.monotonic() - began
    with teams(kopie):
        for _ in range(kills):
            turn(kopie)
            process = start(kopie, tmp_path / "dist")
            time.sleep(dice.uniform(0.2, 1.0) * whole_run)
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            assert tree(tmp_path / "dist" / "groningen") in both
        assert ended(start(kopie, tmp_path / "dist")) == 0
        assert tree(tmp_path / "dist" / "groningen") in both
        assert list((tmp_path / "dist" / ".fgp").glob("nieuw/*")) == []


@pytest.mark.parametrize("pairs", [1, pytest.param(20, marks=pytest.mark.volledig)])
def test_two_runs_at_once_both_end_well(kopie: Path, tmp_path: Path, both: list[dict[str, str]], pairs: int) -> None:
    with teams(kopie):
        for _ in range(pairs):
            turn(kopie)
            processes = [start(kopie, tmp_path / "dist") for _ in range(2)]
            for process in processes:
                text = process.communicate(timeout=300)[0]
                assert process.returncode == 0, text
            assert tree(tmp_path / "dist" / "groningen") in both


def test_no_request_fails_while_a_site_is_published(kopie: Path, tmp_path: Path, both: list[dict[str, str]]) -> None:
    seen: list[str] = []
    done = threading.Event()
    pages = [(tmp_path / str(at) / "groningen" / "gemeente" / "index.html").read_text("utf-8") for at in range(2)]

    def visit(address: str) -> None:
        while not done.is_set():
            with urllib.request.urlopen(f"{address}/groningen/gemeente/", timeout=20) as answer:
                seen.append(answer.read().decode())

    with teams(kopie), serve_folder(tmp_path / "dist") as address:
        visitor = threading.Thread(target=visit, args=(address,))
        visitor.start()
        try:
            for _ in range(6):
                turn(kopie)
                build(kopie, tmp_path / "dist", "groningen")
        finally:
            done.set()
            visitor.join()
    assert set(seen) == set(pages)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of 6 MB at `folder`; False where this user may not make one."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], capture_output=True).returncode
    try:
        yield made == 0
    finally:
        if made == 0:
            subprocess.run(["umount", folder], check=True)


def test_a_full_disk_gives_one_sentence_and_keeps_the_old_site(kopie: Path, tmp_path: Path) -> None:
    with teams(kopie), small_disk(tmp_path / "schijf") as is_small:
        out = tmp_path / "schijf"
        build(kopie, out, "groningen")
        before = tree(out / "groningen")
        turn(kopie)
        if is_small:
            free = os.statvfs(out).f_bavail * os.statvfs(out).f_bsize
            (out / "vol").write_bytes(b"x" * max(0, free - 200_000))
        process = start(kopie, out, limit=0 if is_small else 20_000)
        text = process.communicate(timeout=300)[0]
        assert process.returncode == 1
        assert "kan niet worden beschreven" in text and "De oude site staat er nog." in text
        assert "Traceback" not in text
        assert tree(out / "groningen") == before


def test_an_output_that_cannot_be_gives_one_sentence(kopie: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    for out in (tmp_path / "bestand" / "dist", Path("/proc/dist")):
        result = run_command("fgp", "build", "groningen", "--out", out, cwd=kopie)
        assert result.code == 1
        assert "kan niet worden beschreven" in result.text
        assert "Traceback" not in result.text


def test_the_previous_site_comes_back_by_command(kopie: Path, tmp_path: Path, both: list[dict[str, str]]) -> None:
    out = tmp_path / "dist"
    assert run_command("fgp", "build", "oldenzaal", "--terug", "--out", out, cwd=kopie).code == 1
    with teams(kopie):
        turn(kopie)
        build(kopie, out, "groningen")
        assert tree(out / "groningen") == both[1]
    back = run_command("fgp", "build", "groningen", "--terug", "--out", out, cwd=kopie)
    assert back.code == 0, back.text
    assert tree(out / "groningen") == both[0]
