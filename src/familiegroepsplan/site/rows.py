"""The rows of search indexes, made once for all municipalities where the same parts stand on a page."""

from collections import OrderedDict
from dataclasses import dataclass, field

from familiegroepsplan.site.passages import Stuk, put_together
from familiegroepsplan.site.template import TemplatePage
from familiegroepsplan.site.zoekindex import row
from familiegroepsplan.token import TOKEN

REMEMBERED = 1024
Cut = tuple[str, ...]
"""Literal text, token, literal text, and so on."""


@dataclass
class Rows:
    """The rows of pages by what stands on them, tokens of values still in them: most are the same everywhere."""

    known: OrderedDict[tuple[int, ...], tuple[Cut, TemplatePage, tuple[tuple[Stuk, ...], ...]]] = field(
        default_factory=OrderedDict
    )

    def __getstate__(self) -> dict[str, object]:
        return {"known": OrderedDict()}  # The keys are numbers of objects, which have others elsewhere.

    def row(self, page: TemplatePage, parts: tuple[tuple[Stuk, ...], ...]) -> Cut:
        """The row of a page on which these parts stand, in order."""
        key = id(page), *map(id, parts)
        if key in self.known:
            self.known.move_to_end(key)
            return self.known[key][0]
        following = iter(parts)
        found = put_together(page.passages, page.pagina.taal, lambda _: next(following))
        made = _cut(row(page.pagina, found))
        self.known[key] = made, page, parts  # Kept, so that nothing else gets their numbers.
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return made


def _cut(text: str) -> Cut:
    pieces, position = [], 0
    for match in TOKEN.finditer(text):
        pieces += [text[position : match.start()], match[0]]
        position = match.end()
    return (*pieces, text[position:])
