"""A flyer as its maker wrote it: which blocks stand in which panel, its format, the pages it belongs to."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model

MAX_FLYER_BYTES = 16_000

Bloknaam = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=60)]


class Formaat(StrEnum):
    """The sheet: an A4 folded in three, an A5 of two sides, posters, or the A4 form."""

    VOUWBLAD = "vouwblad"
    A5 = "a5"
    A4 = "a4"
    A3 = "a3"
    FORMULIER = "formulier"


class _Onderdeel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Paneel(_Onderdeel):
    """A panel or side: its name, as messages give it, and its blocks in reading order."""

    naam: str = Field(min_length=1, max_length=40)
    blokken: tuple[Bloknaam, ...] = ()


class FlyerKop(_Onderdeel):
    """The file flyer.yml.

    `volgorde` is its place among the others; `titel` the block whose title is the title of the document;
    `pagina` the page of the site that the QR code leads to; `paginas` the pages that offer this flyer;
    `tekstpagina` the one with its text, if that is not called after the flyer; `teksten` the groups of
    interface words it needs.
    """

    volgorde: int = Field(default=50, ge=1, le=99)
    formaat: Formaat
    titel: Bloknaam
    pagina: str = Field(min_length=1, max_length=60)
    paginas: tuple[str, ...] = ()
    tekstpagina: str = Field(default="", max_length=60)
    teksten: tuple[str, ...] = ("folder",)
    panelen: tuple[Paneel, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Flyer:
    """A flyer: its name (that of its folder), what flyer.yml says, and where it stands."""

    naam: str
    kop: FlyerKop
    pad: Path

    @property
    def sjabloon(self) -> Path:
        """The Typst file that lays it out."""
        return self.pad.parent / f"{self.naam}.typ"

    @property
    def tekstpagina(self) -> str:
        """The page of the site on which the text of the flyer stands."""
        return self.kop.tekstpagina or f"flyers-{self.naam}"

    @property
    def blokken(self) -> tuple[str, ...]:
        """Every block of the flyer in reading order, each once; the title's block among them."""
        found = (self.kop.titel, *(naam for paneel in self.kop.panelen for naam in paneel.blokken))
        return tuple(dict.fromkeys(found))


def read_flyers(project: Project) -> tuple[list[Flyer], list[Melding]]:
    """Every flyer of content/flyers/ in their own order, and what is wrong with the files of the others."""
    flyers: list[Flyer] = []
    meldingen: list[Melding] = []
    for path in sorted(project.flyers.glob("*/flyer.yml")):
        kop, found = read_model(path, FlyerKop, root=project.root, max_bytes=MAX_FLYER_BYTES, wie=Wie.REDACTIE)
        meldingen += found
        if kop:
            flyers.append(Flyer(path.parent.name, kop, path))
    return sorted(flyers, key=lambda flyer: (flyer.kop.volgorde, flyer.naam)), meldingen
