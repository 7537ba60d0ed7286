"""A sheet with everything that a press has to convert, and ways to look at what came of it."""

import base64
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image

from familiegroepsplan.print.compile import compile_loose_pdf, compile_pdf

CMYK_PROFIEL = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
"""A press profile that anyone may use; it comes with Ghostscript."""

LOGO = """<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'><defs><linearGradient id='a'>
<stop offset='0' stop-color='#ff0000'/><stop offset='1' stop-color='#00aa00' stop-opacity='.4'/></linearGradient></defs>
<rect width='50' height='50' fill='url(#a)'/><circle cx='75' cy='25' r='20' fill='#0066cc' opacity='.5'/>
<image width='20' height='20' href='data:image/png;base64,PICTURE'/></svg>"""

VEL = """#set document(title: "Proef")
#set text(font: "Noto Sans", fallback: false, lang: "nl", fill: rgb("#1a1a1a"))
#let gegevens = json("/gegevens.json")
#set page(width: 148mm, height: 210mm, margin: 0mm, bleed: gegevens.afloop * 1mm)
#let vlak(kleur) = place(top + left, dx: -3mm, dy: -3mm, pdf.artifact(rect(width: 154mm, height: 216mm, fill: kleur)))
#vlak(rgb("#ec0000"))
#place(top + left, dx: 20mm, dy: 20mm, block(fill: white, width: 100mm, inset: 5mm)[
  = Voorkant
  Zwarte letters. #link("https://voorbeeld.nl")[Een link]. #text(fill: rgb("#777777"))[Grijs].
])
#place(top + left, dx: 20mm, dy: 80mm, pdf.artifact(rect(width: 30mm, height: 9mm, fill: gradient.linear(red, blue))))
#place(top + left, dx: 20mm, dy: 100mm, pdf.artifact(rect(width: 30mm, height: 9mm, fill: gradient.radial(red, blue))))
#place(top + left, dx: 20mm, dy: 120mm, pdf.artifact(rect(
  width: 30mm, height: 9mm, fill: tiling(size: (5mm, 5mm), circle(radius: 2mm, fill: aqua)),
)))
#place(top + left, dx: 20mm, dy: 140mm, image(bytes(gegevens.logo), format: "svg", width: 40mm, alt: "Logo"))
EXTRA
#pagebreak()
#vlak(rgb("#0066cc"))
#place(top + left, dx: 20mm, dy: 20mm, block(fill: white, inset: 5mm)[== Achterkant])
"""


def logo() -> str:
    out = io.BytesIO()
    picture = Image.new("RGBA", (40, 40), (200, 30, 30, 128))
    picture.paste((20, 80, 200, 255), (10, 10, 30, 30))
    picture.save(out, "PNG")
    return LOGO.replace("PICTURE", base64.b64encode(out.getvalue()).decode())


def sheet(folder: Path, *, afloop: int, extra: str = "") -> bytes:
    """The sheet with a bleed in mm: as a web PDF without, for the press with."""
    path = folder / "vel.typ"
    path.write_text(VEL.replace("EXTRA", extra), "utf-8")
    data = {"moment": 0, "afloop": afloop, "logo": logo()}
    return compile_loose_pdf(path, data, root=folder) if afloop else compile_pdf(path, data, root=folder)


def rgb_objects(pdf: bytes) -> list[str]:
    """Everything in the file that still is a colour of light, wherever it hides."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [name for page in document.pages for name in _operators(page.obj)]
        for item in document.objects:
            if isinstance(item, pikepdf.Stream) and (item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1):
                found += _operators(item)
            found += _spaces(item)
    return found


def _operators(content: pikepdf.Object) -> Iterator[str]:
    for instruction in pikepdf.parse_content_stream(content):
        if str(instruction.operator) in {"rg", "RG", "ri"}:
            yield str(instruction.operator)


def _spaces(item: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """The colour spaces of light named in an object: directly, in arrays, in dictionaries inside it."""
    if isinstance(item, pikepdf.Name) and str(item) in {"/DeviceRGB", "/CalRGB", "/Lab"}:
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        if len(item) == 2 and item[0] == "/ICCBased" and item[1].get("/N") == 3:
            yield "ICC RGB"
        if depth < 8:
            for one in item:
                yield from _spaces(one, depth + 1) if _is_own(one) else ()
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        if item.get("/ShadingType") and any(len(c) == 3 for c in _ends(item.get("/Function"))):
            yield "verloop"
        if depth < 8:
            for key in item.keys():  # noqa: SIM118 - a PDF object is no mapping
                one = item[key]
                yield from _spaces(one, depth + 1) if _is_own(one) else ()


def _is_own(item: object) -> bool:
    """Whether it stands in its holder itself; what has a number of its own is looked at by itself."""
    return isinstance(item, pikepdf.Object) and not item.is_indirect


def _ends(function: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    if isinstance(function, pikepdf.Dictionary):
        if "/C0" in function:
            yield function.C0
        for part in function.get("/Functions", ()):
            yield from _ends(part)


def rendered(pdf: bytes, dpi: int = 254) -> list[Image.Image]:
    """Every page as poppler draws it; at 254 dpi ten pixels are a millimetre."""
    done = subprocess.run(["pdftoppm", "-r", str(dpi), "-"], input=pdf, capture_output=True, check=True)
    data, pictures = io.BytesIO(done.stdout), []
    while data.tell() < len(done.stdout):
        header = [data.readline() for _ in range(3)]
        width, height = map(int, header[1].split())
        pictures.append(Image.frombytes("RGB", (width, height), data.read(3 * width * height)))
    return pictures


def plates(pdf: bytes, folder: Path, dpi: int = 100) -> dict[str, Image.Image]:
    """The four plates of the first page, as Ghostscript separates them: 0 is full ink, 255 none."""
    (folder / "pers.pdf").write_bytes(pdf)
    options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dLastPage=1", "-sDEVICE=tiffsep", f"-r{dpi}"]
    files = [f"-sOutputFile={folder}/plaat.tif", f"{folder}/pers.pdf"]
    subprocess.run(["gs", *options, *files], check=True, capture_output=True)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return {name: Image.open(folder / f"plaat({name}).tif").convert("L") for name in names}
