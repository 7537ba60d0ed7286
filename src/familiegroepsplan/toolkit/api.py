"""The blocks for other systems: what a CMS reads to show a text and to know when it changed.

Paths below a site: `api/index.json`, `api/schema.json`, `api/<taal>/blokken.json`.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from familiegroepsplan.blok import BRON_TAAL, BlokKop, text_hash
from familiegroepsplan.landelijk import Bron
from familiegroepsplan.taal import TALEN
from familiegroepsplan.toolkit.losblok import Losblok, Losmaker
from familiegroepsplan.vertaling.staat import Staat

VERVERSEN = "P1D"
"""How often to look for changes, as an ISO 8601 duration: once a day is enough."""

LICENTIE_NAAM, LICENTIE_URL = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl"


class _Vorm(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Herkomst(_Vorm):
    """A source document of a text."""

    naam: str = Field(description="De naam van de bron.")
    uitgever: str = Field(description="Wie de bron uitgaf; leeg als dat niet bekend is.")
    url: str | None = Field(description="Waar de bron staat, als dat bekend is.")


class BlokApi(_Vorm):
    """A text on one subject in one language."""

    id: str = Field(description="De vaste naam van het blok, in elke taal gelijk.")
    titel: str = Field(description="De titel, als gewone tekst.")
    html: str = Field(description="De tekst als HTML zonder opmaak: koppen vanaf h2, alinea's, lijsten, links.")
    tekst: str = Field(description="Dezelfde tekst zonder HTML.")
    doelgroep: Literal["gezin", "professional"] = Field(description="Voor wie de tekst is.")
    staat: Literal["bron", "nagekeken", "concept", "verouderd"] = Field(
        description="bron: het Nederlands. concept: nog niet nagekeken door iemand met deze moedertaal. "
        "verouderd: het Nederlands is daarna veranderd."
    )
    eigen_tekst: bool = Field(description="Of de gemeente deze tekst zelf schreef.")
    bronnen: tuple[Herkomst, ...] = Field(description="Waar de feiten vandaan komen.")
    gecontroleerd_op: date | None = Field(description="De dag waarop de tekst met de bronnen is vergeleken.")
    versie: str = Field(description="Verandert zodra titel of tekst verandert: twaalf hexadecimale tekens.")
    eerste_versie_op: date | None = Field(description="De dag van de eerste versie, als die bekend is.")
    gewijzigd_op: date | None = Field(description="De dag van de laatste wijziging, als die bekend is.")
    wijziging: str = Field(description="Wat er het laatst veranderde, in het Nederlands.")
    talen: tuple[str, ...] = Field(description="De talen waarin dit blok er is.")
    pagina: str | None = Field(description="De pagina op de site waar de tekst staat; null zonder adres van de site.")
    insluiten: str | None = Field(description="Het adres om de tekst in een iframe te tonen; null zonder adres.")


class GemeenteApi(_Vorm):
    """Whose texts these are."""

    naam: str = Field(description="De naam van de gemeente.")
    cbs_code: str = Field(description="De code van het CBS, vier cijfers.")
    website: str | None = Field(description="De site van de gemeente, als die bekend is.")
    voorbeeld: bool = Field(description="Of dit voorbeeldgegevens zijn, niet bevestigd door de gemeente.")


class Licentie(_Vorm):
    """Under which terms the texts may be used."""

    naam: str = Field(description="De naam van de licentie.")
    url: str = Field(description="De tekst van de licentie.")
    naamsvermelding: str = Field(description="De regel om bij een overgenomen tekst te zetten.")


class BlokkenApi(_Vorm):
    """All texts of a municipality in one language."""

    vorm: Literal[1] = Field(default=1, description="De versie van deze vorm.")
    gemeente: GemeenteApi
    taal: str = Field(description="De taalcode (ISO 639-1).")
    richting: Literal["ltr", "rtl"] = Field(description="De leesrichting.")
    licentie: Licentie
    verversen: str = Field(default=VERVERSEN, description="Hoe vaak kijken genoeg is, als duur (ISO 8601).")
    blokken: tuple[BlokApi, ...]


class TaalApi(_Vorm):
    """Where the files of a language are, relative to the index."""

    taal: str = Field(description="De taalcode (ISO 639-1).")
    naam: str = Field(description="De naam van de taal in die taal.")
    richting: Literal["ltr", "rtl"] = Field(description="De leesrichting.")
    blokken: str = Field(description="Het bestand met de teksten.")
    wijzigingen: str = Field(description="De Atom-feed van veranderde teksten.")
    aantal: int = Field(description="Hoeveel blokken er zijn.")


class IndexApi(_Vorm):
    """What there is for other systems at one municipality."""

    vorm: Literal[1] = Field(default=1, description="De versie van deze vorm.")
    gemeente: GemeenteApi
    site: str | None = Field(description="Het adres van de site, als dat bekend is.")
    licentie: Licentie
    verversen: str = Field(default=VERVERSEN, description="Hoe vaak kijken genoeg is, als duur (ISO 8601).")
    schema_blokken: str = Field(default="schema.json", description="Het JSON Schema van de bestanden met teksten.")
    samenwerkende_catalogi: str | None = Field(description="De producten als XML; null zonder adres van de site.")
    talen: tuple[TaalApi, ...]


def blok_api(blok: Losblok, losmaker: Losmaker, pagina: str | None, talen: tuple[str, ...]) -> BlokApi:
    """A block for other systems; `pagina` is the address of its page, `talen` those that have the block."""
    inhoud, site = losmaker.inhoud, losmaker.gemeente.site_url
    origineel = inhoud.bron_blok(blok.naam)
    assert origineel is not None and isinstance(origineel.kop, BlokKop)
    versies = () if blok.eigen else inhoud.wijzigingen.get(blok.taal, {}).get(blok.naam, ())
    names = dict.fromkeys(bron.split(" ", 1)[0] for bron in origineel.kop.bronnen)
    bronnen = [inhoud.landelijk.bronnen[name] for name in names if name in inhoud.landelijk.bronnen]
    return BlokApi(
        id=blok.naam,
        titel=blok.titel,
        html=blok.html,
        tekst=blok.tekst,
        doelgroep=origineel.kop.doelgroep,
        staat=_staat(blok),
        eigen_tekst=blok.eigen,
        bronnen=() if blok.eigen else tuple(map(_herkomst, bronnen)),
        gecontroleerd_op=None if blok.eigen else origineel.kop.gecontroleerd_op,
        versie=text_hash(f"{blok.titel}\n{blok.html}"),
        eerste_versie_op=versies[0].datum if versies else None,
        gewijzigd_op=versies[-1].datum if versies else None,
        wijziging=versies[-1].wat if versies else "",
        talen=talen,
        pagina=pagina,
        insluiten=f"{site}{embed_path(blok)}" if site else None,
    )


def _staat(blok: Losblok) -> Literal["bron", "nagekeken", "concept", "verouderd"]:
    if blok.taal == BRON_TAAL:
        return "bron"
    match blok.staat:
        case Staat.NAGEKEKEN:
            return "nagekeken"
        case Staat.VEROUDERD:
            return "verouderd"
        case _:
            return "concept"


def _herkomst(bron: Bron) -> Herkomst:
    return Herkomst(naam=bron.titel, uitgever=bron.uitgever, url=bron.url)


def embed_path(blok: Losblok) -> str:
    """Where the page stands that shows only this block, below the site."""
    return f"insluiten/{blok.taal}/{blok.naam}/"


def gemeente_api(losmaker: Losmaker) -> GemeenteApi:
    """Whose texts these are."""
    one = losmaker.gemeente
    return GemeenteApi(naam=one.naam, cbs_code=one.cbs_code, website=one.website, voorbeeld=one.voorbeeld)


def licentie(losmaker: Losmaker, taal: str) -> Licentie:
    """The terms, with the line to credit in the language of the text."""
    naam = losmaker.inhoud.woord("site.gemeente", taal, naam=losmaker.gemeente.naam)
    return Licentie(naam=LICENTIE_NAAM, url=LICENTIE_URL, naamsvermelding=f"{naam} ({LICENTIE_NAAM})")


def blokken_api(losmaker: Losmaker, taal: str, blokken: tuple[BlokApi, ...]) -> BlokkenApi:
    """The file of one language."""
    richting = TALEN[taal].richting
    terms = licentie(losmaker, taal)
    return BlokkenApi(gemeente=gemeente_api(losmaker), taal=taal, richting=richting, licentie=terms, blokken=blokken)


def index_api(losmaker: Losmaker, counts: dict[str, int]) -> IndexApi:
    """The index; `counts` are the languages with their number of blocks."""
    site = losmaker.gemeente.site_url
    return IndexApi(
        gemeente=gemeente_api(losmaker),
        site=site,
        licentie=licentie(losmaker, BRON_TAAL),
        samenwerkende_catalogi="samenwerkende-catalogi.xml" if site else None,
        talen=tuple(_taal_api(taal, number) for taal, number in counts.items()),
    )


def _taal_api(taal: str, number: int) -> TaalApi:
    known = TALEN[taal]
    return TaalApi(
        taal=taal,
        naam=known.eigen_naam,
        richting=known.richting,
        blokken=f"{taal}/blokken.json",
        wijzigingen=f"{taal}/wijzigingen.xml",
        aantal=number,
    )
