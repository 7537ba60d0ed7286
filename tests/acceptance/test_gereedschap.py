"""The two tools for families, leaving at once, and the helping buttons, in Chromium under the strict CSP."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Download, Page, Request, expect

from tests.acceptance.proefpagina import read_teksten, render_pages, serve_strictly
from tests.acceptance.test_axe import violations

KRING, PLAN, VEILIGHEID, BEIDE = "wie-zijn-er-voor-je", "zo-maak-je-een-plan", "veiligheid", "beide"
SLEUTEL = "fgp-plan-1"
HOLE = re.compile(r"\{\w+\}")
VANDAAG = date.today().isoformat()


@pytest.fixture(scope="module")
def gereedschap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the tools, in Amsterdam's red."""
    folder = tmp_path_factory.mktemp("gereedschap")
    render_pages(folder, "#ec0000")
    with serve_strictly(folder) as address:
        yield address


@pytest.fixture(scope="module")
def gereedschap_geel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same with a yellow brand, in English."""
    folder = tmp_path_factory.mktemp("gereedschap-geel")
    render_pages(folder, "#ffe600", taal="en")
    with serve_strictly(folder) as address:
        yield address


class Bezoek:
    """One reader on one device: a page, and everything that it asked of the network or complained about."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(
            viewport={"width": options.pop("width", 1280), "height": 844},
            locale="nl-NL",
            reduced_motion="reduce",
            **options,
        )
        self.context.add_init_script("window.print = () => { window.geprint = (window.geprint ?? 0) + 1; }")
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request))
        self.page = self.open()

    def open(self, path: str = "") -> Page:
        """A new tab of the same browser."""
        page = self.context.new_page()
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if path:
            page.goto(f"{self.address}/{path}/")
        return page

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.address}/{path}/")
        return self.page

    def stored(self, page: Page | None = None) -> dict[str, str]:
        """All of localStorage."""
        found: dict[str, str] = (page or self.page).evaluate("({...localStorage})")
        return found


Bezoeker = Callable[..., Bezoek]


@pytest.fixture
def bezoek(browser: Browser, gereedschap: str) -> Iterator[Bezoeker]:
    """Opens visits; at the end every one must have been without complaint of the browser (CSP too)."""
    visits: list[Bezoek] = []

    def open_visit(path: str, address: str = gereedschap, **options: Any) -> Bezoek:
        visit = Bezoek(browser, address, **options)
        visits.append(visit)
        visit.go(path)
        return visit

    yield open_visit
    for visit in visits:
        visit.context.close()
    assert [visit.complaints for visit in visits if visit.complaints] == []


def zet(page: Page, naam: str, wie: str = "", plek: str = "dichtbij", kan: tuple[str, ...] = ()) -> None:
    page.fill("#kring-naam", naam)
    page.fill("#kring-wie", wie)
    page.check(f"#kring input[value={plek}]")
    for rol in kan:
        page.check(f"#kring input[value={rol}]")
    page.click("[data-vorm-klaar]")


def vul_kring(page: Page) -> None:
    zet(page, "Oma Riet", "mijn moeder", "dichtbij", ("weet", "zorgen", "mee", "denkt"))
    zet(page, "Kees", "", "verder", ("mee",))
    zet(page, "سميرة", "buurvrouw & <vriendin>", "rondom")


def vul_plan(page: Page) -> None:
    page.check("input[value=bescherming]")
    page.fill("#plan-vraag", "Hoe krijgen we rust,\nin de ochtend?")
    page.fill("#plan-mens", "Opa Jan")
    page.press("#plan-mens", "Enter")
    page.fill("#plan-goed", "Noor eet mee.")
    vul_rij(page, "eisen", 0, eis="Niet alleen thuis", oplossing="Oma is er\nna school")
    vul_rij(page, "doelen", 0, doel="Op tijd de deur uit")
    page.click("[data-rij-erbij=doelen]")
    vul_rij(page, "doelen", 1, doel="Samen iets leuks")
    vul_rij(
        page,
        "afspraken",
        0,
        wie="Opa Jan",
        wat="haalt ze op; ook \\ en, komma",
        wanneer="om drie uur",
        datum="2026-12-01",
    )
    page.click("[data-rij-erbij=afspraken]")
    vul_rij(page, "afspraken", 1, wie="Ik", wat="leg de kleren klaar", wanneer="elke avond")
    page.fill("#plan-hulp", "Uitleg over autisme.")
    page.fill("#plan-veiligheid", "Naar tante als het spannend is.")
    page.fill("#plan-anders", "Dan bellen we Samira.")
    page.check("[data-kopie] input >> nth=0")
    page.fill("#plan-kopie-anderen", "school")
    page.fill("#plan-volgende-datum", "2026-12-31")
    page.fill("#plan-volgende-plek", "bij oma")


def vul_rij(page: Page, soort: str, nummer: int, **velden: str) -> None:
    for veld, waarde in velden.items():
        page.fill(f"[data-rijen={soort}] > li >> nth={nummer} >> [data-rijveld={veld}]", waarde)


def download(page: Page, knop: str) -> tuple[str, bytes]:
    with page.expect_download() as wait:
        page.click(knop)
    found: Download = wait.value
    return found.suggested_filename, Path(found.path()).read_bytes()


