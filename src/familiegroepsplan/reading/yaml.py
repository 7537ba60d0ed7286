"""YAML as plain data with positions, in the small part of YAML that people can oversee.

Every scalar stays text (`no`, `020`, `12:30`, `~`); an empty plain value is None. Refused are duplicate keys,
anchors, aliases, tags, directives, several documents and deep nesting: YAML 1.1 (https://yaml.org/spec/1.1/)
has more than a safe and clear data file needs. All faults of a file are found in one pass over PyYAML's
events; only a syntax error ends the reading.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

import yaml

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.reading.characters import code_point, forbidden_characters
from familiegroepsplan.reading.document import Document, KeyPath, Position, dotted
from familiegroepsplan.reading.faults import fault
from familiegroepsplan.reading.syntax import syntax_fault
from familiegroepsplan.reading.zinnen import zin

MAX_DEPTH = 10
"""Levels of keys and lists; the deepest of our own data is six."""

_MOST_FAULTS = 100
_AFTER_VALUE = re.compile(r"^[ ]*[^#\s][^\n]*[ \t]#[^\s#]", re.MULTILINE)
"""Something stuck to a hash after a value: a comment for YAML, seldom for the writer."""

_FAST: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml where PyYAML was built with it: the same events, many times faster."""

_SYNTAX_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
"""ValueError and OverflowError: PyYAML on an escape beyond Unicode or a directive with a huge number."""

_COMMENT_STUCK = re.compile(r"[ \t]+(#[^\s#]\S*)")


def parse_yaml(text: str, pad: str, *, first_line: int = 1) -> tuple[Document | None, list[Melding]]:
    """The data of a YAML text with the place of every key and value, and every fault in it.

    `pad` is the path for messages; `first_line` the line of the file on which the text begins. The document
    is there as far as it could be read, also when there are faults; it is None after a syntax error.
    """
    document, meldingen = _parsed(text, pad, first_line)
    return document, list(meldingen)


@lru_cache(maxsize=4)
def _parsed(text: str, pad: str, first_line: int) -> tuple[Document | None, tuple[Melding, ...]]:
    """The same; the last few are remembered, since a check asks for the positions of a file that was just read."""
    if "\t" in text or _AFTER_VALUE.search(text):
        # The parsers differ here: libyaml lets tabs pass, and ends an empty value before the comment.
        return parsed_in_python(text, pad, first_line)
    try:
        builder = _built(_FAST, text, pad, first_line)
    except _SYNTAX_ERRORS:
        return parsed_in_python(text, pad, first_line)
    return _result(builder)


def parsed_in_python(text: str, pad: str, first_line: int) -> tuple[Document | None, tuple[Melding, ...]]:
    """The same by PyYAML's own parser: slow, but it tells exactly where and why the syntax is wrong."""
    builder = _Builder(pad, first_line, text.split("\n"))
    loader = yaml.SafeLoader(text)
    try:
        _take_all(loader, builder)
    except _SYNTAX_ERRORS as error:
        mark = loader.get_mark()
        builder.meldingen.append(syntax_fault(error, mark, builder.lines, pad, first_line))
        builder.ended = True
    finally:
        loader.dispose()
    return _result(builder)


def _built(kind: type[Any], text: str, pad: str, first_line: int) -> "_Builder":
    builder = _Builder(pad, first_line, text.split("\n"))
    loader = kind(text)
    try:
        _take_all(loader, builder)
    finally:
        loader.dispose()
    return builder


def _take_all(loader: Any, builder: "_Builder") -> None:
    while loader.check_event():
        if not builder.take(loader.get_event()):
            builder.ended = True
            return


def _result(builder: "_Builder") -> tuple[Document | None, tuple[Melding, ...]]:
    document = None if builder.ended else Document(builder.root, builder.keys, builder.values)
    return document, tuple(builder.meldingen)


class _Mark(Protocol):
    """A place as PyYAML gives it, counted from 0."""

    line: int
    column: int


def _is_collection(event: yaml.Event) -> bool:
    return isinstance(event, yaml.CollectionStartEvent)


@dataclass
class _Level:
    """One open mapping or list: what it holds so far, and in a mapping the key that waits for its value."""

    path: KeyPath
    held: dict[str, object] | list[object]
    key: str | None = None
    refused_key: bool = False

    def next_path(self) -> KeyPath:
        return (*self.path, len(self.held) if isinstance(self.held, list) else self.key or "")

    def put(self, value: object) -> None:
        if isinstance(self.held, list):
            self.held.append(value)
        else:
            self.held[self.key or ""] = value
            self.key = None


