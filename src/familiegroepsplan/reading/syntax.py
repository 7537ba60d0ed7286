"""PyYAML's syntax errors in Dutch, with the place where a person must look.

PyYAML tells what its scanner met; these rules tell what the writer most likely forgot.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.reading.faults import fault


class _Case(NamedTuple):
    """One syntax error: PyYAML's two texts, the marks (from 0) that go with them, the lines of the text."""

    context: str
    problem: str
    opened: tuple[int, int]
    at: tuple[int, int]
    lines: list[str]

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""


class _Finding(NamedTuple):
    code: str
    at: tuple[int, int]
    wat: str
    doe: str = ""


def syntax_fault(error: Exception, mark: yaml.Mark, lines: list[str], pad: str, first_line: int) -> Melding:
    """A message for a PyYAML error; `mark` is where the scanner stood, for errors that name no place."""
    case = _case(error, mark, lines)
    finding = next(filter(None, (rule(case) for rule in _RULES)))
    line, column = finding.at
    line = min(line, max(len(lines) - 1, 0))
    doe = finding.doe
    if "\u00a0" in case.line(line):
        doe = "vervang de vaste spatie (U+00A0) op deze regel door een gewone spatie"
    place = Plaats(pad, line + first_line, min(column, len(case.line(line))) + 1)
    return fault(finding.code, place, "", finding.wat, doe)


def _case(error: Exception, mark: yaml.Mark, lines: list[str]) -> _Case:
    here = mark.line, mark.column
    if not isinstance(error, yaml.MarkedYAMLError):
        return _Case("", type(error).__name__, here, here, lines)
    at = error.problem_mark or error.context_mark or mark
    opened = error.context_mark or at
    place, start = (at.line, at.column), (opened.line, opened.column)
    return _Case(error.context or "", error.problem or "", start, place, lines)


def _tab(case: _Case) -> _Finding | None:
    line = case.line(case.at[0])
    indent = re.match(r"[ ]*\t", line)
    if "'\\t'" in case.problem or (indent and case.at[1] >= indent.end() - 1):
        column = indent.end() - 1 if indent else case.at[1]
        return _Finding("yaml-tab", (case.at[0], column), "een tab waar spaties horen")
    return None


def _quote(case: _Case) -> _Finding | None:
    if "quoted scalar" not in case.context or "escape" in case.problem:
        return None
    wat = "het aanhalingsteken dat hier opent, wordt niet gesloten"
    return _Finding("yaml-aanhalingstekens", case.opened, wat, "zet aan het eind van de tekst hetzelfde teken")


def _escape(case: _Case) -> _Finding | None:
    if "escape" not in case.problem and case.problem not in ("ValueError", "OverflowError"):
        return None
    wat = "een backslash die hier iets anders betekent dan u bedoelt"
    return _Finding("yaml-ontsnapping", case.at, wat)


def _text_after_quote(case: _Case) -> _Finding | None:
    before = case.line(case.at[0])[: case.at[1]].rstrip()
    if "expected <block end>" not in case.problem or "<scalar>" not in case.problem or before[-1:] not in "'\"":
        return None
    if not before:
        return None
    wat = "er staat nog tekst na het aanhalingsteken sluiten"
    doe = "zet de hele waarde tussen aanhalingstekens; schrijf een ' daarbinnen als '' of gebruik \" eromheen"
    return _Finding("yaml-aanhalingstekens", case.at, wat, doe)


def _bracket(case: _Case) -> _Finding | None:
    if "flow" in case.context and "expected ','" in case.problem:
        sign = case.line(case.opened[0])[case.opened[1] : case.opened[1] + 1]
        return _Finding("yaml-haken", case.opened, f"de {sign} die hier opent, wordt niet goed gesloten")
    closing = re.search(r"found '([\]},])'", case.problem)
    if closing:
        wat = f"een {closing[1]} op een plek waar die niet hoort"
        doe = "verwijder het teken, of zet de tekst tussen aanhalingstekens"
        return _Finding("yaml-haken", case.at, wat, doe)
    return None


