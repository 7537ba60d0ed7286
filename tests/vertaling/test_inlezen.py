"""What comes back from a translator: right blocks are written, wrong ones refused with place and reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from familiegroepsplan.checks import all_rules
from familiegroepsplan.errors import Ernst, Wie
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.inlezen import Verslag
from familiegroepsplan.vertaling.regels import REGELS
from tests.vertaling.conftest import ENGELS, NEDERLANDS, english, write_dutch, write_english
from tests.vertaling.fouten import LINES, PH, PROEF_XLF, WERKBLAD, XLIFF, Fout

Export = Callable[..., Path]
Take = Callable[..., Verslag]


def only_proef(source: str) -> str:
    """The exported file with only the block `proef` in it."""
    if source.startswith("<?xml"):
        head, *files = source.split("<file ")
        mine = next(file for file in files if PROEF_XLF in file)
        return f"{head}<file {mine.removesuffix('</xliff>' + chr(10))}</xliff>\n"
    head, *blocks = source.split("# Blok ")
    return head + next(f"# Blok {block}" for block in blocks if block.startswith("proef "))


def snapshot(project: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.content.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("soort", "fout"),
    [("xlf", fout) for fout in XLIFF] + [("md", fout) for fout in WERKBLAD],
    ids=lambda one: one if isinstance(one, str) else one.naam,
)
def test_a_planted_fault_is_refused_at_its_line_and_nothing_is_written(
    soort: str, fout: Fout, klein: Project, export: Export, take: Take
) -> None:
    path = export(soort)
    source = only_proef(path.read_text("utf-8")).replace("A parent", "One parent")
    path.write_text(fout.plant(source), "utf-8")
    before = snapshot(klein)
    verslag = take(path)
    assert snapshot(klein) == before
    assert verslag.geschreven == []
    told = [m for m in verslag.meldingen if m.code == fout.code and fout.woorden in m.wat]
    assert told, verslag.meldingen
    assert told[0].ernst is Ernst.FOUT and told[0].wie is Wie.VERTALER and told[0].doe
    line = path.read_text("utf-8").splitlines()[told[0].plaats.regel - 1]
    assert told[0].plaats.pad == path.as_posix() and told[0].plaats.kolom
    if fout.naam in LINES:
        assert told[0].plaats.regel == LINES[fout.naam]
    else:
        assert (fout.waar or fout.nieuw) in line, (told[0], line)


@pytest.mark.parametrize("soort", ["xlf", "md"])
def test_the_same_file_without_a_fault_is_written(soort: str, klein: Project, export: Export, take: Take) -> None:
    path = export(soort)
    path.write_text(only_proef(path.read_text("utf-8")).replace("A parent", "One parent"), "utf-8")
    assert take(path).geschreven == ["en/proef"]
    written = english(klein)
    write_english(klein, ENGELS.replace("A parent", "One parent"))
    assert written == english(klein)


def test_every_rule_of_taking_in_is_explained_and_planted() -> None:
    assert set(REGELS) <= set(all_rules())
    later = {"inlezen-ouder", "inlezen-onaf"}
    assert set(REGELS) - later <= {fout.code for fout in (*XLIFF, *WERKBLAD)}


@pytest.mark.parametrize("soort", ["xlf", "md"])
def test_an_untouched_file_changes_no_byte(soort: str, klein: Project, export: Export, take: Take) -> None:
    path = export(soort)
    before = snapshot(klein)
    verslag = take(path)
    assert (verslag.geschreven, verslag.ongewijzigd, verslag.geweigerd) == ([], ["en/proef"], [])
    assert snapshot(klein) == before


def test_an_untouched_file_of_a_stale_block_leaves_it_stale(klein: Project, export: Export, take: Take) -> None:
    export("xlf").unlink()
    write_dutch(klein, NEDERLANDS.replace("een hond", "een kat"))
    before = english(klein)
    for soort in ("xlf", "md"):
        verslag = take(export(soort, alleen_werk=True))
        assert [m.code for m in verslag.meldingen] == ["inlezen-onaf"]
        assert verslag.meldingen[0].ernst is Ernst.WAARSCHUWING
        assert english(klein) == before


def test_dutch_that_a_tool_left_in_place_is_no_translation(klein: Project, export: Export, take: Take) -> None:
    (klein.blocks / "en/proef.md").unlink()
    path = export("xlf")
    source = path.read_text("utf-8")
    path.write_text("".join(_with_target(line) for line in source.splitlines(keepends=True)), "utf-8")
    verslag = take(path)
    assert verslag.geschreven == []
    assert not (klein.blocks / "en/proef.md").exists()


def _with_target(line: str) -> str:
    return line + line.replace("source>", "target>") if "<source>" in line and "alt-trans" not in line else line


def test_what_a_tool_marked_as_unfinished_is_not_taken_in(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    source = path.read_text("utf-8").replace('state="translated">An uncle', 'state="needs-adaptation">The uncle')
    path.write_text(source, "utf-8")
    assert [m.code for m in take(path).meldingen] == ["inlezen-onaf"]


def test_codes_that_a_tool_hands_back_empty_are_filled_in_again(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    source = path.read_text("utf-8").replace("You start a plan in", "Start a plan in")
    before, _, after = source.partition("Start a plan in ")
    path.write_text(before + "Start a plan in " + after.replace(PH, '<ph id="1"/>', 1), "utf-8")
    assert take(path).geschreven == ["en/proef"]
    assert "Start a plan in {{ gemeente.naam }}." in english(klein)


def test_a_byte_order_mark_and_a_country_code_do_not_matter(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    source = path.read_text("utf-8").replace('target-language="en"', 'target-language="en-GB"')
    path.write_bytes(b"\xef\xbb\xbf" + source.replace("An uncle", "My uncle").encode())
    assert take(path).geschreven == ["en/proef"]


def test_a_translation_of_the_dutch_before_a_change_is_written_and_stale(
    klein: Project, export: Export, take: Take
) -> None:
    (klein.blocks / "en/proef.md").unlink()
    path = export("md", alleen_werk=True)
    write_dutch(klein, NEDERLANDS.replace("een hond", "een kat"))
    head, _, _ = only_proef(path.read_text("utf-8")).partition("# Vertaling\n")
    path.write_text(f"{head}# Vertaling\n\ntitel: Start together\n\n{ENGELS}", "utf-8")
    assert take(path).geschreven == ["en/proef"]
    written = english(klein)
    write_english(klein, ENGELS)
    assert written == english(klein)


def test_an_older_translation_does_not_replace_one_that_is_up_to_date(
    klein: Project, export: Export, take: Take
) -> None:
    path = export("xlf")
    path.write_text(path.read_text("utf-8").replace("An uncle", "My uncle"), "utf-8")
    newer = NEDERLANDS.replace("een hond", "een kat")
    write_dutch(klein, newer)
    write_english(klein, ENGELS.replace("a dog", "a cat"), source=newer)
    before = english(klein)
    assert [m.code for m in take(path).meldingen] == ["inlezen-ouder"]
    assert english(klein) == before


def test_without_the_dutch_it_was_made_from_nothing_can_be_judged(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    write_dutch(klein, NEDERLANDS.replace("een hond", "een kat"))
    for kept in (klein.content / "vertaalgeheugen").iterdir():
        kept.unlink()
    path.write_text(path.read_text("utf-8").replace("An uncle", "My uncle"), "utf-8")
    assert [m.code for m in take(path).meldingen] == ["inlezen-bron"]


@pytest.mark.parametrize("soort", ["xlf", "md"])
def test_checked_is_what_the_file_says_and_a_name_was_given(
    soort: str, klein: Project, export: Export, take: Take
) -> None:
    path = export(soort)
    source = path.read_text("utf-8").replace('state="translated"', 'state="final"').replace(": nee", ": ja")
    path.write_text(only_proef(source), "utf-8")
    assert take(path).ongewijzigd == ["en/proef"]
    assert take(path, door="Jane: Doe").geschreven == ["en/proef"]
    written = english(klein)
    assert 'status: nagekeken\nnagekeken_door: "Jane: Doe"\nnagekeken_op: 2026-11-01\n' in written
    assert take(path).ongewijzigd == ["en/proef"]
    again = export(soort)
    assert take(again).ongewijzigd == ["en/proef"]
    assert english(klein) == written


def test_a_change_without_a_name_makes_it_a_concept_again(klein: Project, export: Export, take: Take) -> None:
    write_english(klein, ENGELS, "status: nagekeken\nnagekeken_door: Jane\nnagekeken_op: 2026-10-01")
    path = export("xlf")
    path.write_text(path.read_text("utf-8").replace("An uncle", "My uncle"), "utf-8")
    assert take(path).geschreven == ["en/proef"]
    assert "status: concept" in english(klein) and "Jane" not in english(klein)


def test_a_file_in_another_language_than_asked_for_is_refused(klein: Project, export: Export, take: Take) -> None:
    verslag = take(export("xlf"), taal="ar")
    assert [(m.code, m.ernst) for m in verslag.meldingen] == [("inlezen-taal", Ernst.FOUT)]


def test_a_block_that_comes_twice_is_not_written(klein: Project, export: Export, take: Take) -> None:
    xlf = export("xlf")
    md = xlf.with_suffix(".md")
    for path in (xlf, md):
        path.write_text(only_proef(path.read_text("utf-8")).replace("An uncle", "My uncle"), "utf-8")
    verslag = take(xlf, md)
    assert [m.code for m in verslag.meldingen] == ["inlezen-dubbel"]
    assert "An uncle" in english(klein)


def test_a_block_for_professionals_does_not_come_in_another_language(
    klein: Project, export: Export, take: Take
) -> None:
    path = export("md")
    path.write_text(path.read_text("utf-8").replace("Engels (en)", "Arabisch (ar)"), "utf-8")
    verslag = take(path)
    assert {m.code for m in verslag.meldingen if "plicht" in m.wat} == {"inlezen-blok"}


@pytest.mark.parametrize("text", ["", "\x00", "<", "<?xml", "# Vertalen naar het Engels (en)\n", "\ufffe", "# Blok"])
@pytest.mark.parametrize("name", ["a.xlf", "a.md", "a.txt", "a.xliff"])
def test_a_file_that_is_nothing_is_refused(name: str, text: str, tmp_path: Path, take: Take) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert all(m.ernst is Ernst.FOUT for m in take(tmp_path / name).meldingen)
    assert take(tmp_path / name).meldingen


def test_one_wrong_block_does_not_hold_back_the_others(klein: Project, export: Export, take: Take) -> None:
    path = export("md")
    source = path.read_text("utf-8").replace("⟦", "").replace("⟧", "").replace("An uncle", "<b>An uncle")
    text = source.replace("Je wacht op hulp. Dat duurt soms lang.", "You wait.")
    path.write_text(text.replace("You wait.", "Je wacht op hulp. Dat duurt soms lang.", 1), "utf-8")
    verslag = take(path)
    assert "en/proef" in verslag.geweigerd
    assert "An uncle" in english(klein)
