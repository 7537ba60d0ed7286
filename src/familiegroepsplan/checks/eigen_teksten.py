"""A municipality's own texts: whether they have a place on the site, and are as safe as ours."""

from collections.abc import Iterable, Iterator

from familiegroepsplan.blok import BRON_TAAL, MAX_BLOK_BYTES, BlokKop
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.gemeentedata import Gegevens
from familiegroepsplan.checks.markdown import Omgeving, check_markdown
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.errors import Melding, Wie, display_path
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import PLACEHOLDER, suggestion
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_text


def check_eigen_teksten(
    gegevens: Gegevens, project: Project, inhoud: Inhoud, plattegrond: Plattegrond
) -> Iterator[Melding]:
    """Everything wrong with the blocks that a municipality replaces and the texts it adds to pages."""
    replaceable = sorted(naam for naam, kop in _koppen(inhoud).items() if kop.vervangbaar == "ja")
    for naam, paden in gegevens.gemeente.blokken.items():
        if naam not in replaceable:
            yield _not_replaceable(gegevens, naam, naam in _koppen(inhoud), replaceable)
        omgeving = Omgeving(plattegrond, plattegrond.pages_with(naam))
        yield from _texts(paden.values(), project, omgeving)
    names = {pagina.naam: pagina.uri for pagina in plattegrond.paginas}
    for naam, paden in gegevens.gemeente.aanvullingen.items():
        if naam not in names:
            plaats = gegevens.document.key_place(("aanvullingen", naam), gegevens.pad)
            wat, doe = f'er is geen pagina "{naam}"', suggestion(naam, names)
            yield melding("eigen-tekst-pagina", plaats, wat, doe, sleutel=f"aanvullingen.{naam}")
        pages = frozenset({names[naam]}) if naam in names else frozenset()
        yield from _texts(paden.values(), project, Omgeving(plattegrond, pages))


def _koppen(inhoud: Inhoud) -> dict[str, BlokKop]:
    dutch = inhoud.blokken.get(BRON_TAAL, {})
    return {naam: blok.kop for naam, blok in dutch.items() if isinstance(blok.kop, BlokKop)}


def _not_replaceable(gegevens: Gegevens, naam: str, known: bool, replaceable: list[str]) -> Melding:
    wat = f'het blok "{naam}" mag u niet vervangen' if known else f'er is geen blok "{naam}"'
    doe = suggestion(naam, replaceable) if replaceable else "haal het weg: geen enkel blok is vervangbaar"
    plaats = gegevens.document.key_place(("blokken", naam), gegevens.pad)
    return melding("eigen-tekst-blok", plaats, wat, doe, sleutel=f"blokken.{naam}")


def _texts(paden: Iterable[str], project: Project, omgeving: Omgeving) -> Iterator[Melding]:
    for pad in dict.fromkeys(paden):
        path = project.gemeenten / pad
        text, meldingen = read_text(path, max_bytes=MAX_BLOK_BYTES, root=project.root)
        yield from meldingen
        if text is not None:
            tekst = Tekst(text, display_path(path, project.root), 1, Wie.GEMEENTE)
            yield from _names(tekst)
            yield from check_markdown(tekst, omgeving)


def _names(tekst: Tekst) -> Iterator[Melding]:
    for match in PLACEHOLDER.finditer(tekst.inhoud):
        yield tekst.fault("eigen-tekst-namen", match.start(), f"{match[0][:60]} wordt hier niet ingevuld")
