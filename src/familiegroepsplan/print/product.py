"""The flyers as a product of `fgp build`: web PDFs and pictures beside the pages of a site."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.making import ALTIJD, in_order, make_flyers, workshop
from familiegroepsplan.print.soorten import press_in_build
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN


@dataclass(frozen=True)
class Flyers:
    """Every flyer in every language of a municipality: `flyers/<flyer>-<taal>.pdf`, with its picture and variants."""

    naam: str = "flyers"

    def prepare(self, gemeenten: Sequence[Gemeente], project: Project, inhoud: Inhoud) -> None:
        """Have them in the cache: each flyer in each language for all of these, much faster than one by one."""
        flyers, _ = read_flyers(project)
        bronnen = [read_bron(gemeente, project, inhoud)[0] for gemeente in gemeenten]
        werkplaats = workshop(project)
        for flyer, taal in in_order(flyers, TALEN):
            kinds = [soort for soort in ALTIJD if flyer.kop.formaat in soort.formaten]
            for bron in bronnen:
                if bron and taal in bron.gemeente.talen:
                    for _ in werkplaats.make_kinds(kinds, flyer, taal, bron):
                        pass

    def make(self, gemeente: Gemeente, project: Project, inhoud: Inhoud, folder: Path) -> list[Melding]:
        """Write them below `folder`. A text that does not fit is an error; the other flyers are still made."""
        flyers, meldingen = read_flyers(project)
        bron, found = read_bron(gemeente, project, inhoud)
        meldingen += found
        if bron is None:
            return meldingen
        pers, found = press_in_build(gemeente, project)
        return meldingen + found + make_flyers(flyers, ALTIJD + pers, bron, workshop(project), folder).meldingen
