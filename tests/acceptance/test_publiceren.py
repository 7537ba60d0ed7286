"""The ready files for GitHub and GitLab Pages: they parse, call what exists, and what they call builds a site.

They were not run on those services: this is what can be known here.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from familiegroepsplan.cli import opdracht
from tests.conftest import ROOT, Afloop
from tests.projectkopie import copy_project

SCRIPT = ROOT / "tools" / "publiceren.sh"
WORKFLOWS = {"github": ".github/workflows/publiceren.yml", "gitlab": ".gitlab-ci.yml"}
ACTIONS = {
    "actions/checkout@v4",
    "actions/setup-python@v5",
    "actions/upload-pages-artifact@v3",
    "actions/deploy-pages@v4",
}


def load(name: str) -> dict[Any, Any]:
    found = yaml.safe_load((ROOT / WORKFLOWS[name]).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def shell_lines(name: str) -> list[str]:
    """Every line that the service gives to a shell."""
    if name == "github":
        steps = [step for job in load(name)["jobs"].values() for step in job["steps"]]
        return [line for step in steps for line in step.get("run", "").splitlines()]
    jobs = [job for job in load(name).values() if isinstance(job, dict)]
    return [line for job in jobs for key in ("before_script", "script") for line in job.get(key, [])]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_line_for_the_shell_is_shell_and_names_files_that_are_there(name: str) -> None:
    lines = shell_lines(name)
    assert 'sh tools/publiceren.sh "$GEMEENTE" public' in lines
    for line in lines:
        assert subprocess.run(["sh", "-n", "-c", line], check=False).returncode == 0, line
        for path in re.findall(r"\S+\.(?:sh|lock)\b", line):
            assert (ROOT / path).is_file(), path


def fgp_calls() -> Iterator[tuple[str, list[str]]]:
    for call in re.findall(r"^\s*fgp (.*)$", SCRIPT.read_text("utf-8"), re.MULTILINE):
        name, *rest = call.split()
        yield name, [word for word in rest if word.startswith("--")]


def test_every_command_and_option_of_the_script_exists() -> None:
    calls = list(fgp_calls())
    assert {name for name, _ in calls} == {"check", "build"}
    for name, options in calls:
        known = {opt for p in opdracht(name).params if isinstance(p, click.Option) for opt in p.opts}
        assert set(options) <= known, name


def test_nothing_runs_in_a_fork_that_has_not_named_a_municipality() -> None:
    github = load("github")
    assert github["jobs"]["bouwen"]["if"] == "vars.GEMEENTE != ''"
    assert github["jobs"]["publiceren"]["needs"] == "bouwen"
    for job in ("controleren", "pages"):
        assert all(rule["if"].startswith("$GEMEENTE && ") for rule in load("gitlab")[job]["rules"])


def test_github_uses_its_own_actions_and_no_more_rights_than_it_needs() -> None:
    github = load("github")
    used = {step["uses"] for job in github["jobs"].values() for step in job["steps"] if "uses" in step}
    assert used == ACTIONS
    assert github["permissions"] == {"contents": "read"}
    assert github["jobs"]["publiceren"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert github["jobs"]["bouwen"].get("permissions") is None


def test_the_name_of_a_municipality_reaches_the_shell_as_a_value_only() -> None:
    assert not any("${{" in line for line in shell_lines("github"))


def publish(kopie: Path, gemeente: str) -> Afloop:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", SCRIPT, gemeente, "public"], cwd=kopie, env=environment, capture_output=True, text=True, timeout=300
    )
    return Afloop(done.returncode, done.stdout + done.stderr)


@pytest.mark.volledig
def test_one_municipality_is_checked_and_stands_at_the_root(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", talen=("nl",))
    done = publish(kopie, "groningen")
    assert done.code == 0, done.text
    assert "Voor de gemeente" in done.text
    assert "Groningen" in (kopie / "public" / "index.html").read_text("utf-8")
    assert publish(kopie, "groningen").code == 1


def test_a_fault_keeps_everything_from_being_published(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", talen=("nl",))
    path = kopie / "content" / "municipalities" / "groningen.yml"
    path.write_text(path.read_text("utf-8").replace('cbs_code: "0014"', 'cbs_code: "14"'), "utf-8")
    done = publish(kopie, "groningen")
    assert done.code == 1 and "cbs_code" in done.text
    assert not (kopie / "public").exists()


@pytest.mark.volledig
def test_a_platform_gets_all_municipalities_below_its_start_page(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "groningen", "amsterdam", talen=("nl",))
    done = publish(kopie, "alle")
    assert done.code == 0, done.text
    assert {p.parent.name for p in (kopie / "public").glob("*/index.html")} >= {"groningen", "amsterdam"}
    assert (kopie / "public" / "index.html").is_file()
