"""The file of a translation, as this project writes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@`= ")


@dataclass(frozen=True)
class Vertaling:
    """A translation to be written: the words of its front matter by key, the hash of its Dutch text, its text."""

    woorden: Mapping[str, str]
    bron: str
    tekst: str
    nagekeken_door: str = ""
    nagekeken_op: date | None = None


def file_text(vertaling: Vertaling) -> str:
    """The whole file: front matter and Markdown."""
    return f"---\n{head_text(vertaling)}---\n{vertaling.tekst}"


def head_text(vertaling: Vertaling) -> str:
    """The YAML of the front matter."""
    lines = [f"{key}: {_scalar(text)}" for key, text in vertaling.woorden.items() if text]
    lines.append(f'vertaling_van: "{vertaling.bron}"')
    if vertaling.nagekeken_door and vertaling.nagekeken_op:
        lines += ["status: nagekeken", f"nagekeken_door: {_scalar(vertaling.nagekeken_door)}"]
        lines.append(f"nagekeken_op: {vertaling.nagekeken_op.isoformat()}")
    else:
        lines.append("status: concept")
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """A text as YAML: plain where every reader takes it as that very text, else between double quotes."""
    plain = text[0] not in _PLAIN_START and ": " not in text and " #" not in text and _visible(text).isprintable()
    return text if plain and _reads_back(text) else json.dumps(text, ensure_ascii=False)


def _visible(text: str) -> str:
    """A text without the joiners with which Farsi is spelled."""
    return text.replace("\u200c", "").replace("\u200d", "")


def _reads_back(text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"k: {text}") == {"k": text})
    except yaml.YAMLError:
        return False
