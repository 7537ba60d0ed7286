"""A Markdown text is split into front matter and body, or refused with what is missing."""

import pytest

from familiegroepsplan.reading import FrontMatter, split_front_matter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\ntitel: x\n---\nTekst\n", FrontMatter("titel: x\n", "Tekst\n", 4)),
        ("---\n---\n", FrontMatter("\n", "", 3)),
        ("--- \na: b\n---  \n\n---\n", FrontMatter("a: b\n", "\n---\n", 4)),
        ("---\na: |\n  ---\n---\nb", FrontMatter("a: |\n  ---\n", "b", 5)),
    ],
)
def test_a_text_is_split_at_its_two_lines(text: str, parts: FrontMatter) -> None:
    assert split_front_matter(text, "x.md") == (parts, [])


@pytest.mark.parametrize("text", ["", "Tekst", "\n---\na: b\n---\n", "----\na: b\n----\n", " ---\n"])
def test_a_text_without_front_matter_is_refused(text: str) -> None:
    parts, meldingen = split_front_matter(text, "x.md")

    assert parts is None
    assert str(meldingen[0]).startswith("x.md:1:1: de tekst begint niet met een kop")


@pytest.mark.parametrize("text", ["---", "---\na: b\n", "---\na: b\n----\n", "---\na: b\n ---\n"])
def test_front_matter_that_does_not_end_is_refused(text: str) -> None:
    parts, meldingen = split_front_matter(text, "x.md")

    assert parts is None
    assert meldingen[0].code == "kop-open"
