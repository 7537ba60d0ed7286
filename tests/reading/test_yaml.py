"""YAML becomes plain text data with the place of every key and value; all faults come in one run."""

import random

import pytest

from familiegroepsplan.reading import dotted, parse_yaml
from familiegroepsplan.reading.document import Document
from familiegroepsplan.reading.yaml import parsed_in_python
from tests.conftest import ROOT

SCRAPS = (*":#-'\"{}[]&*!%@|>?,\\ \t\n", "é", "\U0001f600", "\u2066", "ب", ": ", "- ", " #", "\n\n  ")


def parsed(text: str, first_line: int = 1) -> Document:
    document, meldingen = parse_yaml(text, "x.yml", first_line=first_line)
    assert meldingen == []
    assert document is not None
    return document


def test_scalars_stay_text_and_an_empty_plain_one_is_none() -> None:
    document = parsed("a: no\nb: 020\nc: ~\nd:\ne: ''\nf: [1e5, '', null]\ng: {}\n")

    assert document.data == {
        "a": "no", "b": "020", "c": "~", "d": None, "e": "", "f": ["1e5", "", "null"], "g": {},
    }  # fmt: skip


def test_every_key_and_value_has_its_place() -> None:
    document = parsed("a: b\nlijst:\n  - c: d\n  - [e,  f]\n")

    assert document.keys == {("a",): (1, 1), ("lijst",): (2, 1), ("lijst", 0, "c"): (3, 5)}
    assert document.values[("a",)] == (1, 4)
    assert document.values[("lijst", 0, "c")] == (3, 8)
    assert document.values[("lijst", 1, 1)] == (4, 10)


def test_what_is_not_written_points_to_the_nearest_that_is() -> None:
    document = parsed("# kop\na:\n  b: {c: d}\n")

    assert str(document.value_place(("a", "b", "x"), "x.yml")) == "x.yml:3:3"
    assert str(document.value_place(("a", "b", "c", "nl"), "x.yml")) == "x.yml:3:10"
    assert str(document.key_place(("z",), "x.yml")) == "x.yml:2:1"


def test_places_count_from_the_first_line_given() -> None:
    assert parsed("a: b\n", first_line=5).keys == {("a",): (5, 1)}
    _, meldingen = parse_yaml("a: b\na: c\n", "x.yml", first_line=5)
    assert str(meldingen[0].plaats) == "x.yml:6:1"
    _, meldingen = parse_yaml("a: b\n\tc: d\n", "x.yml", first_line=5)
    assert str(meldingen[0].plaats) == "x.yml:6:1"


def test_all_faults_of_a_file_come_in_one_run() -> None:
    _, meldingen = parse_yaml("a: &x 1\nb: *x\nc: !t 2\na: 3\n[d]: 4\n? {e: f}\n: g\n", "x.yml")

    assert [(melding.code, melding.plaats.regel) for melding in meldingen] == [
        ("yaml-anker", 1), ("yaml-anker", 2), ("yaml-tag", 3), ("yaml-dubbele-sleutel", 4),
        ("yaml-sleutel", 5), ("yaml-sleutel", 6),
    ]  # fmt: skip


def test_the_first_of_two_equal_keys_counts_and_the_second_value_is_left_out() -> None:
    document, _ = parse_yaml("a: {x: 1}\na: {y: [2]}\nb: 3\n", "x.yml")

    assert document and document.data == {"a": {"x": "1"}, "b": "3"}
    assert ("a", "y") not in document.keys


def test_a_billion_laughs_are_ten_thousand_characters_at_most() -> None:
    text = "a: &a [x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))

    document, meldingen = parse_yaml(text, "x.yml")

    assert {melding.code for melding in meldingen} == {"yaml-anker"}
    assert len(str(document)) < 10_000


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 20_000, "- " * 50_000, "? " * 50_000, "{[: " + "[" * 50_000])
def test_deep_nesting_ends_the_reading_at_once(text: str) -> None:
    document, meldingen = parse_yaml(text, "x.yml")

    assert document is None
    assert meldingen[-1].code in {"yaml-diepte", "yaml-sleutel"}
    assert len(meldingen) < 3


