"""The pages of the handbook in order, by what somebody wants to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

START = "README.md"
"""The start page: GitHub shows it with the folder, and it becomes index.html."""

ORDER = {
    "Beginnen": ("beginnen", "formulier"),
    "Teksten en gegevens": (
        "redactie",
        "teksten",
        "gemeente",
        "aanbieder",
        "verordening",
        "vertalen",
        "screenen",
        "meldingen",
    ),
    "Publiceren en drukken": ("publiceren", "folders", "bestellen", "drukwerk", "toolkit"),
    "Naslag": ("opdrachten", "sleutels", "namen", "controles", "terugvertaling"),
}
"""Which page stands in which group; a name without a file is passed over."""

NASLAG = "Naslag"
"""The group to look things up in; a search shows its pages after those that say what to do."""

REST = "Meer"
"""The group of pages that are not in `ORDER`, so that a new page is never lost."""

HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Blad:
    """A page: its file in handboek/ and its title."""

    bestand: str
    titel: str

    @property
    def url(self) -> str:
        """Its address below the handbook."""
        return "index.html" if self.bestand == START else f"{self.bestand.removesuffix('.md')}.html"


@dataclass(frozen=True)
class Groep:
    """Pages that belong together in the menu."""

    naam: str
    bladen: tuple[Blad, ...]


def read_groepen(folder: Path) -> list[Groep]:
    """Every page of the handbook in `folder` but the start page, in groups; ValueError when a page has no title."""
    there = {path.stem: _blad(path) for path in sorted(folder.glob("*.md")) if path.name != START}
    groepen = [Groep(naam, tuple(there.pop(name) for name in names if name in there)) for naam, names in ORDER.items()]
    return [groep for groep in (*groepen, Groep(REST, tuple(there.values()))) if groep.bladen]


def read_start(folder: Path) -> Blad:
    """The start page."""
    return _blad(folder / START)


def plek(groepen: Sequence[Groep], bestand: str) -> dict[str, object]:
    """Where a page stands, for its template: its title, its group and the page after it (empty for the start page)."""
    order = [(groep, blad) for groep in groepen for blad in groep.bladen]
    for at, (groep, blad) in enumerate(order):
        if blad.bestand == bestand:
            volgende = order[at + 1][1] if at + 1 < len(order) else None
            return {"titel": blad.titel, "groep": groep.naam, "volgende": volgende}
    return {"titel": "Handboek", "groep": "", "volgende": None}


def _blad(path: Path) -> Blad:
    found = HEADING.search(path.read_text("utf-8"))
    if found is None:
        raise ValueError(f"handboek/{path.name}: zet bovenaan een kop (# …)")
    return Blad(path.name, found[1].replace("`", ""))
