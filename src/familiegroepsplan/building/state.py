"""What is known of a published site: enough to tell, later, which of its files need not be written again."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente

Fingerprint = int
"""Of a site on the disk: when each of its folders and files last changed, their sizes, and which folder it is."""


@dataclass(frozen=True)
class Gemaakt:
    """What a product left: the key of what it was made from, its files, what it told."""

    key: str
    files: tuple[str, ...]
    meldingen: tuple[Melding, ...]


@dataclass(frozen=True)
class Stand:
    """A published site: digests of its inputs, the key of each of its files, its products, and how it was checked.

    `outline` is a digest of all that its pages were checked for; with another day only warnings can change.
    """

    shared: str
    own: str
    pages: int
    files: dict[str, str]
    products: dict[str, Gemaakt]
    outline: str
    fingerprint: Fingerprint
    moment: float
    checked: date
    meldingen: tuple[Melding, ...]
    gemeente: Gemeente

    @property
    def names(self) -> Iterator[str]:
        """Every file of the site."""
        return chain(self.files, *(one.files for one in self.products.values()))


@dataclass(frozen=True)
class Standen:
    """The states of the sites in an output folder, kept in the cache of the project."""

    cache: Cache
    out: Path

    def get(self, slug: str) -> Stand | None:
        """What is known of the site, if it still stands as it was left."""
        found = self.cache.get("stand", self._key(slug))
        if isinstance(found, Stand) and found.fingerprint == fingerprint(self.out / slug, found.names):
            return found
        return None

    def put(self, slug: str, stand: Stand) -> None:
        """Remember a site that was just published or checked."""
        self.cache.put("stand", self._key(slug), stand)

    def forget(self, slug: str) -> None:
        """Before anything in its folder changes."""
        self.cache.drop("stand", self._key(slug))

    def _key(self, slug: str) -> str:
        return digest(str(self.out), slug)


def fingerprint(folder: Path, names: Iterable[str]) -> Fingerprint | None:
    """The fingerprint of a site with these files, as it stands on the disk; None when one of them is not there.

    A file that was added changes its folder. Paths are plain strings here: a country has a hundred thousand.
    """
    start = f"{folder}{os.sep}"
    names = list(names)
    try:
        root = os.stat(folder)  # noqa: PTH116
        stamps = [root.st_dev, root.st_ino, root.st_mtime_ns]
        stamps += [os.stat(start + name).st_mtime_ns for name in _folders(names)]  # noqa: PTH116
        for name in names:
            status = os.stat(start + name)  # noqa: PTH116
            stamps += status.st_mtime_ns, status.st_size
    except OSError:
        return None
    return hash(tuple(stamps))


def _folders(names: Iterable[str]) -> list[str]:
    """The folders that these files lie in, and those above them."""
    found: dict[str, None] = {}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found[folder] = None
            folder = folder.rpartition("/")[0]
    return list(found)
