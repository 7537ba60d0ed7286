"""A text of an organisation as it was read: its paragraphs in order, and the places it consists of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Alinea:
    """A paragraph, list item or table cell; `niveau` 1 to 6 makes it a heading, 0 is text.

    `pagina` is the page of a PDF, from 1; 0 where there are no pages. `lijst` says that it is an item of a list,
    `citaat` that it is wholly what another source says (a statute, a parent).
    """

    tekst: str
    niveau: int = 0
    pagina: int = 0
    lijst: bool = False
    citaat: bool = False


@dataclass(frozen=True)
class Brontekst:
    """A text under the name that the user gave (path or address), with its title (may be empty)."""

    naam: str
    titel: str
    alineas: tuple[Alinea, ...]


@dataclass(frozen=True)
class Plek:
    """A place in a text: a heading with everything under it, sub-headings too; paragraphs `begin` up to `eind`."""

    kop: str
    begin: int
    eind: int

    def overlaps(self, other: "Plek") -> bool:
        """Whether both have a paragraph in common."""
        return self.begin < other.eind and other.begin < self.eind


def plekken(brontekst: Brontekst) -> list[Plek]:
    """The whole text under its title, and each heading with what stands under it."""
    alineas = brontekst.alineas
    found = [Plek(brontekst.titel, 0, len(alineas))]
    for start, alinea in enumerate(alineas):
        if alinea.niveau:
            ends = (n for n in range(start + 1, len(alineas)) if 0 < alineas[n].niveau <= alinea.niveau)
            found.append(Plek(alinea.tekst, start, next(ends, len(alineas))))
    return found
