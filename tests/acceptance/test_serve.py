"""The live preview: a saved change is seen without a new start."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT
from tests.projectkopie import copy_project

PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def preview(folder: Path, slug: str) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    program = Path(sys.executable).with_name("fgp")
    with (folder / "uitvoer.txt").open("w") as output:
        process = subprocess.Popen(
            [program, "serve", slug, "--adres", address],
            cwd=folder,
            stdout=output,
            stderr=output,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        try:
            yield f"http://{address}/"
        finally:
            process.terminate()
            process.wait(timeout=20)


def until_seen(url: str, text: str) -> str:
    """The page at `url` as soon as it holds `text`; what it last held when that takes too long."""
    end, page = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end and text not in page:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                page = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return page


def test_a_saved_block_and_a_saved_value_show_in_the_preview(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen")
    with preview(kopie, "groningen") as address:
        assert "Gemeente Groningen" in until_seen(address, "Gemeente Groningen")
        blok = kopie / "content" / "blocks" / "nl" / "waarom.md"
        blok.write_text(blok.read_text("utf-8").replace("Het gaat om jullie leven.", "Dit is nieuw."), "utf-8")
        assert "Dit is nieuw." in until_seen(f"{address}wat-is-het/", "Dit is nieuw.")
        path = kopie / "content" / "municipalities" / "groningen.yml"
        path.write_text(path.read_text("utf-8").replace("naam: WIJ Groningen", "naam: Het Nieuwe Team"), "utf-8")
        assert "Het Nieuwe Team" in until_seen(f"{address}gemeente/", "Het Nieuwe Team")
    assert "Traceback" not in (kopie / "uitvoer.txt").read_text()


def test_a_fault_while_editing_is_told_in_dutch_and_the_preview_lives_on(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen")
    with preview(kopie, "groningen") as address:
        until_seen(address, "Gemeente Groningen")
        blok = kopie / "content" / "blocks" / "nl" / "waarom.md"
        good = blok.read_text("utf-8")
        blok.write_text(good + "\n\n{{ gemeente.nam }}\n", "utf-8")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and "waarom.md" not in (kopie / "uitvoer.txt").read_text():
            time.sleep(0.2)
        assert 'bedoelt u "gemeente.naam"?' in (kopie / "uitvoer.txt").read_text()
        blok.write_text(good.replace("Het gaat om jullie leven.", "Weer goed."), "utf-8")
        assert "Weer goed." in until_seen(f"{address}wat-is-het/", "Weer goed.")
    assert "Traceback" not in (kopie / "uitvoer.txt").read_text()
