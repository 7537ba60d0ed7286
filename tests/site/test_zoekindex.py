"""What the search index of a site holds and what it leaves out."""

import json
from typing import Any

import pytest

from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.template import Pagina
from familiegroepsplan.site.zoekindex import zoekindex

DUTCH = 'lang="nl" dir="ltr"'


def page(main: str, url: str = "tips/", taal: str = "nl", **more: Any) -> tuple[Pagina, str]:
    """A finished page with `main` between a header and a footer."""
    frame = f"<header><nav>kopmenu</nav></header><main><h1>Titel</h1>{main}</main><footer>voettekst</footer>"
    return Pagina(url, url.strip("/"), taal, "Titel", **more), f"<!doctype html><html><body>{frame}</body></html>"


def index(*pages: tuple[Pagina, str], taal: str = "nl") -> list[dict[str, Any]]:
    rows = json.loads(zoekindex(pages, taal))["paginas"]
    assert isinstance(rows, list)
    return rows


def places(main: str, taal: str = "nl") -> list[dict[str, str]]:
    """The pieces of one page."""
    rows = index(page(main, taal=taal), taal=taal)
    return rows[0]["plekken"] if rows else []


def test_a_page_is_cut_at_its_headings_and_each_piece_knows_its_place() -> None:
    found = places('<p>Begin.</p><h2 id="a">Kop A</h2><p>Een <b>vet</b> woord.</p><ul><li>x</li><li>y</li></ul>')
    assert found == [{"tekst": "Begin."}, {"anker": "a", "kop": "Kop A", "tekst": "Een vet woord. x y"}]


def test_a_heading_without_a_place_of_its_own_leads_to_the_one_above_it() -> None:
    found = places('<h2 id="wie">Wie?</h2><ul><li><h3>Home-Start</h3><p>Helpt.</p></li></ul>')
    assert found[1] == {"anker": "wie", "kop": "Home-Start", "tekst": "Helpt."}


def test_a_heading_with_nothing_under_it_stays_only_above_other_headings() -> None:
    found = places('<h2 id="a">A</h2><h3 id="b">B</h3><p>b</p><h2 id="c">C</h2><h2 id="d">D</h2><p>d</p>')
    assert [plek["kop"] for plek in found] == ["A", "B", "D"]


@pytest.mark.parametrize(
    "main",
    [
        "<nav>weg</nav>",
        '<p class="notitie">weg</p>',
        '<p class="notitie staat">weg</p>',
        '<p class="etiket">weg</p>',
        '<p class="controle">weg</p>',
        '<div class="hulpknoppen" data-niet-voorlezen><button>weg</button></div>',
        '<div class="begrip-uitleg" popover><p>weg</p></div>',
        '<details class="bronnen"><summary>weg</summary><ul><li>weg</li></ul></details>',
        '<ul class="kaarten"><li><h3 id="x">weg</h3></li></ul>',
        "<script>weg</script>",
        '<script type="application/json">"weg"</script>',
        "<div hidden><h3>weg</h3></div>",
        "<form><label>weg</label></form>",
        '<p aria-hidden="true">weg</p>',
        "<!-- weg -->",
    ],
)
def test_what_is_not_for_finding_stays_out(main: str) -> None:
    assert places(f'<h2 id="a">Kop</h2><p>voor</p>{main}<p>na</p>') == [
        {"anker": "a", "kop": "Kop", "tekst": "voor na"}
    ]


def test_header_and_footer_stay_out() -> None:
    text = zoekindex([page("<p>Tekst.</p>")], "nl")
    assert "kopmenu" not in text and "voettekst" not in text


def test_a_word_with_an_explanation_stays_in_its_sentence() -> None:
    assert places('<p>Een <button class="begrip">wijkteam</button> helpt.</p>') == [{"tekst": "Een wijkteam helpt."}]


def test_each_word_of_the_glossary_has_its_own_place() -> None:
    found = places('<dl class="woordenlijst"><div id="woord-ots"><dt>ots</dt><dd>Toezicht.</dd></div></dl>')
    assert found == [{"anker": "woord-ots", "kop": "ots", "tekst": "Toezicht."}]


@pytest.mark.parametrize(
    "dutch",
    [
        f'<section class="blok" {DUTCH}><h2 id="n">Kop</h2><p>Nederlands.</p></section>',
        f'<div class="lead" {DUTCH}><p>Nederlands.</p></div>',
        f'<dl class="woordenlijst" {DUTCH}><div id="w"><dt>ots</dt><dd>Nederlands.</dd></div></dl>',
    ],
)
def test_dutch_in_place_of_a_translation_is_not_in_the_index_of_that_language(dutch: str) -> None:
    assert places(f'{dutch}<h2 id="e">Own</h2><p>English.</p>', "en") == [
        {"anker": "e", "kop": "Own", "tekst": "English."}
    ]
    assert index(page(dutch, taal="en"), taal="en") == []


