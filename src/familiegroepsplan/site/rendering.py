"""The renderings of parts: each made once for all municipalities whose facts have the same shape, and kept.

A rendering is cut at what differs: properties of the page that it stands on, and facts of the municipality.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from familiegroepsplan.site.outline import Outline, outline
from familiegroepsplan.site.passages import Stuk, read_passages
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.template import Gap, PartKey
from familiegroepsplan.site.view import page_token
from familiegroepsplan.token import TOKEN, Soort, parse_token

Facts = Mapping[str, object]
"""What a rendering depends on, by name."""

JSON = re.compile(r"<script\b[^>]*\btype=\"application/(?:ld\+)?json\"[^>]*>.*?</script>", re.DOTALL)
REMEMBERED = 256
"""So many renderings of one part in one language are kept."""


@dataclass(frozen=True, eq=False)
class Rendering:
    """A part as it was rendered, tokens still in it; `pagina` and `facts` tell of which it may be used."""

    html: str
    pagina: Facts
    facts: Facts
    is_shared: bool

    @cached_property
    def pieces(self) -> tuple[str | Gap, ...]:
        """Literal text, what goes in between (a property of the page by name, or a fact), literal text, and so on."""
        scripts = [match.span() for match in JSON.finditer(self.html)] if self.is_shared else []
        found: list[str | Gap] = []
        position = 0
        for match in self._tokens():
            token = parse_token(match[0])
            in_json = any(begin < match.start() < end for begin, end in scripts)
            gap = token.naam if token.soort is Soort.PAGINA else Gap(token, Place.TOJSON if in_json else Place.TEXT)
            found += [self.html[position : match.start()], gap]
            position = match.end()
        return (*found, self.html[position:])

    def _tokens(self) -> Iterator[re.Match[str]]:
        """The tokens that were put here; in what is not shared, a value of the municipality may look like one."""
        wanted = {Soort.PAGINA, Soort.GEGEVEN} if self.is_shared else {Soort.PAGINA}
        return (match for match in TOKEN.finditer(self.html) if _soort(match[0]) in wanted)

    def with_facts(self, text: Callable[[Gap], str]) -> str:
        """The HTML with these texts in place of facts; properties of the page stay open."""
        return "".join(self._written(piece, at, text) for at, piece in enumerate(self.pieces))

    def _written(self, piece: str | Gap, at: int, text: Callable[[Gap], str]) -> str:
        if isinstance(piece, Gap):
            return text(piece)
        return page_token(piece) if at % 2 else piece

    @cached_property
    def outline(self) -> Outline:
        """What a check of a page looks at."""
        return outline(self.html)

    @cached_property
    def _passages(self) -> dict[bool, tuple[Stuk, ...]]:
        return {}

    def passages(self, taal: str, *, nederlands: bool) -> tuple[Stuk, ...]:
        """What can be found in it on a page in `taal`; `nederlands`: where the text around it is Dutch."""
        if nederlands not in self._passages:
            text = "".join(piece for piece in self._without_page())
            self._passages[nederlands] = read_passages(text, taal, nederlands)
        return self._passages[nederlands]

    def _without_page(self) -> Iterator[str]:
        for at, piece in enumerate(self.pieces):
            if isinstance(piece, Gap):
                yield str(piece.token)
            elif at % 2 == 0:
                yield piece


def _soort(word: str) -> Soort | None:
    try:
        return parse_token(word).soort
    except ValueError:
        return None


T = TypeVar("T")


class ByFacts(Generic[T]):
    """Things by the facts that they depend on, which need not be the same ones for each."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, ...], dict[tuple[object, ...], T]] = {}

    def of(self, fact: Callable[[str], object]) -> Iterator[T]:
        """All of which the facts are those that `fact` gives."""
        for names, things in self._groups.items():
            found = things.get(tuple(map(fact, names)))
            if found is not None:
                yield found

    def keep(self, facts: Facts, make: Callable[[], T]) -> T:
        """The thing that depends on these facts, made if there is none; of too many, the oldest goes."""
        names = tuple(sorted(facts))
        things = self._groups.setdefault(names, {})
        values = tuple(facts[name] for name in names)
        if values not in things:
            things[values] = make()
            if len(things) > REMEMBERED:
                del things[next(iter(things))]
        return things[values]


class OfPages(ByFacts[Rendering]):
    """Renderings of one part for municipalities with the same facts, by what they show of the page.

    No two have the same `number`.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@dataclass
class Renderings:
    """The renderings that municipalities share, by part; `grown` once there are new ones.

    `facts` names all that any of them depends on.
    """

    known: dict[PartKey, ByFacts[OfPages]] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    number: int = 0
    grown: bool = False

    def of(self, key: PartKey, fact: Callable[[str], object]) -> list[OfPages]:
        """Those of a part that fit a municipality, whose facts have the shapes that `fact` gives."""
        return list(self.known[key].of(fact)) if key in self.known else []

    def keep(self, key: PartKey, rendering: Rendering) -> OfPages:
        """Keep a rendering, for the municipalities that follow if it may be shared; gives those of the same facts."""
        among: OfPages = self._make()
        if rendering.is_shared:
            self.grown = True
            self.facts.update(rendering.facts)
            among = self.known.setdefault(key, ByFacts()).keep(rendering.facts, lambda: among)
        among.keep(rendering.pagina, lambda: rendering)
        return among

    def _make(self) -> OfPages:
        self.number += 1
        return OfPages(self.number)

    def __getstate__(self) -> dict[str, object]:
        return {"known": self.known, "facts": self.facts, "number": self.number, "grown": False}
