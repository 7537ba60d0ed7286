"""What a build leaves on disk: complete, honest, the same by both ways, and free of tokens."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html

from familiegroepsplan.checks.site import SITE_REGELS, check_site
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.taal import TALEN
from familiegroepsplan.token import TOKEN
from tests.acceptance.conftest import GEMEENTEN, language_of, page_paths
from tests.conftest import ALLEEN_SITE, run_command


def page_root(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"))


def words_of(site: Path, *folders: str) -> str:
    """All text of the Dutch pages, white space folded, as a reader gets it."""
    texts = []
    for path in page_paths(site):
        if language_of(path) == "nl":
            root = page_root(site / path / "index.html")
            for box in root.find_class("begrip-uitleg"):
                box.drop_tree()
            texts.append(" ".join(root.text_content().split()))
    return " ".join(texts)


def pieces_of(text: str) -> list[str]:
    """The paragraphs, items and cells of a Markdown text as plain words."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\{#[^}]*\}", "", text))
    pieces = []
    for line in text.splitlines():
        for cell in line.split("|") if line.startswith("|") else [line]:
            plain = re.sub(r"^\s*((#+|[-*]|\d+\.)\s+|>+\s*)", "", cell).replace("**", "").strip()
            if "{{" not in plain and plain.strip(" -:>"):
                pieces.append(" ".join(plain.split()))
    return pieces


def test_every_sentence_of_every_dutch_block_can_be_read_on_the_site(sites: Path, inhoud: Inhoud) -> None:
    shown = words_of(sites / "amsterdam")
    missing = [
        f"{blok.naam}: {piece}"
        for blok in inhoud.blokken["nl"].values()
        if blok.naam != "pagina-niet-gevonden"
        for piece in pieces_of(blok.tekst)
        if piece not in shown
    ]
    assert missing == []


FAMILY = """definitie waarom namen rechten uitzonderingen wet als-het-niet-lukt voordelen twijfels ja-maar
stappenplan stappenplan-bescherming een-plan-en-dan veiligheid wachten momenten wie-zijn-er-voor-je
tips-ouders kinderen-doen-mee ondersteuning hulpmiddelen lotgenoten geen-plan verhalen citaten begrippen
ervaringen-onderzoek privacy-plan voor-jongeren veilig-lezen hoe-lang""".split()
PROFESSIONAL = """zo-werkt-jeugdhulp basisvragen plicht verordening-uitleg drempels-professional
kanaal-website kanaal-folder kanaal-verwijzers kanaal-telefoon kanaal-nieuwsbrief screenen
transformatiedoelen gemeente-aan-de-slag toegang-professional aanbieder-professional waar-staat-u
gezinsplan rondetafel werkvormen onderbouwing cultuurverandering""".split()


@pytest.mark.parametrize(("doelgroep", "names"), [("gezin", FAMILY), ("professional", PROFESSIONAL)])
def test_every_subject_has_its_block(inhoud: Inhoud, doelgroep: str, names: list[str]) -> None:
    blokken = inhoud.blokken["nl"]
    assert [name for name in names if name not in blokken] == []
    assert {getattr(blokken[name].kop, "doelgroep", None) for name in names} == {doelgroep}


@pytest.mark.parametrize("slug", GEMEENTEN)
def test_no_dead_link_no_missing_alt_no_skipped_heading_in_any_page(sites: Path, slug: str) -> None:
    assert check_site(sites / slug) == []


@pytest.mark.parametrize("slug", GEMEENTEN)
def test_no_token_reaches_the_output(sites: Path, slug: str) -> None:
    texts = [p for p in (sites / slug).rglob("*") if p.suffix in {".html", ".css", ".js", ".xml", ".txt", ".svg"}]
    assert len(texts) > 40
    assert [p for p in texts if TOKEN.search(p.read_text("utf-8"))] == []


@pytest.mark.volledig
@pytest.mark.parametrize("slug", ["oldenzaal", "amsterdam"])
def test_mkdocs_and_fgp_give_the_same_bytes(tmp_path: Path, slug: str) -> None:
    built = run_command("fgp", "build", slug, *ALLEEN_SITE, "--out", tmp_path / "sites")
    assert built.code == 0, built.text
    result = run_command("mkdocs", "build", "--quiet", "--site-dir", tmp_path / "direct", GEMEENTE=slug)
    assert result.code == 0, result.text
    direct = {p.relative_to(tmp_path / "direct"): p for p in (tmp_path / "direct").rglob("*") if p.is_file()}
    site = tmp_path / "sites" / slug
    filled = {p.relative_to(site): p for p in site.rglob("*") if p.is_file()}
    assert direct.keys() == filled.keys()
    assert [name for name, path in direct.items() if path.read_bytes() != filled[name].read_bytes()] == []


def test_groningen_says_that_its_verordening_is_silent_and_that_the_law_holds(sites: Path) -> None:
    root = page_root(sites / "groningen" / "gemeente" / "verordening" / "index.html")
    text = " ".join(root.text_content().split())
    assert "In de verordening van Groningen staat niets over het familiegroepsplan." in text
    assert "de Jeugdwet geldt in elke gemeente" in text
    assert "ondersteuningsplan" in text
    assert "Artikel" not in text


