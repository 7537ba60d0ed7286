"""Asking in a terminal: one question at a time, until the answer can be used."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.console import Console

T = TypeVar("T")

YES, NO, BACK = ("ja", "j", "yes", "y"), ("nee", "n", "no"), "terug"


class Terug(Exception):
    """The reader wants to see the question before again."""


class Gesprek:
    """Asks and tells on a console. Ctrl-C and Ctrl-D come out as KeyboardInterrupt and EOFError."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def zeg(self, *regels: str) -> None:
        """Tell something; rich's markup is understood, so values must be escaped."""
        for regel in regels:
            self.console.print(regel, highlight=False)

    def vraag(self, tekst: str, lees: Callable[[str], T]) -> T:
        """The answer as `lees` gives it; where `lees` raises ValueError, its Dutch words are shown and we ask again.

        Raises Terug when the answer is `terug`.
        """
        self.zeg("", f"[bold]{tekst}[/]")
        while True:
            try:
                answer = self.console.input("> ").strip()
            except UnicodeDecodeError:
                answer = "\N{REPLACEMENT CHARACTER}"
            if answer.lower() == BACK:
                raise Terug
            try:
                return lees(answer)
            except ValueError as error:
                self.console.print(f"! {error}", markup=False, highlight=False)

    def kies(self, tekst: str, mogelijkheden: Sequence[tuple[str, T]]) -> T:
        """One of some possibilities, by its number; Enter is the first."""
        regels = [f"  {number}. {naam}" for number, (naam, _) in enumerate(mogelijkheden, 1)]

        def lees(answer: str) -> T:
            number = int(answer or "1") if answer.isdecimal() or not answer else 0
            if not 1 <= number <= len(mogelijkheden):
                raise ValueError(f"Typ een nummer van 1 tot en met {len(mogelijkheden)}, en druk op Enter.")
            return mogelijkheden[number - 1][1]

        return self.vraag("\n".join([f"{tekst}[/]", *regels, "[dim](Enter = 1)"]), lees)

    def ja(self, tekst: str) -> bool:
        """Yes or no; Enter is yes."""
        return self.vraag(f"{tekst}[/] [dim](Enter = ja)", _yes_or_no)


def _yes_or_no(answer: str) -> bool:
    if answer.lower() in ("", *YES):
        return True
    if answer.lower() in NO:
        return False
    raise ValueError("Typ ja of nee, en druk op Enter.")
