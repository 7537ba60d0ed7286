"""What happens after a file was saved: show it at once where somebody looks, and finish the rest in the quiet after."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

from familiegroepsplan.errors import Melding
from familiegroepsplan.preview.server import PreviewServer
from familiegroepsplan.preview.studio import Studio, slug_of

QUIET = 1.5
"""Seconds without a further change before the rest is built and checked: a writer saves often."""


class Preview:
    """Keeps `studio` up to date and lets browsers and the command line (`tell`) know; works until it is left."""

    def __init__(
        self, studio: Studio, server: PreviewServer, slug: str, tell: Callable[[Iterable[Melding]], None]
    ) -> None:
        self._studio, self._server, self._tell = studio, server, tell
        self._slugs = {slug}
        self._texts_changed, self._stopped = Event(), Event()
        self._finisher = Thread(target=self._finish, daemon=True)

    def __enter__(self) -> Self:
        self._report()
        self._texts_changed.set()
        self._finisher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._texts_changed.set()

    def changed(self, paths: set[Path]) -> None:
        """These files were saved, made, moved or removed."""
        project = self._studio.project
        own = {slug for path in paths if (slug := slug_of(project, path))}
        shared = {path for path in paths if slug_of(project, path) is None}
        texts = {path for path in shared if not path.is_relative_to(project.overrides / "assets")}
        self._slugs |= {slug for slug in own if (project.gemeenten / f"{slug}.yml").is_file()}
        self._studio.forget(own)
        if texts:
            self._studio.renew(texts)
            self._texts_changed.set()
        elif shared:
            self._studio.renew_assets()
        self._report()

    def _finish(self) -> None:
        while self._texts_changed.wait() and not self._stopped.is_set():
            self._texts_changed.clear()
            self._stopped.wait(QUIET)
            if not self._texts_changed.is_set():
                self._studio.finish()
                self._report()

    def _report(self) -> None:
        self._server.tell()
        self._tell(melding for slug in sorted(self._slugs) for melding in self._studio.state(slug)[1])
