"""Example values written as YAML, for the reference page and for a new file."""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-zÀ-ž/](?:[\w./@+()%-]|: ?(?=//)| (?!#)|:(?=\S))*")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def yaml_value(value: Any) -> str:
    """A text, list or group on one line: plain where no YAML reader can mistake it, else in double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{yaml_value(key)}: {_inside(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inside(inner) for inner in value) + "]"
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and text.lower() not in _WORDS_OF_YAML
    return text if plain or re.fullmatch(r"\d{4}-\d\d-\d\d", text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes; JSON's escapes are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _inside(value: Any) -> str:
    """Inside braces or brackets a comma would end a plain text."""
    return yaml_value(value) if not isinstance(value, str) or "," not in value else quoted(value)
