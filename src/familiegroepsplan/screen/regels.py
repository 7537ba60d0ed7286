"""The messages about sources that cannot be screened, and about dismissals; `fault` makes one."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.reading.characters import visible
from familiegroepsplan.reading.codes import Regel

_TABEL = (
    Regel("screen-bron", "Een tekst om te screenen is er en is te lezen.", "controleer de naam van het bestand"),
    Regel(
        "screen-soort",
        "Screenen kan met HTML, Word (.docx), PDF, Markdown (.md), gewone tekst (.txt) en webadressen.",
        "sla de tekst op in een van deze soorten",
    ),
    Regel("screen-te-groot", "Een tekst om te screenen heeft een grootste omvang.", "splits het bestand op"),
    Regel(
        "screen-kapot",
        "Een bestand is heel en van de soort die zijn naam zegt.",
        "open het in uw eigen programma en sla het opnieuw op",
    ),
    Regel("screen-codering", "Een tekst is leesbaar: UTF-8, UTF-16 of Windows-1252.", "sla het bestand op als UTF-8"),
    Regel(
        "screen-leeg",
        "In een tekst om te screenen staan woorden.",
        "kijk of de tekst geen plaatje is; maak van een scan eerst tekst",
    ),
    Regel("screen-taal", "Screenen gaat over Nederlandse teksten.", "kies de Nederlandse versie"),
    Regel("screen-adres", "Een adres begint met http:// of https:// en is te bereiken.", "open het in uw browser"),
    Regel("screen-lijst", "Een lijst heeft op elke regel een bestand of adres.", "controleer de lijst"),
    Regel(
        "screen-afdoen",
        "Afdoen kan met de code van een bevinding uit dit verslag, en met een reden.",
        "neem de code over uit het verslag",
    ),
    Regel(
        "screen-blok", "Een regel biedt een Nederlands blok aan dat er is.", "verbeter blok in content/screening.yml"
    ),
    Regel("screen-herkomst", "Een regel noemt een bron uit content/landelijk.yml.", "kies een bestaande bron"),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABEL})
"""The rules by code."""


def fault(code: str, bron: str, wat: str, doe: str = "", wie: Wie = Wie.GEMEENTE) -> Melding:
    """A message about a source (path or address); the remedy, unless given, comes from the table."""
    regel = REGELS[code]
    return Melding(Plaats(visible(bron)), "", visible(wat), doe or regel.doe, code, Ernst.FOUT, wie)


class Leesfout(Exception):
    """Why one source cannot be screened; the others of the run go on."""

    def __init__(self, code: str, wat: str, doe: str = "") -> None:
        super().__init__(wat)
        self.code, self.wat, self.doe = code, wat, doe

    def about(self, bron: str) -> Melding:
        """The message, now that the name of the source is known."""
        return fault(self.code, bron, self.wat, self.doe)
