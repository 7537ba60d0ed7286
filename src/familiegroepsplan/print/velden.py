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

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pydantic import BaseModel, ConfigDict, Field

from familiegroepsplan.taal import Richting

MERK = "veld:"
"""How the address of a link begins that is to become a field."""

_LETTER = "Wingdings"
_VAN_LINK = {"/A", "/Border", "/Contents", "/H"}
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


def place_fields(document: Pdf, richting: Richting) -> None:
    """Make a tagged document with marked links into a form whose fields read in `richting`.

    Raises ValueError when two fields have one name.
    """
    letter = Dictionary({f"/{_LETTER}": document.copy_foreign(_font_file().Root.Veldletter)})
    making = _Formulier(document, richting, document.make_indirect(Dictionary(Font=letter)))
    fields = [
        making.field(page, link, Veld.model_validate_json(address.removeprefix(MERK)))
        for page in document.pages
        for link in page.obj.get("/Annots", ())
        if (address := _address(link)).startswith(MERK)
    ]
    for page in document.pages:
        if "/Annots" in page.obj:
            page.obj.Tabs = Name.S
    names = [str(field.T) for field in fields]
    if double := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"two fields with one name: {', '.join(sorted(double))}")
    _retag(document, fields)
    document.Root.AcroForm = Dictionary(Fields=Array(fields), DR=making.resources, DA=_style(11))


@lru_cache(maxsize=1)
def _font_file() -> Pdf:
    """The PDF that holds the font of fields and nothing else."""
    return Pdf.open(Path(__file__).parent.parent / "letters" / "veld.pdf")


def _address(annotation: Object) -> str:
    """Where a link leads; nothing for other annotations."""
    action = annotation.get("/A", Dictionary())
    return bytes(action.URI).decode() if "/URI" in action else ""


@dataclass
class _Formulier:
    """A document that becomes a form; `resources` holds the font of its fields."""

    document: Pdf
    richting: Richting
    resources: Object
    looks: dict[tuple[float, float], Dictionary] = field(default_factory=dict)

    def field(self, page: pikepdf.Page, link: Object, veld: Veld) -> Object:
        """The annotation of a link, made into that of a field."""
        for key in _VAN_LINK & link.keys():
            del link[key]
        link.Subtype, link.F, link.P = Name.Widget, _PRINT, page.obj
        link.T, link.TU = String(veld.naam), String(veld.label)
        size = _size(link)
        if veld.soort == "kruis":
            link.FT, link.V, link.AS = Name.Btn, Name.Off, Name.Off
            link.AP = Dictionary(N=self._ticked(size))
            return link
        link.FT, link.DA, link.V = Name.Tx, _style(veld.maat), String("")
        link.Ff = _NIET_SCHUIVEN | (_MEERDERE_REGELS if veld.soort == "vlak" else 0)
        if self.richting == "rtl":
            link.Q = _RECHTS
        link.AP = Dictionary(N=self._appearance(size, b"/Tx BMC\nEMC\n", self.resources))
        return link

    def _ticked(self, size: tuple[float, float]) -> Dictionary:
        """A box with and without its cross, for all boxes of this size; drawn, so that no viewer needs a font for it.

        (A field to type in has an appearance of its own: viewers write into it.)
        """
        if size not in self.looks:
            drawn = {"/Ja": _cross(*size), "/Off": b"\n"}
            self.looks[size] = Dictionary({k: self._appearance(size, v, Dictionary()) for k, v in drawn.items()})
        return self.looks[size]

    def _appearance(self, size: tuple[float, float], content: bytes, resources: Object) -> Object:
        return self.document.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, *size], Resources=resources
        )


def _cross(width: float, height: float) -> bytes:
    m = 0.22 * min(width, height)
    cross = f"q 0.1 G 1.6 w 1 J {m:.2f} {m:.2f} m {width - m:.2f} {height - m:.2f} l "
    return (cross + f"{m:.2f} {height - m:.2f} m {width - m:.2f} {m:.2f} l S Q\n").encode()


def _size(link: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in link.Rect)
    return round(right - left, 3), round(top - bottom, 3)


def _style(maat: float) -> String:
    return String(f"/{_LETTER} {maat:g} Tf 0.1 g")


def _retag(document: Pdf, fields: list[Object]) -> None:
    """The tag `Link` about each field becomes `Form`; the tree of parents says which (ISO 32000-1, 14.7.4.4)."""
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for one in fields:
        element = parents[int(one.StructParent)]
        element.S = Name.Form
        for key in ("/Alt", "/Contents"):
            if key in element:
                del element[key]
