"""The form as `fgp formulier` makes it, served under its own strict headers, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from familiegroepsplan.formulier.gegevens import Bestemming, gegevens_json
from familiegroepsplan.site.headers import security_headers
from tests.acceptance.conftest import NewPage, serve_folder
from tests.conftest import ROOT, run_command

TOETS = ROOT / "formulier" / "bundel" / "toets.js"


OPSLAGPLAATS = "https://github.com/organisatie/project"
MAIL = "redactie@voorbeeld.nl"


@pytest.fixture(scope="session")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the form, made by the command that a user gives."""
    out = tmp_path_factory.mktemp("formulier")
    result = run_command("fgp", "formulier", "--out", out, "--opslagplaats", OPSLAGPLAATS, "--mail", MAIL)
    assert result.code == 0, result.text
    return out / "formulier"


@pytest.fixture(scope="session")
def adres(gemaakt: Path) -> Iterator[str]:
    with serve_folder(gemaakt, security_headers()) as address:
        yield f"{address}/"


@pytest.fixture
def formulier(same_page: NewPage, adres: str) -> Page:
    """The form, opened anew at the width of a laptop; nothing may fail in it."""
    return open_form(same_page(1280, 900), adres)


@pytest.fixture
def eigen_formulier(new_page: NewPage, adres: str) -> Page:
    """The same in a page of its own, for tests that listen to it."""
    return open_form(new_page(1280, 900), adres)


def open_form(page: Page, adres: str) -> Page:
    """The form in a page that complains about every mistake of its scripts and every breach of its policy."""
    if not hasattr(page, "fouten_van_de_pagina"):
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.fouten_van_de_pagina = faults  # type: ignore[attr-defined]
    page.fouten_van_de_pagina.clear()  # type: ignore[attr-defined]
    page.goto(adres)
    page.wait_for_selector("#g-naam")
    return page


def load(page: Page, name: str, data: bytes) -> None:
    """Open a file in the form and wait until it says what it found."""
    page.set_input_files("#openen", {"name": name, "mimeType": "application/yaml", "buffer": data})
    page.wait_for_function("(naam) => document.querySelector('.bestandmelding')?.textContent.includes(naam)", arg=name)


def told(page: Page) -> list[tuple[str, str]]:
    """Every message at a field: id of the field and the words."""
    found: list[list[str]] = page.evaluate(
        "() => [...document.querySelectorAll('.fouten .melding')]"
        ".map((een) => [een.closest('.fouten').id.replace(/-fout$/, ''), een.textContent])"
    )
    return [(one, words) for one, words in found]


class Rekenwerk:
    """The parts of the form that calculate, in a page without the form."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, code: str, argument: Any = None) -> Any:
        """The outcome of a function of one argument, in which `f` is what `bron/toets.js` gives."""
        return self.page.evaluate(f"(een) => (({code})(formulier, een))", argument)


@pytest.fixture(scope="session")
def reken(browser: Browser) -> Iterator[Rekenwerk]:
    page = browser.new_page()
    page.add_script_tag(content=TOETS.read_text("utf-8"))
    page.evaluate("(gegevens) => formulier.zet(gegevens)", json.loads(gegevens_json(Bestemming())))
    yield Rekenwerk(page)
    page.close()
