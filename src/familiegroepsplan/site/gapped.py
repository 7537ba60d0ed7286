"""Text in UTF-8 with places for values in it, to be filled many times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from familiegroepsplan.site.template import Gap


@dataclass(frozen=True, eq=False)
class Gapped:
    """Literal text and room for a value, in turn; and the keys of the values, in order."""

    frame: list[bytes]
    keys: tuple[str, ...]

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
