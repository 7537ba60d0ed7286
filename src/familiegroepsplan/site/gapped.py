"""Text in UTF-8 with places for values in it, to be filled many times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from familiegroepsplan.site.template import Gap
from familiegroepsplan.token import TOKEN_START

START_OF_TOKEN = TOKEN_START.encode()


@dataclass(frozen=True, eq=False)
class Gapped:
    """Literal text and room for a value, in turn; and the keys of the values, in order."""

    frame: list[bytes]
    keys: tuple[str, ...]

    @cached_property
    def may_hold_token(self) -> bool:
        """Whether a token may have been left in the literal text."""
        return START_OF_TOKEN in b"\0".join(self.frame)

    def filled(self, values: Mapping[str, bytes]) -> bytes:
        """The text with these values, by the keys of the gaps."""
        out = self.frame.copy()
        out[1::2] = map(values.__getitem__, self.keys)
        return b"".join(out)


def gapped(pieces: Iterable[str | Gap]) -> Gapped:
    """These pieces as one text."""
    literals: list[str] = [""]
    keys = []
    for piece in pieces:
        if isinstance(piece, Gap):
            keys.append(piece.key)
            literals.append("")
        else:
            literals[-1] += piece
    frame = [part for literal in literals for part in (literal.encode(), b"")]
    return Gapped(frame[:-1], tuple(keys))


def joined(texts: Iterable[Gapped], start: bytes, end: bytes) -> Gapped:
    """Texts with commas in between, between `start` and `end`; empty ones are left out."""
    frame, keys = [start], list[str]()
    for at, text in enumerate(one for one in texts if one.keys or one.frame != [b""]):
        frame[-1] += b"," + text.frame[0] if at else text.frame[0]
        frame += text.frame[1:]
        keys += text.keys
    frame[-1] += end
    return Gapped(frame, tuple(keys))
