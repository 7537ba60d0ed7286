"""What is known of a published site: enough to tell, later, which of its files need not be written again."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
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

    @property
    def digests(self) -> dict[str, str]:
        """The digest of every file by its name."""
        return {**self.shared, **self.own}

    def same_as(self, other: "Bestanden") -> set[str]:
        """The names of those that are made of the same."""
        same = set(self.own.items() & other.own.items())
        if self.around == other.around:
            same |= self.shared.items() & other.shared.items()
        return {name for name, _ in same}


@dataclass(frozen=True)
class Inventaris:
    """All that a release of a site consists of; `outline` is a digest of all that its pages were checked for.

    `kept` is how many of its files it has in common with the release before.
    """

    bestanden: Bestanden
    products: Mapping[str, Gemaakt]
    outline: str
    moment: float
    mark: Mark
    kept: int

    def is_nearly(self, wanted: Bestanden, products: Mapping[str, str]) -> bool:
        """Whether it has the names and the products wanted, and most of the files."""
        same = self.bestanden.digests.keys() == wanted.digests.keys() and self.product_keys == products
        return same and 2 * len(self.bestanden.same_as(wanted)) > len(wanted.digests)

    @property
    def names(self) -> list[str]:
        """Every file of the site."""
        products = chain.from_iterable(one.files for one in self.products.values())
        return [*self.bestanden.digests, *products]

    @property
    def product_keys(self) -> dict[str, str]:
        """Of each product, the key of what it was made from."""
        return {naam: one.key for naam, one in self.products.items()}


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
        found = self.last(slug)
        return found if found and self.is_whole(slug, found) else None

    def last(self, slug: str) -> Stand | None:
        """What was known of the site when it was left; `is_whole` tells whether that is still so."""
        found = self.cache.get("stand", self._key(slug))
        return found if isinstance(found, Stand) else None

    def is_whole(self, slug: str, stand: Stand) -> bool:
        """Whether no file came, went or was replaced since the site was left like this."""
        if not is_untouched(self.out / slug, stand.mark, stand.folders.split("\n")):
            return False
        with suppress(OSError):
            self.cache.touch("inventaris", _release_key(stand.mark))  # Asked for after a change only, maybe in months.
        return True

    def inventory(self, release: Path) -> Inventaris | None:
        """What the release in a folder consisted of when it was made; `is_intact` tells whether that is still so."""
        try:
            found = self.cache.get("inventaris", _release_key(_mark(release)))
        except OSError:
            return None
        return found if isinstance(found, Inventaris) else None

    def put(self, slug: str, stand: Stand, inventory: Inventaris | None) -> None:
        """Remember a site that was just published or checked; the inventory too if that is new."""
        if inventory:
            self.cache.put("inventaris", _release_key(inventory.mark), inventory)
        self.cache.put("stand", self._key(slug), stand)

    def forget(self, *slugs: str) -> None:
        """When it is not certain what these sites were made from."""
        for slug in slugs:
            self.cache.drop("stand", self._key(slug))
            self.forget_release(self.out / slug)

    def forget_release(self, release: Path) -> None:
        """Before anything changes in the folder of a release."""
        with suppress(FileNotFoundError):
            self.cache.drop("inventaris", _release_key(_mark(release)))

    def _key(self, slug: str) -> str:
        return digest(str(self.out), slug, _FORM)


def _release_key(mark: Mark) -> str:
    """A release keeps its mark wherever its folder is moved to."""
    return digest(mark, _FORM)


_FORM = [field.name for record in (Stand, Inventaris, Bestanden, Gemaakt) for field in fields(record)]
"""What another version of this program kept in another form is not found."""


def is_intact(release: Path, inventory: Inventaris) -> bool:
    """Whether nothing came, went or was changed in a release since it was left."""
    names = tuple(inventory.names)
    return is_untouched(release, inventory.mark, chain(names, folders_of(names).split("\n")))


@lru_cache(maxsize=64)
def folders_of(names: tuple[str, ...]) -> str:
    """The folders that these files lie in, and those above them; one a line. Many sites have the same."""
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
