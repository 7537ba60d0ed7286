"""What was made before, by the digest of everything it was made from: files in `.cache/` of the project.

A key never gets another value, so nothing in it can be stale; throwing the folder away costs time alone. The
files are pickles written by this program: never take them from somebody else.
"""

import gc
import os
import pickle
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from familiegroepsplan.digest import code_digest, digest

T = TypeVar("T")
DAY = 86400
DAYS = 30
"""What nobody asked for in so many days is thrown away."""

MEMORIES = 8000
"""So many small results of one function are kept; all texts of the project are about a thousand."""


class Cache:
    """Values by kind and key, in `folder`; where that cannot be written, everything is simply made anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: dict[tuple[str, str], object] | None = None

    @contextmanager
    def held(self, still_true: Callable[[], bool]) -> Iterator[None]:
        """Keep what is put while this lasts at the end of it, and only if its keys are `still_true` then."""
        held: dict[tuple[str, str], object] = {}
        around, self._held = self._held, held
        try:
            yield
        finally:
            self._held = around
            if held and still_true():
                for (kind, key), value in held.items():
                    self.put(kind, key, value)

    def get(self, kind: str, key: str) -> Any:
        """The value that was kept under `key`, or None."""
        path = self._path(kind, key)
        try:
            with path.open("rb") as file:
                value = _loaded(file)
            self.touch(kind, key)
        except Exception:  # A damaged pickle may raise anything: it is as good as absent.
            return None
        return value

    def touch(self, kind: str, key: str) -> None:
        """The value under `key` is still of use. Raises OSError when it is not there."""
        path = self._path(kind, key)
        if path.stat().st_mtime < time.time() - DAY:
            os.utime(path)

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep `value` under `key`."""
        if self._held is not None:
            self._held[kind, key] = value
            return
        path = self._path(kind, key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".nieuw-", delete=False) as file:
                pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
            Path(file.name).replace(path)
        except OSError:
            return

    def drop(self, kind: str, key: str) -> None:
        """Forget the value under `key`. Raises OSError when that fails."""
        self._path(kind, key).unlink(missing_ok=True)

    def made(self, kind: str, key: str, make: Callable[[], T]) -> T:
        """The value kept under `key`, or else what `make` gives, which is then kept."""
        found: T | None = self.get(kind, key)
        if found is None:
            found = make()
            self.put(kind, key, found)
        return found

    def keep_newest(self, kind: str, number: int) -> None:
        """Throw away all values of a kind but those that were used last: for large ones."""
        paths = sorted((self.folder / kind).glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in paths[number:]:
            path.unlink(missing_ok=True)

    def clean(self, days: float = DAYS) -> None:
        """Throw away what was not used for so many days."""
        limit = time.time() - days * DAY
        for path in self.folder.glob("*/*"):
            try:
                if path.stat().st_mtime < limit:
                    path.unlink()
            except OSError:
                continue

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key


def _loaded(file: BinaryIO) -> Any:
    """The value in a pickle. Python's collector would go through all that was loaded so far again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return pickle.load(file)
    finally:
        if was_on:
            gc.enable()


class Memo:
    """Many small results of one pure function, kept together in one file: for work done file by file."""

    def __init__(self, cache: Cache, kind: str) -> None:
        self.cache = cache
        self.key = digest(code_digest(), kind)
        self.known: dict[str, Any] = cache.get("memo", self.key) or {}
        self.used: dict[str, Any] = {}

    def made(self, key: str, make: Callable[[], T]) -> T:
        """The result remembered under `key`, or else what `make` gives."""
        if key not in self.used:
            self.used[key] = self.known[key] if key in self.known else make()
        value: T = self.used[key]
        return value

    def save(self) -> None:
        """Keep what was asked for in this run, and of the rest as much as there is room for."""
        if self.used.keys() - self.known.keys():
            rest = [key for key in self.known if key not in self.used]
            room = max(0, MEMORIES - len(self.used))
            self.cache.put("memo", self.key, {key: self.known[key] for key in rest[-room:] if room} | self.used)


class _Memos(dict[str, Memo]):
    """The memos of a run, each read when it is first asked for."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def __missing__(self, kind: str) -> Memo:
        self[kind] = Memo(self.cache, kind)
        return self[kind]


_memos: ContextVar[_Memos | None] = ContextVar("_memos", default=None)


@contextmanager
def remembering(cache: Cache) -> Iterator[None]:
    """While this lasts, `recall` finds what earlier runs made; in this thread, for each has memos of its own."""
    now = _memos.get()
    if now is not None and now.cache.folder == cache.folder:
        yield
        return
    memos = _Memos(cache)
    _memos.set(memos)
    try:
        yield
    finally:
        for memo in memos.values():
            memo.save()
        _memos.set(now)


def recall(kind: str, parts: tuple[object, ...], make: Callable[[], T]) -> T:
    """What `make`, a pure function of `parts`, gives; from memory where `remembering` is on."""
    memos = _memos.get()
    return make() if memos is None else memos[kind].made(digest(*parts), make)


def recall_alone(kind: str, parts: tuple[object, ...], make: Callable[[], T]) -> T:
    """The same, in a file of its own: for what processes make side by side, each for itself."""
    memos = _memos.get()
    return make() if memos is None else memos.cache.made(kind, digest(code_digest(), *parts), make)
