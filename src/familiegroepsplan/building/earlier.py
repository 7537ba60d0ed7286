"""What a new release of a site can have from the ones before: files that are still what they should be."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from familiegroepsplan.building.releases import Releases
from familiegroepsplan.building.state import Bestanden, Gemaakt, Inventaris, Standen, is_intact
from familiegroepsplan.site.writer import Pool, Writer

USEFUL = 0.75
"""What each of two releases must have in common with the one before it, for the oldest to be worth keeping."""


@dataclass
class Earlier:
    """The releases of a site that stand in an output folder."""

    standen: Standen
    releases: Releases
    slug: str

    @cached_property
    def folder(self) -> Path:
        """Where the published one is."""
        return self.releases.published(self.slug)

    @cached_property
    def old(self) -> Inventaris | None:
        """What the published one consisted of when it was made."""
        return self.standen.inventory(self.folder)

    @cached_property
    def is_intact(self) -> bool:
        """Whether it still consists of that."""
        return self.old is not None and is_intact(self.folder, self.old)

    def consists_of(self, files: Bestanden, products: Mapping[str, str]) -> bool:
        """Whether the published one is what is wanted; of each product the key of what it is to be made from."""
        old = self.old
        return old is not None and old.bestanden == files and old.product_keys == products and self.is_intact

    def begin(self, files: Bestanden, products: Mapping[str, str], pool: Pool) -> "Begun":
        """Begin a release with the spare one where that saves work, or else with an empty folder."""
        same = self.old.bestanden.same_as(files) if self.old else set()
        spare = self._spare(files, products)
        if spare is None:
            return Begun(self, Writer(self.releases.fresh(self.slug), pool), same)
        writer = Writer(self.releases.renewed(self.slug), pool, spare.names)
        return Begun(self, writer, same, spare, spare.bestanden.same_as(files))

    def _spare(self, files: Bestanden, products: Mapping[str, str]) -> Inventaris | None:
        """What the spare release consists of; None, and nothing left of it, when it is of no use."""
        folder = self.releases.spare(self.slug)
        found = self.standen.inventory(folder)
        if found:
            self.standen.forget_release(folder)
            if found.is_nearly(files, products) and is_intact(folder, found):
                return found
        self.releases.without_spare(self.slug)
        return None


@dataclass
class Begun:
    """A release that is being made by `writer`; if it began as the spare one, the files of `spare` stand in it already.

    Of the published release the files named `same` are what they should be, of the spare those named `standing`;
    `taken` are the names of those that were used.
    """

    earlier: Earlier
    writer: Writer
    same: Set[str]
    spare: Inventaris | None = None
    standing: Set[str] = frozenset()
    taken: set[str] = field(default_factory=set)

    def missing(self, names: Collection[str]) -> list[str]:
        """Let the release have these files from earlier ones; gives the names of those that none has."""
        writer, published = self.writer, f"{self.earlier.folder}/"
        standing = [name for name in names if name in self.standing]
        others = [name for name in names if name not in self.standing]
        linked = [name for name in others if name in self.same and self.earlier.is_intact]
        writer.keep(*standing)
        for name in linked:
            writer.link(name, published + name)
        self.taken.update(standing, linked)
        return [name for name in others if name not in self.taken]

    def product(self, naam: str, key: str) -> Gemaakt | None:
        """The same of the files of a product; `key` is of what they must have been made from."""
        if self.spare:
            self.writer.keep(*self.spare.products[naam].files)
            return self.spare.products[naam]
        old = self.earlier.old
        made = old.products.get(naam) if old else None
        if made is None or made.key != key or not self.earlier.is_intact:
            return None
        for name in made.files:
            self.writer.relink(name, f"{self.earlier.folder}/{name}")
        return made

    def leaves_spare(self, files: Bestanden, products: Mapping[str, str]) -> bool:
        """Whether the one before the last is worth keeping: little changed in it, and little in this one.

        Not where products had to be made, for they are made again at the next change.
        """
        old = self.earlier.old
        if old is None or old.product_keys != products:
            return False
        return min(old.kept, len(self.same)) > USEFUL * len(files.digests)
