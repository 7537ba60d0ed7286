"""The fields of a form: boxes that a Typst template marked become fields to fill in (AcroForm).

Typst makes no fields, but it does make links that are tagged and placed right. So a template writes
`link("veld:" + json)` about a box, with the keys of `Veld`, and here that link becomes a field: its
annotation a widget, its tag a `Form` (ISO 14289-1, 7.18.4). Order of tabs is the order of the tags.

**The font.** All fields use one embedded font with Latin, Cyrillic, Arabic and Ethiopic letters
(`tools/veldletter.py`). Its name among the resources has to be "Wingdings". Chromium (PDFium) gives every
typed letter a character set and uses the font of the field only if that has the same set; an embedded font
always counts as ANSI, so Arabic, Cyrillic and some Turkish letters went to a font of the system, and where
there is none they stayed invisible. A font under a name of symbols is used for every letter that it has
(`CBA_FontMap::Initialize` and `GetWordFontIndex`). Other viewers look at the font itself, not at this name.
handboek/drukwerk.md says what each viewer shows.
"""

import io
import json
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pydantic import BaseModel, ConfigDict, Field

from familiegroepsplan.taal import Richting

MERK = "veld:"
"""How the address of a link begins that is to become a field."""

_LETTER = "Wingdings"
_MEERDERE_REGELS, _NIET_SCHUIVEN = 1 << 12, 1 << 23
_PRINT = 4
_RECHTS = 2


class Veld(BaseModel):
    """One field: its name (unique in the form), what it is called aloud, its kind, its letters in points.

    `regel` is one line of text, `vlak` several, `kruis` a box to tick. A text field takes no more than it
    shows: what is typed must also be there on paper.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    naam: str = Field(pattern=r"^[a-z0-9-]+$")
    label: str = Field(min_length=1)
    soort: Literal["regel", "vlak", "kruis"] = "regel"
    maat: float = 11


def add_fields(pdf: bytes, richting: Richting) -> bytes:
    """`pdf` (tagged, with marked links) as a form whose fields read in `richting`.

    The same input gives the same bytes. Raises ValueError when two fields have one name.
    """
    with Pdf.open(io.BytesIO(pdf)) as document:
        place_fields(document, richting)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def place_fields(document: Pdf, richting: Richting) -> None:
    """The same in a document that is open. Raises ValueError as `add_fields`."""
    resources = Dictionary(Font=Dictionary({f"/{_LETTER}": document.copy_foreign(_font_file().Root.Veldletter)}))
    fields = [
        _field(document, page, link, resources, richting)
        for page in document.pages
        for link in page.obj.get("/Annots", ())
        if _is_marked(link)
    ]
    names = [str(field.T) for field in fields]
    if double := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"two fields with one name: {', '.join(sorted(double))}")
    _retag(document)
    document.Root.AcroForm = Dictionary(Fields=Array(fields), DR=resources, DA=_style(11))


@lru_cache(maxsize=1)
def _font_file() -> Pdf:
    """The PDF that holds the font of fields and nothing else."""
    return Pdf.open(io.BytesIO(files("familiegroepsplan").joinpath("letters", "veld.pdf").read_bytes()))


def _is_marked(annotation: Object) -> bool:
    return annotation.get("/Subtype") == Name.Link and _address(annotation).startswith(MERK)


def _address(annotation: Object) -> str:
    action = annotation.get("/A", Dictionary())
    return bytes(action.URI).decode() if "/URI" in action else ""


def _field(document: Pdf, page: pikepdf.Page, link: Object, resources: Dictionary, richting: Richting) -> Object:
    """The annotation of a link, made into that of a field."""
    veld = Veld.model_validate(json.loads(_address(link).removeprefix(MERK)))
    for key in ("/A", "/Border", "/Contents", "/H"):
        if key in link:
            del link[key]
    link.Subtype, link.F, link.P = Name.Widget, _PRINT, page.obj
    link.T, link.TU = String(veld.naam), String(veld.label)
    page.obj.Tabs = Name.S
    if veld.soort == "kruis":
        return _tick_box(document, link)
    link.FT, link.DA, link.V = Name.Tx, _style(veld.maat), String("")
    link.Ff = _NIET_SCHUIVEN | (_MEERDERE_REGELS if veld.soort == "vlak" else 0)
    if richting == "rtl":
        link.Q = _RECHTS
    link.AP = Dictionary(N=_appearance(document, link, b"/Tx BMC\nEMC\n", resources))
    return link


def _tick_box(document: Pdf, link: Object) -> Object:
    """A box to tick. Both its looks are drawn, so that no viewer needs a font of symbols for it."""
    link.FT, link.V, link.AS = Name.Btn, Name.Off, Name.Off
    width, height = _size(link)
    m = 0.22 * min(width, height)
    cross = f"q 0.1 G 1.6 w 1 J {m:.2f} {m:.2f} m {width - m:.2f} {height - m:.2f} l "
    cross += f"{m:.2f} {height - m:.2f} m {width - m:.2f} {m:.2f} l S Q\n"
    looks = {"/Ja": cross.encode(), "/Off": b"\n"}
    link.AP = Dictionary(N=Dictionary({k: _appearance(document, link, v, Dictionary()) for k, v in looks.items()}))
    return link


def _appearance(document: Pdf, link: Object, content: bytes, resources: Dictionary) -> Object:
    width, height = _size(link)
    return document.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, width, height], Resources=resources
    )


def _size(link: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in link.Rect)
    return round(right - left, 3), round(top - bottom, 3)


def _style(maat: float) -> String:
    return String(f"/{_LETTER} {maat:g} Tf 0.1 g")


def _retag(document: Pdf) -> None:
    """The tag `Link` about each field becomes `Form`."""
    for element in document.objects:
        if isinstance(element, Dictionary) and element.get("/S") == Name.Link and _holds_widget(element):
            element.S = Name.Form
            for key in ("/Alt", "/Contents"):
                if key in element:
                    del element[key]


def _holds_widget(element: Object) -> bool:
    kids = element.get("/K", Array())
    references = (
        kid
        for kid in (kids if isinstance(kids, Array) else [kids])
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
    )
    return any(kid.Obj.get("/Subtype") == Name.Widget for kid in references)
