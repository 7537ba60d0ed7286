"""Publishing: a site is written beside the old one, checked, and only then takes its place."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder next to `target` that takes its place when the block ends without an exception.

    When the block raises, `target` stays as it was and the new folder is removed. OSError when the
    place cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(target)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.nieuw-", dir=target.parent))
    fresh.chmod(0o755)
    try:
        yield fresh
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.oud")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def remove_leftovers(target: Path) -> None:
    """Clear what a killed run left beside `target`; a site that had just been moved away comes back."""
    old = target.with_name(f".{target.name}.oud")
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    for leftover in target.parent.glob(f".{target.name}.nieuw-*"):
        shutil.rmtree(leftover, ignore_errors=True)
