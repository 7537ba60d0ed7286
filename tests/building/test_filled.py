"""The quick check and the quick index of a site that is being filled tell the same as a look at its finished pages."""

import json
from pathlib import Path

import pytest

from familiegroepsplan.building.checked import checked_texts
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.template import load_pages, page_keys
from familiegroepsplan.cache import Cache
from familiegroepsplan.checks.filled import check_filled
from familiegroepsplan.checks.site import check_site
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.project import Project
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.passages import read_page
from familiegroepsplan.site.site import make_fill, write_site
from familiegroepsplan.site.template import Template, main_of
from familiegroepsplan.site.writer import Writer
from familiegroepsplan.site.zoekindex import index_of, row
from familiegroepsplan.token import TOKEN_START

TALEN = ("nl", "en")
PLANTED = [
    ("site-link", '<a href="{{ basis }}weg/">x</a>'),
    ("site-link", '<a href="weg/">x</a>'),
    ("site-link", '<img src="{{ basis }}weg.png" alt="">'),
    ("site-anker", '<a href="{{ basis }}tips/#weg">x</a>'),
    ("site-anker", '<a href="#weg">x</a>'),
    ("site-alt", '<img src="{{ basis }}favicon.svg">'),
    ("site-koppen", "<h6>te diep</h6>"),
    ("site-koppen", "<h1>nog een</h1>"),
    ("site-kop-leeg", "<h2> </h2>"),
    ("site-dubbele-id", '<p id="inhoud">x</p>'),
]
"""What somebody may write in a part, and the rule that it breaks."""


@pytest.fixture(scope="module")
def bronnen(kopie: Path) -> tuple[Inhoud, Template]:
    project = Project(kopie)
    cache = Cache(project.cache)
    inputs = Inputs(project)
    inhoud = checked_texts(inputs, set(TALEN), cache)
    return inhoud, load_pages(project, inhoud, page_keys(inputs, inhoud, TALEN), cache, build_template)


def filled(kopie: Path, bronnen: tuple[Inhoud, Template], slug: str = "groningen") -> Fill:
    project = Project(kopie)
    gemeente, meldingen = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
    assert gemeente, meldingen
    return make_fill(Common(project, *bronnen), gemeente)


@pytest.mark.parametrize(("code", "html"), PLANTED)
def test_a_fault_planted_in_a_part_is_found_by_both_checks_on_the_same_pages(
    kopie: Path, bronnen: tuple[Inhoud, Template], tmp_path: Path, code: str, html: str
) -> None:
    part = kopie / "overrides" / "delen" / "toegang.html"
    before = part.read_text("utf-8")
    part.write_text(before + html, "utf-8")
    try:
        fill, writer = filled(kopie, bronnen), Writer(tmp_path / "site")
        write_site(fill, writer)
        found = check_filled(fill, writer.names)
    finally:
        part.write_text(before, "utf-8")
    quick = {(m.code, m.plaats.pad.removesuffix("index.html")) for m in found}
    assert not any(TOKEN_START in str(melding) for melding in found)
    slow = {(m.code, m.plaats.pad.removesuffix("index.html")) for m in check_site(tmp_path / "site")}
    assert code in {found for found, _ in quick}
    assert quick == slow


def test_a_good_site_passes_both_checks_and_has_the_index_of_its_finished_pages(
    kopie: Path, bronnen: tuple[Inhoud, Template], tmp_path: Path
) -> None:
    fill, writer = filled(kopie, bronnen), Writer(tmp_path / "site")
    write_site(fill, writer)
    assert check_filled(fill, writer.names) == check_site(tmp_path / "site") == []
    for taal in fill.gemeente.talen:
        pages = [page for page in fill.offered if page.pagina.zoekbaar and page.pagina.taal == taal]
        rows = [row(page.pagina, read_page(main_of(fill.page(page).decode()), taal)).encode() for page in pages]
        written = (tmp_path / "site" / "zoek" / f"{taal}.json").read_text("utf-8")
        assert written == index_of(rows, taal).decode()
        assert fill.gemeente.naam in json.dumps(json.loads(written), ensure_ascii=False)
