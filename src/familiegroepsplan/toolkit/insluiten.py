"""A page per block that another site shows in an iframe: no script, in the brand, with its own headers."""

from markupsafe import Markup

from familiegroepsplan.site.headers import policy_of
from familiegroepsplan.toolkit.api import BlokApi, embed_path
from familiegroepsplan.toolkit.losblok import Losblok, Losmaker
from familiegroepsplan.vertaling.staat import Staat

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What an embedded page may load; who may frame it is left open, that is what it is for."""

LETTERS_A_LINE, LINE, PARAGRAPH, HEADING, FRAME = 54, 29, 20, 48, 340
"""Letters in a line of 600 pixels, and heights in pixels: of a line, the space after a paragraph, what a heading
takes more than a line, and all that stands around. `tests/acceptance/test_insluiten.py` holds them to a browser."""


def embed_page(losmaker: Losmaker, blok: Losblok, found: BlokApi) -> str:
    """The HTML of the page."""
    gemeente, inhoud = losmaker.gemeente, losmaker.inhoud
    notices = {Staat.CONCEPT: "melding.concept", Staat.VEROUDERD: "melding.verouderd"}
    notice = notices.get(blok.staat)
    return losmaker.delen.render(
        "_insluiten",
        gemeente,
        blok.taal,
        blok=blok,
        html=Markup(blok.html),
        melding=inhoud.woord(notice, blok.taal) if notice else "",
        basis="../" * embed_path(blok).count("/"),
        adres=found.pagina or gemeente.website,
        csp=policy_of(POLICY),
    )


def height(blok: Losblok) -> int:
    """How high (CSS pixels) a frame of 600 pixels wide should be for the whole text; measured with some to spare."""
    rows = [row for row in blok.tekst.splitlines() if row]
    lines = sum(map(_lines, rows))
    return FRAME + LINE * lines + PARAGRAPH * len(rows) + HEADING * (blok.html.count("<h2") + blok.html.count("<h3"))


def _lines(row: str) -> int:
    """How many lines a row of plain text takes; the cells of a table (` | `) share the width."""
    cells = row.split(" | ")
    lines = max(-(-len(cell) * len(cells) // LETTERS_A_LINE) for cell in cells)
    return lines + (len(cells) > 1)


def snippet(blok: Losblok, found: BlokApi) -> str:
    """The line of HTML to put in another site; in browsers that can, the frame takes the height of the text."""
    return str(
        Markup('<iframe src="{}" title="{}" width="600" height="{}" style="{}" loading="lazy"></iframe>').format(
            found.insluiten, blok.titel, height(blok), "border: 0; max-width: 100%; frame-sizing: content-height"
        )
    )
