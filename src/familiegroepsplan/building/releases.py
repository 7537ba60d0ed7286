"""The releases of sites in an output folder: what is published, what was published before, what is being made.

A published folder is whole at every moment: a new release is made in `.fgp/nieuw/` and changes places with the
old one in one step. The old one is kept in `.fgp/vorige/`.
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

    def fresh(self, slug: str) -> Path:
        """A new, empty folder for the next release."""
        folder = self.hidden / "nieuw" / slug
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        folder.chmod(0o755)
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

    def publish(self, slug: str, names: Collection[str] = ()) -> None:
        """Let the fresh release of a site take the place of the published one, which becomes the previous.

        `names` are the files of a release, as far as they are known: the one before goes faster by them.
        """
        fresh, published, previous = self.hidden / "nieuw" / slug, self.published(slug), self.previous(slug)
        if not published.exists():
            fresh.rename(published)
            return
        self._swap(fresh, published)
        _remove(previous, names)
        previous.parent.mkdir(exist_ok=True)
        fresh.rename(previous)

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

    def _swap(self, one: Path, published: Path) -> None:
        """Change places. Without the system call, the site is away for an instant, but never half."""
        if exchange(one, published):
            return
        aside = self.hidden / "opzij" / published.name
        shutil.rmtree(aside, ignore_errors=True)
        aside.parent.mkdir(exist_ok=True)
        published.rename(aside)
        try:
            one.rename(published)
        except OSError:
            aside.rename(published)
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
