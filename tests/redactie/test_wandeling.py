"""Somebody works in the editor: exactly the files that were edited change, by exactly those lines."""

import difflib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.conftest import ROOT, Opdracht
from tests.projectkopie import copy_project
from tests.redactie.conftest import InBrowser, Redactie, go_to, open_editor, save, serving, watch

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><title>Samen Verder</title>'
    '<rect width="200" height="60" rx="8" fill="#004699"/></svg>\n'
)
OUD, NIEUW = "Neem de tijd die je nodig hebt.", "Neem alle tijd die je nodig hebt."


def veld(page: Page | Locator, pad: str) -> Locator:
    """A field, in view: Sveltia fills in what a person can see."""
    section = page.locator(f'section[data-key-path="{pad}"]')
    section.scroll_into_view_if_needed()
    return section


def texts(map: Path) -> dict[str, bytes]:
    files = (path for path in (map / "content").rglob("*") if path.is_file())
    return {path.relative_to(map).as_posix(): path.read_bytes() for path in files}


def changes(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    """By file the lines that went and came."""
    assert before.keys() <= after.keys()
    found: dict[str, list[str]] = {}
    for name, new in after.items():
        old = before.get(name, b"")
        if old != new:
            rows = difflib.ndiff(old.decode().splitlines(True), new.decode().splitlines(True))
            found[name] = [row.rstrip("\n") for row in rows if row[0] in "+-"]
    return found


def change_a_sentence(page: Page, adres: str) -> None:
    go_to(page, adres, "blokken/entries/hoe-lang")
    text = page.locator("textarea").first
    text.fill(text.input_value().replace(OUD, NIEUW))
    save(page)


def is_that_sentence(rows: list[str]) -> bool:
    return [row[0] for row in rows] == ["-", "+"] and rows[1][2:] == rows[0][2:].replace(OUD, NIEUW)


def walk(page: Page, adres: str, logo: Path) -> list[str]:
    """The four things that somebody does; gives what the page complained of and asked elsewhere."""
    page.set_viewport_size({"width": 1500, "height": 3000})
    seen = watch(page, adres)
    open_editor(page, adres)
    change_a_sentence(page, adres)
    go_to(page, adres, "gemeenten/entries/amsterdam")
    page.get_by_role("button", name=re.compile("Aanbieder. toevoegen")).click()
    veld(page, "aanbieders.2.gecontroleerd_op").wait_for()
    veld(page, "aanbieders.2.naam").locator("input").fill("Samen Verder")
    veld(page, "aanbieders.2.telefoon").locator("input").fill("020 123 45 67")
    veld(page, "aanbieders.2.verwijzing_nodig").get_by_role("radio", name="nee", exact=True).click()
    veld(page, "aanbieders.2.omschrijving").get_by_role("checkbox").click()
    veld(page, "aanbieders.2.omschrijving.nl").locator("textarea").fill("Een coach helpt: samen een plan maken.")
    veld(page, "huisstijl").get_by_role("button", name="Uitvouwen").click()
    veld(page, "huisstijl.logo").locator("input[type=file]").first.set_input_files(logo)
    veld(page, "huisstijl.logo").get_by_text("logo.svg").first.wait_for()
    save(page)

    go_to(page, adres, "blokken/entries/waarom")
    page.get_by_role("combobox", name="Taal wisselen").last.click()
    page.get_by_role("option", name="Arabisch").click()
    arabic = page.locator('[data-locale="ar"]')
    veld(arabic, "status").get_by_role("radio", name="nagekeken").click()
    arabic.get_by_text("Nagekeken: past bij het Nederlands van nu.").wait_for()
    save(page)
    return seen.verkeerd


EXPECTED = {
    "content/blocks/ar/waarom.md": ["- status: concept", "+ status: nagekeken"],
    "content/municipalities/amsterdam.yml": [
        "+   logo: amsterdam/logo.svg",
        "+   - naam: Samen Verder",
        "+     omschrijving:",
        '+       nl: "Een coach helpt: samen een plan maken."',
        "+     verwijzing_nodig: nee",
        '+     telefoon: "020 123 45 67"',
    ],
    "content/municipalities/amsterdam/logo.svg": [f"+ {LOGO.strip()}"],
}


def test_a_changed_sentence_changes_its_line_and_asks_nobody_else(redactie: Redactie, in_browser: InBrowser) -> None:
    before = texts(redactie.map)

    def look(page: Page) -> tuple[list[str], list[str]]:
        seen = watch(page, redactie.adres)
        open_editor(page, redactie.adres)
        change_a_sentence(page, redactie.adres)
        return seen.verkeerd, seen.geschreven

    wrong, written = in_browser(look)
    assert (wrong, written) == ([], ["PUT /_map/content/blocks/nl/hoe-lang.md"])
    found = changes(before, texts(redactie.map))
    assert is_that_sentence(found.pop("content/blocks/nl/hoe-lang.md")) and found == {}


@pytest.mark.volledig
def test_a_sentence_a_provider_a_logo_and_a_checked_translation_change_their_lines_and_the_site(
    admin: Path, in_browser: InBrowser, opdracht: Opdracht, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO, "utf-8")
    map = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl", "ar"))
    before = texts(map)
    with serving(map, admin) as server:
        assert in_browser(lambda page: walk(page, server.adres, logo)) == []
    found = changes(before, texts(map))
    assert is_that_sentence(found.pop("content/blocks/nl/hoe-lang.md"))
    assert found == EXPECTED

    out = tmp_path / "dist"
    built = opdracht("fgp", "build", "amsterdam", "--out", out, "--zonder-flyers", "--zonder-toolkit", cwd=map)
    assert built.code == 0, built.text
    site = out / "amsterdam"
    assert NIEUW in (site / "hulp-bij-het-maken/index.html").read_text("utf-8")
    assert "Samen Verder" in (site / "hulp-bij-het-maken/index.html").read_text("utf-8")
    assert list(site.rglob("logo*.svg"))
    restored = opdracht("fgp", "check", "amsterdam", "--herstel", cwd=map)
    assert "content/wijzigingen/nl.yml bijgewerkt: hoe-lang" in restored.text
    assert "content/blocks/ar/waarom.md:4:1: status" not in restored.text
    assert "content/blocks/ar/hoe-lang.md:3:1: vertaling_van" in restored.text


@pytest.mark.volledig
def test_a_text_that_somebody_else_changed_meanwhile_stays_and_the_page_says_why(
    redactie: Redactie, in_browser: InBrowser
) -> None:
    blok = redactie.map / "content/blocks/nl/hoe-lang.md"

    def look(page: Page) -> list[str]:
        seen = watch(page, redactie.adres)
        open_editor(page, redactie.adres)
        go_to(page, redactie.adres, "blokken/entries/hoe-lang")
        blok.write_text(blok.read_text("utf-8").replace("een middag", "een avond"), "utf-8")
        text = page.locator("textarea").first
        text.fill(text.input_value().replace(OUD, NIEUW))
        page.get_by_role("button", name="Opslaan").click()
        page.get_by_text("Dit bestand is intussen buiten de redactie veranderd.").wait_for()
        return seen.geschreven

    assert set(in_browser(look)) == {"PUT /_map/content/blocks/nl/hoe-lang.md"}
    assert "een avond" in blok.read_text("utf-8") and NIEUW not in blok.read_text("utf-8")
