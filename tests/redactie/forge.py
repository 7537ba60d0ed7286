"""A forge that is played in the browser: what Sveltia asks of it, what it commits there, and a walk of one change."""

import difflib
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha1
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import Achterkant
from familiegroepsplan.redactie.schrijven import write_admin
from tests.acceptance.conftest import serve_folder
from tests.conftest import ROOT
from tests.redactie.conftest import InBrowser, go_to

BLOKKEN = ("content/blocks/nl/hoe-lang.md", "content/blocks/ar/hoe-lang.md")
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"}
HEAD, NEW = "a" * 40, "b" * 40
OUD, NIEUW = "Neem de tijd", "Neem alle tijd"


@dataclass(frozen=True)
class Commit:
    """What was committed: the files by their path, as they must become."""

    tak: str
    bericht: str
    bestanden: dict[str, bytes]


@dataclass
class Forge(ABC):
    """The files of a project on a forge, the commits that were made there, and the tokens that were shown."""

    files: dict[str, bytes] = field(default_factory=lambda: {name: (ROOT / name).read_bytes() for name in BLOKKEN})
    commits: list[Commit] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    head: str = HEAD

    def somebody_else_commits(self, name: str, old: str, new: str) -> None:
        """A colleague changes a file meanwhile."""
        self.files[name] = self.files[name].replace(old.encode(), new.encode())
        self.head = "c" * 40

    def __call__(self, route: Route) -> None:
        """Answer one request of the browser."""
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=OPEN)
            return
        self.tokens.add(request.headers.get("authorization", ""))
        found = self.answer(request.url, json.loads(request.post_data or "{}"))
        route.fulfill(status=200, headers=OPEN, content_type="application/json", body=json.dumps(found))

    @abstractmethod
    def answer(self, url: str, asked: dict[str, Any]) -> Any:
        """What the forge says to a request with this body, as JSON."""


def blob_id(data: bytes) -> str:
    """The name that git gives to these bytes."""
    return sha1(b"blob %d\0" % len(data) + data).hexdigest()


def in_the_editor(
    folder: Path, achterkant: Achterkant, forge: Forge, in_browser: InBrowser, do: Callable[[Page], None]
) -> set[str]:
    """Sign in with a token, open a text, change a sentence and `do` the rest; gives the other hosts that were asked."""
    (api,) = achterkant.adressen
    write_admin(Project(ROOT), folder / "admin", achterkant)
    hosts: set[str] = set()

    def look(page: Page, adres: str) -> None:
        page.route(f"{api}/**", forge)
        page.on("request", lambda one: hosts.add(re.sub(r"^(\w+:(?://[^/]*)?).*", r"\1", one.url, flags=re.S)))
        page.goto(f"{adres}/admin/")
        page.get_by_role("button", name="Inloggen met een toegangstoken").click()
        page.get_by_role("textbox").last.fill("proeftoken")
        page.get_by_role("button", name="Inloggen").last.click()
        page.get_by_text("Alle teksten, met hun vertalingen ernaast.").wait_for()
        go_to(page, adres, "blokken/entries/hoe-lang")
        text = page.locator("textarea").first
        text.fill(text.input_value().replace(OUD, NIEUW))
        do(page)

    with serve_folder(folder) as adres:
        in_browser(lambda page: look(page, adres))
        return hosts - {adres, "data:", "blob:"}


def is_that_sentence(forge: Forge) -> bool:
    """Whether one commit was made, in which that sentence alone became another."""
    (commit,) = forge.commits
    assert commit.bericht.startswith("Tekst hoe-lang: gewijzigd in de redactie")
    changed = {name: data for name, data in commit.bestanden.items() if forge.files[name] != data}
    old, new = (text.decode().splitlines() for text in (forge.files[BLOKKEN[0]], changed.pop(BLOKKEN[0])))
    rows = [row for row in difflib.ndiff(old, new) if row[0] in "+-"]
    return changed == {} and len(rows) == 2 and rows[1][2:] == rows[0][2:].replace(OUD, NIEUW)
