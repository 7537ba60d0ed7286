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

import pytest
from playwright.sync_api import expect

from tests.acceptance.conftest import NewPage
from tests.conftest import ROOT, run_command
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


def test_saved_changes_show_a_fault_is_told_in_dutch_and_the_preview_lives_on(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen")
    with preview(kopie, "groningen") as address:
        assert "Gemeente Groningen" in until_seen(address, "Gemeente Groningen")
        path = kopie / "content" / "municipalities" / "groningen.yml"
        path.write_text(path.read_text("utf-8").replace("naam: WIJ Groningen", "naam: Het Nieuwe Team"), "utf-8")
        assert "Het Nieuwe Team" in until_seen(f"{address}gemeente/", "Het Nieuwe Team")
        blok = kopie / "content" / "blocks" / "nl" / "waarom.md"
        blok.write_text(blok.read_text("utf-8").replace("Het gaat om jullie leven.", "Dit is nieuw."), "utf-8")
        assert "Dit is nieuw." in until_seen(f"{address}wat-is-het/", "Dit is nieuw.")
        good = blok.read_text("utf-8")
        blok.write_text(good + "\n\n{{ gemeente.nam }}\n", "utf-8")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and "waarom.md" not in (kopie / "uitvoer.txt").read_text():
            time.sleep(0.2)
        assert 'bedoelt u "gemeente.naam"?' in (kopie / "uitvoer.txt").read_text()
        blok.write_text(good.replace("Dit is nieuw.", "Weer goed."), "utf-8")
        assert "Weer goed." in until_seen(f"{address}wat-is-het/", "Weer goed.")
    assert "Traceback" not in (kopie / "uitvoer.txt").read_text()


def test_a_reader_in_the_browser_sees_changes_and_faults_without_doing_anything(
    tmp_path: Path, new_page: NewPage
) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen")
    path = kopie / "content" / "municipalities" / "groningen.yml"
    good = path.read_text("utf-8") + "\ntalen: [nl, en]\n"
    path.write_text(good, "utf-8")
    with preview(kopie, "groningen") as address:
        until_seen(address, "Gemeente Groningen")
        page = new_page(1280)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(f"{address}en/gemeente/")
        path.write_text(good.replace("naam: WIJ Groningen", "naam: Team Een"), "utf-8")
        expect(page.get_by_text("Team Een").first).to_be_visible(timeout=PATIENCE * 1000)
        path.write_text(good.replace('cbs_code: "0014"', 'cbs_code: "14"'), "utf-8")
        fault = page.get_by_role("alert")
        expect(fault).to_contain_text("een CBS-code heeft vier cijfers", timeout=PATIENCE * 1000)
        expect(fault).to_contain_text("content/municipalities/groningen.yml:")
        expect(fault).to_contain_text('schrijf het zo: "0014"')
        assert page.get_by_text("Team Een").first.is_visible(), "the last good site stays behind it"
        path.write_text(good.replace("naam: WIJ Groningen", "naam: Team Twee"), "utf-8")
        expect(page.get_by_text("Team Twee").first).to_be_visible(timeout=PATIENCE * 1000)
        expect(fault).to_have_count(0)
        blok = kopie / "content" / "blocks" / "en" / "waarom.md"
        page.goto(f"{address}en/wat-is-het/")
        text = blok.read_text("utf-8")
        blok.write_text(f"{text}\n\nA sentence that was just written.\n", "utf-8")
        expect(page.get_by_text("A sentence that was just written.")).to_be_visible(timeout=PATIENCE * 1000)
        blok.write_text(f"{text}\n\n<script>x</script>\n", "utf-8")
        expect(fault).to_contain_text("waarom.md:", timeout=PATIENCE * 1000)
        assert page.get_by_text("A sentence that was just written.").is_visible()
        assert refused == []
        page.close()
    assert "Traceback" not in (kopie / "uitvoer.txt").read_text()
    assert not list(kopie.rglob("*_voorbeeld*")), "what only the preview has is never written"


def test_every_municipality_is_there_under_its_name_and_nothing_outside_the_project(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", "oldenzaal", talen=("nl",))
    with preview(kopie, "groningen") as address:
        assert "Gemeente Groningen" in until_seen(address, "Gemeente Groningen")
        assert "Gemeente Oldenzaal" in until_seen(f"{address}oldenzaal", "Gemeente Oldenzaal")
        assert "Gemeente Oldenzaal" in until_seen(f"{address}oldenzaal/tips/", "Gemeente Oldenzaal")
        for path in (
            "nergens/",
            "..%2f..%2fuitvoer.txt",
            "mkdocs.yml",
            "content/landelijk.yml",
            "_voorbeeld/studio.py",
        ):
            try:
                with urllib.request.urlopen(f"{address}{path}", timeout=20) as answer:
                    raise AssertionError(f"{path}: {answer.status}")
            except urllib.error.HTTPError as error:
                with error:
                    assert error.code == 404, path


@pytest.mark.volledig
def test_a_project_that_cannot_be_shown_yet_appears_when_it_is_mended(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", talen=("nl",))
    path = kopie / "content" / "municipalities" / "groningen.yml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("website:", "webste:"), "utf-8")
    with preview(kopie, "groningen") as address:
        end, told = time.monotonic() + PATIENCE, kopie / "uitvoer.txt"
        while time.monotonic() < end and "bedoelt u" not in told.read_text():
            time.sleep(0.2)
        assert "bedoelt u 'website'?" in told.read_text()
        path.write_text(good, "utf-8")
        assert "Gemeente Groningen" in until_seen(address, "Gemeente Groningen")


def test_an_address_that_is_taken_or_wrong_is_told_in_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run_command("fgp", "serve", "amsterdam", "--adres", f"127.0.0.1:{taken.getsockname()[1]}")
    assert (result.code, result.text.count("\n")) == (1, 1)
    assert "kies een ander adres" in result.text
    wrong = run_command("fgp", "serve", "amsterdam", "--adres", "8000")
    assert wrong.code == 1 and "127.0.0.1:8000" in wrong.text
