"""Fills a template for one municipality: every page in every language that it offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.print.aanbod import Folderaanbod
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.composition import Alike, Composition
from familiegroepsplan.site.gapped import Gapped
from familiegroepsplan.site.own_text import OwnTexts
from familiegroepsplan.site.parts import Parts
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.rendering import Rendering
from familiegroepsplan.site.template import Pagina, TemplatePage
from familiegroepsplan.site.values import Encoded, Values
from familiegroepsplan.site.whole import Whole
from familiegroepsplan.token import Token
from familiegroepsplan.toolkit.overzicht import Overzicht

ADDITION = "aanvulling"
"""The part that is the municipality's own text."""


@dataclass
class Fill:
    """Values and parts of one municipality, and the pages that they make.

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
    _compositions: dict[str, Composition] = field(default_factory=dict)

    @cached_property
    def offered(self) -> list[TemplatePage]:
        """The pages that this municipality offers, with its own texts in place of the blocks that it replaces."""
        pages = [page for page in self.common.template.pages if page.pagina.taal in self.gemeente.talen]
        return [self._replaced(page) for page in pages] if self.own_texts.blokken else pages

    def _replaced(self, page: TemplatePage) -> TemplatePage:
        return page.replaced(lambda gap: self.own_texts.blok(gap.naam, gap.shift, page.pagina))

    @cached_property
    def parts(self) -> Parts:
        """The parts of this municipality."""
        return Parts(self.common, self.gemeente, self.merk, self.aanbod, self.folders, self.materiaal)

    @cached_property
    def whole(self) -> Whole:
        """All its pages."""
        if self.own_texts.blokken or self.own_texts.aanvullingen:
            return Whole(tuple(map(self.composition, self.offered)))
        wholes = self.common.wholes
        found = wholes.get(self.parts.shape)
        if found is None:
            found = Whole(tuple(map(self.composition, self.offered)))
            wholes.keep(self.parts.shape, found)
        return found

    def filled(self, text: Gapped) -> tuple[bytes, bool]:
        """A text with the values of the municipality; and whether a token may be in it."""
        data = text.filled(self.encoded)
        return data, text.may_hold_token or self.encoded.may_make_token

    def page(self, page: TemplatePage) -> bytes:
        """The HTML of one page."""
        return self.composition(page).text.filled(self.encoded)

    @cached_property
    def values(self) -> Values:
        """The values of the municipality."""
        return Values(self.gemeente, self.common.inhoud, self.parts.gegevens)

    @cached_property
    def encoded(self) -> Encoded:
        """The same in UTF-8, by the keys of their gaps."""
        return Encoded(self.values)

    def composition(self, page: TemplatePage) -> Composition:
        """A page with the renderings that belong on it."""
        found = self._compositions.get(page.pagina.url)
        if found is None:
            found = self.common.compositions.get(page, self._alike(page)) or self._compose(page)
            self._compositions[page.pagina.url] = found
        return found

    def _alike(self, page: TemplatePage) -> Alike | None:
        """What this municipality has alike with others on a page; None when it has a text of its own there."""
        if page.pagina.naam in self.own_texts.aanvullingen:
            return None
        return tuple(map(self.parts.numbers.__getitem__, page.part_keys))

    def _compose(self, page: TemplatePage) -> Composition:
        pagina, compositions = page.pagina, self.common.compositions
        find, add = self.parts.rendering, self._addition
        renderings = tuple(add(pagina) if key[2] == ADDITION else find(key, pagina) for key in page.part_keys)
        made = compositions.compose(page, renderings, self.common.properties[pagina.url])
        compositions.keep(made, self._alike(page))
        return made

    def _addition(self, pagina: Pagina) -> Rendering:
        if pagina.naam not in self.own_texts.aanvullingen:
            return self.common.compositions.nothing
        return Rendering(self.own_texts.aanvulling(pagina) or "", {}, {}, is_shared=False)

    def value(self, token: Token, place: Place | None) -> str:
        """A value or fact, escaped for the place where it lands (None: as it is)."""
        return self.values.value(token, place)

    def varianten(self, pagina: Pagina) -> dict[str, Pagina]:
        """The same page per language that the municipality offers and the template has."""
        return self.parts.varianten(pagina)
