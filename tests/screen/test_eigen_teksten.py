"""Our own texts keep the rules that we hold others to."""

from dataclasses import replace

import pytest

from familiegroepsplan.blok import BRON_TAAL, BlokKop
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.screen.aanbod import check_rules, offer
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.brontekst import Alinea, Brontekst
from familiegroepsplan.screen.oordeel import Maatstaf, judge, missing
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project


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
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Brontekst]:
    copy = copy_project(ROOT, tmp_path_factory.mktemp("site") / "project", "amsterdam", talen=("nl",))
    built = run_command("fgp", "build", "amsterdam", "--zonder-flyers", "--zonder-toolkit", cwd=copy)
    assert built.code == 0, built.text
    read = [read_source(str(path)) for path in sorted((copy / "dist" / "amsterdam").rglob("index.html"))]
    assert [melding for _, meldingen in read for melding in meldingen] == []
    return [tekst for tekst, _ in read if tekst]


def test_our_website_says_everything_that_must_be_said(pages: list[Brontekst], maatstaf: Maatstaf) -> None:
    assert len(pages) >= 25
    judged = [judge(page, maatstaf) for page in pages]
    assert [one.regel.id for one in missing(judged, maatstaf)] == []


def test_the_pages_for_families_say_it_all_too_and_one_asks_the_four_questions(
    pages: list[Brontekst], maatstaf: Maatstaf
) -> None:
    families = [page for page in pages if "/professionals/" not in page.naam]
    assert len(families) >= 20
    assert [one.regel.id for one in missing([judge(page, maatstaf) for page in families], maatstaf)] == []
    (asking,) = [page for page in families if page.naam.endswith("amsterdam/wie-zijn-er-voor-je/index.html")]
    absent = {one.regel.id for one in missing([judge(asking, maatstaf)], maatstaf)}
    assert not [rule for rule in absent if rule.startswith("vraag-")]


def test_without_its_rights_page_the_website_would_not(pages: list[Brontekst], maatstaf: Maatstaf) -> None:
    others = [page for page in pages if "/je-rechten/" not in page.naam and "/professionals/" not in page.naam]
    judged = [judge(page, maatstaf) for page in others]
    assert "plek-rechten" in {one.regel.id for one in missing(judged, maatstaf)}


def test_on_the_pages_for_families_no_sentence_promises_orders_or_sells(
    pages: list[Brontekst], maatstaf: Maatstaf
) -> None:
    families = [page for page in pages if "/professionals/" not in page.naam]
    found = [one for page in families for one in judge(page, maatstaf).bevindingen]
    assert [(one.bron, one.zin) for one in found if one.regel.manier == "zin"] == []