def _sign(case: _Case) -> _Finding | None:
    found = re.search(r"found character '(.+)' that cannot start", case.problem)
    if not found:
        return None
    return _Finding("yaml-teken", case.at, f"een waarde kan niet beginnen met {found[1]}")


def _block_text(case: _Case) -> _Finding | None:
    if "block scalar" not in case.context:
        return None
    wat = "na | of > hoort de tekst pas op de volgende regel te beginnen"
    return _Finding(
        "yaml-teken", case.at, wat, "begin de tekst op een nieuwe regel, of zet hem tussen aanhalingstekens"
    )


def _anchor_or_tag(case: _Case) -> _Finding | None:
    if "anchor" in case.context or "alias" in case.context or "alias" in case.problem:
        return _Finding("yaml-anker", case.opened, "een waarde die met & of * begint", _QUOTE)
    if "tag" in case.context or "tag" in case.problem:
        return _Finding("yaml-tag", case.opened, "een waarde die met ! begint", _QUOTE)
    return None


def _directive(case: _Case) -> _Finding | None:
    if "directive" in case.context or "directive" in case.problem or "YAML document" in case.problem:
        return _Finding("yaml-richtlijn", case.at, "een regel die met % begint")
    if "document start" in case.problem:
        return _Finding("yaml-vorm", case.at, "tekst na het einde van de gegevens", "verwijder deze tekst")
    return None


def _missing_colon(case: _Case) -> _Finding | None:
    if "could not find expected ':'" in case.problem:
        return _no_colon(case, case.opened[0])
    if "mapping values" not in case.problem:
        return None
    number, column = case.at
    before = case.line(number)[:column]
    if re.search(r":\s", before):
        wat = "een tweede dubbele punt op dezelfde regel"
        return _Finding("yaml-dubbele-punt", case.at, wat, "zet de waarde tussen aanhalingstekens")
    previous = number - 1
    while previous >= 0 and not case.line(previous).strip():
        previous -= 1
    above = case.line(previous)
    if above.strip() and not re.search(r":(\s|$)", above) and _indent(above) == _indent(before):
        return _no_colon(case, previous)
    return _Finding("yaml-inspringen", (number, _indent(before)), "deze regel springt niet goed in", _INDENT)


def _no_colon(case: _Case, number: int) -> _Finding:
    line = case.line(number)
    wat = "op deze regel ontbreekt een dubbele punt met een spatie erachter"
    return _Finding("yaml-dubbele-punt", (number, _indent(line)), wat)


def _indentation(case: _Case) -> _Finding | None:
    if case.line(case.at[0])[case.at[1] :].startswith(": "):
        return _Finding("yaml-sleutel", case.at, "een lege sleutel")
    if "sequence entries" in case.problem:
        wat = "een streepje op een plek waar geen lijst kan beginnen"
        return _Finding("yaml-inspringen", case.at, wat, "begin de lijst op een nieuwe regel")
    if "expected <block end>" in case.problem:
        at = case.at[0], _indent(case.line(case.at[0]))
        return _Finding("yaml-inspringen", at, "deze regel springt niet goed in", _INDENT)
    return None


def _other(case: _Case) -> _Finding:
    doe = f"kijk naar deze regel en de regel erboven: leestekens en inspringen ({case.problem[:80]})"
    return _Finding("yaml-syntaxis", case.at, "hier klopt de YAML niet", doe)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_QUOTE = "zet de tekst tussen aanhalingstekens"
_INDENT = "laat sleutels die bij elkaar horen even ver inspringen, met spaties"
_RULES: tuple[Callable[[_Case], _Finding | None], ...] = (
    _tab,
    _escape,
    _quote,
    _text_after_quote,
    _bracket,
    _sign,
    _block_text,
    _anchor_or_tag,
    _directive,
    _missing_colon,
    _indentation,
    _other,
)
