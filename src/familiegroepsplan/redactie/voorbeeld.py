"""What the preview beside a text is filled with: the values of one municipality, and what each part will show."""

import json
from dataclasses import dataclass

from familiegroepsplan.deel import part_description, part_names
from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeenten
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.markup.extension import component_words
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN
from familiegroepsplan.waarde import WAARDEN


def preview_json(project: Project) -> str:
    """The data of the preview: `gemeente`, `waarden` and `woorden` per language, `delen`, `blokken`.

    Where the project has no municipality yet, or no national data that can be read, a name stays what it is.
    """
    filling = _filling(project)
    data = {
        "gemeente": filling.gemeente.naam if filling else "",
        "waarden": {taal: filling.values(taal) for taal in TALEN} if filling else {},
        "woorden": {taal: component_words(filling.inhoud, taal) for taal in TALEN} if filling else {},
        "delen": {name: part_description(project.delen, name) for name in sorted(part_names(project.delen))},
        "blokken": filling.titles() if filling else {},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class _Filling:
    gemeente: Gemeente
    inhoud: Inhoud

    def values(self, taal: str) -> dict[str, str]:
        return {name: read(self.gemeente, taal, self.inhoud) for name, (_, read) in WAARDEN.items()}

    def titles(self) -> dict[str, str]:
        return {name: blok.kop.titel for name, blok in sorted(self.inhoud.blokken["nl"].items())}


def _filling(project: Project) -> _Filling | None:
    """The first municipality that can be read; those that are examples go before."""
    gemeenten, _ = read_gemeenten(project.gemeenten, root=project.root)
    chosen = next(iter(sorted(gemeenten, key=lambda one: not one.voorbeeld)), None)
    try:
        return _Filling(chosen, load_inhoud(project)) if chosen else None
    except Gebruikersfout:
        return None
