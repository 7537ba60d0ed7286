"""Flyers are made in the order in which Typst remembers most, and a build of sites has them made so beforehand."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.releases import Releases
from familiegroepsplan.building.site import Workshop
from familiegroepsplan.building.state import Bestanden, Gemaakt, Inventaris, Stand, Standen, seal
from familiegroepsplan.cache import Cache
from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.making import tasks
from familiegroepsplan.print.product import Flyers
from familiegroepsplan.project import Project
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.template import Template
from familiegroepsplan.taal import TALEN
from tests.conftest import ROOT
from tests.projectkopie import copy_project

SLUGS = ("amsterdam", "groningen", "oldenzaal")


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Three gemeenten with the posters alone, and nothing made before."""
    folder = copy_project(ROOT, tmp_path_factory.mktemp("project") / "p", *SLUGS, talen=("nl",))
    for path in (folder / "content" / "flyers").glob("*/flyer.yml"):
        if not path.parent.name.startswith("poster"):
            path.unlink()
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return Project(folder)


def test_each_flyer_in_each_language_goes_by_all_gemeenten_in_equal_parts(project: Project) -> None:
    flyers, _ = read_flyers(project)
    taken = tasks(flyers, ["a", "b", "c"], 2)
    assert [taak.slugs for taak in taken[:4]] == [("a", "b"), ("c",), ("a", "b"), ("c",)]
    assert len({(t.flyer, t.taal) for t in taken[0::2]}) == len(taken) / 2 == len(flyers) * len(TALEN)
    assert all((a.flyer, a.taal) == (b.flyer, b.taal) for a, b in zip(taken[0::2], taken[1::2], strict=True))


def test_what_was_prepared_together_need_not_be_made_again(klein: Project, tmp_path: Path) -> None:
    inhoud, product = load_inhoud(klein), Flyers()
    gemeenten = [one for slug in SLUGS if (one := read_gemeente(klein.gemeenten / f"{slug}.yml", root=klein.root)[0])]
    product.prepare(gemeenten, klein, inhoud)
    kept = {path for path in (klein.root / ".cache" / "folders").rglob("*") if path.is_file()}
    assert len(kept) == 3 * (2 + 1 + 2)  # Web and picture of both; for the office the smaller one alone.
    for gemeente in gemeenten:
        assert product.make(gemeente, klein, inhoud, tmp_path / gemeente.slug) == []
        assert (tmp_path / gemeente.slug / "flyers" / "poster-a3-nl.pdf").read_bytes()[:4] == b"%PDF"
    assert kept == {path for path in (klein.root / ".cache" / "folders").rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Verzoek(Flyers):
    """A product that keeps for whom it was asked to prepare."""

    asked: list[list[str]] = field(default_factory=list)

    def prepare(self, gemeenten: Sequence[Gemeente], project: Project, inhoud: Inhoud) -> None:
        self.asked.append([one.slug for one in gemeenten])


def test_only_those_whose_product_is_to_be_made_are_prepared_and_one_alone_is_not(
    klein: Project, inhoud: Inhoud, tmp_path: Path
) -> None:
    product, standen = Verzoek(), Standen(Cache(tmp_path / "cache"), tmp_path / "dist")
    inputs, releases = Inputs(klein, ["flyers"]), Releases(tmp_path / "dist")
    common = Common(klein, inhoud, cast(Template, None))
    shop = Workshop(inputs, common, {}, releases, standen, [product], date(2026, 1, 1))
    shop.prepare(SLUGS)
    assert product.asked == [list(SLUGS)]
    for slug in ("groningen", "oldenzaal"):
        key = shop.product_keys(inputs.own(slug))["flyers"]
        made = {"flyers": Gemaakt(key if slug == "groningen" else "oud", (), ())}
        _put(standen, slug, made)
    shop.prepare(SLUGS)
    assert product.asked[1:] == [["amsterdam", "oldenzaal"]]
    shop.prepare(["groningen", "oldenzaal"])
    assert len(product.asked) == 2


def _put(standen: Standen, slug: str, products: dict[str, Gemaakt]) -> None:
    """Let it be known that a site consists of these products."""
    folder = standen.out / slug
    folder.mkdir(parents=True)
    standen.put(slug, cast(Stand, None), Inventaris(Bestanden("", {}, {}), products, "", 0.0, seal(folder), 0))
