"""The guided start, walked through in a terminal: right, with wrong answers, without a network, and broken off."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.register import find
from familiegroepsplan.start.startmap import PARTS, lay_down
from tests.conftest import ROOT, run_command
from tests.projectkopie import copy_project
from tests.terminal import CONTROL_C, CONTROL_D, Terminal, terminal

NO_NETWORK = """
import socket
def refuse(*arguments, **named):
    raise OSError("no network")
def connect(self, address, original=socket.socket.connect):
    if self.family == socket.AF_INET and not str(address[0]).startswith("127."):
        open(__file__ + ".asked", "a").write(f"{address}\\n")
        refuse()
    return original(self, address)
def lookup(host, *arguments, original=socket.getaddrinfo, **named):
    if host not in (None, "localhost", "127.0.0.1"):
        open(__file__ + ".asked", "a").write(f"{host}\\n")
        refuse()
    return original(host, *arguments, **named)
socket.socket.connect, socket.getaddrinfo = connect, lookup
"""
"""Put before a command as `sitecustomize`: nothing outside this machine can be reached, and every try is noted."""


@pytest.fixture
def without_network(tmp_path: Path) -> Iterator[dict[str, str]]:
    folder = tmp_path / "geen-netwerk"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    path = [str(folder), str(ROOT / "src")]
    yield {"PYTHONPATH": ":".join(path)}
    assert not (folder / "sitecustomize.py.asked").exists(), (folder / "sitecustomize.py.asked").read_text()


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_walked_through_without_a_network_and_with_wrong_answers(
    tmp_path: Path, without_network: dict[str, str]
) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", talen=("nl",))
    with terminal(kopie, "start", "--zonder-browser", **without_network) as screen:
        screen.answer("Voor welke gemeente?", "")
        screen.answer("Typ de naam van een gemeente", "Utrechd")
        screen.answer("1. Utrecht (Utrecht)", "1")
        screen.answer("website van de gemeente Utrecht", "utrecht")
        screen.answer("geen geldige sitenaam", "www.utrecht.nl")
        screen.answer("Welke talen", "nl, klingon")
        screen.answer('"klingon" is geen taal', "")
        screen.answer("Welke kleur", "geel")
        screen.answer('"geel" is geen kleur', "ffe600")
        screen.until("het contrast is 1,2 en moet minstens 4,5 zijn")
        screen.answer("Houden we deze kleur?", "terug")
        screen.answer("Welke talen", "nl")
        screen.answer("Welke kleur", "#FFE600")
        screen.answer("Houden we deze kleur?", "")
        screen.answer("tweede kleur", "#ffe600")
        screen.answer("Nemen we #786900?", "misschien")
        screen.answer("Typ ja of nee", "ja")
        screen.answer("Waar komt de site te staan?", "9")
        screen.answer("Typ een nummer van 1 tot en met 4", "4")
        screen.answer("Op welk adres?", "plan.utrecht.nl")
        screen.answer("Zal ik dit schrijven en de site bouwen?", "ja")
        screen.until("1 site klaar")
        screen.until("zet de map dist/utrecht op de server")
        screen.until("Voorbeeld van utrecht op ")
        screen.until(" - stoppen met Ctrl+C.")
        (address,) = re.findall(r"Voorbeeld van utrecht op (http://127\.0\.0\.1:\d+/)", screen.text)
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert "Gemeente Utrecht" in answer.read().decode()
        screen.press(CONTROL_C)
        assert screen.end() == 0
        assert "Traceback" not in screen.text and "Error" not in screen.text
    gemeente, meldingen = read_gemeente(kopie / "content/municipalities/utrecht.yml", root=kopie)
    assert gemeente and meldingen == []
    assert (gemeente.website, gemeente.site_url) == ("https://www.utrecht.nl", "https://plan.utrecht.nl/")
    assert (gemeente.huisstijl.kleur, gemeente.huisstijl.linkkleur) == ("#ffe600", "#786900")
    assert (kopie / "dist/utrecht/index.html").is_file()
    assert (kopie / "dist/utrecht/flyers/familiegroepsplan-nl.pdf").is_file()


@pytest.mark.parametrize(
    ("after", "key"),
    [("Voor welke gemeente?", CONTROL_C), ("Waar komt de site", CONTROL_D), ("Zal ik dit schrijven", CONTROL_C)],
)
def test_broken_off_half_way_nothing_is_left(tmp_path: Path, key: str, after: str) -> None:
    with terminal(tmp_path, "start") as screen:
        for question, typed in (
            ("Voor welke gemeente?", "Utrecht"),
            ("website", ""),
            ("talen", ""),
            ("kleur", ""),
            ("Waar komt de site", ""),
        ):
            if question == after:
                break
            screen.answer(question, typed)
        screen.until(after)
        screen.until("> ")
        screen.press(key)
        assert screen.end() == 1
        assert screen.text.rstrip().endswith("Gestopt. Er is niets geschreven.")
        assert "Traceback" not in screen.text
    assert files(tmp_path) == set()


def test_no_is_an_answer_too_also_in_a_folder_with_a_strange_name(tmp_path: Path) -> None:
    strange = tmp_path / "plan [bold]"
    strange.mkdir()
    with terminal(strange, "start") as screen:
        to_the_end(screen)
        screen.answer("Zal ik dit schrijven", "nee")
        assert screen.end() == 1
        assert "Er is niets geschreven." in screen.text
        assert "[bold]" in screen.text.split("Voor welke gemeente?")[0].replace("\r\n", "")
    assert files(strange) == set()


def to_the_end(screen: Terminal) -> None:
    for question in ("website", "talen", "kleur", "Waar komt de site te staan?"):
        if question == "website":
            screen.answer("Voor welke gemeente?", "utrecht")
        screen.answer(question, "")


def test_going_back_skips_what_was_not_asked_and_ends_at_the_first_question(tmp_path: Path) -> None:
    with terminal(tmp_path, "start") as screen:
        to_the_end(screen)
        screen.answer("Zal ik dit schrijven", "terug")
        screen.answer("Voor welke gemeente?", "Utrecht")
        screen.answer("website", "terug")
        screen.answer("Voor welke gemeente?", "Utrecht")
        screen.answer("website", "")
        screen.answer("talen", "Engels en Arabisch")
        screen.until("De site komt in: Nederlands, Engels, Arabisch.")
        screen.answer("Welke kleur", "")
        screen.answer("Waar komt de site te staan?", "terug")
        screen.answer("Welke kleur", "terug")
        screen.answer("Welke talen", "")
        screen.press(CONTROL_C)
        screen.end()


def test_a_file_that_is_there_is_kept_unless_somebody_says_so(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl",))
    path = kopie / "content/municipalities/amsterdam.yml"
    before, earlier = path.read_bytes(), path.with_name("amsterdam.yml.oud")
    earlier.write_bytes(b"nog ouder")
    with terminal(kopie, "start") as screen:
        screen.answer("Voor welke gemeente?", "Amsterdam")
        screen.answer("content/municipalities/amsterdam.yml bestaat al", "2")
        for question in ("website", "talen", "kleur", "Waar komt de site te staan?"):
            screen.answer(question, "")
        screen.until("Zal ik dit schrijven")
        assert path.read_bytes() == before
        screen.answer("", "ja")
        screen.until("Even geduld")
        screen.press(CONTROL_C)
        assert screen.end() == 1
        assert "Ga verder met: fgp build amsterdam" in screen.text
    amsterdam = find("Amsterdam")
    assert amsterdam and path.read_text("utf-8") == new_gemeente_text(amsterdam)
    assert path.with_name("amsterdam.yml.oud2").read_bytes() == before and earlier.read_bytes() == b"nog ouder"


def test_without_a_terminal_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("fgp"), "start"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "terminal nodig" in done.stderr and "fgp new Utrecht" in done.stderr
    assert files(tmp_path) == set()


def test_beside_other_files_a_new_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("van mij")
    (tmp_path / "bezet").mkdir()
    with terminal(tmp_path, "start") as screen:
        screen.answer("Hoe heet die map?", "../weg")
        screen.answer("Typ een gewone naam", "bezet")
        screen.answer('"bezet" bestaat hier al', "")
        to_the_end(screen)
        screen.answer("Zal ik dit schrijven", "")
        screen.until("Even geduld")
        screen.press(CONTROL_C)
        assert screen.end() == 1
    assert {path.name for path in tmp_path.iterdir()} == {"brief.docx", "bezet", "familiegroepsplan"}
    made = tmp_path / "familiegroepsplan"
    assert {*PARTS} <= {path.name for path in made.iterdir()}
    assert (made / "content/municipalities/utrecht.yml").is_file()


def test_a_project_is_laid_down_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy", full)
    for folder in (tmp_path / "nieuw", tmp_path):
        with pytest.raises(OSError, match="No space"):
            lay_down(folder)
    assert files(tmp_path) == set()
    monkeypatch.undo()
    (tmp_path / "docs").mkdir()
    with pytest.raises(FileExistsError):
        lay_down(tmp_path)
    assert files(tmp_path) == {"docs"}
    project = lay_down(tmp_path / "nieuw")
    assert files(project.overrides) == {name for name in files(ROOT / "overrides") if "__pycache__" not in name}


@pytest.mark.volledig
def test_installed_as_a_package_it_starts_in_an_empty_folder(tmp_path: Path) -> None:
    """What `pipx install .` does: a wheel, in an environment of its own; what it depends on is borrowed."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    folder = str(tmp_path / "wheel")
    wheel = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, str(ROOT)]
    subprocess.run([*pip, *wheel], check=True, timeout=300)
    (made,) = (tmp_path / "wheel").glob("*.whl")
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(installed), str(made)], check=True, timeout=300)
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    with terminal(leeg, "start", "--zonder-browser", PYTHONPATH=str(installed)) as screen:
        to_the_end(screen)
        screen.answer("Zal ik dit schrijven", "ja")
        screen.until("1 site klaar")
        screen.until("stoppen met Ctrl+C.")
        screen.press(CONTROL_C)
        assert screen.end() == 0
    assert (leeg / "dist/utrecht/index.html").is_file()
    assert not (installed / "familiegroepsplan/startmap/.cache").exists()
    for command in (("check", "utrecht"), ("formulier",), ("handboek",), ("redactie", "--github", "gemeente/plan")):
        done = run_command("fgp", *command, cwd=leeg, PYTHONPATH=str(installed))
        assert done.code == 0, (command, done.text)


def test_a_command_that_asks_the_network_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    code = "import urllib.request; urllib.request.urlopen('https://voorbeeld.nl')"
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "voorbeeld.nl" in (tmp_path / "sitecustomize.py.asked").read_text("utf-8")