@dataclass
class _Builder:
    """Takes events one by one and builds data, positions and messages."""

    pad: str
    first_line: int
    lines: list[str]
    root: object = None
    keys: dict[KeyPath, Position] = field(default_factory=dict)
    values: dict[KeyPath, Position] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)
    open: list[_Level] = field(default_factory=list)
    documents: int = 0
    ignored: int = 0
    """Open collections inside a refused key or its value; nothing in there counts."""
    ended: bool = False
    """Whether reading stopped before the end, so that there is no document."""

    def take(self, event: yaml.Event) -> bool:
        """Work one event in; False when reading on makes no sense."""
        if len(self.meldingen) >= _MOST_FAULTS:
            return False
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_anchor_and_tag(event)
            return self._node(event)
        return True

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._said("yaml-document", self._start(event))
            return False
        if event.version or event.tags:
            self._said("yaml-richtlijn", (self.first_line, 1))
        return True

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._said("yaml-verwijzing", self._start(event), naam=event.anchor)
            return
        if event.anchor:
            self._said("yaml-anker", self._start(event), naam=event.anchor)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self._said("yaml-tag", self._start(event))

    def _node(self, event: yaml.NodeEvent) -> bool:
        if _is_collection(event) and len(self.open) + self.ignored >= MAX_DEPTH:
            self._said("yaml-diepte", self._start(event), meeste=MAX_DEPTH)
            return False
        level = self.open[-1] if self.open else None
        if self.ignored:
            self.ignored += _is_collection(event)
        elif level and isinstance(level.held, dict) and level.key is None:
            self._key(event, level)
        elif level and level.refused_key:
            level.key, level.refused_key = None, False
            self.ignored += _is_collection(event)
        else:
            self._value(event, level)
        return True

    def _key(self, event: yaml.NodeEvent, level: _Level) -> None:
        if not isinstance(event, yaml.ScalarEvent) or not event.value.strip():
            empty = isinstance(event, yaml.ScalarEvent)
            self._said("yaml-sleutel-leeg" if empty else "yaml-sleutel-soort", self._start(event))
            level.key, level.refused_key = "", True
            self.ignored += _is_collection(event)
            return
        level.key = event.value.strip()
        path = level.next_path()
        if level.key != event.value:
            doe = "typ de spaties op deze regel opnieuw; gebruik geen vaste spatie (U+00A0)"
            self._fault("yaml-sleutel", self._start(event), "een spatie die bij de sleutel hoort", doe, path)
        level.refused_key = path in self.keys
        if level.refused_key:
            self._said("yaml-dubbel", self._start(event), path, regel=self.keys[path][0])
            return
        self.keys[path] = self._start(event)
        self._check_characters(event, path)

    def _value(self, event: yaml.NodeEvent, level: _Level | None) -> None:
        path = level.next_path() if level else ()
        self.values[path] = self._start(event)
        value: object = None
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, path)
        elif isinstance(event, yaml.CollectionStartEvent):
            held: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self.open.append(_Level(path, held))
            value = held
        if level:
            level.put(value)
        else:
            self.root = value

    def _close(self) -> None:
        if self.ignored:
            self.ignored -= 1
        else:
            self.open.pop()

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> str | None:
        if event.style is None:
            self._check_comment(event, path)
        self._check_characters(event, path)
        return event.value if event.value or event.style else None

    def _check_comment(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        line, column = self._end(event)
        source = self.lines[line - self.first_line] if line - self.first_line < len(self.lines) else ""
        stuck = _COMMENT_STUCK.match(source, column - 1)
        if stuck:
            naam = "hekje-in-tekst" if event.value else "hekje"
            whole = f"{event.value} {stuck[1]}".strip()
            self._said(naam, (line, stuck.start(1) + 1), path, hekje=stuck[1], waarde=whole)

    def _check_characters(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        """Refuse what an escape (`\\u202E`) brings in; the file's own characters were looked at before."""
        if event.style != '"':
            return
        for _, character, kind in forbidden_characters(event.value):
            if not any(character in line for line in self.lines):
                code = code_point(character)
                self._said("teken-ontsnapt", self._start(event), path, soort=kind, teken=code)
                return

    def _start(self, event: yaml.Event) -> Position:
        return self._position(event.start_mark)

    def _end(self, event: yaml.Event) -> Position:
        return self._position(event.end_mark)

    def _position(self, mark: _Mark | None) -> Position:
        if mark is None:
            return self.first_line, 1
        last = len(self.lines) - 1
        if mark.line > last:  # libyaml counts a line more at the end of a text whose last line is not ended
            return last + self.first_line, len(self.lines[last]) + 1
        return mark.line + self.first_line, mark.column + 1

    def _said(self, naam: str, at: Position, path: KeyPath = (), /, **woorden: object) -> None:
        code, wat, doe = zin(naam, **woorden)
        self._fault(code, at, wat, doe, path)

    def _fault(self, code: str, at: Position, wat: str, doe: str = "", path: KeyPath = ()) -> None:
        self.meldingen.append(fault(code, Plaats(self.pad, *at), dotted(path), wat, doe))
