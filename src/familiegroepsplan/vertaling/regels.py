"""The rules for what a translator hands in; `fault` makes a message under one of them."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.reading.characters import visible
from familiegroepsplan.reading.codes import Regel

_TABEL = (
    Regel(
        "inlezen-bestand",
        "Een vertaling komt terug als het bestand dat eruit ging: XLIFF 1.2 (.xlf) of Markdown (.md).",
        "lees het bestand in dat u van fgp vertaling --export kreeg",
    ),
    Regel(
        "inlezen-taal",
        "Een bestand is een vertaling uit het Nederlands in een van de andere talen van dit project.",
        "kies het bestand van die taal",
    ),
    Regel(
        "inlezen-blok", "Een vertaling hoort bij een blok dat er in die taal hoort te zijn.", "kies een bestaand blok"
    ),
    Regel(
        "inlezen-dubbel",
        "Elk blok, en elk stuk van een blok, komt één keer terug.",
        "laat er één staan",
    ),
    Regel(
        "inlezen-bron",
        "Van een vertaling is bekend van welke Nederlandse tekst zij gemaakt is.",
        "maak een nieuw bestand met fgp vertaling --export en neem de vertaling daarin over",
    ),
    Regel(
        "inlezen-ouder",
        "Een vertaling van een oudere Nederlandse tekst vervangt geen vertaling die al bij is.",
        "vergelijk ze en lees de beste in; de vertaling in het project is niet veranderd",
    ),
    Regel(
        "inlezen-stuk",
        "Elk stuk van het Nederlandse blok komt terug, en niets anders.",
        "neem dit stuk over uit het bestand van fgp vertaling --export",
    ),
    Regel(
        "inlezen-vorm",
        "Een vertaling heeft dezelfde alinea's, lijsten en tabellen als de Nederlandse tekst.",
        "geef de vertaling dezelfde opbouw als het Nederlands",
    ),
    Regel(
        "inlezen-namen",
        "Wat in het Nederlands tussen dubbele accolades staat, staat ook in de vertaling.",
        "neem het over uit het Nederlands",
    ),
    Regel(
        "inlezen-links",
        "Een vertaling heeft dezelfde links als het Nederlands, in hetzelfde stuk.",
        "neem de link over uit het Nederlands; vertaal alleen wat tussen [ en ] staat",
    ),
    Regel(
        "inlezen-onaf",
        "Een blok wordt ingelezen als het helemaal vertaald is.",
        "vertaal ook dit stuk en lees het bestand opnieuw in",
        Ernst.WAARSCHUWING,
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABEL})
"""The rules by code."""


def fault(code: str, plaats: Plaats, wat: str, doe: str = "", sleutel: str = "") -> Melding:
    """A message for the translator; its severity, and the remedy unless given, come from the table."""
    regel = REGELS[code]
    return Melding(plaats, sleutel, visible(wat), visible(doe or regel.doe), code, regel.ernst, Wie.VERTALER)
