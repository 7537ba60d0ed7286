"""axe-core (WCAG 2.2 A and AA, best practices) over the finished pages, as they are and opened up."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.acceptance.conftest import NewPage, page_paths, serve_folder
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then((result) => result.violations)"
"""Only the violations come back: all that is well, told element by element, takes as long as the looking."""

SAMPLE = [
    "",
    "mijn-plan/",
    "woordenlijst/",
    "ar/",
]
"""Each kind of page and of writing (test_zelftest looks at the self-test); `make test-all` looks at every page."""

OPEN = """() => {
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  document.querySelector('.begrip-uitleg')?.showPopover();
}"""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: rule and first place of each."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, RULES)
    return [f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:90]}" for v in found]


def look_at(page: Page, address: str, paths: list[str]) -> dict[str, list[str]]:
    """Every violation of those pages, closed and with everything open."""
    found = {}
    for path in paths:
        page.goto(f"{address}/{path}", wait_until="load")
        closed = violations(page)
        page.evaluate(OPEN)
        if faults := closed + violations(page):
            found[path] = sorted(set(faults))
    return found


@pytest.fixture(scope="session")
def yellow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A municipality with a bright yellow brand, no logo and almost no data."""
    kopie = copy_project(ROOT, tmp_path_factory.mktemp("geel") / "project", "harderwijk")
    path = kopie / "content" / "municipalities" / "harderwijk.yml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("huisstijl")]
    path.write_text("\n".join([*lines, 'huisstijl: {kleur: "#ffe600"}', ""]), "utf-8")
    result = run_command("fgp", "build", "harderwijk", cwd=kopie)
    assert result.code == 0, result.text
    with serve_folder(kopie / "dist" / "harderwijk") as address:
        yield address


@pytest.mark.parametrize("path", SAMPLE)
def test_axe_finds_nothing_on_a_page_with_everything_open(same_page: NewPage, address: str, path: str) -> None:
    page = same_page(320)
    page.goto(f"{address}/amsterdam/{path}", wait_until="load")
    page.evaluate(OPEN)
    assert violations(page) == []


def test_axe_finds_nothing_on_a_desk_closed_and_open(same_page: NewPage, address: str) -> None:
    assert look_at(same_page(1280), f"{address}/amsterdam", ["ja-maar/"]) == {}


@pytest.mark.volledig
def test_axe_finds_nothing_under_a_yellow_brand(same_page: NewPage, yellow: str) -> None:
    assert look_at(same_page(320), yellow, [""]) == {}


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(new_page: NewPage, address: str, yellow: str, sites: Path, width: int) -> None:
    assert look_at(new_page(width), f"{address}/amsterdam", page_paths(sites / "amsterdam")) == {}
    assert look_at(new_page(width), yellow, page_paths(sites / "oldenzaal")) == {}


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("document.querySelector('main h1').remove()", "page-has-heading-one"),
        ("document.querySelector('.lead').style.color = '#aaa'", "color-contrast"),
        *(
            pytest.param(damage, rule, marks=pytest.mark.volledig)
            for damage, rule in [
                ("document.querySelectorAll('nav').forEach((n) => n.removeAttribute('aria-label'))", "landmark-unique"),
                ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
                ("document.querySelector('main').outerHTML = '<div>x</div>'", "landmark-one-main"),
                ("document.querySelector('.knop, a').setAttribute('role', 'onzin')", "aria-roles"),
            ]
        ),
    ],
)
def test_planted_damage_is_found(same_page: NewPage, address: str, damage: str, rule: str) -> None:
    page = same_page(1280)
    page.goto(f"{address}/amsterdam/je-rechten/")
    page.evaluate(damage)
    assert rule in {fault.split(":")[0] for fault in violations(page)}
