"""The flyers that families get, as files: made from the texts of the project, looked at by poppler."""

import io
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.markup.extension import render
from familiegroepsplan.print.flyer import Flyer, Formaat, read_flyers
from familiegroepsplan.print.folder import Werkplaats
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN
from tests.conftest import ROOT
from tests.print.folderproef import MM, SITE, Proef, Vak, boxes, extracted, gemeente_of, words

FLYERS = [flyer.naam for flyer in read_flyers(Project(ROOT))[0]]
LANGUAGES_IN_SAMPLE = ("nl", "ar", "ti")


@pytest.fixture(scope="session")
def proef(project: Project, inhoud: Inhoud, tmp_path_factory: pytest.TempPathFactory) -> Proef:
    return Proef(project, inhoud, Werkplaats(project.flyers, tmp_path_factory.mktemp("cache")))


def source_words(flyer: Flyer, taal: str, inhoud: Inhoud) -> list[str]:
    """The words of its blocks, titles too, by the site's own Markdown."""
    found = []
    for naam in flyer.blokken:
        blok = inhoud.blokken[taal][naam]
        html = render(blok.tekst, taal=taal, begrippen={}, woorden=_LABELS)
        found += words(blok.kop.titel) + words(_without_tags(html))
    return found


_LABELS = {"verzonnen": "", "voorbeeld": "", "tabel": ""}


def _without_tags(html: str) -> str:
    from lxml import html as parser

    return " ".join(parser.fragment_fromstring(html, create_parent="div").itertext())


def check_words(proef: Proef, naam: str, taal: str, tmp_path: Path) -> None:
    source = Counter(source_words(proef.flyer(naam), taal, proef.inhoud))
    found = Counter(words(extracted(proef.pdf(naam, taal, gemeente_of(tmp_path)))))
    there = sum((source & found).values()) / sum(source.values())
    assert there >= (0.85 if TALEN[taal].richting == "rtl" else 0.99), f"{there:.3f}: {list(source - found)[:20]}"


@pytest.mark.parametrize("taal", LANGUAGES_IN_SAMPLE)
@pytest.mark.parametrize("naam", ["familiegroepsplan", "wie-zijn-er-voor-je", "poster-a4"])
def test_every_word_of_the_texts_is_in_the_pdf(proef: Proef, naam: str, taal: str, tmp_path: Path) -> None:
    check_words(proef, naam, taal, tmp_path)


@pytest.mark.volledig
@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("naam", FLYERS)
def test_every_word_of_every_flyer_in_every_language(proef: Proef, naam: str, taal: str, tmp_path: Path) -> None:
    check_words(proef, naam, taal, tmp_path)


def first_word_of(proef: Proef, blok: str, taal: str, found: list[Vak]) -> Vak:
    """Where the title of a block stands: the run of words most like it (Arabic words may come out in other forms)."""
    title = words(proef.inhoud.blokken[taal][blok].kop.titel)
    flat = [(word, vak) for vak in found for word in words(vak.tekst)]
    runs = [flat[at : at + len(title)] for at in range(len(flat) - len(title) + 1)]
    alike = [sum((Counter(title) & Counter(word for word, _ in run)).values()) for run in runs]
    assert max(alike) > len(title) / 2, title
    return runs[alike.index(max(alike))][0][1]


VOUWBLAD = {
    "folder-plan-voor": (0, 197, 297),
    "folder-plan-wat": (0, 0, 97),
    "folder-plan-vraag": (0, 97, 197),
    "folder-plan-recht": (1, 0, 100),
    "folder-plan-voordelen": (1, 100, 200),
    "folder-plan-hulp": (1, 200, 297),
}
"""Page and edges in mm of the panel in which each block stands, from left to right (Dutch)."""


@pytest.mark.parametrize("taal", ["nl", "ti", "ar"])
def test_panels_stand_where_the_sheet_is_folded_and_are_mirrored_for_arabic(
    proef: Proef, taal: str, tmp_path: Path
) -> None:
    found = boxes(proef.pdf("familiegroepsplan", taal, gemeente_of(tmp_path)))
    rtl = TALEN[taal].richting == "rtl"
    for blok, (page, left, right) in VOUWBLAD.items():
        edges = (297 - right, 297 - left) if rtl else (left, right)
        vak = first_word_of(proef, blok, taal, found)
        assert vak.bladzijde == page, blok
        assert edges[0] + 8 < vak.links and vak.rechts < edges[1] - 8, (blok, vak)


