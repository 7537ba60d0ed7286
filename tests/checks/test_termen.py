"""A translation that strays from the words of its glossary is told, where it strays; other wordings are left alone."""

from collections.abc import Callable

import pytest

from familiegroepsplan.blok import text_hash
from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.project import Project

Check = Callable[[], list[Melding]]
PROEF = "Dit is een gewone zin.\n\nDe jeugdhulp wacht op jou.\n"
EN = "content/blocks/en/proef.md"


def write(project: Project, dutch: str, english: str, source: str = "") -> None:
    nl = project.blocks / "nl/proef.md"
    head = nl.read_text("utf-8").split("---\n", 2)[1]
    nl.write_text(f"---\n{head}---\n{dutch}", "utf-8")
    text = f'---\ntitel: Try\nvertaling_van: "{text_hash(source or dutch)}"\nstatus: nagekeken\n---\n{english}'
    (project.root / EN).parent.mkdir(exist_ok=True)
    (project.root / EN).write_text(text, "utf-8")
    glossary = project.begrippen / "en.yml"
    glossary.write_text(glossary.read_text("utf-8").replace('vormen: ["jeugdhulp"]', 'vormen: ["youth care"]'), "utf-8")


def strays(found: list[Melding]) -> list[Melding]:
    return [melding for melding in found if melding.code == "term-anders"]


def test_another_word_than_that_of_the_glossary_is_told_at_its_piece(project: Project, texts: Check) -> None:
    write(project, PROEF, "This is a plain sentence.\n\nHelp for children awaits you.\n")
    told = strays(texts())
    assert [str(melding.plaats) for melding in told] == [f"{EN}:8:1"]
    assert told[0].wat == 'in het Nederlands staat "jeugdhulp", hier niets van "jeugdhulp"'
    assert (told[0].ernst, told[0].wie) == (Ernst.WAARSCHUWING, Wie.VERTALER)


def test_a_word_that_strays_twice_in_a_block_is_told_once(project: Project, texts: Check) -> None:
    write(project, "De jeugdhulp.\n\nNog eens jeugdhulp.\n", "Help.\n\nHelp again.\n")
    assert len(strays(texts())) == 1


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        (PROEF, "This is a plain sentence.\n\nYouth care awaits you.\n"),
        ("De jeugdhulpen.\n", "Help.\n"),
        ('Iemand zegt: "jeugdhulp" en zwijgt.\n', 'Somebody says: "help" and is silent.\n'),
        ("Lees [over jeugdhulp](tips.md).\n", "Read [about help](tips.md).\n"),
        ("> Ik zocht jeugdhulp.\n", "> I looked for help.\n"),
    ],
    ids=["same-word", "part-of-a-word", "between-quotes", "link", "quotation"],
)
def test_what_is_no_straying_is_left_alone(dutch: str, english: str, project: Project, texts: Check) -> None:
    write(project, dutch, english)
    assert strays(texts()) == []


def test_a_name_with_a_capital_is_not_the_plain_word(project: Project, texts: Check) -> None:
    path = project.begrippen / "nl.yml"
    path.write_text(path.read_text("utf-8").replace('["gezag"]', '["Veilig Thuis"]'), "utf-8")
    write(project, "Een veilig thuis.\n", "A safe home.\n")
    assert strays(texts()) == []
    write(project, "Bel Veilig Thuis.\n", "Call the advice line.\n")
    assert len(strays(texts())) == 1


def test_a_stale_translation_is_about_another_text(project: Project, texts: Check) -> None:
    write(project, PROEF, "This is a plain sentence.\n\nHelp awaits you.\n", source="oud")
    assert strays(texts()) == []