def test_dutch_that_is_quoted_can_be_found_and_is_known_as_dutch() -> None:
    main = (
        f"<h3>Article 3.6: <span {DUTCH}>Het gesprek</span></h3><p>In plain words: <span {DUTCH}>Uitleg.</span></p>"
        f"<blockquote {DUTCH}><p>De wettekst.</p></blockquote><p>English.</p>"
    )
    assert places(main, "en") == [
        {"kop": "Article 3.6: Het gesprek", "tekst": "In plain words: English.", "nl": "Uitleg. De wettekst."}
    ]
    assert places(f"<h3><span {DUTCH}>De wet</span></h3><p>x</p>", "en")[0]["koptaal"] == "nl"


def test_a_title_in_dutch_says_so() -> None:
    pagina, source = page("<p>English.</p>", taal="en")
    rows = index((pagina, source.replace("<h1>", f"<h1 {DUTCH}>")), taal="en")
    assert (rows[0]["titel"], rows[0]["titeltaal"]) == ("Titel", "nl")
    assert "titeltaal" not in index(page("<p>English.</p>", taal="en"), taal="en")[0]


def test_numbers_and_names_do_not_turn_round_in_arabic() -> None:
    main = '<p>الهاتف <a href="tel:020"><bdi dir="ltr">020 123</bdi></a></p>'
    assert places(main, "ar") == [{"tekst": "الهاتف \u2066020 123\u2069"}]
    assert places(main, "tr") == [{"tekst": "الهاتف 020 123"}]


def test_an_index_holds_the_pages_of_one_language_and_no_error_pages() -> None:
    pages = [
        page("<p>Tekst.</p>", "tips/"),
        page("<p>Text.</p>", "en/tips/", "en"),
        page("<p>Weg.</p>", "404.html", zoekbaar=False),
    ]
    assert [row["url"] for row in index(*pages, taal="nl")] == ["tips/"]
    assert [row["url"] for row in index(*pages, taal="en")] == ["en/tips/"]


def test_a_page_is_also_known_by_its_name_in_the_menu_and_by_whom_it_is_for() -> None:
    rows = index(page("<p>x</p>", "a/", menu="Privacy", doelgroep="professional"), page("<p>x</p>", "b/", menu="Titel"))
    assert rows[0] == {
        "url": "a/",
        "titel": "Titel",
        "menu": "Privacy",
        "voor": "professional",
        "plekken": [{"tekst": "x"}],
    }
    assert rows[1] == {"url": "b/", "titel": "Titel", "plekken": [{"tekst": "x"}]}


def test_the_same_pages_give_the_same_bytes_in_any_order_as_plain_utf8() -> None:
    pages = [page("<p>ትልሚ «é»</p>", "b/"), page("<p>x</p>", "a/")]
    assert zoekindex(pages, "nl") == zoekindex(list(reversed(pages)), "nl")
    assert "ትልሚ «é»" in zoekindex(pages, "nl")
    assert ": " not in zoekindex(pages, "nl")


@pytest.fixture(scope="module")
def amsterdam(project: Project) -> Gemeente:
    gemeente, _ = read_gemeente(project.gemeenten / "amsterdam.yml", root=project.root)
    assert gemeente is not None
    return gemeente


@pytest.mark.parametrize("taal", ["nl", "en", "ar", "ti"])
def test_the_data_of_a_municipality_can_be_found(
    project: Project, inhoud: Inhoud, amsterdam: Gemeente, taal: str
) -> None:
    delen = Delen(project.delen, inhoud)
    paginas = {"je-rechten": Pagina("je-rechten/", "je-rechten", taal, "x")}
    parts = [
        delen.render(name, amsterdam, taal, basis="./", paginas=paginas)
        for name in ("aanbieders", "verordening", "toegang", "contact", "woordenlijst")
    ]
    found = places("".join(parts), taal)
    koppen = [plek.get("kop", "") for plek in found]
    for aanbieder in amsterdam.aanbieders:
        assert aanbieder.naam in koppen
    assert amsterdam.verordening is not None
    for artikel in amsterdam.verordening.artikelen or ():
        piece = next(plek for plek in found if artikel.nummer in plek.get("kop", ""))
        assert piece["anker"] == "verordening"
        assert artikel.tekst in piece["nl" if taal != "nl" else "tekst"]
    assert {f"woord-{begrip.begrip}" for begrip in inhoud.uitleg(taal)} <= {plek.get("anker") for plek in found}
