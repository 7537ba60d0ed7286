"""What `make test` says on a machine where it may not install the browser."""

import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

SCRIPT = ROOT / "tests" / "systeem.sh"
TOOLS = ("sh", "dirname", "id", "cat")


def run_script(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script where only `TOOLS` and what lies in `folder` can be found."""
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    return subprocess.run(
        ["/bin/sh", SCRIPT, *arguments],
        env={"PATH": str(folder)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def pretend(folder: Path, *commands: str) -> None:
    for command in commands:
        (folder / command).write_text("#!/bin/sh\n")
        (folder / command).chmod(0o755)


def test_a_missing_browser_that_cannot_be_installed_is_told_in_one_clear_message(tmp_path: Path) -> None:
    pretend(tmp_path, "pdftotext")
    result = run_script(tmp_path)
    assert result.returncode == 1
    assert "sudo apt-get install chromium-headless-shell" in result.stderr
    assert "CHROMIUM" in result.stderr


def test_a_browser_elsewhere_can_be_named(tmp_path: Path) -> None:
    pretend(tmp_path, "pdftotext", "gs", "qpdf")
    assert run_script(tmp_path, CHROMIUM="/opt/chromium").returncode == 0


def test_nothing_is_said_when_everything_is_there(tmp_path: Path) -> None:
    pretend(tmp_path, "pdftotext", "gs", "qpdf", "chromium-headless-shell", "chromium")
    result = run_script(tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_whole_needs_more_and_says_so(tmp_path: Path) -> None:
    pretend(tmp_path, "pdftotext", "gs", "chromium-headless-shell", "chromium")
    result = run_script(tmp_path, "volledig")
    assert result.returncode == 1
    assert "libreoffice-writer-nogui nodejs npm" in result.stderr


def test_packages_of_npm_that_cannot_be_fetched_are_told(tmp_path: Path) -> None:
    copy = tmp_path / "tests"
    (copy / "editors").mkdir(parents=True)
    for name in ("systeem.sh", "debian-pakketten.txt", "debian-pakketten-volledig.txt", "editors/package-lock.json"):
        shutil.copy(SCRIPT.parent / name, copy / name)
    programs = tmp_path / "bin"
    programs.mkdir()
    pretend(programs, "pdftotext", "gs", "qpdf", "chromium-headless-shell", "chromium", "soffice", "node")
    (programs / "npm").write_text("#!/bin/sh\nexit 1\n")
    (programs / "npm").chmod(0o755)
    for tool in (*TOOLS, "touch"):
        (programs / tool).symlink_to(shutil.which(tool) or tool)
    done = subprocess.run(
        ["/bin/sh", copy / "systeem.sh", "volledig"], env={"PATH": str(programs)}, capture_output=True, text=True
    )
    assert done.returncode == 1 and "npm ci --prefix tests/editors" in done.stderr
