"""What earlier runs found out about the pages and parts of all municipalities, in one file of the cache.

It saves nearly all work for a municipality whose facts have a shape that was seen before.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import digest
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.composition import Compositions
from familiegroepsplan.site.rendering import Renderings
from familiegroepsplan.site.template import PageKeys, Template, TemplatePage

KIND = "bekend"
FEW = 16
"""So many pages are put together in a few hundredths of a second; to keep them takes a tenth."""

KEPT = 4
"""Files of about 15 MB: one for all languages, and some for a few."""


@dataclass(frozen=True)
class Known:
    """Pages of the template by key; and for one state of all that parts show of them, what was made of them."""

    pages: Mapping[str, TemplatePage] = field(default_factory=dict)
    around: str = ""
    renderings: Renderings = field(default_factory=Renderings)
    compositions: Compositions = field(default_factory=Compositions)


class Memory:
    """The file for some languages, and what is in it."""

    def __init__(self, cache: Cache, inputs: Inputs, talen: Collection[str]) -> None:
        self._cache, self._inputs = cache, inputs
        self._key = digest(inputs.parts, sorted(talen))
        found = cache.get(KIND, self._key)
        self.known = found if isinstance(found, Known) else Known()

    def common(self, inhoud: Inhoud, template: Template) -> Common:
        """What sites share, with as much of it as is known and still true."""
        common = Common(self._inputs.project, inhoud, template)
        if self.known.around == self._inputs.around(template):
            common.renderings = self.known.renderings
            common.compositions = self.known.compositions.only(template.pages)
        return common

    def keep(self, common: Common, keys: PageKeys) -> None:
        """Keep what was found out in this run, if it is more than is found out again in no time."""
        template = common.template
        pages = {keys[page.pagina.taal, page.pagina.naam]: page for page in template.pages}
        compositions = common.compositions.only(template.pages)
        new = compositions.known.keys() - self.known.compositions.known.keys()
        if common.renderings.grown or max(len(new), len(pages.keys() - self.known.pages.keys())) > FEW:
            made = Known(pages, self._inputs.around(template), common.renderings, compositions)
            self._cache.put(KIND, self._key, made)
            self._cache.keep_newest(KIND, KEPT)
