"""The self-test "Waar staat uw gemeente?" on the built site, in Chromium under the strict CSP."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from pypdf import PdfReader

from tests.acceptance.conftest import NewPage, page_paths, serve_folder
from tests.acceptance.test_axe import violations

TEST = "professionals/waar-staat-u/"
GROEPEN = {
    "voorloper": "Groep 1: u loopt voorop",
    "op-weg": "Groep 2: u bent op weg, maar u zoekt nog",
    "geen-idee": "Groep 3: u hebt nog geen idee",
    "moet": "Groep 4: u doet het omdat het moet",
}
RAND = [
    ((0, 0, 0), "geen-idee"),
    ((2, 2, 2), "geen-idee"),
    ((3, 2, 2), "moet"),
    ((4, 0, 0), "moet"),
    ((4, 3, 2), "op-weg"),
    ((0, 3, 0), "op-weg"),
    ((2, 2, 3), "op-weg"),
    ((0, 3, 3), "voorloper"),
    ((4, 4, 4), "voorloper"),
]
"""Answers at both sides of every boundary: how often yes in part A, B and C, and the group."""

TEST_KOP = "[data-kop]"


def printed(page: Page) -> list[str]:
    """The text of each sheet of A4 that the page prints now."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages]


@pytest.fixture(scope="session")
def strict(sites: Path) -> Iterator[str]:
    """Amsterdam's site with the headers that it asks its server for."""
    lines = (sites / "amsterdam" / "_headers").read_text("utf-8").splitlines()
    headers = dict(line.strip().split(": ", 1) for line in lines if line.startswith("  ") and ": " in line)
    assert "Content-Security-Policy" in headers
    with serve_folder(sites / "amsterdam", headers) as served:
        yield served


@pytest.fixture
def test_page(new_page: NewPage, strict: str) -> Iterator[Page]:
    """The page with the test; at the end the browser must have complained of nothing."""
    page = new_page(390, reduced_motion="reduce")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script("window.print = () => { window.geprint = document.documentElement.className; }")
    page.goto(f"{strict}/{TEST}", wait_until="networkidle")
    yield page
    assert complaints == []


def answer(page: Page, telling: tuple[int, int, int], other: str = "nee") -> None:
    """Answer so many questions of each part with yes, the others with `other`, and ask for the outcome."""
    wanted = [
        f"{deel * 4 + n + 1}-{'ja' if n < much else other}" for deel, much in enumerate(telling) for n in range(4)
    ]
    page.evaluate("(ids) => ids.forEach((id) => document.getElementById(`zelftest-${id}`).click())", wanted)
    page.click("[data-klaar]")


def test_every_group_is_reached_and_gets_its_own_three_steps(test_page: Page) -> None:
    for telling, groep in RAND:
        answer(test_page, telling)
        expect(test_page.locator("[data-groep]")).to_have_text(GROEPEN[groep])
        expect(test_page.locator(TEST_KOP)).to_be_focused()
        scores = test_page.locator("[data-score-tekst]").all_inner_texts()
        assert scores == [f"{aantal} van de 4 keer ja" for aantal in telling]
        dots = test_page.locator("[data-score]").evaluate_all(
            "rows => rows.map((row) => row.querySelectorAll('.vol').length)"
        )
        assert dots == list(telling)
        steps = test_page.locator("[data-stappen] li").all_inner_texts()
        written = test_page.locator(f"#waar-staat-u-{groep}-stap ~ ol").first.locator("li").all_inner_texts()
        assert len(steps) == 3 and steps == written
        assert test_page.locator(f"#waar-staat-u-{groep}").inner_text() == GROEPEN[groep]
        assert test_page.locator("[data-herken]").get_attribute("href") == f"#waar-staat-u-{groep}"


def test_the_rule_of_the_script_is_the_rule_in_words_for_all_answers(test_page: Page) -> None:
    """The words: B and C often yes is group 1; one of both group 2; A alone group 4; no part group 3."""
    found = test_page.evaluate("""async () => {
      const { groupOf } = await import(document.querySelector('script[src*=zelftest]').src);
      const found = [];
      for (let a = 0; a < 5; a += 1) for (let b = 0; b < 5; b += 1) for (let c = 0; c < 5; c += 1)
        found.push([a, b, c, groupOf({ a, b, c })]);
      return found;
    }""")
    often = {(False, False): None, (True, False): "op-weg", (False, True): "op-weg", (True, True): "voorloper"}
    assert len(found) == 125
    for a, b, c, groep in found:
        assert groep == (often[b >= 3, c >= 3] or ("moet" if a >= 3 else "geen-idee")), (a, b, c)


def test_it_is_filled_in_by_keyboard_alone(test_page: Page) -> None:
    test_page.locator("#zelftest-1-ja").focus()
    for n in range(1, 13):
        assert test_page.evaluate("document.activeElement.name") == f"vraag-{n}"
        test_page.keyboard.press("Space")
        if n % 2 == 0:
            test_page.keyboard.press("ArrowRight")
        test_page.keyboard.press("Tab")
    expect(test_page.locator("[data-klaar]")).to_be_focused()
    test_page.keyboard.press("Enter")
    expect(test_page.locator(TEST_KOP)).to_be_focused()
    expect(test_page.locator("[data-groep]")).to_have_text(GROEPEN["geen-idee"])
    assert test_page.evaluate("document.querySelector('[data-kop]').getBoundingClientRect().top") < 844


