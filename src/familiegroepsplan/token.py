"""Opaque tokens: how values and parts of a municipality travel through MkDocs untouched.

A token is one lower-case ASCII word, so Markdown, templates, slugs and escaping leave it alone.
It says for itself what it stands for; no table has to travel with it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

TOKEN_START = "fgpq"
TOKEN = re.compile(rf"{TOKEN_START}([0-9a-f]+)q")


class Soort(StrEnum):
    """What a token stands for: a value, a named part, or (inside a part) something of the page or the municipality."""

    WAARDE = "w"
    DEEL = "d"
    PAGINA = "p"
    GEGEVEN = "g"


@dataclass(frozen=True)
class Token:
    """A value, a named part, a property of the page or a fact of the municipality, in one language."""

    soort: Soort
    taal: str
    naam: str

    def __str__(self) -> str:
        text = "|".join((self.soort.value, self.taal, self.naam))
        return f"fgpq{text.encode().hex()}q"


@lru_cache(maxsize=4096)
def parse_token(word: str) -> Token:
    """The token that `word` (as matched by `TOKEN`) stands for; ValueError when it is no token."""
    match = TOKEN.fullmatch(word)
    if not match:
        raise ValueError(f"no token: {word!r}")
    soort, taal, naam = bytes.fromhex(match[1]).decode().split("|")
    return Token(Soort(soort), taal, naam)
