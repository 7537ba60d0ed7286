"""`fgp redactie` as a user calls it, and what it writes."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from familiegroepsplan.cli.redactie import redactie
from familiegroepsplan.project import Project
from familiegroepsplan.redactie import schrijven
from familiegroepsplan.redactie.instellingen import gitlab
from familiegroepsplan.redactie.schrijven import write_admin
from tests.conftest import ROOT, Opdracht
from tests.terminal import CONTROL_C, terminal

BIBLIOTHEEK = Path(schrijven.__file__).parent / "bibliotheek"


def test_it_writes_an_editor_for_github(opdracht: Opdracht, tmp_path: Path) -> None:
    out = tmp_path / "admin"
    result = opdracht("fgp", "redactie", "--github", "gemeenten/plan", "--out", out)
    assert result.code == 0, result.text
    page = (out / "index.html").read_text("utf-8")
    assert "connect-src 'self' data: blob: https://api.github.com" in page and "frame-ancestors" not in page
    settings = (out / "config.yml").read_text("utf-8")
    assert "name: github\n  repo: gemeenten/plan\n  branch: main" in settings
    headers = (out / "_headers").read_text("utf-8")
    assert "/admin/*\n  Content-Security-Policy: default-src 'none'" in headers
    assert "X-Robots-Tag: noindex, nofollow" in headers and "frame-ancestors 'none'" in headers
    write_admin(Project(ROOT), out, gitlab("groep/deel/plan", "concept"))
    assert "branch: concept" in (out / "config.yml").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["admin"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Kies waar de redactie bewaart"),
        (("--lokaal", "--github", "a/b"), "Kies waar de redactie bewaart"),
        (("--github", "zomaar"), "schrijf het zo: eigenaar/project"),
        (("--github", "a/b/c"), "schrijf het zo: eigenaar/project"),
        (("--gitlab", "a b/c"), "schrijf het zo: groep/project"),
        (("--github", "a/b"), "staat iets anders dan een redactie"),
    ],
)
def test_a_mistake_is_told_in_dutch_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "brief.txt").write_text("van mij", "utf-8")
    result = CliRunner().invoke(redactie, [*options, "--out", str(tmp_path)])
    assert result.exit_code == 1 and said in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_when_the_new_editor_cannot_come_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "admin"
    out.mkdir()
    (out / "config.yml").write_text("de oude", "utf-8")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "nieuw":
            raise PermissionError("a program holds the folder")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        write_admin(Project(ROOT), out, gitlab("groep/plan"))
    assert [path.name for path in tmp_path.iterdir()] == ["admin"]
    assert [path.name for path in out.iterdir()] == ["config.yml"]


def test_ctrl_c_ends_the_local_editor_with_one_word() -> None:
    with terminal(ROOT, "redactie", "--lokaal", "--zonder-browser", "--poort", "0") as screen:
        screen.until("De redactie staat op http://127.0.0.1:")
        screen.until("Wat u bewaart, staat meteen in de bestanden van dit project.")
        screen.press(CONTROL_C)
        assert screen.end() == 0
        assert screen.text.rstrip().endswith("Gestopt.") and "Traceback" not in screen.text


def test_the_libraries_are_those_that_were_pinned() -> None:
    herkomst = json.loads((BIBLIOTHEEK / "herkomst.json").read_text("utf-8"))
    there = {p.relative_to(BIBLIOTHEEK).as_posix(): p for p in BIBLIOTHEEK.rglob("*") if p.suffix in (".js", ".woff2")}
    assert {name: sha256(path.read_bytes()).hexdigest() for name, path in there.items()} == herkomst["bestanden"]
    lock = json.loads((ROOT / "tools/redactie/package-lock.json").read_text("utf-8"))["packages"]
    for name, part in herkomst["pakketten"].items():
        assert lock[f"node_modules/{name}"]["integrity"] == part["integrity"]
        assert list((BIBLIOTHEEK / "assets").glob(f"{name.lstrip('@').replace('/', '')}.LICENSE.txt")), name
    assert not any("resolved" in one for one in lock.values())


def test_the_libraries_load_nothing_from_a_package_site() -> None:
    for path in BIBLIOTHEEK.rglob("*.js"):
        text = path.read_text("utf-8")
        assert "unpkg.com" not in text and "jsdelivr" not in text, path.name
