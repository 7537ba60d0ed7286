"""A regulation as read: the same for every form in which it is published."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Stuk:
    """A piece of a paragraph: running text (`nummer` empty) or an item of a list, sub-items included."""

    nummer: str
    tekst: str
    is_punt: bool = False

    def __str__(self) -> str:
        return f"{self.nummer} {self.tekst}".strip()


@dataclass(frozen=True)
class Lid:
    """A paragraph of an article; `nummer` (`2`, without a full stop) is empty when it has none."""

    nummer: str
    stukken: tuple[Stuk, ...]

    @property
    def tekst(self) -> str:
        """The words of the paragraph, without its number, on one line."""
        return " ".join(str(stuk) for stuk in self.stukken)


@dataclass(frozen=True)
class Artikel:
    """An article; number and title as in its heading, both may be empty."""

    nummer: str
    titel: str
    leden: tuple[Lid, ...]

    @property
    def tekst(self) -> str:
        """The words of the whole article, paragraphs with their numbers, on one line."""
        return " ".join(f"{lid.nummer}. {lid.tekst}" if lid.nummer else lid.tekst for lid in self.leden)


@dataclass(frozen=True)
class Alinea:
    """A paragraph or heading of the explanatory notes; `kop` when it is set as one."""

    tekst: str
    kop: bool = False


@dataclass(frozen=True)
class Regeling:
    """A regulation; `cvdr` as `CVDR123456/2`, empty when the text does not say it."""

    titel: str
    cvdr: str
    gemeente: str
    geldig_van: date | None
    geldig_tot: date | None
    artikelen: tuple[Artikel, ...]
    toelichting: tuple[Alinea, ...]
    aanhef: str
    bijlagen: str
    pdf: bool

    @property
    def url(self) -> str:
        """The page of this version for readers; empty when its number is not known."""
        return f"https://lokaleregelgeving.overheid.nl/{self.cvdr}" if self.cvdr else ""
