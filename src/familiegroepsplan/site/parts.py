"""Renders the parts for a municipality, where possible in a way that serves every other one of the same shape."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.huisstijl.palet import Palet
from familiegroepsplan.plaatshouder import Beeld, Bekeken, Teken
from familiegroepsplan.print.aanbod import Folderaanbod
from familiegroepsplan.site.among import Among, Numbers, Shapes
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.gegevens import Gegevens
from familiegroepsplan.site.metadata import SOCIAL_IMAGE, organisation_uri, page_data
from familiegroepsplan.site.rendering import Rendering
from familiegroepsplan.site.template import Pagina, PartKey
from familiegroepsplan.site.view import BASIS, TITEL, URL, PageView, variant_views
from familiegroepsplan.toolkit.overzicht import Overzicht

SHAPED = frozenset({"aanbod", "folders", "logo", "materiaal", "start"})
"""What a part may ask of a municipality that is no fact of it, and yet not the same everywhere."""

NASTY = """<&"'é %@:/ 020 1234567"""
"""Stands in for every fact when a rendering is tried: whatever a template does to a text shows in it."""


@dataclass
class Parts:
    """The parts of one municipality; `aanbod`, `folders` and `materiaal` as `Fill` has them."""

    common: Common
    gemeente: Gemeente
    merk: Merk
    aanbod: frozenset[str]
    folders: Mapping[str, Sequence[Folderaanbod]]
    materiaal: Mapping[str, Overzicht]
    _everywhere: dict[PartKey, Rendering] = field(default_factory=dict)
    _varianten: dict[str, dict[str, Pagina]] = field(default_factory=dict)
    _variant_shapes: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)

    @cached_property
    def gegevens(self) -> Gegevens:
        """The facts of the municipality."""
        more = {"site_url": self.gemeente.site_url, "tooi": organisation_uri(self.gemeente)}
        more |= {f"kleur_{naam}": kleur for naam, kleur in self.merk.palet.kleuren().items()}
        return Gegevens(self.gemeente, more, self.common.delen.made)

    def rendering(self, key: PartKey, pagina: Pagina) -> Rendering:
        """A part as it was rendered for a page, facts and properties of the page still open."""
        found = self._everywhere.get(key)
        if found is None:
            found = self._find(key, pagina)
            if not found.pagina:
                self._everywhere[key] = found
        return found

    @cached_property
    def shapes(self) -> Shapes:
        """What renderings depend on."""
        more = {
            "aanbod": self.aanbod,
            "folders": repr(self.folders),
            "logo": self._logo,
            "materiaal": bool(self.materiaal),
            "start": self.gemeente.talen,
        }
        return Shapes(self.gegevens, more)

    @property
    def shape(self) -> Hashable:
        """The same for all that have every part rendered the same on every page, as far as is known by now."""
        shown = tuple((name, self.shapes[name]) for name in sorted(self.common.renderings.facts))
        return self.gemeente.talen, shown

    @cached_property
    def among(self) -> Among:
        """The renderings that are right for this municipality."""
        return Among(self.common.renderings, self.shapes)

    @cached_property
    def numbers(self) -> Numbers:
        """For each part, what is the same for municipalities that have it rendered the same on every page."""
        return Numbers(self.among)

    def _find(self, key: PartKey, pagina: Pagina) -> Rendering:
        mine = self.among[key]
        of_page = partial(self._of_page, pagina)
        for among in mine:
            for rendering in among.of(of_page):
                return rendering
        made = self._render(key, pagina)
        among = self.common.renderings.keep(key, made)
        if among not in mine:
            mine.append(among)
            self.numbers.pop(key, None)
        return made

    def varianten(self, pagina: Pagina) -> dict[str, Pagina]:
        """The same page per language that the municipality offers and the template has."""
        if pagina.naam not in self._varianten:
            self._varianten[pagina.naam] = self._named(pagina.naam)
        return self._varianten[pagina.naam]

    def _named(self, naam: str) -> dict[str, Pagina]:
        found = {taal: self.common.template.find(naam, taal) for taal in self.gemeente.talen}
        return {taal: page for taal, page in found.items() if page}

    def _of_page(self, pagina: Pagina, name: str) -> object:
        return self._variant_shape(pagina) if name == "varianten" else getattr(pagina, name)

    def _variant_shape(self, pagina: Pagina) -> tuple[tuple[str, bool], ...]:
        if pagina.naam not in self._variant_shapes:
            found = self.varianten(pagina).items()
            self._variant_shapes[pagina.naam] = tuple((taal, page.vertaald) for taal, page in found)
        return self._variant_shapes[pagina.naam]

    @cached_property
    def _logo(self) -> str | None:
        return f"logo{self.merk.logo.suffix}" if self.merk.logo else None

    def _render(self, key: PartKey, pagina: Pagina) -> Rendering:
        """A part rendered for this page, and for every municipality and page where what it depends on is the same.

        It is tried with stand-ins first, twice: filling the first must give the second. Where a template looks
        into what only the municipality knows, it is rendered with that, for this one alone.
        """
        try:
            shared, tried = self._attempt(key, pagina, str), self._attempt(key, pagina, lambda _: NASTY)
        except Exception:  # A stand-in may break a template in any way; if it is at fault itself, it breaks again.
            return self._attempt(key, pagina, None)
        if _with_nasty(shared) != tried.html:
            return self._attempt(key, pagina, None)
        return shared

    def _attempt(self, key: PartKey, pagina: Pagina, teken: Teken | None) -> Rendering:
        """A part rendered with stand-ins, of which `teken` gives the text, or with the facts of the municipality."""
        view = PageView(pagina)
        facts: dict[str, object] = {}
        html, seen = self.common.delen.render_seen(
            key[2],
            self._gemeente(teken, facts),
            key[1],
            pagina=view,
            basis=BASIS,
            varianten=variant_views(self.varianten(pagina)),
            paginas=self.common.by_language[pagina.taal],
            **self._context(key[1], pagina.taal, teken, facts),
        )
        if "varianten" in seen:
            view.facts["varianten"] = self._variant_shape(pagina)
            facts["start"] = self.shapes["start"]
        if teken and "materiaal" in seen and self.materiaal:
            raise Bekeken("materiaal")
        facts |= {name: self.shapes[name] for name in seen & SHAPED}
        return Rendering(html, view.facts, facts, is_shared=teken is str)

    def _gemeente(self, teken: Teken | None, facts: dict[str, object]) -> Any:
        """The municipality as it is, or as stand-ins; what is asked of those is noted in `facts`."""
        return _noting(self.gegevens, "gemeente.", teken, facts) if teken else self.gemeente

    def _palet(self, teken: Teken | None, facts: dict[str, object]) -> Beeld | Palet:
        return _noting(self.gegevens, "kleur_", teken, facts) if teken else self.merk.palet

    def _fact(self, naam: str, teken: Teken | None, facts: dict[str, object]) -> Any:
        return _noted(self.gegevens, naam, teken, facts) if teken else self.gegevens.plain(naam)

    def _context(self, taal: str, page_taal: str, teken: Teken | None, facts: dict[str, object]) -> dict[str, object]:
        """What parts may ask of the municipality, besides its data."""
        gemeente = self._gemeente(teken, facts)
        naam = self.common.inhoud.woord("site.naam", taal, naam=gemeente.naam)
        uri = self._fact("tooi", teken, facts)
        return {
            "start": self._named("index"),
            "site_url": self._fact("site_url", teken, facts),
            "aanbod": self.aanbod,
            "folders": self.folders.get(taal, ()),
            "materiaal": self.materiaal.get(taal),
            "palet": self._palet(teken, facts),
            "deelplaatje": SOCIAL_IMAGE,
            "logo": self._logo,
            "gegevens": page_data(gemeente, TITEL, URL, page_taal, naam, uri),
        }


def _noting(gegevens: Gegevens, start: str, teken: Teken, facts: dict[str, object]) -> Beeld:
    """Stand-ins for the facts of which the name begins with `start`; what is asked is noted in `facts`."""
    return Beeld(lambda name: _noted(gegevens, start + name, teken, facts))


def _noted(gegevens: Gegevens, naam: str, teken: Teken, facts: dict[str, object]) -> Any:
    facts[naam] = gegevens.vorm(naam)
    return gegevens.stand_in(naam, teken)


def _with_nasty(rendering: Rendering) -> str:
    """The HTML of a rendering with `NASTY` for every fact."""
    return rendering.with_facts(lambda gap: escape_for(gap.place, NASTY))
