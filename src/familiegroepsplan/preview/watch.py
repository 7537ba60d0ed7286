"""What changed on disk, told in one go when it has been quiet for a moment."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from familiegroepsplan.project import Project

QUIET = 0.04
"""Seconds without a further change after which what came together is told: editors write a file in a few steps."""

LONGEST = 0.5
"""Seconds after which it is told even when there is no quiet."""

CHANGES = {"created", "modified", "deleted", "moved"}


class _Collector(FileSystemEventHandler):
    def __init__(self, queue: "Queue[Path | None]") -> None:
        self.queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES and not event.is_directory:
            for path in (event.src_path, event.dest_path):
                if path:
                    self.queue.put(Path(str(path)))


@contextmanager
def watching(project: Project, changed: Callable[[set[Path]], None]) -> Iterator[None]:
    """While this lasts, call `changed` with the files below content/, docs/ and overrides/ that were saved."""
    queue: Queue[Path | None] = Queue()
    observer = Observer()
    for folder in (project.content, project.docs, project.overrides):
        observer.schedule(_Collector(queue), str(folder), recursive=True)
    worker = Thread(target=_tell, args=(queue, changed), daemon=True)
    observer.start()
    worker.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
        queue.put(None)
        worker.join()


def _tell(queue: "Queue[Path | None]", changed: Callable[[set[Path]], None]) -> None:
    while (first := queue.get()) is not None:
        paths, start = {first}, time.monotonic()
        while time.monotonic() - start < LONGEST:
            try:
                following = queue.get(timeout=QUIET)
            except Empty:
                break
            if following is None:
                return
            paths.add(following)
        if real := {path for path in paths if not _is_scratch(path)}:
            changed(real)


def _is_scratch(path: Path) -> bool:
    """Whether an editor made this file for itself (vim, emacs, VS Code), or a tool beside the real one."""
    name = path.name
    return name.startswith((".", "#", "~")) or name.endswith(("~", ".swp", ".swx", ".tmp")) or name == "4913"
