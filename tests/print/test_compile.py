from pathlib import Path

import pikepdf
import pytest

from familiegroepsplan.print.compile import PastNiet, Tekenfout, Zetfout, compile_pdf, compile_png

HUIS = Path(__file__).resolve().parents[2] / "content" / "flyers" / "_huis"
VEL = '#set page(width: 100mm, height: 60mm, margin: 5mm)\n#set document(title: "Proef")\n'
LETTERS = '#set text(font: ("Noto Sans", "Noto Sans Ethiopic", "Vazirmatn NL"), fallback: false, lang: "nl")\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "maat.typ").write_bytes((HUIS / "maat.typ").read_bytes())
    return tmp_path


def template(root: Path, text: str) -> Path:
    path = root / "proef.typ"
    path.write_text(VEL + LETTERS + text, "utf-8")
    return path


def test_a_pdf_says_that_it_is_accessible_and_keeps(root: Path) -> None:
    pdf = compile_pdf(template(root, "= Kop\nTekst"), {"moment": 0}, root=root)
    (root / "uit.pdf").write_bytes(pdf)
    with pikepdf.open(root / "uit.pdf") as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang).startswith("nl")


def test_the_same_input_gives_the_same_bytes(root: Path) -> None:
    path = template(root, '= Kop\n#json("/gegevens.json").tekst')
    data = {"moment": 0, "tekst": "Één"}
    assert compile_pdf(path, data, root=root) == compile_pdf(path, data, root=root)


def test_a_letter_that_no_font_has_stops_the_flyer(root: Path) -> None:
    with pytest.raises(Tekenfout):
        compile_pdf(template(root, "= Kop\n漢字"), {"moment": 0}, root=root)


def test_a_font_that_is_not_there_stops_the_flyer(root: Path) -> None:
    with pytest.raises(Tekenfout):
        compile_png(template(root, '#set text(font: "Bestaat niet")\n= Kop'), {"moment": 0}, root=root, ppi=20)


def test_a_picture_without_alternative_text_stops_the_flyer(root: Path) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>"
    with pytest.raises(Zetfout, match="alt"):
        compile_pdf(template(root, f'= Kop\n#image(bytes("{svg}"), format: "svg")'), {"moment": 0}, root=root)


def test_panels_that_are_too_full_are_named_with_the_measure(root: Path) -> None:
    text = """#import "maat.typ": *
#context {
  let vol = (naam: "binnen links", breedte: 50mm, hoogte: 20mm, inhoud: s => text(size: s.m, lorem(60)))
  let goed = (naam: "voorkant", breedte: 50mm, hoogte: 20mm, inhoud: s => text(size: s.m)[kort])
  let s = kies((vol, goed), stappen(11pt))
  (vol.inhoud)(s)
}"""
    with pytest.raises(PastNiet) as caught:
        compile_pdf(template(root, text), {"moment": 0}, root=root)
    (overloop,) = caught.value.overlopen
    assert overloop.paneel == "binnen links"
    assert 5 < overloop.mm < 100


def test_a_letter_grows_smaller_before_a_panel_is_refused(root: Path) -> None:
    text = """#import "maat.typ": *
#context {
  let p = (naam: "p", breedte: 50mm, hoogte: HOOGTE, inhoud: s => text(size: s.m, lorem(25)))
  [#kies((p,), stappen(11pt)).m.pt()]
}"""

    def chosen(height: str) -> bytes:
        return compile_png(template(root, text.replace("HOOGTE", height)), {"moment": 0}, root=root, ppi=40)[0]

    assert chosen("60mm") != chosen("27mm")


def test_the_style_is_the_roomiest_in_which_all_panels_fit(root: Path) -> None:
    """The search measures few styles; here every style is measured, for rooms from just enough to ample."""
    text = """#import "maat.typ": *
#context for h in range(68, 150, step: 6) {
  let panelen = (20, 31, 12).map(n => (
    naam: str(n), breedte: 50mm, hoogte: h * 1mm,
    inhoud: s => text(size: s.m, stretch: s.b, { lorem(n); v(6mm * s.w); lorem(n) }),
  ))
  let stijlen = stappen(13pt)
  let alle = stijlen.filter(s => panelen.all(p => te-veel(p, s) <= 0.01pt))
  assert.eq(kies(panelen, stijlen), alle.first())
  [#h ]
}"""
    assert compile_pdf(template(root, text + "\n= Kop"), {"moment": 0}, root=root)


def test_a_title_is_the_largest_that_fits(root: Path) -> None:
    text = """#import "maat.typ": *
#context for h in range(10, 80, step: 3) {
  let zet(maat) = text(size: maat, [Samen maken we een plan dat bij je past])
  let maten = range(0, 9).map(i => 30pt - i * 1.8pt)
  let passen = maten.filter(m => gemeten(60mm, zet(m)).height <= h * 1mm)
  assert.eq(passend(60mm, h * 1mm, maten, zet), passen.at(0, default: maten.last()))
}"""
    assert compile_pdf(template(root, text + "\n= Kop"), {"moment": 0}, root=root)
