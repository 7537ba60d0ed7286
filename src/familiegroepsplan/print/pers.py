"""The PDF for the press: ink instead of light, bleed, crop marks and fold marks, and what the printer needs to know.

With the printer's profile the file is PDF/X-4 (ISO 15930-7) as far as we can tell without a paid tool: one
output intent with that profile inside, no RGB, fonts embedded, boxes in order, nothing to click. Without a
profile it is plain CMYK and does not say that it is PDF/X.
"""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from familiegroepsplan.print.bewaren import opened, pdf_bytes
from familiegroepsplan.print.drukkleur import to_ink
from familiegroepsplan.print.inkt import Drukprofiel, Inkt

MM = 72 / 25.4
AFLOOP_MM = 3
"""The bleed: how far colour runs on beyond the cut."""

_RAND_MM = 10
_MERK_VAN_MM, _MERK_TOT_MM = 4, 9
_X4 = "http://www.npes.org/pdfx/ns/id/"
_WEB_ONLY = ("/Annots", "/StructParents", "/Tabs", "/Dur", "/Trans")
_WEB_ONLY_ROOT = (
    "/StructTreeRoot",
    "/MarkInfo",
    "/Outlines",
    "/PageMode",
    "/Names",
    "/Dests",
    "/AcroForm",
    "/OpenAction",
)


@dataclass(frozen=True)
class Vouwen:
    """Where each page is folded, in mm from its left side (empty for what is not folded)."""

    per_bladzijde: tuple[tuple[float, ...], ...] = ()

    def on(self, bladzijde: int) -> tuple[float, ...]:
        """The folds of a page, which counts from 0."""
        return self.per_bladzijde[bladzijde] if bladzijde < len(self.per_bladzijde) else ()


def press_pdf(pdf: bytes, profiel: Drukprofiel | None, vouwen: Vouwen) -> bytes:
    """`pdf`, set with a bleed of AFLOOP_MM (its TrimBox says where it is cut), as a file for the press.

    The same input gives the same bytes. Raises drukkleur.OnbekendeKleur.
    """
    with opened(pdf) as document:
        _leave_web_behind(document)
        to_ink(document, Inkt(profiel))
        registration = document.make_indirect(_registration(document))
        for number, page in enumerate(document.pages):
            _boxes_and_marks(document, page, vouwen.on(number), registration)
        _metadata(document, profiel)
        document.remove_unreferenced_resources()
        return pdf_bytes(document, force_version="1.6", object_stream_mode=ObjectStreamMode.preserve)


def _leave_web_behind(document: Pdf) -> None:
    """What a press does not read: links, fields, bookmarks and tags."""
    for page in document.pages:
        for key in _WEB_ONLY:
            if key in page.obj:
                del page.obj[key]
    for key in _WEB_ONLY_ROOT:
        if key in document.Root:
            del document.Root[key]
    for item in document.objects:
        if isinstance(item, Dictionary | pikepdf.Stream):
            for key in ("/StructParent", "/StructParents"):
                if key in item:
                    del item[key]


def _registration(document: Pdf) -> Array:
    """The colour that comes on every plate (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _boxes_and_marks(document: Pdf, page: pikepdf.Page, folds: tuple[float, ...], registration: Object) -> None:
    """Make room about the bleed, with the lower left corner of the sheet at 0, 0, and draw the marks there."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    rand, bleed = _RAND_MM * MM, AFLOOP_MM * MM
    width, height = right - left, top - bottom
    trim = [rand, rand, rand + width, rand + height]
    page.obj.MediaBox = _box([0, 0, width + 2 * rand, height + 2 * rand])
    page.obj.TrimBox = _box(trim)
    page.obj.BleedBox = _box([trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed])
    for key in ("/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    bx, by, bw, bh = trim[0] - bleed, trim[1] - bleed, width + 2 * bleed, height + 2 * bleed
    clip = f"q {bx:.4f} {by:.4f} {bw:.4f} {bh:.4f} re W n 1 0 0 1 {rand - left:.4f} {rand - bottom:.4f} cm\n"
    page.contents_add(document.make_stream(clip.encode()), prepend=True)
    page.contents_add(document.make_stream(b"\nQ\n" + _marks(trim, folds).encode()))
    page.contents_coalesce()
    _shift_patterns(page.obj.get("/Resources", Dictionary()), rand - left, rand - bottom)
    if "/Resources" not in page.obj:
        page.obj.Resources = Dictionary()
    page.obj.Resources.ColorSpace = Dictionary(Registratie=registration)


def _box(values: list[float]) -> Array:
    return Array([round(value, 4) for value in values])


def _shift_patterns(resources: Object, x: float, y: float) -> None:
    """Patterns are placed on the sheet and not by what stands before them (ISO 32000-1, 8.7.3.1): move them too."""
    for _, pattern in resources.get("/Pattern", Dictionary()).items():
        a, b, c, d, e, f = (float(value) for value in pattern.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
        pattern.Matrix = Array([a, b, c, d, round(e + x, 4), round(f + y, 4)])


def _marks(trim: list[float], folds: tuple[float, ...]) -> str:
    """Crop marks at the four corners, and dashed marks where a sheet is folded; all beyond the bleed."""
    x0, y0, x1, y1 = trim
    near, far = _MERK_VAN_MM * MM, _MERK_TOT_MM * MM
    lines = []
    for x in (x0, x1):
        lines += [(x, y0 - far, x, y0 - near), (x, y1 + near, x, y1 + far)]
    for y in (y0, y1):
        lines += [(x0 - far, y, x0 - near, y), (x1 + near, y, x1 + far, y)]
    dashed = []
    for fold in folds:
        x = x0 + fold * MM
        dashed += [(x, y0 - far, x, y0 - near), (x, y1 + near, x, y1 + far)]
    solid = "".join(_line(line) for line in lines)
    dashes = f"[2 1.5] 0 d {''.join(_line(line) for line in dashed)}" if dashed else ""
    return f"q /Registratie CS 1 SCN 0.25 w {solid}{dashes}Q\n"


def _line(ends: tuple[float, float, float, float]) -> str:
    return "{:.3f} {:.3f} m {:.3f} {:.3f} l S\n".format(*ends)


def _metadata(document: Pdf, profiel: Drukprofiel | None) -> None:
    document.docinfo.Trapped = Name("/False")
    if profiel is None:
        return
    document.docinfo.GTS_PDFXVersion = String("PDF/X-4")
    stream = document.make_stream(profiel.data)
    stream.N = 4
    document.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String(profiel.naam),
                Info=String(profiel.naam),
                DestOutputProfile=stream,
            )
        ]
    )
    pikepdf.models.PdfMetadata.register_xml_namespace(_X4, "pdfxid")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        xmp["pdf:Trapped"] = "False"
        xmp["xmpMM:VersionID"] = "1"
        xmp["xmpMM:RenditionClass"] = "default"
        xmp["xmp:MetadataDate"] = str(xmp["xmp:ModifyDate"])
