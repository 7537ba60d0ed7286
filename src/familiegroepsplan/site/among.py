"""Which renderings of parts are right for a municipality, by the shapes of what parts may ask of it.

Nothing here knows the municipality's pages, so that all goes as soon as its site is made.
"""

from collections.abc import Mapping

from familiegroepsplan.site.gegevens import Gegevens
from familiegroepsplan.site.rendering import OfPages, Renderings
from familiegroepsplan.site.template import PartKey


class Shapes(dict[str, object]):
    """The shapes of facts by name, and what else parts may ask (`more`) as it is."""

    def __init__(self, gegevens: Gegevens, more: Mapping[str, object]) -> None:
        super().__init__(more)
        self._gegevens = gegevens

    def __missing__(self, name: str) -> object:
        self[name] = self._gegevens.vorm(name)
        return self[name]


class Among(dict[PartKey, list[OfPages]]):
    """The renderings of each part to choose from."""

    def __init__(self, renderings: Renderings, shapes: Shapes) -> None:
        super().__init__()
        self._renderings, self._shapes = renderings, shapes

    def __missing__(self, key: PartKey) -> list[OfPages]:
        self[key] = self._renderings.of(key, self._shapes.__getitem__)
        return self[key]


class Numbers(dict[PartKey, tuple[int, ...]]):
    """Their numbers: for who has the same, the part is rendered the same on every page."""

    def __init__(self, among: Among) -> None:
        super().__init__()
        self._among = among

    def __missing__(self, key: PartKey) -> tuple[int, ...]:
        self[key] = tuple(one.number for one in self._among[key])
        return self[key]
