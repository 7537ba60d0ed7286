"""What the sites of all municipalities have in common: the template, the parts, and what was made of them before."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.deel import Delen
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.site.composition import Compositions, Properties
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.gapped import Gapped, gapped
from familiegroepsplan.site.metadata import sitemap
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.rendering import Renderings
from familiegroepsplan.site.template import Gap, Pagina, Template
from familiegroepsplan.site.whole import Wholes
from familiegroepsplan.token import Soort, Token


@dataclass
class Common:
    """Made once, used for every municipality."""

    project: Project
    inhoud: Inhoud
    template: Template
    renderings: Renderings = field(default_factory=Renderings)
    compositions: Compositions = field(default_factory=Compositions)
    wholes: Wholes = field(default_factory=Wholes)
    _sitemaps: dict[tuple[str, ...], Gapped] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, object]:
        """A template of Jinja2 cannot travel to another process."""
        return {name: value for name, value in self.__dict__.items() if name != "delen"}

    @cached_property
    def delen(self) -> Delen:
        """The named parts."""
        return Delen(self.project.delen, self.inhoud, self.project.cache / "jinja")

    @cached_property
    def by_language(self) -> dict[str, dict[str, Pagina]]:
        """The pages of each language by name."""
        found: dict[str, dict[str, Pagina]] = {}
        for (naam, taal), pagina in self.template.by_name.items():
            found.setdefault(taal, {})[naam] = pagina
        return found

    def sitemap(self, talen: tuple[str, ...]) -> Gapped:
        """The sitemap for municipalities that offer these languages."""
        if talen not in self._sitemaps:
            self._sitemaps[talen] = gapped(sitemap(self._claimed(talen)))
        return self._sitemaps[talen]

    def _claimed(self, talen: tuple[str, ...]) -> Iterator[dict[str, Pagina]]:
        """Each page in the languages in which it really exists."""
        for page in self.template.pages:
            if page.pagina.taal == BRON_TAAL and page.pagina.zoekbaar:
                found = ((taal, self.template.find(page.pagina.naam, taal)) for taal in talen)
                yield {taal: variant for taal, variant in found if variant and variant.vertaald}

    @cached_property
    def properties(self) -> dict[str, Properties]:
        """What the tokens of a page stand for, by address of the page."""
        return {page.pagina.url: self._properties(page.pagina) for page in self.template.pages}

    def _properties(self, pagina: Pagina) -> Properties:
        """An error page stands at any address, so it needs the whole path."""
        path = Gap(Token(Soort.WAARDE, pagina.taal, "site.pad"), None)
        found: dict[str, str | Gap] = {"basis": pagina.basis if pagina.zoekbaar else path, "url": pagina.url}
        found["titel"] = escape_for(Place.JSON, pagina.titel)
        for taal, pages in self.by_language.items():
            variant = pages.get(pagina.naam) or pages.get("index")
            found[f"url.{taal}"] = variant.url if variant else ""
        return found