def kies_bestand(page: Page, content: bytes, tool: str = "#kring") -> None:
    with page.expect_file_chooser() as wait:
        page.click(f"{tool} [data-doe=open]")
    wait.value.set_files({"name": "mijn-plan.json", "mimeType": "application/json", "buffer": content})


def pdf_tekst(page: Page, folder: Path) -> str:
    target = folder / "blad.pdf"
    page.pdf(path=target, prefer_css_page_size=True)
    return subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, check=True, text=True).stdout


def namen(page: Page) -> list[str]:
    return page.locator("#kring .kring-mens-naam > bdi").all_inner_texts()


def test_the_circle_and_the_list_show_the_same_people(bezoek: Bezoeker) -> None:
    page = bezoek(KRING).page
    vul_kring(page)
    assert namen(page) == ["Oma Riet", "Kees", "سميرة"]
    assert page.locator(".plaats title").all_text_contents() == namen(page)
    assert page.locator(".kring-tekening").get_attribute("aria-label") == (
        "Kring met jou in het midden en 3 mensen eromheen. In de lijst staat wie het zijn."
    )
    assert page.locator(".kring-mens").first.locator(".kring-kan li").all_inner_texts() == [
        "weet ervan",
        "maakt zich zorgen",
        "gaat mee",
        "denkt mee",
    ]
    assert page.locator(".plaats").first.locator(".plaats-teken").count() == 4


def test_everybody_stands_inside_the_drawing_and_nobody_on_another(bezoek: Bezoeker) -> None:
    page = bezoek(KRING, width=320).page
    for n in range(4):
        for plek in ("dichtbij", "verder", "rondom"):
            zet(page, f"Mens {n} {plek}", plek=plek)
    boxes = page.locator(".plaats-schijf").evaluate_all("all => all.map(e => e.getBoundingClientRect().toJSON())")
    drawing = page.locator(".kring-tekening").bounding_box()
    assert drawing is not None and len(boxes) == 12
    for index, box in enumerate(boxes):
        assert drawing["x"] <= box["left"] and box["right"] <= drawing["x"] + drawing["width"]
        for other in boxes[index + 1 :]:
            assert abs(box["x"] - other["x"]) + abs(box["y"] - other["y"]) > box["width"] * 0.9


def test_by_keyboard_alone_somebody_is_added_changed_moved_taken_away_and_put_back(bezoek: Bezoeker) -> None:
    page = bezoek(KRING, width=320).page
    page.locator("#kring-naam").focus()
    page.keyboard.type("Tante Fatma")
    for key in ("Tab", "Tab", "ArrowDown", "Tab", "Space", "Tab", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    assert page.locator("[data-vorm-klaar]").evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    expect(page.locator("[data-stand]")).to_have_text("Tante Fatma staat in je kring: Verder weg.")
    expect(page.locator("#kring-naam")).to_be_focused()
    expect(page.locator(".kring-kan li")).to_have_text(["weet ervan"])

    tab_to(page, "Dichterbij Tante Fatma")
    page.keyboard.press("Enter")
    expect(page.locator("[data-lijst-stand]")).to_have_text("Tante Fatma staat nu hier: Dichtbij.")
    expect(page.get_by_role("button", name="Verder Tante Fatma")).to_be_focused()
    assert page.get_by_role("button", name="Dichterbij Tante Fatma").count() == 0

    tab_to(page, "Wijzig Tante Fatma")
    page.keyboard.press("Space")
    expect(page.locator("#kring-naam")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Fatma")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Wijzig Fatma")).to_be_focused()
    assert namen(page) == ["Fatma"]

    tab_to(page, "Haal weg Fatma")
    page.keyboard.press("Enter")
    expect(page.locator("[data-lijst-stand]")).to_have_text("Fatma is weggehaald.")
    expect(page.locator("[data-lijst-kop]")).to_be_focused()
    assert namen(page) == []
    tab_to(page, "Zet terug")
    page.keyboard.press("Enter")
    assert namen(page) == ["Fatma"]


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of that name has focus, as a reader would; every stop must be in sight."""
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; const r = e.getBoundingClientRect();
            const ids = (e.getAttribute('aria-labelledby') ?? '').split(' ');
            const label = ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
            const inside = r.left >= 0 && r.right <= innerWidth + 1 && r.bottom > 0 && r.top < innerHeight;
            return {name: label || e.textContent.trim(), inside: inside && r.width > 0}; }"""
        )
        assert stop["inside"], stop
        if stop["name"] == name:
            return
    raise AssertionError(f"geen knop {name} met Tab te bereiken")


