"""The table of rules is complete: every code that a reader uses is declared, every declared code is used."""

import re
from pathlib import Path

from familiegroepsplan.reading import REGELS

SOURCE = Path(__file__).parents[2] / "src/familiegroepsplan"
FILES = [path for folder in ("reading", "gemeente") for path in (SOURCE / folder).glob("*.py") if path.stem != "codes"]


def test_every_declared_rule_is_used_in_the_readers() -> None:
    source = "\n".join(path.read_text("utf-8") for path in FILES)

    assert [code for code in REGELS if f'"{code}"' not in source] == []


def test_every_code_in_the_readers_is_declared() -> None:
    found = {
        code
        for path in FILES
        for code in re.findall(r'(?:fault|value_error|_Finding|_fault)\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }

    assert found and found <= set(REGELS)


def test_every_rule_explains_itself_in_a_sentence_and_says_what_to_do() -> None:
    for regel in REGELS.values():
        assert regel.uitleg[0].isupper() and regel.uitleg.endswith("."), regel.code
        assert regel.doe and not regel.doe.endswith("."), regel.code
