"""What a translator hands in for one block, from whatever file it came."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.vertaling.stuk import Snede


@dataclass(frozen=True)
class Doel:
    """The translation of one piece, and where it stands; `klaar` is False when its tool says that work is left."""

    tekst: str
    plaats: Plaats
    klaar: bool = True


@dataclass(frozen=True)
class Inzending(ABC):
    """A translated block: `bron` is the hash of its Dutch text, `kop` what its front matter becomes.

    `nagekeken`: the file says that a native speaker checked it.
    """

    naam: str
    taal: str
    bron: str
    plaats: Plaats
    kop: Mapping[str, Doel]
    nagekeken: bool

    @property
    @abstractmethod
    def omvang(self) -> int:
        """How many bytes its text has in UTF-8."""

    @abstractmethod
    def doelen(self, snede: Snede) -> tuple[list[Doel], list[Melding]]:
        """A translation for each translatable piece of the Dutch text `snede`, or what keeps it from having them."""
