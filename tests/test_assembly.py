"""Pages are put together from blocks: names, cycles, languages, headings, links."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from familiegroepsplan.assembly import Assembler, Assembly
from familiegroepsplan.blocktext import fit_headings, fit_links
from familiegroepsplan.blok import Blok, BlokKop, VertalingKop, text_hash
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.pagina import Paginabron, page_name
from familiegroepsplan.token import TOKEN, parse_token


def dutch(naam: str, tekst: str, vervangbaar: str = "nee") -> Blok:
    kop = BlokKop.model_validate(
        {"titel": f"Titel {naam}", "doelgroep": "gezin", "vervangbaar": vervangbaar, "omschrijving": "o"}
    )
    return Blok(naam, "nl", kop, tekst, f"content/blocks/nl/{naam}.md", 8)


def english(naam: str, tekst: str) -> Blok:
    kop = VertalingKop(titel=f"Title {naam}", vertaling_van="0" * 12)
    return Blok(naam, "en", kop, tekst, f"content/blocks/en/{naam}.md", 6)


def assemble(
    inhoud: Inhoud, taal: str, page: str, blokken: Mapping[str, Mapping[str, Blok]], uri: str = "pagina.md"
) -> Assembly:
    naam = f"pagina-{page_name(uri)}"
    heads = {"nl": {naam: dutch(naam, "Een lead."), **blokken["nl"]}, "en": blokken.get("en", {})}
    assembler = Assembler(replace(inhoud, blokken=heads), taal, {"aanbieders"})
    return assembler.assemble(Paginabron(uri, page, f"docs/{uri}"))


def test_a_page_is_its_lead_and_its_blocks_with_their_titles(inhoud: Inhoud) -> None:
    page = assemble(
        inhoud,
        "nl",
        "{{ blok: a }}\n\n{{ blok: b }}",
        {"nl": {"a": dutch("a", "Tekst."), "b": dutch("b", "Nog.")}},
    )
    assert page.meldingen == []
    assert "Een lead." in page.markdown
    assert "## Titel a {#a}" in page.markdown
    assert page.markdown.index("Tekst.") < page.markdown.index("## Titel b {#b}")
    assert page.vertaald


def test_a_block_alone_on_its_page_shows_no_second_title(inhoud: Inhoud) -> None:
    page = assemble(inhoud, "nl", "{{ blok: a }}", {"nl": {"a": dutch("a", "## Vraag {#a-vraag}\n\nTekst.")}})
    assert "Titel a" not in page.markdown
    assert '<section id="a"' in page.markdown
    assert "\n## Vraag {#a-vraag}" in page.markdown


def test_values_and_parts_become_tokens(inhoud: Inhoud) -> None:
    blok = dutch("a", "In {{ gemeente.naam }}.\n\n{{ deel: aanbieders }}")
    page = assemble(inhoud, "nl", "{{ blok: a }}", {"nl": {"a": blok}})
    names = [parse_token(match[0]).naam for match in TOKEN.finditer(page.markdown)]
    assert names == ["gemeente.naam", "aanbieders"]
    assert "{{" not in page.markdown


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("Eerste regel.\n\nIn {{ gemeente.naamm }}.", "10:4", 'waarde "gemeente.naamm" bestaat niet'),
        ("{{ blok: bb }}", "8:1", 'blok "bb" bestaat niet'),
        ("x {{ deel: aanbiders }}", "8:3", 'bedoelt u "aanbieders"?'),
        ("{{ gemeente.naam | upper }}", "8:1", "wordt niet begrepen"),
        ("{{ 7*7 }}", "8:1", "wordt niet begrepen"),
        ("{{ gemeente['naam'] }}", "8:1", "wordt niet begrepen"),
        ("{{ blok: a }}", "8:1", "in een kring naar elkaar: a > a"),
    ],
)
def test_anything_else_between_braces_is_an_error_with_its_place(
    inhoud: Inhoud, text: str, place: str, message: str
) -> None:
    page = assemble(inhoud, "nl", "{{ blok: a }}", {"nl": {"a": dutch("a", text)}})
    (melding,) = page.meldingen
    assert str(melding).startswith(f"content/blocks/nl/a.md:{place}: ")
    assert message in str(melding)


def test_a_cycle_over_three_blocks_is_named_whole(inhoud: Inhoud) -> None:
    blokken = {
        "a": dutch("a", "{{ blok: b }}"),
        "b": dutch("b", "{{ blok: c }}"),
        "c": dutch("c", "{{ blok: a }}"),
    }
    page = assemble(inhoud, "nl", "{{ blok: a }}", {"nl": blokken})
    assert [m.wat for m in page.meldingen] == ["de blokken verwijzen in een kring naar elkaar: a > b > c > a"]


def test_a_page_without_title_block_is_an_error(inhoud: Inhoud) -> None:
    assembler = Assembler(replace(inhoud, blokken={"nl": {}}), "nl", set())
    (melding,) = assembler.assemble(Paginabron("x.md", "", "docs/x.md")).meldingen
    assert melding.code == "blok-ontbreekt"


def test_a_missing_translation_is_dutch_marked_as_dutch_under_a_notice(inhoud: Inhoud) -> None:
    blokken = {
        "nl": {"a": dutch("a", "Hallo."), "b": dutch("b", "Dag.")},
        "en": {"a": english("a", "Hello.")},
    }
    page = assemble(inhoud, "en", "{{ blok: a }}\n\n{{ blok: b }}", blokken)
    assert not page.vertaald
    assert "Hello." in page.markdown and "Hallo." not in page.markdown
    assert 'lang="nl" dir="ltr"' in page.markdown.split("Hello.")[1].split("Dag.")[0]
    assert inhoud.woord("melding.niet-vertaald", "en") in page.markdown


def test_a_translation_that_nobody_checked_or_that_is_older_than_the_dutch_is_known_as_such(inhoud: Inhoud) -> None:
    original = dutch("a", "Hallo.")
    kop = VertalingKop(titel="A", vertaling_van=original.hash, status="nagekeken")
    checked = replace(english("a", "Hello."), kop=kop)
    page = assemble(inhoud, "en", "{{ blok: a }}", {"nl": {"a": original}, "en": {"a": checked}})
    assert (page.concept, page.verouderd) == (False, False)
    concept = replace(checked, kop=kop.model_copy(update={"status": "concept"}))
    page = assemble(inhoud, "en", "{{ blok: a }}", {"nl": {"a": original}, "en": {"a": concept}})
    assert (page.concept, page.verouderd) == (True, False)
    page = assemble(inhoud, "en", "{{ blok: a }}", {"nl": {"a": dutch("a", "Dag.")}, "en": {"a": checked}})
    assert (page.concept, page.verouderd) == (False, True)


def test_a_heading_has_the_dutch_id_in_every_language(inhoud: Inhoud) -> None:
    blokken = {
        "nl": {"a": dutch("a", "## Wat? {#a-wat}\n\n## Wie? {#a-wie}"), "b": dutch("b", "x")},
        "en": {"a": english("a", "## What?\n\n## Who? {#wrong}"), "b": english("b", "x")},
    }
    page = assemble(inhoud, "en", "{{ blok: a }}\n\n{{ blok: b }}", blokken)
    assert "### What? {#a-wat}" in page.markdown
    assert "### Who? {#a-wie}" in page.markdown


def test_a_current_translation_with_other_headings_is_an_error(inhoud: Inhoud) -> None:
    original = dutch("a", "## Wat? {#a-wat}")
    current = replace(english("a", "No heading."), kop=VertalingKop(titel="A", vertaling_van=original.hash))
    page = assemble(inhoud, "en", "{{ blok: a }}", {"nl": {"a": original}, "en": {"a": current}})
    assert [m.code for m in page.meldingen] == ["vertaling-koppen"]


def test_a_translation_older_than_a_new_dutch_heading_gives_way_to_the_dutch(inhoud: Inhoud) -> None:
    blokken = {
        "nl": {"a": dutch("a", "## Wat? {#a-wat}\n\n## Nieuw {#a-nieuw}"), "b": dutch("b", "x")},
        "en": {"a": english("a", "## What?"), "b": english("b", "x")},
    }
    page = assemble(inhoud, "en", "{{ blok: a }}\n\n{{ blok: b }}", blokken)
    assert page.meldingen == []
    assert "### Nieuw {#a-nieuw}" in page.markdown and "What?" not in page.markdown
    assert 'lang="nl" dir="ltr"' in page.markdown
    assert (page.vertaald, page.verouderd) == (False, True)


def test_a_replaceable_block_is_marked_for_the_municipality(inhoud: Inhoud) -> None:
    page = assemble(inhoud, "nl", "{{ blok: a }}", {"nl": {"a": dutch("a", "Tekst.", vervangbaar="ja")}})
    assert "<!--fgp-blok a 0-->" in page.markdown and "<!--/fgp-blok a-->" in page.markdown


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("index.md", "[x](je-rechten.md#wet)"),
        ("gemeente/index.md", "[x](../je-rechten.md#wet)"),
        ("professionals/plicht.md", "[x](../je-rechten.md#wet)"),
    ],
)
def test_a_link_in_a_block_works_from_every_page(uri: str, expected: str) -> None:
    assert fit_links("[x](je-rechten.md#wet)", uri) == expected


def test_links_that_lead_elsewhere_stay() -> None:
    text = "[a](https://a.nl/x.md) [b](tel:112) [c](#hier)"
    assert fit_links(text, "gemeente/index.md") == text


def test_headings_go_down_with_their_block() -> None:
    assert fit_headings("## Een {#x}\n\ntekst # geen kop", ("een",), 1) == "### Een {#een}\n\ntekst # geen kop"


def test_white_space_does_not_make_a_translation_stale_but_a_word_does() -> None:
    assert text_hash("Een  tekst.\n\nNog een.") == text_hash("Een tekst. Nog een.\n")
    assert text_hash("Een tekst.") != text_hash("Een text.")


def test_pages_are_known_by_their_address() -> None:
    assert [page_name(u) for u in ("index.md", "gemeente/index.md", "professionals/plicht.md")] == [
        "index",
        "gemeente",
        "professionals-plicht",
    ]
