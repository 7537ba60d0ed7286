"""A small form for tests, and what is drawn in its fields."""

import io
import json
import subprocess
from functools import partial
from pathlib import Path

import pikepdf
from PIL import Image

from familiegroepsplan.print.compile import painted, typeset_pdf
from familiegroepsplan.print.velden import place_fields
from familiegroepsplan.taal import Richting

ZINNEN = {
    "nl": "Opa Jan en tante Zoë, € 5",
    "ar": "جدي وخالتي يساعدان",
    "ti": "ኣቦሓጎ ምስ ኣኮ ይሕግዙ",
    "uk": "Бабуся Олена їде",
    "tr": "Büyükanne İlknur ve ağabey Işık",
    "fa": "پدربزرگ و گلی چای",
    "pl": "Ciocia Małgośka z Łodzi",
}


def link(naam: str, label: str, soort: str, hoogte: str) -> str:
    velddata = json.dumps({"naam": naam, "label": label, "soort": soort}, ensure_ascii=False)
    return f"#link({json.dumps('veld:' + velddata, ensure_ascii=False)}, rect(width: 100%, height: {hoogte}))\n"


def form(folder: Path, *velden: tuple[str, str, str, str], richting: Richting = "ltr") -> bytes:
    """A form of one page with these fields: (naam, label, soort, hoogte)."""
    path = folder / "formulier.typ"
    path.write_text(
        "#set page(width: 210mm, height: 148mm, margin: 15mm)\n"
        '#set document(title: "Proef")\n#set text(font: "Noto Sans", fallback: false, lang: "nl")\n= Proef\n'
        + "".join(link(*veld) for veld in velden),
        "utf-8",
    )
    pdf = typeset_pdf(path, {"moment": 0}, root=folder)
    return painted(pdf, {}, partial(place_fields, richting=richting))


def pictures_of_fields(path: Path) -> dict[str, Image.Image]:
    """What poppler draws inside each field of the first page, at 100 dpi and without the border."""
    png = subprocess.run(["pdftoppm", "-r", "100", "-png", path], capture_output=True, check=True).stdout
    sheet = Image.open(io.BytesIO(png)).convert("L")
    with pikepdf.open(path) as document:
        boxes = {str(field.T): [float(v) * 100 / 72 for v in field.Rect] for field in document.Root.AcroForm.Fields}
    return {
        n: sheet.crop((int(x0) + 3, int(sheet.height - y1) + 3, int(x1) - 2, int(sheet.height - y0) - 2))
        for n, (x0, y0, x1, y1) in boxes.items()
    }


def dark(picture: Image.Image) -> int:
    return sum(picture.histogram()[:128])
