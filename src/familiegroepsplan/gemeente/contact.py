"""Whom to ask in a gemeente, and the addresses that a municipal site must give."""

from typing import Literal

from pydantic import Field

from familiegroepsplan.gemeente.adressen import ContactUri, EMail, Telefoon, Url
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.teksten import Naam, Regel, TekstPerTaal
from familiegroepsplan.gemeente.veldtypen import Bron, GecontroleerdOp
from familiegroepsplan.gemeente.vorm import zonder


class Toegang(Onderdeel):
    """Het team waar gezinnen in deze gemeente met een vraag over opvoeden en opgroeien terechtkunnen."""

    naam: Naam = Field(
        title="Naam",
        description="Hoe het team heet.",
        examples=["Buurtteam Jeugd en Gezin"],
    )
    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="De pagina van het team.",
        examples=["https://www.voorbeeld.nl/buurtteam"],
        json_schema_extra=zonder("er staat een link naar de site van de gemeente"),
    )
    telefoon: Telefoon | None = Field(
        default=None,
        title="Telefoon",
        description="Het telefoonnummer voor gezinnen.",
        examples=["030 123 45 67"],
        json_schema_extra=zonder("er staat geen telefoonnummer"),
    )
    e_mail: EMail | None = Field(
        default=None,
        title="E-mail",
        description="Het e-mailadres voor gezinnen.",
        examples=["team@voorbeeld.nl"],
        json_schema_extra=zonder("er staat geen e-mailadres"),
    )
    adres: Regel | None = Field(
        default=None,
        title="Adres",
        description="Het bezoekadres.",
        examples=["Straatnaam 1, 1234 AB Plaats"],
        json_schema_extra=zonder("er staat geen adres"),
    )
    openingstijden: TekstPerTaal | None = Field(
        default=None,
        title="Openingstijden",
        description="Wanneer het team bereikbaar is.",
        examples=[{"nl": "maandag tot en met vrijdag van 9 tot 17 uur", "en": "Monday to Friday, 9 am to 5 pm"}],
        json_schema_extra=zonder("er staan geen openingstijden"),
    )
    bron: Bron = None
    gecontroleerd_op: GecontroleerdOp = None


class Contact(Onderdeel):
    """Wie er bij de gemeente over deze site gaat."""

    naam: Naam | None = Field(
        default=None,
        title="Naam",
        description="De afdeling of het loket.",
        examples=["Klantcontactcentrum"],
        json_schema_extra=zonder("er staat 'de gemeente'"),
    )
    telefoon: Telefoon | None = Field(
        default=None,
        title="Telefoon",
        description="Het algemene telefoonnummer.",
        examples=["14 030"],
        json_schema_extra=zonder("er staat geen telefoonnummer"),
    )
    e_mail: EMail | None = Field(
        default=None,
        title="E-mail",
        description="Het algemene e-mailadres.",
        examples=["info@voorbeeld.nl"],
        json_schema_extra=zonder("er staat geen e-mailadres"),
    )
    adres: Regel | None = Field(
        default=None,
        title="Adres",
        description="Het bezoekadres.",
        examples=["Straatnaam 1, 1234 AB Plaats"],
        json_schema_extra=zonder("er staat geen adres"),
    )
    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="De contactpagina van de gemeente.",
        examples=["https://www.voorbeeld.nl/contact"],
        json_schema_extra=zonder("er staat een link naar de site van de gemeente"),
    )


class Klachten(Onderdeel):
    """Waar een gezin met een klacht terechtkan."""

    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="De pagina over klachten.",
        examples=["https://www.voorbeeld.nl/klacht"],
        json_schema_extra=zonder("er staat een link naar de site van de gemeente"),
    )
    tekst: TekstPerTaal | None = Field(
        default=None,
        title="Tekst",
        description="Hoe klagen in deze gemeente gaat.",
        examples=[{"nl": "Je kunt je klacht online melden.", "en": "You can make a complaint online."}],
        json_schema_extra=zonder("de landelijke tekst staat er"),
    )


class Privacy(Onderdeel):
    """Wat de gemeente over privacy zegt."""

    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="De privacyverklaring van de gemeente.",
        examples=["https://www.voorbeeld.nl/privacy"],
        json_schema_extra=zonder("er staat een link naar de site van de gemeente"),
    )
    tekst: TekstPerTaal | None = Field(
        default=None,
        title="Tekst",
        description="Wat u over privacy wilt toevoegen.",
        examples=[{"nl": "Wij bewaren niets van uw bezoek.", "en": "We keep nothing of your visit."}],
        json_schema_extra=zonder("de landelijke tekst staat er"),
    )


class Toegankelijkheid(Onderdeel):
    """De toegankelijkheidsverklaring van deze site (Besluit digitale toegankelijkheid overheid)."""

    status: Literal["A", "B", "C", "D", "E"] | None = Field(
        default=None,
        title="Status",
        description="De status in het register van toegankelijkheidsverklaringen.",
        examples=["B"],
        json_schema_extra=zonder("de site noemt geen status"),
    )
    register_url: Url | None = Field(
        default=None,
        alias="register",
        title="Register",
        description="Het webadres van de verklaring in het register.",
        examples=["https://www.toegankelijkheidsverklaring.nl/register/1"],
        json_schema_extra=zonder("er staat geen link naar een verklaring, de controle waarschuwt"),
    )
    e_mail: EMail | None = Field(
        default=None,
        title="E-mail",
        description="Waar iemand een probleem met de toegankelijkheid kan melden.",
        examples=["toegankelijk@voorbeeld.nl"],
        json_schema_extra=zonder("er staat een link naar de site van de gemeente"),
    )


class Beveiliging(Onderdeel):
    """Waar iemand een lek kan melden; komt in /.well-known/security.txt (RFC 9116)."""

    contact: ContactUri = Field(
        title="Meldadres",
        description="Een e-mailadres met mailto: ervoor, of een webadres.",
        examples=["mailto:beveiliging@voorbeeld.nl"],
    )
