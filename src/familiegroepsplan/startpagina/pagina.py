"""The start page in one language, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.deel import localized, phone
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.register import load_register, slugify
from familiegroepsplan.site.headers import meta_policy
from familiegroepsplan.startpagina.vermelding import Vermelding
from familiegroepsplan.taal import TALEN

FOLDER = "_landelijk"
"""Everything of the start page but the page itself; no slug begins with an underscore."""


@dataclass(frozen=True)
class Provincie:
    """A province with the municipalities whose sites are published; `id` is its place on map and page."""

    id: str
    naam: str
    gemeenten: tuple[Vermelding, ...]


def page_file(taal: str) -> str:
    """The file of the start page in a language, below the platform."""
    return "index.html" if taal == BRON_TAAL else f"{FOLDER}/{taal}/index.html"


def offered(vermeldingen: Sequence[Vermelding]) -> list[str]:
    """The languages of the start page: those in which at least one site is there."""
    return [taal for taal in TALEN if taal == BRON_TAAL or any(taal in one.talen for one in vermeldingen)]


def render_page(vermeldingen: Sequence[Vermelding], inhoud: Inhoud, taal: str) -> str:
    """The start page with every site, in `taal`."""
    return _template("startpagina.html").render(_frame(inhoud, taal, vermeldingen, page_file(taal)))


def render_not_found(vermeldingen: Sequence[Vermelding], inhoud: Inhoud) -> str:
    """The page for an address that belongs to no municipality; Dutch, with the way to the start page."""
    blok = inhoud.bron_blok("pagina-niet-gevonden")
    titel = blok.kop.titel if blok else ""
    frame = _frame(inhoud, BRON_TAAL, vermeldingen, "404.html") | {"basis": "/"}
    return _template("niet-gevonden.html").render(
        frame | {"titel": titel, "uitleg": blok.tekst.strip() if blok else ""}
    )


def _frame(inhoud: Inhoud, taal: str, vermeldingen: Sequence[Vermelding], name: str) -> dict[str, Any]:
    home = inhoud.blok("pagina-index", taal) or inhoud.bron_blok("pagina-index")
    return {
        "taal": taal,
        "talen": {code: TALEN[code] for code in offered(vermeldingen)},
        "richting": TALEN[taal].richting,
        "t": partial(inhoud.woord, taal=taal),
        "tekst": partial(localized, taal=taal),
        "nummer": phone,
        "csp": meta_policy(),
        "lead": home.kop.omschrijving if home else "",
        "motief": Markup(kring(20, 21, 36, "currentColor", "currentColor")),
        "basis": "../" * name.count("/") or "./",
        "bestand": page_file,
        "map": FOLDER,
        "provincies": provinces(vermeldingen),
        "lijnen": inhoud.landelijk.telefoonlijnen,
        "voorbeelden": [one for one in vermeldingen if one.voorbeeld],
        "aantal": len(vermeldingen),
    }


def provinces(vermeldingen: Sequence[Vermelding]) -> list[Provincie]:
    """Every province of the register by name, also one without a site; what has no province comes last."""
    every = sorted({one.provincie for one in load_register().gemeenten})
    names = [*every, *sorted({one.provincie for one in vermeldingen} - set(every))]
    return [
        Provincie(slugify(naam), naam, tuple(one for one in vermeldingen if one.provincie == naam)) for naam in names
    ]


@cache
def _template(name: str) -> Template:
    """A template, compiled once for all languages."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
