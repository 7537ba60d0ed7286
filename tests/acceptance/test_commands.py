"""The commands as a user gives them: what they print, their exit code, what they leave behind."""

import json
from pathlib import Path

import pytest

from tests.conftest import ALLEEN_SITE, ROOT, run_command
from tests.projectkopie import copy_project


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    return copy_project(ROOT, tmp_path / "project", "amsterdam", "groningen")


@pytest.fixture(scope="module")
def ongemoeid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all tests that leave it as it is."""
    return copy_project(ROOT, tmp_path_factory.mktemp("ongemoeid") / "project", "amsterdam", "groningen")


def test_without_a_name_build_says_what_to_do(ongemoeid: Path) -> None:
    result = run_command("fgp", "build", cwd=ongemoeid)
    assert result.code == 1
    assert "fgp build amsterdam" in result.text


def test_an_unknown_name_gets_a_suggestion(ongemoeid: Path) -> None:
    result = run_command("fgp", "build", "amsterdm", cwd=ongemoeid)
    assert result.code == 1
    assert 'bedoelt u "amsterdam"?' in result.text
    assert not (ongemoeid / "dist").exists()


def test_outside_a_project_there_is_one_clear_sentence(tmp_path: Path) -> None:
    result = run_command("fgp", "check", cwd=tmp_path)
    assert (result.code, result.text.count("\n")) == (1, 1)
    assert "Hier is geen project" in result.text


def test_a_fault_in_one_municipality_keeps_only_that_one_back(kopie: Path) -> None:
    path = kopie / "content" / "municipalities" / "groningen.yml"
    path.write_text(path.read_text("utf-8").replace("website:", "webste:"), "utf-8")
    result = run_command("fgp", "build", "--all", *ALLEEN_SITE, cwd=kopie)
    assert result.code == 1
    assert "content/municipalities/groningen.yml:" in result.text
    assert "website" in result.text
    assert (kopie / "dist" / "amsterdam" / "index.html").is_file()
    assert not (kopie / "dist" / "groningen").exists()
    assert "Traceback" not in result.text


def test_a_failed_build_leaves_the_old_site_as_it_was(kopie: Path) -> None:
    assert run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie).code == 0
    before = {p: p.read_bytes() for p in (kopie / "dist").rglob("*") if p.is_file()}
    blok = kopie / "content" / "blocks" / "nl" / "definitie.md"
    blok.write_text(blok.read_text("utf-8") + "\n\n[weg](bestaat-niet.md)\n", "utf-8")
    result = run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie)
    assert result.code == 1
    assert "definitie.md:" in result.text and "bestaat-niet" in result.text
    assert {p: p.read_bytes() for p in (kopie / "dist").rglob("*") if p.is_file()} == before


def test_every_fault_of_a_run_is_told_at_once(kopie: Path) -> None:
    definitie = kopie / "content" / "blocks" / "nl" / "definitie.md"
    waarom = kopie / "content" / "blocks" / "nl" / "waarom.md"
    definitie.write_text(definitie.read_text("utf-8") + "\n\n{{ gemeente.nam }}\n", "utf-8")
    waarom.write_text(waarom.read_text("utf-8") + "\n\n<script>x</script>\n", "utf-8")
    result = run_command("fgp", "check", "amsterdam", cwd=kopie)
    assert result.code == 1
    assert 'bedoelt u "gemeente.naam"?' in result.text
    assert "waarom.md:" in result.text and "script" in result.text
    assert "Traceback" not in result.text


def test_mkdocs_itself_tells_the_same_fault_and_stops(kopie: Path) -> None:
    definitie = kopie / "content" / "blocks" / "nl" / "definitie.md"
    definitie.write_text(definitie.read_text("utf-8") + "\n\n{{ gemeente.nam }}\n", "utf-8")
    result = run_command("mkdocs", "build", "--quiet", cwd=kopie)
    assert result.code == 1
    assert 'bedoelt u "gemeente.naam"?' in result.text
    assert "Traceback" not in result.text


def test_check_on_the_real_texts_finds_no_error() -> None:
    result = run_command("fgp", "check")
    assert result.code == 0, result.text
    assert "0 fouten" in result.text
    assert "Voor de redactie" in result.text and "Voor de gemeente" in result.text


def test_strict_check_makes_warnings_errors(ongemoeid: Path) -> None:
    assert run_command("fgp", "check", "groningen", cwd=ongemoeid).code == 0
    assert run_command("fgp", "check", "groningen", "--streng", cwd=ongemoeid).code == 1


def test_check_as_json_is_for_machines(kopie: Path) -> None:
    path = kopie / "content" / "municipalities" / "groningen.yml"
    path.write_text(path.read_text("utf-8").replace('cbs_code: "0014"', 'cbs_code: "14"'), "utf-8")
    rows = json.loads(run_command("fgp", "check", "groningen", "--json", cwd=kopie).text)
    errors = [row for row in rows if row["ernst"] == "fout"]
    assert [row["sleutel"] for row in errors] == ["cbs_code"]
    assert errors[0]["plaats"]["regel"] > 1


def test_new_takes_a_municipality_from_the_register_and_never_overwrites(kopie: Path) -> None:
    path = kopie / "content" / "municipalities" / "utrecht.yml"
    result = run_command("fgp", "new", "Utrecht", "--website", "https://www.utrecht.nl", cwd=kopie)
    assert result.code == 0, result.text
    text = path.read_text("utf-8")
    assert "naam: Utrecht" in text and '"0344"' in text
    assert "https://identifier.overheid.nl/tooi/id/gemeente/gm0344" in text
    again = run_command("fgp", "new", "utrecht", cwd=kopie)
    assert again.code == 1 and "bestaat al" in again.text
    assert path.read_text("utf-8") == text
    assert run_command("fgp", "build", "utrecht", *ALLEEN_SITE, cwd=kopie).code == 0
    assert "Utrecht" in (kopie / "dist" / "utrecht" / "index.html").read_text("utf-8")


def test_new_refuses_an_unknown_name_and_names_the_nearest(ongemoeid: Path) -> None:
    result = run_command("fgp", "new", "Utrect", cwd=ongemoeid)
    assert result.code == 1 and "Utrecht" in result.text
    assert not (ongemoeid / "content" / "municipalities" / "utrect.yml").exists()


@pytest.mark.parametrize(
    "naam",
    [
        "'s-Hertogenbosch",
        pytest.param("Den Haag", marks=pytest.mark.volledig),
        pytest.param("Bergen (NH.)", marks=pytest.mark.volledig),
        pytest.param("Súdwest-Fryslân", marks=pytest.mark.volledig),
    ],
)
def test_awkward_names_build_too(kopie: Path, naam: str) -> None:
    made = run_command("fgp", "new", naam, "--website", "https://www.voorbeeld.nl", cwd=kopie)
    assert made.code == 0, made.text
    slug = made.text.rsplit("fgp build ", 1)[1].strip()
    built = run_command("fgp", "build", slug, *ALLEEN_SITE, cwd=kopie)
    assert built.code == 0, built.text


def test_own_texts_replace_a_block_and_add_to_a_page(kopie: Path) -> None:
    folder = kopie / "content" / "municipalities"
    (folder / "groningen").mkdir()
    (folder / "groningen" / "wachten.md").write_text(
        "In Groningen wacht je **zo**. [Tips](tips.md)\n\n## Hoe lang? {#hoe-lang-hier}\n\nKort.\n", "utf-8"
    )
    (folder / "groningen" / "tips.md").write_text("## Kom langs {#kom-langs}\n\nElke dinsdag.\n", "utf-8")
    with (folder / "groningen.yml").open("a", encoding="utf-8") as file:
        file.write("\nblokken: {wachten: groningen/wachten.md}\naanvullingen: {tips: groningen/tips.md}\n")
    result = run_command("fgp", "build", "--all", *ALLEEN_SITE, cwd=kopie)
    assert result.code == 0, result.text
    wachten = (kopie / "dist/groningen/wachten-op-hulp/index.html").read_text("utf-8")
    assert 'In Groningen wacht je <strong>zo</strong>. <a href="../tips/">Tips</a>' in wachten
    assert '<h3 id="hoe-lang-hier">Hoe lang?</h3>' in wachten
    assert "Elke dinsdag." in (kopie / "dist/groningen/tips/index.html").read_text("utf-8")
    assert "In Groningen wacht je" not in (kopie / "dist/amsterdam/wachten-op-hulp/index.html").read_text("utf-8")


HOSTILE = """"><script>alert(1)</script> & ' {{ 7*7 }} {% raw %}"""


