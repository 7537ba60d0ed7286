"""What the start page says of one municipality: its name, its province, and in which languages its site is there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.register import load_register
from familiegroepsplan.register.slug import plain
from familiegroepsplan.taal import TALEN

NO_PROVINCE = "Overig"
"""Where a municipality stands that the register does not know: a pilot, a region."""


@dataclass(frozen=True)
class Vermelding:
    """A published site; `zoek` holds its names as a search compares them, `talen` those in which it really is there."""

    slug: str
    naam: str
    provincie: str
    talen: tuple[str, ...]
    voorbeeld: bool
    zoek: str

    def adres(self, taal: str) -> str:
        """Where the site begins in a language, below the platform; in Dutch where it lacks the language."""
        return f"{self.slug}/{taal}/" if taal != BRON_TAAL and taal in self.talen else f"{self.slug}/"


def published(out: Path, gemeenten: Iterable[Gemeente]) -> list[Vermelding]:
    """Every site that stands in `out`, by name.

    A site whose file can no longer be read is still there; then the register gives its name.
    """
    known = {gemeente.slug: gemeente for gemeente in gemeenten}
    found = {*known, *(one.slug for one in load_register().gemeenten)}
    there = (_vermelding(out / slug, known.get(slug)) for slug in found if (out / slug / "index.html").is_file())
    return sorted(there, key=lambda one: plain(one.naam).lstrip("'"))


def _vermelding(folder: Path, gemeente: Gemeente | None) -> Vermelding:
    register = load_register()
    entry = register.by_code.get(gemeente.cbs_code) if gemeente else register.find(folder.name)
    naam = gemeente.naam if gemeente else entry.naam if entry else folder.name
    names = dict.fromkeys(plain(one) for one in (naam, *((entry.naam, *entry.also_called) if entry else ())))
    return Vermelding(
        folder.name,
        naam,
        entry.provincie if entry else NO_PROVINCE,
        tuple(_talen(folder)),
        gemeente.voorbeeld if gemeente else True,
        " | ".join(names),
    )


def _talen(folder: Path) -> Iterator[str]:
    return (taal for taal in TALEN if taal == BRON_TAAL or (folder / taal / "index.html").is_file())
