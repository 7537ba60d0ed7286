"""The rows of search indexes, made once for all municipalities where the same parts stand on a page."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from familiegroepsplan.site.gapped import Gapped, gapped
from familiegroepsplan.site.passages import Stuk, put_together
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.template import Gap, TemplatePage
from familiegroepsplan.site.zoekindex import row
from familiegroepsplan.token import TOKEN, parse_token

REMEMBERED = 1024


@dataclass
class Rows:
    """The rows of pages by what stands on them, tokens of values still in them: most are the same everywhere."""

    known: OrderedDict[tuple[int, ...], tuple[Gapped, TemplatePage, tuple[tuple[Stuk, ...], ...]]] = field(
        default_factory=OrderedDict
    )

    def __getstate__(self) -> dict[str, object]:
        return {"known": OrderedDict()}  # The keys are numbers of objects, which have others elsewhere.

    def row(self, page: TemplatePage, parts: tuple[tuple[Stuk, ...], ...]) -> Gapped:
        """The row of a page on which these parts stand, in order."""
        key = id(page), *map(id, parts)
        if key in self.known:
            self.known.move_to_end(key)
            return self.known[key][0]
        following = iter(parts)
        found = put_together(page.passages, page.pagina.taal, lambda _: next(following))
        made = gapped(_cut(row(page.pagina, found)))
        self.known[key] = made, page, parts  # Kept, so that nothing else gets their numbers.
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return made


def _cut(text: str) -> Iterator[str | Gap]:
    position = 0
    for match in TOKEN.finditer(text):
        yield text[position : match.start()]
        yield Gap(parse_token(match[0]), Place.INDEX)
        position = match.end()
    yield text[position:]
