"""The component page: every component once, sound in every brand, on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from familiegroepsplan.onderdelen import write_onderdelen
from familiegroepsplan.project import Project
from tests.acceptance.conftest import NewPage, serve_folder
from tests.acceptance.test_axe import OPEN, violations

MERKEN = {"landelijk": None, "geel": "#ffe600", "donker": "#154273", "licht": "#009fe3"}
SAMPLE = {"landelijk", "geel"}


@pytest.fixture(scope="session")
def onderdelen(tmp_path_factory: pytest.TempPathFactory, project: Project) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("onderdelen")
    for naam, kleur in MERKEN.items():
        write_onderdelen(project, folder / naam, kleur)
    with serve_folder(folder) as address:
        yield address


def test_every_component_of_the_style_guide_has_its_example(same_page: NewPage, onderdelen: str) -> None:
    page = same_page(1280)
    page.goto(f"{onderdelen}/landelijk/")
    names = page.locator("section[id] > h2").all_inner_texts()
    for name in "Lead Kaarten Stappenlijst Citaat Verhaal Contactkaart Wettekst Notitie Downloadtegel Knoppen".split():
        assert name in names
    for selector in (".lead", ".kaart", ".stappen", ".citaat", ".paar", "details.vraag", ".verhaal", ".begrip"):
        assert page.locator(selector).count() > 0, selector
    for selector in (".contactkaart", ".wettekst", ".notitie", ".tegel", ".hulpknop"):
        assert page.locator(selector).count() > 0, selector


@pytest.mark.parametrize(
    "merk", [merk if merk in SAMPLE else pytest.param(merk, marks=pytest.mark.volledig) for merk in MERKEN]
)
def test_axe_finds_nothing_in_any_brand(same_page: NewPage, onderdelen: str, merk: str) -> None:
    page = same_page(320)
    page.goto(f"{onderdelen}/{merk}/")
    page.evaluate(OPEN)
    assert violations(page) == []
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= window


def test_the_component_page_is_no_part_of_a_public_site(sites: Path) -> None:
    assert not [path for path in sites.rglob("*") if path.stem == "onderdelen"]
