"""Files that a gemeente's YAML names: relative paths inside the folder of that YAML file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo, WithJsonSchema

from familiegroepsplan.gemeente.teksten import Taalcode, in_dutch
from familiegroepsplan.reading import value_error, zin_error
from familiegroepsplan.taal import TAALCODES

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_LONGEST = 200


@dataclass(frozen=True)
class Vindplaats:
    """Where a gemeente is read from: its slug, and the folder in which the files it names must lie."""

    slug: str
    folder: Path


def _checker(suffixes: tuple[str, ...]) -> Callable[[str, ValidationInfo], str]:
    def check(value: str, info: ValidationInfo) -> str:
        _check_form(value, suffixes)
        if isinstance(info.context, Vindplaats):
            try:
                _check_file(value, info.context.folder)
            except OSError:
                raise value_error("bestand-onleesbaar", f"{value} is niet te lezen") from None
        return value

    return check


def _check_form(value: str, suffixes: tuple[str, ...]) -> None:
    if "\\" in value:
        raise zin_error("pad-backslash", pad=value.replace("\\", "/"))
    if value.startswith(("/", "~")) or re.match(r"[A-Za-z]+:", value):
        raise zin_error("pad-begin")
    parts = value.split("/")
    if ".." in parts or "." in parts:
        raise zin_error("pad-punten")
    if not all(_NAME.fullmatch(part) for part in parts):
        raise zin_error("pad-tekens")
    if PurePosixPath(value).suffix.lower() not in suffixes:
        raise zin_error("bestand-soort", pad=value, eindes=" of ".join(suffixes))


def _check_file(value: str, folder: Path) -> None:
    path = folder / value
    inside = folder.resolve()
    steps = [path, *path.parents][: len(PurePosixPath(value).parts)]
    if any(step.is_symlink() for step in steps) or not path.resolve().is_relative_to(inside):
        raise value_error("bestand-koppeling", f"{value} is of bevat een koppeling (symlink)")
    if not path.exists():
        raise value_error(
            "bestand-ontbreekt",
            f"het bestand {value} is er niet",
            f"zet het in {folder.name}/ of verbeter het pad",
        )
    if not path.is_file():
        raise value_error("bestand-soort", f"{value} is geen gewoon bestand")


def _schema(suffixes: tuple[str, ...]) -> dict[str, object]:
    endings = "|".join(suffix.lstrip(".") for suffix in suffixes)
    vorm = f"pad van een bestand ({', '.join(suffixes)})"
    return {
        "type": "string",
        "maxLength": _LONGEST,
        "pattern": rf"^[A-Za-z0-9_-].*\.({endings})$",
        "x-vorm": vorm,
        "x-soort": "bestand",
        "x-eindes": list(suffixes),
    }


_Pad = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=_LONGEST)]
_LOGO, _TOKENS, _DRUKPROFIEL, _MARKDOWN = (".svg", ".png", ".jpg", ".jpeg"), (".json",), (".icc", ".icm"), (".md",)

LogoBestand = Annotated[_Pad, AfterValidator(_checker(_LOGO)), WithJsonSchema(_schema(_LOGO))]
"""Path of a logo (SVG or PNG), relative to the folder of the YAML file."""

TokensBestand = Annotated[_Pad, AfterValidator(_checker(_TOKENS)), WithJsonSchema(_schema(_TOKENS))]
"""Path of design tokens (JSON)."""

DrukprofielBestand = Annotated[_Pad, AfterValidator(_checker(_DRUKPROFIEL)), WithJsonSchema(_schema(_DRUKPROFIEL))]
"""Path of a printer's colour profile (ICC)."""

MarkdownBestand = Annotated[_Pad, AfterValidator(_checker(_MARKDOWN))]
"""Path of a text (Markdown)."""

MarkdownPerTaal = Annotated[
    dict[Taalcode, MarkdownBestand],
    BeforeValidator(in_dutch),
    WithJsonSchema(
        {
            "x-naam": "MarkdownPerTaal",
            "anyOf": [
                _schema(_MARKDOWN),
                {
                    "type": "object",
                    "additionalProperties": False,
                    "minProperties": 1,
                    "properties": {code: _schema(_MARKDOWN) for code in TAALCODES},
                },
            ],
            "x-vorm": "pad van een tekst (.md) per taal, of één pad voor het Nederlands",
        }
    ),
]
"""Paths of texts per language; a path alone is the Dutch text."""
