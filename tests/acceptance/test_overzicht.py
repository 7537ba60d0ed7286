"""The overview of all municipalities: true to what is published, usable, and quick for the whole country."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.register import load_register
from tests.acceptance.conftest import NewPage
from tests.acceptance.test_axe import violations
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project

KAPOT = "testdam"
ANDERE = [
    one for one in load_register().gemeenten if one.provincie == "Zeeland" or one.slug in {"utrecht", "sudwest-fryslan"}
]


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some municipalities: one site published, one file that cannot be read, one that should have been reviewed."""
    kopie = copy_project(ROOT, tmp_path_factory.mktemp("overzicht") / "project", "oldenzaal", talen=("nl", "en"))
    path = kopie / "content/municipalities/oldenzaal.yml"
    path.write_text(path.read_text("utf-8") + "talen: [nl, en]\nherzien_voor: 2020-01-01\n", "utf-8")
    assert run_command("fgp", "build", "oldenzaal", "--zonder-flyers", cwd=kopie).code == 0
    for one in ANDERE:
        (kopie / f"content/municipalities/{one.slug}.yml").write_text(new_gemeente_text(one), "utf-8")
    (kopie / f"content/municipalities/{KAPOT}.yml").write_text("naam: [Testdam\n", "utf-8")
    made = run_command("fgp", "overzicht", cwd=kopie)
    assert made.code == 0 and f"{len(ANDERE) + 2} gemeenten" in made.text, made.text
    return kopie


@pytest.fixture
def rijen(kopie: Path) -> Iterator[dict[str, Any]]:
    data = json.loads((kopie / "dist/overzicht.json").read_text("utf-8"))
    yield {row["slug"]: row for row in data["gemeenten"]}


@pytest.fixture
def pagina(new_page: NewPage, kopie: Path) -> Page:
    page = new_page(1280)
    page.goto((kopie / "dist/overzicht.html").as_uri())
    return page


def shown(page: Page) -> list[str]:
    """The names in the list, without the marks beside them."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-lijst] > tbody:not([hidden]) > tr:first-child > th')]"
        ".map((head) => head.firstChild.textContent.trim())"
    )
    return names


def test_it_tells_what_stands_published_and_what_is_wrong(rijen: dict[str, Any]) -> None:
    site = rijen["oldenzaal"]
    assert site["producten"] == {"site": ["nl", "en"], "flyers": [], "toolkit": ["nl", "en"]}
    assert site["gepubliceerd_op"] and site["stand"] == "te laat"
    assert rijen["utrecht"]["gepubliceerd_op"] is None and rijen["utrecht"]["stand"] == "niet gepubliceerd"
    broken = rijen[KAPOT]
    assert broken["stand"] == "fout" and not broken["leesbaar"] and broken["punten"][0]["ernst"] == "fout"


@pytest.mark.volledig
def test_the_whole_country_is_on_it(kopie: Path, tmp_path: Path) -> None:
    land = tmp_path / "project"
    shutil.copytree(kopie, land)
    assert run_command("fgp", "new", "--alles", cwd=land).code == 0
    made = run_command("fgp", "overzicht", cwd=land)
    assert made.code == 0 and f"{len(load_register().gemeenten) + 1} gemeenten" in made.text, made.text
    slugs = {row["slug"] for row in json.loads((land / "dist/overzicht.json").read_text("utf-8"))["gemeenten"]}
    assert slugs == {one.slug for one in load_register().gemeenten} | {KAPOT}


@pytest.mark.volledig
def test_a_change_after_publication_is_told(kopie: Path, tmp_path: Path) -> None:
    later = tmp_path / "project"
    shutil.copytree(kopie, later)
    assert run_command("fgp", "build", "oldenzaal", cwd=later).code == 0
    path = later / "content/municipalities/oldenzaal.yml"
    path.write_text(path.read_text("utf-8") + "# nog een regel\n", "utf-8")
    run_command("fgp", "overzicht", cwd=later)
    data = json.loads((later / "dist/overzicht.json").read_text("utf-8"))
    (row,) = [row for row in data["gemeenten"] if row["slug"] == "oldenzaal"]
    assert row["veranderd"] == ["gegevens van de gemeente"]
    assert row["producten"]["flyers"] == ["nl", "en"]


def test_the_list_can_be_shortened_and_sorted(pagina: Page) -> None:
    pagina.get_by_label("Naam", exact=True).fill("sudwest")
    assert shown(pagina) == ["Súdwest-Fryslân"]
    pagina.get_by_label("Naam", exact=True).fill("")
    pagina.get_by_role("button", name="Zeeland").click()
    assert len(shown(pagina)) == 13 and pagina.locator("[data-aantal]").inner_text() == "13 gemeenten"
    pagina.get_by_role("button", name="Zeeland").click()
    pagina.get_by_label("Stand", exact=True).select_option("te laat")
    assert shown(pagina) == ["Oldenzaal"]
    pagina.get_by_label("Stand", exact=True).select_option("")
    pagina.get_by_role("button", name="Fouten").click()
    pagina.get_by_role("button", name="Fouten").click()
    assert shown(pagina)[0] == KAPOT
    assert pagina.locator("th[aria-sort=descending]").inner_text().startswith("Fouten")


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_closed_and_open(new_page: NewPage, kopie: Path, width: int) -> None:
    page = new_page(width)
    page.goto((kopie / "dist/overzicht.html").as_uri())
    page.get_by_label("Provincie", exact=True).select_option("Overijssel")
    page.evaluate("document.querySelectorAll('tbody:not([hidden]) details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_fetched_and_nothing_is_refused(new_page: NewPage, kopie: Path) -> None:
    page = new_page(1280)
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((kopie / "dist/overzicht.html").as_uri())
    assert errors == [] and len(requests) == 1


def test_an_output_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("geen map", "utf-8")
    failed = run_command("fgp", "overzicht", "--out", tmp_path / "dist/onder")
    assert failed.code == 1 and "kan niet worden beschreven" in failed.text and "Traceback" not in failed.text
