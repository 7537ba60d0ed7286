"""The blocks of the project: their text, their front matter, and the pages that show them."""

from collections.abc import Iterator

from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.datum import Feit, check_bron, check_datum
from familiegroepsplan.checks.markdown import Omgeving, check_markdown
from familiegroepsplan.checks.plattegrond import heading_ids
from familiegroepsplan.checks.sleutelplaats import key_place
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.tekst import text_of
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.names import suggestion
from familiegroepsplan.pagina import NIET_GEVONDEN

OMSCHRIJVING = range(70, 161)
"""How many characters a description for search engines may have."""

_PROFESSIONALS = "professionals/"


def check_blokken(stand: Stand) -> Iterator[Melding]:
    """Everything wrong with the text and the front matter of the blocks, in every language."""
    ids = heading_ids(stand.inhoud.blokken.get(BRON_TAAL, {}))
    for blokken in stand.inhoud.blokken.values():
        for blok in blokken.values():
            yield from check_blok(blok, stand, ids)


def check_blok(blok: Blok, stand: Stand, ids: dict[str, list[Blok]]) -> Iterator[Melding]:
    """Everything wrong with one block; `ids` are the heading ids of all Dutch blocks."""
    paginas = stand.plattegrond.pages_with(blok.naam)
    omgeving = Omgeving(stand.plattegrond, paginas)
    if blok.taal == BRON_TAAL:
        yield from _front_matter(blok, stand)
        yield from _use(blok, stand)
        omgeving = Omgeving(stand.plattegrond, paginas, _taken(blok, ids, stand), id_verplicht=True)
    yield from _description(blok, stand)
    yield from check_markdown(text_of(blok), omgeving)


def _taken(blok: Blok, ids: dict[str, list[Blok]], stand: Stand) -> dict[str, str]:
    """The heading ids of a block that stand elsewhere too, each with where."""
    taken: dict[str, str] = {}
    for kop in blok.koppen:
        other = next((one for one in ids.get(kop.id, []) if one is not blok), None)
        if kop.id in stand.inhoud.blokken[BRON_TAAL]:
            taken[kop.id] = "de naam van een blok"
        elif deel := stand.plattegrond.deel_ids.get(kop.id):
            taken[kop.id] = f"in gebruik in het deel {deel}"
        elif other:
            taken[kop.id] = f"in gebruik in {other.pad}"
    return taken


def _front_matter(blok: Blok, stand: Stand) -> Iterator[Melding]:
    kop = blok.kop
    assert isinstance(kop, BlokKop)
    feit = Feit("deze tekst", "gecontroleerd_op", _place(blok, stand, "gecontroleerd_op"), Wie.REDACTIE)
    yield from check_datum(feit, kop.gecontroleerd_op, stand.vandaag)
    bronnen = Feit("deze tekst", "bronnen", _place(blok, stand, "bronnen"), Wie.REDACTIE)
    yield from check_bron(bronnen, " ".join(kop.bronnen))
    known = stand.inhoud.landelijk.bronnen
    for bron in kop.bronnen:
        naam = bron.split(" ", 1)[0]
        if naam not in known:
            plaats = _place(blok, stand, "bronnen", bron)
            wat = f'"{naam}" is geen bron uit content/landelijk.yml'
            yield melding("bron-onbekend", plaats, wat, suggestion(naam, known), sleutel="bronnen")


def _use(blok: Blok, stand: Stand) -> Iterator[Melding]:
    """Whether some page shows the block, and whether it is written for the readers of those pages."""
    assert isinstance(blok.kop, BlokKop)
    if blok.naam not in stand.plattegrond.used:
        wat = f"geen pagina laat het blok {blok.naam} zien"
        yield melding("blok-ongebruikt", Plaats(blok.pad), wat)
    paginas = sorted(stand.plattegrond.pages_with(blok.naam))
    plaats = _place(blok, stand, "doelgroep") if paginas else Plaats(blok.pad)
    families = [uri for uri in paginas if not uri.startswith(_PROFESSIONALS)]
    if blok.kop.doelgroep == "professional" and families:
        wat = f"dit blok voor professionals staat op een pagina voor gezinnen: docs/{families[0]}"
        yield melding("doelgroep", plaats, wat, sleutel="doelgroep")
    leads = [uri for uri in paginas if f"pagina-{uri[:-3].replace('/', '-').removesuffix('-index')}" == blok.naam]
    if blok.kop.doelgroep == "gezin" and any(uri.startswith(_PROFESSIONALS) for uri in leads):
        wat = f"docs/{leads[0]} is een pagina voor professionals, maar haar titelblok is voor gezinnen"
        yield melding("doelgroep", plaats, wat, "schrijf doelgroep: professional", sleutel="doelgroep")


def _description(blok: Blok, stand: Stand) -> Iterator[Melding]:
    if not blok.naam.startswith("pagina-") or blok.naam == f"pagina-{NIET_GEVONDEN}":
        return
    length = len(blok.kop.omschrijving)
    if length in OMSCHRIJVING:
        return
    plaats, wie = _place(blok, stand, "omschrijving"), text_of(blok).wie
    if not length:
        wat = "deze pagina heeft geen omschrijving"
        yield melding("omschrijving-ontbreekt", plaats, wat, sleutel="omschrijving", wie=wie)
    else:
        wat = f"de omschrijving telt {length} tekens"
        yield melding("omschrijving-lengte", plaats, wat, sleutel="omschrijving", wie=wie)


def _place(blok: Blok, stand: Stand, sleutel: str, waarde: str = "") -> Plaats:
    return key_place(stand.project.root, blok.pad, sleutel, waarde)
