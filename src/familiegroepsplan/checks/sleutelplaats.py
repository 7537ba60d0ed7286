"""Where a key stands in a file that was read before, for messages about what it says."""

from functools import lru_cache
from pathlib import Path

from familiegroepsplan.errors import Plaats


def key_place(root: Path, pad: str, sleutel: str, waarde: str = "") -> Plaats:
    """The place of a top-level key of the file `pad` (from the project folder `root`), or of a value after it.

    The whole file, when the key is not in it.
    """
    try:
        path = root / pad
        status = path.stat()
        lines = _lines(path, status.st_mtime_ns, status.st_size)
    except (OSError, UnicodeDecodeError):
        return Plaats(pad)
    at = next((i for i, line in enumerate(lines) if _is_key(line, sleutel)), None)
    if at is None:
        return Plaats(pad)
    for number, line in enumerate(lines[at:], start=at + 1):
        if waarde and waarde in line:
            return Plaats(pad, number, line.index(waarde) + 1)
        if line.startswith("---") or (number > at + 1 and line[:1].strip()):
            break
    return Plaats(pad, at + 1, 1)


@lru_cache(maxsize=64)
def _lines(path: Path, _moment: int, _size: int) -> list[str]:
    """The lines of a file; its moment and size are there so that a file that was saved again is read again."""
    return path.read_text("utf-8").splitlines()


def _is_key(line: str, sleutel: str) -> bool:
    return line.startswith((f"{sleutel}:", f'"{sleutel}":', f"'{sleutel}':"))
