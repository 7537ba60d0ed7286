"""Searching the finished site in Chromium: the right page, in the reader's language, and by every way of using it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from familiegroepsplan.taal import TALEN
from tests.acceptance.conftest import NewPage, language_of, page_paths, serve_folder
from tests.acceptance.test_axe import violations
from tests.acceptance.zoekvragen import VRAGEN

FIRST = 3
LEAST = 15
PATIENCE = 30_000
SAMPLE = {"nl", "ar"}
BOTH_WAYS = {"ar"}
TALEN_OM_TE_ZIEN = [pytest.param(taal, marks=() if taal in SAMPLE else pytest.mark.volledig) for taal in sorted(VRAGEN)]
IN_FULL = [("nl", 320), ("nl", 1280), ("ar", 1280), ("ti", 320), ("ti", 1280)]
LAZY = ("zoeken.js", "zoekmachine.js", "zoekwoord.js", "minisearch.js", "/zoek/")


@pytest.fixture(scope="module")
def site(sites: Path) -> Path:
    return sites / "amsterdam"


@pytest.fixture(scope="module")
def home(address: str) -> str:
    return f"{address}/amsterdam"


def offered(site: Path) -> list[str]:
    """The languages of the site."""
    return sorted(path.stem for path in (site / "zoek").glob("*.json"))


def folder_of(taal: str) -> str:
    return "" if taal == "nl" else f"{taal}/"


def open_search(page: Page, url: str) -> Page:
    """Open a page and its search dialog, ready to be asked."""
    page.goto(url, wait_until="load")
    expect(page.locator("html:not(.geen-js)")).to_be_attached(timeout=PATIENCE)
    page.locator("[data-zoek-knop]").click()
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until what was asked has been answered."""
    expect(page.locator("[data-zoek-lijst][aria-busy=false]")).to_be_attached(timeout=PATIENCE)


def ask(page: Page, vraag: str) -> list[str]:
    """Type a question and press Enter: the addresses of the pages that are found, best first."""
    page.locator("[data-zoek-vraag]").fill(vraag)
    page.keyboard.press("Enter")
    ready(page)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    links = page.locator(".zoek-pagina h3 a").evaluate_all("all => all.map((a) => a.href)")
    return [str(link) for link in links]


def status(page: Page) -> str:
    return page.locator("[data-zoek-stand]").inner_text()


def not_found(page: Page, home: str, taal: str) -> list[str]:
    """The questions of a language whose page is not among the first."""
    missed = []
    for vraag, path in VRAGEN[taal]:
        found = ask(page, vraag)
        if f"{home}/{folder_of(taal)}{path}" not in found[:FIRST]:
            missed.append(f"{vraag}: {path} niet in {[link.removeprefix(home) for link in found[:FIRST]]}")
    return missed


def test_every_language_that_is_offered_has_questions(site: Path) -> None:
    assert offered(site) == sorted(VRAGEN)
    for taal, vragen in VRAGEN.items():
        assert len(vragen) >= LEAST and len(set(vragen)) == len(vragen), taal
        for _, path in vragen:
            assert (site / folder_of(taal) / path / "index.html").is_file(), (taal, path)


@pytest.mark.parametrize("taal", TALEN_OM_TE_ZIEN)
def test_the_right_page_is_among_the_first_three(same_page: NewPage, home: str, taal: str) -> None:
    page = open_search(same_page(390), f"{home}/{folder_of(taal)}")
    assert not_found(page, home, taal) == []


def test_a_question_whose_page_is_not_found_is_seen(
    same_page: NewPage, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VRAGEN, "nl", [("rechten", "tips/"), ("rechten", "je-rechten/")])
    page = open_search(same_page(390), f"{home}/")
    assert len(not_found(page, home, "nl")) == 1


@pytest.mark.parametrize(
    "taal", [*BOTH_WAYS, *(pytest.param(t, marks=pytest.mark.volledig) for t in sorted({*VRAGEN} - BOTH_WAYS))]
)
def test_a_question_never_shows_a_page_of_another_language(
    same_page: NewPage, site: Path, home: str, taal: str
) -> None:
    rows = json.loads((site / "zoek" / f"{taal}.json").read_text("utf-8"))["paginas"]
    assert {language_of(row["url"]) for row in rows} == {taal}
    page = open_search(same_page(390), f"{home}/{folder_of(taal)}gemeente/")
    for other in sorted(VRAGEN):
        for vraag, _ in VRAGEN[other][:4]:
            found = ask(page, vraag)
            assert {language_of(link.removeprefix(f"{home}/")) for link in found} <= {taal}, (other, vraag)


