"""The rules of screening: content/screening.yml as data, with its patterns ready to use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model, value_error
from familiegroepsplan.screen.patroon import Patroon, Patroonfout, compile_pattern

Soort = Literal["vereist", "ongewenst"]
Prioriteit = Literal["hoog", "midden", "laag"]
Lezer = Literal["gezin", "professional"]
Manier = Literal["tekst", "plek", "zin", "vaktaal", "lengte", "leesbaarheid"]

MAX_BYTES = 200_000


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Regel(_Data):
    """A rule: what a text must say (vereist) or must not say (ongewenst), why, and what to use instead.

    `manier` says how it looks: in the whole text (`tekst`), under one heading (`plek`), in a sentence (`zin`,
    `vaktaal`, `lengte`), or at how the text reads (`leesbaarheid`).
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)
    soort: Soort
    prioriteit: Prioriteit
    manier: Manier
    wat: str = Field(min_length=1, max_length=200)
    waarom: str = Field(min_length=1, max_length=600)
    bron: tuple[str, ...] = Field(min_length=1)
    blok: str = Field(pattern=r"^[a-z0-9-]+(#[a-z0-9-]+)?$")
    lezers: tuple[Lezer, ...] = ("gezin", "professional")
    patronen: tuple[str, ...] = ()
    behalve: tuple[str, ...] = ()
    nabij: tuple[str, ...] = ()
    kop: tuple[str, ...] = ()
    elders_dan: str = ""
    ook_vragen: Literal["ja", "nee"] = "nee"
    ook_ontkend: Literal["ja", "nee"] = "nee"
    citaat_telt: Literal["ja", "nee"] = "nee"
    hoogstens: int = 0
    liever: dict[str, str] = {}


class Screening(_Data):
    """The file content/screening.yml: word groups by name, wording that keeps its distance, and the rules.

    `afstand` is in the sentence itself; `afstand_ervoor` in the heading above it or the sentence that leads up to it.
    """

    woordgroepen: dict[str, tuple[str, ...]]
    afstand: tuple[str, ...] = ()
    afstand_ervoor: tuple[str, ...] = ()
    regels: tuple[Regel, ...] = Field(min_length=1)

    @field_validator("regels")
    @classmethod
    def _once(cls, regels: tuple[Regel, ...]) -> tuple[Regel, ...]:
        ids = [regel.id for regel in regels]
        for name in ids:
            if ids.count(name) > 1:
                raise value_error(
                    "waarde-vorm", f'de regel "{name}" staat er twee keer', "geef een van de twee een andere id"
                )
        return regels

    @model_validator(mode="after")
    def _understood(self) -> Self:
        wrong = [problem for regel in self.regels for problem in _problems(self, regel)]
        for text in (*self.afstand, *self.afstand_ervoor):
            wrong += _pattern_problem("afstand", text, self.woordgroepen)
        if wrong:
            raise value_error("waarde-vorm", "; ".join(wrong), "verbeter het patroon of de woordgroep")
        return self


@dataclass(frozen=True)
class Zoekregel:
    """A rule with its patterns compiled."""

    regel: Regel
    patronen: tuple[Patroon, ...]
    behalve: tuple[Patroon, ...]
    nabij: tuple[Patroon, ...]
    kop: tuple[Patroon, ...]
    ervoor: tuple[Patroon, ...] = ()


def read_screening(project: Project) -> tuple[tuple[Zoekregel, ...], list[Melding]]:
    """The rules of the project in the order of the file; none, and why, when the file cannot be used."""
    path = project.content / "screening.yml"
    screening, meldingen = read_model(path, Screening, root=project.root, max_bytes=MAX_BYTES, wie=Wie.REDACTIE)
    if screening is None:
        return (), meldingen
    return tuple(_compiled(screening, regel) for regel in screening.regels), meldingen


def _problems(screening: Screening, regel: Regel) -> Iterator[str]:
    """What is wrong with a rule: patterns that cannot be understood, another rule that isn't there."""
    for text in (*regel.patronen, *regel.behalve, *regel.nabij, *regel.kop):
        yield from _pattern_problem(f'regel "{regel.id}"', text, screening.woordgroepen)
    if regel.elders_dan and regel.elders_dan not in {other.id for other in screening.regels}:
        yield f'regel "{regel.id}": de regel "{regel.elders_dan}" is er niet'


def _pattern_problem(name: str, text: str, groepen: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    try:
        compile_pattern(text, groepen)
    except Patroonfout as error:
        yield f'{name}, "{text}": {error}'


def _compiled(screening: Screening, regel: Regel) -> Zoekregel:
    def patterns(texts: tuple[str, ...]) -> tuple[Patroon, ...]:
        return tuple(compile_pattern(text, screening.woordgroepen) for text in texts)

    unwanted = regel.soort == "ongewenst"
    return Zoekregel(
        regel,
        patterns(regel.patronen),
        patterns((*regel.behalve, *(screening.afstand if unwanted else ()))),
        patterns(regel.nabij),
        patterns(regel.kop),
        patterns(screening.afstand_ervoor if unwanted else ()),
    )
