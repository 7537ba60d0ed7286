"""The handbook as pages: made whole, readable on every width and by everybody, searched, and nothing from elsewhere."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from familiegroepsplan.handboek.opmaak import finished, without_outside_links
from familiegroepsplan.site.headers import security_headers
from tests.acceptance.conftest import NewPage, serve_folder
from tests.acceptance.test_axe import violations
from tests.conftest import ROOT, run_command

SAMPLE = ("aanbieder", "toolkit")


@pytest.fixture(scope="module")
def boek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("handboek")
    made = run_command("fgp", "handboek", "--out", out)
    assert made.code == 0, made.text
    return out / "handboek"


@pytest.fixture(scope="module")
def served(boek: Path) -> Iterator[str]:
    with serve_folder(boek, security_headers()) as address:
        yield address


def names(boek: Path) -> list[str]:
    return sorted(path.stem for path in boek.glob("*.html"))


def test_every_page_of_the_handbook_is_made_and_leads_to_every_other(boek: Path) -> None:
    sources = {"index" if path.stem == "README" else path.stem for path in (ROOT / "handboek").glob("*.md")}
    assert set(names(boek)) == sources
    for name in sources:
        root = html.parse(boek / f"{name}.html").getroot()
        (menu,) = root.find_class("boek-menu")
        assert {link.get("href") for link in menu.iter("a")} == {f"{one}.html" for one in sources - {"index"}}
        (heading,) = root.iter("h1")
        assert heading.text_content().strip()


def test_no_link_of_the_built_pages_is_dead(boek: Path) -> None:
    assert dead_links(boek) == []
    page = boek / "index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace('href="teksten.html"', 'href="teksten.html#weg"', 1), "utf-8")
    try:
        assert dead_links(boek) == ["index.html: teksten.html#weg"]
    finally:
        page.write_text(text, "utf-8")


def swallowed(boek: Path) -> list[str]:
    """Steps, points, rows and fences that Markdown took for running text, since a blank line is missing."""
    found = []
    for path in boek.glob("*.html"):
        for part in html.parse(path).getroot().iter("p", "li"):
            texts = [part.text or "", *(child.tail or "" for child in part)]
            found += [f"{path.name}: {text[:60]}" for text in texts if re.search(r"\n\s*(\d+\. |[-*] |\||```)", text)]
    return found


def test_no_step_of_a_list_is_lost_in_the_text_before_it(boek: Path) -> None:
    assert swallowed(boek) == []
    page = boek / "fout.html"
    page.write_text("<p>Doe dit.\n3. En dan dat.</p>", "utf-8")
    try:
        assert swallowed(boek) == ["fout.html: Doe dit.\n3. En dan dat."]
    finally:
        page.unlink()


def dead_links(boek: Path) -> list[str]:
    roots = {path.name: html.parse(path).getroot() for path in boek.glob("*.html")}
    ids = {name: {one.get("id") for one in root.iter() if one.get("id")} for name, root in roots.items()}
    found = []
    for name, root in roots.items():
        for link in [*root.iter("a"), *root.iter("link")]:
            path, _, anchor = (link.get("href") or "").partition("#")
            if path.startswith(("http:", "https:")):
                continue
            if (path and not (boek / path).is_file()) or (anchor and anchor not in ids.get(path or name, ())):
                found.append(f"{name}: {link.get('href')}")
        found += [f"{name}: {i.get('src')}" for i in root.iter("img") if not (boek / (i.get("src") or "")).is_file()]
    return found


def look(page: Page, served: str, which: list[str]) -> dict[str, list[str]]:
    """What is wrong on these pages: axe, a scroll bar at the bottom, a refusal of the policy, a request elsewhere."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(served) else None)
    found = {}
    for name in which:
        page.goto(f"{served}/{name}.html", wait_until="load")
        wrong = violations(page) + said
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append("wider than the window")
        if wrong:
            found[f"{name} {page.viewport_size}"] = wrong
        said.clear()
    return found


def test_a_sample_is_accessible_fits_and_asks_nothing_of_others(served: str, new_page: NewPage) -> None:
    assert look(new_page(320), served, [*SAMPLE]) | look(new_page(1280), served, [*SAMPLE[:1]]) == {}


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_page_is_accessible_fits_and_asks_nothing_of_others(
    boek: Path, served: str, new_page: NewPage, width: int
) -> None:
    assert look(new_page(width), served, names(boek)) == {}


