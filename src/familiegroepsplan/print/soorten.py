"""The kinds of files there are: for the web, for the office printer, for the press, and the note for the printer."""

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.print.bron import gemeente_place
from familiegroepsplan.print.codes import melding
from familiegroepsplan.print.compile import compile_loose_pdf, painted, typeset_pdf
from familiegroepsplan.print.drukinstructie import print_note, vouwen
from familiegroepsplan.print.flyer import Flyer, Formaat
from familiegroepsplan.print.folder import Soort
from familiegroepsplan.print.inkt import Drukprofiel, ProfielFout, read_drukprofiel
from familiegroepsplan.print.kantoor import OP_KANTOOR, office_pdf
from familiegroepsplan.print.pers import AFLOOP_MM, press_pdf
from familiegroepsplan.print.velden import place_fields
from familiegroepsplan.project import Project

DRUKWERK = "drukwerk"
"""The folder below `flyers/` with what goes to a printer."""


def make_web_pdf(flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The PDF for screen and office; a form with fields to fill in."""
    if not _last or _last[0][0] is not gegevens:
        pdf = typeset_pdf(flyer.sjabloon, gegevens, root=root)
        _last[:] = [(gegevens, finish_web_pdf(pdf, flyer.kop.formaat, gegevens))]
    return _last[0][1]


_last: list[tuple[Mapping[str, Any], bytes]] = []
"""The web PDF that was made last, with its data: the one for the office is made from the same."""


def make_office_pdf(flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The PDF that comes right out of an office printer."""
    return office_pdf(make_web_pdf(flyer, gegevens, root), flyer.kop.formaat)


def make_press_pdf(profiel: Drukprofiel | None, flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """The PDF for a press with this profile."""
    pdf = compile_loose_pdf(flyer.sjabloon, {**gegevens, "afloop": AFLOOP_MM}, root=root)
    return press_pdf(pdf, profiel, vouwen(flyer.kop.formaat, gegevens["richting"]))


def make_print_note(profiel: Drukprofiel | None, flyer: Flyer, gegevens: Mapping[str, Any], root: Path) -> bytes:
    """What a printer must know, as text in UTF-8."""
    naam = profiel.naam if profiel else None
    gemeente = gegevens["eigen"]["gemeente"]["naam"]
    return print_note(gegevens["titel"], gemeente, flyer.kop.formaat, gegevens["taal"], naam).encode()


def finish_web_pdf(pdf: bytes, formaat: Formaat, gegevens: Mapping[str, Any]) -> bytes:
    """What Typst made, with its colours, and in a form with its fields."""
    fields = partial(place_fields, richting=gegevens["richting"]) if formaat is Formaat.FORMULIER else None
    return painted(pdf, gegevens, fields)


WEB = Soort("web", "", ".pdf", make_web_pdf)
"""For the screen: tagged, PDF/UA-1 and PDF/A-2a."""

KANTOOR = Soort("kantoor", "kantoor", ".pdf", make_office_pdf, OP_KANTOOR)
"""For the office printer, where it is another file than that for the screen."""


def press_kinds(gemeente: Gemeente, project: Project) -> tuple[tuple[Soort, ...], list[Melding]]:
    """The kinds that go to a printer for this gemeente; none, and what to mend, when they would come out wrong."""
    place = gemeente_place(gemeente)
    if not gemeente.site_url:
        wat = "zonder site_url weten we niet waar de code op de folder naar verwijst; drukwerk is niet gemaakt"
        return (), [melding("drukwerk-adres", place, wat)]
    try:
        profiel = _profile(gemeente, project)
    except (ProfielFout, OSError) as error:
        return (), [melding("drukwerk-profiel", place, f"huisstijl.drukprofiel: {error}")]
    mark = hashlib.sha256(profiel.data).hexdigest()[:16] if profiel else "zonder profiel"
    return (
        Soort(f"pers {mark}", DRUKWERK, ".pdf", partial(make_press_pdf, profiel)),
        Soort(f"drukinstructie {mark}", DRUKWERK, ".txt", partial(make_print_note, profiel)),
    ), []


def press_in_build(gemeente: Gemeente, project: Project) -> tuple[tuple[Soort, ...], list[Melding]]:
    """The kinds for a printer that `fgp build` makes: only where the gemeente gives its printer's profile."""
    given = gemeente.huisstijl.drukprofiel and gemeente.site_url
    return press_kinds(gemeente, project) if given else ((), [])


def _profile(gemeente: Gemeente, project: Project) -> Drukprofiel | None:
    """The profile that the gemeente gives. Raises ProfielFout, OSError."""
    path = gemeente.huisstijl.drukprofiel if gemeente.huisstijl else None
    return read_drukprofiel((project.gemeenten / path).read_bytes()) if path else None
