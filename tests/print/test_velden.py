import io
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Name, String
from pypdf import PdfReader

from tests.print.proefformulier import ZINNEN, dark, form, pictures_of_fields

STANDAARDEN = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def faults(pdf: bytes) -> list[str]:
    return [
        f.rule_id
        for standaard in STANDAARDEN
        for f in page.validate_pdf_bytes(pdf, profile=standaard).failures
        if not f.rule_id.endswith("STREAM-LENGTH-001")
    ]


def test_marked_boxes_become_fields_with_the_names_and_labels_of_the_template(proef: bytes) -> None:
    fields = PdfReader(io.BytesIO(proef)).get_fields() or {}
    assert {naam: (field["/FT"], field["/TU"]) for naam, field in fields.items()} == {
        "vraag": ("/Tx", "Wat moet er anders?"),
        "wie": ("/Tx", "من؟"),
        "ja": ("/Btn", "ኣሎ"),
    }


def test_a_form_stays_accessible_and_keeps(proef: bytes) -> None:
    assert faults(proef) == []


def test_every_field_stands_in_a_tag_of_its_own_and_tabs_follow_the_tags(proef: bytes) -> None:
    with pikepdf.open(io.BytesIO(proef)) as document:
        tagged = [
            str(element.K[0].Obj.T)
            for element in document.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == Name.Form
        ]
        assert sorted(tagged) == ["ja", "vraag", "wie"]
        assert document.pages[0].obj.Tabs == Name.S
        assert not any(
            isinstance(item, pikepdf.Dictionary) and item.get("/S") == Name.Link for item in document.objects
        )


@pytest.mark.parametrize("wat", ["tag", "naam"])
def test_a_field_without_tag_or_name_is_found(proef: bytes, wat: str) -> None:
    """The faults that `faults` must find, or the test above means nothing."""
    with pikepdf.open(io.BytesIO(proef)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and wat == "tag" and item.get("/S") == Name.Form:
                item.S = Name.P
            if isinstance(item, pikepdf.Dictionary) and wat == "naam" and "/TU" in item:
                del item["/TU"]
        out = io.BytesIO()
        document.save(out)
    assert faults(out.getvalue()) == [
        {"tag": "PDFUA1-WIDGET-FORM-TAG-001", "naam": "PDFUA1-FORM-FIELD-TU-ALT-001"}[wat]
    ]


def test_two_fields_with_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wie"):
        form(tmp_path, ("wie", "a", "regel", "9mm"), ("wie", "b", "regel", "9mm"))


def test_the_same_form_has_the_same_bytes(tmp_path: Path) -> None:
    assert form(tmp_path, ("a", "A", "regel", "9mm")) == form(tmp_path, ("a", "A", "regel", "9mm"))


def test_fields_read_from_right_to_left_where_the_language_does(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(form(tmp_path, ("a", "A", "vlak", "20mm"), richting="rtl"))) as document:
        assert document.Root.AcroForm.Fields[0].Q == 2


@pytest.mark.parametrize("taal", ZINNEN)
def test_what_a_program_fills_in_is_kept_and_seen_on_paper(tmp_path: Path, proef: bytes, taal: str) -> None:
    with pikepdf.open(io.BytesIO(proef)) as document:
        for field in document.Root.AcroForm.Fields:
            if str(field.FT) == "/Tx":
                field.V = String(ZINNEN[taal])
            else:
                field.V = field.AS = Name.Ja
        document.Root.AcroForm.NeedAppearances = True
        document.save(tmp_path / "vol.pdf")
    read = PdfReader(tmp_path / "vol.pdf").get_fields() or {}
    assert [read[naam]["/V"] for naam in ("vraag", "wie", "ja")] == [ZINNEN[taal], ZINNEN[taal], "/Ja"]
    letters = len(ZINNEN[taal].replace(" ", ""))
    inside = {naam: dark(picture) for naam, picture in pictures_of_fields(tmp_path / "vol.pdf").items()}
    assert inside["vraag"] > 8 * letters and inside["wie"] > 8 * letters, inside
    assert inside["ja"] > 20


def test_an_empty_field_is_white(tmp_path: Path, proef: bytes) -> None:
    (tmp_path / "leeg.pdf").write_bytes(proef)
    assert {dark(picture) for picture in pictures_of_fields(tmp_path / "leeg.pdf").values()} == {0}
