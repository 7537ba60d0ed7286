"""The values of a municipality that a text may name: `{{ gemeente.naam }}` and the like."""

from collections.abc import Callable
from urllib.parse import urlsplit

from familiegroepsplan.clock import build_moment
from familiegroepsplan.deel import long_date
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud

Reader = Callable[[Gemeente, str, Inhoud], str]


def _toegang(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    if gemeente.toegang and gemeente.toegang.naam:
        return gemeente.toegang.naam
    return inhoud.woord("gemeente.de", taal, naam=gemeente.naam)


def _website(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    return gemeente.website or ""


def _plannaam(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    verordening = gemeente.verordening
    return (verordening.plannaam if verordening else None) or "familiegroepsplan"


def _site_naam(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    return inhoud.woord("site.naam", taal, naam=gemeente.naam)


def _site_datum(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    return long_date(build_moment().date(), taal)


def _site_pad(gemeente: Gemeente, taal: str, inhoud: Inhoud) -> str:
    return urlsplit(gemeente.site_url).path if gemeente.site_url else "/"


WAARDEN: dict[str, tuple[str, Reader]] = {
    "gemeente.naam": ("De naam van de gemeente.", lambda g, _t, _i: g.naam),
    "gemeente.website": (
        "Het adres van de website van de gemeente; niets als het ontbreekt.",
        lambda g, _t, _i: g.website or "",
    ),
    "gemeente.plannaam": ("Hoe het plan in deze gemeente heet; anders: familiegroepsplan.", _plannaam),
    "gemeente.toegang.naam": (
        "Het team waar je om hulp vraagt; anders: de gemeente met haar naam.",
        _toegang,
    ),
    "site.naam": ("De naam van deze site.", _site_naam),
    "site.url": ("Het volledige adres van deze site; leeg als dat niet bekend is.", lambda g, _t, _i: g.site_url or ""),
    "site.datum": ("De dag waarop de site is gemaakt.", _site_datum),
    "site.pad": ("Het pad waar de site staat, met een schuine streep aan beide kanten.", _site_pad),
}
"""Every name with its explanation (for the reference page) and how it is read."""
