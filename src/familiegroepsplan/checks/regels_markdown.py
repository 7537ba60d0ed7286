"""The rules for a Markdown text, ours or a municipality's own."""

from familiegroepsplan.checks.regel import Checkregel, error, warning
from familiegroepsplan.errors import Wie

_SCHRIJVERS = (Wie.REDACTIE, Wie.VERTALER, Wie.GEMEENTE)


def _fout(code: str, uitleg: str, doe: str) -> Checkregel:
    return error(code, uitleg, doe, *_SCHRIJVERS)


TABEL = (
    # what could run, or could not be shown
    _fout(
        "md-te-diep",
        "Haken, koppen, citaten en lijsten staan er niet te vaak, en niet te diep in elkaar.",
        "maak de tekst eenvoudiger",
    ),
    _fout(
        "md-html",
        "In een tekst staat gewone Markdown, geen HTML.",
        "haal de HTML weg en schrijf gewone Markdown",
    ),
    _fout("md-script", "In een tekst staat geen script.", "haal het script helemaal weg"),
    _fout(
        "md-inbedding",
        "Een tekst haalt geen andere site binnen (iframe, object, embed).",
        "zet er een gewone link naar die pagina voor in de plaats",
    ),
    _fout(
        "md-stijl",
        "Een tekst heeft geen eigen opmaak: die komt uit de huisstijl.",
        "haal de opmaak weg; kleuren en letters komen uit de huisstijl",
    ),
    _fout(
        "md-gebeurtenis",
        "In een tekst staat niets dat een handeling start (onclick en dergelijke).",
        "haal dit attribuut weg",
    ),
    _fout(
        "md-attributen",
        "Tussen enkele accolades staat alleen het id van een kop.",
        "haal dit weg; alleen {#id} achter een kop mag",
    ),
    _fout(
        "md-accolade",
        "Accolades horen bij elkaar, twee aan twee.",
        "schrijf {{ naam }}, of haal de accolade weg",
    ),
    # links
    _fout("md-link-script", "Een link voert geen script uit.", "gebruik een adres met https://"),
    _fout(
        "md-link-soort",
        "Een link begint met https:, mailto: of tel:, of noemt een pagina.",
        "gebruik een adres met https://",
    ),
    _fout(
        "md-link-absoluut",
        "Een link naar een eigen pagina begint niet met een schuine streep.",
        "schrijf de naam van de pagina, zoals je-rechten.md",
    ),
    _fout(
        "md-link-pagina",
        "Een link naar een eigen pagina leidt naar een pagina die er is.",
        "verbeter de naam van de pagina",
    ),
    _fout("md-link-anker", "Wat na # komt, is een kop of blok op die pagina.", "verbeter wat na # staat"),
    _fout("md-link-leeg", "Een link heeft een tekst en een adres.", "schrijf [tekst](adres)"),
    _fout(
        "md-link-vorm",
        "Een link naar een eigen pagina heeft de vorm [tekst](pagina.md).",
        "schrijf [tekst](pagina.md)",
    ),
    warning(
        "md-link-http",
        "Een link naar een andere site begint met https://.",
        "kijk of het adres ook met https:// werkt",
        *_SCHRIJVERS,
    ),
    # images
    _fout(
        "md-afbeelding-alt",
        "Bij een afbeelding staat in woorden wat erop te zien is.",
        "schrijf het tussen de rechte haken: ![wat u ziet](beeld.png)",
    ),
    _fout(
        "md-afbeelding-bestand",
        "Een afbeelding is een bestand in docs/.",
        "zet het bestand in docs/ of verbeter het pad",
    ),
    _fout(
        "md-afbeelding-extern",
        "Een afbeelding komt niet van een andere site: die zou dan meekijken.",
        "zet de afbeelding in docs/",
    ),
    # headings
    _fout(
        "md-kop-h1",
        "De titel staat in de kop van het bestand; in de tekst begint u met ##.",
        "maak er ## van",
    ),
    _fout("md-kop-niveau", "Een kop gaat hooguit één niveau dieper dan de kop ervoor.", "sla geen niveau over"),
    _fout("md-kop-diep", "Koppen gaan hooguit tot ####.", "maak er #### of een gewone zin van"),
    _fout("md-kop-leeg", "Een kop heeft een tekst.", "schrijf de kop of haal de regel weg"),
    _fout(
        "md-kop-vorm",
        "Een kop begint vooraan op de regel met ## en een spatie.",
        "schrijf ## Kop {#id} vooraan op een eigen regel",
    ),
    _fout(
        "md-kop-id-ontbreekt",
        "Elke kop in een Nederlands blok heeft een eigen id.",
        "zet er een id achter, zoals {#wachten-vandaag}",
    ),
    _fout(
        "md-kop-id-vorm",
        "Een id bestaat uit kleine letters, cijfers en streepjes, en begint met een letter.",
        "schrijf het zo: {#wachten-vandaag}",
    ),
    _fout(
        "md-kop-id-dubbel",
        "Een id komt in het hele project één keer voor.",
        "kies een ander id; begin met de naam van het blok",
    ),
)
