"""The register of the 342 gemeenten of 2026: name, CBS code, province, TOOI identifier.

Source: CBS, Gemeentelijke indeling op 1 januari 2026 (`gemeenten-2026.csv`, beside this module).
TOOI: https://standaarden.overheid.nl/tooi.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from rapidfuzz import fuzz

from familiegroepsplan.register.slug import plain, slugify

_ALSO_CALLED = {
    "Den Haag": ("'s-Gravenhage", "s-Gravenhage", "The Hague"),
    "'s-Hertogenbosch": ("Den Bosch", "s-Hertogenbosch"),
    "Súdwest-Fryslân": ("Zuidwest-Friesland",),
    "Noardeast-Fryslân": ("Noordoost-Friesland",),
    "De Fryske Marren": ("De Friese Meren",),
    "Dantumadiel": ("Dantumadeel",),
    "Tytsjerksteradiel": ("Tietjerksteradeel",),
    "Nuenen, Gerwen en Nederwetten": ("Nuenen",),
}


@dataclass(frozen=True)
class RegisterGemeente:
    """A gemeente as the register knows it; `cbs_code` has four digits."""

    cbs_code: str
    naam: str
    provincie: str

    @property
    def tooi(self) -> str:
        """The TOOI identifier: the address that stands for this gemeente in government data."""
        return f"https://identifier.overheid.nl/tooi/id/gemeente/gm{self.cbs_code}"

    @property
    def slug(self) -> str:
        """The name as file name and address; unique in the register (a test holds this)."""
        return slugify(self.naam)

    @property
    def also_called(self) -> tuple[str, ...]:
        """Other names under which people know this gemeente; not necessarily unique."""
        without_suffix = self.naam.split(" (")[0]
        return (*_ALSO_CALLED.get(self.naam, ()), *([without_suffix] if without_suffix != self.naam else []))

    def is_called(self, naam: str) -> bool:
        """Whether this is one of its names, capitals and diacritics aside."""
        return plain(naam) in {plain(name) for name in (self.naam, *self.also_called)}


@dataclass(frozen=True)
class Register:
    """All gemeenten, to be found by code or by name."""

    gemeenten: tuple[RegisterGemeente, ...]

    @cached_property
    def by_code(self) -> dict[str, RegisterGemeente]:
        """The gemeenten by CBS code."""
        return {gemeente.cbs_code: gemeente for gemeente in self.gemeenten}

    @cached_property
    def _by_name(self) -> dict[str, RegisterGemeente]:
        others = [(plain(name), gemeente) for gemeente in self.gemeenten for name in gemeente.also_called]
        times = Counter(name for name, _ in others)
        unique = {name: gemeente for name, gemeente in others if times[name] == 1}
        slugs = {gemeente.slug: gemeente for gemeente in self.gemeenten}
        return slugs | unique | {plain(gemeente.naam): gemeente for gemeente in self.gemeenten}

    def find(self, naam: str) -> RegisterGemeente | None:
        """The gemeente with this name, slug or other name; None if there is none or several (`Bergen`)."""
        return self._by_name.get(plain(naam))

    def nearest(self, naam: str, n: int = 3) -> list[RegisterGemeente]:
        """The gemeenten whose names look most like this one, best first."""
        wanted = plain(naam)

        def likeness(gemeente: RegisterGemeente) -> float:
            return max(fuzz.ratio(wanted, plain(name)) for name in (gemeente.naam, *gemeente.also_called))

        return sorted(self.gemeenten, key=likeness, reverse=True)[:n]


@cache
def load_register() -> Register:
    """The register that ships with the package."""
    source = files("familiegroepsplan.register") / "gemeenten-2026.csv"
    rows = csv.DictReader(source.read_text("utf-8").splitlines(), delimiter=";")
    return Register(tuple(RegisterGemeente(**row) for row in rows))


def find(naam: str) -> RegisterGemeente | None:
    """`Register.find` in the register that ships with the package."""
    return load_register().find(naam)


def nearest(naam: str, n: int = 3) -> list[RegisterGemeente]:
    """`Register.nearest` in the register that ships with the package."""
    return load_register().nearest(naam, n)
