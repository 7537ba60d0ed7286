"""The ready material: there in every language that has its texts, whole, true to its language, the same each time."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fontTools.ttLib import TTFont
from lxml import etree, html
from PIL import Image
from pypdf import PdfReader

from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.huisstijl.palet import NATIONAAL
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.letters import font_folders
from familiegroepsplan.project import Project
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.oordeel import judge, missing
from familiegroepsplan.screen.uitslag import load_maatstaf
from familiegroepsplan.taal import TALEN
from familiegroepsplan.token import TOKEN
from familiegroepsplan.toolkit.archief import rezipped, zip_bytes
from familiegroepsplan.toolkit.bericht import fits_on_x, length_on_x
from familiegroepsplan.toolkit.berichtbeeld import MATEN, first_sentence, picture_data
from familiegroepsplan.toolkit.fragment import plain_lists
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.toolkit.mail import mail_html
from familiegroepsplan.toolkit.materiaal import Kanaal, Maker, Materiaal, read_maker
from familiegroepsplan.toolkit.overzicht import Overzicht, page_name, zip_name
from familiegroepsplan.toolkit.tekst import Tekst
from familiegroepsplan.toolkit.toolkit import write_material
from familiegroepsplan.toolkit.website import website_texts
from familiegroepsplan.toolkit.word import word_document
from familiegroepsplan.vertaling.staat import Staat
from tests.toolkit.conftest import gemeente

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNRESOLVED = re.compile(r"\{\{|\}\}|\{#|\{[a-z_]+\}|" + TOKEN.pattern)
MACHINERY = re.compile(r"<style.*?</style>|<script.*?</script>|<!--.*?-->", re.DOTALL)
FAMILIES = {Kanaal.WEBSITE: 8, Kanaal.NIEUWSBRIEF: 6, Kanaal.BERICHTEN: 6, Kanaal.BRIEVEN: 2}
PROFESSIONALS = {Kanaal.AANBIEDER: 6, Kanaal.TELEFOON: 1, Kanaal.VERWIJZERS: 3}


def maker_for(project: Project, inhoud: Inhoud, **anders: object) -> Maker:
    return read_maker(Losmaker(gemeente(**anders), inhoud, Delen(project.delen, inhoud)), project)


@pytest.fixture(scope="module")
def maker(project: Project, inhoud: Inhoud) -> Maker:
    """Amsterdam in all its languages."""
    found, _ = read_gemeente(project.gemeenten / "amsterdam.yml", root=project.root)
    assert found is not None
    return read_maker(Losmaker(found, inhoud, Delen(project.delen, inhoud)), project)


@pytest.fixture(scope="module")
def amsterdam(maker: Maker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("amsterdam")
    write_material(maker, folder)
    return folder


def parse(source: str) -> Any:
    return html.document_fromstring(source)


def words_of(name: str, data: bytes) -> str:
    """What a reader of the file reads."""
    if name.endswith(".docx"):
        doc = Document(io.BytesIO(data))
        feet = [paragraph.text for section in doc.sections for paragraph in section.footer.paragraphs]
        return "\n".join([*(paragraph.text for paragraph in doc.paragraphs), *feet, doc.core_properties.title or ""])
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "" if name.endswith(".png") else data.decode()


def test_the_text_for_a_website_says_everything_that_must_be_said(
    maker: Maker, project: Project, inhoud: Inhoud, tmp_path: Path
) -> None:
    maatstaf, _ = load_maatstaf(project, inhoud, "gezin")
    judged = {}
    for tekst in website_texts(maker.losmaker, "nl"):
        path = tmp_path / f"{tekst.naam}.html"
        path.write_text(f"<title>{tekst.titel}</title><main><h1>{tekst.titel}</h1>{tekst.html}</main>", "utf-8")
        found, _ = read_source(str(path))
        assert found
        judged[tekst.naam] = judge(found, maatstaf)
    assert len(judged) == 8
    assert [one.regel.id for one in missing(list(judged.values()), maatstaf)] == []
    without = [one for naam, one in judged.items() if not naam.startswith("tips")]
    assert "vraag-ken-je-het-plan" in {one.regel.id for one in missing(without, maatstaf)}


@pytest.mark.parametrize("taal", TALEN)
def test_everything_for_families_is_there_in_every_language_and_the_rest_for_professionals(
    maker: Maker, taal: str
) -> None:
    found = {kanaal: len(lijst) for kanaal, lijst in Overzicht(maker, taal).kanalen.items()}
    assert found == (FAMILIES | PROFESSIONALS if taal in {"nl", "en"} else FAMILIES)


def test_the_files_are_those_that_the_pages_name_and_the_zip_holds_them_all(maker: Maker, amsterdam: Path) -> None:
    named = {one.pad for taal in TALEN for each in maker.materials(taal) for one in each.bestanden}
    pages = {page_name(taal) for taal in TALEN}
    written = {path.relative_to(amsterdam).as_posix() for path in amsterdam.rglob("*") if path.is_file()}
    assert len(named) > 500 and written == named | pages | {zip_name("amsterdam")}
    with zipfile.ZipFile(amsterdam / zip_name("amsterdam")) as archive:
        assert set(archive.namelist()) == named | {"LEESMIJ.txt"}
        assert all(archive.read(name) == (amsterdam / name).read_bytes() for name in named)


def test_no_name_stays_unresolved_in_any_file(amsterdam: Path) -> None:
    seen = set()
    with zipfile.ZipFile(amsterdam / zip_name("amsterdam")) as archive:
        for name in archive.namelist():
            words = MACHINERY.sub("", words_of(name, archive.read(name)))
            assert not UNRESOLVED.search(words), (name, UNRESOLVED.search(words))
            seen.add(name.rpartition(".")[2])
    for taal in TALEN:
        page = MACHINERY.sub("", (amsterdam / page_name(taal)).read_text("utf-8"))
        assert not UNRESOLVED.search(page), (taal, UNRESOLVED.search(page))
    assert seen == {"html", "md", "txt", "docx", "pdf", "png"}


@pytest.mark.parametrize("planted", ["{{ gemeente.naam }}", "{naam}", "Kop {#kop}", "fgpq7761617264652f6e6c2f78q"])
def test_an_unresolved_name_would_be_seen(planted: str) -> None:
    assert UNRESOLVED.search(f"Vraag het aan {planted}.")


def test_what_a_language_lacks_is_left_out_and_never_dutch(project: Project, inhoud: Inhoud) -> None:
    lacking = {taal: dict(blokken) for taal, blokken in inhoud.blokken.items()}
    for naam in ("brief-kind", "berichten", "folder-plan-wat", "nieuwsbrief-3"):
        del lacking["ar"][naam]
    less = Inhoud(lacking, inhoud.begrippen, inhoud.teksten, inhoud.landelijk)
    found = list(maker_for(project, less, talen=["nl", "ar"]).materials("ar"))
    names = {one.tekst.naam for one in found}
    assert not names & {"brief-kind", "nieuwsbrief-3", "familiegroepsplan-kort"} and "brief-ouders" in names
    assert Kanaal.BERICHTEN not in {one.kanaal for one in found}
    for one in found:
        arabic = len(re.findall(r"[\u0600-\u06ff]", one.tekst.tekst))
        assert arabic > 0.4 * len(re.findall(r"\w", one.tekst.tekst)), one.tekst.naam


def test_the_same_material_is_the_same_bytes(project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    only = {"nl": {n: b for n, b in inhoud.blokken["nl"].items() if not n.startswith(("berichten", "verwijzer-blad"))}}
    less = Inhoud(only, inhoud.begrippen, inhoud.teksten, inhoud.landelijk)
    for name in ("een", "twee"):
        write_material(maker_for(project, less), tmp_path / name)
    one, two = (sorted(p for p in (tmp_path / n).rglob("*") if p.is_file()) for n in ("een", "twee"))
    assert any(p.suffix == ".docx" for p in one) and any(p.suffix == ".zip" for p in one)
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]


def test_a_zip_does_not_depend_on_the_day() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2031, 5, 5, 5, 5, 4)), "a")
    assert rezipped(made.getvalue()) == zip_bytes([("a.txt", b"a")])


def docx_named(amsterdam: Path, name: str) -> tuple[Path, etree._Element]:
    path = amsterdam / name
    with zipfile.ZipFile(path) as archive:
        return path, etree.fromstring(archive.read("word/styles.xml"))


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("naam", ["brief-ouders", "brief-kind"])
def test_a_letter_is_whole_and_in_its_language_and_direction(
    maker: Maker, amsterdam: Path, taal: str, naam: str
) -> None:
    path, styles = docx_named(amsterdam, f"{taal}/brieven/{naam}.docx")
    (letter,) = (one for one in maker.materials(taal) if one.tekst.naam == naam)
    found = re.findall(r"\w+", words_of(path.name, path.read_bytes()))
    said = re.findall(r"\w+", parse(f"<h1>{letter.tekst.titel}</h1>{letter.tekst.html}").text_content())
    assert found[: len(said)] == said
    normal = styles.find(f"{W}style[@{W}styleId='Normal']")
    assert normal is not None
    lang = normal.find(f".//{W}lang")
    rtl = TALEN[taal].richting == "rtl"
    assert lang is not None and str(lang.get(f"{W}val")).startswith(f"{taal}-")
    assert (normal.find(f".//{W}bidi") is not None) == rtl
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    runs = [run for run in body.iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert runs and all((run.find(f".//{W}rtl") is not None) == rtl for run in runs)


def test_what_is_to_be_filled_in_is_marked_and_a_dutch_word_beside_its_translation_is_not(amsterdam: Path) -> None:
    doc = Document(str(amsterdam / "en/brieven/brief-ouders.docx"))
    runs = [run for paragraph in doc.paragraphs for run in paragraph.runs]
    marked = {run.text for run in runs if run.font.highlight_color is not None}
    assert "(name)" in marked and "(familiegroepsplan)" not in marked
    assert any("(familiegroepsplan)" in run.text for run in runs)
    sheet = Document(str(amsterdam / "nl/verwijzers/verwijzer-blad.docx"))
    assert all(run.font.highlight_color is None for paragraph in sheet.paragraphs for run in paragraph.runs)


def test_a_document_has_real_headings_lists_and_links_and_each_list_begins_with_one() -> None:
    body = (
        '<h2>Kop</h2><ol><li>a</li></ol><p>t <a href="https://a.nl">link</a></p>'
        "<ol><li>b</li></ol><blockquote><p>q</p></blockquote><ul><li><strong>c</strong></li></ul>"
    )
    tekst = Tekst("x", "nl", "Titel & <b>", body, Staat.NAGEKEKEN)
    doc = Document(io.BytesIO(word_document(tekst, "#0f5c63", lambda _: True)))
    rows = [(p.style.name if p.style else "", p.text) for p in doc.paragraphs]
    assert rows == [
        ("Title", "Titel & <b>"),
        ("Heading 1", "Kop"),
        ("List Number", "a"),
        ("Normal", "t link"),
        ("List Number", "b"),
        ("Quote", "q"),
        ("List Bullet", "c"),
    ]
    numbers = [p._p.find(f".//{W}numId") for p in doc.paragraphs if p.style and p.style.name == "List Number"]
    assert len({number.get(f"{W}val") for number in numbers if number is not None}) == 2
    assert [link.address for p in doc.paragraphs for link in p.hyperlinks] == ["https://a.nl"]


@pytest.mark.parametrize(
    ("text", "length"), [("abc", 3), ("Кого ви", 7), ("من", 2), ("ሓገዝ", 6), ("“ja”", 4), (" a ", 1)]
)
def test_the_length_of_a_message_is_counted_as_x_does(text: str, length: int) -> None:
    assert length_on_x(text) == length


def test_a_link_must_fit_on_x_too() -> None:
    assert fits_on_x("a" * 256) and not fits_on_x("a" * 257)


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "ti"])
def test_every_message_fits_everywhere_in_the_scripts_that_count_once(maker: Maker, taal: str) -> None:
    overzicht = Overzicht(maker, taal)
    assert all(overzicht.past_op_x(one) for one in overzicht.kanalen[Kanaal.BERICHTEN])


@pytest.mark.parametrize(
    ("text", "first"),
    [("Wie weet het? Eén appje.", "Wie weet het?"), ("هل؟ نعم.", "هل؟"), ("እዩ። ካልእ።", "እዩ።"), ("Los", "Los")],
)
def test_a_picture_shows_the_first_sentence_in_any_script(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize("taal", TALEN)
def test_pictures_have_their_sizes_and_exactly_the_colour_of_the_brand(amsterdam: Path, taal: str) -> None:
    for width, height in MATEN:
        path = amsterdam / taal / "berichten" / f"delen-{width}x{height}.png"
        picture = Image.open(path)
        assert picture.size == (width, height) and path.stat().st_size < 60_000
        pixels = picture.convert("RGB")
        corner = 10 if TALEN[taal].richting == "ltr" else width - 10
        assert pixels.getpixel((corner, 10)) == (0xEC, 0, 0) and pixels.getpixel((10, height - 10)) == (255, 255, 255)


def test_every_letter_of_a_picture_is_in_our_fonts(maker: Maker) -> None:
    known = {c for folder in font_folders() for path in folder.glob("*.ttf") for c in TTFont(path).getBestCmap()}
    assert ord("\u6f22") not in known
    for taal in TALEN:
        for one in Overzicht(maker, taal).kanalen[Kanaal.BERICHTEN]:
            said = picture_data(one.tekst, maker.losmaker, NATIONAAL)
            assert {c for c in said["vraag"] + said["naam"] if ord(c) not in known} == set(), (taal, one.tekst.naam)


def test_the_mail_fetches_nothing_and_carries_its_own_style(amsterdam: Path) -> None:
    for taal in ("nl", "ar"):
        source = (amsterdam / taal / "nieuwsbrief" / "nieuwsbrief-2-mail.html").read_text("utf-8")
        root = parse(source)
        assert root.get("lang") == taal and root.get("dir") == TALEN[taal].richting
        assert not root.xpath("//*[@src] | //link[@href] | //script") and "@import" not in source
        assert all(p.get("style") for p in root.xpath("//div[@lang]/p")) and len(root.xpath("//div[@lang]/p")) > 5
        assert "prefers-color-scheme: dark" in source and root.xpath("//table")
        assert len(root.xpath("//h1")) == 1
    assert root.xpath("//div[@dir='rtl' and contains(@style, 'right')]")


def test_a_value_stays_data_in_every_form(project: Project, inhoud: Inhoud) -> None:
    naam = 'A & B <script>x</script> "'
    maker = maker_for(project, inhoud, naam=naam)
    for one in maker.materials("nl"):
        for bestand in one.bestanden:
            if bestand.soort == "html":
                root = parse(bestand.make().decode())
                assert not root.xpath("//script"), bestand.pad
    mail = next(one for one in maker.materials("nl") if one.kanaal == Kanaal.NIEUWSBRIEF)
    assert naam in parse(mail.bestanden[2].make().decode()).text_content()


def test_a_mail_without_any_address_has_no_button(project: Project, inhoud: Inhoud) -> None:
    maker = maker_for(project, inhoud, site_url=None, website="https://www.testdam.nl")
    article = next(one for one in maker.materials("nl") if one.kanaal == Kanaal.NIEUWSBRIEF)
    assert 'href="https://www.testdam.nl' in mail_html(article.tekst, maker.losmaker, NATIONAAL)


def test_the_sheet_for_referrers_is_one_page_with_all_its_words(maker: Maker, amsterdam: Path) -> None:
    for taal in ("nl", "en"):
        reader = PdfReader(amsterdam / taal / "verwijzers" / "verwijzer-blad.pdf")
        assert len(reader.pages) == 1
        found = re.sub(r"\s+", "", reader.pages[0].extract_text())
        (sheet,) = (one for one in maker.materials(taal) if one.tekst.naam == "verwijzer-blad")
        body = html.fragment_fromstring(sheet.tekst.html, create_parent="div").text_content()
        assert [word for word in re.findall(r"\w+", body) if word not in found] == []


def first_of(maker: Maker, kanaal: Kanaal) -> Materiaal:
    return next(one for one in maker.materials("nl") if one.kanaal == kanaal)


def test_plain_text_begins_with_title_or_subject_and_a_message_with_itself(maker: Maker) -> None:
    def plain(kanaal: Kanaal) -> str:
        one = first_of(maker, kanaal)
        return next(b for b in one.bestanden if b.soort == "txt").make().decode()

    assert plain(Kanaal.NIEUWSBRIEF).startswith("Oma kon het niet meer alleen\n\nElke dag")
    assert plain(Kanaal.VERWIJZERS).startswith("Onderwerp: Gezinnen mogen zelf een plan maken")
    assert plain(Kanaal.BERICHTEN).startswith("Wie weet hoe het echt met je gaat?")
    assert "\n> Goed dat u belt." in plain(Kanaal.TELEFOON)


def test_terms_become_a_list_that_every_editor_keeps() -> None:
    terms = "<dl><dt>Kosten</dt><dd>gratis</dd><dt>Open</dt><dd>op <em>maandag</em></dd></dl>"
    listed = "<ul><li><strong>Kosten:</strong> gratis</li><li><strong>Open:</strong> op <em>maandag</em></li></ul>"
    assert plain_lists(terms) == listed


def test_a_letter_that_no_font_has_is_told_and_nothing_breaks(project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    found = write_material(maker_for(project, inhoud, naam="Plan\u6f22dam"), tmp_path)
    assert [melding.code for melding in found] == ["folder-teken"]
    assert "nl/verwijzers/verwijzer-blad.pdf" in found[0].wat
    assert not list(tmp_path.rglob("*.pdf")) and (tmp_path / "nl/brieven/brief-ouders.docx").is_file()
