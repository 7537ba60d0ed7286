"""What a municipality's data leave open, or say that no longer holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.datum import Feit, check_bron, check_datum
from familiegroepsplan.checks.vertalingen import language_name, missing_names
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.gemeente import Aanbieder, Artikel, Gemeente, Toegang, Verordening
from familiegroepsplan.huisstijl.palet import palet_meldingen
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.reading import Document, KeyPath, dotted

GEWENST = {
    "website": "waar de gemeente zelf op internet staat",
    "toegang": "waar gezinnen met een vraag terechtkunnen",
    "verordening": "wat de regels van de gemeente over het plan zeggen",
    "aanbieders": "wie gezinnen helpt om hun plan te maken",
    "klachten": "waar een gezin met een klacht terechtkan",
    "privacy": "wat de gemeente over privacy zegt",
    "toegankelijkheid": "of iedereen de site kan gebruiken",
    "beveiliging": "waar iemand een lek kan melden",
    "site_url": "waar de site komt te staan",
    "herzien_voor": "wanneer iemand dit bestand weer nakijkt",
}
"""Keys that may be left out, each with what readers then miss."""


@dataclass(frozen=True)
class Gegevens:
    """A municipality with the positions of its keys in its file, and the day of the check."""

    gemeente: Gemeente
    document: Document
    pad: str
    vandaag: date

    def place(self, *path: str | int) -> Plaats:
        """Where the value of a key stands, or the nearest key around it."""
        return self.document.value_place(path, self.pad) if self.document.keys else Plaats(self.pad)

    def feit(self, naam: str, *path: str | int) -> Feit:
        """Something that the municipality must have checked."""
        plaats = self.document.key_place(path, self.pad) if self.document.keys else Plaats(self.pad)
        return Feit(naam, dotted(path), plaats, Wie.GEMEENTE)


def check_gegevens(gegevens: Gegevens) -> Iterator[Melding]:
    """Everything to be told about the data of a municipality; its own texts are checked elsewhere."""
    yield from _whole_file(gegevens)
    yield from _facts(gegevens)
    yield from _regulation(gegevens)
    stijl = gegevens.gemeente.huisstijl
    places = gegevens.place("huisstijl", "kleur"), gegevens.place("huisstijl", "linkkleur")
    yield from palet_meldingen(stijl.kleur, stijl.linkkleur, *places)


def check_talen(gegevens: Gegevens, inhoud: Inhoud) -> Iterator[Melding]:
    """Whether every family block is there in each language that the municipality offers."""
    for taal in gegevens.gemeente.talen:
        if taal != BRON_TAAL and (names := missing_names(inhoud, taal, "gezin")):
            wat = f"in het {language_name(taal)} ontbreken {len(names)} blokken: {', '.join(names)}"
            yield melding("vertaling-ontbreekt", gegevens.place("talen"), wat, sleutel="talen")


def _whole_file(gegevens: Gegevens) -> Iterator[Melding]:
    gemeente = gegevens.gemeente
    if gemeente.voorbeeld:
        wat = "dit zijn voorbeeldgegevens, niet door de gemeente bevestigd"
        yield melding("voorbeeld", gegevens.place("voorbeeld"), wat, sleutel="voorbeeld")
    for sleutel, wat in GEWENST.items():
        if not getattr(gemeente, sleutel):
            plaats = gegevens.document.keys.get((sleutel,))
            where = Plaats(gegevens.pad, *plaats) if plaats else Plaats(gegevens.pad)
            yield melding("gegevens-ontbreken", where, f"niet ingevuld: {wat}", sleutel=sleutel)
    if gemeente.herzien_voor and gemeente.herzien_voor <= gegevens.vandaag:
        wat = f"dit bestand zou voor {gemeente.herzien_voor} zijn nagekeken"
        yield melding("herzien", gegevens.place("herzien_voor"), wat, sleutel="herzien_voor")


def _facts(gegevens: Gegevens) -> Iterator[Melding]:
    gemeente = gegevens.gemeente
    facts: list[tuple[str, KeyPath, Toegang | Verordening | Artikel | Aanbieder]] = []
    if gemeente.toegang:
        facts.append(("de toegang", ("toegang",), gemeente.toegang))
    if gemeente.verordening:
        facts.append(("de verordening", ("verordening",), gemeente.verordening))
        for index, artikel in enumerate(gemeente.verordening.artikelen or ()):
            facts.append((f"artikel {artikel.nummer}", ("verordening", "artikelen", index), artikel))
    for index, aanbieder in enumerate(gemeente.aanbieders):
        facts.append((aanbieder.naam, ("aanbieders", index), aanbieder))
    for naam, path, fact in facts:
        feit = gegevens.feit(naam, *path, "gecontroleerd_op")
        yield from check_datum(feit, fact.gecontroleerd_op, gegevens.vandaag)
        yield from check_bron(gegevens.feit(naam, *path, "bron"), fact.bron)


def _regulation(gegevens: Gegevens) -> Iterator[Melding]:
    verordening = gegevens.gemeente.verordening
    if verordening is None:
        return
    if verordening.status == "vervallen":
        plaats = gegevens.place("verordening", "status")
        wat = "deze verordening geldt niet meer"
        yield melding("verordening-vervallen", plaats, wat, sleutel="verordening.status")
    elif verordening.geldig_tot and verordening.geldig_tot < gegevens.vandaag:
        plaats = gegevens.place("verordening", "geldig_tot")
        wat = f"deze verordening gold tot {verordening.geldig_tot}"
        doe = "neem de tekst van nu over, of schrijf status: vervallen"
        yield melding("verordening-vervallen", plaats, wat, doe, sleutel="verordening.geldig_tot")
