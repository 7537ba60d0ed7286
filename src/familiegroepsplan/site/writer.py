"""Writes the files of a site into a fresh folder."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from familiegroepsplan.digest import digest_bytes
from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats, Wie
from familiegroepsplan.site.gapped import START_OF_TOKEN
from familiegroepsplan.token import TOKEN


class Pool:
    """A folder of files that sites share, each under the digest of its content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[Path, str] = {}

    def kept(self, source: Path) -> str:
        """`source` as it stands in the pool; a file of the project is read once in a run."""
        if source not in self._kept:
            self._kept[source] = str(self._keep(source))
        return self._kept[source]

    def _keep(self, source: Path) -> Path:
        data = source.read_bytes()
        kept = self.folder / f"{digest_bytes(data)}{source.suffix}"
        if not kept.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(data)
            Path(file.name).chmod(0o644)
            Path(file.name).replace(kept)
        return kept


class Writer:
    """Writes below `folder` and remembers the names of what it wrote, in `names`.

    `pool` is where files are that sites share: where the file system has links, each is there once. Files that stand
    in the folder already, named in `there`, may be links too: they are kept or replaced, and never written in.
    """

    def __init__(self, folder: Path, pool: Pool | None = None, there: Iterable[str] = ()) -> None:
        self.folder, self.pool = folder, pool
        self.names: list[str] = []
        self._there = frozenset(there)
        self._start = f"{folder}/"
        self._folders: set[str] = set()

    def write(self, name: str, data: bytes) -> None:
        """Write a file that nobody has written yet. Raises Gebruikersfout when a token is left in its text."""
        if START_OF_TOKEN in data and TOKEN.search(data.decode("utf-8", "replace")):
            raise Gebruikersfout([_token_left(name)])
        self.put(name, data)

    def put(self, name: str, data: bytes) -> None:
        """The same for what can hold no token."""
        file = os.open(self._path(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        try:
            done = os.write(file, data)
            while done < len(data):
                done += os.write(file, data[done:])
        finally:
            os.close(file)

    def share(self, name: str, source: Path) -> None:
        """Let a file be the same as `source`."""
        if self.pool is None:
            shutil.copyfile(source, self._path(name))
        else:
            self.link(name, self.pool.kept(source))

    def link(self, name: str, source: str) -> None:
        """Let a file be `source`, which nobody changes any more; a copy where links cannot be made."""
        target = self._path(name)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)

    def keep(self, *names: str) -> None:
        """Leave files as they stand there already."""
        self.names += names

    def relink(self, name: str, source: str) -> None:
        """The same, in place of a file that may be there already."""
        (self.folder / name).unlink(missing_ok=True)
        self.link(name, source)

    def _path(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            self._make(folder)
        self.names.append(name)
        path = self._start + name
        if name in self._there:
            os.unlink(path)  # noqa: PTH108
        return path

    def _make(self, folder: str) -> None:
        """Make a folder and those above it. Paths are plain strings here: a site has hundreds of both."""
        if folder in self._folders:
            return
        self._folders.add(folder)
        if not folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            return
        self._make(folder.rpartition("/")[0])
        with suppress(FileExistsError):
            os.mkdir(self._start + folder)  # noqa: PTH102


def _token_left(name: str) -> Melding:
    """A token reached the output: one of ours, or a value that looks like one. Never to be published."""
    wat = "er staat een onopgeloste naam in de pagina, of een waarde die erop lijkt (fgpq…q)"
    doe = "haal zo'n waarde weg bij de gemeente; staat zij daar niet, meld dit aan de ontwikkelaar"
    return Melding(Plaats(name), "", wat, doe, "site-token", wie=Wie.ONTWIKKELAAR)
