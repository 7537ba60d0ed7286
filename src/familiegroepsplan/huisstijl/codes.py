"""Every rule of the brand: the code that a message carries, what the rule says, and what to do."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats
from familiegroepsplan.reading.codes import Regel

_WAARSCHUWING = Ernst.WAARSCHUWING

_TABLE = (
    Regel(
        "huisstijl-kleur",
        "Een kleur is zes cijfers en letters na een hekje.",
        'schrijf bijvoorbeeld "#154273"',
    ),
    Regel("huisstijl-linkkleur", "Links moeten op wit goed te lezen zijn.", "kies een donkerdere linkkleur"),
    Regel("huisstijl-bestand", "Het bestand moet er zijn en te lezen zijn.", "controleer naam en map"),
    Regel("huisstijl-bestand-te-groot", "Een bestand heeft een grootste omvang.", "maak het bestand kleiner"),
    Regel("huisstijl-tokens-json", "Een tokenbestand is geldige JSON in UTF-8.", "exporteer de tokens opnieuw"),
    Regel("huisstijl-tokens-alias", "Een verwijzing tussen tokens komt ergens uit.", "exporteer alle sets samen"),
    Regel(
        "huisstijl-tokens-kleur",
        "In een tokenbestand staat een interactieve kleur of een merkkleur.",
        "zet de kleur zelf bij huisstijl.kleur",
    ),
    Regel("huisstijl-logo-soort", "Een logo is een SVG, PNG of JPEG.", "lever het logo aan als SVG of PNG"),
    Regel("huisstijl-logo-kapot", "Een logo is een heel bestand.", "exporteer het logo opnieuw"),
    Regel(
        "huisstijl-logo-xml",
        "Een SVG-logo is gewone XML zonder eigen entiteiten.",
        "exporteer het opnieuw als 'SVG 1.1' of 'Plain SVG'",
    ),
    Regel("huisstijl-logo-leeg", "In een logo staat een tekening.", "exporteer het logo opnieuw"),
    Regel(
        "huisstijl-logo-maat",
        "Een logo heeft een bruikbare maat en verhouding.",
        "exporteer het met een viewBox, of met breedte en hoogte",
    ),
    Regel(
        "huisstijl-logo-geschoond",
        "Uit een SVG-logo laten we weg wat kan handelen of iets van elders haalt.",
        "bekijk of het logo nog klopt; laat deze onderdelen weg uit het bestand",
        _WAARSCHUWING,
    ),
    Regel(
        "huisstijl-logo-letters",
        "Letters in een SVG-logo zijn omgezet in vormen.",
        "zet tekst om in contouren; anders komt er een ander lettertype",
        _WAARSCHUWING,
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABLE})
"""The rules by code; a reference page of all checks can be made from them."""


def fault(code: str, plaats: Plaats, sleutel: str, wat: str, doe: str = "") -> Melding:
    """A message under a code of this table; its severity, and the remedy unless given, come from there."""
    regel = REGELS[code]
    return Melding(plaats, sleutel, wat, doe or regel.doe, code, regel.ernst)
