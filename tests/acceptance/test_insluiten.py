"""A text shown by another site: it is whole, it fits, and the rest of the site refuses to be framed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.headers import policy_of, security_headers
from familiegroepsplan.toolkit.insluiten import POLICY, height
from familiegroepsplan.toolkit.losblok import Losmaker
from tests.acceptance.conftest import NewPage, serve_folder
from tests.acceptance.test_axe import violations

EMBED_HEADERS = {"Content-Security-Policy": policy_of(POLICY)}
BLOKKEN = ("nl/rechten", "nl/twijfels", "nl/wet", "ar/veiligheid", "ti/tips-ouders", "en/ja-maar")


@pytest.fixture(scope="module")
def embeds(sites: Path) -> Iterator[str]:
    """The built site as a host sends it to frames of other sites."""
    with serve_folder(sites / "amsterdam", EMBED_HEADERS) as served:
        yield served


def show(page: Page, tmp_path: Path, source: str, height: int = 400) -> Iterator[Page]:
    """A page of another origin with that frame in it."""
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>CMS</title><iframe src="{source}" width="600" height="{height}"></iframe>', "utf-8"
    )
    with serve_folder(tmp_path) as other:
        page.goto(other, wait_until="load")
        yield page


@pytest.mark.parametrize("blok", BLOKKEN)
def test_a_text_shows_in_a_page_of_another_origin(new_page: NewPage, embeds: str, tmp_path: Path, blok: str) -> None:
    page = new_page(900)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for shown in show(page, tmp_path, f"{embeds}/insluiten/{blok}/"):
        frame = shown.frames[1]
        assert frame.locator("h1").inner_text()
        assert frame.locator(".blok").bounding_box()
        colour = frame.evaluate("getComputedStyle(document.body).borderInlineStartColor")
        assert colour == "rgb(236, 0, 0)"
        assert frame.evaluate("document.scripts.length") == 0
    assert errors == []


def test_no_other_page_of_the_site_can_be_framed(new_page: NewPage, sites: Path, tmp_path: Path) -> None:
    with serve_folder(sites / "amsterdam", security_headers()) as strict:
        page = new_page(900)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        for shown in show(page, tmp_path, f"{strict}/je-rechten/"):
            assert shown.frames[1].locator("h1").count() == 0
        assert any("frame" in text.lower() for text in refused)


def test_the_height_that_we_advise_is_enough_and_not_far_too_much(
    same_page: NewPage, embeds: str, project: Project, inhoud: Inhoud
) -> None:
    gemeente, _ = read_gemeente(project.gemeenten / "amsterdam.yml", root=project.root)
    assert gemeente is not None
    losmaker = Losmaker(gemeente, inhoud, Delen(project.delen, inhoud))
    page = same_page(600)
    for blok in BLOKKEN:
        taal, naam = blok.split("/")
        found = losmaker.los(naam, taal)
        assert found is not None
        advised = height(found)
        page.goto(f"{embeds}/insluiten/{blok}/")
        needed = page.evaluate("document.documentElement.scrollHeight")
        assert needed <= advised <= 1.9 * needed + 150, (blok, needed, advised)


def test_axe_finds_nothing_in_embedded_texts(same_page: NewPage, embeds: str) -> None:
    page = same_page(600)
    for blok in BLOKKEN:
        page.goto(f"{embeds}/insluiten/{blok}/")
        assert violations(page) == [], blok
