"""`fgp verordening` as a user calls it: what it prints, its exit code, what the file says afterwards."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from familiegroepsplan.cli.verordening import verordening
from familiegroepsplan.gemeente import read_gemeente
from tests.conftest import ALLEEN_SITE, ROOT, Afloop, run_command
from tests.proefserver import Proefserver, good, proefserver, status
from tests.projectkopie import copy_project

HERE = Path(__file__).parent
GOED = HERE / "goed-klassiek.xml"


@pytest.fixture
def kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project: the files of the municipalities are all that the command needs."""
    root = tmp_path / "project"
    folder = root / "content/municipalities"
    folder.mkdir(parents=True)
    for slug in ("amsterdam", "groningen", "oldenzaal"):
        shutil.copy(ROOT / f"content/municipalities/{slug}.yml", folder)
    (root / "mkdocs.yml").touch()
    monkeypatch.chdir(root)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("FGP_BRONADRES", "http://127.0.0.1:9/")
    return root


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proefserver]:
    with proefserver() as running:
        monkeypatch.setenv("FGP_BRONADRES", running.adres)
        yield running


def yaml_of(kopie: Path, slug: str) -> str:
    return (kopie / f"content/municipalities/{slug}.yml").read_text("utf-8")


def take(*arguments: str | Path) -> Afloop:
    """Give the command in this process; the programs themselves are slow to start."""
    result = CliRunner().invoke(verordening, list(map(str, arguments)), catch_exceptions=False)
    return Afloop(result.exit_code, result.output)


def test_from_a_file_the_articles_come_into_the_yaml(kopie: Path) -> None:
    result = take("oldenzaal", GOED)
    assert result.code == 0, result.text
    assert "3 plekken over het plan: 2.2 lid 2b, 3.6 lid 2, 3.6 lid 3." in result.text
    assert "content/municipalities/oldenzaal.yml is bijgewerkt." in result.text
    assert "status: onbekend" in yaml_of(kopie, "oldenzaal")
    gemeente, _ = read_gemeente(kopie / "content/municipalities/oldenzaal.yml", root=kopie)
    assert gemeente and gemeente.verordening and gemeente.verordening.artikelen
    assert "het familiegroepsplan en wie daarbij helpt" in gemeente.verordening.artikelen[0].tekst


def test_from_the_network_the_newest_version_comes_and_holds(kopie: Path, server: Proefserver) -> None:
    server.antwoorden["/cvdr/CVDR900001/manifest.xml"] = good(b'<work _latestItem="2/xml/CVDR900001_2.xml"/>')
    server.antwoorden["/cvdr/CVDR900001/2/xml/CVDR900001_2.xml"] = good(GOED.read_bytes())
    result = take("groningen", "CVDR900001")
    assert result.code == 0, result.text
    text = yaml_of(kopie, "groningen")
    assert "cvdr: CVDR900001/2" in text and "status: geldend" in text
    assert "plannaam: ondersteuningsplan  # artikel 7 lid 6" in text
    assert "plannaam" in result.text
    again = take("groningen", "CVDR900001/2")
    assert again.code == 0 and "er is niets veranderd" in again.text
    assert yaml_of(kopie, "groningen") == text


def test_a_text_in_stop_form_gets_its_number_from_the_question(kopie: Path, server: Proefserver) -> None:
    server.antwoorden["/cvdr/CVDR900009/3/xml/CVDR900009_3.xml"] = good((HERE / "goed-stop.xml").read_bytes())
    assert take("oldenzaal", "CVDR900009/3").code == 0
    assert "cvdr: CVDR900009/3" in yaml_of(kopie, "oldenzaal")


def test_no_article_on_the_plan_is_stored_as_such_and_other_names_are_listed(kopie: Path) -> None:
    result = take("oldenzaal", HERE / "goed-geen-plan.xml")
    assert result.code == 0, result.text
    assert "Er staat geen artikel over het plan in" in result.text
    assert '"ondersteuningsplan" staat er 2 keer in' in result.text
    assert "--naam ondersteuningsplan" in result.text
    assert "  artikelen: []\n" in yaml_of(kopie, "oldenzaal")
    assert "plannaam" not in yaml_of(kopie, "oldenzaal")


def test_a_picked_name_is_looked_for_and_stored(kopie: Path) -> None:
    result = take("oldenzaal", HERE / "goed-geen-plan.xml", "--naam", "Ondersteuningsplan")
    assert result.code == 0, result.text
    text = yaml_of(kopie, "oldenzaal")
    assert "plannaam: ondersteuningsplan" in text
    assert text.count("- nummer:") == 2
    assert "staat er" not in result.text


def test_a_name_that_is_not_there_is_refused(kopie: Path) -> None:
    before = yaml_of(kopie, "oldenzaal")
    result = take("oldenzaal", GOED, "--naam", "krachtplan")
    assert result.code == 1 and '"krachtplan"' in result.text and "familiegroepsplan" in result.text
    assert yaml_of(kopie, "oldenzaal") == before


