"""Typst: data and a template in, a PDF or pictures out.

All text travels as JSON; nothing of it is ever read as markup. A template reads it from two files that exist in memory
alone: /eigen.json holds the gemeente's own (`gegevens["eigen"]`), /gegevens.json all the rest. Fonts are named, the
moment is in the data, nothing is fetched: the same input gives the same bytes.

Typst remembers what it laid out in the last ten runs, as long as nothing that it was laid out from has changed. So
the same flyer in the same language, for one gemeente after the other, takes a third of the time. What keeps that so:
no data in `sys.inputs` (each library is another one), the gemeente's own in a file apart, colours as placeholders
(`verf`), and in templates nothing of the gemeente in a style or captured by `context`.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from pikepdf import Pdf

from familiegroepsplan.print.bewaren import opened, pdf_bytes
from familiegroepsplan.print.letters import fonts
from familiegroepsplan.print.verf import paint, placeholders

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
    return painted(typeset_pdf(sjabloon, gegevens, root=root), gegevens)


def compile_loose_pdf(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path) -> bytes:
    """The same, tagged but held to no standard: for files that are worked on afterwards."""
    (pdf,) = _compile(sjabloon, _in_placeholders(gegevens), root, {"format": "pdf"})
    return painted(pdf, gegevens)


def typeset_pdf(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path) -> bytes:
    """What Typst makes of it: the web PDF with placeholders for its colours, to be `painted`. Raises as compile_pdf."""
    options = {"format": "pdf", "pdf_standards": list(STANDAARDEN)}
    (pdf,) = _compile(sjabloon, _in_placeholders(gegevens), root, options)
    return pdf


def painted(pdf: bytes, gegevens: Mapping[str, Any], finish: Callable[[Pdf], None] | None = None) -> bytes:
    """The PDF in its own colours; `finish` may work on it before it is written. The same input gives the same bytes."""
    with opened(pdf) as document:
        paint(document, gegevens.get("palet", {}))
        if finish:
            finish(document)
        return pdf_bytes(document, fix_metadata_version=False)


def typeset_svg(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path) -> list[str]:
    """Every page as SVG with placeholders for its colours. After `typeset_pdf` of the same all layout is remembered."""
    return [page.decode() for page in _compile(sjabloon, _in_placeholders(gegevens), root, {"format": "svg"})]


def draw_svg(svg: str, vel: str, *, root: Path, ppi: float) -> bytes:
    """A PNG of `vel`, a template that shows /beeld.svg, at `ppi` pixels per inch."""
    files = {"main.typ": vel.encode(), "beeld.svg": svg.encode()}
    (png,) = _run(files, root, {"format": "png", "ppi": ppi, "timestamp": 0})
    return png


def compile_png(sjabloon: Path, gegevens: Mapping[str, Any], *, root: Path, ppi: float) -> list[bytes]:
    """A picture of every page, at `ppi` pixels per inch. Raises as compile_pdf."""
    return _compile(sjabloon, gegevens, root, {"format": "png", "ppi": ppi})


def use_one_core() -> None:
    """Have Typst use no more than this process's own core, for a process that has not set anything yet."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")


@lru_cache(maxsize=4)
def _compiler(root: Path) -> typst.Compiler:
    """One compiler per process: fonts and templates are read once."""
    return typst.Compiler(root=str(root), font_paths=fonts())


def _in_placeholders(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    return {**gegevens, "palet": placeholders(gegevens.get("palet", {}))}


def _compile(sjabloon: Path, gegevens: Mapping[str, Any], root: Path, options: dict[str, Any]) -> list[bytes]:
    main = f"#include {json.dumps(f'/{sjabloon.relative_to(root).as_posix()}', ensure_ascii=False)}"
    shared = {key: value for key, value in gegevens.items() if key != "eigen"}
    files = {"main.typ": main.encode(), "gegevens.json": _json(shared), "eigen.json": _json(gegevens.get("eigen", {}))}
    return _run(files, root, {"timestamp": gegevens["moment"], **options})


def _run(files: Mapping[str, bytes], root: Path, options: dict[str, Any]) -> list[bytes]:
    """What Typst makes of main.typ, with these files in memory and all that lies below `root`."""
    given: Any = dict(files)  # typst-py takes several files, but its types do not tell so.
    try:
        result, warnings = _compiler(root).compile_with_warnings(input=given, **options)
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


def _json(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
