"""`fgp vertaling` as a user gives it: a changed word makes translations stale, a translator makes them current."""

import re
from pathlib import Path

import pytest

from familiegroepsplan.taal import TALEN
from tests.conftest import ALLEEN_SITE, ROOT, run_command
from tests.projectkopie import copy_project

TALEN_UIT = [taal for taal in TALEN if taal != "nl"]
OUD, NIEUW = "een plan dat je zelf maakt.", "een plan dat je zelf schrijft."
PAGINA = "wat-is-het/index.html"


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    return copy_project(ROOT, tmp_path / "project", "amsterdam", talen=tuple(TALEN))


@pytest.fixture(scope="module")
def ongemoeid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all tests that leave it as it is."""
    return copy_project(ROOT, tmp_path_factory.mktemp("ongemoeid") / "project", "amsterdam", talen=tuple(TALEN))


def change(root: Path, extra: str = "") -> None:
    """Change one word in the Dutch block `definitie`."""
    path = root / "content/blocks/nl/definitie.md"
    text = path.read_text("utf-8")
    assert OUD in text
    path.write_text(text.replace(OUD, NIEUW).replace("vorm: tekst\n", f"vorm: tekst\n{extra}"), "utf-8")


def counts(root: Path) -> dict[str, list[int]]:
    """The table of `fgp vertaling`: per language missing, stale, concept, checked and what else lacks."""
    result = run_command("fgp", "vertaling", cwd=root)
    assert result.code == 0, result.text
    rows = re.findall(r"^\S+ \((\w\w)\)((?: +\d+)+)$", result.text, re.MULTILINE)
    return {taal: [int(number) for number in numbers.split()] for taal, numbers in rows}


def fill_in(path: Path) -> None:
    """Do the work of a translator: every open piece gets what it was before, with a word more."""
    text = path.read_text("utf-8")
    was = re.compile(r"(</source>\n)(\s*<alt-trans.*?<target>)(.*?)(</target></alt-trans>)")
    path.write_text(was.sub(r"\1<target>\3 2</target>\2\3\4", text), "utf-8")


def test_one_word_makes_every_translation_stale_and_a_translator_makes_them_current(kopie: Path) -> None:
    change(kopie)
    assert {taal: numbers[1] for taal, numbers in counts(kopie).items()} == dict.fromkeys(TALEN_UIT, 1)
    for taal in ("en", "ti"):
        assert re.search(r"^verouderd +definitie ", run_command("fgp", "vertaling", taal, cwd=kopie).text, re.MULTILINE)

    out = run_command("fgp", "vertaling", "--export", "werk", cwd=kopie)
    assert out.code == 0, out.text
    files = [kopie / "werk" / f"familiegroepsplan-{taal}.xlf" for taal in TALEN_UIT]
    for path in files:
        text = path.read_text("utf-8")
        assert text.count("<file ") == 1
        assert f"<source>Een familiegroepsplan is {NIEUW}" in text
        assert f'<alt-trans alttranstype="previous-version"><source>Een familiegroepsplan is {OUD}' in text
        assert OUD in path.with_suffix(".md").read_text("utf-8")
        fill_in(path)
    taken = run_command("fgp", "vertaling", *(part for path in files for part in ("--import", path)), cwd=kopie)
    assert taken.code == 0, taken.text
    assert {taal: numbers[1] for taal, numbers in counts(kopie).items()} == dict.fromkeys(TALEN_UIT, 0)


def test_the_page_of_a_stale_translation_says_so_and_a_small_correction_is_silent(tmp_path: Path) -> None:
    kopie = copy_project(ROOT, tmp_path / "project", "amsterdam", talen=("nl", "tr"))
    change(kopie)
    assert run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie).code == 0
    notice = "Hollandaca metin değişti"
    site = kopie / "dist" / "amsterdam"
    assert notice in (site / "tr" / PAGINA).read_text("utf-8")
    assert notice not in (site / "tr/tips/index.html").read_text("utf-8")
    made_from = re.search(r'vertaling_van: "(\w+)"', (kopie / "content/blocks/tr/definitie.md").read_text("utf-8"))
    assert made_from
    path = kopie / "content/blocks/nl/definitie.md"
    text = path.read_text("utf-8").replace("vorm: tekst\n", f"vorm: tekst\nkleine_wijziging_van: [{made_from[1]}]\n")
    path.write_text(text, "utf-8")
    assert counts(kopie)["tr"][1] == 0
    assert run_command("fgp", "build", "amsterdam", *ALLEEN_SITE, cwd=kopie).code == 0
    assert notice not in (site / "tr" / PAGINA).read_text("utf-8")


def test_a_lost_link_is_refused_with_line_and_reason_and_the_file_stays(kopie: Path) -> None:
    assert run_command("fgp", "vertaling", "tr", "--export", "werk", "--alles", cwd=kopie).code == 0
    path = kopie / "werk/familiegroepsplan-tr.md"
    blok = kopie / "content/blocks/tr/definitie.md"
    before = blok.read_bytes()
    text = path.read_text("utf-8")
    assert "sayfasında okuyun" in text
    path.write_text(re.sub(r"\[([^\]]*)\]\(veiligheid\.md\) sayfasında okuyun", r"\1 sayfasında okuyun", text), "utf-8")
    result = run_command("fgp", "vertaling", "--import", "werk/familiegroepsplan-tr.md", cwd=kopie)
    assert result.code == 1
    line = next(
        n for n, one in enumerate(path.read_text("utf-8").splitlines(), 1) if "kaygılar olduğunda plan say" in one
    )
    assert f'werk/familiegroepsplan-tr.md:{line}:1: "veiligheid.md" ontbreekt in dit stuk' in result.text
    assert "Niet ingelezen" in result.text and "tr/definitie" in result.text and "Traceback" not in result.text
    assert blok.read_bytes() == before


def test_a_missing_block_goes_out_in_dutch_and_comes_in_translated(kopie: Path) -> None:
    blok = kopie / "content/blocks/tr/home-meer.md"
    before = blok.read_text("utf-8")
    blok.unlink()
    assert counts(kopie)["tr"][0] == 1
    assert run_command("fgp", "vertaling", "tr", "--export", "werk", cwd=kopie).code == 0
    path = kopie / "werk/familiegroepsplan-tr.md"
    head, _, _ = path.read_text("utf-8").partition("# Vertaling\n")
    titel = re.search(r"titel: (.*)", before)
    assert titel
    body = before.split("---\n", 2)[2]
    path.write_text(f"{head}# Vertaling\n\ntitel: {titel[1]}\nnagekeken: ja\n\n{body}", "utf-8")
    taken = run_command("fgp", "vertaling", "tr", "--import", path, "--nagekeken-door", "Ayşe Yılmaz", cwd=kopie)
    assert taken.code == 0, taken.text
    assert "Ingelezen (1): tr/home-meer" in taken.text
    assert blok.read_text("utf-8").split("---\n", 2)[2] == body
    assert "nagekeken_door: Ayşe Yılmaz" in blok.read_text("utf-8")
    assert counts(kopie)["tr"][3] == 1


def test_work_that_is_out_is_never_written_over(kopie: Path) -> None:
    change(kopie)
    assert run_command("fgp", "vertaling", "--export", "werk", cwd=kopie).code == 0
    before = {path: path.read_bytes() for path in (kopie / "werk").iterdir()}
    again = run_command("fgp", "vertaling", "--export", "werk", cwd=kopie)
    assert again.code == 1 and "bestaat al" in again.text
    assert {path: path.read_bytes() for path in (kopie / "werk").iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trr",), 'bedoelt u "tr"?'),
        (("nl",), "geen taal waarin dit project vertaalt"),
        (("--alles",), "--alles hoort bij --export"),
        (("--nagekeken-door", "Jane"), "--nagekeken-door hoort bij --import"),
        (("--export", "werk", "--import", "mkdocs.yml"), "niet allebei"),
        (("--import", "mkdocs.yml"), "geen soort bestand dat hier terugkomt"),
    ],
)
def test_what_does_not_go_together_gets_one_clear_sentence(
    ongemoeid: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = run_command("fgp", "vertaling", *arguments, cwd=ongemoeid)
    assert result.code == 1
    assert words in result.text and "Traceback" not in result.text
    assert not (ongemoeid / "werk").exists()


def test_a_translation_that_cannot_be_read_does_not_pass_for_missing(kopie: Path) -> None:
    path = kopie / "content/blocks/tr/definitie.md"
    path.write_text(path.read_text("utf-8").replace("status: concept", "status: af"), "utf-8")
    result = run_command("fgp", "vertaling", "--export", "werk", cwd=kopie)
    assert result.code == 1 and "content/blocks/tr/definitie.md:4:9" in result.text
    assert not (kopie / "werk").exists()


def test_without_work_nothing_is_written(ongemoeid: Path) -> None:
    result = run_command("fgp", "vertaling", "tr", "--export", "werk", cwd=ongemoeid)
    assert result.code == 0 and "Niets te doen: Turks (tr)." in result.text
    assert not (ongemoeid / "werk").exists()


def test_words_and_glossary_that_lack_a_language_are_on_its_list(kopie: Path) -> None:
    (kopie / "content/teksten/tr/kring.yml").unlink()
    (kopie / "content/begrippen/tr.yml").unlink()
    numbers = counts(kopie)["tr"]
    assert numbers[4] > 10 and numbers[5] > 10
    text = run_command("fgp", "vertaling", "tr", cwd=kopie).text
    assert re.search(r"^ontbreekt +kring\.kop +vul aan in content/teksten/tr/", text, re.MULTILINE)
    assert re.search(r"^ontbreekt +familiegroepsplan +vul aan in content/begrippen/tr.yml", text, re.MULTILINE)
