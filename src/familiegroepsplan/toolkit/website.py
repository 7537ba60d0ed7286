"""Text for a website of one's own: the four parts that the handreiking advises (§4.1), short and long.

Short are the texts of the flyer, long those of the site. For a provider of youth care there are also ready texts in
its own voice, in the languages of professionals.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from familiegroepsplan.toolkit.fragment import clean, plain_lists
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.toolkit.tekst import Tekst, joined, pieces

AANBIEDER = "kanaal-website"
_TEXT = "tekst-"


@dataclass(frozen=True)
class Onderdeel:
    """A part of a website: its name, the page of which it takes the title, its blocks and parts, short and long."""

    naam: str
    pagina: str
    kort: tuple[str, ...]
    lang: tuple[str, ...]
    delen_kort: tuple[str, ...] = ()
    delen_lang: tuple[str, ...] = ()


ONDERDELEN = (
    Onderdeel(
        "familiegroepsplan",
        "wat-is-het",
        ("folder-plan-wat", "folder-plan-recht"),
        ("definitie", "rechten", "uitzonderingen", "een-plan-en-dan"),
    ),
    Onderdeel(
        "gemeente",
        "gemeente",
        ("folder-plan-hulp",),
        ("ondersteuning",),
        ("toegang",),
        ("toegang", "aanbieders", "verordening"),
    ),
    Onderdeel(
        "voordelen",
        "voordelen",
        ("folder-plan-voordelen", "folder-plan-voorbeeld"),
        ("voordelen", "twijfels", "verhalen"),
    ),
    Onderdeel(
        "tips",
        "tips",
        ("folder-vier-vragen", "folder-wie-tips"),
        ("wie-zijn-er-voor-je", "tips-ouders", "stappenplan"),
    ),
)


def website_texts(losmaker: Losmaker, taal: str) -> Iterator[Tekst]:
    """Every part in this language, short and then long; what lacks a block is left out."""
    for one in ONDERDELEN:
        yield from _part(f"{one.naam}-kort", one.pagina, one.kort, one.delen_kort, losmaker, taal)
        yield from _part(f"{one.naam}-lang", one.pagina, one.lang, one.delen_lang, losmaker, taal)


def _part(
    naam: str, pagina: str, blokken: tuple[str, ...], delen: tuple[str, ...], losmaker: Losmaker, taal: str
) -> Iterator[Tekst]:
    title = losmaker.los(f"pagina-{pagina}", taal)
    found = [blok for blok in (losmaker.los(one, taal) for one in blokken) if blok]
    if title and len(found) == len(blokken):
        yield joined(naam, title.titel, found, [plain_lists(losmaker.deel(deel, taal)) for deel in delen])


def provider_texts(losmaker: Losmaker, taal: str) -> Iterator[Tekst]:
    """The ready texts for a provider: each is a quotation of which the first line is its title."""
    for piece in pieces(losmaker, AANBIEDER, taal):
        quote = html.fragment_fromstring(piece.html, create_parent="div").find("blockquote")
        if piece.naam.startswith(_TEXT) and quote is not None:
            head, *rest = quote
            body = clean("".join(html.tostring(element, encoding="unicode") for element in rest))
            naam = f"aanbieder-{piece.naam.removeprefix(_TEXT)}"
            yield Tekst(naam, taal, " ".join(head.text_content().split()), body, piece.staat, piece.titel)
