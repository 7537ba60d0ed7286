"""The three things an author may write between double braces, and what is wrong with anything else."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz import process

PLACEHOLDER = re.compile(r"\{\{(?:([^{}]*)\}\})?")
BLOK = re.compile(r"\s*blok\s*:\s*([\w-]+)\s*")
DEEL = re.compile(r"\s*deel\s*:\s*([\w-]+)\s*")
WAARDE = re.compile(r"\s*([a-z_]+(?:\.[a-z_]+)+)\s*")


@dataclass(frozen=True)
class Placeholder:
    """One `{{ … }}` of a text: what kind it is, the name in it, and where it stands (character offsets)."""

    soort: str
    naam: str
    start: int
    end: int


def placeholders(text: str) -> Iterator[Placeholder]:
    """Every `{{ … }}` of `text` in order; kind is blok, deel, waarde or onbekend (also a `{{` that never closes)."""
    for match in PLACEHOLDER.finditer(text):
        for soort, pattern in (("blok", BLOK), ("deel", DEEL), ("waarde", WAARDE)):
            if inner := pattern.fullmatch(match[1] or ""):
                yield Placeholder(soort, inner[1], match.start(), match.end())
                break
        else:
            yield Placeholder("onbekend", (match[1] or "").strip(), match.start(), match.end())


def suggestion(name: str, known: Collection[str]) -> str:
    """`bedoelt u "…"?` with the nearest known name, or the list of names when none is near."""
    nearest = process.extractOne(name, sorted(known), score_cutoff=60)
    if nearest:
        return f'bedoelt u "{nearest[0]}"?'
    return f"kies uit: {', '.join(sorted(known))}"
