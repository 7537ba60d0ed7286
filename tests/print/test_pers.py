import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from familiegroepsplan.print.drukinstructie import print_note, vouwen
from familiegroepsplan.print.drukkleur import OnbekendeKleur
from familiegroepsplan.print.flyer import Formaat
from familiegroepsplan.print.inkt import Drukprofiel, Inkt, ProfielFout, read_drukprofiel
from familiegroepsplan.print.pers import MM, Vouwen, press_pdf
from tests.print.drukvel import CMYK_PROFIEL, plates, rendered, rgb_objects, sheet

PROFIEL = read_drukprofiel(CMYK_PROFIEL.read_bytes())


def extremes(picture: Image.Image, box: tuple[float, float, float, float], dpi: int = 100) -> tuple[int, int]:
    """The darkest and the lightest shade (0 to 255) in a box given in mm from the upper left corner of the sheet."""
    x0, y0, x1, y1 = (round(mm * dpi / 25.4) for mm in box)
    shades = [shade for shade, count in enumerate(picture.convert("L").crop((x0, y0, x1, y1)).histogram()) if count]
    return shades[0], shades[-1]


@pytest.fixture(scope="module")
def set_with_bleed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sheet(tmp_path_factory.mktemp("vel"), afloop=3)


@pytest.fixture(scope="module", params=[None, PROFIEL], ids=["zonder profiel", "met profiel"])
def pers(request: pytest.FixtureRequest, set_with_bleed: bytes) -> bytes:
    return press_pdf(set_with_bleed, request.param, Vouwen(((50.0,),)))


def test_no_colour_of_light_is_left(set_with_bleed: bytes, pers: bytes) -> None:
    assert {"ICC RGB", "verloop"} <= set(rgb_objects(set_with_bleed))
    assert rgb_objects(pers) == []


