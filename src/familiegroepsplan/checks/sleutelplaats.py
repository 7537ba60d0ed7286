"""Where a key stands in a file that was read before, for messages about what it says."""

import os
import re
from functools import lru_cache
from pathlib import Path

from familiegroepsplan.errors import Plaats

_KEY = re.compile(r"""(["']?)([^\s"':#][^"':]*)\1:""")


def key_place(root: Path, pad: str, sleutel: str, waarde: str = "") -> Plaats:
    """The place of a top-level key of the file `pad` (from the project folder `root`), or of a value after it.

    The whole file, when the key is not in it.
    """
    try:
        path = str(root / pad)
        status = os.stat(path)  # noqa: PTH116
        lines, keys = _read(path, status.st_mtime_ns, status.st_size)
    except (OSError, UnicodeDecodeError):
        return Plaats(pad)
    at = keys.get(sleutel)
    if at is None:
        return Plaats(pad)
    if waarde:
        for number, line in enumerate(lines[at:], start=at + 1):
            if waarde in line:
                return Plaats(pad, number, line.index(waarde) + 1)
            if line.startswith("---") or (number > at + 1 and line[:1].strip()):
                break
    return Plaats(pad, at + 1, 1)


@lru_cache(maxsize=64)
def _read(path: str, _moment: int, _size: int) -> tuple[list[str], dict[str, int]]:
    """The lines of a file, and the first line of each key at the top level.

    Its moment and size are there so that a file that was saved again is read again.
    """
    lines = Path(path).read_text("utf-8").splitlines()
    keys: dict[str, int] = {}
    for at, line in enumerate(lines):
        if match := _KEY.match(line):
            keys.setdefault(match[2], at)
    return lines, keys
