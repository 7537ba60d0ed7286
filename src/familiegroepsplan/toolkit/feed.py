"""The feed of changed texts (Atom, RFC 4287): who copied a text learns here that it changed."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from feedgen.feed import FeedGenerator

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.toolkit.api import BlokApi
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.wijziging import Wijziging

TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm"
"""By which government data knows a municipality (TOOI), for a feed that has no other address."""

MOST = 100
"""How many changes a feed holds, the latest first."""


def atom(losmaker: Losmaker, taal: str, blokken: Sequence[BlokApi]) -> bytes:
    """The feed of one language; a municipality's own texts have no record and are not in it."""
    gemeente, inhoud = losmaker.gemeente, losmaker.inhoud
    home = gemeente.site_url or gemeente.website or f"{TOOI}{gemeente.cbs_code}"
    logboek = inhoud.wijzigingen.get(taal, {})
    rows = [(versie, blok) for blok in blokken if not blok.eigen_tekst for versie in logboek.get(blok.id, ())]
    rows.sort(key=lambda row: (row[0].datum, row[1].id, row[0].hash), reverse=True)
    feed = FeedGenerator()
    feed.id(f"{home}#teksten-{taal}")
    feed.title(inhoud.woord("site.naam", taal, naam=gemeente.naam))
    feed.author(name=inhoud.woord("site.gemeente", taal, naam=gemeente.naam))
    feed.language(taal)
    feed.link(href=home, rel="alternate")
    if gemeente.site_url:
        feed.link(href=f"{gemeente.site_url}api/{taal}/wijzigingen.xml", rel="self")
    feed.updated(_moment(rows[0][0]) if rows else datetime(2026, 1, 1, tzinfo=UTC))
    for versie, blok in rows[:MOST]:
        _add(feed, home, taal, versie, blok)
    xml: bytes = feed.atom_str(pretty=True)
    return xml


def _add(feed: FeedGenerator, home: str, taal: str, versie: Wijziging, blok: BlokApi) -> None:
    entry = feed.add_entry(order="append")
    entry.id(f"{home}#{blok.id}-{taal}-{versie.hash}")
    entry.title(blok.titel)
    entry.updated(_moment(versie))
    entry.link(href=blok.pagina or home)
    entry.summary(versie.wat)
    if taal != BRON_TAAL:
        entry.category(term=blok.staat)


def _moment(versie: Wijziging) -> datetime:
    return datetime.combine(versie.datum, time(), UTC)
