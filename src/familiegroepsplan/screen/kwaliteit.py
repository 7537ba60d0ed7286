"""How well the rules do on the sample texts of the project: what they find of what was planted, and what too much.

The samples stand in tests/screen: `voorbeelden` served in writing the rules, the rules were not
fitted to `apart`. Rules that only count (long sentences, the readability score) are left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from familiegroepsplan.errors import Gebruikersfout, Wie
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.brontekst import Brontekst
from familiegroepsplan.screen.oordeel import Bevinding, Maatstaf, judge, missing
from familiegroepsplan.screen.uitslag import load_maatstaf

PROEVEN = ("voorbeelden", "apart")
_VERWACHT = ".verwacht.yml"
_TELLEND = frozenset({"lengte", "leesbaarheid"})


class Verwachting(BaseModel):
    """What should be found in a sample: by rule a piece of each sentence, and the rules it does not meet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verzonnen: Literal["ja"]
    zinnen: dict[str, tuple[str, ...]]
    ontbreekt: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Proef:
    """A sample text with what should be found in it."""

    naam: str
    tekst: Brontekst
    verwachting: Verwachting


@dataclass(frozen=True)
class Meting:
    """How many should be found, how many were, and how many of those rightly."""

    verwacht: int
    gevonden: int
    terecht: int

    @property
    def precisie(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.terecht / self.gevonden if self.gevonden else 1.0

    @property
    def vangst(self) -> float:
        """The share of what should be found that was (recall); 1 when there was nothing to find."""
        return self.terecht / self.verwacht if self.verwacht else 1.0

    def __add__(self, other: "Meting") -> "Meting":
        return Meting(self.verwacht + other.verwacht, self.gevonden + other.gevonden, self.terecht + other.terecht)


@dataclass(frozen=True)
class Kwaliteit:
    """The figures for one set of samples: unwanted sentences, and parts that are missing."""

    teksten: int
    zinnen: Meting
    onderdelen: Meting


def screen_quality(project: Project) -> Mapping[str, Kwaliteit]:
    """The figures by set (`voorbeelden`, `apart`); a set without samples is left out.

    Raises Gebruikersfout when the rules, the texts of the project or a sample cannot be read.
    """
    maatstaf, meldingen = load_maatstaf(project, load_inhoud(project), "gezin")
    if meldingen:
        raise Gebruikersfout(meldingen)
    found = {naam: _quality(read_proeven(project, naam), maatstaf) for naam in PROEVEN}
    return {naam: kwaliteit for naam, kwaliteit in found.items() if kwaliteit.teksten}


def read_proeven(project: Project, naam: str) -> list[Proef]:
    """The samples of a set, by name; raises Gebruikersfout when one cannot be read."""
    folder = project.root / "tests" / "screen" / naam
    return [_read(path, project.root) for path in sorted(folder.glob(f"*{_VERWACHT}"))]


def compare(found: Iterable[Bevinding], verwachting: Verwachting) -> tuple[Meting, list[str]]:
    """The figures for the sentences of one sample, and in words what is missing and what is too much."""
    open_ = [(rule, piece) for rule, pieces in verwachting.zinnen.items() for piece in pieces]
    expected, wrong, count = len(open_), [], 0
    for one in found:
        count += 1
        hit = next((pair for pair in open_ if pair[0] == one.regel.id and pair[1].lower() in one.zin.lower()), None)
        if hit:
            open_.remove(hit)
        else:
            wrong.append(f"te veel: {one.regel.id}: {one.zin}")
    wrong += [f"gemist: {rule}: {piece}" for rule, piece in open_]
    return Meting(expected, count, expected - len(open_)), wrong


def _quality(proeven: list[Proef], maatstaf: Maatstaf) -> Kwaliteit:
    zinnen = onderdelen = Meting(0, 0, 0)
    counting = {zoek.regel.id for zoek in maatstaf.regels if zoek.regel.manier in _TELLEND}
    for proef in proeven:
        oordeel = judge(proef.tekst, maatstaf)
        patterns = {rule: pieces for rule, pieces in proef.verwachting.zinnen.items() if rule not in counting}
        judged = [one for one in oordeel.bevindingen if one.regel.id not in counting]
        zinnen += compare(judged, proef.verwachting.model_copy(update={"zinnen": patterns}))[0]
        if proef.verwachting.ontbreekt is not None:
            absent = {one.regel.id for one in missing([oordeel], maatstaf)}
            expected = set(proef.verwachting.ontbreekt)
            onderdelen += Meting(len(expected), len(absent), len(absent & expected))
    return Kwaliteit(len(proeven), zinnen, onderdelen)


def _read(path: Path, root: Path) -> Proef:
    stem = path.name.removesuffix(_VERWACHT)
    verwachting, meldingen = read_model(path, Verwachting, root=root, wie=Wie.ONTWIKKELAAR)
    source = next((p for p in sorted(path.parent.glob(f"{stem}.*")) if p != path), path)
    tekst, unread = read_source(str(source))
    if verwachting is None or tekst is None:
        raise Gebruikersfout([*meldingen, *unread])
    return Proef(stem, tekst, verwachting)
