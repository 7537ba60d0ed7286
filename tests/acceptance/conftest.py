"""The built sites, served on this machine, and a real browser that looks at them."""

import functools
import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

from familiegroepsplan.taal import TALEN
from tests.conftest import GEMEENTEN, ROOT

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^='-'])"
"""A CSS selector of everything that a reader can use."""


class _Silent(http.server.SimpleHTTPRequestHandler):
    extra: Mapping[str, str] = {}

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve_folder(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve `folder` on this machine, with `headers` on every answer; gives the address without a slash at the end."""
    kind = type("_WithHeaders", (_Silent,), {"extra": headers or {}})
    handler = functools.partial(kind, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    with serve_folder(sites) as served:
        yield served


class NewPage(Protocol):
    def __call__(self, width: int, height: int = 844, **options: Any) -> Page: ...


def page_paths(site: Path) -> list[str]:
    """The address of every page of a built site below its folder: no error pages, frames for elsewhere, material."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    others = ("insluiten/", "toolkit/")
    return [name.removesuffix("index.html") for name in files if not name.startswith(others)]


def language_of(path: str) -> str:
    """The language of a page by its address: Dutch at the root, another under its code."""
    first = path.split("/", 1)[0]
    return first if first in TALEN else "nl"


def dutch_and_some(site: Path, step: int) -> list[str]:
    """Every Dutch page, and of the other languages one in `step`: where the language makes no difference."""
    paths = page_paths(site)
    others = [path for path in paths if language_of(path) != "nl"]
    return [path for path in paths if language_of(path) == "nl"] + others[::step]


__all__ = ["GEMEENTEN", "ROOT", "NewPage", "dutch_and_some", "language_of", "page_paths", "serve_folder"]
