"""A block outside the site: the text of one subject for one municipality, in plain HTML, Markdown and text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from markdown import Markdown

from familiegroepsplan.blocktext import MD_LINK
from familiegroepsplan.blok import BRON_TAAL, HEADING, Blok, BlokKop
from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import PLACEHOLDER, Placeholder, placeholders
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.template import Gap, Segment, cut
from familiegroepsplan.taal import TALEN_PROFESSIONALS
from familiegroepsplan.token import Soort, Token
from familiegroepsplan.toolkit.fragment import as_markdown, as_text, clean, raise_headings
from familiegroepsplan.vertaling.staat import Staat, blok_staat
from familiegroepsplan.waarde import WAARDEN

LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|mailto:|tel:)[^)]*\)")
"""A link within the site, of which only the words can stay where the site has no address."""


@dataclass(frozen=True)
class Losblok:
    """A block in one language: its title in plain text, its body as clean HTML (headings from `h2` down)."""

    naam: str
    taal: str
    titel: str
    html: str
    doelgroep: str
    staat: Staat
    eigen: bool
    """Whether the municipality wrote this text itself."""

    @cached_property
    def markdown(self) -> str:
        """The body as Markdown."""
        return as_markdown(self.html)

    @cached_property
    def tekst(self) -> str:
        """The body as plain text."""
        return as_text(self.html)


@lru_cache(maxsize=4096)
def _segments(text: str, taal: str, met_adres: bool) -> tuple[Segment, ...]:
    """The clean HTML of a Markdown text with tokens, cut at them: the same for every municipality."""
    bare = HEADING.sub(lambda heading: f"{heading[1]} {heading[2]}", text)
    rendered = Markdown(extensions=["tables", "md_in_html"]).convert(_linked(bare, taal, met_adres))
    return cut(clean(rendered))


def _linked(text: str, taal: str, met_adres: bool) -> str:
    """Links to pages of the site become full addresses; without an address only their words stay."""
    if not met_adres:
        return LINK.sub(r"\1", text)
    site = Token(Soort.WAARDE, taal, "site.url")
    return MD_LINK.sub(lambda link: f"]({site}{page_path(link[1], taal)}{link[2] or ''})", text)


def page_path(page: str, taal: str) -> str:
    """The path below the site of a page of docs/ (`professionals/plicht.md`) in a language."""
    name = page.removesuffix(".md").removesuffix("index").rstrip("/")
    there = taal if taal in TALEN_PROFESSIONALS or not page.startswith("professionals/") else BRON_TAAL
    prefix = "" if there == BRON_TAAL else f"{there}/"
    return f"{prefix}{name}{'/' if name else ''}"


@dataclass(frozen=True)
class Losmaker:
    """Takes blocks out of the site for one municipality; `eigen` are its own texts by block and language."""

    gemeente: Gemeente
    inhoud: Inhoud
    delen: Delen
    eigen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def los(self, naam: str, taal: str) -> Losblok | None:
        """The block in that very language; None where there is no such text: Dutch never passes for another."""
        origineel, blok = self.inhoud.bron_blok(naam), self.inhoud.blok(naam, taal)
        if origineel is None or blok is None:
            return None
        assert isinstance(origineel.kop, BlokKop)
        eigen = self.eigen.get(naam, {}).get(taal)
        staat = Staat.NAGEKEKEN if taal == BRON_TAAL or eigen else blok_staat(origineel, blok)
        body = self._html(eigen if eigen is not None else self._expand(blok, ()), taal)
        return Losblok(naam, taal, blok.kop.titel, body, origineel.kop.doelgroep, staat, eigen is not None)

    def deel(self, naam: str, taal: str) -> str:
        """A named part (overrides/delen) as clean HTML."""
        return clean(self.delen.render(naam, self.gemeente, taal, basis=self.gemeente.site_url or ""))

    def _expand(self, blok: Blok, trail: tuple[str, ...]) -> str:
        """The Markdown of a block with its names as tokens."""

        def resolve(part: Placeholder) -> str:
            if part.soort == "blok" and part.naam not in trail:
                inner = self.inhoud.blok(part.naam, blok.taal)
                return self._expand(inner, (*trail, blok.naam)) if inner else ""
            soort = Soort.WAARDE if part.soort == "waarde" else Soort.DEEL
            return str(Token(soort, blok.taal, part.naam))

        found = placeholders(blok.tekst)
        return PLACEHOLDER.sub(lambda _: resolve(next(found)), blok.tekst)

    def _html(self, text: str, taal: str) -> str:
        body = ""
        for segment in _segments(text, taal, bool(self.gemeente.site_url)):
            filled = self._fill(segment, taal)
            is_part = isinstance(segment, Gap) and segment.token.soort is Soort.DEEL
            body += raise_headings(filled) if is_part and "<h2" not in body else filled
        return body

    def _fill(self, segment: Segment, taal: str) -> str:
        if isinstance(segment, str):
            return segment
        assert isinstance(segment, Gap)
        token = segment.token
        if token.soort is Soort.WAARDE:
            return escape_for(segment.place, WAARDEN[token.naam][1](self.gemeente, taal, self.inhoud))
        return self.deel(token.naam, taal)
