"""A block: one text on one subject in one language, a Markdown file with front matter."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.gemeente.veldtypen import Datum
from familiegroepsplan.reading import read_with_front_matter, shown_path

BRON_TAAL = "nl"
MAX_BLOK_BYTES = 64_000
"""Size limit of a block; the largest of ours is about 20 kB."""
_ID = r"\{[ \t]{0,9}+#([^}\s]{1,200}+)[ \t]{0,9}+\}[ \t]*+$"
_NO_ID = f"(?!{_ID.replace('(', '(?:')})"
HEADING = re.compile(
    rf"^(#{{1,6}})[ \t]++((?:(?:{_NO_ID}[^ \t\n])++(?:[ \t]++(?=[^ \t\n]){_NO_ID})?+)*+)[ \t]*+(?:{_ID}|$)",
    re.MULTILINE,
)
"""A heading: its marks, its text, its id (may be missing). Nothing in it goes back over what it has read, so that a
line of any length takes time in proportion to its length."""


Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
"""By which a translation knows the Dutch text that it translates: see `text_hash`."""


class Vorm(StrEnum):
    """How a block is shown: running text, fold-out questions, pairs, stories, quotes or link cards."""

    TEKST = "tekst"
    VRAGEN = "vragen"
    PAREN = "paren"
    VERHALEN = "verhalen"
    CITATEN = "citaten"
    KAARTEN = "kaarten"


class _Kop(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    titel: str = Field(min_length=1, max_length=120)
    menu: str = Field(default="", max_length=40)
    omschrijving: str = Field(default="", max_length=200)


class BlokKop(_Kop):
    """The front matter of a Dutch block.

    `kleine_wijziging_van` are the hashes of earlier texts of which translations still hold: since then
    only small corrections were made.
    """

    doelgroep: Literal["gezin", "professional"]
    bronnen: tuple[str, ...] = ()
    gecontroleerd_op: Datum | None = None
    vervangbaar: Literal["ja", "nee"] = "nee"
    vorm: Vorm = Vorm.TEKST
    kleine_wijziging_van: tuple[Hash, ...] = ()


class VertalingKop(_Kop):
    """The front matter of a translation; `vertaling_van` is the hash of the Dutch text it was made from."""

    vertaling_van: Hash
    status: Literal["concept", "nagekeken"] = "concept"
    nagekeken_door: str = Field(default="", max_length=120)
    nagekeken_op: Datum | None = None


@dataclass(frozen=True)
class Kopregel:
    """A heading in a block: level (1 to 6), text, its explicit id (may be empty), line in the file."""

    niveau: int
    tekst: str
    id: str
    regel: int


@dataclass(frozen=True)
class Blok:
    """A block as read; `eerste_regel` is the line of the file on which `tekst` begins."""

    naam: str
    taal: str
    kop: BlokKop | VertalingKop
    tekst: str
    pad: str
    eerste_regel: int

    @cached_property
    def hash(self) -> str:
        """Twelve hex digits of the text alone: front matter and white space do not count."""
        return text_hash(self.tekst)

    @cached_property
    def koppen(self) -> list[Kopregel]:
        """The headings of the text, in order."""
        return [Kopregel(len(m[1]), m[2], m[3] or "", self.line_at(m.start())) for m in HEADING.finditer(self.tekst)]

    def line_at(self, position: int) -> int:
        """The line of the file on which character `position` of the text stands."""
        return self.eerste_regel + self.tekst.count("\n", 0, position)

    def place_at(self, position: int) -> Plaats:
        """The place in the file of character `position` of the text."""
        column = position - (self.tekst.rfind("\n", 0, position) + 1) + 1
        return Plaats(self.pad, self.line_at(position), column)


def is_actueel(vertaling: Blok, origineel: Blok) -> bool:
    """Whether a translation still holds: made from the Dutch text of now, or from one before small corrections."""
    assert isinstance(vertaling.kop, VertalingKop) and isinstance(origineel.kop, BlokKop)
    return vertaling.kop.vertaling_van in (origineel.hash, *origineel.kop.kleine_wijziging_van)


def text_hash(text: str) -> str:
    """The hash by which a translation knows the Dutch text that it translates."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def read_blok(path: Path, taal: str, *, root: Path) -> tuple[Blok | None, list[Melding]]:
    """The block in `path`, or what is wrong with it."""
    model: type[BlokKop | VertalingKop] = BlokKop if taal == BRON_TAAL else VertalingKop
    kop, parts, meldingen = read_with_front_matter(path, model, root=root, max_bytes=MAX_BLOK_BYTES)
    if kop is None or parts is None:
        return None, meldingen
    return Blok(path.stem, taal, kop, parts.body, shown_path(path, root), parts.body_first_line), meldingen
