"""The text of a block cut into pieces: the parts that a translator writes, and the Markdown around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_LINE = re.compile(r"((?:[ \t]*>)*)([ \t]*)([-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)?(.*)")
_PART = re.compile(r"\{\{[ \t]*(?:blok|deel)[ \t]*:[^{}]*\}\}")
_RULE = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_COLUMN = re.compile(r"[ \t]*:?-+:?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_NEXT_LINE = re.compile(r"\n(?:[ \t]*>)*[ \t]*")
_IN_CITAAT = " in een citaat"
_WHITE = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class Stuk:
    """A piece: what it is (in Dutch, for messages and to compare), its text, the fixed text before it.

    `start` is the position of its text; a piece that is not `vertaalbaar` is the same in every language.
    """

    vorm: str
    tekst: str
    voor: str
    start: int
    vertaalbaar: bool = True


@dataclass(frozen=True)
class Snede:
    """A text in pieces; `slot` is what follows the last one."""

    stukken: tuple[Stuk, ...]
    slot: str

    @property
    def vormen(self) -> list[str]:
        """What the pieces are, in order: equal for a text and a good translation of it."""
        return [stuk.vorm for stuk in self.stukken]

    @property
    def vertaalbaar(self) -> list[Stuk]:
        """The pieces that a translator writes."""
        return [stuk for stuk in self.stukken if stuk.vertaalbaar]


def tidy(text: str) -> str:
    """The text of a piece on one line, as Markdown reads it: line ends and double spaces are one space."""
    return _WHITE.sub(" ", text).strip(" ")


def compose(snede: Snede, teksten: Sequence[str]) -> str:
    """The text with its translatable pieces replaced by `teksten`, one for each."""
    given = iter(teksten)
    pieces = [stuk.voor + (next(given) if stuk.vertaalbaar else stuk.tekst) for stuk in snede.stukken]
    return "".join(pieces) + snede.slot


def cut(text: str) -> Snede:
    """The pieces of a Markdown text (with `\\n` line ends), white space around it left out."""
    stripped = text.strip("\n ")
    offset = text.find(stripped) if stripped else 0
    spans = list(_joined(stripped))
    ends = [0, *(span.end for span in spans)]
    stukken = tuple(
        Stuk(
            span.vorm,
            tidy(_NEXT_LINE.sub("\n", stripped[span.start : span.end])),
            stripped[end : span.start],
            offset + span.start,
            span.vertaalbaar,
        )
        for end, span in zip(ends, spans, strict=False)
    )
    return Snede(stukken, stripped[ends[-1] :] + "\n")


@dataclass(frozen=True)
class _Span:
    """A piece as a stretch of the text; `vervolgt`: a line without marker, that may belong to the piece before."""

    vorm: str
    start: int
    end: int
    vertaalbaar: bool = True
    vervolgt: bool = False


def _spans(text: str) -> Iterator[_Span]:
    position = 0
    for line in text.split("\n"):
        yield from _in_line(line, position)
        position += len(line) + 1


def _in_line(line: str, at: int) -> Iterator[_Span]:
    match = _LINE.fullmatch(line)
    assert match
    quote, indent, marker, rest = match[1], match[2], match[3] or "", match[4].rstrip()
    start = at + match.start(4)
    where = _IN_CITAAT if quote else ""
    if not rest and not marker:
        return
    if _PART.fullmatch(rest) or _RULE.fullmatch(marker + rest):
        yield _Span(f"regel {(marker + rest).strip()}", start - len(marker), start + len(rest), vertaalbaar=False)
    elif marker.startswith("#"):
        yield _heading(len(marker.strip()), rest, start, where)
    elif marker:
        soort = "nummer" if marker[0].isdigit() else "punt"
        deep = f", {len(indent)} spaties naar binnen" if len(indent) > 1 else ""
        yield _Span(f"{soort} van een lijst{deep}{where}", start, start + len(rest))
    elif rest.startswith("|"):
        yield from _cells(rest, start, where)
    else:
        yield _Span(f"alinea{where}", start, start + len(rest), vervolgt="|" not in rest)


def _heading(level: int, rest: str, start: int, where: str) -> _Span:
    text, anchor = rest, ""
    opening = rest.rfind("{")
    if rest.endswith("}") and rest[opening + 1 :].lstrip().startswith("#"):
        text, anchor = rest[:opening].rstrip(), f" {{{rest[opening + 1 : -1].strip()}}}"
    return _Span(f"kop van niveau {level}{anchor}{where}", start, start + len(text))


def _cells(rest: str, start: int, where: str) -> Iterator[_Span]:
    pipes = [match.start() for match in _PIPE.finditer(rest)]
    borders = pipes if pipes[-1] == len(rest) - 1 else [*pipes, len(rest)]
    cells = list(pairwise(borders))
    if all(_COLUMN.fullmatch(rest, left + 1, right) for left, right in cells):
        yield _Span(f"streepjes onder {len(cells)} kolommen{where}", start, start + len(rest), vertaalbaar=False)
        return
    for number, (left, right) in enumerate(cells, start=1):
        cell = rest[left + 1 : right]
        first = start + left + 1 + len(cell) - len(cell.lstrip())
        yield _Span(f"cel {number} van een rij{where}", first, first + len(cell.strip()))


def _joined(text: str) -> Iterator[_Span]:
    """The spans of a text, each line of running text put to the line before it."""
    open_span: _Span | None = None
    for span in _spans(text):
        if open_span and _continues(open_span, span, text):
            open_span = replace(open_span, end=span.end)
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span


def _continues(before: _Span, span: _Span, text: str) -> bool:
    runs_on = before.vorm.startswith(("alinea", "punt", "nummer")) and "|" not in text[before.start : before.end]
    same_quote = before.vorm.endswith(_IN_CITAAT) == span.vorm.endswith(_IN_CITAAT)
    return runs_on and same_quote and span.vervolgt and text.count("\n", before.end, span.start) == 1
