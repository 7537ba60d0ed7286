"""What became of a municipality in a run."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from familiegroepsplan.errors import Ernst, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente


@dataclass(frozen=True)
class Resultaat:
    """What became of one municipality: where its site stands (None: not published), pages, seconds of work.

    `reused` counts the pages that did not have to be written anew; `gemeente` is there when its file could be read.
    """

    slug: str
    folder: Path | None
    pages: int = 0
    seconds: float = 0.0
    meldingen: list[Melding] = field(default_factory=list)
    reused: int = 0
    gemeente: Gemeente | None = None

    @property
    def errors(self) -> list[Melding]:
        """The messages that kept it from being published."""
        return errors_among(self.meldingen)


def errors_among(meldingen: Sequence[Melding]) -> list[Melding]:
    """Only the messages that are errors."""
    return [m for m in meldingen if m.ernst is Ernst.FOUT]
