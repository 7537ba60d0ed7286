"""The messages of print: every rule with its code, what it guards and what to do."""

from types import MappingProxyType

from familiegroepsplan.errors import Ernst, Melding, Plaats, Wie
from familiegroepsplan.reading.codes import Regel

_TABLE = (
    Regel(
        "folder-past-niet",
        "Elke tekst past in zijn paneel; er valt nooit iets weg.",
        "maak de tekst korter, of de gegevens van de gemeente die in dit paneel staan",
    ),
    Regel(
        "folder-teken",
        "Elk teken van een folder zit in de lettertypen.",
        "zoek het vreemde teken in de teksten of gegevens en vervang het",
    ),
    Regel(
        "folder-vertaling",
        "Een folder wordt alleen gemaakt in talen waarin al zijn teksten er zijn.",
        "laat de tekst vertalen; tot die tijd is de folder er niet in deze taal",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "folder-blok",
        "Elk blok dat een folder noemt, is er in het Nederlands.",
        "maak het blok, of verbeter de naam in flyer.yml",
    ),
    Regel(
        "folder-naam",
        "In de tekst van een folder staan alleen waarden van een gemeente tussen dubbele haken.",
        "kies een naam uit handboek/namen.md",
    ),
    Regel("folder-sjabloon", "Bij elke flyer.yml hoort een Typst-bestand.", "zet <flyer>.typ naast flyer.yml"),
    Regel(
        "folder-zetten",
        "Typst kan elke folder zetten.",
        "meld dit aan de ontwikkelaar; de andere folders zijn wel gemaakt",
    ),
    Regel(
        "folder-logo-grof",
        "Een logo heeft genoeg beeldpunten om te drukken (minstens 60 dpi).",
        "lever het logo aan als SVG",
    ),
    Regel(
        "folder-logo-onscherp",
        "Een logo is scherp op papier (150 dpi of meer).",
        "lever het logo aan als SVG",
        Ernst.WAARSCHUWING,
    ),
    Regel(
        "folder-afzender",
        "De tweede afzender is een aanbieder uit het bestand van de gemeente.",
        "noem een aanbieder zoals hij in het bestand van de gemeente staat",
    ),
    Regel(
        "drukwerk-adres",
        "Drukwerk wordt pas gemaakt als vaststaat waar de site komt: een gedrukte code is niet te verbeteren.",
        "vul site_url in",
    ),
    Regel(
        "drukwerk-profiel",
        "Een drukprofiel is een ICC-profiel van een pers in CMYK.",
        "vraag uw drukker om het profiel van zijn pers, of laat drukprofiel weg",
    ),
    Regel(
        "drukwerk-kleur",
        "Elke kleur van drukwerk is om te zetten in inkt.",
        "lever het logo aan zonder bijzondere verlopen; de folders voor het scherm zijn wel gemaakt",
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABLE})
"""The rules by code, for the reference page of all checks."""

_WIE = {
    "folder-vertaling": Wie.VERTALER,
    "folder-blok": Wie.REDACTIE,
    "folder-naam": Wie.REDACTIE,
    "folder-sjabloon": Wie.ONTWIKKELAAR,
    "folder-zetten": Wie.ONTWIKKELAAR,
}


def melding(code: str, plaats: Plaats, wat: str, doe: str = "", *, wie: Wie | None = None) -> Melding:
    """A message under a rule of this table; remedy, severity and who acts come from there unless given."""
    regel = REGELS[code]
    return Melding(plaats, "", wat, doe or regel.doe, code, regel.ernst, wie or _WIE.get(code, Wie.GEMEENTE))
