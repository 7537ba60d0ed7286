"""Typst: data and a template in, a PDF or pictures out.

All text travels as JSON in `sys.inputs.gegevens`; nothing of it is ever read as markup. Fonts are named,
the moment is in the data, nothing is fetched: the same input gives the same bytes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from familiegroepsplan.print.letters import fonts

STANDAARDEN = ("a-2a", "ua-1")
"""PDF/A-2a (ISO 19005-2, level A: keeps, tagged) and PDF/UA-1 (ISO 14289-1: accessible) together."""

_OVERLOOP = re.compile(r"FGP-OVERLOOP ([^\n]*?) FGP-EINDE")
_TEKEN = re.compile(r"could not be displayed|no glyph|unknown font family|not supported by.*font", re.IGNORECASE)


@dataclass(frozen=True)
class Overloop:
    """A panel whose text does not fit, even in the smallest letter: how many mm it is too long."""

    paneel: str
    mm: float


class PastNiet(Exception):
    """Some panels are too full; raised instead of losing text."""

    def __init__(self, overlopen: list[Overloop]) -> None:
        super().__init__(", ".join(f"{o.paneel}: {o.mm:.1f} mm" for o in overlopen))
        self.overlopen = overlopen


class Tekenfout(Exception):
    """A letter of the text is in none of the fonts."""


class Zetfout(Exception):
    """Typst stopped or warned for another reason: a fault of ours in template or data."""


def compile_pdf(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path) -> bytes:
    """The tagged web PDF of `sjabloon` (a file below `root`) with this data. Raises PastNiet, Tekenfout, Zetfout."""
    (pdf,) = _compile(sjabloon, gegevens, root, {"format": "pdf", "pdf_standards": list(STANDAARDEN)})
    return pdf


def compile_loose_pdf(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path) -> bytes:
    """The same, tagged but held to no standard: for files that are worked on afterwards."""
    (pdf,) = _compile(sjabloon, gegevens, root, {"format": "pdf"})
    return pdf


def compile_png(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path, ppi: float) -> list[bytes]:
    """A picture of every page, at `ppi` pixels per inch. Raises as compile_pdf."""
    return _compile(sjabloon, gegevens, root, {"format": "png", "ppi": ppi})


@lru_cache(maxsize=4)
def _compiler(root: Path) -> typst.Compiler:
    """One compiler per process: fonts and templates are read once."""
    return typst.Compiler(root=str(root), font_paths=fonts())


def _compile(sjabloon: Path, gegevens: Mapping[str, Any], root: Path, options: dict[str, Any]) -> list[bytes]:
    inputs = {"gegevens": json.dumps(gegevens, ensure_ascii=False, sort_keys=True)}
    try:
        result, warnings = _compiler(root).compile_with_warnings(
            input=str(sjabloon), sys_inputs=inputs, timestamp=gegevens["moment"], **options
        )
    except typst.TypstError as error:
        raise _explained(error) from error
    if warnings:
        raise _sorted_out("; ".join(warning.message for warning in warnings))
    if result is None:
        raise Zetfout("Typst gave nothing")
    return result if isinstance(result, list) else [result]


def _explained(error: typst.TypstError) -> Exception:
    found = _OVERLOOP.search(error.message)
    if not found:
        return _sorted_out(error.diagnostic or error.message)
    rows = json.loads(found[1].replace('\\"', '"'))
    return PastNiet([Overloop(row["paneel"], row["mm"]) for row in rows])


def _sorted_out(message: str) -> Exception:
    return Tekenfout(message) if _TEKEN.search(message) else Zetfout(message)