def test_at_a_terminal_one_chooses_the_name(kopie: Path) -> None:
    ours, theirs = pty.openpty()
    program = Path(sys.executable).with_name("fgp")
    command = [str(program), "verordening", "oldenzaal", str(HERE / "goed-andere-namen.xml")]
    process = subprocess.Popen(command, cwd=kopie, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"2\n")
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the program has closed its side
            break
        if not piece:
            break
        shown += piece
    assert process.wait(timeout=60) == 0, shown.decode()
    os.close(ours)
    assert b"Is een daarvan hetzelfde plan?" in shown
    assert yaml_of(kopie, "oldenzaal").count("- nummer:") == 2
    assert "Wie dat wil, brengt een eigen plan mee." in yaml_of(kopie, "oldenzaal")


@pytest.mark.volledig
def test_the_site_shows_the_articles(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project", "oldenzaal", talen=("nl",))
    assert run_command("fgp", "verordening", "oldenzaal", GOED, cwd=root).code == 0
    assert run_command("fgp", "build", "oldenzaal", *ALLEEN_SITE, cwd=root).code == 0
    page = (root / "dist/oldenzaal/gemeente/verordening/index.html").read_text("utf-8")
    assert "het familiegroepsplan en wie daarbij helpt" in page


def test_the_program_itself_ends_without_a_traceback(kopie: Path) -> None:
    result = run_command("fgp", "verordening", "amsterdam", HERE / "fout-entiteiten.xml", cwd=kopie)
    assert result.code == 1 and "DOCTYPE" in result.text and "Traceback" not in result.text


def test_a_trial_shows_what_would_change_and_writes_nothing(kopie: Path) -> None:
    before = yaml_of(kopie, "oldenzaal")
    result = take("oldenzaal", GOED, "--proef")
    assert result.code == 0
    assert "+verordening:" in result.text and "er is niets geschreven" in result.text
    assert yaml_of(kopie, "oldenzaal") == before


def test_the_line_ends_of_the_file_stay(kopie: Path) -> None:
    path = kopie / "content/municipalities/oldenzaal.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert take("oldenzaal", GOED).code == 0
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 20


@pytest.mark.parametrize(
    ("bron", "words"),
    [
        (HERE / "fout-entiteiten.xml", "DOCTYPE"),
        (HERE / "fout-aanhef.xml", "aanhef"),
        (HERE / "fout-alleen-pdf.xml", "PDF"),
        ("geen-bestand.xml", "geen CVDR-nummer"),
        ("CVDR1", "niet op te halen"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_message_and_leaves_the_file(
    kopie: Path, bron: str | Path, words: str
) -> None:
    before = yaml_of(kopie, "amsterdam")
    result = take("amsterdam", bron)
    assert result.code == 1
    assert result.text.count("  fout  ") == 1 and words in result.text
    assert "Er is niets geschreven" in result.text and "Traceback" not in result.text
    assert yaml_of(kopie, "amsterdam") == before


def test_a_number_that_does_not_exist_is_told(kopie: Path, server: Proefserver) -> None:
    server.antwoorden["/cvdr/CVDR1/manifest.xml"] = status(404)
    result = take("amsterdam", "CVDR1")
    assert result.code == 1 and "CVDR1 is er niet" in result.text


def test_a_file_with_faults_is_mended_first(kopie: Path) -> None:
    path = kopie / "content/municipalities/oldenzaal.yml"
    path.write_text(path.read_text("utf-8").replace("website:", "webste:"), "utf-8")
    result = take("oldenzaal", GOED)
    assert result.code == 1 and "webste" in result.text and "Traceback" not in result.text


def test_the_explanations_of_amsterdam_survive_a_second_run(kopie: Path) -> None:
    """The same words in official XML: every explanation in every language stays."""
    before = yaml_of(kopie, "amsterdam")
    articles = [
        ("1.1", "Begripsbepaling", "", _quoted(before, 0)),
        ("2.2", "Ouder- en Kindteams", "2", _quoted(before, 1)),
        ("3.6", "Het gesprek en het perspectiefplan", "2", _quoted(before, 2)),
    ]
    body = "".join(
        f"<artikel><kop><label>Artikel</label><nr>{nr}</nr><titel>{titel}</titel></kop>"
        f"<lid><lidnr>{lid}</lidnr><al>{tekst}</al></lid></artikel>"
        for nr, titel, lid, tekst in articles
    )
    xml = f'<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/"><body>{body}</body></cvdr>'
    (kopie / "CVDR482304_1.xml").write_text(xml, "utf-8")
    result = take("amsterdam", "CVDR482304_1.xml")
    assert result.code == 0, result.text
    after = yaml_of(kopie, "amsterdam")
    assert after.count("uitleg:") == before.count("uitleg:")
    explained = [line for line in before.splitlines() if line.startswith("        ")]
    assert [line for line in after.splitlines() if line.startswith("        ")] == explained


def _quoted(text: str, index: int) -> str:
    lines = [line for line in text.splitlines() if line.startswith("      tekst: ")]
    return lines[index].removeprefix("      tekst: ").strip('"')
