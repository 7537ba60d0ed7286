"""Links, regulations and check dates are held against servers on this machine that answer well and badly."""

import importlib
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from familiegroepsplan.bronnen.bereik import Bezoeker, Staat
from familiegroepsplan.bronnen.nagaan import Nagegaan, Netwerk, check_bronnen
from familiegroepsplan.bronnen.regels import REGELS
from familiegroepsplan.bronnen.verwijzing import all_links, is_elsewhere
from familiegroepsplan.cli.check import check
from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.verordening.ophalen import Ophaler
from tests.conftest import ROOT
from tests.proefserver import Antwoord, Proefserver, cut_off, first_badly, good, proefserver, silent, status

VANDAAG = date(2026, 11, 1)
YAML = "content/municipalities/testdam.yml"
LANDELIJK = "content/landelijk.yml"
SNEL = Bezoeker(verbinden=1, wachten=0.3, pauze=0)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[Proefserver]:
    with proefserver() as running:
        running.antwoorden |= {path: good(b"ja") for path in ("/", "/wet", "/klacht", "/privacy")}
        yield running


@pytest.fixture
def project(tmp_path: Path, server: Proefserver) -> Project:
    """The small project of the other checks, with every link on our own server."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/checks/project", root)
    for name, old in ((YAML, "https://www.amsterdam.nl/"), (LANDELIJK, "https://wetten.overheid.nl/")):
        path = root / name
        path.write_text(path.read_text("utf-8").replace(old, server.adres), "utf-8")
    edit(root / YAML, "website: https://www.amsterdam.nl", f"website: {server.adres}")
    edit(root / LANDELIJK, f'url: "{server.adres}"', f'url: "{server.adres}wet"')
    edit(root / YAML, "  titel: Verordening\n", "  titel: Verordening\n  cvdr: CVDR900001/2\n")
    server.antwoorden["/cvdr/CVDR900001/manifest.xml"] = good(b'<work _latestItem="2/xml/CVDR900001_2.xml"/>')
    return Project(root)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def run(project: Project, server: Proefserver, bezoeker: Bezoeker = SNEL, today: date = VANDAAG) -> Nagegaan:
    gemeente, meldingen = read_gemeente(project.gemeenten / "testdam.yml", root=project.root)
    assert gemeente, meldingen
    netwerk = Netwerk(bezoeker, Ophaler(server.adres, verbinden=1, wachten=0.3, pogingen=0))
    return check_bronnen(project, load_inhoud(project), [gemeente], today, netwerk)


def only(found: Nagegaan) -> Melding:
    (one,) = found.meldingen
    assert one.ernst is Ernst.WAARSCHUWING and one.doe and one.code in REGELS
    return one


def test_a_project_in_order_has_no_message(project: Project, server: Proefserver) -> None:
    found = run(project, server)
    assert (found.meldingen, found.verordeningen, found.verbinding) == ([], 1, True)
    assert found.links == 4
    assert "GET /klacht" not in server.verzoeken and "HEAD /klacht" in server.verzoeken


BAD: dict[str, tuple[Antwoord, str, str]] = {
    "weg": (status(404), "link-dood", "404"),
    "voorgoed weg": (status(410), "link-dood", "410"),
    "kringetje": (status(302, Location="/klacht"), "link-dood", "steeds weer door"),
    "verboden": (status(403), "link-onzeker", "403"),
    "storing": (status(500), "link-onzeker", "500"),
    "stil": (silent(1), "link-onzeker", "niet op tijd"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_link_that_does_not_answer_well_is_told_at_its_place(
    project: Project, server: Proefserver, name: str
) -> None:
    server.antwoorden["/klacht"], code, words = BAD[name]
    one = only(run(project, server))
    assert (one.code, one.sleutel, one.wie) == (code, "klachten.url", Wie.GEMEENTE)
    line = (project.root / YAML).read_text("utf-8").splitlines().index(f"klachten: {{url: {server.adres}klacht}}") + 1
    assert str(one.plaats) == f"{YAML}:{line}:17"
    assert words in one.wat and f"{server.adres}klacht" in one.wat


GOOD: dict[str, Antwoord] = {
    "geen HEAD": first_badly(1, status(405), good(b"ja")),
    "HEAD zegt 404": first_badly(1, status(404), good(b"ja")),
    "verhuisd": status(301, Location="/"),
    "halve pagina": cut_off(b"een pagina die halverwege afbreekt" * 100),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_link_that_works_in_the_end_is_no_trouble(project: Project, server: Proefserver, name: str) -> None:
    server.antwoorden["/klacht"] = GOOD[name]
    assert run(project, server).meldingen == []


def test_a_server_that_is_gone_is_told_when_others_answer(project: Project, server: Proefserver) -> None:
    with proefserver() as gone:
        pass
    edit(project.root / YAML, f"url: {server.adres}klacht", f"url: {gone.adres}klacht")
    one = only(run(project, server))
    assert one.code == "link-onzeker" and "niet te bereiken" in one.wat


def test_a_link_in_a_text_is_told_once_with_the_number_of_places(project: Project, server: Proefserver) -> None:
    blok = project.blocks / "nl/wachten.md"
    blok.write_text(blok.read_text("utf-8") + f"\n[een]({server.adres}dood) en [twee]({server.adres}dood)\n", "utf-8")
    one = only(run(project, server))
    assert (one.code, one.wie) == ("link-dood", Wie.REDACTIE)
    assert "staat op 2 plekken" in one.wat
    line = len(blok.read_text("utf-8").splitlines())
    assert str(one.plaats) == f"content/blocks/nl/wachten.md:{line}:7"
    assert server.verzoeken.count("HEAD /dood") == 1


def test_a_link_in_a_municipalitys_own_text_is_followed_too(project: Project, server: Proefserver) -> None:
    own = project.gemeenten / "testdam/tips.md"
    own.write_text(f"Kijk [hier]({server.adres}dood).\n", "utf-8")
    assert str(only(run(project, server)).plaats) == "content/municipalities/testdam/tips.md:1:13"


def test_a_newer_version_of_the_regulation_is_told(project: Project, server: Proefserver) -> None:
    server.antwoorden["/cvdr/CVDR900001/manifest.xml"] = good(b'<work _latestItem="4/xml/CVDR900001_4.xml"/>')
    one = only(run(project, server))
    assert (one.code, one.sleutel) == ("verordening-nieuwer", "verordening.cvdr")
    assert "CVDR900001/4" in one.wat and "fgp verordening testdam CVDR900001" in one.doe
    assert str(one.plaats).startswith(f"{YAML}:") and one.plaats.regel > 1


@pytest.mark.parametrize("answer", [status(404), good(b"<html>"), good(b"<work/>"), status(500)])
def test_a_regulation_whose_versions_cannot_be_read_is_told(
    project: Project, server: Proefserver, answer: Antwoord
) -> None:
    server.antwoorden["/cvdr/CVDR900001/manifest.xml"] = answer
    assert only(run(project, server)).code == "verordening-onvindbaar"


def test_what_nobody_checked_for_a_year_is_told_per_file(project: Project, server: Proefserver) -> None:
    found = run(project, server, today=date(2027, 12, 1)).meldingen
    assert {one.code for one in found} == {"bron-verlopen"}
    told = {one.plaats.pad: one.wat for one in found}
    assert "Jeugdwet artikel 1.1" in told[LANDELIJK] and f"{server.adres}wet" in told[LANDELIJK]
    assert "Verordening" in told[YAML]


def test_what_was_never_checked_is_told_too(project: Project, server: Proefserver) -> None:
    edit(project.root / LANDELIJK, "gecontroleerd_op: 2026-10-01", "gecontroleerd_op:")
    one = only(run(project, server))
    assert (one.code, one.wie, one.plaats.pad) == ("bron-verlopen", Wie.REDACTIE, LANDELIJK)


def test_without_network_nothing_is_said_of_links(project: Project, server: Proefserver) -> None:
    with proefserver() as gone:
        pass
    for name in (YAML, LANDELIJK):
        path = project.root / name
        path.write_text(path.read_text("utf-8").replace(server.adres, gone.adres), "utf-8")
    found = run(project, gone)
    assert (found.verbinding, found.meldingen) == (False, [])


def test_one_server_gets_one_request_at_a_time_with_a_pause() -> None:
    busy = {"now": 0, "most": 0}

    def slow(request: object) -> None:
        busy["now"] += 1
        busy["most"] = max(busy["most"], busy["now"])
        silent(0.05)(request)  # type: ignore[arg-type]
        busy["now"] -= 1
        status(200)(request)  # type: ignore[arg-type]

    with proefserver() as server:
        server.antwoorden |= {f"/{number}": slow for number in range(5)}
        uitslagen = Bezoeker(pauze=0.1).visit([f"{server.adres}{number}" for number in range(5)])
        gaps = [later - earlier for earlier, later in zip(server.tijden, server.tijden[1:], strict=False)]
    assert {one.staat for one in uitslagen.values()} == {Staat.GOED}
    assert busy["most"] == 1
    assert min(gaps) >= 0.1


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("https://www.nji.nl", True),
        ("http://x.nl/pad", True),
        ("https://familiegroepsplan.example/amsterdam/", False),
        ("mailto:a@b.nl", False),
        ("tips.md#lijst", False),
        ("https://[kapot", False),
    ],
)
def test_only_links_to_other_sites_are_asked_for(url: str, elsewhere: bool) -> None:
    assert is_elsewhere(url) is elsewhere


def test_every_link_of_this_project_is_in_the_list() -> None:
    ours = Project(ROOT)
    gemeente, _ = read_gemeente(ours.gemeenten / "amsterdam.yml", root=ROOT)
    assert gemeente
    links = all_links(ours, load_inhoud(ours), [gemeente])
    files = {one.plaats.pad for one in links}
    assert {"content/landelijk.yml", "content/municipalities/amsterdam.yml"} <= files
    for link in links:
        line = (ROOT / link.plaats.pad).read_text("utf-8").splitlines()[link.plaats.regel - 1]
        assert link.url in line, link
    assert not any("familiegroepsplan.example" in one.url for one in links)


@pytest.fixture
def command(project: Project, server: Proefserver, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """`fgp check` in the small project, without building its pages."""
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("FGP_BRONADRES", server.adres)
    module = importlib.import_module("familiegroepsplan.cli.check")
    monkeypatch.setattr(module, "_built_checks", lambda *_: [])
    return CliRunner()


def test_the_command_tells_it_with_the_rest_and_ends_as_usual(
    command: CliRunner, project: Project, server: Proefserver
) -> None:
    server.antwoorden["/cvdr/CVDR900001/manifest.xml"] = good(b'<work _latestItem="3/xml/CVDR900001_3.xml"/>')
    result = command.invoke(check, ["--bronnen"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "er is een nieuwere versie: CVDR900001/3" in result.output
    assert "Nagegaan op internet: 4 links en 1 verordening." in result.output
    assert "nieuwere versie" not in command.invoke(check, [], catch_exceptions=False).output


def test_the_command_without_network_says_so_in_one_sentence(
    command: CliRunner, project: Project, server: Proefserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proefserver() as gone:
        pass
    monkeypatch.setenv("FGP_BRONADRES", gone.adres)
    for name in (YAML, LANDELIJK):
        path = project.root / name
        path.write_text(path.read_text("utf-8").replace(server.adres, gone.adres), "utf-8")
    result = command.invoke(check, ["--bronnen"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert result.output.count("Er is geen verbinding met internet") == 1
    assert "niet te bereiken" not in result.output
