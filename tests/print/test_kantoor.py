import io
import subprocess

import page
import pikepdf
import pytest

from familiegroepsplan.print.flyer import Formaat
from familiegroepsplan.print.kantoor import office_pdf
from familiegroepsplan.print.pers import MM
from tests.print.drukvel import rendered, sheet


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sheet(tmp_path_factory.mktemp("vel"), afloop=0)


def test_an_a5_comes_twice_on_each_side_of_an_a4(web: bytes) -> None:
    pdf = office_pdf(web, Formaat.A5)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        sizes = [[float(v) / MM for v in sheet.mediabox] for sheet in document.pages]
    assert sizes == [pytest.approx([0, 0, 297, 210], abs=0.01)] * 2
    for number, word in ((1, "Voorkant"), (2, "Achterkant")):
        command = ["pdftotext", "-f", str(number), "-l", str(number), "-", "-"]
        text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
        assert text.count(word) == 2


@pytest.mark.parametrize("formaat", [Formaat.A5, Formaat.A4])
def test_an_edge_of_5_mm_stays_white_and_nothing_shrinks(web: bytes, formaat: Formaat) -> None:
    for picture in rendered(office_pdf(web, formaat)):
        width, height = picture.size
        edges = [(0, 0, width, 49), (0, height - 49, width, height), (0, 0, 49, height), (width - 49, 0, width, height)]
        assert all(picture.crop(edge).getextrema() == ((255, 255),) * 3 for edge in edges)
        assert picture.getpixel((60, height // 2)) != (255, 255, 255)
    front = rendered(office_pdf(web, formaat))[0]
    left = (front.width - (2 if formaat is Formaat.A5 else 1) * 1480) // 2
    assert front.getpixel((left + 215, 215)) == (255, 255, 255)
    assert front.getpixel((left + 185, 215)) != (255, 255, 255)


def test_what_is_on_its_own_sheet_stays_accessible(web: bytes) -> None:
    report = page.validate_pdf_bytes(office_pdf(web, Formaat.A4), profile=page.ValidationProfile.PDF_UA_1)
    assert [f.rule_id for f in report.failures] == []


@pytest.mark.parametrize("formaat", [Formaat.A5, Formaat.VOUWBLAD])
def test_the_print_dialog_is_asked_for_100_percent(web: bytes, formaat: Formaat) -> None:
    with pikepdf.open(io.BytesIO(office_pdf(web, formaat))) as document:
        assert str(document.Root.ViewerPreferences.PrintScaling) == "/None"
        assert str(document.docinfo.Title) == "Proef"


def test_the_same_input_gives_the_same_bytes(web: bytes) -> None:
    assert office_pdf(web, Formaat.A5) == office_pdf(web, Formaat.A5)
