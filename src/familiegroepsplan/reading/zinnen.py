"""The sentences that the readers and the form "Zet jouw gemeente neer" share, so that both say the same.

A name between braces is filled in where the sentence is used. Where `doe` is empty, the rule's own remedy counts.
"""

from dataclasses import asdict, dataclass
from types import MappingProxyType

from pydantic_core import PydanticCustomError

from familiegroepsplan.reading.codes import REGELS


@dataclass(frozen=True)
class Zin:
    """What is wrong and what to do, with names between braces, under the code of a rule."""

    code: str
    wat: str
    doe: str = ""


_GEEN_NAAM = "zet tekst met {{ of [ tussen aanhalingstekens; links van de dubbele punt hoort een naam"
_HEKJE = "{hekje} telt als opmerking, omdat er een spatie voor het hekje staat"
_AANHALINGSTEKENS = 'zet aanhalingstekens om de hele waarde: "{waarde}"'

ZINNEN = MappingProxyType(
    {
        # keys and kinds
        "verplicht-leeg": Zin("yaml-sleutel-ontbreekt", "is verplicht, maar is leeg", "vul deze sleutel in"),
        "verplicht-ontbreekt": Zin("yaml-sleutel-ontbreekt", "is verplicht, maar ontbreekt", "vul deze sleutel in"),
        "sleutel-bijna": Zin("yaml-onbekende-sleutel", "onbekende sleutel", "bedoelt u '{bijna}'?"),
        "sleutel-elders": Zin(
            "yaml-onbekende-sleutel",
            "onbekende sleutel",
            "deze sleutel hoort onder '{waar}': laat hem daar inspringen",
        ),
        "sleutel-onbekend": Zin(
            "yaml-onbekende-sleutel",
            "onbekende sleutel",
            "verwijder deze sleutel; hier kunnen staan: {sleutels}",
        ),
        "soort-tekst": Zin(
            "waarde-soort",
            "hier hoort een tekst maar er staat {soort}",
            "schrijf de tekst op één regel, zo nodig tussen aanhalingstekens",
        ),
        "soort-lijst": Zin(
            "waarde-soort",
            "hier hoort een lijst, met een streepje voor elk onderdeel, maar er staat {soort}",
            "zet er een streepje en een spatie voor, of schrijf [nl, en]",
        ),
        "soort-groep": Zin(
            "waarde-soort",
            "hier hoort een groep sleutels, elk op een eigen regel, maar er staat {soort}",
            "gebruik ingesprongen sleutels: {sleutels}",
        ),
        "soort-vrije-groep": Zin(
            "waarde-soort", "hier hoort een groep sleutels, elk op een eigen regel, maar er staat {soort}"
        ),
        # texts and lists
        "onderdeel-leeg": Zin("waarde-leeg", "hier staat niets", "vul iets in of verwijder de regel"),
        "tekst-leeg": Zin("waarde-leeg", "de tekst is leeg", "vul iets in of verwijder de sleutel"),
        "tekst-te-lang": Zin("waarde-te-lang", "de tekst is langer dan {meeste} tekens", "maak de tekst korter"),
        "lijst-te-lang": Zin("waarde-aantal", "meer dan {meeste} onderdelen", "haal er onderdelen af"),
        "lijst-te-kort": Zin("waarde-aantal", "minder dan {minste} onderdelen", "voeg onderdelen toe"),
        "keuze": Zin("waarde-keuze", "'{waarde}' kan hier niet", "kies uit: {keuzes}"),
        "keuze-bijna": Zin("waarde-keuze", "'{waarde}' kan hier niet", "kies uit: {keuzes}; bedoelt u '{bijna}'?"),
        "teken": Zin("tekst-teken", "{soort} ({teken})", "verwijder het teken; typ de tekst hier zo nodig opnieuw"),
        "teken-ontsnapt": Zin("tekst-teken", "{soort} ({teken}), geschreven met een backslash"),
        # languages
        "taal-onbekend": Zin("taal-onbekend", "'{taal}' is geen taalcode van dit project", "kies uit: {talen}"),
        "taal-bijna": Zin(
            "taal-onbekend",
            "'{taal}' is geen taalcode van dit project",
            "kies uit: {talen}; bedoelt u '{bijna}'?",
        ),
        "taal-dubbel": Zin("waarde-dubbel", "'{taal}' staat er twee keer in", "laat elke taal één keer staan"),
        "talen-nl": Zin("taal-nl", "Nederlands (nl) ontbreekt", "zet nl vooraan in de lijst"),
        "tekst-nl": Zin("taal-nl", "de Nederlandse tekst (nl) ontbreekt", "voeg nl: toe, met de Nederlandse tekst"),
        # addresses
        "url-schema": Zin(
            "url-script",
            "een adres met {schema}: is hier niet toegestaan",
            "gebruik een adres dat met https:// begint",
        ),
        "url-half": Zin("url", "het adres is niet volledig", "schrijf het hele adres, zoals {bijna}"),
        "url-teken": Zin(
            "url", "een spatie, aanhalingsteken of haakje in het adres", "neem het adres over uit de browser"
        ),
        "url-ongeldig": Zin("url", "dit is geen geldig adres", "neem het adres over uit de browser"),
        "url-wachtwoord": Zin("url", "er staat een naam of wachtwoord in het adres", "haal het deel voor de @ weg"),
        "url-naam": Zin(
            "url",
            "er staat geen geldige sitenaam in het adres",
            "schrijf het hele adres, zoals https://www.voorbeeld.nl",
        ),
        "site-vraagteken": Zin("url-site", "er staat een ? of # in het adres van de site", "laat dat deel weg"),
        "site-einde": Zin("url-site", "het adres van de site eindigt niet op /", "schrijf {adres}/"),
        "e-mail-mailto": Zin("e-mail", "mailto: hoort er niet bij", "schrijf alleen {adres}"),
        "e-mail": Zin("e-mail", "dit is geen volledig e-mailadres"),
        "telefoon": Zin("telefoon", "dit is geen telefoonnummer"),
        "meldadres": Zin(
            "url",
            "hier hoort een adres met mailto: of https:",
            "schrijf mailto:naam@voorbeeld.nl of https://www.voorbeeld.nl/melden",
        ),
        "pad-site": Zin(
            "doorverwijzing",
            "'{pad}' is geen pad op deze site",
            "schrijf een pad als /rechten/: begin met /, zonder spaties, // of ..",
        ),
        "pad-zelf": Zin(
            "doorverwijzing", "{oud} verwijst naar zichzelf", "verwijder deze regel of kies een ander doel"
        ),
        # files
        "pad-backslash": Zin("pad", "een backslash in het pad", "gebruik gewone schuine strepen: {pad}"),
        "pad-begin": Zin("pad", "het pad begint niet in de map van dit bestand"),
        "pad-punten": Zin(
            "pad", "het pad gaat met . of .. naar een andere map", "zet het bestand in de map van de gemeente"
        ),
        "pad-tekens": Zin(
            "pad",
            "een naam in het pad heeft tekens die niet mogen",
            "gebruik in namen alleen letters, cijfers, streepjes en punten",
        ),
        "bestand-soort": Zin("bestand-soort", "dit soort bestand past hier niet: {pad}", "gebruik {eindes}"),
        "bestand-te-groot": Zin(
            "bestand-te-groot", "het bestand is groter dan {meeste} kB", "maak het korter of splits het op"
        ),
        # dates, colours, codes, answers
        "datum-andersom": Zin("datum", "de datum staat in een andere volgorde", "schrijf eerst het jaar: {datum}"),
        "datum-vorm": Zin("datum", "dit is geen datum van de vorm jaar-maand-dag"),
        "datum-bestaat-niet": Zin("datum", "{datum} bestaat niet", "controleer dag en maand"),
        "datum-ver": Zin("datum", "het jaar {jaar} ligt te ver weg", "kies een jaar van {eerste} tot {laatste}"),
        "datum-einde": Zin("datum-volgorde", "het einde ligt voor het begin ({begin})"),
        "kleur": Zin("kleur", "dit is geen kleur van de vorm #rrggbb"),
        "kleur-bijna": Zin("kleur", "dit is geen kleur van de vorm #rrggbb", 'schrijf het zo: "{kleur}"'),
        "cbs-code": Zin("cbs-code", "een CBS-code heeft vier cijfers"),
        "cbs-code-bijna": Zin("cbs-code", "een CBS-code heeft vier cijfers", 'schrijf het zo: "{cijfers}"'),
        "cvdr": Zin("cvdr", "dit is geen CVDR-nummer met versie"),
        "cvdr-bijna": Zin("cvdr", "dit is geen CVDR-nummer met versie", "schrijf het zo: {nummer}"),
        "ja-nee": Zin("ja-nee", "'{waarde}' is geen ja of nee"),
        # the register
        "register-onbekend": Zin(
            "register", "'{naam}' staat niet in het register", "controleer naam en code; lijkt op: {bijna}"
        ),
        "register-ander": Zin(
            "register", "code {code} hoort bij {van}, niet bij {naam}", "de code van {bekend} is {goed}"
        ),
        "register-ander-naam": Zin(
            "register", "code {code} hoort bij {van}, niet bij {naam}", "controleer naam en code"
        ),
        "register-code": Zin("register", "code {code} staat niet in het register", "de code van {bekend} is {goed}"),
        # what our YAML does without
        "yaml-anker": Zin("yaml-anker", "een anker, &{naam}"),
        "yaml-verwijzing": Zin("yaml-anker", "een verwijzing, *{naam}"),
        "yaml-tag": Zin("yaml-tag", "een tag: een woord dat met ! begint"),
        "yaml-diepte": Zin("yaml-diepte", "meer dan {meeste} niveaus diep"),
        "yaml-syntaxis": Zin(
            "yaml-syntaxis",
            "deze regel kan een computer niet lezen",
            "herstel de regel; fgp check zegt wat eraan mankeert",
        ),
        "yaml-sleutel-leeg": Zin("yaml-sleutel", "een lege sleutel"),
        "yaml-sleutel-soort": Zin("yaml-sleutel", "een sleutel die geen tekst is", _GEEN_NAAM),
        "hekje": Zin("yaml-hekje", _HEKJE, _AANHALINGSTEKENS),
        "hekje-in-tekst": Zin("yaml-hekje-in-tekst", _HEKJE, _AANHALINGSTEKENS),
        "yaml-document": Zin("yaml-documenten", "hier begint een tweede document"),
        "yaml-richtlijn": Zin("yaml-richtlijn", "een regel die met % begint"),
        "yaml-dubbel": Zin("yaml-dubbele-sleutel", "deze sleutel staat er twee keer, eerder op regel {regel}"),
        "yaml-leeg": Zin("yaml-leeg", "hier staan geen gegevens"),
        "yaml-vorm": Zin(
            "yaml-vorm",
            "hier horen sleutels met een waarde te staan",
            "schrijf op elke regel 'sleutel: waarde', met een spatie na de dubbele punt",
        ),
        "utf8": Zin(
            "tekst-utf8",
            "byte 0x{byte} is geen UTF-8",
            "sla het bestand op als UTF-8 (in uw editor: 'Opslaan met codering')",
        ),
        "bom": Zin("tekst-bom", "onzichtbaar BOM-teken (U+FEFF) vooraan", "sla het bestand op als UTF-8 zonder BOM"),
    }
)
"""Every shared sentence by its name."""


def zin(naam: str, /, **woorden: object) -> tuple[str, str, str]:
    """Code, what is wrong and what to do of a sentence, filled in."""
    found = ZINNEN[naam]
    return found.code, found.wat.format(**woorden), found.doe.format(**woorden) or REGELS[found.code].doe


def zin_error(naam: str, /, **woorden: object) -> PydanticCustomError:
    """The sentence as an error to raise in a pydantic validator; `validate` makes it a message with its place."""
    code, wat, doe = zin(naam, **woorden)
    return PydanticCustomError(code, "{wat}", {"wat": wat, "doe": doe})


def zinnen_data() -> dict[str, dict[str, str]]:
    """The sentences as plain data, with the rule's remedy where a sentence has none; `{naam}` is to be filled in."""
    return {
        naam: asdict(one) | {"doe": (one.doe or REGELS[one.code].doe).replace("{{", "{")}
        for naam, one in ZINNEN.items()
    }
