"""What holds in the whole country: source documents, statute articles, organisations, telephone lines."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from familiegroepsplan.gemeente.adressen import Telefoon, Url
from familiegroepsplan.gemeente.teksten import KortPerTaal, TekstPerTaal
from familiegroepsplan.gemeente.veldtypen import Datum


class _Regel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bron(_Regel):
    """A source document."""

    titel: str
    uitgever: str = ""
    jaar: str = ""
    url: Url | None = None


class Wetsartikel(_Regel):
    """A statute article as quoted, with its explanation; an empty check date means: not yet checked."""

    sleutel: str
    wet: str
    artikel: str
    lid: str = ""
    titel: TekstPerTaal
    tekst: str
    uitleg: TekstPerTaal
    url: Url
    bron: str
    versie: Datum
    gecontroleerd_op: Datum | None = None


class Organisatie(_Regel):
    """A national organisation."""

    sleutel: str
    naam: str
    soort: Literal["ondersteuning", "vertrouwenspersoon", "kennis", "lotgenoten"]
    url: Url | None = None
    omschrijving: TekstPerTaal
    telefoon: Telefoon | None = None
    bron: str
    gecontroleerd_op: Datum | None = None


class Telefoonlijn(_Regel):
    """A number to call in need."""

    sleutel: str
    naam: TekstPerTaal
    telefoon: Telefoon
    omschrijving: TekstPerTaal
    kosten: KortPerTaal | None = None
    bron: str
    gecontroleerd_op: Datum | None = None


class Landelijk(_Regel):
    """The file content/landelijk.yml."""

    bronnen: dict[str, Bron]
    wetsartikelen: tuple[Wetsartikel, ...]
    organisaties: tuple[Organisatie, ...]
    telefoonlijnen: tuple[Telefoonlijn, ...]
