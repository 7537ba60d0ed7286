"""The rules that keep the project simple, each held by a look at the source itself."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "familiegroepsplan"
ADAPTER = "mkdocs_adapter.py"


def imported_by(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_only_the_adapter_knows_mkdocs() -> None:
    knowing = {p.relative_to(SOURCE).as_posix() for p in SOURCE.rglob("*.py") if "mkdocs" in imported_by(p)}
    assert knowing == {ADAPTER}


def test_the_core_loads_no_mkdocs_at_all() -> None:
    modules = [
        "familiegroepsplan." + ".".join(p.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for p in SOURCE.rglob("*.py")
        if p.name != ADAPTER and "cli" not in p.parts and p != SOURCE / "__init__.py"
    ]
    assert len(modules) > 30
    code = f"import importlib, sys\nfor m in {modules!r}: importlib.import_module(m)\n"
    code += "sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_two_entries_of_the_tree_stand_as_agreed() -> None:
    for name in (
        "docs",
        "overrides",
        "hooks",
        "tests",
        "content/flyers",
        "content/municipalities",
        "content/blocks",
        "mkdocs.yml",
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
    ):
        assert (ROOT / name).exists(), name


def test_no_module_grows_past_one_noun() -> None:
    long = {p.name: n for p in SOURCE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 350}
    assert long == {}


def test_pages_in_docs_are_assemblies_and_hold_no_text_of_their_own() -> None:
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text("utf-8")
        body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
        assert all(line.startswith("{{ ") for line in body.splitlines() if line.strip()), path


def test_text_is_written_with_the_same_line_ends_on_every_system() -> None:
    """Windows makes CRLF of `\\n` where nobody says otherwise."""
    calls = [
        (path.relative_to(SOURCE).as_posix(), node)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write_text"
    ]
    assert len(calls) > 10
    assert [name for name, call in calls if "newline" not in {word.arg for word in call.keywords}] == []


def test_servers_of_our_own_are_the_same_on_every_system() -> None:
    there = {p.name for p in SOURCE.rglob("*.py") if "import ThreadingHTTPServer" in p.read_text("utf-8")}
    others = {p.name for p in SOURCE.rglob("*.py") if "mimetypes" in imported_by(p)}
    assert there == others == {"localserver.py"}
