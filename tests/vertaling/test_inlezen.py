"""What comes back from a translator: right blocks are written, wrong ones refused with place and reason."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from familiegroepsplan.checks import all_rules
from familiegroepsplan.errors import Ernst, Wie
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.inlezen import Verslag
from familiegroepsplan.vertaling.regels import REGELS
from tests.vertaling.conftest import ENGELS, NEDERLANDS, english, write_dutch, write_english

Export = Callable[..., Path]
Take = Callable[..., Verslag]
PROEF_XLF = 'original="content/blocks/nl/proef.md"'
EN = 'target-language="en" datatype="plaintext" tool-id="fgp" build-num="'
PH = '<ph id="1">{{ gemeente.naam }}</ph>'
TIPS = '<bpt id="1">[</bpt>tips for every day<ept id="1">](tips.md#tips-lijst)</ept>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@dataclass(frozen=True)
class Fout:
    """In the part of a file about `proef`, the last `oud` becomes `nieuw`; expected is `code` where that stands."""

    naam: str
    oud: str
    nieuw: str
    code: str
    woorden: str
    waar: str = ""
    """A text in the line of the message, where that is not the line of `nieuw`."""

    def plant(self, source: str) -> str:
        """The file with the fault in it."""
        before, found, after = source.rpartition(self.oud)
        assert found, self.oud
        return before + self.nieuw + after


XLIFF = (
    Fout("naam-kwijt", f"plan in {PH}", "plan here", "inlezen-namen", "{{ gemeente.naam }}", "plan here"),
    Fout("naam-anders", "plan in <ph id=\"1\">{{ gemeente.naam", 'plan in <ph id="1">{{ gemeente.name', "inlezen-namen", "gemeente.name"),
    Fout("naam-erbij", "An uncle", "{{ site.naam }}", "inlezen-namen", "{{ site.naam }}"),
    Fout("blok-erbij", "An uncle", "{{ blok: wachten }}", "inlezen-namen", "{{ blok: wachten }}"),
    Fout("link-kwijt", TIPS, "tips", "inlezen-links", '"tips.md#tips-lijst" ontbreekt'),
    Fout("link-anders", "for every day<ept id=\"1\">](tips.md#tips", "for every day<ept id=\"1\">](index.md#tips", "inlezen-links", "index.md"),
    Fout("link-erbij", "An uncle", "[x](javascript:alert(1))", "inlezen-links", "javascript"),
    Fout("link-telefoon", '<bpt id="2">[</bpt>112<ept id="2">](tel:112)</ept>.</target>', "112.</target>", "inlezen-links", "tel:112"),
    Fout("html", "An uncle", "&lt;b&gt;An uncle&lt;/b&gt;", "md-html", "<b>"),
    Fout("script", "An uncle", "&lt;script&gt;alert(1)&lt;/script&gt;", "md-script", "script"),
    Fout("attributen", "An uncle", "An uncle {.groot}", "md-stijl", "{.groot}"),
    Fout("accolade", "An uncle", "An uncle }}", "md-accolade", "}}"),
    Fout("cel-met-streep", "Writing a letter", "Writing | a letter", "inlezen-vorm", "cel 1"),
    Fout("kop-in-alinea", "Also read the", "# Also read the", "inlezen-vorm", "alinea"),
    Fout("lijst-in-alinea", "Also read the", "- Also read the", "inlezen-vorm", "alinea"),
    Fout("citaat-in-lijst", "An uncle", "> An uncle", "inlezen-vorm", "punt van een lijst"),
    Fout("teken", "An uncle", "An &#x202E;uncle", "tekst-teken", "leesrichting", "uncle"),
    Fout("bron-veranderd", "<source>Een oom", "<source>Een neef", "inlezen-stuk", "Een oom", "An uncle"),
    Fout("stuk-dubbel", '<trans-unit id="4"', '<trans-unit id="3"', "inlezen-dubbel", '"3"', PROEF_XLF),
    Fout("stuk-onbekend", '<trans-unit id="4"', '<trans-unit id="44"', "inlezen-stuk", '"44"', "A neighbour"),
    Fout("stuk-weg", '<trans-unit id="4"', '<trans-unit id="44"', "inlezen-stuk", "stuk 4 ontbreekt", PROEF_XLF),
    Fout("titel-weg", '<trans-unit id="titel"', '<trans-unit id="1"', "inlezen-dubbel", '"1"', PROEF_XLF),
    Fout("titel-te-lang", "Start together", "Start " + 30 * "together ", "waarde-te-lang", "120"),
    Fout("element", "An uncle", "An <g id='9'>uncle</g>", "inlezen-stuk", "<g>"),
    Fout("geen-xml", "</trans-unit>", "", "inlezen-bestand", "geen geldige XML", "</body>"),
    Fout("entiteit-onbekend", "An uncle", "An &uncle;", "inlezen-bestand", "geen geldige XML"),
    Fout("entiteitenbom", "<xliff", BOMB + "<xliff", "inlezen-bestand", "niet veilig"),
    Fout("bestand-van-buiten", "<xliff", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff', "inlezen-bestand", "niet veilig"),
    Fout("andere-codering", 'encoding="UTF-8"', 'encoding="UTF-16"', "inlezen-bestand", "UTF-16"),
    Fout("xliff-2", '<xliff version="1.2"', '<xliff version="2.0"', "inlezen-bestand", "geen XLIFF 1.2"),
    Fout("geen-xliff", "oasis:names:tc:xliff:document:1.2", "oasis:names:tc:xliff:document:2.0", "inlezen-bestand", "1.2"),
    Fout("taal-onbekend", EN, EN.replace('"en"', '"fr"'), "inlezen-taal", '"fr"'),
    Fout("taal-nederlands", EN, EN.replace('"en"', '"nl"'), "inlezen-taal", '"nl"'),
    Fout("uit-het-engels", 'source-language="nl" ' + EN, 'source-language="en" ' + EN, "inlezen-taal", '"en"'),
    Fout("blok-onbekend", PROEF_XLF, 'original="content/blocks/nl/proeff.md"', "inlezen-blok", "proeff"),
    Fout("blok-elders", PROEF_XLF, 'original="../../etc/passwd"', "inlezen-blok", "geen blok"),
    Fout("code-weg", ' build-num="', ' build="', "inlezen-bron", "build-num"),
)  # fmt: skip
WERKBLAD = (
    Fout("naam-kwijt", "plan in {{ gemeente.naam }}", "plan here", "inlezen-namen", "{{ gemeente.naam }}"),
    Fout("link-kwijt", "[tips for every day](tips.md#tips-lijst)", "tips", "inlezen-links", "tips.md#tips-lijst"),
    Fout("link-anders", "every day](tips.md#tips-lijst)", "every day](tips.md#tip-lijst)", "inlezen-links", "#tip-lijst"),
    Fout("kop-kwijt", "## Who takes part? {#proef-wie}\n\n", "", "vertaling-koppen", "Wie doet er mee?", "You start"),
    Fout("kop-erbij", "Also read", "## More {#meer}\n\nAlso read", "vertaling-koppen", "More", "## More"),
    Fout("kop-niveau", "### What is next?", "## What is next?", "vertaling-koppen", "niveau 3"),
    Fout("kop-id-anders", "{#proef-verder}", "{#proef-next}", "vertaling-koppen", "{#proef-next}"),
    Fout("kop-id-kwijt", "What is next? {#proef-verder}", "What is next?", "vertaling-koppen", "{#proef-verder}"),
    Fout("punt-kwijt", "- A neighbour with a dog\n", "", "inlezen-vorm", "Een buurvrouw", "- An uncle"),
    Fout("punt-erbij", "- A neighbour", "- A cousin\n- A neighbour", "inlezen-vorm", "punt van een lijst", "- A neighbour"),
    Fout("nummer-wordt-punt", "2. Call", "- Call", "inlezen-vorm", "nummer van een lijst"),
    Fout("alinea-kwijt", "You start a plan in {{ gemeente.naam }}.\n\n", "", "inlezen-vorm", "Je begint", "## Who takes"),
    Fout("rij-kwijt", "| Calling somebody | A child |\n", "", "inlezen-vorm", "Iemand bellen", "| Writing"),
    Fout("cel-kwijt", "| Calling somebody | A child |", "| Calling somebody |", "inlezen-vorm", "Een kind"),
    Fout("tabel-stuk", "|---|---|\n| Writing", "\n| Writing", "inlezen-vorm", "streepjes", "| What"),
    Fout("citaat-kwijt", "> That was", "That was", "inlezen-vorm", "alinea in een citaat"),
    Fout("deel-kwijt", "{{ deel: aanbieders }}", "", "inlezen-vorm", "{{ deel: aanbieders }}", "2. Call"),
    Fout("html", "An uncle", "<em>An uncle</em>", "md-html", "<em>"),
    Fout("gebeurtenis", "An uncle", "<i onclick=x>An uncle</i>", "md-gebeurtenis", "on…="),
    Fout("titel-kwijt", "titel: Start together\n", "", "inlezen-stuk", "titel", "# Vertaling"),
    Fout("kop-met-een-hekje", "## Who takes", "# Who takes", "inlezen-vorm", "één #"),
    Fout("eerste-regel-kwijt", "# Vertalen naar het Engels (en)", "", "inlezen-bestand", "eerste regel", "Zo werkt het"),
    Fout("taal-onbekend", "Engels (en)", "Frans (fr)", "inlezen-taal", '"fr"', "# Vertaling"),
    Fout("blok-onbekend", "# Blok proef (", "# Blok proeff (", "inlezen-blok", "proeff", "# Vertaling"),
    Fout("blokregel-stuk", "# Blok proef (", "# Blok proef ", "inlezen-bron", "code"),
    Fout("vertaling-weg", "# Vertaling\n", "", "inlezen-bestand", "# Vertaling", "# Blok proef"),
    Fout("teken", "An uncle", "An \u202euncle", "tekst-teken", "leesrichting"),
)  # fmt: skip
ELSEWHERE = {"eerste-regel-kwijt": 1, "entiteitenbom": 2, "bestand-van-buiten": 2}
"""Faults told on a line by number."""


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
    if fout.naam in ELSEWHERE or fout.waar.startswith("Zo"):
        assert told[0].plaats.regel == ELSEWHERE.get(fout.naam, 1)
    else:
        assert (fout.waar or fout.nieuw) in line, (told[0], line)


@pytest.mark.parametrize("soort", ["xlf", "md"])
def test_the_same_file_without_a_fault_is_written(soort: str, klein: Project, export: Export, take: Take) -> None:
    path = export(soort)
    path.write_text(only_proef(path.read_text("utf-8")).replace("A parent", "One parent"), "utf-8")
    assert take(path).geschreven == ["en/proef"]
    assert english(klein) == before_with(klein, "A parent", "One parent")


def before_with(project: Project, old: str, new: str) -> str:
    written = english(project)
    write_english(project, ENGELS.replace(old, new))
    return written if written == english(project) else english(project)


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
    write = english(klein)
    write_english(klein, ENGELS)
    assert write == english(klein)


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
