"""The glossary: difficult words of youth care with a plain explanation, per language."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field


class Begrip(BaseModel):
    """A difficult word: the forms under which texts use it, and what it means in plain words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    begrip: str = Field(pattern=r"^[a-z0-9-]+$", description="vaste sleutel, gelijk in elke taal")
    term: str = Field(min_length=1, max_length=80)
    vormen: tuple[str, ...] = Field(min_length=1)
    uitleg: str = Field(min_length=1, max_length=600)
    bron: str = ""


class Begrippen(BaseModel):
    """The glossary of one language, in the order of its file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    begrippen: tuple[Begrip, ...]


def form_pattern(begrippen: Sequence[Begrip]) -> re.Pattern[str] | None:
    """A pattern that finds every form of every word as a whole word, longest first; None without words."""
    return _pattern(tuple(sorted({form for b in begrippen for form in b.vormen}, key=lambda form: (-len(form), form))))


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    if not forms:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)


def by_form(begrippen: Sequence[Begrip]) -> dict[str, Begrip]:
    """Each form, folded, with its word."""
    return {fold(form): begrip for begrip in begrippen for form in begrip.vormen}


def fold(form: str) -> str:
    """A form without the difference of capitals; the Turkish dotted capital I is an i too."""
    return form.lower().replace("i\u0307", "i")
