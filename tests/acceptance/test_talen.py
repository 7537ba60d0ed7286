"""Eight languages, honestly: every family page in each, right direction, letters that exist, nothing unsaid."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import html

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.taal import TALEN, TALEN_PROFESSIONALS
from familiegroepsplan.vertaling.staat import GROEPEN_PROFESSIONALS
from tests.acceptance.conftest import NewPage, language_of, page_paths
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project

FONTS = Path("/usr/share/fonts/truetype/noto")
LETTERS = ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular", "NotoSansSymbols2-Regular")
LOOSE = re.compile("(?<!\u2066)0800-\\d{4}")
"""A number that no isolating character (U+2066) goes before."""


def root_of(site: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((site / path / "index.html").read_text("utf-8"))


def test_every_family_page_exists_in_all_eight_languages(sites: Path) -> None:
    found: dict[str, set[str]] = {taal: set() for taal in TALEN}
    for path in page_paths(sites / "amsterdam"):
        taal = language_of(path)
        found[taal].add(path.removeprefix(f"{taal}/") if taal != "nl" else path)
    for taal in TALEN:
        expected = {path for path in found["nl"] if taal in TALEN_PROFESSIONALS or "professionals/" not in path}
        assert found[taal] == expected


def test_no_family_text_is_missing_in_any_language(inhoud: Inhoud) -> None:
    dutch = {naam for naam, blok in inhoud.blokken["nl"].items() if getattr(blok.kop, "doelgroep", "") == "gezin"}
    assert len(dutch) > 50
    for taal in TALEN:
        assert dutch - set(inhoud.blokken[taal]) == set(), taal


def test_fgp_check_fails_when_one_text_is_removed(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl", "ti"))
    assert run_command("fgp", "check", "amsterdam", cwd=kopie).code == 0
    (kopie / "content" / "blocks" / "ti" / "wachten.md").unlink()
    result = run_command("fgp", "check", "amsterdam", cwd=kopie)
    assert result.code == 1
    assert "in het Tigrinya ontbreken 1 blokken: wachten" in result.text


def test_every_translation_says_on_its_page_that_nobody_has_checked_it(sites: Path) -> None:
    for path in page_paths(sites / "amsterdam"):
        notices = root_of(sites / "amsterdam", path).find_class("staat")
        assert len(notices) == (0 if language_of(path) == "nl" else 1), path


def test_a_page_of_another_language_holds_no_dutch_that_is_not_marked(sites: Path, inhoud: Inhoud) -> None:
    """Interface words that a language lacks would come out in Dutch without a mark."""
    for taal in TALEN:
        asked = {
            sleutel
            for sleutel in inhoud.teksten["nl"]
            if taal in TALEN_PROFESSIONALS or sleutel.split(".", 1)[0] not in GROEPEN_PROFESSIONALS
        }
        assert asked == set(inhoud.teksten[taal]), taal


def test_telephone_numbers_never_stand_loose_in_right_to_left_text(sites: Path) -> None:
    checked = 0
    for path in page_paths(sites / "amsterdam"):
        if TALEN[language_of(path)].richting == "ltr":
            continue
        root = root_of(sites / "amsterdam", path)
        for element in root.iter():
            if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
                continue
            for text, holder in ((element.text, element), (element.tail, element.getparent())):
                if text and LOOSE.search(text):
                    checked += 1
                    around = [one.get("dir") for one in (holder, *holder.iterancestors()) if one.get("dir")]
                    assert around[0] == "ltr", f"{path}: {text.strip()[:60]}"
    assert checked > 50


def test_every_letter_of_every_page_is_in_the_fonts_of_the_test(sites: Path) -> None:
    known = {32, 10, 9}
    for name in LETTERS:
        if (FONTS / f"{name}.ttf").exists():
            known |= set(TTFont(FONTS / f"{name}.ttf").getBestCmap())
    missing: dict[str, str] = {}
    for path in page_paths(sites / "amsterdam"):
        for char in set(root_of(sites / "amsterdam", path).text_content()):
            if ord(char) not in known:
                missing.setdefault(char, path)
    assert missing == {}


@pytest.mark.parametrize("taal", ["ar", "ti", "uk", "fa"])
def test_the_browser_finds_a_font_for_every_script(new_page: NewPage, address: str, taal: str) -> None:
    page = new_page(390)
    page.goto(f"{address}/amsterdam/{taal}/wat-is-het/")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    document = session.send("DOM.getDocument")
    node = session.send("DOM.querySelector", {"nodeId": document["root"]["nodeId"], "selector": "h1"})
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
    assert fonts and all(font["familyName"] and "LastResort" not in font["familyName"] for font in fonts)


@pytest.mark.parametrize(("taal", "woord"), [("en", " November 2026"), ("ar", "2026"), ("ti", "2026"), ("uk", "2026")])
def test_dates_are_written_as_the_language_writes_them(sites: Path, taal: str, woord: str) -> None:
    text = (sites / "amsterdam" / taal / "wat-is-het" / "index.html").read_text("utf-8")
    assert woord in text
