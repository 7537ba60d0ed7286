"""All pages of a site with the renderings on them: what is known of them serves every one that has the same."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property

from familiegroepsplan.site.composition import Composition
from familiegroepsplan.site.findings import Bevindingen, together
from familiegroepsplan.site.gapped import Gapped, joined
from familiegroepsplan.site.zoekindex import around

REMEMBERED = 256
"""So many are kept; each is a list of what is known of its pages."""


@dataclass(frozen=True, eq=False)
class Whole:
    """The pages of a site, in order of address."""

    compositions: tuple[Composition, ...]
    _indexes: dict[str, Gapped] = field(default_factory=dict)

    def index(self, taal: str) -> Gapped:
        """The search index of a language."""
        if taal not in self._indexes:
            pages = (one for one in self.compositions if one.page.pagina.taal == taal and one.page.pagina.zoekbaar)
            self._indexes[taal] = joined((one.row for one in pages), *around(taal))
        return self._indexes[taal]

    @cached_property
    def by_file(self) -> dict[str, Composition]:
        """The pages by the names of their files."""
        return {one.page.pagina.bestand: one for one in self.compositions}

    @cached_property
    def findings(self) -> Bevindingen:
        """What a check finds on all of them."""
        return together(one.finding for one in self.compositions)

    @property
    def is_shared(self) -> bool:
        """Whether other municipalities may have it too."""
        return all(rendering.is_shared for one in self.compositions for rendering in one.renderings)

    def learn(self) -> None:
        """Find out everything now."""
        for one in self.compositions:
            one.learn()
        _ = self.findings


@dataclass
class Wholes:
    """What sites are made of, by the languages of a municipality and the shapes of all that parts ask of it."""

    known: OrderedDict[Hashable, Whole] = field(default_factory=OrderedDict)

    def get(self, shape: Hashable) -> Whole | None:
        """The one for municipalities of this shape, if there was one before."""
        found = self.known.get(shape)
        if found is not None:
            self.known.move_to_end(shape)
        return found

    def keep(self, shape: Hashable, whole: Whole) -> None:
        """Keep one for those, if it may be shared."""
        if whole.is_shared:
            self.known[shape] = whole
            if len(self.known) > REMEMBERED:
                self.known.popitem(last=False)
