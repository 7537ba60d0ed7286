"""The facts of a municipality as parts see them: their shape, stand-ins for them, and the facts themselves.

Parts are rendered once for all municipalities of which the facts that they ask for have the same shape: the same
ones present, lists of the same length, the same answers of a few words. All else is filled in afterwards.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.plaatshouder import Beeld, Bekeken, Plaatshouder, Teken
from familiegroepsplan.token import Token

LOOKED_INTO = frozenset({"talen", "status", "cbs_code"})
"""Facts of a few words, which templates may look into: they belong to the shape."""

Maker = Callable[[Any, str], str]

Vorm = object
"""The shape of a fact: hashable, and equal where a template cannot tell two facts apart."""


class Gegevens:
    """The facts of a municipality: its data as `gemeente`, and what else parts may ask, by name.

    `made` are the functions by which parts make something of a fact in a language.
    """

    def __init__(self, gemeente: Gemeente, more: Mapping[str, Any], made: Mapping[str, Maker]) -> None:
        self._roots: dict[str, Any] = {"gemeente": gemeente, **more}
        self._made = made
        self._vormen: dict[str, Vorm] = {}

    def vorm(self, naam: str) -> Vorm:
        """The shape of a fact by its name: `gemeente.contact`, `site_url`."""
        if naam not in self._vormen:
            self._vormen[naam] = shape(self.plain(naam), naam)
        return self._vormen[naam]

    def text(self, token: Token) -> str:
        """The text that a stand-in stands for."""
        pad, *made = token.naam.split(":")
        value = self._found(pad.split("."))
        for naam in made:
            value = self._made[naam](value, token.taal)
        return str(value)

    def plain(self, naam: str) -> Any:
        """A fact by its name, as it is."""
        return self._found(naam.split("."))

    def _found(self, names: list[str]) -> Any:
        value: Any = self._roots
        for name in names:
            if isinstance(value, Mapping):
                value = value[name]
            elif isinstance(value, tuple):
                value = value[int(name)]
            else:
                value = getattr(value, name)
        return value

    def stand_in(self, naam: str, teken: Teken) -> Any:
        """What stands in for a fact by its name while a part is rendered."""
        names = naam.split(".")
        return stand_in(self._found(names), names[-1], naam, teken)


def shape(value: Any, naam: str) -> Vorm:
    """The shape of a fact called `naam`."""
    if isinstance(value, Onderdeel):
        return tuple(shape(getattr(value, field), field) for field in type(value).model_fields)
    if isinstance(value, Mapping):
        return ("woorden", *((key, shape(one, naam)) for key, one in value.items()))
    if isinstance(value, tuple):
        return ("rij", *(shape(one, naam) for one in value))
    return ... if _stands_open(value, naam) else value


def stand_in(value: Any, naam: str, pad: str, teken: Teken) -> Any:
    """What stands in for a fact called `naam` at `pad`: the same structure, and stand-ins for what is only written."""
    if isinstance(value, Onderdeel):
        return Beeld(lambda name: stand_in(getattr(value, name), name, f"{pad}.{name}", teken))
    if isinstance(value, Mapping):
        return {key: stand_in(one, naam, f"{pad}.{key}", teken) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(stand_in(one, naam, f"{pad}.{at}", teken) for at, one in enumerate(value))
    if _stands_open(value, naam):
        return Plaatshouder(pad, teken)
    if value is None or isinstance(value, str | bool | int | Enum):
        return value
    raise Bekeken(pad)


def _stands_open(value: Any, naam: str) -> bool:
    is_written = isinstance(value, date) or (isinstance(value, str) and value != "" and not isinstance(value, Enum))
    return is_written and naam not in LOOKED_INTO
