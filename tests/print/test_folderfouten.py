"""What keeps a flyer from being made is told, and the others are made all the same."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from familiegroepsplan.errors import Ernst
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.pagina import page_name
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.data import unknown_names
from familiegroepsplan.print.flyer import read_flyers
from familiegroepsplan.print.folder import Werkplaats
from familiegroepsplan.print.making import make_flyers
from familiegroepsplan.print.soorten import WEB
from familiegroepsplan.project import Project
from tests.conftest import Opdracht
from tests.print.folderproef import SITE, Proef, gemeente_of


@pytest.fixture
def proef(project: Project, inhoud: Inhoud, tmp_path: Path) -> Proef:
    return Proef(project, inhoud, Werkplaats(project.flyers, tmp_path / "cache"))


def test_a_panel_that_is_too_full_names_gemeente_flyer_language_panel_and_measure(proef: Proef, tmp_path: Path) -> None:
    naam = "Stichting met een lange naam voor samen plannen in de regio"
    rows = "".join(f"  - {{naam: {naam} {n}, telefoon: '030 111 22 {n:02}'}}\n" for n in range(20))
    gemeente = gemeente_of(tmp_path, SITE + f"aanbieders:\n{rows}")
    flyers = [proef.flyer("familiegroepsplan"), proef.flyer("poster-a4")]
    oogst = make_flyers(flyers, [WEB], proef.bron(gemeente), proef.werkplaats, tmp_path / "uit")
    dutch = next(m for m in oogst.meldingen if "Nederlands" in m.wat)
    assert dutch.code == "folder-past-niet" and dutch.ernst is Ernst.FOUT
    assert 'Utrecht, folder "familiegroepsplan" in het Nederlands: achterkant is ' in dutch.wat
    assert dutch.wat.endswith("mm te vol")
    assert not (tmp_path / "uit/flyers/familiegroepsplan-nl.pdf").exists()
    assert (tmp_path / "uit/flyers/poster-a4-nl.pdf").exists()


def test_a_letter_without_a_font_is_named(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path, SITE + "toegang: {naam: Buurtteam 漢字}\n")
    made = proef.make("poster-a4", "nl", gemeente)
    assert made.inhoud is None
    assert [m.code for m in made.meldingen] == ["folder-teken"]


def test_a_missing_translation_leaves_that_language_out(proef: Proef, tmp_path: Path) -> None:
    blokken = {taal: dict(found) for taal, found in proef.inhoud.blokken.items()}
    del blokken["pl"]["folder-poster"]
    without = replace(proef, inhoud=replace(proef.inhoud, blokken=blokken))
    made = without.make("poster-a4", "pl", gemeente_of(tmp_path))
    assert made.inhoud is None
    (melding,) = made.meldingen
    assert melding.code == "folder-vertaling" and "Pools" in melding.wat and "folder-poster" in melding.wat
    assert without.make("poster-a4", "nl", gemeente_of(tmp_path)).inhoud


def logo(folder: Path, width: int) -> None:
    out = io.BytesIO()
    Image.new("RGB", (width, width // 2), "#005599").save(out, "PNG")
    (folder / "utrecht").mkdir(exist_ok=True)
    (folder / "utrecht" / "logo.png").write_bytes(out.getvalue())


@pytest.mark.parametrize(("width", "codes"), [(50, ["folder-logo-grof"]), (120, ["folder-logo-onscherp"]), (600, [])])
def test_a_logo_needs_enough_pixels_for_paper(proef: Proef, tmp_path: Path, width: int, codes: list[str]) -> None:
    logo(tmp_path, width)
    gemeente = gemeente_of(tmp_path, SITE + "huisstijl: {logo: utrecht/logo.png}\n")
    project = _project_with(proef.project, tmp_path)
    bron, meldingen = read_bron(gemeente, project, proef.inhoud)
    assert [m.code for m in meldingen] == codes
    assert (bron is None) == (codes == ["folder-logo-grof"])


def test_a_logo_that_cannot_be_read_stops_the_flyers_of_that_gemeente(proef: Proef, tmp_path: Path) -> None:
    logo(tmp_path, 600)
    gemeente = gemeente_of(tmp_path, SITE + "huisstijl: {logo: utrecht/logo.png}\n")
    (tmp_path / "utrecht" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\nkapot")
    bron, meldingen = read_bron(gemeente, _project_with(proef.project, tmp_path), proef.inhoud)
    assert bron is None
    assert [m.code for m in meldingen] == ["huisstijl-logo-kapot"]


def _project_with(project: Project, gemeenten: Path) -> Project:
    """The same project with its municipalities in another folder."""
    other = Project(project.root)
    other.__dict__["gemeenten"] = gemeenten
    return other


def test_an_unknown_sender_gets_a_suggestion(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path, SITE + "aanbieders:\n  - {naam: Stichting Samen}\n")
    bron, (melding,) = read_bron(gemeente, proef.project, proef.inhoud, "Stichting Saman")
    assert bron is None and melding.code == "folder-afzender"
    assert 'bedoelt u "Stichting Samen"?' in melding.doe


def test_what_did_not_change_comes_from_the_cache_with_the_same_bytes(proef: Proef, tmp_path: Path) -> None:
    gemeente = gemeente_of(tmp_path)
    first = proef.make("poster-a4", "nl", gemeente)
    again = proef.make("poster-a4", "nl", gemeente)
    other = proef.make("poster-a4", "nl", gemeente_of(tmp_path, SITE + 'huisstijl: {kleur: "#005500"}\n'))
    assert (first.hergebruikt, again.hergebruikt, other.hergebruikt) == (False, True, False)
    assert first.inhoud == again.inhoud != other.inhoud


def test_a_name_that_nobody_knows_is_found_before_anything_is_printed(proef: Proef) -> None:
    blok = proef.inhoud.blokken["nl"]["folder-poster"]
    wrong = replace(blok, tekst="Ga naar {{ gemeente.nam }}.")
    inhoud = replace(proef.inhoud, blokken={"nl": {"folder-poster": wrong}})
    found = unknown_names([proef.flyer("poster-a4")], inhoud)
    assert [(m.code, m.doe) for m in found] == [("folder-naam", 'bedoelt u "gemeente.naam"?')]


def test_every_flyer_names_pages_and_panels_that_exist(project: Project) -> None:
    flyers, meldingen = read_flyers(project)
    assert meldingen == []
    pages = {page_name(path.relative_to(project.docs).as_posix()) for path in project.docs.rglob("*.md")}
    for flyer in flyers:
        assert flyer.sjabloon.is_file(), flyer.naam
        assert {flyer.kop.pagina, flyer.tekstpagina, *flyer.kop.paginas} <= pages, flyer.naam


@pytest.mark.volledig
def test_the_command_makes_them_and_then_finds_nothing_to_do(opdracht: Opdracht, tmp_path: Path) -> None:
    first = opdracht("fgp", "flyers", "oldenzaal", "--out", tmp_path)
    assert first.code == 0, first.text
    names = {path.name for path in (tmp_path / "oldenzaal/flyers").glob("*.pdf")}
    assert {"familiegroepsplan-nl.pdf", "poster-a3-nl.pdf"} <= names
    assert (tmp_path / "oldenzaal/flyers/beeld/familiegroepsplan-nl.webp").exists()
    again = opdracht("fgp", "flyers", "oldenzaal", "--out", tmp_path)
    assert "0 bestanden gemaakt" in again.text