def test_what_is_wrong_on_a_page_would_be_seen(boek: Path, served: str, new_page: NewPage) -> None:
    page = boek / "fout.html"
    text = (boek / "meldingen.html").read_text("utf-8")
    planted = '<main><img src="https://voorbeeld.nl/x.png"><p style="width: 2000px">x</p><script>1</script>'
    page.write_text(re.sub(r"<main", planted + "</main><main", text, count=1), "utf-8")
    try:
        (wrong,) = look(new_page(320), served, ["fout"]).values()
    finally:
        page.unlink()
    assert any("image-alt" in one for one in wrong)
    assert any("Content Security Policy" in one for one in wrong)
    assert any("voorbeeld.nl" in one for one in wrong)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bron-ontbreekt", "controles.html#bron-ontbreekt"),
        ("drukprofiel", "bestellen.html"),
        ("--afzender", "opdrachten.html#fgp-flyers"),
        ("moedertaal", "vertalen.html"),
    ],
)
def test_a_search_finds_message_key_option_and_task(served: str, same_page: NewPage, asked: str, found: str) -> None:
    page = same_page(390)
    page.goto(f"{served}/index.html")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("textbox").fill(asked)
    expect(page.locator("[data-zoek-lijst] a").first).to_be_visible()
    links = page.locator("[data-zoek-lijst] a").evaluate_all("(all) => all.map((one) => one.href)")
    assert any(link.endswith(found) or f"/{found}#" in link for link in links), links


def test_a_search_shows_what_to_do_before_what_to_look_up(served: str, same_page: NewPage) -> None:
    page = same_page(1280)
    page.goto(f"{served}/index.html")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("textbox").fill("logo")
    first = page.locator(".zoek-pagina h3 a").first
    expect(first).to_have_text("De gegevens van uw gemeente")
    expect(page.locator(".zoek-pagina", has_text="Alle meldingen").locator(".zoek-voor")).to_have_text("Naslag")


def test_on_a_phone_the_menu_leads_everywhere_by_keyboard(served: str, same_page: NewPage) -> None:
    page = same_page(390)
    page.goto(f"{served}/index.html")
    page.locator(".menu > summary").focus()
    page.keyboard.press("Enter")
    link = page.locator(".menu-vlak").get_by_role("link", name="Een aanbieder toevoegen")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Een aanbieder toevoegen")


def test_a_dead_link_in_the_handbook_is_told_and_the_old_pages_stay(boek: Path, tmp_path: Path) -> None:
    for part in ("content/teksten", "handboek", "overrides/assets"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(boek, tmp_path / "dist/handboek")
    before = (tmp_path / "dist/handboek/teksten.html").read_bytes()
    with (tmp_path / "handboek/teksten.md").open("a", encoding="utf-8") as page:
        page.write("\n[weg](bestaat-niet.md) en [ook weg](folders.md#bestaat-niet)\n")
    told = run_command("fgp", "handboek", cwd=tmp_path)
    assert told.code == 1 and "Traceback" not in told.text
    assert "teksten.md" in told.text and "bestaat-niet.md" in told.text and "#bestaat-niet" in told.text
    assert (tmp_path / "dist/handboek/teksten.html").read_bytes() == before


def test_links_out_of_the_handbook_become_names_and_tables_keep_their_meaning() -> None:
    assert without_outside_links("Zie [.gitlab-ci.yml](../.gitlab-ci.yml) en [x](x.md).") == (
        "Zie `.gitlab-ci.yml` en [x](x.md)."
    )
    heads, cells = (
        "".join(f"<th>k{i}</th>" for i in range(5)),
        "".join(f"<td>a <code>b</code>{i}</td>" for i in range(5)),
    )
    made = finished(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    table = html.fragment_fromstring(made)
    assert (table.get("class"), table.get("role")) == ("kaartjes", "table")
    assert [(c.get("role"), c.get("data-kop"), c.text_content()) for c in table.iter("td")] == [
        ("cell", f"k{i}", f"a b{i}") for i in range(5)
    ]
