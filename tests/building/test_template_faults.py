"""A mistake in a template is told at its line, in one Dutch sentence, and never published."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.preview import Studio
from familiegroepsplan.project import Project
from tests.building.conftest import build, edit

BASE, VOET = "overrides/base.html", "overrides/delen/kader/voet.html"


@dataclass(frozen=True)
class Fout:
    bestand: str
    oud: str
    nieuw: str
    plaats: str
    woorden: str


FOUTEN = {
    "niet af": Fout(BASE, "</main>", "{% if x %}</main>", f"{BASE}:38:1", "endif"),
    "onbekend gegeven": Fout(
        BASE, "</main>", "{{ waarde('gemeente.nam') }}</main>", f"{BASE}:36:1", 'bedoelt u "gemeente.naam"?'
    ),
    "onbekend deel": Fout(BASE, "</main>", "{{ deel('kader/voeten') }}</main>", f"{BASE}:36:1", "kader/voet"),
    "gegeven in script": Fout(
        BASE, "</main>", "<script>{{ waarde('gemeente.naam') }}</script></main>", "index.html", "in <script>"
    ),
    "geen main": Fout(BASE, "<main", "<div", "index.html", "geen <main>"),
    "deel niet af": Fout(VOET, "</footer>", "{{ gemeente. }}</footer>", f"{VOET}:28:1", "expected name"),
    "deel vraagt wat er niet is": Fout(VOET, "</footer>", "{{ gemeente.nam.x }}</footer>", f"{VOET}:28:1", "nam"),
    "deel vraagt een tekst die er niet is": Fout(
        VOET, "</footer>", "{{ t('zomaar.' ~ 'iets') }}</footer>", f"{VOET}:28:1", "zomaar.iets"
    ),
}


QUICK = {"onbekend gegeven", "deel vraagt wat er niet is"}


@pytest.mark.parametrize(
    "naam", [pytest.param(naam, marks=() if naam in QUICK else pytest.mark.volledig) for naam in FOUTEN]
)
def test_a_mistake_in_a_template_is_told_at_its_place_and_nothing_is_published(
    kopie: Path, tmp_path: Path, naam: str
) -> None:
    fout = FOUTEN[naam]
    edit(kopie / fout.bestand, fout.oud, fout.nieuw)
    try:
        found = told(kopie, tmp_path)
    finally:
        edit(kopie / fout.bestand, fout.nieuw, fout.oud)
    assert [str(melding.plaats) for melding in found] == [fout.plaats]
    assert fout.woorden in found[0].wat
    assert not (tmp_path / "dist" / "groningen").exists()


def told(kopie: Path, tmp_path: Path) -> list[Melding]:
    """What the build says of templates."""
    try:
        found = build(kopie, tmp_path / "dist", "groningen")["groningen"].meldingen
    except Gebruikersfout as error:
        found = error.meldingen
    return [melding for melding in found if melding.code == "sjabloon-fout"]


def test_the_preview_tells_a_mistake_in_a_part_and_shows_the_page_again_when_it_is_mended(kopie: Path) -> None:
    fout, path = FOUTEN["deel vraagt wat er niet is"], kopie / VOET
    studio = Studio(Project(kopie), build_template)
    studio.finish()
    assert studio.file("groningen", "tips/index.html")
    before, _ = studio.state("groningen")
    edit(path, fout.oud, fout.nieuw)
    try:
        studio.renew({path})
        assert studio.state("groningen")[0] > before, "a browser that shows the page asks for it again"
        assert studio.file("groningen", "tips/index.html") is None
        assert [str(melding.plaats) for melding in studio.state("groningen")[1]] == [fout.plaats]
    finally:
        edit(path, fout.nieuw, fout.oud)
    studio.renew({path})
    assert studio.file("groningen", "tips/index.html")
    assert studio.state("groningen")[1] == []
