"""Somebody fills in Utrecht by keyboard alone, takes the zip along, and the project takes it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, FileChooser, Page

from familiegroepsplan.cli import main
from familiegroepsplan.gemeente import read_gemeente
from tests.conftest import ROOT, run_command
from tests.formulier.conftest import MAIL, OPSLAGPLAATS, load, open_form, told
from tests.projectkopie import copy_project

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path fill="#c00" d="M0 0h80v40z"/></svg>'


STAPPEN = """(id) => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter((een) => !een.disabled && een.checkVisibility() && een.type !== "radio");
    return Math.max(0, all.findIndex((een) => een.id === id) - all.indexOf(document.activeElement) - 3);
}"""
"""About how many controls lie between the focus and another, so that not each step has to be looked at."""


class Toetsen:
    """A keyboard and nothing else: every step goes through what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.choosers: list[FileChooser] = []
        page.on("filechooser", lambda chooser: self.choosers.append(chooser))

    def go(self, name: str) -> None:
        """Tab on until the control with that id has the focus."""
        for _ in range(self.page.evaluate(STAPPEN, name)):
            self.page.keyboard.press("Tab")
        for _ in range(400):
            if self.page.evaluate("document.activeElement.id") == name:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{name} is not reached by keyboard")

    def type(self, name: str, text: str) -> None:
        """Key by key: what the form does at each of them is done so often."""
        self.go(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def put(self, name: str, text: str) -> None:
        """At once, as dictation and a keyboard with suggestions do."""
        self.go(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def press(self, name: str, key: str = "Enter") -> None:
        self.go(name)
        self.page.keyboard.press(key)

    def choose_file(self, name: str, file: str, data: bytes) -> None:
        self.press(name)
        for _ in range(100):
            if self.choosers:
                break
            self.page.wait_for_timeout(100)
        self.choosers.pop().set_files({"name": file, "mimeType": "image/svg+xml", "buffer": data})


def fill_in_utrecht(page: Page) -> None:
    keys = Toetsen(page)
    keys.type("g-naam", "Utrecht")
    keys.put("g-website", "https://www.utrecht.nl")
    keys.press("g-talen-en", "Space")
    keys.press("g-talen-ar", "Space")
    keys.type("g-huisstijl-kleur", "#ffd200")
    keys.choose_file("g-huisstijl-logo", "Logo gemeente.svg", LOGO)
    keys.put("g-toegang-naam", "Buurtteam Jeugd en Gezin")
    keys.type("g-toegang-telefoon", "030 123 45 67")
    keys.put("g-toegang-openingstijden-nl", "van 9 tot 17 uur")
    keys.put("g-toegang-openingstijden-en", "from 9 to 5")
    keys.type("g-toegang-openingstijden-ar", "من 9 إلى 17")
    keys.put("g-toegang-bron", "opgave van de gemeente")
    keys.press("g-aanbieders-erbij")
    page.wait_for_function("() => document.activeElement.id === 'g-aanbieders-0'")
    keys.put("g-aanbieders-0-naam", "Eigen Plan")
    keys.put("g-aanbieders-0-kosten-nl", "gratis: voor iedereen")
    keys.press("g-aanbieders-erbij")
    page.wait_for_function("() => document.activeElement.id === 'g-aanbieders-1'")
    keys.put("g-aanbieders-1-naam", "Eigen Kracht Centrale")
    keys.put("g-aanbieders-1-url", "https://www.eigen-kracht.nl")


def download(page: Page, press: Callable[[str], None]) -> bytes:
    with page.expect_download() as waiting:
        press("#download")
    assert waiting.value.suggested_filename == "utrecht.zip"
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def zip_of_utrecht(browser: Browser, adres: str) -> bytes:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = open_form(context.new_page(), adres)
    fill_in_utrecht(page)
    data = download(page, lambda name: Toetsen(page).press(name.removeprefix("#")))
    assert page.fouten_van_de_pagina == []  # type: ignore[attr-defined]
    context.close()
    return data


def unpacked(data: bytes, project: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(project)
    return project / "content" / "municipalities" / "utrecht.yml"


def test_utrecht_filled_in_by_keyboard_alone_reads_without_a_message(zip_of_utrecht: bytes, tmp_path: Path) -> None:
    gemeente, meldingen = read_gemeente(unpacked(zip_of_utrecht, tmp_path), root=tmp_path)
    assert meldingen == []
    assert gemeente is not None
    assert gemeente.cbs_code == "0344"
    assert gemeente.talen == ("nl", "en", "ar")
    assert gemeente.huisstijl.kleur == "#ffd200"
    assert gemeente.huisstijl.logo == "utrecht/logo.svg"
    assert [one.naam for one in gemeente.aanbieders] == ["Eigen Plan", "Eigen Kracht Centrale"]
    assert gemeente.toegang and gemeente.toegang.openingstijden
    assert gemeente.toegang.openingstijden["ar"] == "من 9 إلى 17"
    assert (tmp_path / "content/municipalities/utrecht/logo.svg").read_bytes() == LOGO


def test_the_file_opened_again_and_saved_is_the_same(formulier: Page, zip_of_utrecht: bytes, tmp_path: Path) -> None:
    text = unpacked(zip_of_utrecht, tmp_path).read_bytes()
    load(formulier, "utrecht.yml", text)
    assert formulier.input_value("#g-aanbieders-1-naam") == "Eigen Kracht Centrale"
    again = unpacked(download(formulier, formulier.click), tmp_path / "nog-eens")
    assert again.read_bytes() == text


def test_one_word_changed_in_an_opened_file_changes_that_line(formulier: Page) -> None:
    path = ROOT / "content" / "municipalities" / "amsterdam.yml"
    before = path.read_bytes().decode()
    load(formulier, "amsterdam.yml", before.encode())
    formulier.fill("#g-aanbieders-1-naam", "Eigen Plan Noord")
    with formulier.expect_download() as waiting:
        formulier.click("#tussendoor")
    after = Path(waiting.value.path()).read_bytes().decode()
    assert after == before.replace("- naam: Eigen Plan\n", "- naam: Eigen Plan Noord\n")


@pytest.mark.volledig
def test_the_project_checks_and_builds_what_came_out_of_the_form(zip_of_utrecht: bytes, tmp_path: Path) -> None:
    copy = copy_project(ROOT, tmp_path / "project", talen=("nl", "en", "ar"))
    unpacked(zip_of_utrecht, copy)
    checked = run_command("fgp", "check", "utrecht", cwd=copy)
    assert checked.code == 0, checked.text
    built = run_command("fgp", "build", "utrecht", "--zonder-flyers", "--zonder-toolkit", cwd=copy)
    assert built.code == 0, built.text
    site = copy / "dist" / "utrecht"
    for page in ("gemeente", "en/gemeente", "ar/gemeente"):
        assert "Eigen Kracht Centrale" in (site / page / "index.html").read_text("utf-8"), page
    assert "--merk: #ffd200" in (site / "huisstijl.css").read_text("utf-8")


def test_with_a_fault_nothing_is_downloaded_and_the_focus_goes_to_the_list(eigen_formulier: Page) -> None:
    eigen_formulier.fill("#g-naam", "Utrecht")
    eigen_formulier.fill("#g-website", "www.utrecht.nl")
    eigen_formulier.on("download", lambda _: pytest.fail("there is a fault"))
    eigen_formulier.click("#download")
    eigen_formulier.wait_for_function("() => document.activeElement.id === 'foutenlijst'")
    assert told(eigen_formulier) == [
        ("g-website", "het adres is niet volledig - schrijf het hele adres, zoals https://www.utrecht.nl")
    ]
    described = eigen_formulier.get_attribute("#g-website", "aria-describedby") or ""
    assert described.split()[0] == "g-website-fout"
    assert eigen_formulier.get_attribute("#g-website", "aria-invalid") == "true"
    eigen_formulier.click("#foutenlijst a")
    assert eigen_formulier.evaluate("document.activeElement.id") == "g-website"
    eigen_formulier.fill("#g-website", "https://www.utrecht.nl")
    assert told(eigen_formulier) == []


def test_a_light_link_colour_is_replaced_by_the_nearest_that_reads(formulier: Page) -> None:
    formulier.fill("#g-huisstijl-kleur", "#0f5c63")
    formulier.fill("#g-huisstijl-linkkleur", "#ffa000")
    formulier.locator("#g-huisstijl-linkkleur").blur()
    [(_, words)] = [one for one in told(formulier) if one[0] == "g-huisstijl-linkkleur"]
    formulier.click(".wenk button")
    taken = formulier.input_value("#g-huisstijl-linkkleur")
    assert f'"{taken}"' in words
    assert "g-huisstijl-linkkleur" not in dict(told(formulier))
    shown = formulier.evaluate("getComputedStyle(document.querySelector('.vb-kop')).backgroundColor")
    assert shown == "rgb(15, 92, 99)"


def test_the_file_can_go_by_mail_or_to_github_and_gitlab(formulier: Page) -> None:
    formulier.fill("#g-naam", "Utrecht")
    formulier.fill("#g-toegang-naam", "Team & Co")
    formulier.evaluate("document.querySelectorAll('.klaar details').forEach((een) => { een.open = true; })")
    text = formulier.text_content(".bestandstekst") or ""
    assert 'naam: "Team & Co"' in text
    mail = formulier.get_attribute("#mail", "href") or ""
    assert mail.startswith(f"mailto:{MAIL}?subject=Gegevens%20van%20Utrecht")
    assert text.replace("\n", "\r\n") in unquote(mail)
    assert formulier.input_value("#opslagplaats") == OPSLAGPLAATS
    services = {
        "https://github.com/organisatie/project": ("/organisatie/project/new/main", "filename", "value"),
        "https://github.com/organisatie/project/tree/proef": ("/organisatie/project/new/proef", "filename", "value"),
        "https://gitlab.com/groep/deel/project.git": ("/groep/deel/project/-/new/main", "file_name", "content"),
    }
    for address, (path, name, value) in services.items():
        formulier.fill("#opslagplaats", address)
        link = urlsplit(formulier.get_attribute("#nieuw-bestand", "href") or "")
        query = parse_qs(link.query)
        assert link.path == path
        assert query[name] == ["content/municipalities/utrecht.yml"]
        assert query[value] == [text]
    for address in (
        "javascript:alert(1)",
        "http://github.com/a/b",
        "https://a:b@github.com/a/b",
        "https://github.com/a",
    ):
        formulier.fill("#opslagplaats", address)
        assert formulier.locator("#nieuw-bestand").count() == 0


def test_the_command_refuses_what_is_no_address_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for option, value in (("--opslagplaats", "github.com/a"), ("--opslagplaats", "https://x"), ("--mail", "geen")):
        refused = CliRunner().invoke(main, ["formulier", "--out", str(tmp_path / "niet"), option, value])
        assert refused.exit_code == 1 and f'"{value}"' in refused.output
    assert not (tmp_path / "niet").exists()


def test_the_focus_stays_in_the_list_when_an_item_comes_or_goes(formulier: Page) -> None:
    formulier.click("#g-aanbieders-erbij")
    formulier.wait_for_function("() => document.activeElement.id === 'g-aanbieders-0'")
    assert told(formulier) == []
    formulier.click("text=Haal aanbieder 1 weg")
    formulier.wait_for_function("() => document.activeElement.id === 'g-aanbieders-erbij'")
    assert formulier.locator("#g-aanbieders-0").count() == 0