def test_ten_levels_are_allowed() -> None:
    assert parsed("[" * 10 + "]" * 10).data == [[[[[[[[[[]]]]]]]]]]


def test_at_most_a_hundred_faults_are_reported() -> None:
    assert len(parse_yaml("a: 1\n" * 5000, "x.yml")[1]) == 100


@pytest.mark.parametrize(
    "text",
    [
        'a: "\\UFFFFFFFF"',
        "%YAML 1." + "9" * 5000 + "\n---\n",
        "a: !<%zz> 1",
        "a: &",
        "*",
        "%",
        "a: |0\n b",
        "\t",
    ],
)
def test_what_makes_pyyaml_stumble_is_a_message(text: str) -> None:
    document, meldingen = parse_yaml(text, "x.yml")

    assert document is None
    assert len(meldingen) == 1
    assert meldingen[0].plaats.regel == 1


def test_a_hard_space_that_broke_the_line_is_named() -> None:
    for text in ("a: b\n\u00a0c: d\n", "a:\n  b: c\n \u00a0d: e\n"):
        _, meldingen = parse_yaml(text, "x.yml")
        assert "vaste spatie" in meldingen[0].doe


def test_a_comment_may_follow_a_value_but_a_stuck_hash_is_told() -> None:
    assert parsed("a: b # c\nd: # e\nf: '#g'\nh: i#j\n").data == {"a": "b", "d": None, "f": "#g", "h": "i#j"}
    _, meldingen = parse_yaml("a: b #c\nd: #e\n", "x.yml")
    assert [melding.code for melding in meldingen] == ["yaml-hekje-in-tekst", "yaml-hekje"]
    assert meldingen[0].doe == 'zet aanhalingstekens om de hele waarde: "b #c"'


def test_a_message_shows_control_characters_as_code_points() -> None:
    _, meldingen = parse_yaml('"a\\e": 1\n"a\\e": 2\n', "x.yml")

    assert {melding.sleutel for melding in meldingen} == {"a<U+001B>"}


def test_a_dotted_path_counts_list_items_from_one() -> None:
    assert dotted(("aanbieders", 0, "url")) == "aanbieders[1].url"
    assert dotted((0,)) == "[1]"
    assert dotted(()) == ""


@pytest.mark.parametrize("text", ["---", "# uitleg\n---", "a:\n  - b\n---", "a: 1\n...\n---"])
def test_a_text_that_ends_too_soon_is_told_within_its_lines(text: str) -> None:
    document, meldingen = parse_yaml(text, "x.yml")
    slow, told = parsed_in_python(text, "x.yml", 1)
    assert (document, meldingen) == (slow, list(told))
    assert document is None or document.value_place((), "x.yml").regel <= text.count("\n") + 1


@pytest.mark.parametrize("seed", range(4))
def test_the_quick_parser_tells_what_the_slow_one_tells(seed: int) -> None:
    """libyaml and PyYAML's own parser, on pieces of our files with scraps in them: most are good, many are not."""
    dice = random.Random(seed)
    sources = [p.read_text("utf-8") for p in sorted((ROOT / "content").rglob("*.yml"))]
    broken = 0
    for _ in range(60):
        source = dice.choice(sources)
        start = dice.randrange(len(source))
        text = source[start : start + dice.randrange(20, 800)]
        for _ in range(dice.randrange(4)):
            at = dice.randrange(len(text) + 1)
            text = text[:at] + dice.choice(SCRAPS) + text[at + dice.choice((0, 0, 1, 5)) :]
        document, meldingen = parse_yaml(text, "x.yml")
        slow, told = parsed_in_python(text, "x.yml", 1)
        assert (document, meldingen) == (slow, list(told)), text
        broken += document is None
    assert 0 < broken < 60
