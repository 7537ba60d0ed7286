"""A parsed file: plain data, and for every key and value the place where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
        return _nearest(self.keys, self.values, path, pad)

    def value_place(self, path: KeyPath, pad: str) -> Plaats:
        """Where the value begins; for what is not in the file, the nearest enclosing key."""
        if path in self.values:
            return Plaats(pad, *self.values[path])
        return _nearest(self.keys, self.values, path, pad)


def _nearest(
    keys: Mapping[KeyPath, Position], values: Mapping[KeyPath, Position], path: KeyPath, pad: str
) -> Plaats:
    for length in range(len(path), -1, -1):
        position = keys.get(path[:length]) or values.get(path[:length])
        if position:
            return Plaats(pad, *position)
    return Plaats(pad, 1, 1)


def dotted(path: KeyPath) -> str:
    """The path as people write it, list items counted from 1: `aanbieders[1].url` is the first one's url."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text
