"""The record of changes: since when each text is as it is, and what changed, for who copied it elsewhere.

A YAML file per language, `content/wijzigingen/<taal>.yml`: each block with its versions, the oldest first.
`fgp check --herstel` adds what is new; git is not everywhere where texts are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel

from familiegroepsplan.blok import Blok, Hash
from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.gemeente.veldtypen import Datum
from familiegroepsplan.reading import read_model
from familiegroepsplan.wholefile import write_whole_text

MAX_BYTES = 512 * 1024
EERSTE, LATER = "Eerste versie.", "De tekst is veranderd."
KOP = """# Sinds wanneer elke tekst zo is, en wat er veranderde: voor wie een tekst heeft overgenomen.
# `fgp check --herstel` vult aan; maak "wat" gerust duidelijker.
"""


class Wijziging(BaseModel):
    """A version of a text: the hash of the block, the day from which it stands so, what changed (Dutch)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hash: Hash
    datum: Datum
    wat: Annotated[str, Field(min_length=1, max_length=200)]


class Logboek(RootModel[dict[str, tuple[Wijziging, ...]]]):
    """The versions of every block in one language."""


Wijzigingen = Mapping[str, Mapping[str, Sequence[Wijziging]]]
"""By language and block."""


def read_wijzigingen(folder: Path, root: Path) -> tuple[Wijzigingen, list[Melding]]:
    """The record in `folder`, and what is wrong with its files; empty where the project keeps none."""
    read: dict[str, Mapping[str, Sequence[Wijziging]]] = {}
    meldingen: list[Melding] = []
    for path in sorted(folder.glob("*.yml")):
        logboek, found = read_model(path, Logboek, root=root, max_bytes=MAX_BYTES, wie=Wie.REDACTIE)
        meldingen += found
        if logboek:
            read[path.stem] = logboek.root
    return read, meldingen


def unrecorded(blokken: Mapping[str, Blok], logboek: Mapping[str, Sequence[Wijziging]]) -> Iterator[Blok]:
    """The blocks whose text of now is not the last that the record knows."""
    for naam, blok in sorted(blokken.items()):
        versies = logboek.get(naam)
        if not versies or versies[-1].hash != blok.hash:
            yield blok


def record(
    folder: Path, taal: str, blokken: Mapping[str, Blok], logboek: Mapping[str, Sequence[Wijziging]], today: date
) -> list[str]:
    """Write down what is new in the blocks of a language; gives the names. Raises OSError when it cannot."""
    new = list(unrecorded(blokken, logboek))
    kept = {naam: list(versies) for naam, versies in logboek.items() if naam in blokken}
    for blok in new:
        versies = kept.setdefault(blok.naam, [])
        versies.append(Wijziging(hash=blok.hash, datum=today, wat=LATER if versies else EERSTE))
    if new or kept.keys() != logboek.keys():
        write_whole_text(folder / f"{taal}.yml", _text(kept))
    return [blok.naam for blok in new]


def _text(logboek: Mapping[str, Sequence[Wijziging]]) -> str:
    rows = {naam: [versie.model_dump(mode="json") for versie in versies] for naam, versies in sorted(logboek.items())}
    return KOP + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=200, default_flow_style=None)
