"""A flyer is set in placeholders and painted afterwards: it comes out as if it had been set in its own colours."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from familiegroepsplan.huisstijl.palet import NATIONAAL, derive_palet
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.compile import compile_loose_pdf
from familiegroepsplan.print.soorten import make_web_pdf
from familiegroepsplan.print.verf import MENGSELS, mengsel_naam, verf
from familiegroepsplan.project import Project
from tests.print.drukvel import rendered
from tests.print.producten import gemeente_with, make

HOUDER = re.compile(rb"0?\.0039\d* 0?\.0078\d* [\d.]+ (?:scn|SCN|rg|RG)\b")
FRESH = """
import json, sys
from pathlib import Path
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.soorten import make_web_pdf
from familiegroepsplan.project import Project
project = Project(Path(sys.argv[1]))
(flyer,) = [one for one in read_flyers(project)[0] if one.naam == sys.argv[2]]
Path(sys.argv[4]).write_bytes(make_web_pdf(flyer, json.loads(Path(sys.argv[3]).read_text("utf-8")), project.flyers))
"""
"""Sets one flyer from its data, in a process that has set nothing before."""


def contents(pdf: bytes) -> bytes:
    """All that draws: pages, and the drawings inside them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = [page.obj.Contents.read_bytes() for page in document.pages]
        forms = [o.read_bytes() for o in document.objects if isinstance(o, pikepdf.Stream) and "/BBox" in o]
    return b"\n".join(pages + forms)


def sheet(folder: Path, text: str, **data: object) -> bytes:
    """A PDF of a template that begins as ours do."""
    path = folder / "vel.typ"
    start = (
        '#set document(title: "x")\n#let gegevens = json("/gegevens.json")\n#let kleur(n) = rgb(gegevens.palet.at(n))\n'
    )
    path.write_text(f'{start}#set text(font: "Noto Sans", fallback: false)\n{text}', "utf-8")
    return compile_loose_pdf(path, {"moment": 0, **data}, root=folder)


@pytest.mark.parametrize("naam", ["familiegroepsplan", "mijn-plan"])
def test_what_was_set_for_others_before_changes_no_byte(
    naam: str, project: Project, inhoud: Inhoud, tmp_path: Path
) -> None:
    for huisstijl in ("rood", "geel", "zonder"):
        gezet = make(project, inhoud, naam, "nl", gemeente_with(tmp_path, huisstijl), tmp_path)
    data, fresh = tmp_path / "gegevens.json", tmp_path / "vers.pdf"
    data.write_text(json.dumps(gezet.gegevens), "utf-8")
    subprocess.run([sys.executable, "-c", FRESH, project.root, naam, data, fresh], check=True)
    assert gezet.pad.read_bytes() == fresh.read_bytes()
    assert not HOUDER.search(contents(gezet.pad.read_bytes()))
    other = make_web_pdf(gezet.flyer, {**gezet.gegevens, "palet": {**verf(derive_palet("#0b1f3a"))}}, project.flyers)
    assert other != fresh.read_bytes()


def test_each_colour_comes_in_its_place_also_where_two_are_the_same(tmp_path: Path) -> None:
    boxes = "".join(f'#rect(fill: kleur("{naam}"), stroke: kleur("b"))\n' for naam in "abc")
    pdf = sheet(tmp_path, boxes, palet={"a": "#ff8000", "b": "#123456", "c": "#ff8000"})
    (page, *_) = rendered(pdf, dpi=30)
    seen = {colour for _, colour in page.getcolors() or ()}
    assert {(255, 128, 0), (0x12, 0x34, 0x56)} <= seen
    assert not HOUDER.search(contents(pdf))


def test_a_picture_in_the_colour_of_a_placeholder_keeps_it(tmp_path: Path) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='#010200'/></svg>"
    picture = f'#image(bytes("{svg}"), width: 20mm, alt: "Logo EMC >> BDC")'
    pdf = sheet(tmp_path, f'#rect(fill: kleur("a"))\n{picture}\n#rect(fill: kleur("a"))', palet={"a": "#ff8000"})
    assert len(HOUDER.findall(contents(pdf))) == 1
    (page, *_) = rendered(pdf, dpi=30)
    assert {(1, 2, 0), (255, 128, 0)} <= {colour for _, colour in page.getcolors() or ()}


def test_mixtures_are_those_that_typst_makes(tmp_path: Path) -> None:
    palets = [NATIONAAL, *map(derive_palet, ("#ec0000", "#ffe600", "#0b1f3a", "#009fe3", "#00ff00"))]
    wanted = [(p.kleuren()[een], deel, p.kleuren()[ander]) for p in palets for een, deel, ander in MENGSELS]
    mixed = "color.mix((rgb(een), deel * 1%), (rgb(ander), 100% - deel * 1%))"
    mix = f"#for (een, deel, ander) in gegevens.paren {{ rect(fill: {mixed}, stroke: none, height: 1mm) }}"
    drawn = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) scn", contents(sheet(tmp_path, mix, paren=wanted)))
    ours = [verf(palet)[mengsel_naam(*mengsel)] for palet in palets for mengsel in MENGSELS]
    assert len(drawn) == len(ours)
    for theirs, own in zip(drawn, ours, strict=True):
        parts = [int(own[at : at + 2], 16) for at in (1, 3, 5)]
        assert all(abs(float(a) * 255 - b) < 1.01 for a, b in zip(theirs, parts, strict=True)), (theirs, own)


def test_beside_the_colour_of_buttons_stands_another() -> None:
    assert verf(derive_palet("#ec0000", "#004699"))["naast_knop"] == "#004699"
    palet = derive_palet("#0b1f3a")
    assert palet.accent == palet.knop != verf(palet)["naast_knop"]


COUNTED = re.compile(
    r"\bcolor\.mix|gradient\.|\.(?:lighten|darken|mix|transparentize|opacify|saturate|desaturate|rotate|negate|components)\("
)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ('color.mix((kleur("merk"), 50%), white)', True),
        ('kleur("merk").lighten(20%)', True),
        ("gradient.linear(kleur(a), white)", True),
        ('rect(fill: kleur("merk")) + rotate(-3deg, box())', False),
    ],
)
def test_reckoning_with_colours_is_seen(text: str, counts: bool) -> None:
    assert bool(COUNTED.search(text)) is counts


def test_no_layout_reckons_with_colours_itself(project: Project) -> None:
    sources = {path.name: path.read_text("utf-8") for path in project.flyers.rglob("*.typ")}
    code = {name: re.sub(r"(?m)^//.*$", "", text) for name, text in sources.items()}
    assert len(code) > 10
    assert [name for name, text in code.items() if COUNTED.search(text)] == []
