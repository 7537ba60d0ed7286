"""The flyers as a product of `fgp build`: web PDFs and pictures beside the pages of a site."""

from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.making import make_flyers, workshop
from familiegroepsplan.print.plaatje import PLAATJE
from familiegroepsplan.print.soorten import KANTOOR, WEB, press_in_build
from familiegroepsplan.project import Project


@dataclass(frozen=True)
class Flyers:
    """Every flyer in every language of a municipality: `flyers/<flyer>-<taal>.pdf`, with its picture and variants."""

    naam: str = "flyers"

    def make(self, gemeente: Gemeente, project: Project, inhoud: Inhoud, folder: Path) -> list[Melding]:
        """Write them below `folder`. A text that does not fit is an error; the other flyers are still made."""
        flyers, meldingen = read_flyers(project)
        bron, found = read_bron(gemeente, project, inhoud)
        meldingen += found
        if bron is None:
            return meldingen
        pers, found = press_in_build(gemeente, project)
        soorten = (WEB, KANTOOR, PLAATJE, *pers)
        return meldingen + found + make_flyers(flyers, soorten, bron, workshop(project), folder).meldingen
