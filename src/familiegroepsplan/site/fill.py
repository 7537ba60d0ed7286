"""Fills a template for one municipality: every page in every language that it offers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.print.aanbod import Folderaanbod
from familiegroepsplan.site.common import Common, PartKey, Pieces, Renderings
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.metadata import SOCIAL_IMAGE, page_data
from familiegroepsplan.site.own_text import OwnTexts
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.template import BlokGap, Pagina, Segment, TemplatePage
from familiegroepsplan.site.view import BASIS, TITEL, URL, PageView, split_page_tokens, variant_views
from familiegroepsplan.token import Soort, Token
from familiegroepsplan.toolkit.overzicht import Overzicht
from familiegroepsplan.waarde import WAARDEN

COMMON = frozenset(
    "pagina basis paginas taal landelijk begrippen begrippen_taal talen t tekst datum opsomming bron_naam "
    "motief".split()
)
"""What a part may ask for and still be the same for every municipality."""

NOTHING: Pieces = ("",)


@dataclass
class Fill:
    """Values and parts of one municipality, rendered once each and then joined into pages.

    `aanbod` names the products that stand beside the pages; `folders` the flyers among them, per language,
    and `materiaal` the ready texts.
    """

    common: Common
    gemeente: Gemeente
    own_texts: OwnTexts
    merk: Merk
    aanbod: frozenset[str] = frozenset()
    folders: Mapping[str, Sequence[Folderaanbod]] = field(default_factory=dict)
    materiaal: Mapping[str, Overzicht] = field(default_factory=dict)
    _parts: Renderings = field(default_factory=dict)
    _shapes: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    _contexts: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    _placed: dict[tuple[str, str, str], Pieces] = field(default_factory=dict)
    _own: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _aanvullingen: dict[str, Pieces] = field(default_factory=dict)
    _values: dict[tuple[str, str, Place | None], str] = field(default_factory=dict)
    _varianten: dict[str, dict[str, Pagina]] = field(default_factory=dict)

    @cached_property
    def offered(self) -> list[TemplatePage]:
        """The pages that this municipality offers."""
        return [page for page in self.common.template.pages if page.pagina.taal in self.gemeente.talen]

    def pages(self) -> Iterator[tuple[Pagina, str]]:
        """Each page that this municipality offers, with its HTML."""
        for page in self.offered:
            yield page.pagina, self.page(page)

    def page(self, page: TemplatePage) -> str:
        """The HTML of one page."""
        out: list[str] = []
        self._join(page.segments, page.pagina, self.properties(page.pagina), out)
        return "".join(out)

    def _join(
        self, segments: tuple[Segment, ...], pagina: Pagina, properties: Mapping[str, str], out: list[str]
    ) -> None:
        for segment in segments:
            if isinstance(segment, str):
                out.append(segment)
            elif isinstance(segment, BlokGap):
                self._join_blok(segment, pagina, properties, out)
            elif segment.token.soort is Soort.WAARDE:
                out.append(self.value(segment.token, segment.place))
            else:
                pieces = self.part(segment.token, pagina)
                out.append(pieces[0])
                for at in range(1, len(pieces), 2):
                    out += properties[pieces[at]], pieces[at + 1]

    def _join_blok(self, gap: BlokGap, pagina: Pagina, properties: Mapping[str, str], out: list[str]) -> None:
        own = self.own_blok(gap, pagina)
        if own is None:
            self._join(gap.landelijk, pagina, properties, out)
        else:
            out.append(own)

    def own_blok(self, gap: BlokGap, pagina: Pagina) -> str | None:
        """The municipality's own text in place of a block; None: the national one."""
        if not self.own_texts.blokken:
            return None
        key = (pagina.url, gap.naam)
        if key not in self._own:
            self._own[key] = self.own_texts.blok(gap.naam, gap.shift, pagina)
        return self._own[key]

    def properties(self, pagina: Pagina) -> Mapping[str, str]:
        """What the tokens of a page stand for; error pages need absolute addresses."""
        known = self.common.properties[pagina.url]
        if pagina.zoekbaar:
            return known
        return {**known, "basis": self.value(Token(Soort.WAARDE, pagina.taal, "site.pad"), None)}

    def value(self, token: Token, place: Place | None) -> str:
        """A value, escaped for the place where it lands (None: as it is)."""
        key = (token.taal, token.naam, place)
        found = self._values.get(key)
        if found is None:
            plain = WAARDEN[token.naam][1](self.gemeente, token.taal, self.common.inhoud)
            found = self._values[key] = escape_for(place, plain) if place else plain
        return found

    def part(self, token: Token, pagina: Pagina) -> Pieces:
        """A part as it stands on a page, cut at the properties of the page."""
        key = pagina.url, token.taal, token.naam
        found = self._placed.get(key)
        if found is None:
            found = self._placed[key] = self._find(token, pagina)
        return found

    def _find(self, token: Token, pagina: Pagina) -> Pieces:
        if token.naam == "aanvulling":
            return self._aanvulling(pagina)
        key = (pagina.taal, token.taal, token.naam)
        for renderings in (self._parts, self.common.parts):
            for facts, pieces in renderings.get(key, ()):
                if not facts or all(self._fact(pagina, name) == value for name, value in facts.items()):
                    return pieces
        return self._render(key, pagina)

    def _aanvulling(self, pagina: Pagina) -> Pieces:
        if pagina.naam not in self.own_texts.aanvullingen:
            return NOTHING
        if pagina.url not in self._aanvullingen:
            self._aanvullingen[pagina.url] = (self.own_texts.aanvulling(pagina) or "",)
        return self._aanvullingen[pagina.url]

    def _fact(self, pagina: Pagina, name: str) -> object:
        return self._shape(pagina) if name == "varianten" else getattr(pagina, name)

    def _shape(self, pagina: Pagina) -> tuple[tuple[str, bool], ...]:
        if pagina.naam not in self._shapes:
            self._shapes[pagina.naam] = tuple((taal, p.vertaald) for taal, p in self.varianten(pagina).items())
        return self._shapes[pagina.naam]

    def _render(self, key: PartKey, pagina: Pagina) -> Pieces:
        view = PageView(pagina)
        html, seen = self.common.delen.render_seen(
            key[2],
            self.gemeente,
            key[1],
            pagina=view,
            basis=BASIS,
            varianten=variant_views(self.varianten(pagina)),
            paginas=self.common.by_language[pagina.taal],
            **self._context(key[1], pagina.taal),
        )
        if "varianten" in seen:
            view.facts["varianten"] = self._shape(pagina)
        pieces = split_page_tokens(html)
        renderings = self.common.parts if seen <= COMMON else self._parts
        renderings.setdefault(key, []).append((view.facts, pieces))
        return pieces

    def _context(self, taal: str, page_taal: str) -> dict[str, object]:
        """What parts may ask of the municipality, besides its data."""
        if (taal, page_taal) not in self._contexts:
            self._contexts[taal, page_taal] = self._make_context(taal, page_taal)
        return self._contexts[taal, page_taal]

    def _make_context(self, taal: str, page_taal: str) -> dict[str, object]:
        naam = self.value(Token(Soort.WAARDE, taal, "site.naam"), None)
        return {
            "start": self._named("index"),
            "site_url": self.gemeente.site_url,
            "aanbod": self.aanbod,
            "folders": self.folders.get(taal, ()),
            "materiaal": self.materiaal.get(taal),
            "palet": self.merk.palet,
            "deelplaatje": SOCIAL_IMAGE,
            "logo": f"logo{self.merk.logo.suffix}" if self.merk.logo else None,
            "gegevens": page_data(self.gemeente, TITEL, URL, page_taal, naam),
        }

    def varianten(self, pagina: Pagina) -> dict[str, Pagina]:
        """The same page per language that the municipality offers and the template has."""
        if pagina.naam not in self._varianten:
            self._varianten[pagina.naam] = self._named(pagina.naam)
        return self._varianten[pagina.naam]

    def _named(self, naam: str) -> dict[str, Pagina]:
        found = {taal: self.common.template.find(naam, taal) for taal in self.gemeente.talen}
        return {taal: page for taal, page in found.items() if page}
