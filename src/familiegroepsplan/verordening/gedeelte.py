"""The part of a municipality's file below `verordening:`, cut out and put back; the rest is never touched."""

from dataclasses import dataclass, replace

from familiegroepsplan.errors import Gebruikersfout, Plaats
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.reading import Document
from familiegroepsplan.verordening.regels import melding

SLEUTEL = "verordening"


@dataclass(frozen=True)
class Gedeelte:
    """A file in three: what stands before the part, the part (empty: not yet there), what stands after it."""

    voor: tuple[str, ...]
    regels: tuple[str, ...]
    na: tuple[str, ...]

    def text(self) -> str:
        """The whole file again."""
        return "".join(f"{line}\n" for line in (*self.voor, *self.regels, *self.na))

    def with_lines(self, lines: list[str]) -> "Gedeelte":
        """The same file with another part; a new part gets a blank line before it."""
        blank = ("",) if not self.regels and self.voor and self.voor[-1].strip() else ()
        return replace(self, voor=(*self.voor, *blank), regels=tuple(lines))


def cut_out(text: str, document: Document, pad: str) -> Gedeelte:
    """The file cut around the part; a file without it is cut where the part belongs by the order of the model.

    Raises Gebruikersfout when the key does not stand at the beginning of a line of its own.
    """
    lines = text.removesuffix("\n").split("\n")
    starts = {str(path[0]): position for path, position in document.keys.items() if len(path) == 1}
    if SLEUTEL not in starts:
        end = _end_of_predecessor(lines, starts)
        return Gedeelte(tuple(lines[:end]), (), tuple(lines[end:]))
    line, column = starts[SLEUTEL]
    begin = line - 1
    if column != 1 or not lines[begin].startswith(SLEUTEL) or "{" in lines[begin].split("#")[0]:
        wat = "'verordening' staat niet vooraan op een eigen regel"
        raise Gebruikersfout([melding("verordening-plek", Plaats(pad, line, column), wat, sleutel=SLEUTEL)])
    end = _end(lines, begin, starts)
    return Gedeelte(tuple(lines[:begin]), tuple(lines[begin:end]), tuple(lines[end:]))


def _end_of_predecessor(lines: list[str], starts: dict[str, tuple[int, int]]) -> int:
    """Behind the last key that stands before `verordening` in the model and is in the file."""
    order = list(Gemeente.model_fields)
    before = [key for key in order[: order.index(SLEUTEL)] if key in starts]
    last = max(before, key=lambda key: starts[key], default=None)
    return len(lines) if last is None else _end(lines, starts[last][0] - 1, starts)


def _end(lines: list[str], begin: int, starts: dict[str, tuple[int, int]]) -> int:
    """Where the part that begins at a line ends: blank lines and comments at the margin belong to what follows."""
    end = min((line - 1 for line, _ in starts.values() if line - 1 > begin), default=len(lines))
    while end > begin + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith(("#", "..."))):
        end -= 1
    return end