def test_focus_is_not_hidden_behind_the_leaving_button(bezoek: Bezoeker) -> None:
    page = bezoek(PLAN, width=320).page
    page.locator("#plan-vraag").focus()
    for _ in range(45):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement.getBoundingClientRect();
            const k = document.querySelector('.snelweg-knop').getBoundingClientRect();
            return document.activeElement.dataset.snelweg === undefined
              && e.left >= k.left && e.right <= k.right && e.top >= k.top && e.bottom <= k.bottom; }"""
        )
        assert not hidden


def test_without_a_name_the_field_says_what_to_do(bezoek: Bezoeker) -> None:
    page = bezoek(KRING).page
    page.click("[data-vorm-klaar]")
    field = page.locator("#kring-naam")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text(
        "Vul een naam in. Een voornaam of een bijnaam is genoeg."
    )
    page.keyboard.type("O")
    assert field.get_attribute("aria-invalid") == "false"


def test_nothing_is_stored_or_sent_until_the_reader_chooses_so(bezoek: Bezoeker) -> None:
    visit = bezoek(BEIDE)
    page = visit.page
    expected = len(visit.requests)
    assert all(request.url.startswith(visit.address) for request in visit.requests)
    vul_kring(page)
    vul_plan(page)
    download(page, "#kring [data-doe=download]")
    assert visit.stored() == {}
    assert page.evaluate("({...sessionStorage})") == {}
    page.click("#kring [data-doe=bewaar]")
    expect(page.locator("#kring [data-staat]")).to_contain_text("Bewaard op dit apparaat")
    assert list(visit.stored()) == [SLEUTEL]
    assert visit.context.cookies() == []
    assert [r.url for r in visit.requests[expected:] if not r.url.startswith("blob:")] == []


def test_what_is_kept_is_there_after_a_reload_and_in_the_other_tool(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    vul_kring(visit.page)
    visit.page.click("[data-doe=bewaar]")
    visit.page.reload()
    assert namen(visit.page) == ["Oma Riet", "Kees", "سميرة"]
    plan = visit.go(PLAN)
    assert plan.locator("[data-mensen] bdi:first-child").all_inner_texts()[0] == "Oma Riet"
    vul_plan(plan)
    before = visit.stored()[SLEUTEL]
    plan.reload()
    assert visit.stored()[SLEUTEL] == before
    assert form_values(plan)["plan-vraag"] == "Hoe krijgen we rust,\nin de ochtend?"
    kring = visit.go(KRING)
    assert namen(kring) == ["Oma Riet", "Opa Jan", "Kees", "سميرة"]


def form_values(page: Page) -> dict[str, str]:
    """Every field of the plan by id, rows in order."""
    found: dict[str, str] = page.evaluate(
        """() => {
          const fields = [...document.querySelectorAll('#mijn-plan :is(input, textarea):not([type=file])')];
          const value = (e) => /radio|checkbox/.test(e.type) ? String(e.checked) : e.value;
          return Object.fromEntries(fields.map((e, i) => [e.id || `${e.name || e.value}-${i}`, value(e)]));
        }"""
    )
    return found


def test_a_downloaded_file_brings_everything_back_on_another_device(bezoek: Bezoeker) -> None:
    first = bezoek(BEIDE).page
    vul_kring(first)
    vul_plan(first)
    name, content = download(first, "#mijn-plan [data-doe=download]")
    assert name == f"mijn-plan-{VANDAAG}.json"
    other = bezoek(BEIDE)
    kies_bestand(other.page, content, "#mijn-plan")
    expect(other.page.locator("#mijn-plan [data-melding]")).to_have_text("Je bestand is open. Alles staat er weer.")
    assert form_values(other.page) == form_values(first)
    assert namen(other.page) == namen(first)
    assert download(other.page, "#kring [data-doe=download]")[1] == content
    assert other.stored() == {}


def test_a_document_filled_to_every_limit_is_read_back_whole(bezoek: Bezoeker) -> None:
    page = bezoek(BEIDE).page
    same = page.evaluate(
        """async () => {
          const d = await import('../assets/js/plandocument.js');
          const doc = d.emptyPlan(); const g = d.GRENZEN; const ch = '\\u{1F468}\\u200d"\\\\\\n';
          const fill = (n, c = ch) => c.repeat(n).slice(0, n).toWellFormed().replaceAll('\\ufffd', 'x');
          const line = (n) => fill(n, '語"\\\\');
          const times = (n, f) => Array.from({length: n}, f);
          const id = () => d.newId();
          doc.mensen = times(g.mensen, () => (
            {id: id(), naam: line(g.naam), wie: line(g.regel), plek: 'rondom', kan: [...d.ROLLEN]}));
          const p = doc.plan; const t = '語\\n"'; p.variant = 'bescherming';
          for (const k of ['vraag', 'goed', 'hulp', 'veiligheid', 'anders']) p[k] = fill(g.tekst, t);
          p.meedoen = doc.mensen.map(m => m.id); p.kopie = [...p.meedoen]; p.kopieAnderen = line(g.afspraak);
          p.doelen = times(g.doelen, () => ({id: id(), doel: fill(g.afspraak)}));
          p.eisen = times(g.eisen, () => ({id: id(), eis: fill(g.afspraak, t), oplossing: fill(g.afspraak)}));
          p.afspraken = times(g.afspraken, () => (
            {id: id(), wie: line(g.regel), wat: fill(g.afspraak), wanneer: line(g.regel), datum: '2026-12-01'}));
          p.volgende.datum = '2028-02-29'; p.volgende.plek = line(g.regel);
          const text = d.writePlan(doc);
          const back = await d.readPlanFile(new File([text], 'x.json'));
          return [d.writePlan(back) === text, new Blob([text]).size < d.MAX_BYTES / 2];
        }"""
    )
    assert same == [True, True]


@pytest.fixture(scope="module")
def document(browser: Browser, gereedschap: str) -> dict[str, Any]:
    """A circle and a plan, filled in and taken along as a file."""
    visit = Bezoek(browser, gereedschap)
    page = visit.go(BEIDE)
    vul_kring(page)
    vul_plan(page)
    document: dict[str, Any] = json.loads(download(page, "#kring [data-doe=download]")[1])
    visit.context.close()
    return document


def open_document(page: Page, document: dict[str, Any], tool: str = "#mijn-plan") -> None:
    """Go on with what stands in a file."""
    kies_bestand(page, json.dumps(document).encode(), tool)
    expect(page.locator(f"{tool} [data-melding]")).to_have_text("Je bestand is open. Alles staat er weer.")


def spoil(document: dict[str, Any], *path: str | int, value: Any) -> bytes:
    """The document with one value replaced (or a key added), as a file."""
    copy = json.loads(json.dumps(document))
    node = copy
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return json.dumps(copy).encode()


HTML = '<img src=x onerror="window.gehackt=1"><script>window.gehackt=1</script>'
BROKEN = "beschadigd of aangepast"
FOREIGN = "geen bestand van deze site"


def hostile_files(document: dict[str, Any]) -> list[tuple[bytes, str]]:
    """Files that may not be opened, and the reason that is told; each fourth for another reason or at another place."""
    return [
        (b"", FOREIGN),
        (b"{", FOREIGN),
        (b"null", FOREIGN),
        (b"[]", FOREIGN),
        (b"\xff\xfe\x00\x01\x89PNG", "kunnen we niet lezen"),
        (b"[" * 200_000, FOREIGN),
        (HTML.encode(), FOREIGN),
        (b'{"soort": "iets anders"}', FOREIGN),
        (b" " * (1024 * 1024 + 1), "te groot"),
        (spoil(document, "versie", value="1"), BROKEN),
        (spoil(document, "extra", value=1), BROKEN),
        (spoil(document, "__proto__", value={"gehackt": True}), BROKEN),
        (spoil(document, "versie", value=2), "nieuwere versie"),
        (spoil(document, "mensen", 0, "__proto__", value={"gehackt": True}), BROKEN),
        (spoil(document, "mensen", value={"length": 3}), BROKEN),
        (spoil(document, "mensen", value=None), BROKEN),
        (spoil(document, "mensen", 0, value=[]), BROKEN),
        (spoil(document, "mensen", 0, "naam", value=" "), BROKEN),
        (spoil(document, "mensen", 0, "naam", value="x" * 61), BROKEN),
        (spoil(document, "mensen", 0, "naam", value={"toString": "x"}), BROKEN),
        (spoil(document, "mensen", 0, "naam", value="a\nb"), BROKEN),
        (spoil(document, "mensen", 0, "naam", value="a\u202eb"), BROKEN),
        (spoil(document, "mensen", 0, "naam", value="a\x00b"), BROKEN),
        (spoil(document, "mensen", 0, "naam", value="a\ud800b"), BROKEN),
        (spoil(document, "mensen", 0, "id", value='"] , [x="'), BROKEN),
        (spoil(document, "mensen", 1, "id", value=document["mensen"][0]["id"]), BROKEN),
        (spoil(document, "mensen", 0, "plek", value="constructor"), BROKEN),
        (spoil(document, "mensen", 0, "kan", value=["mee", "mee"]), BROKEN),
        (spoil(document, "mensen", 0, "kan", value=["<b>"]), BROKEN),
        (spoil(document, "mensen", value=document["mensen"] * 20), BROKEN),
        (spoil(document, "plan", "vraag", value=3), BROKEN),
        (spoil(document, "plan", "vraag", value="x" * 3001), BROKEN),
        (spoil(document, "plan", "variant", value="anders"), BROKEN),
        (spoil(document, "plan", "meedoen", value=["0" * 16]), BROKEN),
        (spoil(document, "plan", "afspraken", 0, "datum", value="2026-02-30"), BROKEN),
        (spoil(document, "plan", "afspraken", 0, "datum", value="morgen"), BROKEN),
        (spoil(document, "plan", "doelen", value=[document["plan"]["doelen"][0]] * 2), BROKEN),
    ]


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.volledig)])
def test_a_broken_or_hostile_file_is_refused_says_why_and_changes_nothing(
    bezoek: Bezoeker, document: dict[str, Any], step: int
) -> None:
    visit = bezoek(BEIDE)
    page = visit.page
    zet(page, "Blijft staan")
    for content, reason in hostile_files(document)[::step]:
        kies_bestand(page, content)
        expect(page.locator("#kring-bestand-fout")).to_contain_text(reason)
        expect(page.locator("#kring-bestand-fout")).to_contain_text("Er is niets veranderd")
        assert namen(page) == ["Blijft staan"], content[:80]
    assert page.evaluate("[window.gehackt, ({}).gehackt]") == [None, None]
    assert visit.stored() == {}
    page.click("#kring [data-doe=download]")
    expect(page.locator("#kring-bestand-fout")).to_have_text("")


def test_text_that_looks_like_html_stays_text_everywhere(bezoek: Bezoeker, document: dict[str, Any]) -> None:
    document = json.loads(json.dumps(document))
    short = '<img src=x onerror="gehackt=1">'
    for mens in document["mensen"]:
        mens |= {"naam": short, "wie": HTML}
    plan = document["plan"]
    for key in ("vraag", "goed", "hulp", "veiligheid", "anders", "kopieAnderen"):
        plan[key] = HTML
    for rij in plan["afspraken"]:
        rij |= {"wie": HTML, "wat": HTML, "wanneer": HTML}
    for rij in plan["eisen"]:
        rij |= {"eis": HTML, "oplossing": HTML}
    visit = bezoek(BEIDE)
    page = visit.page
    before = page.locator("img, script").count()
    kies_bestand(page, json.dumps(document).encode())
    expect(page.locator("#kring [data-melding]")).to_have_text("Je bestand is open. Alles staat er weer.")
    page.click("[data-doe=bekijk]")
    assert HTML in page.locator("#plan-vel").inner_text()
    assert page.locator("img, script").count() == before
    assert page.evaluate("window.gehackt") is None
    assert [r.url for r in visit.requests if r.url.endswith("/x")] == []


def test_broken_content_in_storage_harms_nothing_and_can_be_wiped(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    page = visit.page
    for stored in ("{", "null", '{"soort":"familiegroepsplan","versie":1,"mensen":"x","plan":{}}'):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [SLEUTEL, stored])
        page.reload()
        expect(page.locator("[data-opslag-fout]")).to_contain_text("kunnen we niet lezen")
        assert namen(page) == []
        assert visit.stored() == {SLEUTEL: stored}
    page.click("[data-doe=wis]")
    page.click("[data-antwoord=ja]")
    expect(page.locator("[data-opslag-fout]")).to_have_text("")
    assert visit.stored() == {}


def test_wiping_asks_first_and_then_clears_page_and_device(bezoek: Bezoeker, document: dict[str, Any]) -> None:
    visit = bezoek(BEIDE)
    page = visit.page
    open_document(page, document)
    page.click("#kring [data-doe=bewaar]")
    page.evaluate("localStorage.setItem('van-een-ander', '1')")
    page.click("#mijn-plan [data-doe=wis]")
    expect(page.locator("#mijn-plan [data-antwoord=nee]")).to_be_focused()
    page.keyboard.press("Enter")
    assert SLEUTEL in visit.stored()
    page.click("#mijn-plan [data-doe=wis]")
    page.click("#mijn-plan [data-antwoord=ja]")
    expect(page.locator("#mijn-plan [data-melding]")).to_have_text("Alles is gewist.")
    assert visit.stored() == {"van-een-ander": "1"}
    assert namen(page) == []
    assert {v for k, v in form_values(page).items() if not k.startswith("variant")} <= {"", "false"}


def test_where_storage_is_refused_the_tool_says_so_and_goes_on(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    visit.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('nee', 'SecurityError'); }})"
    )
    page = visit.go(KRING)
    zet(page, "Oma")
    page.click("[data-doe=bewaar]")
    expect(page.locator("[data-opslag-fout]")).to_contain_text("Bewaren lukt niet op dit apparaat")
    expect(page.locator("[data-staat]")).to_contain_text("Nog niet bewaard")
    assert namen(page) == ["Oma"]


def test_two_windows_never_write_over_each_other(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    page = visit.page
    zet(page, "Oma")
    page.click("[data-doe=bewaar]")
    other = visit.open(PLAN)
    assert other.locator("[data-mensen] bdi").all_inner_texts() == ["Oma"]
    zet(page, "Kees")
    expect(other.locator("[data-mensen] bdi")).to_have_text(["Oma", "Kees"])
    other.fill("#plan-vraag", "Hoe dan?")
    zet(page, "Ali")
    assert json.loads(visit.stored()[SLEUTEL])["plan"]["vraag"] == "Hoe dan?"
    other.click("[data-doe=wis]")
    other.click("[data-antwoord=ja]")
    expect(page.locator(".kring-mens")).to_have_count(0)


def test_keeping_asks_before_it_replaces_what_another_window_kept(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    other = visit.open(KRING)
    zet(other, "Nieuw")
    zet(visit.page, "Eerst")
    visit.page.click("[data-doe=bewaar]")
    other.click("[data-doe=bewaar]")
    expect(other.locator("[data-vraag]")).to_contain_text("al iets bewaard")
    other.click("[data-antwoord=nee]")
    assert json.loads(visit.stored()[SLEUTEL])["mensen"][0]["naam"] == "Eerst"


def test_a_new_name_in_the_circle_follows_in_the_agreements(bezoek: Bezoeker) -> None:
    page = bezoek(BEIDE).page
    zet(page, "Opa")
    vul_rij(page, "afspraken", 0, wie="Opa", wat="belt")
    page.get_by_role("button", name="Wijzig Opa").click()
    page.fill("#kring-naam", "Opa Jan")
    page.click("[data-vorm-klaar]")
    assert page.locator("[data-rijveld=wie]").input_value() == "Opa Jan"


def test_rows_and_people_of_the_plan_can_be_taken_away_and_put_back(bezoek: Bezoeker) -> None:
    page = bezoek(PLAN).page
    vul_plan(page)
    before = form_values(page)
    page.get_by_role("button", name="Haal weg Doel 1").click()
    expect(page.locator("[data-rijen=doelen] textarea")).to_be_focused()
    assert page.locator("[data-rijen=doelen] textarea").input_value() == "Samen iets leuks"
    page.click("#mijn-plan [data-terugzetten]")
    assert form_values(page) == before
    expect(page.locator("#plan-doelen-kop")).to_be_focused()
    page.get_by_role("button", name="Haal weg: Opa Jan").click()
    expect(page.locator("#plan-mens")).to_be_focused()
    page.click("#mijn-plan [data-terugzetten]")
    assert form_values(page) == before
    page.get_by_role("button", name="Haal weg Doel 2").click()
    page.fill("#plan-goed", "iets anders")
    expect(page.locator("#mijn-plan [data-terug]")).to_be_hidden()


def test_the_plan_is_printed_as_a_clean_document(bezoek: Bezoeker, document: dict[str, Any], tmp_path: Path) -> None:
    page = bezoek(PLAN).page
    open_document(page, document)
    page.fill("#plan-hulp", "")
    page.click("[data-doe=print]")
    assert page.evaluate("window.geprint") == 1
    text = pdf_tekst(page, tmp_path)
    for words in (
        "Ons plan",
        "Plan bij jeugdbescherming",
        "Hoe krijgen we rust,",
        "Opa Jan",
        "Niet alleen thuis",
        "Oma is er",
        "Op tijd de deur uit",
        "Samen iets leuks",
        "om drie uur",
        "december 2026",
        "leg de kleren",
        "Naar tante als het spannend is.",
        "Dan bellen we Samira.",
        "school",
        "31 december 2026",
        "bij oma",
    ):
        assert words in text, words
    for words in ("Snel weg", "Haal weg", "Welke hulp", "Zo maak je een plan", "Bijvoorbeeld", "Menu", "Bewaar"):
        assert words not in text, words


def test_in_a_plan_of_ones_own_the_conditions_are_neither_asked_nor_printed(
    bezoek: Bezoeker, document: dict[str, Any], tmp_path: Path
) -> None:
    page = bezoek(PLAN).page
    assert not page.locator("[data-rijen=eisen]").is_visible()
    open_document(page, document)
    assert page.locator("[data-rijen=eisen]").is_visible()
    page.check("input[value=eigen]")
    page.click("[data-doe=print]")
    text = pdf_tekst(page, tmp_path)
    assert "Niet alleen thuis" not in text and "jeugdbescherming" not in text
    page.check("input[value=bescherming]")
    assert page.locator("[data-rijveld=eis]").input_value() == "Niet alleen thuis"


def test_the_circle_is_printed_with_its_list_on_one_sheet(bezoek: Bezoeker, tmp_path: Path) -> None:
    page = bezoek(KRING).page
    vul_kring(page)
    page.click("[data-doe=print]")
    text = pdf_tekst(page, tmp_path)
    for words in ("Wie zijn er voor je?", "Oma Riet", "mijn moeder", "Kees", "gaat mee", "Om je heen", VANDAAG[:4]):
        assert words in text, words
    for words in ("Wijzig", "Snel weg", "Zet in de kring", "Bewaar", "Menu"):
        assert words not in text, words
    assert text.count("\f") == 1


def test_an_empty_sheet_to_write_on_is_printed_too(bezoek: Bezoeker, tmp_path: Path) -> None:
    page = bezoek(PLAN).page
    page.fill("#plan-goed", "geheim")
    page.click("[data-doe=leeg-vel]")
    text = pdf_tekst(page, tmp_path)
    assert "Pak een pen." in text and "Eisen voor de veiligheid" in text and "geheim" not in text


def ics_lines(content: bytes) -> list[str]:
    """The unfolded lines; holds the form of every line on the way (RFC 5545, 3.1)."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode("utf-8")
    return content.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_agreed_dates_go_to_a_calendar_file(bezoek: Bezoeker, document: dict[str, Any]) -> None:
    page = bezoek(PLAN).page
    page.click("[data-doe-agenda]")
    expect(page.locator("[data-agenda-stand]")).to_have_text(
        "Er staat nog geen datum in je plan. Vul bij een afspraak een datum in."
    )
    open_document(page, document)
    page.fill("#plan-volgende-plek", "Bij oma, om half acht; " + "café — " * 20)
    name, content = download(page, "[data-doe-agenda]")
    lines = ics_lines(content)
    assert name == f"afspraken-{VANDAAG}.ics"
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Familiegroepsplan//Mijn plan//NL"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "SUMMARY:Opa Jan: haalt ze op\\; ook \\\\ en\\, komma" in lines
    assert "DESCRIPTION:om drie uur" in lines
    assert "DTSTART;VALUE=DATE:20261201" in lines and "DTEND;VALUE=DATE:20261202" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines and "DTEND;VALUE=DATE:20270101" in lines
    assert any(line.startswith("DESCRIPTION:Bij oma\\, om half acht\\; café — ") for line in lines)
    stamps = [line for line in lines if line.startswith("DTSTAMP:")]
    assert len(stamps) == 2 and all(re.fullmatch(r"DTSTAMP:\d{8}T\d{6}Z", stamp) for stamp in stamps)
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2
    again = ics_lines(download(page, "[data-doe-agenda]")[1])
    assert [line for line in again if line.startswith("UID:")] == uids


