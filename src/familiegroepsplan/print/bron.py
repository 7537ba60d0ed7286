"""What the flyers of one gemeente are made from: its brand read for print, and who sends them."""

from familiegroepsplan.errors import Ernst, Melding, Plaats
from familiegroepsplan.gemeente.aanbieder import Aanbieder
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.logo import read_logo
from familiegroepsplan.huisstijl.merk import read_merk
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import suggestion
from familiegroepsplan.print.beeld import Drukbeeld, print_logo, sharpness
from familiegroepsplan.print.codes import melding
from familiegroepsplan.print.data import Bron, Uiterlijk
from familiegroepsplan.project import Project


def read_bron(
    gemeente: Gemeente, project: Project, inhoud: Inhoud, afzender: str | None = None
) -> tuple[Bron | None, list[Melding]]:
    """The source of a gemeente's flyers, or None and what is wrong; warnings come with it.

    `afzender` names the provider that sends the flyers too.
    """
    plaats = gemeente_place(gemeente)
    merk, meldingen = read_merk(gemeente, project.gemeenten, plaats)
    logo = print_logo(merk.logo) if merk.logo else None
    if merk.logo:
        meldingen += sharpness(merk.logo, plaats)
    aanbieder = _provider(gemeente, afzender) if afzender else None
    if afzender and aanbieder is None:
        meldingen.append(_unknown_sender(gemeente, afzender))
    logos = {}
    if aanbieder and aanbieder.logo:
        own, found = _provider_logo(aanbieder, project, plaats)
        meldingen += found
        logos = {aanbieder.naam: own} if own else {}
    if any(m.ernst is Ernst.FOUT for m in meldingen):
        return None, meldingen
    return Bron(gemeente, inhoud, Uiterlijk(merk.palet, logo, logos), aanbieder), meldingen


def gemeente_place(gemeente: Gemeente) -> Plaats:
    """The file of a gemeente, as messages name it."""
    return Plaats(f"content/municipalities/{gemeente.slug}.yml")


def _provider(gemeente: Gemeente, naam: str) -> Aanbieder | None:
    return next((one for one in gemeente.aanbieders if one.naam.casefold() == naam.casefold()), None)


def _provider_logo(aanbieder: Aanbieder, project: Project, plaats: Plaats) -> tuple[Drukbeeld | None, list[Melding]]:
    assert aanbieder.logo is not None
    logo, meldingen = read_logo(project.gemeenten / aanbieder.logo, plaats)
    return (print_logo(logo), meldingen + sharpness(logo, plaats)) if logo else (None, meldingen)


def _unknown_sender(gemeente: Gemeente, naam: str) -> Melding:
    known = [one.naam for one in gemeente.aanbieders]
    doe = suggestion(naam, known) if known else "zet de aanbieder eerst in het bestand van de gemeente"
    return melding("folder-afzender", gemeente_place(gemeente), f'"{naam}" is hier geen aanbieder', doe)
