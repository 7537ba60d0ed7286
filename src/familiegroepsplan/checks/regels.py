"""The rules for what the texts and data of the project say, and for how they hang together."""

from familiegroepsplan.checks.regel import error, warning
from familiegroepsplan.errors import Wie

_ALLEN = (Wie.REDACTIE, Wie.GEMEENTE)

TABEL = (
    # facts: source and date
    warning("bron-ontbreekt", "Bij elk feit staat waar het vandaan komt.", "vul bron in", *_ALLEN),
    error(
        "bron-onbekend",
        "Een bron is een van de korte namen uit content/landelijk.yml.",
        "kies een bestaande bron",
    ),
    warning(
        "niet-gecontroleerd",
        "Iemand heeft nagekeken of het klopt.",
        "kijk het na en vul de datum in",
        *_ALLEN,
    ),
    warning(
        "controle-verlopen",
        "Het nakijken is hooguit een jaar geleden.",
        "kijk het opnieuw na en vul de datum in",
        *_ALLEN,
    ),
    error(
        "controle-toekomst",
        "Een datum van controle ligt niet in de toekomst.",
        "vul de dag in waarop u het nakeek",
        *_ALLEN,
    ),
    # blocks and pages
    error(
        "omschrijving-ontbreekt",
        "Elke pagina heeft een omschrijving voor zoekmachines.",
        "schrijf er een van 70 tot 160 tekens",
        Wie.REDACTIE,
        Wie.VERTALER,
    ),
    warning(
        "omschrijving-lengte",
        "Een omschrijving telt 70 tot 160 tekens.",
        "maak haar langer of korter",
        Wie.REDACTIE,
        Wie.VERTALER,
    ),
    error(
        "doelgroep",
        "Tekst voor professionals staat niet op een pagina voor gezinnen.",
        "verander de doelgroep of kies een ander blok",
    ),
    warning("blok-ongebruikt", "Elk blok staat op een pagina.", "zet het op een pagina of verwijder het"),
    warning(
        "wijziging-onbekend",
        "In content/wijzigingen staat bij elke tekst wat er het laatst aan veranderde.",
        "draai fgp check --herstel, en schrijf bij wat er veranderde",
    ),
    # translations
    error(
        "taal-map",
        "Een map met teksten heeft als naam een van de acht taalcodes.",
        "hernoem of verwijder de map",
    ),
    error(
        "vertaling-zonder-bron",
        "Bij elke vertaling hoort een Nederlands blok.",
        "verbeter de naam van het bestand",
        Wie.VERTALER,
    ),
    error(
        "vertaling-ontbreekt",
        "Elk blok voor gezinnen is vertaald in de talen die de gemeente aanbiedt.",
        "zet de vertaling in de map van die taal, of haal de taal weg bij talen",
        Wie.VERTALER,
    ),
    warning(
        "vertaling-professionals",
        "Ook de blokken voor professionals zijn vertaald in het Engels.",
        "zet de vertaling in de map van die taal",
        Wie.VERTALER,
    ),
    warning(
        "vertaling-verouderd",
        "Een vertaling hoort bij de Nederlandse tekst van nu.",
        "werk de vertaling bij",
        Wie.VERTALER,
    ),
    warning(
        "kleine-wijziging-groot",
        "Een kleine wijziging is klein: haar vertalingen zeggen nog wat het Nederlands zegt.",
        "haal de code weg bij kleine_wijziging_van; de vertalingen ervan heten dan verouderd",
        Wie.REDACTIE,
    ),
    warning(
        "vertaling-concept",
        "Iemand met die moedertaal heeft de vertaling nagekeken.",
        "laat haar nakijken en zet status op nagekeken",
        Wie.VERTALER,
    ),
    error(
        "vertaling-namen",
        "Een vertaling heeft dezelfde {{ … }} als het Nederlandse blok.",
        "neem ze over uit het Nederlands",
        Wie.VERTALER,
    ),
    error(
        "vertaling-links",
        "Een vertaling heeft dezelfde links naar eigen pagina's als het Nederlandse blok.",
        "neem de links over uit het Nederlands",
        Wie.VERTALER,
    ),
    warning(
        "teksten-ontbreken",
        "De woorden van menu's en knoppen zijn er in elke taal.",
        "vertaal ze",
        Wie.VERTALER,
    ),
    error(
        "tekst-onbekend",
        "De woorden van menu's en knoppen hebben in elke taal dezelfde sleutels.",
        "verbeter of verwijder de sleutel",
        Wie.VERTALER,
    ),
    error(
        "tekst-namen",
        "Een vertaald woord heeft dezelfde {…} als het Nederlandse.",
        "neem ze over uit het Nederlands",
        Wie.VERTALER,
    ),
    error("tekst-ontbreekt", "Elk woord waar de site om vraagt, is er in het Nederlands.", "schrijf deze tekst"),
    warning("begrip-ontbreekt", "De woordenlijst heeft in elke taal dezelfde woorden.", "vertaal ze", Wie.VERTALER),
    error(
        "begrip-onbekend",
        "De woordenlijst heeft in elke taal dezelfde woorden.",
        "verbeter of verwijder het woord",
        Wie.VERTALER,
    ),
    error(
        "begrip-dubbel",
        "Een vorm hoort bij één woord van de woordenlijst.",
        "haal de vorm bij een van de twee weg",
        Wie.REDACTIE,
        Wie.VERTALER,
    ),
    warning(
        "term-anders",
        "Een vertaling gebruikt voor een moeilijk woord het woord uit de woordenlijst van haar taal.",
        "gebruik het woord uit de woordenlijst, of zet deze vorm erbij in content/begrippen",
        Wie.VERTALER,
    ),
    # plain language
    warning(
        "leesbaarheid",
        "Een tekst leest gemakkelijk (Flesch-Douma): voor gezinnen 60 of meer, voor professionals 40.",
        "maak zinnen korter en kies gewone woorden",
    ),
    warning(
        "leesbaarheid-gemiddelde",
        "De teksten voor gezinnen lezen samen gemakkelijk: gemiddeld 70 of meer (Flesch-Douma).",
        "begin met de blokken die het laagst scoren",
    ),
    warning(
        "vaktaal",
        "Een moeilijk woord staat in de woordenlijst.",
        "schrijf een gewoon woord, of zet dit in content/begrippen/nl.yml",
    ),
    warning(
        "begrip-vorm",
        "Elke vorm van een woord uit de woordenlijst wordt uitgelegd.",
        "zet deze vorm bij het woord in content/begrippen/nl.yml",
    ),
    # a municipality
    warning(
        "voorbeeld",
        "Gegevens zijn door de gemeente bevestigd.",
        "laat de gemeente ze bevestigen en haal 'voorbeeld' weg",
        Wie.GEMEENTE,
    ),
    warning("gegevens-ontbreken", "Een gezin vindt alles over zijn gemeente.", "vul deze sleutel in", Wie.GEMEENTE),
    warning(
        "herzien",
        "Iemand kijkt het hele bestand op tijd weer na.",
        "kijk alles na en kies een nieuwe datum",
        Wie.GEMEENTE,
    ),
    warning(
        "verordening-vervallen",
        "De artikelen komen uit de verordening die nu geldt.",
        "neem de tekst van nu over",
        Wie.GEMEENTE,
    ),
    error(
        "eigen-tekst-blok",
        "Een eigen tekst vervangt een blok dat vervangen mag worden.",
        "kies een vervangbaar blok",
        Wie.GEMEENTE,
    ),
    error(
        "eigen-tekst-pagina",
        "Een aanvulling hoort bij een pagina die er is.",
        "kies een pagina",
        Wie.GEMEENTE,
    ),
    error(
        "eigen-tekst-namen",
        "In een eigen tekst staat geen {{ … }}: u schrijft de namen zelf.",
        "schrijf de naam gewoon op",
        Wie.GEMEENTE,
    ),
    error(
        "doorverwijzing-doel",
        "Een oud adres leidt naar een pagina die er is.",
        "kies een pagina van de site",
        Wie.GEMEENTE,
    ),
    error(
        "doorverwijzing-botst",
        "Een oud adres staat geen pagina of bestand van de site in de weg.",
        "verwijder deze regel",
        Wie.GEMEENTE,
    ),
    error(
        "doorverwijzing-keten",
        "Een oud adres leidt meteen naar de pagina van nu.",
        "verwijs meteen naar het laatste adres",
        Wie.GEMEENTE,
    ),
    error(
        "doorverwijzing-pad",
        "Een oud adres is een pad van gewone namen.",
        "laat vreemde tekens, punten vooraan en lege delen weg",
        Wie.GEMEENTE,
    ),
)
