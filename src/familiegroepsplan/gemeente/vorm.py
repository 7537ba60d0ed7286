"""What a field tells besides its type: its form in words, and what its absence means."""

from typing import Any

from pydantic import WithJsonSchema


def zonder(gevolg: str) -> dict[str, Any]:
    """For a field's schema: what happens on the site when the key is absent, in Dutch."""
    return {"x-zonder": gevolg}


def text_schema(vorm: str, **rest: object) -> WithJsonSchema:
    """The schema of a value written as text: `vorm` is its form in Dutch words, `rest` schema keywords."""
    return WithJsonSchema({"type": "string", "x-vorm": vorm, **rest})


def one_line(value: object) -> object:
    """Text with every run of spaces and line ends as one space; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value
