"""What every test may use: the project itself, its texts, and the command line as a user calls it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def inhoud(project: Project) -> Inhoud:
    return load_inhoud(project)


ALLEEN_SITE = ("--zonder-flyers", "--zonder-toolkit")
"""Options of a build for tests that look at nothing but the pages."""


@dataclass(frozen=True)
class Afloop:
    """How a command ended: exit code, and all that it printed."""

    code: int
    text: str


Opdracht = Callable[..., Afloop]


def run_command(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Afloop:
    """Run a program of this environment (`fgp`, `mkdocs`) as a user would."""
    program, *rest = map(str, arguments)
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *rest],
        cwd=cwd,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return Afloop(done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def opdracht() -> Opdracht:
    return run_command
