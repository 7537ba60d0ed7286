"""Every page of Amsterdam's site, in Chromium, on a phone and on a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.acceptance.conftest import NewPage, page_paths, serve_folder


def faults_of(page: Page, address: str, path: str) -> list[str]:
    """Open one page and tell everything that is wrong with it: console, network, cookies, width."""
    faults: list[str] = []
    page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"mislukt: {request.url}"))
    page.on("request", lambda r: None if r.url.startswith(address) else faults.append(f"derde: {r.url}"))
    page.goto(f"{address}/{path}", wait_until="load")
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if width > window:
        faults.append(f"breedte: {width} > {window}")
    if page.context.cookies():
        faults.append("cookie")
    return faults


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_has_a_console_error_a_third_party_a_cookie_or_a_sideways_scroll(
    new_page: NewPage, sites: Path, address: str, width: int
) -> None:
    found = {}
    for path in page_paths(sites / "amsterdam"):
        if faults := faults_of(new_page(width), address, f"amsterdam/{path}"):
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        ("<script>throw new Error('kapot')</script>", "script: kapot"),
        ("<img alt='' src='bestaat-niet.png'>", "console: "),
        ("<img alt='' src='https://elders.example/x.png'>", "derde: https://elders.example/x.png"),
        ("<script>document.cookie = 'a=1'</script>", "cookie"),
        ("<div style='width:2000px'>breed</div>", "breedte: "),
    ],
)
def test_each_of_those_faults_is_seen_when_it_is_planted(
    new_page: NewPage, tmp_path: Path, planted: str, expected: str
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><html lang=nl><title>t</title>{planted}", "utf-8")
    with serve_folder(tmp_path) as address:
        page = new_page(390)
        page.route("https://elders.example/**", lambda route: route.abort())
        faults = faults_of(page, address, "index.html")
    assert any(fault.startswith(expected) for fault in faults), faults


def test_the_four_points_of_a_municipal_site_are_one_tap_from_home(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/")
    links = page.locator("main a").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    for path in ("wat-is-het", "gemeente/verordening", "voordelen", "ervaringen", "tips"):
        assert f"/amsterdam/{path}/" in links
    for path in ("je-rechten", "zo-maak-je-een-plan", "wie-zijn-er-voor-je", "gemeente"):
        assert f"/amsterdam/{path}/" in links


def test_home_answers_in_one_screen_of_a_phone(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/")
    last = page.locator(".kaart").nth(2).bounding_box()
    assert last is not None and last["y"] + last["height"] <= 844


def test_a_glossary_word_explains_itself_on_a_tap_and_closes_with_escape(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/je-rechten/")
    explanation = page.locator(".begrip-uitleg").first
    assert not explanation.is_visible()
    word = page.locator(f"[popovertarget={explanation.get_attribute('id')}]").first
    word.click()
    assert explanation.is_visible()
    page.keyboard.press("Escape")
    assert not explanation.is_visible()


def test_the_menu_opens_and_shows_every_page_by_keyboard(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/")
    page.locator("details.menu > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu-vlak a").first.is_visible()
    assert page.locator(".menu-vlak a").count() >= 27


def test_the_language_switch_stays_on_the_same_page(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/je-rechten/")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}/amsterdam/en/je-rechten/"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Your rights"


def test_what_is_not_translated_is_dutch_and_says_so(new_page: NewPage, address: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/en/tips/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "not been translated" in page.locator(".notitie").first.inner_text()
    section = page.locator("section.blok").first
    assert section.get_attribute("lang") == "nl"
    assert section.get_attribute("dir") == "ltr"
    assert page.locator("h1").get_attribute("lang") == "nl"
