"""`fgp screen` as a user gives it: reports, exit codes, dismissals that are kept."""

import contextlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from familiegroepsplan.cli import main
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.oordeel import Maatstaf
from familiegroepsplan.screen.uitslag import screen_texts
from familiegroepsplan.screen.verslag import as_dict, as_text
from tests.acceptance.conftest import NewPage
from tests.acceptance.test_axe import violations
from tests.conftest import ROOT, Afloop, run_command
from tests.projectkopie import copy_project

VOORBEELDEN = ROOT / "tests" / "screen" / "voorbeelden"
GOED = VOORBEELDEN / "goed-01-website-volledig.html"
FOUT = VOORBEELDEN / "fout-01-belofte.txt"
MATIG = VOORBEELDEN / "fout-18-lang.txt"


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(ROOT, tmp_path_factory.mktemp("project") / "p", talen=("nl",))


def screen(kopie: Path, *arguments: str | Path) -> Afloop:
    """The command within this process, which saves starting a program each time."""
    with contextlib.chdir(kopie):
        result = CliRunner().invoke(main, ["screen", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Afloop(result.exit_code, result.output)


def test_good_texts_end_well_and_a_promise_does_not(kopie: Path) -> None:
    good = run_command("fgp", "screen", GOED, cwd=kopie)
    assert good.code == 0 and "Alle 14 onderdelen" in good.text, good.text
    bad = screen(kopie, GOED, FOUT)
    assert bad.code == 1
    assert '"Onze specialisten lossen het snel voor u op."' in bad.text
    assert "Waarom:" in bad.text and "handreiking §1.1" in bad.text and "Gebruik: Tekst voor uw website" in bad.text


def test_a_low_priority_fails_only_when_strict_and_a_broken_file_always(kopie: Path, tmp_path: Path) -> None:
    assert screen(kopie, GOED, MATIG).code == 0
    assert screen(kopie, GOED, MATIG, "--streng").code == 1
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF")
    broken = screen(kopie, tmp_path / "kapot.pdf", GOED)
    assert broken.code == 1 and "kapot.pdf: dit is geen PDF" in broken.text
    assert "goed-01" in broken.text and "Traceback" not in broken.text


def test_a_list_and_two_reports_in_one_run(kopie: Path, tmp_path: Path) -> None:
    (tmp_path / "lijst.txt").write_text(f"{GOED}\n{FOUT}\n", "utf-8")
    run = screen(kopie, "--lijst", tmp_path / "lijst.txt", "--json", "--html", tmp_path / "verslag.html")
    report = json.loads(run.text[: run.text.rindex("}") + 1])
    assert [Path(text["bron"]).name for text in report["teksten"]] == [GOED.name, FOUT.name]
    assert {one["regel"] for one in report["teksten"][1]["bevindingen"]} == {"belofte-oplossing"}
    assert report["teksten"][1]["bevindingen"][0]["gebruik"]["tekst"]
    html = (tmp_path / "verslag.html").read_text("utf-8")
    assert "Onze specialisten lossen het snel voor u op." in html
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//|<script|<link|@import|url\(", html)


def test_a_dismissed_finding_stays_dismissed_with_its_reason(kopie: Path, tmp_path: Path) -> None:
    text = tmp_path / "folder.txt"
    text.write_text("Wij garanderen een luisterend oor.\n", "utf-8")
    before = json.loads(screen(kopie, GOED, text, "--json").text)
    code = before["teksten"][1]["bevindingen"][0]["code"]
    assert screen(kopie, GOED, text, "--afdoen", code).code == 1
    assert screen(kopie, GOED, text, "--afdoen", "00000000", "--reden", "nee").code == 1
    assert not (kopie / "screening-afgedaan.yml").exists()
    done = screen(kopie, GOED, text, "--afdoen", code, "--reden", "Dat beloven we echt: luisteren.")
    assert done.code == 0, done.text
    later = screen(kopie, text, GOED, "--streng")
    assert later.code == 0 and "Reden: Dat beloven we echt: luisteren." in later.text
    text.write_text("Wij garanderen succes.\n", "utf-8")
    assert screen(kopie, GOED, text).code == 1
    kept = kopie / "screening-afgedaan.yml"
    kept.write_text(kept.read_text("utf-8").replace("reden:", "redn:"), "utf-8")
    broken = screen(kopie, GOED)
    assert broken.code == 1 and "screening-afgedaan.yml:" in broken.text and "reden" in broken.text
    kept.unlink()


def test_without_a_source_it_says_what_to_do(kopie: Path) -> None:
    result = screen(kopie)
    assert result.code == 1 and "fgp screen folder.docx" in result.text


def test_pages_of_one_site_may_share_what_must_be_said(maatstaf: Maatstaf, inhoud: Inhoud) -> None:
    names = [str(VOORBEELDEN / name) for name in ("goed-08-rechtenpagina.html", "goed-09-uitnodigen.md")]
    texts = [tekst for name in names if (tekst := read_source(name)[0])]
    alone = screen_texts(texts[:1], maatstaf, inhoud, {})
    together = screen_texts(texts, maatstaf, inhoud, {})
    assert "plek-uitnodigend" in {one.regel.id for one in alone.ontbreekt}
    assert not {"plek-uitnodigend", "plek-rechten", "recht"} & {one.regel.id for one in together.ontbreekt}
    assert "Niet in deze tekst: recht" in as_text(together)
    assert "recht" in as_dict(together)["teksten"][1]["ontbreekt"]  # type: ignore[index]


def test_the_page_passes_axe_on_a_phone_and_reads_what_it_quotes_as_data(
    kopie: Path, tmp_path: Path, new_page: NewPage
) -> None:
    evil = tmp_path / "kwaad.txt"
    evil.write_text('Wij lossen <img src=x onerror="document.title=1"> het voor u op.\n', "utf-8")
    sources: list[Path] = [
        *sorted(VOORBEELDEN.glob("fout-1*.txt")),
        VOORBEELDEN / "fout-20-gemengd.html",
        evil,
        Path("weg.txt"),
    ]
    screen(kopie, *sources, "--html", tmp_path / "verslag.html")
    page = new_page(390)
    page.goto((tmp_path / "verslag.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.title().startswith("Screening van")
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert violations(page) == []
