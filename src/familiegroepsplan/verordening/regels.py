"""The rules for what comes out of an official text; `melding` makes a message under one of them."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.reading.characters import visible
from familiegroepsplan.reading.codes import Regel

_LET_OP = Ernst.WAARSCHUWING

_TABEL = (
    Regel(
        "verordening-nummer",
        "Een verordening wijst u aan met haar CVDR-nummer of met een XML-bestand.",
        "schrijf bijvoorbeeld CVDR123456, CVDR123456/2 of het pad van een bestand",
    ),
    Regel(
        "verordening-netwerk",
        "De officiële tekst komt van het internet.",
        "controleer de verbinding en probeer het later opnieuw, of geef een XML-bestand van uw schijf",
    ),
    Regel(
        "verordening-ontbreekt",
        "De verordening met dat nummer en die versie bestaat.",
        "zoek het nummer op in https://lokaleregelgeving.overheid.nl",
    ),
    Regel(
        "verordening-groot",
        "Een officiële tekst is hooguit 5 MB groot, en heeft hooguit 100.000 onderdelen.",
        "controleer of dit het XML-bestand van de verordening is",
    ),
    Regel(
        "verordening-xml",
        "De officiële tekst is heel en geldig XML.",
        "haal het bestand opnieuw op; kies bij 'download' voor XML",
    ),
    Regel(
        "verordening-onveilig",
        "Een officiële tekst heeft geen DOCTYPE en geen eigen entiteiten.",
        "gebruik dit bestand niet en haal de tekst op bij https://lokaleregelgeving.overheid.nl",
    ),
    Regel(
        "verordening-vorm",
        "De XML heeft een vorm die we kennen: CVDR of STOP.",
        "haal de XML van de verordening op bij https://lokaleregelgeving.overheid.nl",
    ),
    Regel(
        "verordening-leeg",
        "De artikelen staan in de XML zelf.",
        "lees de verordening op haar pagina en vul de artikelen met de hand in",
    ),
    Regel(
        "verordening-plek",
        "In het bestand van de gemeente staat 'verordening:' vooraan op een eigen regel.",
        "zet de sleutel en wat eronder hoort op eigen regels, zoals in handboek/sleutels.md",
    ),
    Regel(
        "verordening-gemeente",
        "De verordening is van de gemeente van het bestand.",
        "controleer het nummer; na een herindeling kan een oude naam kloppen",
        _LET_OP,
    ),
    Regel(
        "verordening-naam",
        "De gemeente weet welke naam haar verordening voor het plan gebruikt.",
        "lees na of dit hetzelfde plan is; zo ja, geef de opdracht opnieuw met --naam",
        _LET_OP,
    ),
    Regel(
        "verordening-elders",
        "Wat over het plan gaat, staat in een artikel of in de toelichting daarop.",
        "lees het na en neem het zo nodig met de hand over",
        _LET_OP,
    ),
    Regel(
        "verordening-ingekort",
        "De artikelen en hun toelichting passen in het bestand van de gemeente.",
        "lees de hele tekst na en kies zelf wat er moet staan",
        _LET_OP,
    ),
    Regel(
        "verordening-uitleg",
        "De uitleg hoort bij de tekst van nu.",
        "schrijf een nieuwe uitleg; de oude staat als opmerking in het bestand",
        _LET_OP,
    ),
    Regel(
        "verordening-weg",
        "Een artikel in het bestand staat ook in de verordening.",
        "controleer of dat klopt; de oude tekst staat nog in uw vorige versie van het bestand",
        _LET_OP,
    ),
    Regel(
        "verordening-datum",
        "De verordening geldt nu.",
        "kijk op de pagina van de verordening wat er nu geldt",
        _LET_OP,
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABEL})
"""The rules by code."""


def melding(code: str, plaats: Plaats, wat: str, doe: str = "", sleutel: str = "") -> Melding:
    """A message for the municipality; its severity, and the remedy unless given, come from the table."""
    regel = REGELS[code]
    return Melding(plaats, visible(sleutel), visible(wat), visible(doe or regel.doe), code, regel.ernst, Wie.GEMEENTE)
