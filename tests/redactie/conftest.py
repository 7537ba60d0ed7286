"""The editor on a copy of the project, and a browser that works in it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from playwright.sync_api import Browser, Page

from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import lokaal
from familiegroepsplan.redactie.map import Projectmap
from familiegroepsplan.redactie.schrijven import write_admin
from familiegroepsplan.redactie.server import RedactieServer
from familiegroepsplan.taal import TALEN
from tests.conftest import ROOT

T = TypeVar("T")


class InBrowser(Protocol):
    def __call__(self, look: Callable[[Page], T]) -> T: ...


@pytest.fixture(scope="session")
def in_browser(browser: Browser) -> InBrowser:
    """Runs a function with a fresh page, wide enough for the editor."""

    def run(look: Callable[[Page], T]) -> T:
        context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="nl-NL")
        try:
            return look(context.new_page())
        finally:
            context.close()

    return run


@contextmanager
def serving(root: Path, admin: Path) -> Iterator[RedactieServer]:
    """The editor in `admin` for the project at `root`, until the end of the block."""
    with RedactieServer(0, admin, Projectmap(root)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def admin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editor of the project itself, for local work."""
    folder = tmp_path_factory.mktemp("redactie") / "admin"
    write_admin(Project(ROOT), folder, lokaal())
    return folder


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """The texts of the project in Dutch and Arabic, that a test may change."""
    others = {taal for taal in TALEN if taal not in ("nl", "ar")} | {"vertaalgeheugen"}
    shutil.copytree(ROOT / "content", tmp_path / "project/content", ignore=lambda _, names: others & set(names))
    return tmp_path / "project"


@dataclass(frozen=True)
class Redactie:
    """The editor at work: its server, and the folder that it changes."""

    server: RedactieServer
    map: Path

    @property
    def adres(self) -> str:
        return self.server.adres


@pytest.fixture
def redactie(kopie: Path, admin: Path) -> Iterator[Redactie]:
    with serving(kopie, admin) as server:
        yield Redactie(server, kopie)


@dataclass
class Gezien:
    """What a page asked and complained of while somebody worked in it."""

    elders: list[str]
    klachten: list[str]
    geschreven: list[str]

    @property
    def verkeerd(self) -> list[str]:
        """What should not have been asked or said; Chromium says something of the frame that Sveltia makes."""
        return [*self.elders, *(one for one in self.klachten if "allow-scripts and allow-same-origin" not in one)]


def watch(page: Page, adres: str) -> Gezien:
    """Note every request to another host, every fault and warning of the page, and every file it wrote."""
    seen = Gezien([], [], [])

    def request(url: str, method: str) -> None:
        if not url.startswith((adres, "data:", "blob:")):
            seen.elders.append(url)
        elif method != "GET":
            seen.geschreven.append(f"{method} {url.removeprefix(adres)}")

    page.on("request", lambda one: request(one.url, one.method))
    page.on("pageerror", lambda error: seen.klachten.append(str(error)))
    page.on("console", lambda one: seen.klachten.append(one.text) if one.type in ("error", "warning") else None)
    return seen


def open_editor(page: Page, adres: str) -> None:
    """Sign in to the local editor and wait until the texts are there."""
    page.goto(f"{adres}/admin/")
    page.get_by_role("button", name="Open de teksten op deze computer").click()
    page.get_by_text("Alle teksten, met hun vertalingen ernaast.").wait_for()


EDITOR = "section[data-key-path]"
"""A field of an entry that is open."""


def go_to(page: Page, adres: str, place: str) -> None:
    """Open one entry (`blokken/entries/wachten`)."""
    page.goto(f"{adres}/admin/#/collections/{place}")
    page.locator(EDITOR).first.wait_for()


def save(page: Page) -> None:
    """Press the button; when all is written Sveltia leaves the entry and shows the list again."""
    page.get_by_role("button", name="Opslaan").click()
    page.wait_for_url(lambda url: "/entries/" not in url)
    page.locator(EDITOR).first.wait_for(state="detached")
