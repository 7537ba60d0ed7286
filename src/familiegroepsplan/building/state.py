"""What is known of a published site: enough to tell, later, which of its files need not be written again."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente

Fingerprint = tuple[int, int, int, int]
"""Device and number of the folder, files in it, bytes in all."""


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


@dataclass(frozen=True)
class Standen:
    """The states of the sites in an output folder, kept in the cache of the project."""

    cache: Cache
    out: Path

    def get(self, slug: str) -> Stand | None:
        """What is known of the site, if it still stands as it was left."""
        found = self.cache.get("stand", self._key(slug))
        if isinstance(found, Stand) and found.fingerprint == fingerprint(self.out / slug):
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


def fingerprint(folder: Path) -> Fingerprint | None:
    """The fingerprint of a site as it stands on the disk; None when there is none."""
    try:
        status = folder.stat()
        files, size = _measure(str(folder))
    except OSError:
        return None
    return status.st_dev, status.st_ino, files, size


def _measure(folder: str) -> tuple[int, int]:
    files = size = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                inner = _measure(entry.path)
                files, size = files + inner[0], size + inner[1]
            else:
                files, size = files + 1, size + entry.stat(follow_symlinks=False).st_size
    return files, size
