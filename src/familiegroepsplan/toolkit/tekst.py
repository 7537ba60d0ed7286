"""A ready text: what somebody pastes, mails or prints, in the language that it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from familiegroepsplan.toolkit.fragment import as_markdown, as_text, bare_text, lower_headings
from familiegroepsplan.toolkit.losblok import Losblok, Losmaker
from familiegroepsplan.vertaling.staat import Staat

_BEFORE_HEADING = re.compile(r"(?=<h2[\s>])")
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>\s*", re.DOTALL)
_ORDER = (Staat.VEROUDERD, Staat.CONCEPT, Staat.NAGEKEKEN)


@dataclass(frozen=True)
class Tekst:
    """A text with its title (plain) and body (clean HTML, headings from `h2` down).

    `uitleg` says to whoever uses it how; it is no part of the text. `eerste_regel` stands above the body in plain
    text: the title, or the subject of a mail, or nothing.
    """

    naam: str
    taal: str
    titel: str
    html: str
    staat: Staat
    uitleg: str = ""
    bovenregel: str | None = None

    @property
    def eerste_regel(self) -> str:
        """What stands above the body in plain text."""
        return self.titel if self.bovenregel is None else self.bovenregel

    @cached_property
    def markdown(self) -> str:
        """The whole as Markdown, the title as its first heading."""
        return f"# {self.titel}\n\n{as_markdown(self.html)}"

    @cached_property
    def tekst(self) -> str:
        """The body as plain text."""
        return as_text(self.html, "> ")


def text_of(losmaker: Losmaker, naam: str, taal: str) -> Tekst | None:
    """A block as a ready text, its description as the instruction; None where the language lacks it."""
    found = losmaker.los(naam, taal)
    blok = losmaker.inhoud.blok(naam, taal)
    if found is None or blok is None:
        return None
    return Tekst(naam, taal, found.titel, found.html, found.staat, blok.kop.omschrijving)


def joined(naam: str, titel: str, blokken: Iterable[Losblok], delen: Iterable[str] = ()) -> Tekst:
    """The HTML of parts and then several blocks (at least one) as one text, each block under its own title."""
    parts = list(blokken)
    pieces = [f"<h2>{bare_text(blok.titel)}</h2>\n{lower_headings(blok.html)}" for blok in parts]
    staat = min((blok.staat for blok in parts), key=_ORDER.index, default=Staat.NAGEKEKEN)
    return Tekst(naam, parts[0].taal, titel, "\n".join([*delen, *pieces]), staat)


def pieces(losmaker: Losmaker, naam: str, taal: str) -> Iterator[Tekst]:
    """The parts of a block under its headings of level 2, each a text named by the end of the heading's id.

    Nothing where the language lacks the block.
    """
    whole, origin = text_of(losmaker, naam, taal), losmaker.inhoud.bron_blok(naam)
    if whole is None or origin is None:
        return
    ids = [kop.id.removeprefix(f"{naam}-") for kop in origin.koppen if kop.niveau == 2]
    found = [part for part in _BEFORE_HEADING.split(whole.html) if part.startswith("<h2")]
    for name, part in zip(ids, found, strict=False):
        heading = _HEADING.match(part)
        assert heading is not None
        titel = as_text(heading[1]).strip()
        yield Tekst(name, taal, titel, part[heading.end() :].strip(), whole.staat, whole.uitleg)