def test_values_of_a_municipality_are_data_wherever_they_land(kopie: Path) -> None:
    path = kopie / "content" / "municipalities" / "groningen.yml"
    quoted = json.dumps(HOSTILE)
    text = path.read_text("utf-8").replace("naam: WIJ Groningen", f"naam: {quoted}")
    path.write_text(text.replace("naam: Groningen", f"naam: {quoted}"), "utf-8")
    result = run_command("fgp", "build", "groningen", *ALLEEN_SITE, cwd=kopie)
    assert result.code == 0, result.text
    for page in (kopie / "dist" / "groningen").rglob("*.html"):
        html = page.read_text("utf-8")
        assert "<script>alert" not in html
        assert "49" not in html.split("</title>")[0]
    assert "&lt;script&gt;alert(1)" in html


def test_help_is_there_for_every_command() -> None:
    result = run_command("fgp", "--help")
    for command in ("build", "check", "new", "serve", "vertaling"):
        assert command in result.text
    assert run_command("fgp", "build", "--help").code == 0


def test_no_command_needs_a_module_that_windows_lacks(tmp_path: Path) -> None:
    names = ["fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"]
    blocked = f"import sys\nsys.modules.update(dict.fromkeys({names}))\n"
    (tmp_path / "sitecustomize.py").write_text(blocked, "utf-8")
    path = f"{tmp_path}:{ROOT / 'src'}"
    result = run_command("fgp", "--help", PYTHONPATH=path)
    assert result.code == 0 and "redactie" in result.text, result.text
    assert "import of resource halted" in run_command("python", "-c", "import resource", PYTHONPATH=path).text
