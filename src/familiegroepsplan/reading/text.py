"""Reading a text file safely: a regular file inside its folder, not too big, clean UTF-8.

A byte order mark at the start is refused: it is invisible, and it breaks front matter and YAML keys.
"""

import os
import re
import stat
from functools import lru_cache
from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats, display_path, resolved_folder
from familiegroepsplan.reading.characters import code_point, forbidden_characters, visible
from familiegroepsplan.reading.faults import fault
from familiegroepsplan.reading.zinnen import zin

_BOM = b"\xef\xbb\xbf"
_MOST_FAULTS = 20
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def read_text(path: Path, *, max_bytes: int, root: Path) -> tuple[str | None, list[Melding]]:
    """The text of a file, with line ends as `\\n`; None and all its faults if it cannot be trusted.

    `root` is the project folder: the file must lie in it, and messages name the path from there.
    """
    text, meldingen = read_marked_text(path, max_bytes=max_bytes, root=root)
    return (None if meldingen else text), meldingen


def read_marked_text(path: Path, *, max_bytes: int, root: Path) -> tuple[str | None, list[Melding]]:
    """As `read_text`, but gives the text also when it holds forbidden characters: reading on finds more."""
    data, meldingen = read_data(path, max_bytes=max_bytes, root=root)
    return (None, meldingen) if data is None else decode(data, shown_path(path, root))


def read_data(path: Path, *, max_bytes: int, root: Path) -> tuple[bytes | None, list[Melding]]:
    """The bytes of a file that may be read; None and what is wrong if it may not."""
    pad = shown_path(path, root)
    problem = _file_problem(path, pad, max_bytes, root)
    if problem:
        return None, [problem]
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError:
        return None, [_unreadable(pad)]
    return (None, [_too_big(pad, max_bytes)]) if len(data) > max_bytes else (data, [])


def decode(data: bytes, pad: str) -> tuple[str | None, list[Melding]]:
    """Bytes as text and its forbidden characters; None when they are not UTF-8."""
    if data.startswith(_BOM):
        return None, [_said("bom", Plaats(pad, 1, 1))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return None, [_said("utf8", _place(before, len(before), pad), byte=f"{data[error.start]:02X}")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(" ", text), character_faults(text, pad)


def character_faults(text: str, pad: str) -> list[Melding]:
    """A message for every control, invisible or direction character (the first twenty)."""
    meldingen = []
    for index, character, kind in forbidden_characters(text):
        meldingen.append(_said("teken", _place(text, index, pad), soort=kind, teken=code_point(character)))
        if len(meldingen) == _MOST_FAULTS:
            break
    return meldingen


def shown_path(path: Path, root: Path) -> str:
    """The path from the project folder, without following a link in the last part."""
    folder, name = os.path.split(path)
    parent = _shown_folder(folder, root)
    return visible(name if parent == "." else f"{parent}/{name}")


@lru_cache(maxsize=512)
def _is_inside(folder: str, root: Path) -> bool:
    """Whether a folder really lies in the project; of a file in it, links are refused."""
    return Path(folder).resolve().is_relative_to(resolved_folder(root))


@lru_cache(maxsize=512)
def _shown_folder(folder: str, root: Path) -> str:
    return display_path(Path(folder), root)


def _place(text: str, index: int, pad: str) -> Plaats:
    return Plaats(pad, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _file_problem(path: Path, pad: str, max_bytes: int, root: Path) -> Melding | None:
    try:
        status = path.lstat()
        inside = _is_inside(os.path.split(path)[0], root)
    except (FileNotFoundError, NotADirectoryError):
        return fault("bestand-ontbreekt", Plaats(pad), "", "dit bestand is er niet", "controleer naam en map")
    except (OSError, ValueError, RuntimeError):
        return _unreadable(pad)
    if stat.S_ISLNK(status.st_mode):
        doe = "zet het bestand zelf op deze plek"
        return fault("bestand-koppeling", Plaats(pad), "", "dit is een koppeling (symlink), geen bestand", doe)
    if not inside:
        doe = "zet het bestand in de map van het project"
        return fault("bestand-buiten-map", Plaats(pad), "", "dit bestand ligt buiten het project", doe)
    if not stat.S_ISREG(status.st_mode):
        doe = "zet er een tekstbestand voor in de plaats"
        return fault("bestand-soort", Plaats(pad), "", "dit is geen gewoon bestand", doe)
    return _too_big(pad, max_bytes) if status.st_size > max_bytes else None


def _too_big(pad: str, max_bytes: int) -> Melding:
    return _said("bestand-te-groot", Plaats(pad), meeste=max_bytes // 1000)


def _said(naam: str, plaats: Plaats, /, **woorden: object) -> Melding:
    code, wat, doe = zin(naam, **woorden)
    return fault(code, plaats, "", wat, doe)


def _unreadable(pad: str) -> Melding:
    doe = "controleer of u het bestand mag lezen"
    return fault("bestand-onleesbaar", Plaats(pad), "", "het bestand is niet te lezen", doe)
