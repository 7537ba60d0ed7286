"""Every page of Amsterdam's site, in Chromium, on a phone and on a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.acceptance.conftest import NewPage, language_of, page_paths, serve_folder
from tests.conftest import ALLEEN_SITE, ROOT, run_command
from tests.projectkopie import copy_project


def complaints(page: Page, address: str) -> list[str]:
    """What console, scripts and network complain of from now on, and every request to another host."""
    heard: list[str] = []
    page.on("console", lambda m: heard.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    page.on("requestfailed", lambda request: heard.append(f"mislukt: {request.url}"))
    page.on("request", lambda r: None if r.url.startswith(address) else heard.append(f"derde: {r.url}"))
    return heard


def faults_of(page: Page, heard: list[str], url: str) -> list[str]:
    """Open one page and tell everything that is wrong with it: console, network, cookies, width."""
    page.goto("about:blank")  # what the page before was still fetching is broken off here
    heard.clear()
    page.goto(url, wait_until="load")
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    faults = [*heard, f"breedte: {width} > {window}"] if width > window else [*heard]
    return [*faults, "cookie"] if page.context.cookies() else faults


def faults_of_all(new_page: NewPage, address: str, paths: list[str], width: int) -> dict[str, list[str]]:
    page = new_page(width)
    heard = complaints(page, address)
    found = {path: faults_of(page, heard, f"{address}/amsterdam/{path}") for path in paths}
    return {path: faults for path, faults in found.items() if faults}


def test_no_dutch_page_of_a_sample_has_a_console_error_a_third_party_a_cookie_or_a_sideways_scroll(
    new_page: NewPage, sites: Path, address: str
) -> None:
    dutch = [path for path in page_paths(sites / "amsterdam") if language_of(path) == "nl"]
    assert len(dutch) >= 30
    assert faults_of_all(new_page, address, dutch[::4], 390) == {}
    assert faults_of_all(new_page, address, dutch[1::12], 1280) == {}


def test_nor_has_a_sample_of_the_other_languages(new_page: NewPage, sites: Path, address: str) -> None:
    others = [path for path in page_paths(sites / "amsterdam") if language_of(path) != "nl"]
    assert faults_of_all(new_page, address, others[::20], 320) == {}


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nor_has_any_page_in_any_language(new_page: NewPage, sites: Path, address: str, width: int) -> None:
    assert faults_of_all(new_page, address, page_paths(sites / "amsterdam"), width) == {}


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
        faults = faults_of(page, complaints(page, address), f"{address}/index.html")
    assert any(fault.startswith(expected) for fault in faults), faults


def test_the_four_points_of_a_municipal_site_are_one_tap_from_home(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/")
    links = page.locator("main a").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    for path in ("wat-is-het", "gemeente/verordening", "voordelen", "ervaringen", "tips"):
        assert f"/amsterdam/{path}/" in links
    for path in ("je-rechten", "zo-maak-je-een-plan", "wie-zijn-er-voor-je", "gemeente"):
        assert f"/amsterdam/{path}/" in links


def test_home_answers_in_one_screen_of_a_phone(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/")
    last = page.locator(".kaart").nth(2).bounding_box()
    assert last is not None and last["y"] + last["height"] <= 844


def test_a_glossary_word_explains_itself_on_a_tap_and_closes_with_escape(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/je-rechten/")
    explanation = page.locator(".begrip-uitleg").first
    assert not explanation.is_visible()
    word = page.locator(f"[popovertarget={explanation.get_attribute('id')}]").first
    word.click()
    assert explanation.is_visible()
    page.keyboard.press("Escape")
    assert not explanation.is_visible()


def test_the_menu_opens_and_shows_every_page_by_keyboard(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/")
    page.locator(".menu:not(.talen-menu) > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu-vlak a").first.is_visible()
    assert page.locator(".menu-vlak a").count() >= 27


def test_the_language_switch_stays_on_the_same_page(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/je-rechten/")
    page.locator(".talen-menu > summary").click()
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}/amsterdam/en/je-rechten/"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Your rights"
    assert "native speaker" in page.locator(".staat").inner_text()


def test_a_page_for_professionals_leads_to_the_home_of_a_language_that_lacks_it(
    same_page: NewPage, address: str
) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/professionals/plicht/")
    links = page.locator(".talen a").evaluate_all("all => all.map(a => [a.hreflang, new URL(a.href).pathname])")
    assert ["en", "/amsterdam/en/professionals/plicht/"] in links
    assert ["ar", "/amsterdam/ar/"] in links


def test_what_is_not_translated_is_dutch_and_says_so(same_page: NewPage, tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl", "en"))
    (kopie / "content" / "blocks" / "en" / "plicht.md").unlink()
    built = run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie)
    assert built.code == 0, built.text
    with serve_folder(kopie / "dist" / "amsterdam") as address:
        page = same_page(390)
        page.goto(f"{address}/en/professionals/plicht/")
        assert page.locator("html").get_attribute("lang") == "en"
        assert "not been translated" in page.locator(".notitie:not(.staat)").first.inner_text()
        dutch = page.locator("section.blok").first
        assert (dutch.get_attribute("lang"), dutch.get_attribute("dir")) == ("nl", "ltr")
        assert page.locator("section.blok").nth(1).get_attribute("lang") is None
        assert page.locator("link[rel=alternate][hreflang]").evaluate_all("all => all.map(l => l.hreflang)") == ["nl"]


def test_arabic_is_mirrored_and_its_telephone_numbers_are_not(same_page: NewPage, address: str) -> None:
    page = same_page(390)
    page.goto(f"{address}/amsterdam/ar/veiligheid/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    mark = page.locator(".merk").bounding_box()
    assert mark is not None and mark["x"] > 100
    for number in page.locator("a[href^='tel:'] bdi").all():
        assert number.get_attribute("dir") == "ltr"
    assert page.locator(".voet a[href='tel:08002000'] bdi").inner_text() == "0800-2000"
