"""The state of all municipalities as one HTML file that works without a network, and the same as JSON."""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from familiegroepsplan.deel import long_date
from familiegroepsplan.huisstijl.palet import NATIONAAL, css
from familiegroepsplan.overzicht.stand import PRODUCTEN, Gemeenteregel, Overzicht
from familiegroepsplan.register import slugify
from familiegroepsplan.taal import TALEN

STANDEN = ("fout", "te laat", "niet gepubliceerd", "veranderd", "in orde")
"""What a municipality asks for, the most urgent first; each has its own look and its own filter."""


def stand_of(regel: Gemeenteregel) -> str:
    """The most urgent thing that a municipality asks for."""
    if regel.fouten:
        return "fout"
    if regel.herzien_te_laat:
        return "te laat"
    if regel.gepubliceerd_op is None:
        return "niet gepubliceerd"
    return "veranderd" if regel.veranderd else "in orde"


def as_json(overzicht: Overzicht) -> str:
    """Everything on the page as JSON; dates as YYYY-MM-DD."""
    data = asdict(overzicht)
    for row, regel in zip(data["gemeenten"], overzicht.gemeenten, strict=True):
        row |= {"stand": stand_of(regel), "fouten": regel.fouten, "waarschuwingen": regel.waarschuwingen}
    return json.dumps(data, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def render(overzicht: Overzicht) -> str:
    """The page. Its only script stands in it, allowed by its hash (CSP level 3); nothing is fetched."""
    folder = Path(__file__).parent
    script = (folder / "overzicht.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., str]] = {"dag": partial(long_date, taal="nl"), "stand": stand_of, "slug": slugify}
    environment.filters |= filters
    counts = {stand: sum(stand_of(regel) == stand for regel in overzicht.gemeenten) for stand in STANDEN}
    return environment.get_template("overzicht.html").render(
        o=overzicht,
        standen=counts,
        volgorde=STANDEN,
        met_taal={taal: sum(taal in regel.talen for regel in overzicht.gemeenten) for taal in TALEN},
        balken={regel.taal: _bars(regel.aantallen) for regel in overzicht.talen},
        provincies=_provinces(overzicht),
        talen=TALEN,
        producten=PRODUCTEN,
        punten=_points(overzicht),
        stijl=Markup(css(NATIONAAL) + (folder / "overzicht.css").read_text("utf-8")),
        script=Markup(script),
        csp=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'",
    )


def _bars(aantallen: dict[str, int]) -> list[tuple[float, float, str]]:
    """The bars of a chart, end to end: place and width in per cent of the whole, and state."""
    whole, place, bars = sum(aantallen.values()) or 1, 0.0, []
    for staat, number in aantallen.items():
        width = round(100 * number / whole, 2)
        bars.append((place, width, staat))
        place = round(place + width, 2)
    return bars


def _provinces(overzicht: Overzicht) -> list[tuple[str, int, int, int]]:
    """Each province: name, municipalities published, with a file here, in the register."""
    names = dict.fromkeys([*sorted(overzicht.register), *sorted(regel.provincie for regel in overzicht.gemeenten)])
    rows = []
    for naam in names:
        here = [regel for regel in overzicht.gemeenten if regel.provincie == naam]
        there = sum(regel.gepubliceerd_op is not None for regel in here)
        rows.append((naam, there, len(here), overzicht.register.get(naam, 0)))
    return rows


def _points(overzicht: Overzicht) -> list[tuple[str, str, int, int]]:
    """Each kind of open point: code, an example of what is wrong, in how many municipalities, how many in all."""
    found: dict[str, tuple[str, set[str], int]] = {}
    for regel in overzicht.gemeenten:
        for punt in regel.punten:
            wat, slugs, number = found.get(punt.code, (punt.wat, set(), 0))
            found[punt.code] = (wat, slugs | {regel.slug}, number + 1)
    rows = [(code, wat, len(slugs), number) for code, (wat, slugs, number) in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))
