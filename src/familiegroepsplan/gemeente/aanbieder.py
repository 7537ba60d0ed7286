"""Organisations that help a family to make its plan."""

from pydantic import Field

from familiegroepsplan.gemeente.adressen import EMail, Telefoon, Url
from familiegroepsplan.gemeente.bestanden import LogoBestand
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.teksten import KortPerTaal, Naam, Talen, TekstPerTaal
from familiegroepsplan.gemeente.veldtypen import Bron, GecontroleerdOp, JaNee
from familiegroepsplan.gemeente.vorm import zonder


class Aanbieder(Onderdeel):
    """Een organisatie die gezinnen in deze gemeente helpt bij het maken van hun plan."""

    naam: Naam = Field(
        title="Naam",
        description="De naam van de organisatie.",
        examples=["Eigen Kracht Centrale"],
    )
    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="De site van de organisatie.",
        examples=["https://www.eigen-kracht.nl"],
        json_schema_extra=zonder("er staat geen link"),
    )
    omschrijving: TekstPerTaal | None = Field(
        default=None,
        title="Omschrijving",
        description="Wat de organisatie voor een gezin doet.",
        examples=[
            {
                "nl": "Een coördinator helpt jullie om samen een plan te maken.",
                "en": "A coordinator helps you.",
            }
        ],
        json_schema_extra=zonder("alleen de naam staat er"),
    )
    kosten: KortPerTaal | None = Field(
        default=None,
        title="Kosten",
        description="Wat het een gezin kost.",
        examples=[{"nl": "gratis", "en": "free"}],
        json_schema_extra=zonder("de site zegt niets over kosten"),
    )
    verwijzing_nodig: JaNee | None = Field(
        default=None,
        title="Verwijzing nodig",
        description="Of een gezin eerst een verwijzing nodig heeft.",
        examples=["nee"],
        json_schema_extra=zonder("de site zegt niets over een verwijzing"),
    )
    wachttijd: KortPerTaal | None = Field(
        default=None,
        title="Wachttijd",
        description="Hoe lang een gezin moet wachten.",
        examples=[{"nl": "geen wachtlijst", "en": "no waiting list"}],
        json_schema_extra=zonder("de site zegt niets over wachten"),
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
        examples=["info@voorbeeld.nl"],
        json_schema_extra=zonder("er staat geen e-mailadres"),
    )
    talen: Talen = Field(
        default=(),
        title="Talen",
        description="In welke talen de organisatie een gezin kan helpen.",
        examples=[["nl", "en"]],
        json_schema_extra=zonder("de site zegt niets over talen"),
    )
    logo: LogoBestand | None = Field(
        default=None,
        title="Logo",
        description="Het logo, voor folders met twee afzenders.",
        examples=["utrecht/eigen-kracht.svg"],
        json_schema_extra=zonder("de naam staat er als woordmerk"),
    )
    bron: Bron = None
    gecontroleerd_op: GecontroleerdOp = None
