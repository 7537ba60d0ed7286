"""The variant for the office printer: on A4, at 100 %, with a white edge where such a printer cannot print.

An A5 comes two times on a sheet that is cut through the middle. All else keeps its place on its own sheet,
with its tags and links; colour stops 5 mm from the edge instead of being cut off by the machine.
"""

from pikepdf import Dictionary, Name, Pdf

from familiegroepsplan.print.bewaren import opened, pdf_bytes
from familiegroepsplan.print.flyer import Formaat
from familiegroepsplan.print.pers import MM

WITRAND_MM = 5
"""What most office printers leave white along the edge."""

OP_KANTOOR = frozenset({Formaat.VOUWBLAD, Formaat.A5, Formaat.A4})
"""What has such a variant: an A3 does not go on A4, and the form is white at its edges already."""

_A4_LIGGEND = (297.0, 210.0)
_SNIJLIJN_MM = 4


def office_pdf(pdf: bytes, formaat: Formaat) -> bytes:
    """The web PDF as a file for an office printer; the same input gives the same bytes."""
    with opened(pdf) as document:
        return _two_on_a_sheet(document) if formaat is Formaat.A5 else _white_edge(document)


def _white_edge(document: Pdf) -> bytes:
    for page in document.pages:
        left, bottom, right, top = (float(value) for value in page.trimbox)
        edge = WITRAND_MM * MM
        width, height = right - left - 2 * edge, top - bottom - 2 * edge
        clip = f"q {left + edge:.3f} {bottom + edge:.3f} {width:.3f} {height:.3f} re W n\n"
        page.contents_add(document.make_stream(clip.encode()), prepend=True)
        page.contents_add(document.make_stream(b"\nQ\n"))
        page.contents_coalesce()
    return _saved(document)


def _two_on_a_sheet(document: Pdf) -> bytes:
    """Both halves of a sheet show the same page, so that the back fits the front on either side of the cut."""
    width, height = (value * MM for value in _A4_LIGGEND)
    edge = WITRAND_MM * MM
    with Pdf.new() as sheets:
        for page in document.pages:
            drawing = sheets.copy_foreign(page.as_form_xobject())
            for key in ("/StructParents", "/StructParent"):
                if key in drawing:
                    del drawing[key]
            left, bottom, right, top = (float(value) for value in page.trimbox)
            sheet = sheets.add_blank_page(page_size=(width, height))
            sheet.obj.Resources = Dictionary(XObject=Dictionary(Flyer=drawing))
            clip = f"q {edge:.3f} {edge:.3f} {width - 2 * edge:.3f} {height - 2 * edge:.3f} re W n\n"
            y = (height - (top - bottom)) / 2 - bottom
            placed = [width / 2 - (right - left) - left, width / 2 - left]
            halves = "".join(f"q 1 0 0 1 {x:.3f} {y:.3f} cm /Flyer Do Q\n" for x in placed)
            sheet.obj.Contents = sheets.make_stream(f"{clip}{halves}Q\n{_cut_line(width, height)}".encode())
        sheets.Root.Lang = document.Root.Lang
        sheets.docinfo.Title = document.docinfo.Title
        return _saved(sheets)


def _cut_line(width: float, height: float) -> str:
    """Two short lines that show where to cut."""
    near, far = WITRAND_MM * MM, (WITRAND_MM + _SNIJLIJN_MM) * MM
    x = width / 2
    return (
        f"q 0.5 G 0.4 w {x:.3f} {near:.3f} m {x:.3f} {far:.3f} l S "
        f"{x:.3f} {height - near:.3f} m {x:.3f} {height - far:.3f} l S Q\n"
    )


def _saved(document: Pdf) -> bytes:
    """The file, which asks the print dialog for 100 % and not for "fit to page"."""
    preferences = document.Root.get("/ViewerPreferences", Dictionary())
    preferences.PrintScaling = Name("/None")
    preferences.DisplayDocTitle = True
    document.Root.ViewerPreferences = preferences
    return pdf_bytes(document)
