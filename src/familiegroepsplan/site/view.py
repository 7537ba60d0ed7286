"""What a part sees of the page it stands on.

An address can be filled in afterwards, so a part gets a token for it; every other property that it asks for is
noted. One rendering then serves every page on which these properties are the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from familiegroepsplan.site.template import Pagina
from familiegroepsplan.token import Soort, Token


@lru_cache(maxsize=64)
def page_token(naam: str) -> str:
    """The token for a property of the page: `basis`, `url`, `titel` (as a JSON string) or `url.en`."""
    return str(Token(Soort.PAGINA, "", naam))


BASIS, URL, TITEL = page_token("basis"), page_token("url"), page_token("titel")


@dataclass(frozen=True)
class PageView:
    """A page as a part sees it; what is asked for is noted in `facts`."""

    _pagina: Pagina
    facts: dict[str, object] = field(default_factory=dict, compare=False)
    url: str = URL
    basis: str = BASIS

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pagina, name)
        self.facts[name] = value
        return value


@dataclass(frozen=True)
class VariantView:
    """The same page in another language as a part sees it: its address, and whether it is translated."""

    url: str
    vertaald: bool


def variant_views(varianten: Mapping[str, Pagina]) -> dict[str, VariantView]:
    """The page in each of the languages, by code."""
    return {taal: VariantView(page_token(f"url.{taal}"), p.vertaald) for taal, p in varianten.items()}
