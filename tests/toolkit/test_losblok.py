"""A block outside the site is plain, whole and safe, in every language that has it."""

import itertools
import re

import pytest
from lxml import html

from familiegroepsplan.deel import Delen
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN
from familiegroepsplan.token import TOKEN
from familiegroepsplan.toolkit.fragment import ATTRIBUTES, KEPT, as_text, clean
from familiegroepsplan.toolkit.losblok import Losblok, Losmaker
from familiegroepsplan.vertaling.staat import Staat
from tests.toolkit.conftest import SITE, gemeente


@pytest.fixture(scope="module")
def losmaker(project: Project, inhoud: Inhoud) -> Losmaker:
    return Losmaker(gemeente(), inhoud, Delen(project.delen, inhoud))


def found(losmaker: Losmaker, naam: str, taal: str = "nl") -> Losblok:
    blok = losmaker.los(naam, taal)
    assert blok is not None
    return blok


@pytest.mark.parametrize("taal", TALEN)
def test_every_block_becomes_plain_html_without_a_loose_end(losmaker: Losmaker, inhoud: Inhoud, taal: str) -> None:
    for naam in inhoud.blokken[taal]:
        blok = found(losmaker, naam, taal)
        root = html.fragment_fromstring(blok.html, create_parent="main")
        assert {e.tag for e in root.iterdescendants()} <= KEPT | {"span", "div"}, naam
        allowed = {name for names in ATTRIBUTES.values() for name in names} | {"lang", "dir"}
        assert {name for e in root.iterdescendants() for name in e.attrib} <= allowed, naam
        for form in (blok.html, blok.tekst, blok.markdown):
            assert not TOKEN.search(form) and "{{" not in form and "{#" not in form, naam


def test_no_block_skips_a_level_of_headings(losmaker: Losmaker, inhoud: Inhoud) -> None:
    for naam in inhoud.blokken["nl"]:
        root = html.fragment_fromstring(found(losmaker, naam).html, create_parent="main")
        levels = [1, *(int(e.tag[1]) for e in root.iter("h2", "h3", "h4"))]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (naam, levels)


def test_no_word_is_lost_between_the_forms(losmaker: Losmaker, inhoud: Inhoud) -> None:
    for naam in ("rechten", "wet", "twijfels", "veiligheid", "begrippen"):
        blok = found(losmaker, naam)
        words = re.findall(r"\w+", html.fragment_fromstring(blok.html, create_parent="main").text_content())
        missing = {word for word in words if word not in blok.tekst}
        assert not missing, (naam, missing)


def test_links_lead_to_the_site_in_the_language_of_the_text(losmaker: Losmaker) -> None:
    assert f'href="{SITE}je-rechten/#uitzonderingen"' in found(losmaker, "rechten").html
    assert f'href="{SITE}en/je-rechten/#uitzonderingen"' in found(losmaker, "rechten", "en").html


def test_without_an_address_only_the_words_of_a_link_stay(project: Project, inhoud: Inhoud) -> None:
    losmaker = Losmaker(gemeente(site_url=None), inhoud, Delen(project.delen, inhoud))
    tekst = found(losmaker, "rechten").html
    assert ".md" not in tekst and "<a" not in tekst.replace('<a href="http', "")
    assert "uitzonderingen" in tekst


def test_a_value_is_data_and_not_markup(project: Project, inhoud: Inhoud) -> None:
    naam = "A & B's <b>dam</b> *x*"
    losmaker = Losmaker(gemeente(naam=naam), inhoud, Delen(project.delen, inhoud))
    uses = [n for n, blok in inhoud.blokken["nl"].items() if "{{ gemeente.naam }}" in blok.tekst]
    assert uses
    for one in uses:
        blok = found(losmaker, one)
        assert naam in html.fragment_fromstring(blok.html, create_parent="main").text_content()
        assert naam in blok.tekst


def test_an_own_text_of_the_municipality_comes_in_its_place(project: Project, inhoud: Inhoud) -> None:
    eigen = {"wachten": {"nl": "## Bij ons {#bij-ons}\n\nBel *gerust*."}}
    losmaker = Losmaker(gemeente(), inhoud, Delen(project.delen, inhoud), eigen)
    blok = found(losmaker, "wachten")
    assert blok.eigen and blok.html == "<h2>Bij ons</h2>\n<p>Bel <em>gerust</em>.</p>"
    assert not found(losmaker, "wachten", "en").eigen


def test_a_missing_translation_is_missing_and_a_concept_says_so(losmaker: Losmaker) -> None:
    assert losmaker.los("plicht", "ar") is None
    assert found(losmaker, "rechten", "ar").staat is Staat.CONCEPT


def test_what_is_not_plain_goes_and_its_words_stay() -> None:
    source = (
        '<section class="x"><h2 id="a" onclick="x()">Kop</h2><svg><text>weg</text></svg><!-- n --><p>T</p></section>'
    )
    assert clean(source) == "<h2>Kop</h2><p>T</p>"


def test_words_between_elements_stay_in_plain_text() -> None:
    assert as_text("los <p>Een</p> vast <p>Twee</p>") == "los \n\nEen\n\nvast\n\nTwee\n"
    assert clean("<figure><figcaption>Artikel 1</figcaption></figure>") == "<p>Artikel 1</p>"


def test_each_quote_is_a_paragraph_of_its_own() -> None:
    assert as_text("<blockquote><p>Een</p><p>Twee</p></blockquote>") == "Een\n\nTwee\n"


def test_plain_text_keeps_numbers_and_addresses() -> None:
    text = as_text('<ol><li>Bel</li><li><a href="https://a.nl">Lees</a></li></ol><p>Eind</p>')
    assert text == "1. Bel\n2. Lees (https://a.nl)\n\nEind\n"