@pytest.mark.parametrize("taal", ["nl", "ar"])
def test_no_word_comes_near_a_fold_or_an_edge(proef: Proef, taal: str, tmp_path: Path) -> None:
    dutch = {0: (97, 197), 1: (100, 200)}
    folds = {page: tuple(297 - x for x in xs) for page, xs in dutch.items()} if taal == "ar" else dutch
    for naam in ("familiegroepsplan", "eerlijk-gezegd"):
        for vak in boxes(proef.pdf(naam, taal, gemeente_of(tmp_path))):
            edges = (0, *folds[vak.bladzijde], 297)
            assert all(vak.rechts < x - 6 or vak.links > x + 6 for x in edges), (naam, vak)
            assert vak.boven > 5 and vak.onder < 205, (naam, vak)


SIZES = {Formaat.VOUWBLAD: (297, 210), Formaat.A5: (148, 210), Formaat.A4: (210, 297), Formaat.A3: (297, 420)}


@pytest.mark.parametrize("naam", [naam for naam in FLYERS if naam != "mijn-plan"])
def test_sheets_have_their_size_and_number(proef: Proef, naam: str, tmp_path: Path) -> None:
    import pikepdf

    formaat = proef.flyer(naam).kop.formaat
    with pikepdf.open(io.BytesIO(proef.pdf(naam, "nl", gemeente_of(tmp_path)))) as pdf:
        assert len(pdf.pages) == (1 if formaat in (Formaat.A4, Formaat.A3) else 2)
        for page in pdf.pages:
            box = [float(value) / MM for value in page.trimbox]
            assert (box[2] - box[0], box[3] - box[1]) == pytest.approx(SIZES[formaat], abs=0.2)


@pytest.mark.parametrize("taal", ["nl", "fa"])
def test_the_code_leads_to_the_page_in_that_language(proef: Proef, taal: str, tmp_path: Path) -> None:
    pdf = proef.pdf("basisvragen", taal, gemeente_of(tmp_path))
    (tmp_path / "b.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-f", "2", "-l", "2", "b.pdf", "b"], cwd=tmp_path, check=True)
    with Image.open(next(tmp_path.glob("b-*.png"))) as page:
        codes = [code.text for code in zxingcpp.read_barcodes(page)]
    folder = "" if taal == "nl" else f"{taal}/"
    assert codes == [f"https://plan.example/utrecht/{folder}{proef.flyer('basisvragen').kop.pagina}/"]


def test_without_a_site_the_code_leads_to_the_website(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path, "")
    pdf = proef.pdf("poster-a4", "nl", gemeente)
    assert "utrecht.nl" in extracted(pdf)


def test_a_number_reads_from_left_to_right_in_arabic(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path, SITE + 'toegang: {naam: Buurtteam, telefoon: "030 555 67 89"}\n')
    found = boxes(proef.pdf("een-plan-en-dan", "ar", gemeente))
    digits = [vak for vak in found if vak.tekst in {"030", "555", "67", "89"}]
    assert [vak.tekst for vak in sorted(digits, key=lambda vak: vak.links)] == ["030", "555", "67", "89"]


def test_example_data_and_concept_translations_say_so(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path, SITE + "voorbeeld: ja\n")
    for naam in ("familiegroepsplan", "poster-a3", "een-plan-en-dan"):
        assert "Voorbeeld" in extracted(proef.pdf(naam, "nl", gemeente))
    concept = words(proef.inhoud.woord("melding.concept", "tr"))
    assert set(concept) <= set(words(extracted(proef.pdf("poster-a4", "tr", gemeente))))


def test_a_provider_sends_it_too_and_its_contact_comes_first(proef: Proef, tmp_path: Path) -> None:
    extra = SITE + "toegang: {naam: Buurtteam}\naanbieders:\n  - {naam: Stichting Samen, telefoon: '030 111 22 33'}\n"
    text = extracted(proef.pdf("een-plan-en-dan", "nl", gemeente_of(tmp_path, extra), "Stichting Samen"))
    front, back = text.split("\f")[:2]
    assert "Stichting Samen" in front and "Utrecht" in front
    assert back.index("030 111 22 33") < back.index("Buurtteam")


def test_letters_are_embedded_and_never_below_nine_and_a_half_points(proef: Proef, tmp_path: Path) -> None:
    (tmp_path / "e.pdf").write_bytes(proef.pdf("eerlijk-gezegd", "pl", gemeente_of(tmp_path)))
    fonts = subprocess.run(["pdffonts", "e.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    rows = fonts.splitlines()[2:]
    assert rows and all(row.split()[-5] == "yes" for row in rows), fonts
