"""The local regulation on youth help: which one, whether it holds, and what it says about the plan."""

from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from familiegroepsplan.gemeente.adressen import Url
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.teksten import LangeTekst, Naam, Nummer, Regel, TekstPerTaal
from familiegroepsplan.gemeente.veldtypen import Bron, Cvdr, Datum, GecontroleerdOp
from familiegroepsplan.gemeente.vorm import zonder
from familiegroepsplan.reading import zin_error

Status = Literal["geldend", "vervallen", "onbekend"]


class Artikel(Onderdeel):
    """Een artikel over het familiegroepsplan, met de letterlijke tekst en uitleg in gewone taal."""

    nummer: Nummer = Field(
        title="Nummer",
        description="Het nummer van het artikel.",
        examples=["2.2"],
    )
    lid: Nummer | None = Field(
        default=None,
        title="Lid",
        description="Het lid, met een letter als die er is.",
        examples=["2b"],
        json_schema_extra=zonder("het hele artikel is bedoeld"),
    )
    titel: Regel | None = Field(
        default=None,
        title="Titel",
        description="Het opschrift van het artikel.",
        examples=["Toegang tot jeugdhulp"],
        json_schema_extra=zonder("alleen het nummer staat boven de tekst"),
    )
    tekst: LangeTekst = Field(
        title="Tekst",
        description="De letterlijke tekst. De site toont die als citaat.",
        examples=["Het college vertelt ouders dat zij zelf een plan kunnen maken."],
    )
    toelichting: LangeTekst | None = Field(
        default=None,
        title="Toelichting",
        description="De letterlijke toelichting van de gemeente bij dit artikel.",
        examples=["Ouders kunnen zelf een plan maken."],
        json_schema_extra=zonder("er staat geen toelichting"),
    )
    uitleg: TekstPerTaal | None = Field(
        default=None,
        title="Uitleg",
        description="Wat dit artikel betekent, in gewone taal.",
        examples=[
            {
                "nl": "De gemeente vertelt je dat je zelf een plan mag maken.",
                "en": "You may make your own plan.",
            }
        ],
        json_schema_extra=zonder("alleen de letterlijke tekst staat er"),
    )
    bron: Bron = None
    gecontroleerd_op: GecontroleerdOp = None


class Verordening(Onderdeel):
    """De regels van de gemeente over jeugdhulp, en wat er over het familiegroepsplan in staat."""

    titel: Regel = Field(
        title="Titel",
        description="De naam van de verordening.",
        examples=["Verordening jeugdhulp gemeente Voorbeeld"],
    )
    cvdr: Cvdr | None = Field(
        default=None,
        title="CVDR-nummer",
        description="Het nummer met versie op lokaleregelgeving.overheid.nl.",
        examples=["CVDR123456/1"],
        json_schema_extra=zonder("de site noemt geen nummer"),
    )
    url: Url | None = Field(
        default=None,
        title="Webadres",
        description="Waar de verordening te lezen is.",
        examples=["https://lokaleregelgeving.overheid.nl/CVDR123456/1"],
        json_schema_extra=zonder("er staat geen link naar de verordening"),
    )
    geldig_van: Datum | None = Field(
        default=None,
        title="Geldig van",
        description="De dag waarop deze versie inging. Leeg: niet bekend.",
        examples=["2026-01-01"],
        json_schema_extra=zonder("de site noemt geen begindatum"),
    )
    geldig_tot: Datum | None = Field(
        default=None,
        title="Geldig tot",
        description="De dag waarop deze versie eindigde. Leeg: niet bekend, of nog geldig.",
        examples=["2027-12-31"],
        json_schema_extra=zonder("de site noemt geen einddatum"),
    )
    status: Status = Field(
        default="onbekend",
        title="Status",
        description="Of deze versie nu geldt. Bij 'vervallen' zegt de site dat de tekst niet meer geldt.",
        examples=["geldend"],
        json_schema_extra=zonder("onbekend: de site zegt dat niet is nagekeken of de tekst nog geldt"),
    )
    plannaam: Naam | None = Field(
        default=None,
        title="Naam van het plan",
        description="Hoe het plan in deze gemeente heet, als dat anders is dan familiegroepsplan.",
        examples=["ondersteuningsplan"],
        json_schema_extra=zonder("familiegroepsplan"),
    )
    artikelen: tuple[Artikel, ...] | None = Field(
        default=None,
        title="Artikelen",
        description="De artikelen over het plan. Een lege lijst, [], betekent: er staat niets over in.",
        max_length=50,
        json_schema_extra=zonder("niet bekend: de site verwijst naar de Jeugdwet"),
    )
    bron: Bron = None
    gecontroleerd_op: GecontroleerdOp = None

    @field_validator("geldig_tot")
    @classmethod
    def _after_start(cls, einde: Datum | None, info: ValidationInfo) -> Datum | None:
        begin = info.data.get("geldig_van")
        if begin and einde and einde < begin:
            raise zin_error("datum-einde", begin=begin)
        return einde
