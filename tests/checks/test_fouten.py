"""Each file fouten/fout-*.md is a block with faults; `# verwacht: regel:kolom: code: tekst` says which."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from familiegroepsplan.errors import Ernst, Melding

FOUTEN = sorted((Path(__file__).parent / "fouten").glob("fout-*.md"))
GOED = sorted((Path(__file__).parent / "goed").glob("goed-*.md"))
EXPECTED = re.compile(r"^# verwacht: (\d+):(\d+): ([a-z0-9-]+): (.+)$", re.MULTILINE)
PROEF = "content/blocks/nl/proef.md"


def planted_codes() -> set[str]:
    return {match[3] for path in FOUTEN for match in EXPECTED.finditer(path.read_text("utf-8"))}


@pytest.mark.parametrize("path", FOUTEN, ids=lambda path: path.stem)
def test_a_planted_fault_is_told_at_its_place_and_nothing_else(
    path: Path, proef: Callable[[str], list[Melding]]
) -> None:
    source = path.read_text("utf-8")
    found = proef(source)
    expected = EXPECTED.findall(source)
    assert expected, "de proef zegt niet wat er verwacht wordt"
    for line, column, code, words in expected:
        here = [m for m in found if m.code == code and m.plaats.pad == PROEF]
        assert [(m.plaats.regel, m.plaats.kolom) for m in here] == [(int(line), int(column))], found
        assert words in here[0].wat
        assert here[0].doe
    assert {m.code for m in found if m.ernst is Ernst.FOUT} <= {code for _, _, code, _ in expected}


@pytest.mark.parametrize("path", GOED, ids=lambda path: path.stem)
def test_a_good_text_passes(path: Path, proef: Callable[[str], list[Melding]]) -> None:
    assert proef(path.read_text("utf-8")) == []
