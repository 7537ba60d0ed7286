"""The rules for sources outside the project; only `fgp check --bronnen`, with a network, looks at them."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.reading.characters import visible
from familiegroepsplan.reading.codes import Regel

_TABEL = (
    Regel(
        "link-dood",
        "Een link naar een andere site leidt ergens heen.",
        "zoek het goede adres op, of haal de link weg",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "link-onzeker",
        "Een andere site geeft antwoord als we haar link nagaan.",
        "probeer de link zelf in een browser",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "verordening-nieuwer",
        "In het bestand staat de nieuwste versie van de verordening.",
        "neem de nieuwe versie over met fgp verordening",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "verordening-onvindbaar",
        "De verordening staat in de officiële verzameling.",
        "controleer het CVDR-nummer op https://lokaleregelgeving.overheid.nl",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "bron-verlopen",
        "Wetten, verordeningen en links zijn in het afgelopen jaar nagekeken.",
        "kijk ze na en vul bij gecontroleerd_op de datum in",
        Ernst.WAARSCHUWING,
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABEL})
"""The rules by code."""


def melding(code: str, plaats: Plaats, wat: str, wie: Wie, *, doe: str = "", sleutel: str = "") -> Melding:
    """A message under one of these rules; the remedy, unless given, comes from the table."""
    regel = REGELS[code]
    return Melding(plaats, visible(sleutel), visible(wat), visible(doe or regel.doe), code, regel.ernst, wie)
