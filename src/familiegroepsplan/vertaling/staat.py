"""How far the translations are: the state of each block in each language, and what else a language lacks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop, VertalingKop, is_actueel
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.taal import TALEN, TALEN_PROFESSIONALS

VERTAALTALEN = tuple(taal for taal in TALEN if taal != BRON_TAAL)
"""The languages that texts are translated into, in the order of the site."""

GROEPEN_PROFESSIONALS = frozenset({"materiaal", "zelftest"})
"""The groups of words (content/teksten/<taal>/<groep>.yml) that only pages for professionals show."""


class Staat(StrEnum):
    """The state of a block in a language, the one with most work first."""

    ONTBREEKT = "ontbreekt"
    VEROUDERD = "verouderd"
    CONCEPT = "concept"
    NAGEKEKEN = "nagekeken"


@dataclass(frozen=True)
class Taalstaat:
    """One language: the state of its blocks by name, and the keys of the other texts that it lacks."""

    taal: str
    blokken: Mapping[str, Staat]
    woorden: tuple[str, ...]
    begrippen: tuple[str, ...]
    landelijk: tuple[str, ...]

    @property
    def aantallen(self) -> Counter[Staat]:
        """How many blocks are in each state."""
        return Counter(self.blokken.values())


def is_due(origineel: Blok, taal: str) -> bool:
    """Whether a Dutch block belongs in a language: texts for professionals exist in some languages only."""
    assert isinstance(origineel.kop, BlokKop)
    return origineel.kop.doelgroep == "gezin" or taal in TALEN_PROFESSIONALS


def is_due_word(sleutel: str, taal: str) -> bool:
    """Whether a word of the interface (`materiaal.kopieer`) belongs in a language, in the same way."""
    return sleutel.partition(".")[0] not in GROEPEN_PROFESSIONALS or taal in TALEN_PROFESSIONALS


def blok_staat(origineel: Blok, vertaling: Blok | None) -> Staat:
    """The state of a translation (None: there is none) of a Dutch block."""
    if vertaling is None:
        return Staat.ONTBREEKT
    assert isinstance(vertaling.kop, VertalingKop)
    return Staat(vertaling.kop.status) if is_actueel(vertaling, origineel) else Staat.VEROUDERD


def taalstaat(inhoud: Inhoud, taal: str) -> Taalstaat:
    """The state of one language."""
    dutch = inhoud.blokken.get(BRON_TAAL, {})
    blokken = {
        naam: blok_staat(blok, inhoud.blok(naam, taal)) for naam, blok in sorted(dutch.items()) if is_due(blok, taal)
    }
    due = {key for key in inhoud.teksten.get(BRON_TAAL, {}) if is_due_word(key, taal)}
    woorden = due - inhoud.teksten.get(taal, {}).keys()
    begrippen = {one.begrip for one in inhoud.uitleg(BRON_TAAL)} - {one.begrip for one in inhoud.uitleg(taal)}
    landelijk = tuple(_without(inhoud.landelijk, taal))
    return Taalstaat(taal, blokken, tuple(sorted(woorden)), tuple(sorted(begrippen)), landelijk)


def _without(landelijk: Landelijk, taal: str) -> Iterator[str]:
    """The texts of the national data that lack a language, as `organisaties.jeugdstem.omschrijving`."""
    groups: dict[str, tuple[BaseModel, ...]] = {
        "wetsartikelen": landelijk.wetsartikelen,
        "organisaties": landelijk.organisaties,
        "telefoonlijnen": landelijk.telefoonlijnen,
    }
    for group, items in groups.items():
        for item in items:
            for field, value in item:
                if isinstance(value, dict) and BRON_TAAL in value and taal not in value:
                    yield f"{group}.{getattr(item, 'sleutel', '')}.{field}"
