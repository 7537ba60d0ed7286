"""Everything the project has written: blocks, glossaries, interface texts, national data."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel

from familiegroepsplan.begrip import Begrip, Begrippen
from familiegroepsplan.blok import BRON_TAAL, Blok, read_blok
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.errors import Gebruikersfout, Melding, Wie
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model
from familiegroepsplan.wijziging import Wijzigingen, read_wijzigingen

MAX_DATA_BYTES = 512 * 1024
Model = TypeVar("Model", bound=BaseModel)


class Teksten(RootModel[dict[str, str]]):
    """A group of words of menus, labels and notices in one language, by key."""


@dataclass(frozen=True)
class Inhoud:
    """All texts of the project, by language (`nl`, `en`, …) and name."""

    blokken: Mapping[str, Mapping[str, Blok]]
    begrippen: Mapping[str, tuple[Begrip, ...]]
    teksten: Mapping[str, Mapping[str, str]]
    landelijk: Landelijk
    meldingen: tuple[Melding, ...] = field(default=(), compare=False)
    wijzigingen: Wijzigingen = field(default_factory=dict)
    made: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was made of these texts and is asked for again."""

    def blok(self, naam: str, taal: str) -> Blok | None:
        """The block in that very language, if it is there."""
        return self.blokken.get(taal, {}).get(naam)

    def bron_blok(self, naam: str) -> Blok | None:
        """The Dutch block from which every translation is made."""
        return self.blok(naam, BRON_TAAL)

    def only(self, talen: Collection[str]) -> "Inhoud":
        """The same with the blocks of these languages alone; Dutch, from which all else is made, stays."""
        kept = {taal: blokken for taal, blokken in self.blokken.items() if taal in talen or taal == BRON_TAAL}
        return replace(self, blokken=kept)

    def woord(self, sleutel: str, taal: str, **waarden: object) -> str:
        """An interface text, in Dutch where the language lacks it; KeyError when no language has it."""
        teksten = self.teksten.get(taal, {})
        text = teksten.get(sleutel) or self.teksten[BRON_TAAL][sleutel]
        return text.format(**waarden) if waarden else text

    def uitleg(self, taal: str) -> tuple[Begrip, ...]:
        """The glossary of a language; empty where there is none."""
        return self.begrippen.get(taal, ())


def load_inhoud(project: Project) -> Inhoud:
    """Read everything below content/ but the municipalities.

    Faults of single files are in `meldingen`; the rest is still read. Raises Gebruikersfout when
    the national data, without which no page can be made, cannot be read. What was read before is remembered.
    """
    with remembering(Cache(project.cache)):
        return _load(project)


def _load(project: Project) -> Inhoud:
    meldingen: list[Melding] = []
    landelijk, found = _read(project.landelijk, Landelijk, project)
    meldingen += found
    blokken = _read_blokken(project, meldingen)
    begrippen = {p.stem: _read_begrippen(p, project, meldingen) for p in sorted(project.begrippen.glob("*.yml"))}
    teksten = {p.name: _read_teksten(p, project, meldingen) for p in _folders(project.teksten)}
    wijzigingen, found = read_wijzigingen(project.wijzigingen, project.root)
    meldingen += found
    if landelijk is None:
        raise Gebruikersfout(meldingen)
    return Inhoud(blokken, begrippen, teksten, landelijk, tuple(meldingen), wijzigingen)


def _read(path: Path, model: type[Model], project: Project) -> tuple[Model | None, list[Melding]]:
    return read_model(path, model, root=project.root, max_bytes=MAX_DATA_BYTES, wie=Wie.REDACTIE)


def _read_blokken(project: Project, meldingen: list[Melding]) -> dict[str, dict[str, Blok]]:
    blokken: dict[str, dict[str, Blok]] = {}
    for folder in _folders(project.blocks):
        blokken[folder.name] = {}
        for path in sorted(folder.glob("*.md")):
            blok, found = read_blok(path, folder.name, root=project.root)
            meldingen += found
            if blok:
                blokken[folder.name][blok.naam] = blok
    return blokken


def _read_begrippen(path: Path, project: Project, meldingen: list[Melding]) -> tuple[Begrip, ...]:
    begrippen, found = _read(path, Begrippen, project)
    meldingen += found
    return begrippen.begrippen if begrippen else ()


def _read_teksten(folder: Path, project: Project, meldingen: list[Melding]) -> Mapping[str, str]:
    """The texts of a language: `titel` in `kring.yml` is known as `kring.titel`."""
    teksten: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        group, found = _read(path, Teksten, project)
        meldingen += found
        if group:
            teksten |= {f"{path.stem}.{key}": text for key, text in group.root.items()}
    return teksten


def _folders(parent: Path) -> list[Path]:
    return sorted(path for path in parent.glob("*") if path.is_dir())
