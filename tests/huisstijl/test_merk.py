"""The brand of a municipality as the site uses it: colours from YAML or tokens, and the logo."""

from pathlib import Path

import pytest

from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.huisstijl import NATIONAAL
from familiegroepsplan.huisstijl.merk import Merk, read_merk
from tests.conftest import ALLEEN_SITE, ROOT, run_command
from tests.projectkopie import copy_project

TOKENS = '{"basis": {"color": {"action-1-inverse": {"bg-default": {"$value": "#248641"}}}}}'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'


def merk_of(tmp_path: Path, *lines: str) -> tuple[Merk, list[str]]:
    path = tmp_path / "utrecht.yml"
    known = ["naam: Utrecht", 'cbs_code: "0344"', "website: https://www.utrecht.nl"]
    path.write_text("\n".join([*known, *lines, ""]), "utf-8")
    gemeente, meldingen = read_gemeente(path, root=tmp_path)
    assert gemeente is not None, meldingen
    merk, found = read_merk(gemeente, tmp_path)
    return merk, [m.code for m in found]


def test_without_a_brand_the_national_look_stands_in(tmp_path: Path) -> None:
    assert merk_of(tmp_path) == (Merk(NATIONAAL, None), [])


def test_a_colour_in_the_yaml_goes_before_one_in_a_token_file(tmp_path: Path) -> None:
    (tmp_path / "utrecht").mkdir()
    (tmp_path / "utrecht" / "tokens.json").write_text(TOKENS, "utf-8")
    merk, _ = merk_of(tmp_path, "huisstijl: {tokens: utrecht/tokens.json}")
    assert merk.palet.merk == "#248641"
    merk, _ = merk_of(tmp_path, 'huisstijl: {kleur: "#009fe3", tokens: utrecht/tokens.json}')
    assert merk.palet.merk == "#009fe3"


def test_a_link_colour_alone_is_kept(tmp_path: Path) -> None:
    merk, _ = merk_of(tmp_path, 'huisstijl: {linkkleur: "#7a1f5c"}')
    assert (merk.palet.merk, merk.palet.link) == (NATIONAAL.merk, "#7a1f5c")


def test_a_logo_is_read_and_a_broken_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "utrecht").mkdir()
    logo = tmp_path / "utrecht" / "logo.svg"
    logo.write_text(SVG, "utf-8")
    merk, codes = merk_of(tmp_path, "huisstijl: {logo: utrecht/logo.svg}")
    assert merk.logo is not None and merk.logo.suffix == ".svg" and codes == []
    logo.write_text("<svg", "utf-8")
    merk, codes = merk_of(tmp_path, "huisstijl: {logo: utrecht/logo.svg}")
    assert merk.logo is None and codes[0].startswith("huisstijl-logo")


@pytest.mark.parametrize("broken", ["<svg", pytest.param("geen plaatje", marks=pytest.mark.volledig)])
def test_a_broken_logo_keeps_the_municipality_from_being_published(tmp_path: Path, broken: str) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen")
    folder = kopie / "content" / "municipalities"
    (folder / "groningen").mkdir()
    (folder / "groningen" / "logo.svg").write_text(broken, "utf-8")
    path = folder / "groningen.yml"
    path.write_text(
        path.read_text("utf-8").replace("huisstijl:\n", "huisstijl:\n  logo: groningen/logo.svg\n"), "utf-8"
    )
    result = run_command("fgp", "build", "groningen", *ALLEEN_SITE, cwd=kopie)
    assert result.code == 1
    assert "logo.svg" in result.text and "Traceback" not in result.text
