"""Stand-ins for the values of a municipality, with which a part is rendered once for all of them.

A stand-in is a string that may be written, and never looked into: what a template does with it must be the same
whatever the value is. Where a template does look into one, `Bekeken` tells, and the part is rendered with the real
values instead.
"""

from collections.abc import Callable
from typing import Any

from familiegroepsplan.token import Soort, Token

WRITTEN = frozenset(
    "__new__ __init__ __class__ __doc__ __dict__ __module__ __weakref__ __getattribute__ __getattr__ __setattr__ "
    "__delattr__ __init_subclass__ __subclasshook__ __reduce__ __reduce_ex__ __getnewargs__ __getstate__ __dir__ "
    "__sizeof__ __repr__ __str__ __format__ __add__ __rmod__".split()
)
"""What writing a string takes; all else looks into it."""


class Bekeken(Exception):
    """A template looked into a value that only the municipality knows."""


class Plaatshouder(str):
    """The value at a path (`gemeente.contact.naam`): its text is what `teken` makes of the token for it."""

    __slots__ = ("pad", "teken")

    pad: str
    teken: "Teken"

    def __new__(cls, pad: str, teken: "Teken", taal: str = "") -> "Plaatshouder":
        """A stand-in for the value at `pad`; `taal` when it is made anew in each language."""
        self = super().__new__(cls, teken(Token(Soort.GEGEVEN, taal, pad)))
        self.pad, self.teken = pad, teken
        return self

    def __bool__(self) -> bool:
        """A value that is there is never empty."""
        return True

    def as_made_by(self, naam: str, taal: str = "") -> "Plaatshouder":
        """A stand-in for what the function called `naam` makes of the value."""
        return Plaatshouder(f"{self.pad}:{naam}", self.teken, taal)


class Beeld:
    """A group of facts as a part sees it: what it asks for, `give` gives."""

    def __init__(self, give: Callable[[str], Any]) -> None:
        self._give = give

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._give(name)


Teken = Callable[[Token], str]
"""Gives the text that stands in for a value."""


def _refuse(name: str) -> Callable[..., Any]:
    def refuse(self: Plaatshouder, *_: object, **__: object) -> Any:
        raise Bekeken(f"{name} of {self.pad}")

    return refuse


for _name in vars(str).keys() - WRITTEN:
    setattr(Plaatshouder, _name, _refuse(_name))
