"""The brand of a gemeente: colours, logo, design tokens, and the printer's colour profile."""

from pydantic import Field

from familiegroepsplan.gemeente.bestanden import DrukprofielBestand, LogoBestand, TokensBestand
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.veldtypen import Kleur
from familiegroepsplan.gemeente.vorm import zonder


class Huisstijl(Onderdeel):
    """Kleuren en logo van de gemeente. Andere kleuren leiden we hiervan af, zo dat alles leesbaar blijft."""

    kleur: Kleur | None = Field(
        default=None,
        title="Kleur",
        description="De hoofdkleur van de gemeente, voor de kop, knoppen en accenten.",
        examples=["#ec0000"],
        json_schema_extra=zonder("de site krijgt de landelijke kleur"),
    )
    linkkleur: Kleur | None = Field(
        default=None,
        title="Linkkleur",
        description="De kleur van links, als die een andere is dan de hoofdkleur.",
        examples=["#004699"],
        json_schema_extra=zonder("wordt afgeleid van de hoofdkleur"),
    )
    logo: LogoBestand | None = Field(
        default=None,
        title="Logo",
        description="Het logo van de gemeente, in de map van de gemeente.",
        examples=["utrecht/logo.svg"],
        json_schema_extra=zonder("de naam van de gemeente staat er als woordmerk"),
    )
    tokens: TokensBestand | None = Field(
        default=None,
        title="Design tokens",
        description="Design tokens volgens NL Design System.",
        examples=["utrecht/tokens.json"],
        json_schema_extra=zonder("alleen kleur en linkkleur tellen"),
    )
    drukprofiel: DrukprofielBestand | None = Field(
        default=None,
        title="Drukprofiel",
        description="Het CMYK-kleurprofiel van de drukker, voor folders in drukwerk.",
        examples=["utrecht/pers.icc"],
        json_schema_extra=zonder("drukwerk krijgt geen eigen kleurprofiel"),
    )
