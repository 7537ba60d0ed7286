"""One file to make: a flyer in one language for one gemeente, with its cache and its messages."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.print.bron import gemeente_place
from familiegroepsplan.print.codes import melding
from familiegroepsplan.print.compile import PastNiet, Tekenfout, Zetfout
from familiegroepsplan.print.data import Bron, flyer_data, missing_blocks
from familiegroepsplan.print.drukkleur import OnbekendeKleur
from familiegroepsplan.print.flyer import Flyer, Formaat
from familiegroepsplan.print.letters import font_folders
from familiegroepsplan.taal import TALEN
from familiegroepsplan.wholefile import write_whole

Maker = Callable[[Flyer, Mapping[str, Any], Path], bytes]
"""Makes a file from a flyer, its data and the folder of all flyers. Raises as `compile_pdf`."""


@dataclass(frozen=True)
class Soort:
    """A kind of file: where it goes below `flyers/`, its ending, who makes it, and of which sheets there is one.

    Files are cached under the name of their kind: it tells all that the bytes depend on beside the flyer's data.
    """

    naam: str
    map: str
    suffix: str
    maker: Maker
    formaten: Set[Formaat] = frozenset(Formaat)

    def path(self, flyer: str, taal: str) -> str:
        """The file below a site's folder: `flyers/basisvragen-nl.pdf`."""
        return "/".join(part for part in ("flyers", self.map, f"{flyer}-{taal}{self.suffix}") if part)


@dataclass(frozen=True)
class Gemaakt:
    """What became of one file: its bytes (None: not made), whether they came from the cache, messages."""

    inhoud: bytes | None
    hergebruikt: bool = False
    meldingen: tuple[Melding, ...] = ()


@dataclass(frozen=True)
class Werkplaats:
    """Where flyers are made: the folder of all flyers (content/flyers) and the folder of the cache."""

    flyers: Path
    cache: Path

    def make(self, soort: Soort, flyer: Flyer, taal: str, bron: Bron) -> Gemaakt:
        """The file, from the cache where nothing of it has changed. What is wrong comes as messages."""
        (made,) = self.make_kinds([soort], flyer, taal, bron)
        return made

    def make_kinds(self, soorten: Sequence[Soort], flyer: Flyer, taal: str, bron: Bron) -> Iterator[Gemaakt]:
        """The same flyer as each of these kinds, in order; it ends with the first that cannot be made."""
        if ontbreekt := missing_blocks(flyer, taal, bron.inhoud):
            yield Gemaakt(None, meldingen=(_missing(flyer, taal, ontbreekt),))
            return
        if not flyer.sjabloon.is_file():
            wat = f"{flyer.naam}: {flyer.sjabloon.name} is er niet"
            yield Gemaakt(None, meldingen=(melding("folder-sjabloon", gemeente_place(bron.gemeente), wat),))
            return
        gegevens = flyer_data(flyer, taal, bron)
        text = json.dumps([flyer.naam, gegevens], ensure_ascii=False, sort_keys=True)
        for soort in soorten:
            kept = self.cache / _key(f"{_tools(self.flyers)} {soort.naam} {text}")
            if kept.is_file():
                os.utime(kept)
                yield Gemaakt(kept.read_bytes(), hergebruikt=True)
                continue
            try:
                data = soort.maker(flyer, gegevens, self.flyers)
            except (PastNiet, Tekenfout, Zetfout, OnbekendeKleur) as error:
                yield Gemaakt(None, meldingen=tuple(_told(error, flyer, taal, bron)))
                return
            write_whole(kept, data)
            yield Gemaakt(data)


def _key(text: str) -> str:
    """The name of a file in the cache, from all that its bytes depend on."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{digest[:2]}/{digest}"


@lru_cache(maxsize=4)
def _tools(flyers: Path) -> str:
    """A digest of all layouts, of our own code, of the fonts and of the versions that make PDFs."""
    digest = hashlib.sha256()
    own = Path(__file__).parent
    sources = [*flyers.rglob("*.typ"), *own.glob("*.py"), *own.parent.joinpath("letters").iterdir()]
    for path in sorted(path for path in sources if path.is_file()):
        digest.update(path.read_bytes())
    fonts = [f"{path.name} {path.stat().st_size}" for folder in font_folders() for path in sorted(folder.glob("*.ttf"))]
    tools = [version(name) for name in ("typst", "pikepdf", "segno", "pillow")]
    digest.update("\n".join([*fonts, *tools]).encode())
    return digest.hexdigest()


def _missing(flyer: Flyer, taal: str, names: list[str]) -> Melding:
    pad = f"content/blocks/{taal}"
    code = "folder-blok" if taal == "nl" else "folder-vertaling"
    wat = f'folder "{flyer.naam}" is er niet in het {TALEN[taal].naam}; deze blokken ontbreken: {", ".join(names)}'
    return melding(code, Plaats(pad), wat)


def _told(error: Exception, flyer: Flyer, taal: str, bron: Bron) -> list[Melding]:
    place = gemeente_place(bron.gemeente)
    which = f'{bron.gemeente.naam}, folder "{flyer.naam}" in het {TALEN[taal].naam}'
    if isinstance(error, PastNiet):
        return [
            melding("folder-past-niet", place, f"{which}: {o.paneel} is {_mm(o.mm)} mm te vol") for o in error.overlopen
        ]
    if isinstance(error, Tekenfout):
        return [melding("folder-teken", place, f"{which}: {_first_line(error)}")]
    if isinstance(error, OnbekendeKleur):
        return [melding("drukwerk-kleur", place, f"{which}: {error}")]
    return [melding("folder-zetten", place, f"{which}: {_first_line(error)}", wie=Wie.ONTWIKKELAAR)]


def _mm(measure: float) -> str:
    return f"{measure:.1f}".replace(".", ",")


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0].removeprefix("error: ")
