"""What is known of a published site: enough to tell, later, which of its files need not be written again."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
from pathlib import Path

from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente

Mark = int
"""Of a site on the disk: when each of its folders changed, or each of its files, and their sizes."""


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
        return [*self.bestanden.shared, *self.bestanden.own, *names_of(self.products)]


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
        if isinstance(found, Stand) and found.mark == folders_mark(self.out / slug, found.folders):
            return found
        return None

    def inventory(self, slug: str) -> Inventaris | None:
        """All that the site consists of, if each of its files still stands as it was left."""
        found = self.cache.get("inventaris", self._key(slug))
        if isinstance(found, Inventaris) and found.mark == files_mark(self.out / slug, found.names):
            return found
        return None

    def put(self, slug: str, stand: Stand, inventory: Inventaris | None) -> None:
        """Remember a site that was just published or checked; the inventory too if that is new."""
        if inventory:
            self.cache.put("inventaris", self._key(slug), inventory)
        self.cache.put("stand", self._key(slug), stand)

    def forget(self, slug: str) -> None:
        """Before anything in its folder changes."""
        self.cache.drop("stand", self._key(slug))
        self.cache.drop("inventaris", self._key(slug))

    def _key(self, slug: str) -> str:
        return digest(str(self.out), slug, _FORM)


_FORM = [field.name for record in (Stand, Inventaris, Bestanden, Gemaakt) for field in fields(record)]
"""What another version of this program kept in another form is not found."""


def names_of(products: Mapping[str, Gemaakt]) -> Iterable[str]:
    """The files of products."""
    return chain.from_iterable(one.files for one in products.values())


def folders_of(names: Iterable[str]) -> str:
    """The folders that these files lie in, and those above them; one a line."""
    found: dict[str, None] = {}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found[folder] = None
            folder = folder.rpartition("/")[0]
    return "\n".join(found)


def folders_mark(folder: Path, folders: str) -> Mark | None:
    """The mark of a site with these folders, as it stands on the disk; None when one of them is not there.

    A file that came, went or was replaced changes its folder; one that was edited in place does not. Paths are plain
    strings here and below: a country has a hundred thousand.
    """
    start = f"{folder}{os.sep}"
    try:
        root = os.stat(folder)  # noqa: PTH116
        stamps = [os.stat(start + name).st_mtime_ns for name in folders.split("\n")]  # noqa: PTH116
    except OSError:
        return None
    return hash((root.st_dev, root.st_ino, root.st_mtime_ns, *stamps))


def files_mark(folder: Path, names: Iterable[str]) -> Mark | None:
    """The mark of these files of a site; None when one of them is not there."""
    start = f"{folder}{os.sep}"
    try:
        root = os.stat(folder)  # noqa: PTH116
        found = [os.stat(start + name) for name in names]  # noqa: PTH116
    except OSError:
        return None
    return hash((root.st_dev, root.st_ino, *((one.st_mtime_ns, one.st_size) for one in found)))
