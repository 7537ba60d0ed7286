"""What is known of a published site: enough to tell, later, which of its files need not be written again."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
from pathlib import Path

from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente

Mark = tuple[int, int, int]
"""Of the folder of a site on the disk: device, number, and when everything in it had been written (nanoseconds)."""


@dataclass(frozen=True)
class Gemaakt:
    """What a product left: the key of what it was made from, its files, what it told."""

    key: str
    files: tuple[str, ...]
    meldingen: tuple[Melding, ...]


@dataclass(frozen=True)
class Bestanden:
    """The files of a site by name, products aside, each with a digest of what it is made of.

    Of those in `shared`, pages and indexes, it tells what all municipalities have in common; `around` tells the rest.
    """

    around: str
    shared: Mapping[str, str]
    own: Mapping[str, str]

    def same_as(self, other: "Bestanden") -> set[str]:
        """The names of those that are made of the same."""
        same = set(self.own.items() & other.own.items())
        if self.around == other.around:
            same |= self.shared.items() & other.shared.items()
        return {name for name, _ in same}


@dataclass(frozen=True)
class Inventaris:
    """All that a site consists of; `outline` is a digest of all that its pages were checked for."""

    bestanden: Bestanden
    products: Mapping[str, Gemaakt]
    outline: str
    moment: float
    mark: Mark

    @property
    def names(self) -> list[str]:
        """Every file of the site."""
        products = chain.from_iterable(one.files for one in self.products.values())
        return [*self.bestanden.shared, *self.bestanden.own, *products]


@dataclass(frozen=True)
class Stand:
    """A published site: digests of its inputs, its folders, when it was made, and how it was checked.

    With another day only warnings can change.
    """

    shared: str
    own: str
    pages: int
    folders: str
    mark: Mark
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
        """What is known of the site, if no file came, went or was replaced since it was left."""
        found = self.cache.get("stand", self._key(slug))
        if isinstance(found, Stand) and is_untouched(self.out / slug, found.mark, found.folders.split("\n")):
            with suppress(OSError):
                self.cache.touch("inventaris", self._key(slug))  # Asked for after a change only, maybe in months.
            return found
        return None

    def inventory(self, slug: str) -> Inventaris | None:
        """All that the site consists of, if each of its files still stands as it was left."""
        found = self.cache.get("inventaris", self._key(slug))
        if isinstance(found, Inventaris) and is_untouched(self.out / slug, found.mark, found.names):
            return found
        return None

    def put(self, slug: str, stand: Stand, inventory: Inventaris | None) -> None:
        """Remember a site that was just published or checked; the inventory too if that is new."""
        if inventory:
            self.cache.put("inventaris", self._key(slug), inventory)
        self.cache.put("stand", self._key(slug), stand)

    def forget(self, *slugs: str) -> None:
        """Before anything in their folders changes, or when it is not certain what they were made from."""
        for slug in slugs:
            self.cache.drop("stand", self._key(slug))
            self.cache.drop("inventaris", self._key(slug))

    def _key(self, slug: str) -> str:
        return digest(str(self.out), slug, _FORM)


_FORM = [field.name for record in (Stand, Inventaris, Bestanden, Gemaakt) for field in fields(record)]
"""What another version of this program kept in another form is not found."""


def folders_of(names: Iterable[str]) -> str:
    """The folders that these files lie in, and those above them; one a line."""
    found: dict[str, None] = {}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found[folder] = None
            folder = folder.rpartition("/")[0]
    return "\n".join(found)


def seal(folder: Path) -> Mark:
    """The mark of a folder in which everything has now been written: nothing in it is younger."""
    os.utime(folder)
    return _mark(folder)


def is_untouched(folder: Path, mark: Mark, names: Iterable[str]) -> bool:
    """Whether the folder is the one with this mark, and all these files or folders in it are there and no younger.

    A file that comes, goes or is replaced changes its folder; one that is edited in place only itself. Paths are plain
    strings here: a country has a hundred thousand.
    """
    start = f"{folder}{os.sep}"
    try:
        return _mark(folder) == mark and all(os.stat(start + name).st_mtime_ns <= mark[2] for name in names)  # noqa: PTH116
    except OSError:
        return False


def _mark(folder: Path) -> Mark:
    status = folder.stat()
    return status.st_dev, status.st_ino, status.st_mtime_ns
