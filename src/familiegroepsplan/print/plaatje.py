"""The picture of a flyer for the site: what one sees first of it, small, from the same source."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from familiegroepsplan.print.compile import compile_png
from familiegroepsplan.print.flyer import Flyer, Formaat
from familiegroepsplan.print.folder import Soort
from familiegroepsplan.taal import TALEN

BREEDTE = 400
"""Pixels: twice what the site shows, for sharp screens."""

_GEZICHT_MM = {
    Formaat.VOUWBLAD: (100, 210),
    Formaat.A5: (148, 210),
    Formaat.A4: (210, 297),
    Formaat.A3: (297, 420),
    Formaat.FORMULIER: (210, 297),
}
"""Width and height of what one sees first: of a folded sheet the cover."""


def picture_height(formaat: Formaat) -> int:
    """How high the picture is, in pixels."""
    breed, hoog = _GEZICHT_MM[formaat]
    return round(BREEDTE * hoog / breed)


def make_picture(flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The face of the flyer as WebP: the first page, of a folded sheet the cover alone."""
    breed, _ = _GEZICHT_MM[flyer.kop.formaat]
    (first, *_rest) = compile_png(flyer.sjabloon, gegevens, root=root, ppi=BREEDTE / breed * 25.4)
    with Image.open(io.BytesIO(first)) as page:
        picture = page.convert("RGB")
    left = 0 if TALEN[gegevens["taal"]].richting == "rtl" else picture.width - BREEDTE
    picture = picture.crop((left, 0, left + BREEDTE, picture_height(flyer.kop.formaat)))
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=72, method=4)
    return out.getvalue()


PLAATJE = Soort("plaatje", "beeld", ".webp", make_picture)
"""The picture that the site shows."""
