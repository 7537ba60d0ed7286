"""A file to give away: where it goes, and who makes it. Knowing it costs nothing; making it may."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.toolkit.tekst import Tekst


@dataclass(frozen=True)
class Bestand:
    """A file below `toolkit/`: its path, and how its bytes are made."""

    pad: str
    make: Callable[[], bytes] = field(compare=False, repr=False)

    @property
    def soort(self) -> str:
        """The ending of its name: `html`, `docx`, …"""
        return self.pad.rpartition(".")[2]


def text_files(base: str, tekst: Tekst, delen: Delen, gemeente: Gemeente) -> tuple[Bestand, ...]:
    """The text as a page of plain HTML and as plain text."""
    return (
        Bestand(f"{base}.html", partial(_page, tekst, delen, gemeente)),
        Bestand(f"{base}.txt", partial(_plain, tekst)),
    )


def _page(tekst: Tekst, delen: Delen, gemeente: Gemeente) -> bytes:
    return delen.render("_losse-tekst", gemeente, tekst.taal, losse_tekst=tekst).encode()


def _plain(tekst: Tekst) -> bytes:
    return (f"{tekst.eerste_regel}\n\n{tekst.tekst}" if tekst.eerste_regel else tekst.tekst).encode()
