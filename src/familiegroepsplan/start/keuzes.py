"""What somebody chose in the talk, and the file that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.reading import parse_yaml, validate
from familiegroepsplan.register import RegisterGemeente


class Plek(StrEnum):
    """Where a site will be published."""

    NERGENS = "nog niet"
    GITHUB = "GitHub"
    GITLAB = "GitLab"
    SERVER = "eigen server"


@dataclass(frozen=True)
class Keuzes:
    """The answers; what was not answered is None."""

    gemeente: RegisterGemeente
    website: str | None = None
    talen: Sequence[str] = ("nl",)
    kleur: str | None = None
    linkkleur: str | None = None
    plek: Plek = Plek.NERGENS
    site_url: str | None = None

    @property
    def bestand(self) -> str:
        """The name of the file in content/municipalities/."""
        return f"{self.gemeente.slug}.yml"

    def text(self) -> str:
        """The text of the file, by the same code as `fgp new`."""
        named = {"kleur": self.kleur, "linkkleur": self.linkkleur}
        return new_gemeente_text(
            self.gemeente,
            website=self.website,
            site_url=self.site_url,
            talen=self.talen,
            huisstijl={key: value for key, value in named.items() if value},
        )

    def faults(self) -> list[Melding]:
        """What `fgp check` would call a fault in that file."""
        document, meldingen = parse_yaml(self.text(), self.bestand)
        return meldingen if document is None else meldingen + validate(Gemeente, document, pad=self.bestand)[1]
