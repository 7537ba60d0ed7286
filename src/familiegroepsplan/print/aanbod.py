"""Which flyers a site offers on its pages, and how: their addresses, picture and title in a language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.folder import Soort
from familiegroepsplan.print.plaatje import BREEDTE, PLAATJE, picture_height
from familiegroepsplan.print.soorten import KANTOOR, WEB, press_in_build
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN


@dataclass(frozen=True)
class Folderaanbod:
    """A flyer as a page offers it; addresses are those below the site. `tekst` is the page with its text.

    `kantoor` and `drukwerk` are the files for the office printer and for the press; empty where there is none.
    `talen` gives the file in every language of the gemeente that has it.
    """

    naam: str
    titel: str
    omschrijving: str
    formaat: str
    pdf: str
    kantoor: str
    drukwerk: str
    plaatje: str
    tekst: str
    paginas: tuple[str, ...]
    talen: Mapping[str, str]
    breedte: int
    hoogte: int

    def belongs_to(self, pagina: str) -> bool:
        """Whether that page should offer it."""
        return pagina in self.paginas or pagina == self.tekst


def read_aanbod(gemeente: Gemeente, project: Project, inhoud: Inhoud) -> dict[str, list[Folderaanbod]]:
    """The flyers that are made for the gemeente, per language, in the order of their folders."""
    flyers, _ = read_flyers(project)
    order: list[str] = [taal for taal in TALEN if taal in gemeente.talen]
    pers = press_in_build(gemeente, project)[0][:1]
    return {taal: [_offer(f, taal, order, inhoud, pers) for f in flyers if _exists(f, taal, inhoud)] for taal in order}


def _exists(flyer: Flyer, taal: str, inhoud: Inhoud) -> bool:
    return all(inhoud.blok(naam, taal) for naam in flyer.blokken)


def _offer(flyer: Flyer, taal: str, talen: Sequence[str], inhoud: Inhoud, pers: Sequence[Soort]) -> Folderaanbod:
    return Folderaanbod(
        flyer.naam,
        inhoud.blokken[taal][flyer.kop.titel].kop.titel,
        _description(flyer, taal, inhoud),
        flyer.kop.formaat.value,
        WEB.path(flyer.naam, taal),
        KANTOOR.path(flyer.naam, taal) if flyer.kop.formaat in KANTOOR.formaten else "",
        next((soort.path(flyer.naam, taal) for soort in pers), ""),
        PLAATJE.path(flyer.naam, taal),
        flyer.tekstpagina,
        flyer.kop.paginas,
        {code: WEB.path(flyer.naam, code) for code in talen if _exists(flyer, code, inhoud)},
        BREEDTE,
        picture_height(flyer.kop.formaat),
    )


def _description(flyer: Flyer, taal: str, inhoud: Inhoud) -> str:
    """What the page with its text says of it; nothing where the language lacks that page."""
    blok = inhoud.blok(f"pagina-{flyer.tekstpagina}", taal)
    return blok.kop.omschrijving if blok else ""
