"""Digests of everything a build is made from: the same digest, the same result."""

import hashlib
from collections.abc import Iterable
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
    """A digest of the names (from `root`) and contents of files, and of all files in folders among `paths`."""
    found = sorted({file for path in paths for file in _files(path)})
    return digest([(file.relative_to(root).as_posix(), digest_bytes(file.read_bytes())) for file in found])


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return (file for file in path.rglob("*") if file.is_file() and IGNORED.isdisjoint(file.parts))


@cache
def code_digest() -> str:
    """A digest of this package's own files and of the versions of what it is built on."""
    package = Path(__file__).parent
    return digest(digest_files(package, [package]), [version(name) for name in BUILT_ON])
