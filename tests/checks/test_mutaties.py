"""Blocks mutilated at random: never a traceback, never a file that runs away."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from familiegroepsplan.errors import Melding
from tests.geduld import comes_to_an_end

BLOKKEN = sorted((Path(__file__).parents[2] / "content/blocks/nl").glob("*.md"))
SCRAPS: tuple[str, ...] = (
    *("<script>", "<b onclick=x>", "</section>", "<!--", "javascript:", "[x](", "](", "![](", "{{", "}}", "{#a}"),
    *("## ", "# ", "\n---\n", "\n===\n", "{: .a }", "> ", "- ", "1. ", "|", "```", "**", "&#106;", "\\", "[a]: b\n"),
    *("{{ blok: wachten }}", "{{ deel: x }}", "\u202e", "\u200b", "\x00", "é", "😀", "\t", " " * 500, "[" * 300),
)
FILLINGS: tuple[str, ...] = (
    "[",
    "(",
    "![",
    "*",
    "_",
    "`",
    "> ",
    "- ",
    "<",
    "&",
    "**a ",
    "[a](",
    "*a _b ",
    "|",
    "{",
    "{{",
    "{:",
)
FILLINGS += ("#", "\\", "<a ", "</", "<!--", "[a][", "[a]: b\n", "- a\n\n  ", "    - ", "1. ", "![a](b ", '"', "a\n")
FILLINGS += ("|a|b|\n", "`a ", "](", ".)", " ", "\t", "\n", "=\n", "a" * 50 + " ", "## a\n", "{#a} ", "}", "a](b) ")


def mutilated(source: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(source) + 1)
        until = min(len(source), at + dice.choice((0, 1, 5, 200)))
        match dice.randrange(4):
            case 0:
                source = source[:at] + source[until:]
            case 1:
                source = source[:at] + dice.choice(SCRAPS) * dice.choice((1, 1, 1, 2, 50)) + source[at:]
            case 2:
                source = source[:at] + source[at:until] * dice.choice((2, 30)) + source[until:]
            case _:
                source = source[:at] + dice.choice(SCRAPS) + source[until:]
    return source


def run(count: int, seed: int, proef: Callable[[str], list[Melding]]) -> None:
    dice = random.Random(seed)
    sources = [path.read_text("utf-8") for path in BLOKKEN]
    for _ in range(count):
        source = mutilated(dice.choice(sources), dice)
        with comes_to_an_end():
            found = proef(source)
        assert all(melding.wat and melding.doe for melding in found)


def test_150_mutilated_blocks(proef: Callable[[str], list[Melding]]) -> None:
    run(150, 1, proef)


@pytest.mark.volledig
def test_5000_mutilated_blocks(proef: Callable[[str], list[Melding]]) -> None:
    run(5000, 2, proef)


@pytest.mark.parametrize("filling", FILLINGS)
def test_a_block_full_of_one_thing_does_not_run_away(filling: str, proef: Callable[[str], list[Melding]]) -> None:
    head = "---\ntitel: Proef\ndoelgroep: gezin\nbronnen: [factsheet]\ngecontroleerd_op: 2026-10-01\n---\n"
    with comes_to_an_end():
        proef(head + (filling * 64_000)[: 63_800 - len(head)])