def test_unanswered_questions_are_named_and_one_key_away(test_page: Page) -> None:
    for n in [n for n in range(1, 13) if n not in (3, 8)]:
        test_page.check(f"#zelftest-{n}-ja")
    test_page.click("[data-klaar]")
    expect(test_page.locator("[data-fouten]")).to_be_focused()
    expect(test_page.locator("[data-fouten-kop]")).to_have_text("Er zijn nog 2 vragen zonder antwoord")
    links = test_page.locator("[data-fouten] a")
    assert links.all_inner_texts() == ["Kies een antwoord bij vraag 3.", "Kies een antwoord bij vraag 8."]
    assert not test_page.locator("[data-vel]").is_visible()
    assert violations(test_page) == []
    test_page.keyboard.press("Tab")
    test_page.keyboard.press("Enter")
    assert test_page.evaluate("document.activeElement.id") == "zelftest-3-ja"
    group = test_page.get_by_role("group", name="3. Staat het plan in uw verordening")
    expect(group).to_have_accessible_description("Kies een antwoord bij vraag 3.")
    test_page.keyboard.press("Space")
    expect(group).to_have_accessible_description("")
    test_page.click("[data-klaar]")
    expect(test_page.locator("[data-fouten-kop]")).to_have_text("Er is nog een vraag zonder antwoord")
    test_page.check("#zelftest-8-weet-niet")
    test_page.click("[data-klaar]")
    expect(test_page.locator("[data-groep]")).to_have_text(GROEPEN["voorloper"])
    expect(test_page.locator("[data-zoek-uit]")).to_contain_text("bij vraag 8.")


def test_an_outcome_goes_away_with_the_answers_it_belonged_to(test_page: Page) -> None:
    answer(test_page, (4, 4, 4))
    test_page.check("#zelftest-9-nee")
    assert not test_page.locator("[data-vel]").is_visible()
    expect(test_page.locator("[data-stand]")).to_contain_text("Uw antwoord is veranderd")
    assert test_page.locator("[data-stand]").get_attribute("role") == "status"
    test_page.click("[type=reset]")
    expect(test_page.locator("[data-stand]")).to_have_text("Alle antwoorden zijn weg.")
    assert test_page.locator("#zelftest input:checked").count() == 0


def test_nothing_is_sent_and_nothing_is_kept(test_page: Page) -> None:
    requests: list[Request] = []
    test_page.on("request", lambda request: requests.append(request))
    answer(test_page, (4, 2, 1), "weet-niet")
    test_page.click("[data-print]")
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert test_page.evaluate(kept) == [0, 0, "", ""]
    assert [request.url for request in requests] == []
    test_page.reload(wait_until="networkidle")
    assert test_page.locator("#zelftest input:checked").count() == 0


def test_axe_finds_nothing_and_everything_fits_empty_and_filled_in(test_page: Page) -> None:
    test_page.set_viewport_size({"width": 320, "height": 844})
    assert violations(test_page) == []
    answer(test_page, (4, 1, 0), "weet-niet")
    assert violations(test_page) == []
    for width in (256, 320, 1280):
        test_page.set_viewport_size({"width": width, "height": 844})
        assert test_page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_outcome_fits_on_one_sheet_with_municipality_and_date(test_page: Page) -> None:
    answer(test_page, (4, 1, 0), "weet-niet")
    test_page.click("[data-print]")
    assert "los-blad" in test_page.evaluate("window.geprint")
    pages = printed(test_page)
    assert len(pages) == 1
    day = test_page.locator("[data-vel-datum]").inner_text()
    for words in ("Amsterdam", day, GROEPEN["moet"], "Bel drie gezinnen", "12.", "Wie doet wat, en wanneer?"):
        assert words in pages[0], words
    for words in ("Bekijk waar u staat", "Print de uitslag", "Groep 3", "Menu"):
        assert words not in pages[0], words


def test_without_a_script_it_is_done_with_a_pen(new_page: NewPage, strict: str) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(f"{strict}/{TEST}")
    assert page.locator("#zelftest legend").count() == 12
    expect(page.locator("[data-papier]")).to_be_visible()
    for hidden in ("[data-klaar]", "[type=reset]", "[data-vel]", "[data-fouten]"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.locator("#zelftest dt").count() == 4
    page.check("#zelftest-1-ja")
    page.keyboard.press("Enter")
    assert page.url == f"{strict}/{TEST}"
    text = "\n".join(printed(page))
    for words in ("Datum:", "12. Vertelt u inwoners", "Zo telt u", *GROEPEN.values(), "Bel drie gezinnen"):
        assert words in text, words


def test_it_stands_in_english_and_in_no_other_language(new_page: NewPage, sites: Path, strict: str) -> None:
    assert [path for path in page_paths(sites / "amsterdam") if path.endswith(TEST)] == [f"en/{TEST}", TEST]
    page = new_page(320)
    page.goto(f"{strict}/en/{TEST}", wait_until="networkidle")
    answer(page, (3, 3, 3))
    expect(page.locator("[data-groep]")).to_have_text("Group 1: you are in front")
    for groep in GROEPEN:
        told = page.locator(f"[data-telling] a[href='#waar-staat-u-{groep}']").inner_text()
        assert told == page.locator(f"#waar-staat-u-{groep}").inner_text()
