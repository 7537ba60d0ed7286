"""A page of the template with renderings of its parts on it: what is known of it serves every municipality that has it.

Its text waits for the values of a municipality; what a check finds on it and what can be found on it by a searcher
are looked up once.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from familiegroepsplan.site.findings import Bevinding, Findings
from familiegroepsplan.site.gapped import Gapped, gapped
from familiegroepsplan.site.outline import Outline
from familiegroepsplan.site.passages import Deelplek
from familiegroepsplan.site.rendering import Rendering
from familiegroepsplan.site.rows import Rows
from familiegroepsplan.site.template import Gap, TemplatePage
from familiegroepsplan.token import Soort

REMEMBERED = 640
"""So many are kept: more than twice the pages of one municipality in all languages, about 20 MB."""

Alike = tuple[tuple[int, ...], ...]
"""For each part of a page, in order, the numbers of the renderings to choose from."""

Key = tuple[int, Alike]

Properties = Mapping[str, str | Gap]
"""What the tokens of a page stand for, in parts."""


@dataclass(frozen=True, eq=False)
class Composition:
    """A page with, for each of its parts in order, a rendering of it."""

    page: TemplatePage
    renderings: tuple[Rendering, ...]
    properties: Properties
    findings: Findings
    rows: Rows

    @cached_property
    def text(self) -> Gapped:
        """The HTML of the page."""
        return gapped(self._in_order())

    def _in_order(self) -> Iterator[str | Gap]:
        renderings = iter(self.renderings)
        for segment in self.page.flat:
            if isinstance(segment, Gap) and segment.token.soort is Soort.DEEL:
                for at, piece in enumerate(next(renderings).pieces):
                    yield self.properties[piece] if at % 2 and isinstance(piece, str) else piece
            else:
                yield segment

    def learn(self) -> None:
        """Find out everything now."""
        _ = self.text, self.finding, self.page.pagina.zoekbaar and self.row

    @cached_property
    def finding(self) -> Bevinding:
        """What a check finds on the page."""
        words = {naam: one if isinstance(one, str) else str(one.token) for naam, one in self.properties.items()}
        return self.findings.look(self.page.pagina, tuple(self._outlines()), words)

    def _outlines(self) -> Iterator[Outline]:
        renderings = iter(self.renderings)
        for chunk in self.page.chunks:
            yield chunk if isinstance(chunk, Outline) else next(renderings).outline

    @cached_property
    def row(self) -> Gapped:
        """The row of the page in the search index of its language."""
        by_token = {str(token): one for token, one in zip(self.page.parts, self.renderings, strict=True)}
        found = (stuk for stuk in self.page.passages if isinstance(stuk, Deelplek))
        taal = self.page.pagina.taal
        parts = tuple(by_token[stuk.token].passages(taal, nederlands=stuk.nederlands) for stuk in found)
        return self.rows.row(self.page, parts)


@dataclass
class Compositions:
    """The compositions that municipalities share.

    `nothing` is the rendering of a part of which a municipality has none.
    """

    findings: Findings = field(default_factory=Findings)
    rows: Rows = field(default_factory=Rows)
    nothing: Rendering = field(default_factory=lambda: Rendering("", {}, {}, is_shared=True))
    known: OrderedDict[Key, Composition] = field(default_factory=OrderedDict)

    def get(self, page: TemplatePage, alike: Alike | None) -> Composition | None:
        """The composition of a page for municipalities that are `alike` in its parts, if there was one before."""
        if alike is None:
            return None
        key = id(page), alike
        found = self.known.get(key)
        if found is not None:
            self.known.move_to_end(key)
        return found

    def keep(self, composition: Composition, alike: Alike | None) -> None:
        """Keep a composition for those."""
        if alike is None:
            return
        self.known[id(composition.page), alike] = composition
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)

    def compose(self, page: TemplatePage, renderings: tuple[Rendering, ...], properties: Properties) -> Composition:
        """A page with a rendering of each of its parts."""
        return Composition(page, renderings, properties, self.findings, self.rows)

    def only(self, pages: Iterable[TemplatePage]) -> "Compositions":
        """Those of these pages that more than one municipality may have."""
        wanted = {id(page) for page in pages}
        kept = OrderedDict(
            (key, one)
            for key, one in self.known.items()
            if key[0] in wanted and all(rendering.is_shared for rendering in one.renderings)
        )
        return Compositions(self.findings, self.rows, self.nothing, kept)

    def __getstate__(self) -> dict[str, object]:
        kept = [(alike, one) for (_, alike), one in self.known.items()]
        return {"findings": self.findings, "rows": self.rows, "nothing": self.nothing, "kept": kept}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Objects have other numbers now."""
        kept = state.pop("kept")
        self.__dict__.update(state)
        self.known = OrderedDict(((id(one.page), alike), one) for alike, one in kept)
