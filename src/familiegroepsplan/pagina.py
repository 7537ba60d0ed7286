"""A public page: a short list of blocks and parts in docs/, the same for every language."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.errors import Gebruikersfout, Plaats, display_path
from familiegroepsplan.names import Placeholder, placeholders
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_text, split_front_matter

NIET_GEVONDEN = "niet-gevonden"
MAX_PAGINA_BYTES = 16_000


@dataclass(frozen=True)
class Paginabron:
    """A page as it stands in docs/: its address there (`professionals/plicht.md`) and its assembly."""

    uri: str
    tekst: str
    pad: str
    eerste_regel: int = 1

    @property
    def naam(self) -> str:
        """The name by which blocks, own texts and checks know the page: `professionals-plicht`."""
        return page_name(self.uri)

    @property
    def kopblok(self) -> str:
        """The block that holds the page's title, menu name, description and lead."""
        return f"pagina-{self.naam}"

    @property
    def onderdelen(self) -> Sequence[Placeholder]:
        """The blocks and parts of the page in order."""
        return tuple(placeholders(self.tekst))

    def place_at(self, position: int) -> Plaats:
        """The place in the file of character `position` of the assembly."""
        line = self.eerste_regel + self.tekst.count("\n", 0, position)
        return Plaats(self.pad, line, position - (self.tekst.rfind("\n", 0, position) + 1) + 1)


def page_name(uri: str) -> str:
    """`professionals/plicht.md` -> `professionals-plicht`; `gemeente/index.md` -> `gemeente`."""
    name = uri.removesuffix(".md").removesuffix("/index")
    return name.replace("/", "-")


def read_pagina(path: Path, project: Project) -> Paginabron:
    """The page in `path`, a file below docs/. Raises Gebruikersfout when it cannot be read as text."""
    text, meldingen = read_text(path, max_bytes=MAX_PAGINA_BYTES, root=project.root)
    if text is None:
        raise Gebruikersfout(meldingen)
    pad, uri = display_path(path, project.root), path.relative_to(project.docs).as_posix()
    parts = split_front_matter(text, pad)[0] if text.startswith("---") else None
    return Paginabron(uri, parts.body, pad, parts.body_first_line) if parts else Paginabron(uri, text, pad)


def read_paginas(project: Project) -> list[Paginabron]:
    """Every page of docs/, by address."""
    return [read_pagina(path, project) for path in sorted(project.docs.rglob("*.md"))]