def test_boxes_are_the_sheet_its_bleed_and_its_cut(pers: bytes) -> None:
    with pikepdf.open(io.BytesIO(pers)) as document:
        for page in document.pages:
            boxes = {name: [float(v) / MM for v in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")}
            assert boxes["/MediaBox"] == pytest.approx([0, 0, 168, 230], abs=0.01)
            assert boxes["/TrimBox"] == pytest.approx([10, 10, 158, 220], abs=0.01)
            assert boxes["/BleedBox"] == pytest.approx([7, 7, 161, 223], abs=0.01)


def test_colour_runs_to_the_bleed_and_marks_stand_beyond_it(pers: bytes) -> None:
    front, back = rendered(pers)
    assert front.size == pytest.approx((1680, 2300), abs=1)
    assert extremes(front, (7.5, 100, 8, 101), 254)[1] < 200
    assert extremes(front, (5, 100, 6.5, 101), 254)[0] == 255
    corners = [(10, 4), (158, 4), (4, 10), (4, 220), (164, 10), (10, 226)]
    for page in (front, back):
        assert all(extremes(page, (x - 0.3, y - 0.3, x + 0.4, y + 0.4), 254)[0] < 120 for x, y in corners)
    fold = (59.7, 1, 60.4, 6)
    assert extremes(front, fold, 254)[0] < 120
    assert extremes(back, fold, 254)[0] == 255


def test_black_letters_and_grey_are_on_the_black_plate_alone(pers: bytes, tmp_path: Path) -> None:
    found = plates(pers, tmp_path)
    letters, ground = (33, 33, 120, 44), (12, 200, 40, 215)
    assert extremes(found["Black"], letters)[0] < 40
    assert all(extremes(found[plate], letters)[0] > 245 for plate in ("Cyan", "Magenta", "Yellow"))
    assert extremes(found["Magenta"], ground)[1] < 60


def test_nothing_to_click_and_no_tags_are_left(pers: bytes) -> None:
    with pikepdf.open(io.BytesIO(pers)) as document:
        assert not any("/Annots" in page.obj for page in document.pages)
        assert "/StructTreeRoot" not in document.Root and "/AcroForm" not in document.Root


def test_every_font_is_inside(pers: bytes) -> None:
    with pikepdf.open(io.BytesIO(pers)) as document:
        found = [
            o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert found and all("/FontFile2" in font or "/FontFile3" in font for font in found)


def test_with_a_profile_the_file_is_pdf_x4(set_with_bleed: bytes) -> None:
    with pikepdf.open(io.BytesIO(press_pdf(set_with_bleed, PROFIEL, Vouwen()))) as document:
        (intent,) = document.Root.OutputIntents
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFX", 4)
        assert intent.DestOutputProfile.read_bytes() == CMYK_PROFIEL.read_bytes()
        assert str(document.docinfo.Trapped) == "/False"
        assert document.pdf_version == "1.6"
        with document.open_metadata() as xmp:
            assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID"):
                assert xmp[key]


def test_without_a_profile_it_does_not_say_so(set_with_bleed: bytes) -> None:
    pdf = press_pdf(set_with_bleed, None, Vouwen())
    assert b"PDFX" not in pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/OutputIntents" not in document.Root


def test_the_same_input_gives_the_same_bytes(set_with_bleed: bytes) -> None:
    assert press_pdf(set_with_bleed, PROFIEL, Vouwen()) == press_pdf(set_with_bleed, PROFIEL, Vouwen())


def test_what_cannot_be_converted_stops_the_file(tmp_path: Path) -> None:
    extra = "#place(top + left, pdf.artifact(rect(width: 9mm, height: 9mm, fill: gradient.conic(red, blue))))"
    with pytest.raises(OnbekendeKleur):
        press_pdf(sheet(tmp_path, afloop=3, extra=extra), None, Vouwen())


@pytest.mark.parametrize(
    ("rgb", "ink"),
    [
        ((0.1, 0.1, 0.1), (0, 0, 0, 1)),
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0.5, 0.5, 0.5), (0, 0, 0, 0.5)),
        ((1, 0, 0), (0, 1, 1, 0)),
        ((0, 0, 0.5), (1, 1, 0, 0.5)),
    ],
)
def test_the_plain_formulas(rgb: tuple[float, float, float], ink: tuple[float, float, float, float]) -> None:
    assert Inkt(None).kleur(rgb) == pytest.approx(ink)
    picture = Inkt(None).beeld(Image.new("RGB", (2, 2), tuple(round(255 * part) for part in rgb)))
    assert picture.mode == "CMYK"
    if rgb not in ((0.1, 0.1, 0.1),):
        assert [part / 255 for part in picture.tobytes()[:4]] == pytest.approx(ink, abs=0.02)


def test_a_profile_gives_other_ink_than_the_plain_formulas() -> None:
    red = (0.93, 0.0, 0.0)
    assert Inkt(PROFIEL).kleur(red) != Inkt(None).kleur(red)
    assert Inkt(PROFIEL).kleur((0.1, 0.1, 0.1)) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    "data", [b"", b"geen profiel", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()]
)
def test_a_file_that_is_no_profile_of_a_press_is_refused(data: bytes) -> None:
    with pytest.raises(ProfielFout):
        read_drukprofiel(data)


def test_folds_are_mirrored_for_a_language_from_right_to_left() -> None:
    assert vouwen(Formaat.VOUWBLAD, "ltr").per_bladzijde == ((97, 197), (100, 200))
    assert vouwen(Formaat.VOUWBLAD, "rtl").per_bladzijde == ((100, 200), (97, 197))
    assert vouwen(Formaat.A5, "ltr").on(0) == ()


@pytest.mark.parametrize("formaat", Formaat)
def test_the_note_for_the_printer_says_what_he_must_know(formaat: Formaat) -> None:
    note = print_note("Mijn plan", "Amsterdam", formaat, "ar", None)
    for word in (
        "Formaat:",
        "Papier:",
        "Afloop:",
        "3 mm",
        "CMYK zonder profiel",
        "Arabisch, leest van rechts naar links",
    ):
        assert word in note
    assert ("vouw" in note) == (formaat in (Formaat.VOUWBLAD, Formaat.FORMULIER))
    profiel = Drukprofiel(b"", "PSO Coated")
    assert "PSO Coated; PDF/X-4" in print_note("Mijn plan", "Amsterdam", formaat, "nl", profiel.naam)
