"""What is known of every municipality: its data, its checks, and what stands published of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.state import Standen
from familiegroepsplan.cache import Cache
from familiegroepsplan.checks import check_gemeente
from familiegroepsplan.errors import Ernst, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.product import PRODUCTEN as ALLE_PRODUCTEN
from familiegroepsplan.project import Project
from familiegroepsplan.register import load_register
from familiegroepsplan.taal import TALEN
from familiegroepsplan.vertaling.staat import Staat, taalstaat

NO_PROVINCE = "Overig"
PRODUCTEN = ("site", "flyers", "toolkit")
"""What may stand published in a language, in the order of the page."""


@dataclass(frozen=True)
class Punt:
    """A thing that a person must look at: how bad, where, what is wrong, what to do."""

    ernst: str
    code: str
    plaats: str
    wat: str
    doe: str


@dataclass(frozen=True)
class Taalregel:
    """The texts of a language: how many blocks are in each state (Dutch: all are `bron`)."""

    taal: str
    naam: str
    aantallen: dict[str, int]


@dataclass(frozen=True)
class Gemeenteregel:
    """A municipality: `producten` are the languages in which each product stands published, `veranderd` says what
    changed since then; dates may be None: not known, or not published."""

    slug: str
    naam: str
    provincie: str
    voorbeeld: bool
    leesbaar: bool
    talen: tuple[str, ...]
    producten: dict[str, tuple[str, ...]]
    gepubliceerd_op: date | None
    veranderd: tuple[str, ...]
    verordening: str
    aanbieders: int
    herzien_voor: date | None
    herzien_te_laat: bool
    punten: tuple[Punt, ...]

    @property
    def fouten(self) -> int:
        """How many of its points keep it from being published."""
        return sum(punt.ernst == Ernst.FOUT for punt in self.punten)

    @property
    def waarschuwingen(self) -> int:
        """How many of its points are warnings."""
        return len(self.punten) - self.fouten


@dataclass(frozen=True)
class Overzicht:
    """The whole: made on a day, the languages, and every municipality by name."""

    dag: date
    talen: tuple[Taalregel, ...]
    gemeenten: tuple[Gemeenteregel, ...]
    register: dict[str, int]
    """How many municipalities each province has in the register."""


def read_overzicht(project: Project, inhoud: Inhoud, out: Path, today: date) -> Overzicht:
    """The state on a day of every municipality with a file; `out` is where sites are published."""
    paths = sorted(project.gemeenten.glob("*.yml"))
    gepubliceerd = Publicaties(
        Inputs(project, [p.naam for p in ALLE_PRODUCTEN]), Standen(Cache(project.cache), out.absolute())
    )
    rows = [_regel(path, project, inhoud, gepubliceerd, today) for path in paths]
    register = Counter(one.provincie for one in load_register().gemeenten)
    return Overzicht(
        today, tuple(_talen(inhoud)), tuple(sorted(rows, key=lambda row: row.naam.lstrip("'"))), dict(register)
    )


@dataclass(frozen=True)
class Publicaties:
    """What stands published in an output folder, and from what it was made."""

    inputs: Inputs
    standen: Standen

    def folder(self, slug: str) -> Path:
        """Where the site stands, if it does."""
        return self.standen.out / slug

    def moment(self, slug: str) -> datetime | None:
        """When the site was published; None where it is not."""
        if not (self.folder(slug) / "index.html").is_file():
            return None
        stand = self.standen.get(slug)
        return datetime.fromtimestamp(stand.moment if stand else self.folder(slug).stat().st_mtime, UTC)

    def changes(self, slug: str) -> Iterator[str]:
        """What differs now from what the site was made from, as far as that is known."""
        stand = self.standen.get(slug)
        if stand and stand.own != self.inputs.own(slug):
            yield "gegevens van de gemeente"
        if stand and stand.shared != self.inputs.shared:
            yield "teksten of uiterlijk"


def _talen(inhoud: Inhoud) -> Iterator[Taalregel]:
    for taal, known in TALEN.items():
        if taal == "nl":
            yield Taalregel(taal, known.naam, {"bron": len(inhoud.blokken["nl"])})
        else:
            counts = taalstaat(inhoud, taal).aantallen
            yield Taalregel(taal, known.naam, {staat.value: counts[staat] for staat in reversed(Staat)})


def _regel(path: Path, project: Project, inhoud: Inhoud, er: Publicaties, today: date) -> Gemeenteregel:
    gemeente, meldingen = read_gemeente(path, root=project.root)
    if gemeente is not None:
        meldingen = meldingen + check_gemeente(gemeente, project, inhoud, today)
    site, when = er.folder(path.stem), er.moment(path.stem)
    talen = gemeente.talen if gemeente else ()
    herzien = gemeente.herzien_voor if gemeente else None
    entry = load_register().by_code.get(gemeente.cbs_code) if gemeente else load_register().find(path.stem)
    return Gemeenteregel(
        slug=path.stem,
        naam=gemeente.naam if gemeente else entry.naam if entry else path.stem,
        provincie=entry.provincie if entry else NO_PROVINCE,
        voorbeeld=bool(gemeente and gemeente.voorbeeld),
        leesbaar=gemeente is not None,
        talen=talen,
        producten={naam: tuple(_languages(site, naam)) for naam in PRODUCTEN},
        gepubliceerd_op=when.date() if when else None,
        veranderd=tuple(_changes(path.stem, talen, inhoud, er)),
        verordening=_verordening(gemeente),
        aanbieders=len(gemeente.aanbieders) if gemeente else 0,
        herzien_voor=herzien,
        herzien_te_laat=bool(herzien and herzien < today),
        punten=tuple(_punten(meldingen)),
    )


def _punten(meldingen: Sequence[Melding]) -> Iterator[Punt]:
    for m in sorted(set(meldingen), key=lambda one: (one.ernst is not Ernst.FOUT, one)):
        yield Punt(m.ernst.value, m.code, str(m.plaats), f"{m.sleutel}: {m.wat}" if m.sleutel else m.wat, m.doe)


def _languages(site: Path, product: str) -> Iterator[str]:
    """The languages in which a product stands published."""
    for taal in TALEN:
        below = {
            "site": site / ("" if taal == "nl" else taal) / "index.html",
            "flyers": site / "flyers",
            "toolkit": site / "api" / taal / "blokken.json",
        }[product]
        there = any(below.glob(f"*-{taal}.pdf")) if product == "flyers" else below.is_file()
        if there:
            yield taal


def _changes(slug: str, talen: Sequence[str], inhoud: Inhoud, er: Publicaties) -> Iterator[str]:
    """What changed since the site was published: its data, and per language the texts of a later day."""
    moment = er.moment(slug)
    if moment is None:
        return
    yield from er.changes(slug)
    for taal in talen:
        logboek = inhoud.wijzigingen.get(taal, {}).values()
        changed = sum(bool(versies) and versies[-1].datum > moment.date() for versies in logboek)
        if changed:
            yield f"{changed} {'tekst' if changed == 1 else 'teksten'} ({taal})"


def _verordening(gemeente: Gemeente | None) -> str:
    if gemeente is None or gemeente.verordening is None:
        return "niet ingevuld"
    if not gemeente.verordening.artikelen:
        return "noemt het plan niet"
    return gemeente.verordening.status or "onbekend"
