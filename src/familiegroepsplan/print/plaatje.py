"""The picture of a flyer for the site: what one sees first of it, small, from the same source."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from familiegroepsplan.print.compile import draw_svg, typeset_svg
from familiegroepsplan.print.flyer import Flyer, Formaat
from familiegroepsplan.print.folder import Soort
from familiegroepsplan.print.verf import paint_svg
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


_VEL_MM = {Formaat.VOUWBLAD: 297}
"""The width of the whole sheet where that is more."""

_VEL = """#set page(width: {breed}mm, height: {hoog}mm, margin: 0mm, fill: white)
#place(top + {kant}, image("/beeld.svg", width: {heel}mm))
"""


def picture_height(formaat: Formaat) -> int:
    """How high the picture is, in pixels."""
    breed, hoog = _GEZICHT_MM[formaat]
    return round(BREEDTE * hoog / breed)


def make_picture(flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The face of the flyer as WebP: the first page, of a folded sheet the cover alone."""
    breed, hoog = _GEZICHT_MM[flyer.kop.formaat]
    (first, *_rest) = typeset_svg(flyer.sjabloon, gegevens, root=root)
    kant = "left" if TALEN[gegevens["taal"]].richting == "rtl" else "right"
    vel = _VEL.format(breed=breed, hoog=hoog, kant=kant, heel=_VEL_MM.get(flyer.kop.formaat, breed))
    png = draw_svg(paint_svg(first, gegevens["palet"]), vel, root=root, ppi=BREEDTE / breed * 25.4)
    with Image.open(io.BytesIO(png)) as page:
        picture = page.convert("RGB").crop((0, 0, BREEDTE, picture_height(flyer.kop.formaat)))
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=72, method=4)
    return out.getvalue()


PLAATJE = Soort("plaatje", "beeld", ".webp", make_picture)
"""The picture that the site shows."""
