"""What pages show of the material: everything in a language channel by channel, and where the other languages are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.headers import meta_policy
from familiegroepsplan.taal import TALEN, TALEN_PROFESSIONALS
from familiegroepsplan.toolkit.api import licentie
from familiegroepsplan.toolkit.bericht import fits_on_x, length_on_x
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.toolkit.materiaal import Kanaal, Maker, Materiaal
from familiegroepsplan.vertaling.staat import Staat

MAP = "toolkit/"
"""Where the files stand below the site."""


@dataclass(frozen=True)
class Overzicht:
    """The material of one language for a page; nothing is looked up before it is asked for."""

    maker: Maker
    taal: str

    @cached_property
    def kanalen(self) -> dict[Kanaal, list[Materiaal]]:
        """The materials in order under their channels."""
        found: dict[Kanaal, list[Materiaal]] = {}
        for one in self.maker.materials(self.taal):
            found.setdefault(one.kanaal, []).append(one)
        return found

    @property
    def talen(self) -> tuple[str, ...]:
        """The languages that have a page of their own."""
        return tuple(self.maker.losmaker.gemeente.talen)

    @property
    def zip(self) -> str:
        """The zip with everything, below `MAP`."""
        return zip_name(self.maker.losmaker.gemeente.slug)

    @property
    def richting(self) -> str:
        """The direction of the texts."""
        return TALEN[self.taal].richting

    def tekens(self, materiaal: Materiaal) -> int:
        """How many characters a message has."""
        return len(materiaal.tekst.tekst.strip())

    def past_op_x(self, materiaal: Materiaal) -> bool:
        """Whether a message with a link fits on X."""
        return fits_on_x(materiaal.tekst.tekst)

    def tekens_op_x(self, materiaal: Materiaal) -> int:
        """How long it is there."""
        return length_on_x(materiaal.tekst.tekst)


def page_name(taal: str) -> str:
    """The page with the material of a language, below `MAP`."""
    return f"{taal}/index.html"


def zip_name(slug: str) -> str:
    """The zip with everything, below `MAP`."""
    return f"familiegroepsplan-{slug}.zip"


def material_page(maker: Maker, overzicht: Overzicht) -> str:
    """The page with the material of one language; its own words are Dutch, for whoever uses it."""
    found = {one.tekst.staat for lijst in overzicht.kanalen.values() for one in lijst}
    return maker.losmaker.delen.render(
        "_materiaal-taal",
        maker.losmaker.gemeente,
        BRON_TAAL,
        overzicht=overzicht,
        basis="../../",
        csp=meta_policy(),
        staten=sorted(found & {Staat.CONCEPT, Staat.VEROUDERD}),
    )


def read_me(maker: Maker) -> str:
    """What the zip holds and on which terms, in Dutch."""
    losmaker = maker.losmaker
    naam = losmaker.inhoud.woord("gemeente.de", BRON_TAAL, naam=losmaker.gemeente.naam)
    vermelding = licentie(losmaker, BRON_TAAL).naamsvermelding
    return losmaker.inhoud.woord("materiaal.lees-mij", BRON_TAAL, naam=naam, vermelding=vermelding)


def overviews(
    common: Common, gemeente: Gemeente, eigen: Mapping[str, Mapping[str, str]], merk: Merk
) -> dict[str, Overzicht]:
    """The overviews that pages for professionals show: one for each of their languages that the municipality has."""
    losmaker = Losmaker(gemeente, common.inhoud, common.delen, eigen)
    maker = Maker(losmaker, merk, common.project)
    return {taal: Overzicht(maker, taal) for taal in gemeente.talen if taal in TALEN_PROFESSIONALS}
