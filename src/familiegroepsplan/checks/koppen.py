"""Headings of a Markdown text: their form, their order, their ids."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.errors import Melding

DIEPST = 4
"""The deepest level an author may use: a block goes one level lower on its page, and h6 is the last."""

_MARKERS = re.compile(r"[ \t]*(?:(?:>|[*+-]|\d{1,9}[.)])[ \t]+|>)*[ \t]*")
_HASHES = re.compile(r"(#+)([ \t]*)(.*)")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_BRACES = re.compile(r"\{([^{}]*)\}[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")


@dataclass(frozen=True)
class Kop:
    """A heading: level, text and id (may be empty).

    `start` is its position, `id_start` to `id_end` its `{#…}` (equal when there is none).
    """

    niveau: int
    tekst: str
    id: str
    start: int
    id_start: int
    id_end: int
    vooraan: bool
    """Whether it stands at the start of its line with a space after its hashes, as it should."""


def find_koppen(text: str) -> list[Kop]:
    """Every line that Markdown makes a heading of, or an author may have meant as one, in order."""
    koppen, position = [], 0
    for line in text.split("\n"):
        markers = _MARKERS.match(line)
        before = markers.end() if markers else 0
        if match := _HASHES.fullmatch(line, before):
            koppen.append(_kop(match, position))
        position += len(line) + 1
    return koppen


def _kop(match: re.Match[str], line_start: int) -> Kop:
    hashes, space, rest = match.groups()
    braces = _BRACES.search(rest)
    anchor = braces[1].strip() if braces and braces[1].strip().startswith("#") else ""
    start, rest_start = line_start + match.start(), line_start + match.start(3)
    good = match.start() == 0 and bool(space or not rest) and len(hashes) <= 6
    if not braces or not anchor:
        return Kop(len(hashes), rest.strip(), "", start, start, start, good)
    span = rest_start + braces.start(), rest_start + braces.end()
    return Kop(len(hashes), rest[: braces.start()].strip(), anchor[1:], start, *span, good)


def check_koppen(tekst: Tekst, koppen: list[Kop], *, id_required: bool, taken: Mapping[str, str]) -> Iterator[Melding]:
    """What is wrong with the headings; `taken` are ids in use elsewhere, each with where."""
    yield from _underlined(tekst)
    previous, seen = 1, dict(taken)
    for kop in koppen:
        if not kop.vooraan:
            yield tekst.fault("md-kop-vorm", kop.start, "deze kop staat niet goed op zijn regel", _remedy(kop))
            continue
        yield from _level(tekst, kop, previous)
        yield from _id(tekst, kop, seen, id_required)
        previous = kop.niveau


def _remedy(kop: Kop) -> str:
    meant = f"{'#' * min(max(kop.niveau, 2), DIEPST)} {kop.tekst[:30]}"
    return f"schrijf '{meant}' vooraan op een eigen regel; geen kop? Zet er \\ voor"


def _level(tekst: Tekst, kop: Kop, previous: int) -> Iterator[Melding]:
    if not kop.tekst.strip("*_`# "):
        yield tekst.fault("md-kop-leeg", kop.start, "deze kop is leeg")
    if kop.niveau == 1:
        yield tekst.fault("md-kop-h1", kop.start, "een kop met één # is de titel van de pagina")
    elif kop.niveau > DIEPST:
        yield tekst.fault("md-kop-diep", kop.start, f"een kop met {kop.niveau} keer # is te diep")
    elif kop.niveau > previous + 1:
        wat = f"na niveau {previous} volgt niveau {kop.niveau}: daar zit een niveau tussen"
        yield tekst.fault("md-kop-niveau", kop.start, wat, f"maak er {'#' * (previous + 1)} van")


def _id(tekst: Tekst, kop: Kop, seen: dict[str, str], required: bool) -> Iterator[Melding]:
    if kop.id_start == kop.start:
        if required:
            yield tekst.fault("md-kop-id-ontbreekt", kop.start, "deze kop heeft geen id")
    elif not _ID.fullmatch(kop.id):
        yield tekst.fault("md-kop-id-vorm", kop.id_start, f'"{kop.id[:60]}" kan geen id zijn')
    elif kop.id in seen:
        yield tekst.fault("md-kop-id-dubbel", kop.id_start, f'het id "{kop.id}" is al {seen[kop.id]}')
    else:
        seen[kop.id] = "van een andere kop in deze tekst"


def _underlined(tekst: Tekst) -> Iterator[Melding]:
    """Headings made by a line of = or - under a text: Markdown knows them, our ids and levels do not."""
    position, previous = 0, ""
    for line in tekst.inhoud.split("\n"):
        if previous.strip() and _UNDERLINE.fullmatch(line) and "|" not in previous:
            start = position - len(previous) - 1
            doe = "schrijf ## ervoor; bedoelt u een lijn, zet er dan een lege regel tussen"
            yield tekst.fault("md-kop-vorm", start, "een streep hieronder maakt van deze regel een kop", doe)
        position += len(line) + 1
        previous = line
