"""The outcome of a run over any number of sources: what is open, what was dismissed, what could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.screen.aanbod import Aanbod, check_rules, offer
from familiegroepsplan.screen.afgedaan import Afgedaan, Afgedane, parted
from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.brontekst import Brontekst
from familiegroepsplan.screen.oordeel import Bevinding, Maatstaf, Oordeel, judge, missing
from familiegroepsplan.screen.regel import Lezer, read_screening
from familiegroepsplan.screen.vaktaal import read_woordenschat


@dataclass(frozen=True)
class Uitslag:
    """What a run found. `ontbreekt` holds for all texts together, `bevindingen` are sentences in each."""

    maatstaf: Maatstaf
    oordelen: tuple[Oordeel, ...]
    ontbreekt: tuple[Bevinding, ...]
    bevindingen: tuple[Bevinding, ...]
    afgedaan: tuple[Afgedane, ...]
    meldingen: tuple[Melding, ...]
    aanbod: Mapping[str, Aanbod]

    @property
    def open(self) -> tuple[Bevinding, ...]:
        """Everything that still asks for somebody's attention."""
        return (*self.ontbreekt, *self.bevindingen)

    @property
    def fouten(self) -> int:
        """How many open findings have a high priority."""
        return sum(one.regel.prioriteit == "hoog" for one in self.open)

    @property
    def waarschuwingen(self) -> int:
        """How many open findings have a lower priority."""
        return len(self.open) - self.fouten

    def about(self, bron: str) -> list[Bevinding]:
        """The open sentences of one source."""
        return [one for one in self.bevindingen if one.bron == bron]


def load_maatstaf(project: Project, inhoud: Inhoud, lezer: Lezer) -> tuple[Maatstaf, list[Melding]]:
    """What texts are held against; the messages say what is wrong with the rules themselves."""
    regels, meldingen = read_screening(project)
    woordenschat, about_words = read_woordenschat(project, inhoud)
    return Maatstaf(regels, woordenschat, lezer), [*meldingen, *check_rules(regels, inhoud), *about_words]


def read_sources(names: Sequence[str]) -> tuple[list[Brontekst], list[Melding]]:
    """The texts of all sources that can be read, and a message for each of the others."""
    texts: list[Brontekst] = []
    meldingen: list[Melding] = []
    for name in dict.fromkeys(names):
        text, found = read_source(name)
        texts += [text] if text else []
        meldingen += found
    return texts, meldingen


def screen_texts(
    texts: Sequence[Brontekst],
    maatstaf: Maatstaf,
    inhoud: Inhoud,
    afgedaan: Mapping[str, Afgedaan],
    meldingen: Sequence[Melding] = (),
) -> Uitslag:
    """Hold the texts against the rules, together and each by itself; `meldingen` are those of reading them."""
    oordelen = tuple(judge(text, maatstaf) for text in texts)
    absent, absent_closed = parted(missing(oordelen, maatstaf), afgedaan)
    found, found_closed = parted([one for oordeel in oordelen for one in oordeel.bevindingen], afgedaan)
    used = {one.regel.id: one.regel for one in (*absent, *found)}
    offers = {name: text for name, regel in used.items() if (text := offer(regel, inhoud))}
    return Uitslag(
        maatstaf, oordelen, tuple(absent), tuple(found), (*absent_closed, *found_closed), tuple(meldingen), offers
    )