NEUTRAAL = re.compile(r"https://www\.google\.nl/.*")


def leave_watch(visit: Bezoek) -> list[dict[str, str]]:
    """Answer for the neutral page ourselves; gives the headers with which it is asked."""
    seen: list[dict[str, str]] = []

    def answer(route: Any) -> None:
        seen.append(route.request.all_headers())
        route.fulfill(body="<!doctype html><title>Neutraal</title>", content_type="text/html")

    visit.context.route(NEUTRAAL, answer)
    return seen


@pytest.mark.parametrize("how", ["button", "escape", pytest.param("keyboard", marks=pytest.mark.volledig)])
def test_leaving_at_once_forgets_what_was_not_kept_and_says_nothing_to_the_other_side(
    bezoek: Bezoeker, how: str
) -> None:
    visit = bezoek(KRING)
    page = visit.page
    seen = leave_watch(visit)
    vul_kring(page)
    page.evaluate("sessionStorage.setItem('iets', 'x'); localStorage.setItem('/.__palette', '1')")
    if how == "button":
        page.click("[data-snelweg]")
    elif how == "keyboard":
        page.locator("[data-snelweg]").focus()
        page.keyboard.press("Enter")
    else:
        page.locator("#kring-naam").focus()
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(NEUTRAAL)
    assert "referer" not in seen[0]
    assert page.title() == "Neutraal"
    page.go_back()
    assert KRING not in page.url
    page.goto(f"{visit.address}/{KRING}/")
    assert visit.stored() == {} and page.evaluate("({...sessionStorage})") == {}
    assert namen(page) == []
    assert page.locator("#kring-naam").input_value() == ""


