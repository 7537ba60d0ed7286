"""Where a key stands in a file that was read before, for messages about what it says."""

from pathlib import Path

from familiegroepsplan.errors import Plaats


def key_place(root: Path, pad: str, sleutel: str, waarde: str = "") -> Plaats:
    """The place of a top-level key of the file `pad` (from the project folder `root`), or of a value after it.

    The whole file, when the key is not in it.
    """
    try:
        lines = (root / pad).read_text("utf-8").splitlines()
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


def _is_key(line: str, sleutel: str) -> bool:
    return line.startswith((f"{sleutel}:", f'"{sleutel}":', f"'{sleutel}':"))
