"""The start page of a platform: lists what is published, is found by name and by place, works without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from familiegroepsplan.checks.site import check_site
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.register import find, load_register
from familiegroepsplan.site.headers import security_headers
from familiegroepsplan.startpagina import write_index
from familiegroepsplan.taal import TALEN
from tests.acceptance.conftest import ROOT, NewPage, serve_folder
from tests.acceptance.test_axe import violations
from tests.conftest import ALLEEN_SITE, run_command
from tests.projectkopie import copy_project

REDIRECT = {"/oud/": "/tips/"}


def gemeente(naam: str, *talen: str, **more: object) -> Gemeente:
    entry = find(naam)
    assert entry is not None
    known = {"naam": entry.naam, "cbs_code": entry.cbs_code, "talen": ["nl", *talen]}
    return Gemeente.model_validate(known | more)


GEMEENTEN = [
    gemeente("Amsterdam", "en", "ar", voorbeeld=True),
    gemeente("'s-Hertogenbosch", site_url="https://plan.example/s-hertogenbosch/", doorverwijzingen=REDIRECT),
    gemeente("Súdwest-Fryslân", "en"),
    gemeente("Bergen (NH.)"),
    gemeente("Bergen (L.)"),
]


def publish(out: Path, *gemeenten: Gemeente) -> None:
    for one in gemeenten:
        for taal in one.talen:
            folder = out / one.slug / ("" if taal == "nl" else taal)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text("een site", "utf-8")
        (out / one.slug / "sitemap.xml").write_text("<urlset/>", "utf-8")


@pytest.fixture
def out(tmp_path: Path, project: Project, inhoud: Inhoud) -> Path:
    publish(tmp_path, *GEMEENTEN)
    write_index(tmp_path, GEMEENTEN, project, inhoud)
    return tmp_path


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, project: Project, inhoud: Inhoud) -> Iterator[str]:
    """The same, served; nobody changes it."""
    folder = tmp_path_factory.mktemp("startpagina")
    publish(folder, *GEMEENTEN)
    write_index(folder, GEMEENTEN, project, inhoud)
    with serve_folder(folder, security_headers()) as served:
        yield served


def listed(path: Path) -> dict[str, str]:
    """Name and address of every municipality on a start page."""
    root = html.document_fromstring(path.read_text("utf-8"))
    items = (item for item in root.iter("li") if item.get("data-namen"))
    return {"".join(map(str, a.itertext())): str(a.get("href")) for item in items for a in item.iter("a")}


def test_only_what_is_published_is_listed(out: Path, project: Project, inhoud: Inhoud) -> None:
    assert set(listed(out / "index.html")) == {one.naam for one in GEMEENTEN}
    (out / "amsterdam" / "index.html").unlink()
    assert write_index(out, GEMEENTEN, project, inhoud) == len(GEMEENTEN) - 1
    assert "Amsterdam" not in listed(out / "index.html")


def test_a_site_whose_file_broke_stays_listed_under_its_name_in_the_register(
    out: Path, project: Project, inhoud: Inhoud
) -> None:
    write_index(out, GEMEENTEN[1:], project, inhoud)
    assert listed(out / "index.html")["Amsterdam"] == "./amsterdam/"


def test_nothing_is_written_where_nothing_is_published(tmp_path: Path, project: Project, inhoud: Inhoud) -> None:
    assert write_index(tmp_path, GEMEENTEN, project, inhoud) == 0
    assert list(tmp_path.iterdir()) == []


def test_example_data_are_marked_and_a_page_of_examples_is_not_indexed(
    out: Path, project: Project, inhoud: Inhoud
) -> None:
    page = (out / "index.html").read_text("utf-8")
    assert re.findall(r'>([^<]+)</bdi></a> <span class="bij-naam">voorbeeld', page) == ["Amsterdam"]
    assert "noindex" not in page
    every = [one.model_copy(update={"voorbeeld": True}) for one in GEMEENTEN]
    write_index(out, every, project, inhoud)
    page = (out / "index.html").read_text("utf-8")
    assert "noindex" in page and "Dit zijn voorbeelden." in page


def test_another_language_leads_to_that_language_and_says_where_only_dutch_is(out: Path) -> None:
    page = out / "_landelijk" / "ar" / "index.html"
    assert listed(page)["Amsterdam"] == "../../amsterdam/ar/"
    assert listed(page)["Bergen (L.)"] == "../../bergen-l/"
    assert page.read_text("utf-8").count('<span class="bij-naam" lang="nl" dir="ltr">Nederlands</span>') == 4
    assert not (out / "_landelijk" / "tr").exists()


def test_the_map_has_every_province_of_the_register_each_on_its_own_tile(out: Path) -> None:
    tiles = re.findall(r'<li class="(t-[a-z-]+)">', (out / "index.html").read_text("utf-8"))
    assert len(tiles) == len({one.provincie for one in load_register().gemeenten}) == 12
    css = (out / "_landelijk" / "startpagina.css").read_text("utf-8")
    places = [re.search(rf"\.{tile} {{ grid-area: ([^}}]+) }}", css) for tile in tiles]
    assert len({place[1] for place in places if place}) == 12


def test_the_root_of_the_host_gets_its_headers_redirects_and_robots(out: Path) -> None:
    assert "Content-Security-Policy" in (out / "_headers").read_text("utf-8")
    assert (out / "_redirects").read_text("utf-8") == "/s-hertogenbosch/oud/ /s-hertogenbosch/tips/ 301\n"
    robots = (out / "robots.txt").read_text("utf-8")
    assert "Sitemap: https://plan.example/s-hertogenbosch/sitemap.xml" in robots


def test_every_file_comes_whole_and_an_unchanged_one_is_not_touched(
    out: Path, project: Project, inhoud: Inhoud
) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    write_index(out, GEMEENTEN, project, inhoud)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before


def test_a_name_with_markup_stays_a_name(tmp_path: Path, project: Project, inhoud: Inhoud) -> None:
    hostile = '"><script>alert(1)</script>'
    made = Gemeente.model_validate({"naam": hostile, "cbs_code": "9999"})
    publish(tmp_path, made)
    write_index(tmp_path, [made], project, inhoud)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
    assert hostile in listed(tmp_path / "index.html")


def test_the_pages_pass_the_checks_of_a_site(out: Path) -> None:
    for one in GEMEENTEN:
        for path in (out / one.slug).rglob("index.html"):
            path.unlink()
    assert {m.code for m in check_site(out)} <= {"site-link"}, "the sites themselves were taken away"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("amst", ["Amsterdam"]),
        ("den bosch", ["'s-Hertogenbosch"]),
        ("s hertog", ["'s-Hertogenbosch"]),
        ("SUDWEST", ["Súdwest-Fryslân"]),
        ("fryslan", ["Súdwest-Fryslân"]),
        ("bergen", ["Bergen (L.)", "Bergen (NH.)"]),
        ("xyz", []),
    ],
)
def test_a_reader_finds_a_municipality_by_any_of_its_names(
    address: str, same_page: NewPage, question: str, names: list[str]
) -> None:
    page = same_page(390)
    page.goto(f"{address}/")
    page.get_by_label("Naam van je gemeente").fill(question)
    assert sorted(page.locator("[data-namen]:visible a").all_inner_texts()) == names
    state = page.get_by_role("status").inner_text()
    assert state == f"Gemeenten gevonden: {len(names)}" if names else state.startswith("Geen gemeente gevonden")


def test_enter_goes_to_the_first_hit_which_is_in_sight_on_a_phone(address: str, same_page: NewPage) -> None:
    page = same_page(390)
    page.goto(f"{address}/")
    page.get_by_label("Naam van je gemeente").fill("bergen")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Bergen")
    box = page.locator("a:focus").bounding_box()
    assert box and box["y"] + box["height"] < 844


def test_a_tile_of_the_map_leads_to_its_province(address: str, same_page: NewPage) -> None:
    page = same_page(390, reduced_motion="reduce")
    page.goto(f"{address}/")
    page.locator(".tegelkaart").get_by_role("link", name="Limburg").click()
    assert page.url.endswith("#limburg")
    box = page.locator("#limburg").bounding_box()
    assert box and 0 <= box["y"] < 844


def test_without_javascript_everything_but_the_search_is_there(address: str, same_page: NewPage) -> None:
    page = same_page(390, java_script_enabled=False)
    page.goto(f"{address}/")
    assert page.locator("[data-namen] a").count() == len(GEMEENTEN)
    assert not page.get_by_label("Naam van je gemeente").is_visible()
    page.get_by_role("link", name="Amsterdam").click()
    assert page.url == f"{address}/amsterdam/"


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("", 1280),
        ("_landelijk/ar/", 390),
        *(pytest.param(path, 390, marks=pytest.mark.volledig) for path in ("", "404.html")),
    ],
)
def test_axe_finds_nothing_and_nothing_is_refused_or_fetched_elsewhere(
    address: str, new_page: NewPage, path: str, width: int
) -> None:
    page = new_page(width)
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("request", lambda request: None if request.url.startswith(address) else seen.append(request.url))
    page.on("response", lambda response: None if response.status < 400 else seen.append(response.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert seen == []
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", ["", "_landelijk/ar/"])
def test_nothing_scrolls_sideways_on_the_smallest_screen(address: str, same_page: NewPage, path: str) -> None:
    page = same_page(320, 256)
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_words_are_there_in_every_language(inhoud: Inhoud) -> None:
    keys = {key for key in inhoud.teksten["nl"] if key.startswith(("startpagina.", "verhuisd."))}
    assert len(keys) > 10
    assert {taal: keys - set(inhoud.teksten[taal]) for taal in TALEN} == {taal: set() for taal in TALEN}


def test_build_all_writes_it_and_a_new_file_for_every_municipality_builds(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", talen=("nl",))
    folder = kopie / "content" / "municipalities"
    made = run_command("fgp", "new", "--alles", "--platform", "https://plan.example/", cwd=kopie)
    assert made.code == 0 and "341 bestanden gemaakt" in made.text
    assert len(list(folder.glob("*.yml"))) == 342
    assert "niets veranderd" in run_command("fgp", "new", "--alles", cwd=kopie).text
    kept = {"groningen", "utrecht"}
    for path in folder.glob("*.yml"):
        if path.stem not in kept:
            path.unlink()
    with (folder / "utrecht.yml").open("a", encoding="utf-8") as file:
        file.write("\ndoorverwijzingen: {/oud/: /tips/}\n")
    built = run_command("fgp", "build", "--all", *ALLEEN_SITE, cwd=kopie)
    assert built.code == 0, built.text
    assert set(listed(kopie / "dist" / "index.html").values()) == {f"./{slug}/" for slug in kept}
    assert "url=../tips/" in (kopie / "dist/utrecht/oud/index.html").read_text("utf-8")
    for path in (kopie / "dist" / "utrecht").rglob("*.html"):
        page = html.document_fromstring(path.read_text("utf-8"))
        assert [a for a in page.iter("a") if a.get("href") in {None, "", "None", "#"}] == [], path
