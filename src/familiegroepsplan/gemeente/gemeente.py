"""A gemeente: everything its YAML file says."""

from typing import Any

from pydantic import Field, PrivateAttr

from familiegroepsplan.gemeente.aanbieder import Aanbieder
from familiegroepsplan.gemeente.adressen import Doorverwijzingen, SiteUrl, Url
from familiegroepsplan.gemeente.bestanden import MarkdownPerTaal, Vindplaats
from familiegroepsplan.gemeente.contact import (
    Beveiliging,
    Contact,
    Klachten,
    Privacy,
    Toegang,
    Toegankelijkheid,
)
from familiegroepsplan.gemeente.huisstijl import Huisstijl
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.teksten import Naam, SiteTalen
from familiegroepsplan.gemeente.veldtypen import CbsCode, Datum, JaNee
from familiegroepsplan.gemeente.verordening import Verordening
from familiegroepsplan.gemeente.vorm import zonder
from familiegroepsplan.register import slugify


class Gemeente(Onderdeel):
    """Alles wat een site over één gemeente moet weten. Alleen naam en cbs_code zijn verplicht."""

    naam: Naam = Field(
        title="Naam",
        description="De naam van de gemeente, zonder het woord 'gemeente'.",
        examples=["Utrecht"],
    )
    cbs_code: CbsCode = Field(
        title="CBS-code",
        description="De vier cijfers waaronder het CBS de gemeente kent, tussen aanhalingstekens.",
        examples=["0344"],
    )
    website: Url | None = Field(
        default=None,
        title="Website",
        description="De eigen site van de gemeente.",
        examples=["https://www.utrecht.nl"],
        json_schema_extra=zonder("er staan geen knoppen naar de gemeente, de controle waarschuwt"),
    )
    voorbeeld: JaNee = Field(
        default=False,
        title="Voorbeeld",
        description="Of dit voorbeeldgegevens zijn, die de gemeente niet heeft bevestigd. "
        "Bij ja staat dat op elke pagina en houden zoekmachines de site buiten hun resultaten.",
        examples=["ja"],
        json_schema_extra=zonder("nee: de gegevens zijn van de gemeente zelf"),
    )
    talen: SiteTalen = Field(
        default=("nl",),
        title="Talen",
        description="De talen van de site; nl hoort er altijd bij.",
        examples=[["nl", "en"]],
        json_schema_extra=zonder("alleen Nederlands"),
    )
    site_url: SiteUrl | None = Field(
        default=None,
        title="Adres van deze site",
        description="Waar deze site komt te staan; eindigt op /.",
        examples=["https://familiegroepsplan.voorbeeld.nl/"],
        json_schema_extra=zonder("links blijven relatief, er is geen sitemap, en QR-codes wijzen naar website"),
    )
    huisstijl: Huisstijl = Field(
        default_factory=Huisstijl,
        title="Huisstijl",
        description="Kleuren en logo van de gemeente.",
        json_schema_extra=zonder("de site krijgt het landelijke uiterlijk"),
    )
    toegang: Toegang | None = Field(
        default=None,
        title="Toegang",
        description="Waar gezinnen met een vraag terechtkunnen.",
        json_schema_extra=zonder("de site zegt: vraag het aan de gemeente, met een link naar website"),
    )
    verordening: Verordening | None = Field(
        default=None,
        title="Verordening",
        description="Wat de regels van de gemeente over het plan zeggen.",
        json_schema_extra=zonder("niet bekend: de site verwijst naar de Jeugdwet"),
    )
    aanbieders: tuple[Aanbieder, ...] = Field(
        default=(),
        title="Aanbieders",
        description="Wie gezinnen helpt om hun plan te maken.",
        max_length=50,
        json_schema_extra=zonder("de landelijke organisaties staan er"),
    )
    contact: Contact | None = Field(
        default=None,
        title="Contact",
        description="Wie er bij de gemeente over deze site gaat.",
        json_schema_extra=zonder("er staat een link naar website"),
    )
    klachten: Klachten | None = Field(
        default=None,
        title="Klachten",
        description="Waar een gezin met een klacht terechtkan.",
        json_schema_extra=zonder("de landelijke tekst staat er, de controle waarschuwt"),
    )
    privacy: Privacy | None = Field(
        default=None,
        title="Privacy",
        description="Wat de gemeente over privacy zegt.",
        json_schema_extra=zonder("de landelijke tekst staat er, de controle waarschuwt"),
    )
    toegankelijkheid: Toegankelijkheid | None = Field(
        default=None,
        title="Toegankelijkheid",
        description="De toegankelijkheidsverklaring van deze site.",
        json_schema_extra=zonder("de landelijke tekst staat er, de controle waarschuwt"),
    )
    beveiliging: Beveiliging | None = Field(
        default=None,
        title="Beveiliging",
        description="Waar iemand een lek kan melden.",
        json_schema_extra=zonder("er komt geen security.txt, de controle waarschuwt"),
    )
    blokken: dict[Naam, MarkdownPerTaal] = Field(
        default_factory=dict,
        title="Blokken",
        description="Eigen teksten in plaats van een vervangbaar blok: de naam ervan, met het pad per taal.",
        examples=[{"wachten": {"nl": "utrecht/wachten.nl.md"}}],
        json_schema_extra=zonder("de landelijke teksten staan er"),
    )
    aanvullingen: dict[Naam, MarkdownPerTaal] = Field(
        default_factory=dict,
        title="Aanvullingen",
        description="Eigen teksten onder aan een pagina: de naam van de pagina, met het pad per taal.",
        examples=[{"tips": {"nl": "utrecht/tips-extra.nl.md"}}],
        json_schema_extra=zonder("er komt niets bij"),
    )
    doorverwijzingen: Doorverwijzingen = Field(
        default_factory=dict,
        title="Doorverwijzingen",
        description="Oude paden op de site, met het pad waar ze nu naartoe leiden.",
        examples=[{"/oud/adres/": "/je-rechten/"}],
        json_schema_extra=zonder("er zijn geen doorverwijzingen"),
    )
    herzien_voor: Datum | None = Field(
        default=None,
        title="Herzien voor",
        description="De dag waarvoor iemand dit hele bestand weer moet nakijken.",
        examples=["2027-11-01"],
        json_schema_extra=zonder("de controle vraagt om een datum"),
    )

    _slug: str = PrivateAttr(default="")

    def model_post_init(self, context: Any) -> None:
        """Take the slug from where the gemeente was read, else from its name."""
        self._slug = context.slug if isinstance(context, Vindplaats) else slugify(self.naam)

    @property
    def slug(self) -> str:
        """The name of its file without `.yml`: the folder and address of its site."""
        return self._slug
