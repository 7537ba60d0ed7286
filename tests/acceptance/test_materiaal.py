"""The page with ready texts: copying with one click or key, what lands in an editor, and what axe finds."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from familiegroepsplan.site.headers import mail_headers, security_headers
from familiegroepsplan.taal import TALEN
from tests.acceptance.conftest import NewPage, serve_folder
from tests.acceptance.test_axe import OPEN, violations
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project

MATERIAAL = "amsterdam/professionals/materiaal/"
ALLOWED = ["clipboard-read", "clipboard-write"]
MELDING = "[data-materiaal-melding]"
OF_PAGES = ("landmark-", "region", "page-has")
"""Rules about what surrounds a text, which in a mail is the mail program."""

COLOURS = """() => ['h1', 'p'].map((tag) => getComputedStyle(document.querySelector(`.mail-tekst ${tag}`)).color)"""
ON_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""


def copied(page: Page) -> Any:
    """What is on the clipboard, by kind, after the page said that it copied."""
    expect(page.locator(MELDING)).to_contain_text("is gekopieerd")
    return page.evaluate(ON_CLIPBOARD)


def test_a_text_is_copied_by_keyboard_with_its_structure_and_as_plain_text(new_page: NewPage, address: str) -> None:
    page = new_page(1280, permissions=ALLOWED)
    page.goto(f"{address}/{MATERIAAL}")
    page.locator("#website-familiegroepsplan-kort [data-kopieer]").focus()
    page.keyboard.press("Enter")
    found = copied(page)
    assert page.locator(MELDING).get_attribute("role") == "status"
    assert found["text/html"].count("<h2>") == 2 and "<li>wat er anders moet;</li>" in found["text/html"]
    assert found["text/plain"].startswith("Wat is een familiegroepsplan?\n\nGaat het thuis niet goed")
    assert "\n- wat er anders moet;\n" in found["text/plain"]
    assert "Voorbeeld." not in found["text/html"] + found["text/plain"]


def test_a_mail_is_copied_as_code_and_a_message_without_its_name(new_page: NewPage, address: str) -> None:
    page = new_page(390, permissions=ALLOWED)
    page.goto(f"{address}/{MATERIAAL}")
    page.locator("#nieuwsbrief-nieuwsbrief-1 [data-kopieer-code]").click()
    assert copied(page)["text/plain"].startswith("<!doctype html>")
    page.locator("#berichten-delen [data-kopieer]").click()
    expect(page.locator(MELDING)).to_contain_text("Over delen")
    assert copied(page)["text/plain"].startswith("Wie weet hoe het echt met je gaat?")


def test_arabic_comes_along_with_its_direction(new_page: NewPage, address: str) -> None:
    page = new_page(390, permissions=ALLOWED)
    page.goto(f"{address}/amsterdam/toolkit/ar/index.html")
    page.locator("#brieven-brief-ouders [data-kopieer]").click()
    assert copied(page)["text/html"].startswith('<div lang="ar" dir="rtl">')


def test_a_text_that_cannot_be_fetched_is_told(new_page: NewPage, address: str) -> None:
    page = new_page(390, permissions=ALLOWED)
    page.goto(f"{address}/{MATERIAAL}")
    page.route("**/*.html", lambda route: route.fulfill(status=404))
    page.locator("#berichten-delen [data-kopieer]").click()
    expect(page.locator(MELDING)).to_contain_text("Kopiëren lukt niet")


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_page_with_every_text_open(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(width)
    page.goto(f"{address}/{MATERIAAL}")
    page.evaluate(OPEN)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_pages_of_other_languages(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(width)
    for path in ("amsterdam/en/professionals/materiaal/", *(f"amsterdam/toolkit/{taal}/index.html" for taal in TALEN)):
        page.goto(f"{address}/{path}")
        closed = violations(page)
        page.evaluate(OPEN)
        assert closed + violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_pages_hold_under_the_strict_policy_and_a_mail_keeps_its_style(new_page: NewPage, sites: Path) -> None:
    refused: list[str] = []
    page = new_page(600)
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    with serve_folder(sites / "amsterdam", security_headers()) as strict:
        page.goto(f"{strict}/professionals/materiaal/", wait_until="networkidle")
    with serve_folder(sites / "amsterdam", mail_headers()) as served:
        page.goto(f"{served}/toolkit/ar/index.html", wait_until="networkidle")
        for taal in ("nl", "ar"):
            page.goto(f"{served}/toolkit/{taal}/nieuwsbrief/nieuwsbrief-1-mail.html")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                look = page.evaluate(COLOURS)
                assert look == (["rgb(242, 242, 242)"] * 2 if scheme == "dark" else ["rgb(26, 26, 26)"] * 2)
                assert [fault for fault in violations(page) if not fault.startswith(OF_PAGES)] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 600
    assert refused == []


@pytest.mark.volledig
def test_without_the_toolkit_the_page_says_how_to_get_it_and_offers_no_file(new_page: NewPage, tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "harderwijk")
    result = run_command("fgp", "build", "harderwijk", "--zonder-toolkit", "--zonder-flyers", cwd=kopie)
    assert result.code == 0, result.text
    site = kopie / "dist" / "harderwijk"
    assert not (site / "toolkit").exists()
    text = (site / "professionals" / "materiaal" / "index.html").read_text("utf-8")
    assert "fgp build" in text and "toolkit/" not in text
