"""What Windows and macOS do otherwise, brought about here: an old console, a changed registry, no hard links."""

import json
import mimetypes
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from familiegroepsplan.cli import main
from familiegroepsplan.localserver import LocalServer, content_type
from familiegroepsplan.site.writer import Pool, Writer
from tests.conftest import ALLEEN_SITE, ROOT, run_command
from tests.projectkopie import copy_project

ZIN = "Een familiegroepsplan is verplicht voor \u0633\u0627\u0631\u0629 \u2192 dat moet."


def screen(folder: Path, *options: str) -> Result:
    """`fgp screen` of a letter with that sentence, on a console of Windows in Western Europe."""
    (folder / "brief.txt").write_text(f"{ZIN}\n", "utf-8")
    return CliRunner(charset="cp1252").invoke(main, ["screen", str(folder / "brief.txt"), *options])


def test_an_old_console_shows_a_question_mark_for_what_it_cannot_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    said = screen(tmp_path)
    assert isinstance(said.exception, SystemExit) and said.exit_code == 1
    assert "Een familiegroepsplan is verplicht voor ???? ? dat moet." in said.output


def test_json_for_another_program_is_utf8_on_an_old_console_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    told = json.loads(screen(tmp_path, "--json").stdout_bytes.decode("utf-8"))
    assert ZIN in json.dumps(told, ensure_ascii=False)


def test_a_script_is_a_script_whatever_the_system_says_of_its_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    mimetypes.init()
    monkeypatch.setitem(mimetypes.types_map, ".js", "text/plain")
    monkeypatch.setitem(mimetypes.types_map, ".css", "application/x-css")
    assert mimetypes.guess_type("site.js")[0] == "text/plain"
    kinds = {name: content_type(name) for name in ("site.js", "a.css", "logo.svg", "letter.woff2", "a.pdf", "vreemd")}
    assert kinds == {
        "site.js": "text/javascript; charset=utf-8",
        "a.css": "text/css; charset=utf-8",
        "logo.svg": "image/svg+xml; charset=utf-8",
        "letter.woff2": "font/woff2",
        "a.pdf": "application/pdf",
        "vreemd": "application/octet-stream",
    }


def test_a_browser_that_goes_away_halfway_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    with LocalServer(("127.0.0.1", 0), lambda *arguments: None) as server:  # type: ignore[arg-type]
        for fault in (ConnectionAbortedError("10053"), BrokenPipeError(), ValueError("van ons")):
            try:
                raise fault
            except Exception:
                server.handle_error(None, ("127.0.0.1", 1))
    said = capsys.readouterr().err
    assert "van ons" in said and "10053" not in said and "BrokenPipe" not in said


def test_where_no_links_can_be_made_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError("this disk knows no links")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "bron.css").write_bytes(b"a{}")
    writer = Writer(tmp_path / "site", Pool(tmp_path / "gedeeld"))
    writer.share("assets/a.css", tmp_path / "bron.css")
    writer.relink("assets/a.css", str(tmp_path / "bron.css"))
    assert (tmp_path / "site/assets/a.css").read_bytes() == b"a{}"


def test_no_file_of_the_project_has_a_name_that_another_system_refuses() -> None:
    folders = ("content", "docs", "formulier", "handboek", "hooks", "overrides", "src", "tests")
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if "node_modules" not in path.parts)
    names = [path.relative_to(ROOT).as_posix() for path in found]
    parts = {part for name in names for part in name.split("/")}
    assert len(names) > 1000
    assert [part for part in parts if set(part) & set('<>:"\\|?*') or part.endswith((".", " "))] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert {part.split(".")[0].casefold() for part in parts} & {"con", "prn", "aux", "nul", "com1", "lpt1"} == set()


@pytest.mark.volledig
def test_a_project_with_the_line_ends_of_windows_is_the_same_project(tmp_path: Path) -> None:
    """As git lays it down there, or an editor saves it."""
    told, pages = [], []
    for name, ends in (("unix", b"\n"), ("windows", b"\r\n")):
        kopie = copy_project(ROOT, tmp_path / name, "amsterdam", talen=("nl", "ar"))
        for path in kopie.rglob("*"):
            if path.suffix in {".md", ".yml", ".html"}:
                path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", ends))
        told.append(run_command("fgp", "check", "amsterdam", "--herstel", cwd=kopie))
        built = run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie, SOURCE_DATE_EPOCH="1790000000")
        assert built.code == 0, built.text
        site = kopie / "dist/amsterdam"
        pages.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*.html")})
        text = (kopie / "content/wijzigingen/nl.yml").read_bytes()
        assert text.count(b"\n") == text.count(ends) > 10
    assert told[0] == told[1] and pages[0] == pages[1]
