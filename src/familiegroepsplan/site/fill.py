"""Fills a template for one municipality: every page in every language that it offers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.plaatshouder import Beeld, Bekeken, Teken
from familiegroepsplan.print.aanbod import Folderaanbod
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.gegevens import Gegevens
from familiegroepsplan.site.metadata import SOCIAL_IMAGE, organisation_uri, page_data
from familiegroepsplan.site.own_text import OwnTexts
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.rendering import Gegeven, PartKey, Pieces, Rendering
from familiegroepsplan.site.template import BlokGap, Pagina, Segment, TemplatePage
from familiegroepsplan.site.view import BASIS, TITEL, URL, PageView, variant_views
from familiegroepsplan.token import Soort, Token
from familiegroepsplan.toolkit.overzicht import Overzicht
from familiegroepsplan.waarde import WAARDEN

NOTHING = Rendering("", {}, {}, is_shared=False)

SHAPED = frozenset({"aanbod", "folders", "logo", "materiaal", "start"})
"""What a part may ask of a municipality that is no fact of it, and yet not the same everywhere."""

NASTY = """<&"'é %@:/ 020 1234567"""
"""Stands in for every fact when a rendering is tried: whatever a template does to a text shows in it."""


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
    _renderings: dict[PartKey, list[Rendering]] = field(default_factory=dict)
    _shapes: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    _placed: dict[tuple[str, str, str], Rendering] = field(default_factory=dict)
    _filled: dict[int, tuple[Rendering, Pieces]] = field(default_factory=dict)
    _facts: dict[Gegeven, str] = field(default_factory=dict)
    _own: dict[tuple[str, str], str | None] = field(default_factory=dict)
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
        """A value or fact, escaped for the place where it lands (None: as it is)."""
        key = (token.taal, token.naam, place)
        found = self._values.get(key)
        if found is None:
            plain = self._plain(token)
            found = self._values[key] = escape_for(place, plain) if place else plain
        return found

    def _plain(self, token: Token) -> str:
        if token.soort is Soort.GEGEVEN:
            return self.gegevens.text(token)
        return WAARDEN[token.naam][1](self.gemeente, token.taal, self.common.inhoud)

    def part(self, token: Token, pagina: Pagina) -> Pieces:
        """A part as it stands on a page of this municipality, cut at the properties of the page."""
        rendering = self.rendering(token, pagina)
        known = self._filled.get(id(rendering))
        if known is None:
            known = self._filled[id(rendering)] = rendering, rendering.filled(self._fact_text)
        return known[1]

    def _fact_text(self, gegeven: Gegeven) -> str:
        if gegeven not in self._facts:
            self._facts[gegeven] = gegeven.escaped(self.gegevens.text(gegeven.token))
        return self._facts[gegeven]

    def rendering(self, token: Token, pagina: Pagina) -> Rendering:
        """A part as it was rendered for a page, facts and properties of the page still open."""
        key = pagina.url, token.taal, token.naam
        found = self._placed.get(key)
        if found is None:
            found = self._placed[key] = self._find(token, pagina)
        return found

    def _find(self, token: Token, pagina: Pagina) -> Rendering:
        if token.naam == "aanvulling":
            return self._aanvulling(pagina)
        key = (pagina.taal, token.taal, token.naam)
        mine = self._renderings.get(key)
        if mine is None:
            mine = self._renderings[key] = self.common.renderings.of(key, self._shape_of)
        for rendering in mine:
            if all(self._fact(pagina, name) == value for name, value in rendering.pagina.items()):
                return rendering
        made = self._render(key, pagina)
        mine.append(made)
        return made

    def _aanvulling(self, pagina: Pagina) -> Rendering:
        if pagina.naam not in self.own_texts.aanvullingen:
            return NOTHING
        return Rendering(self.own_texts.aanvulling(pagina) or "", {}, {}, is_shared=False)

    def _fact(self, pagina: Pagina, name: str) -> object:
        return self._shape(pagina) if name == "varianten" else getattr(pagina, name)

    def _shape(self, pagina: Pagina) -> tuple[tuple[str, bool], ...]:
        if pagina.naam not in self._shapes:
            self._shapes[pagina.naam] = tuple((taal, p.vertaald) for taal, p in self.varianten(pagina).items())
        return self._shapes[pagina.naam]

    def _render(self, key: PartKey, pagina: Pagina) -> Rendering:
        """A part rendered for this page, and for every municipality and page where what it depends on is the same.

        It is tried with stand-ins first, twice: filling the first must give the second. Where a template looks
        into what only the municipality knows, it is rendered with that, for this one alone.
        """
        try:
            shared, tried = self._attempt(key, pagina, str), self._attempt(key, pagina, lambda _: NASTY)
        except Exception:  # A stand-in may break a template in any way; if it is at fault itself, it breaks again.
            return self._attempt(key, pagina, None)
        if shared.filled(lambda gegeven: gegeven.escaped(NASTY)) != tried.filled(lambda _: ""):
            return self._attempt(key, pagina, None)
        self.common.renderings.keep(key, shared)
        return shared

    def _attempt(self, key: PartKey, pagina: Pagina, teken: Teken | None) -> Rendering:
        """A part rendered with stand-ins, of which `teken` gives the text, or with the facts of the municipality."""
        view = PageView(pagina)
        facts: dict[str, object] = {}
        html, seen = self.common.delen.render_seen(
            key[2],
            self._gemeente(teken, facts) if teken else self.gemeente,
            key[1],
            pagina=view,
            basis=BASIS,
            varianten=variant_views(self.varianten(pagina)),
            paginas=self.common.by_language[pagina.taal],
            **self._context(key[1], pagina.taal, teken, facts),
        )
        if "varianten" in seen:
            view.facts["varianten"] = self._shape(pagina)
        if teken and "materiaal" in seen and self.materiaal:
            raise Bekeken("materiaal")
        facts |= {name: self._shape_of(name) for name in seen & SHAPED}
        return Rendering(html, view.facts, facts, is_shared=teken is str)

    def _gemeente(self, teken: Teken, facts: dict[str, object]) -> Beeld:
        """The municipality as stand-ins; what is asked of it is noted in `facts`."""

        def give(name: str) -> object:
            pad = f"gemeente.{name}"
            facts[pad] = self.gegevens.vorm(pad)
            return self.gegevens.stand_in(pad, teken)

        return Beeld(give)

    def _shape_of(self, name: str) -> object:
        """The shape of a fact, or what a part may ask besides."""
        match name:
            case "aanbod":
                return self.aanbod
            case "folders":
                return self._folders_shape
            case "logo":
                return self._logo
            case "materiaal":
                return bool(self.materiaal)
            case "start":
                return self.gemeente.talen
        return self.gegevens.vorm(name)

    @cached_property
    def _folders_shape(self) -> str:
        return repr(self.folders)

    @cached_property
    def _logo(self) -> str | None:
        return f"logo{self.merk.logo.suffix}" if self.merk.logo else None

    @cached_property
    def gegevens(self) -> Gegevens:
        """The facts of the municipality, for parts."""
        more = {
            "site_url": self.gemeente.site_url,
            "tooi": organisation_uri(self.gemeente),
            **{f"kleur_{naam}": kleur for naam, kleur in self.merk.palet.kleuren().items()},
        }
        return Gegevens(self.gemeente, more, self.common.delen.made)

    def _context(self, taal: str, page_taal: str, teken: Teken | None, facts: dict[str, object]) -> dict[str, object]:
        """What parts may ask of the municipality, besides its data."""

        def fact(name: str) -> Any:
            if teken is None:
                return self.gegevens.plain(name)
            facts[name] = self.gegevens.vorm(name)
            return self.gegevens.stand_in(name, teken)

        gemeente: Any = self._gemeente(teken, facts) if teken else self.gemeente
        naam = self.common.inhoud.woord("site.naam", taal, naam=gemeente.naam)
        return {
            "start": self._named("index"),
            "site_url": fact("site_url"),
            "aanbod": self.aanbod,
            "folders": self.folders.get(taal, ()),
            "materiaal": self.materiaal.get(taal),
            "palet": Beeld(lambda name: fact(f"kleur_{name}")),
            "deelplaatje": SOCIAL_IMAGE,
            "logo": self._logo,
            "gegevens": page_data(gemeente, TITEL, URL, page_taal, naam, fact("tooi")),
        }

    def varianten(self, pagina: Pagina) -> dict[str, Pagina]:
        """The same page per language that the municipality offers and the template has."""
        if pagina.naam not in self._varianten:
            self._varianten[pagina.naam] = self._named(pagina.naam)
        return self._varianten[pagina.naam]

    def _named(self, naam: str) -> dict[str, Pagina]:
        found = {taal: self.common.template.find(naam, taal) for taal in self.gemeente.talen}
        return {taal: page for taal, page in found.items() if page}
