"""Every rule of the readers: the code that a message carries, what the rule says, and what to do.

The reference page of all checks is made from this table.
"""

from dataclasses import dataclass
from types import MappingProxyType

from familiegroepsplan.errors import Ernst

_WAARSCHUWING = Ernst.WAARSCHUWING


@dataclass(frozen=True)
class Regel:
    """One rule: code, one Dutch sentence on what it guards, what to do, and how bad a breach is."""

    code: str
    uitleg: str
    doe: str
    ernst: Ernst = Ernst.FOUT


_TABLE = (
    # files
    Regel("bestand-ontbreekt", "Een genoemd bestand moet er zijn.", "controleer naam en map"),
    Regel("bestand-onleesbaar", "Een bestand moet te lezen zijn.", "controleer of u het bestand mag lezen"),
    Regel(
        "bestand-soort",
        "Het moet een gewoon bestand zijn van een soort die hier past.",
        "kies een ander bestand",
    ),
    Regel("bestand-koppeling", "Koppelingen (symlinks) volgen we niet.", "zet het bestand zelf op deze plek"),
    Regel("bestand-buiten-map", "Een bestand moet in zijn eigen map liggen.", "zet het bestand in de juiste map"),
    Regel("bestand-te-groot", "Een bestand heeft een grootste omvang.", "maak het korter of splits het op"),
    Regel(
        "bestand-naam",
        "De naam bestaat uit kleine letters, cijfers en streepjes, en eindigt op .yml.",
        "hernoem het",
    ),
    # characters
    Regel(
        "tekst-bom",
        "Een bestand begint niet met een onzichtbaar BOM-teken.",
        "sla het op als UTF-8 zonder BOM",
    ),
    Regel("tekst-utf8", "Een bestand is opgeslagen als UTF-8.", "sla het bestand op als UTF-8"),
    Regel(
        "tekst-teken",
        "Tekens die u niet ziet of die de leesrichting veranderen, zijn niet toegestaan.",
        "verwijder het teken; typ de tekst hier zo nodig opnieuw",
    ),
    # YAML
    Regel("yaml-leeg", "Een bestand heeft inhoud.", "vul minstens de verplichte sleutels in"),
    Regel("yaml-vorm", "Een bestand bestaat uit regels van de vorm 'sleutel: waarde'.", "zet er sleutels in"),
    Regel("yaml-syntaxis", "De YAML is zo geschreven dat een computer haar kan lezen.", "herstel de regel"),
    Regel(
        "yaml-dubbele-punt",
        "Na een sleutel komt een dubbele punt en een spatie.",
        "schrijf 'sleutel: waarde'",
    ),
    Regel("yaml-inspringen", "Wat bij elkaar hoort, springt even ver in.", "maak het inspringen gelijk"),
    Regel("yaml-tab", "Inspringen gaat met spaties, niet met tabs.", "vervang de tab door spaties"),
    Regel("yaml-aanhalingstekens", "Een aanhalingsteken dat opent, sluit ook weer.", "sluit het aanhalingsteken"),
    Regel("yaml-haken", "Een haak of accolade die opent, sluit ook weer.", "sluit de haak of accolade"),
    Regel(
        "yaml-teken",
        "Sommige tekens mogen niet vooraan een waarde staan.",
        "zet de tekst tussen aanhalingstekens",
    ),
    Regel(
        "yaml-ontsnapping",
        "Tussen dubbele aanhalingstekens heeft een backslash een eigen betekenis.",
        "gebruik enkele aanhalingstekens of schrijf \\\\",
    ),
    Regel("yaml-dubbele-sleutel", "Elke sleutel staat er één keer.", "verwijder een van de twee"),
    Regel(
        "yaml-sleutel",
        "Een sleutel is een gewone tekst.",
        "schrijf links van de dubbele punt alleen een naam",
    ),
    Regel("yaml-anker", "Ankers (&) en verwijzingen (*) gebruiken we niet.", "schrijf de waarde voluit"),
    Regel("yaml-tag", "Tags (!) gebruiken we niet.", "zet de tekst tussen aanhalingstekens"),
    Regel("yaml-diepte", "Sleutels staan hooguit tien niveaus diep.", "maak het minder diep"),
    Regel("yaml-documenten", "Een bestand bevat één document.", "verwijder de regel '---' en wat erna komt"),
    Regel("yaml-richtlijn", "Regels die met % beginnen gebruiken we niet.", "verwijder de regel"),
    Regel(
        "yaml-hekje",
        "Na een spatie begint # een opmerking.",
        'zet de waarde tussen aanhalingstekens: "#ec0000"',
    ),
    Regel(
        "yaml-hekje-in-tekst",
        "Wat na een spatie en # komt, telt niet mee als tekst.",
        "zet de tekst tussen aanhalingstekens, of zet een spatie na het hekje",
        _WAARSCHUWING,
    ),
    # front matter
    Regel("kop-ontbreekt", "Een tekstblok begint met een kop tussen twee regels '---'.", "zet de kop erboven"),
    Regel("kop-open", "De kop van een tekstblok eindigt met een regel '---'.", "sluit de kop af met '---'"),
    # keys and their values
    Regel(
        "yaml-onbekende-sleutel",
        "Alleen sleutels uit de sleutellijst tellen.",
        "verwijder of verbeter de sleutel",
    ),
    Regel("yaml-sleutel-ontbreekt", "Een verplichte sleutel staat er, met een waarde.", "vul de sleutel in"),
    Regel("waarde-leeg", "Een waarde die er staat, is niet leeg.", "vul iets in of verwijder de sleutel"),
    Regel(
        "waarde-soort",
        "Op elke plek hoort tekst, een lijst of een groep sleutels.",
        "kijk in de sleutellijst",
    ),
    Regel("waarde-te-lang", "Een tekst heeft een grootste lengte, anders past hij niet.", "maak de tekst korter"),
    Regel("waarde-aantal", "Een lijst heeft een grootste en soms een kleinste aantal.", "pas het aantal aan"),
    Regel("waarde-keuze", "Bij sommige sleutels kiest u uit een vaste lijst.", "kies een van de waarden"),
    Regel("waarde-vorm", "Een waarde heeft de vorm die bij de sleutel hoort.", "verbeter de waarde"),
    Regel("waarde-dubbel", "In een lijst komt een waarde één keer voor.", "verwijder de dubbele waarde"),
    Regel("ja-nee", "Een ja-neevraag heeft als antwoord ja of nee.", "schrijf ja of nee"),
    Regel("taal-onbekend", "Een taalcode is een van de acht talen van dit project.", "kies een van de talen"),
    Regel("taal-nl", "Nederlands hoort er altijd bij.", "voeg nl toe"),
    Regel("url", "Een webadres is volledig en veilig.", "schrijf het hele adres, zoals https://www.voorbeeld.nl"),
    Regel("url-script", "Alleen adressen met http of https zijn toegestaan.", "gebruik een adres met https://"),
    Regel("url-site", "Het adres van de site eindigt op / en heeft geen ? of #.", "zet er een / achter"),
    Regel("telefoon", "Een telefoonnummer bestaat uit cijfers.", "schrijf het zo: 020 123 45 67"),
    Regel("e-mail", "Een e-mailadres is volledig.", "schrijf het zo: info@voorbeeld.nl"),
    Regel("datum", "Een datum bestaat en heeft de vorm jaar-maand-dag.", "schrijf het zo: 2027-11-01"),
    Regel("datum-volgorde", "Een begin ligt voor het einde.", "draai de datums om of verbeter er een"),
    Regel("kleur", "Een kleur heeft de vorm #rrggbb.", 'schrijf het zo: "#ec0000"'),
    Regel("cbs-code", "Een CBS-code heeft vier cijfers.", 'schrijf het zo: "0363"'),
    Regel("cvdr", "Een verordening heeft een CVDR-nummer met versie.", "schrijf het zo: CVDR482304/1"),
    Regel("pad", "Een pad is een gewone verwijzing binnen zijn map.", "schrijf het zo: amsterdam/logo.svg"),
    Regel(
        "doorverwijzing",
        "Een doorverwijzing leidt van het ene pad op de site naar het andere.",
        "schrijf /oud/: /nieuw/",
    ),
    Regel(
        "register",
        "Naam en CBS-code horen bij elkaar volgens het register.",
        "controleer beide",
        _WAARSCHUWING,
    ),
)

REGELS = MappingProxyType({regel.code: regel for regel in _TABLE})
"""The rules by code."""
