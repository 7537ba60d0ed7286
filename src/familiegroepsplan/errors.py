"""What goes wrong in what a user wrote, and where: one message form for every check and reader.

Programming errors are ordinary Python exceptions. Everything a user can mend is a `Melding`,
collected (never raised one by one) and carried to the command line by one `Gebruikersfout`.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path


class Ernst(StrEnum):
    """How bad it is: an error keeps a municipality from being published, a warning does not."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


class Wie(StrEnum):
    """Who has to act on a message."""

    GEMEENTE = "gemeente"
    REDACTIE = "redactie"
    VERTALER = "vertaler"
    ONTWIKKELAAR = "ontwikkelaar"


@dataclass(frozen=True, order=True)
class Plaats:
    """A place in a file; line and column count from 1, 0 means "the whole file"."""

    pad: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        return f"{self.pad}:{self.regel}:{self.kolom}" if self.regel else self.pad


@dataclass(frozen=True, order=True)
class Melding:
    """One thing to mend: place, key (may be empty), what is wrong, what to do; texts in Dutch.

    `code` names the check or reader rule it comes from, as documented in handboek/controles.md.
    """

    plaats: Plaats
    sleutel: str
    wat: str
    doe: str
    code: str
    ernst: Ernst = Ernst.FOUT
    wie: Wie = Wie.GEMEENTE

    def __str__(self) -> str:
        key = f"{self.sleutel}: " if self.sleutel else ""
        return f"{self.plaats}: {key}{self.wat} - {self.doe}"

    def as_dict(self) -> dict[str, object]:
        """The message as plain data, for `--json`."""
        return asdict(self)


class Gebruikersfout(Exception):
    """Carries every message of a run to the command line: exit code 1, no traceback."""

    def __init__(self, meldingen: list[Melding]) -> None:
        super().__init__("\n".join(map(str, meldingen)))
        self.meldingen = meldingen


def display_path(path: Path, root: Path | None = None) -> str:
    """The path as a user knows it: relative to the project (or the current folder) where it can be."""
    base = resolved_folder(root or Path.cwd())
    resolved = path.resolve()
    return resolved.relative_to(base).as_posix() if resolved.is_relative_to(base) else path.as_posix()


@lru_cache(maxsize=8)
def resolved_folder(folder: Path) -> Path:
    """Where a project really is. Asked for with every message and file; it does not move while a command runs."""
    return folder.resolve()
