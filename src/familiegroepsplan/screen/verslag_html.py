"""The report as one HTML page that needs nothing else: to read, to print, to send on."""

from datetime import date
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from familiegroepsplan.huisstijl.palet import NATIONAAL, css
from familiegroepsplan.screen.oordeel import Bewijs
from familiegroepsplan.screen.uitslag import Uitslag
from familiegroepsplan.screen.verslag import absent_here, by_rule, place, reading_line, summary


def as_html(uitslag: Uitslag, today: date) -> str:
    """The report as a page. Quoted sentences are data: the template escapes them."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("verslag.html.j2").render(
        uitslag=uitslag,
        palet=Markup(css(NATIONAAL)),
        datum=format_date(today, "d MMMM yyyy", locale="nl"),
        samenvatting=summary(uitslag),
        per_regel=by_rule,
        bewijzen=_proofs(uitslag),
        plaats=place,
        stand=reading_line,
        afwezig=absent_here,
        aangeboden=[
            (regel, uitslag.aanbod[regel.id]) for regel, _ in by_rule(uitslag.open) if regel.id in uitslag.aanbod
        ],
        rijk=lambda text: Markup(text),
    )


def _proofs(uitslag: Uitslag) -> dict[str, list[Bewijs]]:
    """By rule about what must be there: the sentence by which each text does it, in the order of the texts."""
    return {
        zoek.regel.id: [one.aanwezig[zoek.regel.id] for one in uitslag.oordelen if zoek.regel.id in one.aanwezig]
        for zoek in uitslag.maatstaf.vereist
    }
