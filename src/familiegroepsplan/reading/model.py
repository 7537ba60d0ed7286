"""From a file to a filled model in one call: text, YAML, model, with all faults of the file together."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from familiegroepsplan.cache import recall
from familiegroepsplan.digest import digest_bytes
from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.reading.document import Document
from familiegroepsplan.reading.faults import refused
from familiegroepsplan.reading.front_matter import FIRST_YAML_LINE, FrontMatter, split_front_matter
from familiegroepsplan.reading.text import decode, read_data, read_marked_text, shown_path
from familiegroepsplan.reading.validate import validate
from familiegroepsplan.reading.yaml import parse_yaml

MAX_BYTES = 100_000
"""Size limit of a data file unless the caller sets one; the largest of ours is about 20 kB."""

Model = TypeVar("Model", bound=BaseModel)


def read_model(
    path: Path,
    model: type[Model],
    *,
    root: Path,
    max_bytes: int = MAX_BYTES,
    context: object = None,
    wie: Wie = Wie.GEMEENTE,
) -> tuple[Model | None, list[Melding]]:
    """The filled model of a YAML file and all messages; None when one of these is an error.

    `root` is the project folder, `context` goes to the model's validators, `wie` is who must act.
    """
    text, meldingen = read_marked_text(path, max_bytes=max_bytes, root=root)
    if text is None:
        return None, [replace(melding, wie=wie) for melding in meldingen]
    filled, meldingen = _filled(text, model, shown_path(path, root), 1, context, meldingen)
    return filled, [replace(melding, wie=wie) for melding in meldingen]


def read_document(
    path: Path, model: type[Model], *, root: Path, max_bytes: int = MAX_BYTES, context: object = None
) -> tuple[Model | None, Document | None, list[Melding]]:
    """As `read_model`, with the document too: its positions serve checks that come after the model."""
    text, meldingen = read_marked_text(path, max_bytes=max_bytes, root=root)
    if text is None:
        return None, None, meldingen
    return _fill(text, model, shown_path(path, root), 1, context, meldingen)


def read_with_front_matter(
    path: Path, model: type[Model], *, root: Path, max_bytes: int = MAX_BYTES, wie: Wie = Wie.REDACTIE
) -> tuple[Model | None, FrontMatter | None, list[Melding]]:
    """The front matter of a Markdown file as a model, the parts of the file, and all messages."""
    filled, parts = None, None
    data, meldingen = read_data(path, max_bytes=max_bytes, root=root)
    if data is not None:
        pad = shown_path(path, root)
        key = (model.__module__, model.__qualname__, digest_bytes(data), pad)
        filled, parts, meldingen = recall("kop", key, lambda: _in_parts(data, model, pad))
    return filled, parts, [replace(melding, wie=wie) for melding in meldingen]


def _in_parts(data: bytes, model: type[Model], pad: str) -> tuple[Model | None, FrontMatter | None, list[Melding]]:
    """The front matter, the parts of the file, and the messages."""
    text, meldingen = decode(data, pad)
    if text is None:
        return None, None, meldingen
    parts, faults = split_front_matter(text, pad)
    meldingen += faults
    if parts is None:
        return None, None, meldingen
    filled, _, meldingen = _fill(parts.yaml_text, model, pad, FIRST_YAML_LINE, None, meldingen)
    return filled, parts, meldingen


def _filled(
    text: str, model: type[Model], pad: str, first_line: int, context: object, before: list[Melding]
) -> tuple[Model | None, list[Melding]]:
    """The model and the messages; remembered, since reading YAML with positions is slow."""

    def read() -> tuple[Model | None, list[Melding]]:
        filled, _, meldingen = _fill(text, model, pad, first_line, context, before)
        return filled, meldingen

    key = (model.__module__, model.__qualname__, text, pad, first_line, before)
    return read() if context is not None else recall("lezen", key, read)


def _fill(
    text: str, model: type[Model], pad: str, first_line: int, context: object, before: list[Melding]
) -> tuple[Model | None, Document | None, list[Melding]]:
    document, in_yaml = parse_yaml(text, pad, first_line=first_line)
    meldingen = before + in_yaml
    if document is None:
        return None, None, meldingen
    filled, in_model = validate(model, document, pad=pad, context=context)
    meldingen += _unsaid(in_model, in_yaml)
    return (None if refused(meldingen) else filled), document, sorted(meldingen)


def _unsaid(found: list[Melding], before: list[Melding]) -> list[Melding]:
    """The messages on places and keys of which no earlier error speaks: one fault, one message."""
    errors = [melding for melding in before if melding.ernst is Ernst.FOUT]
    places = {melding.plaats for melding in errors}
    keys = {melding.sleutel for melding in errors if melding.sleutel}
    return [melding for melding in found if melding.plaats not in places and melding.sleutel not in keys]
