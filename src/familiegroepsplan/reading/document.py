"""A parsed file: plain data, and for every key and value the place where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from familiegroepsplan.errors import Plaats

KeyPath = tuple[str | int, ...]
"""The way to a value from the top: `("aanbieders", 1, "url")`; list positions count from 0."""

Position = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True)
class Document:
    """Data as written (dict, list, str, or None for an empty value) with its positions.

    `keys` gives where a key stands, `values` where its value begins; the root has path `()`.
    """

    data: object
    keys: Mapping[KeyPath, Position] = field(default_factory=dict)
    values: Mapping[KeyPath, Position] = field(default_factory=dict)

    def key_place(self, path: KeyPath, pad: str) -> Plaats:
        """Where the key stands; for a list item where the item begins."""
        for length in range(len(path), -1, -1):
            position = self.keys.get(path[:length]) or self.values.get(path[:length])
            if position:
                return Plaats(pad, *position)
        return Plaats(pad, 1, 1)

    def value_place(self, path: KeyPath, pad: str) -> Plaats:
        """Where the value begins; for what is not in the file, the nearest text or key that encloses it."""
        for length in range(len(path), -1, -1):
            outer = path[:length]
            if outer in self.values and (length == len(path) or isinstance(self._found(outer), str)):
                return Plaats(pad, *self.values[outer])
        return self.key_place(path, pad)

    def _found(self, path: KeyPath) -> object:
        here: Any = self.data
        for part in path:
            here = here[part]
        return here


def dotted(path: KeyPath) -> str:
    """The path as people write it, list items counted from 1: `aanbieders[1].url` is the first one's url."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text