def test_the_index_holds_every_page_that_a_reader_can_open(site: Path) -> None:
    for taal in offered(site):
        rows = json.loads((site / "zoek" / f"{taal}.json").read_text("utf-8"))["paginas"]
        assert {row["url"] for row in rows} == {url for url in page_paths(site) if language_of(url) == taal}
        for row in rows:
            text = (site / row["url"] / "index.html").read_text("utf-8")
            for plek in row["plekken"]:
                assert not plek.get("anker") or f'id="{plek["anker"]}"' in text, (row["url"], plek["anker"])


SAME = [
    ("Coördinator", "coordinator"),
    ("ŞİKÂYET", "şikayet"),
    ("ISPARTA", "ısparta"),
    ("złożyć", "zlozyc"),
    ("зв’язок", "зв'язок"),
    ("звʼязок", "зв'язок"),
    ("ґанок", "ганок"),
    ("الخِطَّة", "خطه"),
    ("والأطفال", "اطفال"),
    ("للمدرسة", "مدرسه"),
    ("إسكان", "اسكان"),
    ("شـكوى", "شكوي"),
    ("کودک", "كودك"),
    ("برنامهٔ", "برنامه"),
    ("٤.١.٢", "4.1.2"),
    ("۴٫۱٫۲", "4.1.2"),
    ("ኅፍረት", "ሕፍረት"),
    ("ሠላም", "ሰላም"),
    ("ዐንቀፅ", "አንቀጽ"),
    ("ኣላይነት", "አላይነት"),
]
APART = [("plan", "plein"), ("خطة", "حق"), ("коло", "кола"), ("3.6", "36"), ("መሰል", "ምሽጢር")]


def test_the_ways_to_write_a_word_are_one_word(same_page: NewPage, home: str) -> None:
    page = same_page(390)
    page.goto(f"{home}/")
    fold = "([one, other]) => import(new URL('assets/js/zoekwoord.js', document.baseURI).href)"
    fold += ".then(({terms}) => String(terms(one)) === String(terms(other)))"
    assert [pair for pair in SAME if not page.evaluate(fold, pair)] == []
    assert [pair for pair in APART if page.evaluate(fold, pair)] == []


RELATED = [
    ("gezinsplannen", "gezinsplan", True),
    ("rechter", "kinderrechter", True),
    ("rechten", "recht", True),
    ("напрямку", "напрямки", True),
    ("بخطتكم", "خطتكم", True),
    ("ቤተሰቡ", "ቤተሰብ", True),
    ("2017", "20175", False),
    ("recht", "slecht", False),
    ("kind", "vind", False),
]


def test_compounds_and_other_endings_are_related(same_page: NewPage, home: str) -> None:
    page = same_page(390)
    page.goto(f"{home}/")
    kinship = "([asked, word]) => import(new URL('assets/js/zoekwoord.js', document.baseURI).href)"
    kinship += ".then(({fold, kinship}) => kinship(fold(asked), fold(word)))"
    found = [(asked, word, page.evaluate(kinship, [asked, word]) > 0) for asked, word, _ in RELATED]
    assert found == RELATED


def test_search_is_loaded_when_it_is_first_used_and_only_once(new_page: NewPage, home: str) -> None:
    page = new_page(390)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{home}/ar/", wait_until="networkidle")
    assert [url for url in requests if any(part in url for part in LAZY)] == []
    requests.clear()
    page.locator("[data-zoek-knop]").click()
    ready(page)
    assert [url for url in requests if "/zoek/" in url] == [f"{home}/zoek/ar.json"]
    requests.clear()
    assert ask(page, "شكوى")
    page.keyboard.press("Escape")
    page.locator("[data-zoek-knop]").click()
    assert ask(page, "حقوق")
    assert requests == []


def test_nothing_breaks_the_policy_and_nothing_is_kept(new_page: NewPage, home: str) -> None:
    page = new_page(390)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"
    )
    open_search(page, f"{home}/je-rechten/")
    assert ask(page, "klacht")
    assert faults == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, location.search]") == [0, 0, ""]


