"""The releases of sites in an output folder: what is published, what was published before, what is being made.

A published folder is whole at every moment: a new release is made in `.fgp/nieuw/` and changes places with the
old one in one step. The old one is kept in `.fgp/vorige/`. The one before that may be kept too, in `.fgp/reserve/`:
where little changes, the next release is made of it sooner than of an empty folder.
"""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY
from pathlib import Path

from filelock import FileLock, Timeout

from familiegroepsplan.building.exchange import exchange

HIDDEN = ".fgp"
PATIENCE = 3600.0
"""Seconds that a run waits for another one in the same output folder."""


class Releases:
    """The output folder `out`. Whoever changes anything in it must hold `lock`."""

    def __init__(self, out: Path) -> None:
        self.out = out.absolute()
        self.hidden = self.out / HIDDEN
        self.pool = self.hidden / "gedeeld"

    def published(self, slug: str) -> Path:
        """The folder of a site as visitors see it."""
        return self.out / slug

    def previous(self, slug: str) -> Path:
        """The release before."""
        return self.hidden / "vorige" / slug

    def spare(self, slug: str) -> Path:
        """The release before the previous one, if it was kept."""
        return self.hidden / "reserve" / slug

    def fresh(self, slug: str) -> Path:
        """A new, empty folder for the next release."""
        folder = self._cleared("nieuw", slug)
        folder.mkdir()
        folder.chmod(0o755)
        return folder

    def renewed(self, slug: str) -> Path:
        """The spare release, to be made into the next one."""
        folder = self._cleared("nieuw", slug)
        self.spare(slug).rename(folder)
        return folder

    def without_spare(self, slug: str) -> None:
        """Throw the spare release away, if there is one."""
        shutil.rmtree(self.spare(slug), ignore_errors=True)

    def _cleared(self, kind: str, slug: str) -> Path:
        """A path in a hidden folder where nothing stands."""
        folder = self.hidden / kind / slug
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    @contextmanager
    def lock(self, waiting: object = None) -> Iterator[None]:
        """Keep other runs out of the folder, and clear what a killed run left.

        Raises OSError when the folder cannot be written. `waiting` is called when another run is busy.
        """
        self.hidden.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.hidden / "slot")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if callable(waiting):
                waiting()
            self._wait(lock)
        try:
            self._recover()
            yield
        finally:
            lock.release()

    def _wait(self, lock: FileLock) -> None:
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout as error:
            raise OSError(EBUSY, "een andere opdracht is er al heel lang mee bezig", str(self.out)) from error

    def publish(self, slug: str, *, names: Collection[str] = (), keep_spare: bool = False) -> None:
        """Let the fresh release of a site take the place of the published one, which becomes the previous.

        The one that was the previous becomes the spare or goes. `names` are the files of a release, as far as they are
        known: it goes faster by them. A run that is killed here leaves only whole releases in each place.
        """
        fresh, published, previous = self.hidden / "nieuw" / slug, self.published(slug), self.previous(slug)
        if not published.exists():
            fresh.rename(published)
            return
        self._swap(fresh, published)
        if not previous.exists():
            previous.parent.mkdir(exist_ok=True)
            fresh.rename(previous)
            return
        self._swap(fresh, previous)
        if keep_spare:
            fresh.rename(self._cleared("reserve", slug))
        else:
            _remove(fresh, names)

    def go_back(self, slug: str) -> bool:
        """Let the previous release and the published one change places; False when there is no previous one."""
        previous = self.previous(slug)
        if not previous.is_dir():
            return False
        if self.published(slug).exists():
            self._swap(previous, self.published(slug))
        else:
            previous.rename(self.published(slug))
        return True

    def _swap(self, one: Path, other: Path) -> None:
        """Change places. Without the system call, the other is away for an instant, but never half."""
        if exchange(one, other):
            return
        aside = self._cleared("opzij", other.name)
        other.rename(aside)
        try:
            one.rename(other)
        except OSError:
            aside.rename(other)
            raise
        aside.rename(one)

    def _recover(self) -> None:
        """Put back a site that a killed run had moved aside, and clear half-made releases."""
        for aside in (self.hidden / "opzij").glob("*"):
            if not self.published(aside.name).exists():
                aside.rename(self.published(aside.name))
        for leftover in (self.hidden / "opzij", self.hidden / "nieuw"):
            shutil.rmtree(leftover, ignore_errors=True)

    def tidy(self) -> None:
        """Throw away shared files that no site uses any more."""
        for file in self.pool.glob("*"):
            if file.stat().st_nlink == 1:
                file.unlink(missing_ok=True)


def _remove(folder: Path, names: Collection[str]) -> None:
    """Remove a release of which these are files. Paths are plain strings here: a country has a hundred thousand."""
    if folder.exists():
        start = f"{folder}/"
        for name in names:
            with suppress(OSError):
                os.unlink(start + name)  # noqa: PTH108
        for name in sorted({name.rpartition("/")[0] for name in names}, reverse=True):
            with suppress(OSError):
                os.rmdir(start + name)  # noqa: PTH106
        shutil.rmtree(folder, ignore_errors=True)
