"""A Markdown text as the checks look at it: with its place in the file and who has to mend it."""

from dataclasses import dataclass

from familiegroepsplan.blok import BRON_TAAL, Blok
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.names import PLACEHOLDER

GEMASKEERD = "\ue000"
"""Stands for every character of a `{{ … }}` in a masked text; readers refuse it in files, so it is free."""


@dataclass(frozen=True)
class Tekst:
    """The body of a file; `eerste_regel` is the line of the file on which it begins."""

    inhoud: str
    pad: str
    eerste_regel: int
    wie: Wie

    @property
    def masked(self) -> str:
        """The text with every `{{ … }}` blotted out, length and line ends kept."""
        return PLACEHOLDER.sub(lambda match: _blot(match[0]), self.inhoud)

    def place(self, position: int) -> Plaats:
        """The place in the file of character `position`."""
        line = self.eerste_regel + self.inhoud.count("\n", 0, position)
        return Plaats(self.pad, line, position - self.inhoud.rfind("\n", 0, position))

    def fault(self, code: str, position: int, wat: str, doe: str = "") -> Melding:
        """A message about what stands at `position`."""
        return melding(code, self.place(position), wat, doe, wie=self.wie)


def text_of(blok: Blok) -> Tekst:
    """The text of a block: its editors mend the Dutch one, translators the others."""
    wie = Wie.REDACTIE if blok.taal == BRON_TAAL else Wie.VERTALER
    return Tekst(blok.tekst, blok.pad, blok.eerste_regel, wie)


def _blot(text: str) -> str:
    return "".join("\n" if character == "\n" else GEMASKEERD for character in text)
