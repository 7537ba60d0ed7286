"""A picture as the readers give it, or why they refuse it."""

from dataclasses import dataclass

LARGEST = 4000
"""Pixels that a PNG or JPEG may have in width and in height; more takes a phone too much memory."""

_SMALLEST = 24
_FLATTEST, _TALLEST = 16.0, 0.125


@dataclass(frozen=True)
class Beeld:
    """A picture fit to publish: its bytes, media type, and width through height.

    `weggelaten` names in Dutch what was taken out for safety; `letters`: the SVG still holds live text.
    """

    inhoud: bytes
    mediatype: str
    verhouding: float
    weggelaten: tuple[str, ...] = ()
    letters: bool = False


@dataclass(frozen=True)
class Weigering:
    """Why a picture is refused: code of the rule, what is wrong, what to do (empty: as the rule says)."""

    code: str
    wat: str
    doe: str = ""


def ratio_problem(breedte: float, hoogte: float) -> Weigering | None:
    """What is wrong with the shape of a logo: it must fit in the head of a page (1:8 to 16:1)."""
    if _TALLEST <= breedte / hoogte <= _FLATTEST:
        return None
    wat = f"het logo is {breedte:g} bij {hoogte:g}: te lang en te smal voor de kop van een pagina"
    return Weigering("huisstijl-logo-maat", wat, "lever een variant aan tussen 1:8 en 16:1")


def pixel_problem(breedte: int, hoogte: int) -> Weigering | None:
    """What is wrong with the size of a PNG or JPEG, in pixels."""
    if min(breedte, hoogte) < _SMALLEST:
        wat = f"het logo is maar {breedte} bij {hoogte} beeldpunten"
        return Weigering("huisstijl-logo-maat", wat, "lever het groter aan, het liefst als SVG")
    if max(breedte, hoogte) > LARGEST:
        wat = f"het logo is {breedte} bij {hoogte} beeldpunten; {LARGEST} bij {LARGEST} is het meeste"
        return Weigering("huisstijl-logo-maat", wat, "verklein het, of lever het aan als SVG")
    return ratio_problem(breedte, hoogte)
