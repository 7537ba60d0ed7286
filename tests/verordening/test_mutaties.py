"""Damaged texts and files: a clear message or a sound result, never a crash, and never a change elsewhere."""

import random
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.reading import parse_yaml
from familiegroepsplan.verordening.lezen import read_regeling
from familiegroepsplan.verordening.opnemen import Opname, take_up
from familiegroepsplan.verordening.plan import ANDERE_NAMEN, FAMILIEGROEPSPLAN
from familiegroepsplan.verordening.schrijven import write_in
from tests.conftest import ROOT

XML = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("goed-*.xml"))]
FILES = [path for folder in ("tests/gemeente/goed", "content/municipalities") for path in (ROOT / folder).glob("*.yml")]
YAML = [path.read_text("utf-8") for path in sorted(FILES)]
WEINIG, VEEL = range(25), range(25, 600)
_PIECES = (b"<", b">", b"&", b'"', b"</al>", b"<al>", b"<li nr='1.'>", b"1. ", b"\n", b"\xff", b"<artikel>")


def opname(data: bytes) -> Opname | None:
    """What a text gives, or None when it was refused with messages."""
    try:
        return take_up(read_regeling(data, "x.xml"), (FAMILIEGROEPSPLAN, *ANDERE_NAMEN), date(2026, 11, 1))
    except Gebruikersfout as refused:
        assert refused.meldingen and all(one.doe for one in refused.meldingen)
        return None


def damaged_xml(chance: random.Random) -> bytes:
    """A good text with bytes lost, doubled or put in."""
    data = bytearray(chance.choice(XML))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        data[at : at + chance.choice((0, 0, 1, 40))] = chance.choice(_PIECES)
    return bytes(data)


def moved_xml(chance: random.Random) -> bytes:
    """A good text with elements lost and moved to other places."""
    root = etree.fromstring(chance.choice(XML))
    for _ in range(5):
        elements = [one for one in root.iter("{*}*") if one.getparent() is not None]
        if not elements:
            break
        one, other = chance.choice(elements), chance.choice(elements)
        parent = one.getparent()
        if chance.random() < 0.5 and parent is not None:
            parent.remove(one)
        elif other is not one and one not in other.iterancestors():
            other.append(one)
    return etree.tostring(root)


def damaged_yaml(chance: random.Random) -> str:
    """A good file with lines lost, put in, and laid out otherwise."""
    lines = chance.choice(YAML).split("\n")
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 1)] = [
            chance.choice(("# opmerking", "", "   # in", "  x: 1", lines[at] + "  # y"))
        ]
    return "\n".join(lines)


def check_once(seed: int) -> None:
    chance = random.Random(seed)
    opname(damaged_xml(chance))
    opname(moved_xml(chance))
    good = opname(chance.choice(XML))
    assert good
    text = damaged_yaml(chance)
    try:
        new = write_in(text, good, "x.yml").tekst
    except Gebruikersfout:
        return
    assert other_keys(new) == other_keys(text)
    assert write_in(new, good, "x.yml").tekst == new


def other_keys(text: str) -> dict[str, object]:
    document, _ = parse_yaml(text, "x.yml")
    assert document and isinstance(document.data, dict)
    return {key: value for key, value in document.data.items() if key != "verordening"}


def test_a_fair_number_of_damaged_texts_and_files() -> None:
    for seed in WEINIG:
        check_once(seed)


@pytest.mark.volledig
def test_very_many_damaged_texts_and_files() -> None:
    for seed in VEEL:
        check_once(seed)
