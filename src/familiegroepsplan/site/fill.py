"""Fills a template for one municipality: every page in every language that it offers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.metadata import SOCIAL_IMAGE, page_data
from familiegroepsplan.site.own_text import OwnTexts
from familiegroepsplan.site.template import Gap, Pagina, Segment, Template, TemplatePage
from familiegroepsplan.token import Soort
from familiegroepsplan.waarde import WAARDEN


@dataclass
class Fill:
    """Values and parts of one municipality, rendered once each and then joined into pages."""

    template: Template
    gemeente: Gemeente
    inhoud: Inhoud
    delen: Delen
    own_texts: OwnTexts
    merk: Merk
    aanbod: frozenset[str] = frozenset()
    _parts: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def pages(self) -> Iterator[tuple[Pagina, str]]:
        """Each page that this municipality offers, with its HTML."""
        for page in self.template.pages:
            if page.pagina.taal in self.gemeente.talen:
                yield page.pagina, self.page(page)

    def page(self, page: TemplatePage) -> str:
        """The HTML of one page."""
        return "".join(self._segment(s, page.pagina) for s in page.segments)

    def _segment(self, segment: Segment, pagina: Pagina) -> str:
        if isinstance(segment, str):
            return segment
        if isinstance(segment, Gap):
            return self._gap(segment, pagina)
        own = self.own_texts.blok(segment.naam, segment.shift, pagina)
        return own if own is not None else "".join(self._segment(s, pagina) for s in segment.landelijk)

    def _gap(self, gap: Gap, pagina: Pagina) -> str:
        token = gap.token
        if token.soort is Soort.WAARDE:
            return escape_for(gap.place, self._value(token.naam, token.taal))
        key = (token.taal, token.naam, pagina.url)
        if key not in self._parts:
            self._parts[key] = self._part(token.naam, token.taal, pagina)
        return self._parts[key]

    def _part(self, naam: str, taal: str, pagina: Pagina) -> str:
        if naam == "aanvulling":
            return self.own_texts.aanvulling(pagina) or ""
        return self.delen.render(
            naam,
            self.gemeente,
            taal,
            pagina=pagina,
            basis=self.basis(pagina),
            varianten=self.varianten(pagina),
            start=self._named("index"),
            paginas={p.naam: p for (_, code), p in self.template.by_name.items() if code == pagina.taal},
            site_url=self.gemeente.site_url,
            aanbod=self.aanbod,
            palet=self.merk.palet,
            deelplaatje=SOCIAL_IMAGE,
            logo=f"logo{self.merk.logo.suffix}" if self.merk.logo else None,
            gegevens=page_data(self.gemeente, pagina, self._value("site.naam", taal)),
        )

    def _named(self, naam: str) -> dict[str, Pagina]:
        """One page in every language that the municipality offers."""
        found = {taal: self.template.find(naam, taal) for taal in self.gemeente.talen}
        return {taal: page for taal, page in found.items() if page}

    def _value(self, naam: str, taal: str) -> str:
        _, read = WAARDEN[naam]
        return read(self.gemeente, taal, self.inhoud)

    def basis(self, pagina: Pagina) -> str:
        """What stands before a path within the site: relative, but absolute on the error pages."""
        if pagina.zoekbaar:
            return pagina.basis
        return self._value("site.pad", pagina.taal)

    def varianten(self, pagina: Pagina) -> dict[str, Pagina]:
        """The same page per language that the municipality offers and the template has."""
        return self._named(pagina.naam)
