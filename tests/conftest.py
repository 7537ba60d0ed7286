"""What every test may use: the project itself, its texts, and the command line as a user calls it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project
from tests.vork import PATIENCE, vork

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.acceptance.conftest import NewPage

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def inhoud(project: Project) -> Inhoud:
    return load_inhoud(project)


GEMEENTEN = ("amsterdam", "groningen", "oldenzaal")
"""The municipalities of which the tests look at the built sites."""

ALLEEN_SITE = ("--zonder-flyers", "--zonder-toolkit")
"""Options of a build for tests that look at nothing but the pages."""


@dataclass(frozen=True)
class Afloop:
    """How a command ended: exit code, and all that it printed."""

    code: int
    text: str


Opdracht = Callable[..., Afloop]


def run_command(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Afloop:
    """Run a program of this environment (`fgp`, `mkdocs`) as a user would.

    `fgp` comes from a process that has it loaded, unless the test says something of how Python starts.
    """
    program, *rest = map(str, arguments)
    if program == "fgp" and "PYTHONPATH" not in environment:
        code, said, faults = vork().run(rest, cwd, os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment)
        return Afloop(code, said + faults)
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *rest],
        cwd=cwd,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    return Afloop(done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def opdracht() -> Opdracht:
    return run_command


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sites of some municipalities, built by the command that a user gives.

    In the project itself, where `make test` has just built them; from there copied once for all processes of a run:
    the first that asks does so, the others wait. Nobody changes anything in it.
    """
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "dist"
    with FileLock(f"{out}.slot"):
        if not out.exists():
            result = run_command("fgp", "build", *GEMEENTEN)
            assert result.code == 0, result.text
            for slug in GEMEENTEN:
                shutil.copytree(ROOT / "dist" / slug, out / slug)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The browser that all tests of a process share: Playwright refuses a second start in its thread."""
    from playwright.sync_api import sync_playwright

    from tests.acceptance.conftest import CHROMIUM_ARGUMENTS

    program = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or "chromium-headless-shell"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: "Browser") -> Iterator["NewPage"]:
    """Opens a fresh page (no cookies, no storage) of a size in CSS pixels; `options` are of Playwright's context."""
    contexts = []

    def open_page(width: int, height: int = 844, **options: Any) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def same_page(browser: "Browser") -> Iterator["NewPage"]:
    """The same page for all tests of a file that ask for that size and those options: a new one costs a process.

    It is for tests that open something and look: they leave no listener, route, script, medium or stored thing behind.
    """
    pages: dict[tuple[object, ...], Page] = {}

    def same(width: int, height: int = 844, **options: Any) -> "Page":
        key = (width, height, *sorted(options.items()))
        if key not in pages:
            context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options)
            pages[key] = context.new_page()
        pages[key].goto("about:blank")
        return pages[key]

    yield same
    for page in pages.values():
        page.context.close()