def test_what_was_deliberately_kept_stays_after_leaving_until_it_is_wiped(bezoek: Bezoeker) -> None:
    visit = bezoek(KRING)
    leave_watch(visit)
    vul_kring(visit.page)
    visit.page.click("[data-doe=bewaar]")
    visit.page.click("[data-snelweg]")
    visit.page.wait_for_url(NEUTRAAL)
    visit.go(KRING)
    assert namen(visit.page) == ["Oma Riet", "Kees", "سميرة"]


def test_two_times_escape_or_three_with_another_key_between_stays_and_counts_aloud(bezoek: Bezoeker) -> None:
    visit = bezoek(VEILIGHEID)
    page = visit.page
    for key in ("Escape", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("[data-snelweg-stand]").first).to_have_text("Druk nog één keer op Escape om weg te gaan.")
    for key in ("a", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("[data-snelweg-stand]").first).to_have_text("Druk nog twee keer op Escape om weg te gaan.")
    assert VEILIGHEID in page.url


def test_without_javascript_there_is_a_paper_version_and_the_button_still_leaves(
    bezoek: Bezoeker, tmp_path: Path
) -> None:
    visit = bezoek(KRING, java_script_enabled=False)
    page = visit.page
    assert page.locator("[data-papier]").is_visible() and not page.locator("[data-kring]").is_visible()
    assert "Wie gaat er met je mee?" in page.locator("[data-papier]").inner_text()
    assert not page.locator(".snelweg-uitleg .alleen-js").is_visible()
    assert page.locator("[data-hulp]:visible").count() == 0
    assert page.locator("[data-snelweg]").get_attribute("href") == "https://www.google.nl"
    page = visit.go(PLAN)
    assert "Wat moet er anders worden?" in page.locator("[data-papier]").inner_text()
    assert not page.locator("[data-plan]").is_visible()
    assert "Eisen voor de veiligheid" in pdf_tekst(page, tmp_path)


