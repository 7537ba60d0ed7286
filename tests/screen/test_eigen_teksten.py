"""Our own texts keep the rules that we hold others to."""

from dataclasses import replace
from pathlib import Path

import pytest

from familiegroepsplan.blok import BRON_TAAL, BlokKop
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.screen.aanbod import check_rules, offer
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.brontekst import Alinea, Brontekst
from familiegroepsplan.screen.oordeel import Maatstaf, Oordeel, judge, missing
from tests.acceptance.conftest import language_of, page_paths
from tests.conftest import ROOT


def test_no_sentence_rule_fires_on_a_block_of_ours(inhoud: Inhoud, maatstaf: Maatstaf) -> None:
    found = []
    for blok in inhoud.blokken[BRON_TAAL].values():
        assert isinstance(blok.kop, BlokKop)
        tekst, meldingen = read_source(str(ROOT / blok.pad))
        if tekst is None:
            assert [melding.code for melding in meldingen] == ["screen-leeg"], blok.pad
            continue
        judged = judge(tekst, replace(maatstaf, lezer=blok.kop.doelgroep))
        found += [(blok.naam, one.regel.id, one.zin) for one in judged.bevindingen]
    assert found == []


def test_a_planted_sentence_in_a_block_of_ours_is_found(maatstaf: Maatstaf) -> None:
    tekst, _ = read_source(str(ROOT / "content/blocks/nl/definitie.md"))
    assert tekst
    worse = Brontekst(tekst.naam, tekst.titel, (*tekst.alineas, Alinea("Onze experts lossen het voor je op.")))
    assert [one.regel.id for one in judge(worse, maatstaf).bevindingen] == ["belofte-oplossing"]


def test_every_rule_offers_a_text_that_is_there_and_names_a_known_source(inhoud: Inhoud, maatstaf: Maatstaf) -> None:
    assert check_rules(maatstaf.regels, inhoud) == []
    for zoek in maatstaf.regels:
        aanbod = offer(zoek.regel, inhoud)
        assert aanbod and (aanbod.regels or aanbod.blok == "begrippen"), zoek.regel.id
        assert "{" not in aanbod.tekst and "](" not in aanbod.tekst, zoek.regel.id


def test_a_rule_that_offers_nothing_is_told(inhoud: Inhoud, maatstaf: Maatstaf) -> None:
    rule = maatstaf.regels[0]
    lost = replace(rule, regel=rule.regel.model_copy(update={"blok": "weg#nergens", "bron": ("krant §1",)}))
    assert [m.code for m in check_rules((lost,), inhoud)] == ["screen-blok", "screen-herkomst"]


@pytest.fixture(scope="module")
def judged(sites: Path, maatstaf: Maatstaf) -> dict[str, Oordeel]:
    """What is found on the Dutch pages of a built site, by address."""
    site = sites / "amsterdam"
    found = {}
    for path in page_paths(site):
        if language_of(path) == "nl":
            tekst, meldingen = read_source(str(site / path / "index.html"))
            assert tekst is not None and meldingen == [], path
            found[path] = judge(tekst, maatstaf)
    return found


def for_families(judged: dict[str, Oordeel]) -> dict[str, Oordeel]:
    return {path: one for path, one in judged.items() if not path.startswith("professionals/")}


def test_our_website_says_everything_that_must_be_said(judged: dict[str, Oordeel], maatstaf: Maatstaf) -> None:
    assert len(judged) >= 25
    assert [one.regel.id for one in missing([*judged.values()], maatstaf)] == []


def test_the_pages_for_families_say_it_all_too_and_one_asks_the_four_questions(
    judged: dict[str, Oordeel], maatstaf: Maatstaf
) -> None:
    families = for_families(judged)
    assert len(families) >= 20
    assert [one.regel.id for one in missing([*families.values()], maatstaf)] == []
    absent = {one.regel.id for one in missing([families["wie-zijn-er-voor-je/"]], maatstaf)}
    assert not [rule for rule in absent if rule.startswith("vraag-")]


def test_without_its_rights_page_the_website_would_not(judged: dict[str, Oordeel], maatstaf: Maatstaf) -> None:
    others = [one for path, one in for_families(judged).items() if path != "je-rechten/"]
    assert "plek-rechten" in {one.regel.id for one in missing(others, maatstaf)}


def test_on_the_pages_for_families_no_sentence_promises_orders_or_sells(judged: dict[str, Oordeel]) -> None:
    found = [one for page in for_families(judged).values() for one in page.bevindingen]
    assert [(one.bron, one.zin) for one in found if one.regel.manier == "zin"] == []