def test_a_result_tells_where_it_is_what_it_says_and_marks_the_words(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/")
    found = ask(page, "Begripsbepaling")
    assert found[0] == f"{home}/gemeente/verordening/"
    first = page.locator(".zoek-pagina").first
    assert first.locator("h3").inner_text() == "Wat zeggen de regels in je gemeente?"
    assert first.locator(".zoek-plek a").first.inner_text() == "Artikel 1.1: Begripsbepaling"
    ask(page, "bloedverwanten")
    assert page.locator(".zoek-plek p mark").first.inner_text() == "bloedverwanten"
    count = len(ask(page, "klacht"))
    expect(page.locator("[data-zoek-stand]")).to_have_text(f"{count} resultaten")


def test_one_result_is_counted_in_the_singular(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/")
    assert len(ask(page, "cookies")) == 1
    expect(page.locator("[data-zoek-stand]")).to_have_text("1 resultaat")


def test_dutch_in_a_result_of_another_language_is_marked_as_dutch(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/ar/")
    assert f"{home}/ar/gemeente/verordening/" in ask(page, "bloedverwanten")
    quote = page.locator(".zoek-plek p").first
    assert quote.locator("mark").first.inner_text() == "bloedverwanten"
    assert [quote.get_attribute("lang"), quote.get_attribute("dir")] == ["nl", "ltr"]


def test_a_page_for_professionals_says_so_and_comes_after_those_for_families(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/")
    found = ask(page, "ik schaam me")
    assert found.index(f"{home}/ja-maar/") < found.index(f"{home}/professionals/drempels/")
    assert page.locator(".zoek-voor").first.inner_text() == "Voor professionals"


@pytest.mark.parametrize("taal", TALEN_OM_TE_ZIEN)
def test_nothing_found_is_said_and_helps_further(same_page: NewPage, home: str, taal: str) -> None:
    page = open_search(same_page(390), f"{home}/{folder_of(taal)}tips/")
    assert ask(page, "qqqqxx") == []
    assert status(page) == page.locator("[data-zoek-stand]").get_attribute("data-geen")
    links = page.locator(".zoek-geen a").evaluate_all("all => all.map((a) => a.href)")
    assert links == [f"{home}/{folder_of(taal)}woordenlijst/", f"{home}/{folder_of(taal)}"]
    assert ask(page, VRAGEN[taal][0][0])
    assert not page.locator(".zoek-geen").is_visible()
    assert ask(page, " ") == []
    assert status(page) == ""


def keyboard_faults(page: Page) -> list[str]:
    """Search by keyboard alone on an open page: what goes wrong."""
    faults = []
    page.locator("[data-zoek-knop]").focus()
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.matches('[data-zoek-vraag]')"):
        return ["de focus is niet in het veld"]
    ready(page)
    if not ask(page, "klacht"):
        faults.append("geen resultaten")
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('.zoek-lijst a')"):
        faults.append("de resultaten zijn met Tab niet te bereiken")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement.closest('dialog') && document.activeElement !== document.body"):
            faults.append("de focus komt achter het venster")
            break
    page.keyboard.press("Escape")
    if page.evaluate("document.querySelector('[data-zoek]').open"):
        faults.append("blijft open na Escape")
    if not page.evaluate("document.activeElement.matches('[data-zoek-knop]')"):
        faults.append("focus is niet terug op de knop")
    return faults


@pytest.mark.parametrize("path", ["", pytest.param("mijn-plan/", marks=pytest.mark.volledig), "404.html"])
def test_search_works_by_keyboard(new_page: NewPage, site: Path, home: str, path: str) -> None:
    page = new_page(320)
    if path == "404.html":
        text = (site / path).read_text("utf-8").replace("/amsterdam/", f"{home}/")
        page.route(f"{home}/weg/diep", lambda route: route.fulfill(body=text, content_type="text/html", status=404))
        path = "weg/diep"
    page.goto(f"{home}/{path}", wait_until="load")
    expect(page.locator("html:not(.geen-js)")).to_be_attached(timeout=PATIENCE)
    assert keyboard_faults(page) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (
            "const vraag = document.querySelector('[data-zoek-vraag]'); vraag.focus = vraag.select = () => {}",
            "de focus is niet in het veld",
        ),
        ("document.querySelector('[data-zoek-lijst]').replaceChildren = () => {}", "geen resultaten"),
        ("addEventListener('keydown', (e) => e.key === 'Escape' && e.preventDefault())", "blijft open na Escape"),
        (
            "addEventListener('close', (e) => e.stopImmediatePropagation(), true);"
            "addEventListener('keyup', (e) => e.key === 'Escape' && document.activeElement.blur(), true)",
            "focus is niet terug op de knop",
        ),
        (
            "const zoek = document.querySelector('[data-zoek]'); zoek.showModal = zoek.show",
            "de focus komt achter het venster",
        ),
    ],
)
def test_planted_damage_to_the_keyboard_is_found(same_page: NewPage, home: str, damage: str, fault: str) -> None:
    page = same_page(320)
    page.goto(f"{home}/", wait_until="load")
    expect(page.locator("html:not(.geen-js)")).to_be_attached(timeout=PATIENCE)
    page.evaluate(f"() => {{ {damage} }}")
    assert fault in keyboard_faults(page)


def test_a_result_leads_to_its_place_and_closes_the_dialog(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/")
    ask(page, "ots")
    page.locator(".zoek-plek a").first.click()
    page.wait_for_url(f"{home}/woordenlijst/#woord-ots")
    open_search(page, f"{home}/woordenlijst/")
    ask(page, "ots")
    page.locator(".zoek-plek a").first.click()
    assert not page.locator("[data-zoek]").is_visible()
    page.wait_for_url(f"{home}/woordenlijst/#woord-ots")
    expect(page.locator("#woord-ots")).to_be_in_viewport(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("taal", "width"),
    [("ar", 320), *(pytest.param(*one, marks=pytest.mark.volledig) for one in IN_FULL)],
)
def test_axe_finds_nothing_in_the_open_dialog(same_page: NewPage, home: str, taal: str, width: int) -> None:
    page = open_search(same_page(width), f"{home}/{folder_of(taal)}")
    assert violations(page) == []
    assert ask(page, VRAGEN[taal][0][0])
    assert violations(page) == []
    ask(page, "qqqqxx")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("document.querySelector('.zoek label').remove()", "label"),
        *(
            pytest.param(damage, rule, marks=pytest.mark.volledig)
            for damage, rule in [
                ("document.querySelector('.zoek-sluit').replaceChildren()", "button-name"),
                ("document.querySelector('.zoek-pagina p').style.color = '#bbb'", "color-contrast"),
                ("document.querySelector('.zoek-pagina h3 a').replaceChildren()", "link-name"),
            ]
        ),
    ],
)
def test_planted_damage_to_the_dialog_is_found(same_page: NewPage, home: str, damage: str, rule: str) -> None:
    page = open_search(same_page(390), f"{home}/")
    assert ask(page, "klacht")
    page.evaluate(f"() => {{ {damage} }}")
    assert rule in {fault.split(":")[0] for fault in violations(page)}


def test_the_dialog_and_its_field_have_a_name(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(390), f"{home}/en/")
    dialog = page.get_by_role("dialog", name="Search this site", exact=True)
    assert dialog.count() == 1
    assert dialog.get_by_role("textbox", name="What are you looking for?", exact=True).count() == 1
    page.evaluate("document.querySelector('.zoek').removeAttribute('aria-labelledby')")
    assert dialog.count() == 0


@pytest.mark.parametrize("taal", TALEN_OM_TE_ZIEN)
@pytest.mark.parametrize("width", [256, *(pytest.param(w, marks=pytest.mark.volledig) for w in (320, 1280))])
def test_everything_fits_and_is_large_enough(same_page: NewPage, home: str, taal: str, width: int) -> None:
    page = open_search(same_page(width, 640), f"{home}/{folder_of(taal)}")
    assert ask(page, VRAGEN[taal][0][0])
    sizes = "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right, box.height])"
    for left, right, height in page.locator("[data-zoek-knop], [data-zoek-sluit], [data-zoek-vraag]").evaluate_all(
        sizes
    ):
        assert left >= 0 and right <= width and height >= 44
    for _, _, height in page.locator(".zoek a:visible").evaluate_all(sizes):
        assert height >= 24
    for place in ("document.documentElement", "document.querySelector('[data-zoek]')"):
        assert page.evaluate(f"{place}.scrollWidth <= {place}.clientWidth")
    richting = TALEN[language_of(folder_of(taal))].richting
    heading, close = (page.locator(where).bounding_box() for where in ("#zoek-kop", "[data-zoek-sluit]"))
    assert heading is not None and close is not None
    assert (heading["x"] < close["x"]) is (richting == "ltr")


def test_in_forced_colours_the_dialog_has_an_edge_and_found_words_stand_out(same_page: NewPage, home: str) -> None:
    page = open_search(same_page(1280, forced_colors="active"), f"{home}/")
    assert ask(page, "bloedverwanten")
    assert page.locator("[data-zoek]").evaluate("(el) => getComputedStyle(el).borderTopWidth") == "2px"
    colours = "(el) => getComputedStyle(el).backgroundColor"
    mark = page.locator(".zoek mark").first
    assert mark.evaluate(colours) != mark.locator("xpath=..").evaluate(colours)


def test_nothing_of_it_is_printed(new_page: NewPage, home: str) -> None:
    page = open_search(new_page(1280), f"{home}/")
    assert ask(page, "klacht")
    page.emulate_media(media="print")
    assert not page.locator("[data-zoek]").is_visible()
    assert not page.locator("[data-zoek-knop]").is_visible()


def test_without_javascript_there_is_no_button(same_page: NewPage, home: str) -> None:
    page = same_page(390, java_script_enabled=False)
    page.goto(f"{home}/")
    assert page.locator("[data-zoek-knop]").count() == 1
    assert not page.locator("[data-zoek-knop]").is_visible()
    assert page.locator(".menu > summary").last.is_visible()


@pytest.fixture
def page(new_page: NewPage) -> Iterator[Page]:
    yield new_page(390)


@pytest.mark.parametrize("missing", ["**/zoek/nl.json", "**/zoekmachine.js", "**/minisearch.js", "**/zoeken.js"])
@pytest.mark.parametrize("how", ["not found", "no network"])
def test_a_plain_sentence_when_search_cannot_be_loaded(page: Page, home: str, missing: str, how: str) -> None:
    page.route(missing, lambda route: route.fulfill(status=404) if how == "not found" else route.abort())
    page.goto(f"{home}/", wait_until="load")
    expect(page.locator("html:not(.geen-js)")).to_be_attached(timeout=PATIENCE)
    page.locator("[data-zoek-knop]").click()
    page.locator("[data-zoek-vraag]").fill("klacht")
    failed = "Zoeken lukt nu niet. Kijk in het menu, of probeer het later nog eens."
    expect(page.locator("[data-zoek-stand]")).to_have_text(failed, timeout=PATIENCE)
    page.keyboard.press("Escape")
    assert not page.locator("[data-zoek]").is_visible()


def test_after_a_failure_it_is_tried_again(page: Page, home: str) -> None:
    page.route("**/zoek/nl.json", lambda route: route.abort())
    open_search(page, f"{home}/")
    assert ask(page, "klacht") == []
    page.unroute("**/zoek/nl.json")
    page.locator("[data-zoek-vraag]").fill("klachten")
    page.wait_for_selector(".zoek-pagina")


HOSTILE = "<img src=x onerror=alert(1)> & <script>alert(2)</script> klacht"


def test_text_of_the_index_stays_text(page: Page, home: str) -> None:
    def answer(route: Route) -> None:
        plek = {"anker": '"><img src=x onerror=alert(3)>', "kop": HOSTILE, "tekst": HOSTILE}
        route.fulfill(json={"taal": "nl", "paginas": [{"url": "tips/", "titel": HOSTILE, "plekken": [plek]}]})

    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.route("**/zoek/nl.json", answer)
    open_search(page, f"{home}/")
    assert len(ask(page, "klacht")) == 1
    assert page.locator(".zoek-pagina h3").inner_text() == HOSTILE
    assert page.locator(".zoek-lijst :is(img, script)").count() == 0
    assert dialogs == []


def test_search_works_in_a_folder_and_at_the_root_of_a_host(same_page: NewPage, site: Path) -> None:
    with serve_folder(site) as root:
        page = open_search(same_page(390), f"{root}/en/gemeente/verordening/")
        assert f"{root}/en/je-rechten/" in ask(page, "your rights")
