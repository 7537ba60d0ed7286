"""Which keys a model knows at a place, and which one a writer probably meant."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from familiegroepsplan.reading.document import KeyPath

_ALIKE = 72


def known_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that may stand under `path` in a document of this model, as written in YAML."""
    found = _model_at(model, path)
    return [_written(name, field) for name, field in found.model_fields.items()] if found else []


def suggestion(word: str, words: Iterable[str]) -> str | None:
    """The nearest of the words to a mistyped one, or None when none is near."""
    tidy = word.strip().casefold().replace("-", "_").replace(" ", "_")
    best = process.extractOne(tidy, list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best else None


def homes(model: type[BaseModel], key: str) -> list[str]:
    """Dotted paths of the groups of keys that know this key: where it may have been meant to stand."""
    return [".".join(path) for path, names in _groups(model) if path and key in names]


def _groups(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    yield path, [_written(name, field) for name, field in model.model_fields.items()]
    for name, field in model.model_fields.items():
        for inner in _models_in(field.annotation):
            yield from _groups(inner, (*path, _written(name, field)))


def _model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    here: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or here is None:
            continue
        fields = {_written(name, field): field for name, field in here.model_fields.items()}
        inner = _models_in(fields[part].annotation) if part in fields else []
        here = inner[0] if inner else None
    return here


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _written(name: str, field: FieldInfo) -> str:
    return field.alias or name