def test_share_uses_the_devices_own_sheet_or_else_copies_the_address(bezoek: Bezoeker) -> None:
    visit = bezoek(VEILIGHEID)
    visit.context.add_init_script("navigator.share = async (data) => { window.gedeeld = data; }")
    page = visit.go(VEILIGHEID)
    page.click("[data-hulp=deel]")
    assert page.evaluate("window.gedeeld") == {"title": VEILIGHEID, "url": f"{visit.address}/{VEILIGHEID}/"}
    other = bezoek(VEILIGHEID)
    other.context.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    other.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = other.go(VEILIGHEID)
    page.click("[data-hulp=deel]")
    expect(page.locator("[data-hulp-melding]")).to_contain_text("gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == f"{other.address}/{VEILIGHEID}/"


STEMMEN = """
Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(new EventTarget(), {
  gezegd: [], getVoices: () => STEMMEN, cancel() { this.gestopt = true; },
  speak(u) { this.gezegd.push([u.text, u.lang]); this.laatste = u; },
})});
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(t) { super(); this.text = t; } };
"""


def test_read_aloud_uses_a_voice_on_the_device_only_and_reads_what_is_in_sight(bezoek: Bezoeker) -> None:
    visit = bezoek(VEILIGHEID)
    remote = '[{lang: "nl-NL", localService: false}, {lang: "en-GB", localService: true}]'
    visit.context.add_init_script(STEMMEN.replace("STEMMEN", remote))
    assert not visit.go(VEILIGHEID).locator("[data-hulp=lees]").is_visible()
    local = bezoek(VEILIGHEID)
    local.context.add_init_script(STEMMEN.replace("STEMMEN", '[{lang: "nl-NL", localService: true}]'))
    page = local.go(VEILIGHEID)
    page.locator("details.vraag summary").first.click()
    page.click("[data-hulp=lees]")
    said = page.evaluate("speechSynthesis.gezegd")
    assert [text for text, _ in said] == [VEILIGHEID, "Vraag 1?", "Antwoord 1.", "Vraag 2?", "Vraag 3?"]
    assert {taal for _, taal in said} == {"nl-NL"}
    button = page.locator("[data-hulp=lees]")
    expect(button).to_have_text("Stop met voorlezen")
    button.click()
    expect(button).to_have_text("Lees voor")
    assert page.evaluate("speechSynthesis.gestopt")


def test_fold_outs_open_together_and_for_the_address_that_points_into_them(bezoek: Bezoeker) -> None:
    visit = bezoek(VEILIGHEID)
    page = visit.page
    button = page.get_by_role("button", name="Alle antwoorden openen")
    button.click()
    assert page.locator("details.vraag[open]").count() == 3
    page.get_by_role("button", name="Alle antwoorden sluiten").click()
    assert page.locator("details.vraag[open]").count() == 0
    page.goto(f"{visit.address}/{VEILIGHEID}/#antwoord-2")
    expect(page.locator("#antwoord-2")).to_be_visible()
    assert page.locator("details.vraag[open]").count() == 1


def test_a_menu_closes_with_escape_and_by_a_click_outside(bezoek: Bezoeker) -> None:
    page = bezoek(VEILIGHEID).page
    menu = page.locator("details.menu")
    menu.locator("summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    assert menu.get_attribute("open") is not None
    page.mouse.click(100, 800)
    assert menu.get_attribute("open") is None


@pytest.mark.parametrize(
    ("brand", "width"),
    [
        ("rood", 320),
        ("geel", 1280),
        ("rood", 1280),
        ("geel", 320),
    ],
)
@pytest.mark.volledig
def test_axe_finds_nothing_in_any_state_of_the_tools(
    bezoek: Bezoeker, gereedschap: str, gereedschap_geel: str, width: int, brand: str
) -> None:
    # Axe puts its own script into the page, which the strict CSP rightly refuses.
    visit = bezoek(KRING, gereedschap if brand == "rood" else gereedschap_geel, width=width, bypass_csp=True)
    page = visit.page
    states: dict[str, Callable[[], Any]] = {
        "kring leeg": lambda: None,
        "kring fout": lambda: page.click("[data-vorm-klaar]"),
        "kring vol": lambda: vul_kring(page),
        "kring bestand": lambda: kies_bestand(page, b"{"),
        "kring bewaard": lambda: page.click("[data-doe=bewaar]"),
        "kring vraag": lambda: page.click("[data-doe=wis]"),
        "plan leeg": lambda: visit.go(PLAN),
        "plan vol": lambda: vul_plan(page),
        "plan bekeken": lambda: page.click("[data-doe=bekijk]"),
        "plan weg": lambda: page.locator("[data-rij-weg]").first.click(),
        "veiligheid": lambda: visit.go(VEILIGHEID),
        "veiligheid open": lambda: page.click(".alles-uitklappen"),
        "veiligheid menu": lambda: page.click("details.menu summary"),
    }
    found = {}
    for state, reach in states.items():
        reach()
        if faults := violations(page):
            found[state] = faults
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state
    assert found == {}


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("document.querySelector('#kring .hint').style.color = '#bbb'", "color-contrast"),
        *(
            pytest.param(planted, rule, marks=pytest.mark.volledig)
            for planted, rule in [
                ("document.querySelector('label[for=kring-naam]').remove()", "label"),
                ("document.querySelector('[data-vorm-klaar]').textContent = ''", "button-name"),
            ]
        ),
    ],
)
def test_axe_sees_a_fault_that_is_planted(bezoek: Bezoeker, planted: str, rule: str) -> None:
    page = bezoek(KRING, bypass_csp=True).page
    page.evaluate(planted)
    assert any(fault.startswith(f"{rule}:") for fault in violations(page))


@pytest.mark.parametrize(
    "path", [KRING, *(pytest.param(path, marks=pytest.mark.volledig) for path in (PLAN, VEILIGHEID))]
)
def test_every_control_is_large_enough_for_a_thumb(bezoek: Bezoeker, document: dict[str, Any], path: str) -> None:
    page = bezoek(path, width=320).page
    if path == KRING:
        open_document(page, document, "#kring")
    if path == PLAN:
        open_document(page, document)
    small = page.evaluate(
        """() => [...document.querySelectorAll('article :is(button, input, textarea, a, summary)')]
        .filter(e => e.checkVisibility() && !e.closest('p'))
        .map(e => e.closest('label.keuze') ?? e)
        .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_the_tools_fit_a_very_narrow_window(bezoek: Bezoeker, document: dict[str, Any]) -> None:
    page = bezoek(BEIDE, width=256).page
    open_document(page, document)
    assert page.evaluate("document.documentElement.scrollWidth") <= 256


def test_both_languages_have_every_text() -> None:
    dutch, english = read_teksten("nl"), read_teksten("en")
    assert dutch.keys() == english.keys()
    for key, text in dutch.items():
        assert set(HOLE.findall(text)) == set(HOLE.findall(english[key])), key
