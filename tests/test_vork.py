"""A command in a copy of a loaded process does what it does when it is started."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, run_command

NOWHERE = "http://127.0.0.1:9/"
STARTED = str(ROOT / "src")


@pytest.mark.parametrize(
    "arguments", [("--version",), ("check", "amsterdm"), ("build", "--onzin"), ("new", "Amsterdam")], ids=" ".join
)
def test_it_says_the_same_and_ends_the_same(arguments: tuple[str, ...]) -> None:
    assert run_command("fgp", *arguments) == run_command("fgp", *arguments, PYTHONPATH=STARTED)


def test_folder_and_environment_are_those_of_the_command_and_the_next_one_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "content/municipalities").mkdir(parents=True)
    for command in (("build", "utrecht"), ("verordening", "utrecht", "CVDR1")):
        here = run_command("fgp", *command, cwd=tmp_path, FGP_BRONADRES=NOWHERE)
        assert here == run_command("fgp", *command, cwd=tmp_path, FGP_BRONADRES=NOWHERE, PYTHONPATH=STARTED)
        assert here.code == 1
    assert "utrecht" not in run_command("fgp", "--version").text
