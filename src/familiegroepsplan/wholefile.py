"""Writing a file whole or not at all: a reader sees the old file or the new one, never half of it."""

import os
import tempfile
from pathlib import Path

NEW_FILE = 0o644


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in `path`, with the rights of the file that stands there; its folder is made if need be.

    Raises OSError when it cannot; then the old file stands as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.is_file() else NEW_FILE
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        fresh.chmod(mode)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_whole_text(path: Path, text: str) -> None:
    """Put `text` in `path` as UTF-8, with the line ends of the file that stands there (`\\n` in a new one).

    Raises OSError as `write_whole`.
    """
    ends = b"\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else b"\n"
    write_whole(path, text.encode().replace(b"\r\n", b"\n").replace(b"\n", ends))
