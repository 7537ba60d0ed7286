"""The rules of `assembly`, which puts a page together from its blocks and parts, and of the templates around it."""

from familiegroepsplan.checks.regel import error
from familiegroepsplan.errors import Wie

TABEL = (
    error(
        "naam-onbekend",
        "Tussen dubbele accolades staat een blok, een deel of een gegeven dat bestaat.",
        "schrijf {{ gemeente.naam }}, {{ blok: naam }} of {{ deel: naam }}",
        Wie.REDACTIE,
        Wie.VERTALER,
    ),
    error("blok-ontbreekt", "Elke pagina heeft een Nederlands blok met haar titel.", "schrijf dit blok"),
    error("blok-kring", "Blokken verwijzen niet in een kring naar elkaar.", "haal een van de verwijzingen weg"),
    error(
        "vertaling-koppen",
        "Een vertaling heeft dezelfde koppen als het Nederlandse blok, in dezelfde volgorde.",
        "geef de vertaling dezelfde koppen in dezelfde volgorde",
        Wie.VERTALER,
    ),
    error(
        "sjabloon-fout",
        "Een sjabloon in overrides/ klopt, en vraagt wat er is.",
        "verbeter het sjabloon",
        Wie.ONTWIKKELAAR,
    ),
)