def test_amsterdam_quotes_its_articles_and_says_that_they_no_longer_hold(sites: Path) -> None:
    root = page_root(sites / "amsterdam" / "gemeente" / "verordening" / "index.html")
    quotes = [" ".join(q.text_content().split()) for q in root.iter("blockquote")]
    assert any(q.startswith("Wanneer de jeugdige en/of zijn ouders reeds een familiegroepsplan") for q in quotes)
    assert "deze tekst geldt niet meer" in root.text_content()
    assert "Nog niet gecontroleerd" in root.text_content()
    assert "CVDR482304/1" in root.text_content()


def test_oldenzaal_without_data_still_tells_where_to_ask(sites: Path) -> None:
    text = page_root(sites / "oldenzaal" / "gemeente" / "index.html").text_content()
    assert "Vraag het aan de gemeente zelf" in text
    assert "Eigen Kracht Centrale" in text


def test_example_data_shows_a_banner_and_stays_out_of_search_engines(sites: Path) -> None:
    for path in page_paths(sites / "amsterdam"):
        page = (sites / "amsterdam" / path / "index.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert 'class="banner"' in page


def test_every_page_has_language_direction_title_and_description(sites: Path) -> None:
    seen = set()
    for path in page_paths(sites / "amsterdam"):
        root = page_root(sites / "amsterdam" / path / "index.html")
        taal = language_of(path)
        assert (root.get("lang"), root.get("dir")) == (taal, TALEN[taal].richting)
        assert len(root.findall(".//h1")) == 1
        title = root.findtext(".//title") or ""
        assert "Amsterdam" in title
        seen.add((taal, title))
    assert len(seen) == len(page_paths(sites / "amsterdam"))


def test_hreflang_and_sitemap_claim_only_what_is_translated(sites: Path) -> None:
    base = "https://familiegroepsplan.example/amsterdam/"
    tree = ElementTree.parse(sites / "amsterdam" / "sitemap.xml")
    found = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{base}en/wat-is-het/", f"{base}en/je-rechten/", f"{base}tips/", base} <= found
    assert f"{base}en/professionals/plicht/" in found
    assert f"{base}ar/professionals/plicht/" not in found
    tips = page_root(sites / "amsterdam" / "tips" / "index.html")
    assert tips.xpath("//link[@rel='alternate']/@hreflang")[:3] == ["nl", "en", "ar"]
    duty = page_root(sites / "amsterdam" / "professionals" / "plicht" / "index.html")
    assert duty.xpath("//link[@rel='alternate']/@hreflang") == ["nl", "en"]
    rights = page_root(sites / "amsterdam" / "je-rechten" / "index.html")
    assert rights.xpath("//link[@rel='canonical']/@href") == [f"{base}je-rechten/"]


def test_a_municipality_without_site_url_has_no_absolute_address(sites: Path) -> None:
    assert not (sites / "groningen" / "sitemap.xml").exists()
    page = (sites / "groningen" / "index.html").read_text("utf-8")
    assert 'rel="canonical"' not in page
    assert 'hreflang="en"' not in page


def test_error_page_works_from_any_depth(sites: Path) -> None:
    root = page_root(sites / "amsterdam" / "404.html")
    for link in root.xpath("//link[@rel='stylesheet']/@href | //a[starts-with(@href, '/')]/@href"):
        assert str(link).startswith("/amsterdam/")
    assert root.get("lang") == "nl"
    assert page_root(sites / "amsterdam" / "en" / "404.html").get("lang") == "en"


def test_all_documented_site_checks_can_catch_something() -> None:
    assert set(SITE_REGELS) == {code for code, _ in PLANTED}


GOOD = (
    '<!doctype html><html lang="nl" dir="ltr"><head><title>T</title><meta name="description" content="o">'
    "</head><body><h1>Kop</h1>{}</body></html>"
)
PLANTED = [
    ("site-link", GOOD.format('<a href="weg/">x</a>')),
    ("site-anker", GOOD.format('<a href="#weg">x</a>')),
    ("site-alt", GOOD.format('<img src="a.png">')),
    ("site-koppen", GOOD.format("<h3>te diep</h3>")),
    ("site-koppen", GOOD.format("<h1>nog een</h1>")),
    ("site-kop-leeg", GOOD.format("<h2> </h2>")),
    ("site-dubbele-id", GOOD.format('<p id="a"></p><p id="a"></p>')),
    ("site-taal", GOOD.format("").replace(' dir="ltr"', "")),
    ("site-titel", GOOD.format("").replace("<title>T</title>", "")),
    ("site-token", GOOD.format("fgpq6e6cq")),
]


@pytest.mark.parametrize(("code", "page"), PLANTED)
def test_a_planted_fault_in_a_page_is_found(tmp_path: Path, code: str, page: str) -> None:
    (tmp_path / "index.html").write_text(page, "utf-8")
    (tmp_path / "a.png").write_bytes(b"")
    assert {m.code for m in check_site(tmp_path)} == {code}
