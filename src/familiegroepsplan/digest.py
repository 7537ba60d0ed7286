"""Digests of everything a build is made from: the same digest, the same result."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

IGNORED = {"__pycache__", ".git"}
BUILT_ON = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-static-i18n",
    "jinja2",
    "markdown",
    "pydantic",
    "lxml",
    "typst",
    "pillow",
    "justmytype-western-core",
    "babel",
)
"""The packages whose version may change what a build gives."""


def digest(*parts: object) -> str:
    """A digest of values by their `repr`; 32 hex digits."""
    return hashlib.sha256("\x00".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_bytes(data: bytes) -> str:
    """A digest of the content of a file."""
    return hashlib.sha256(data).hexdigest()[:32]


def digest_files(root: Path, paths: Iterable[Path]) -> str:
    """A digest of the names (from `root`) and contents of files, and of all files in folders among `paths`.

    Every command asks for it, so that names are plain strings here: paths would take three times as long.
    """
    start = len(f"{root}{os.sep}")
    return digest([(name[start:].replace(os.sep, "/"), _content_digest(name)) for name in _all_files(paths)])


def saved_state(paths: Iterable[Path]) -> dict[str, tuple[int, int, int, int]]:
    """Of each file that `digest_files` would read: which one it is, its size and when it was saved (nanoseconds)."""
    found = {}
    for name in _all_files(paths):
        with suppress(FileNotFoundError):
            status = os.stat(name)  # noqa: PTH116
            found[name] = status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
    return found


def _all_files(paths: Iterable[Path]) -> list[str]:
    return sorted({name for path in paths for name in _files(path)})


def _files(path: Path) -> Iterator[str]:
    if path.is_file():
        yield str(path)
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if name not in IGNORED]
        yield from (f"{folder}{os.sep}{name}" for name in files)


def _content_digest(name: str) -> str:
    try:
        with open(name, "rb", buffering=0) as file:  # noqa: PTH123
            return digest_bytes(file.read())
    except FileNotFoundError:  # a link that leads nowhere
        return ""


@cache
def code_digest() -> str:
    """A digest of this package's own files and of the versions of what it is built on."""
    package = Path(__file__).parent
    return digest(digest_files(package, [package]), [version(name) for name in BUILT_ON])
