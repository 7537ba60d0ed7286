"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

import json
from dataclasses import dataclass, field

from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.template import TemplatePage
from familiegroepsplan.site.zoekindex import index_of
from familiegroepsplan.token import parse_token


def index(fill: Fill, taal: str) -> str:
    """The index of a language of the municipality."""
    return index_of(map(_Rows(fill).row, fill.by_language[taal]), taal)


@dataclass
class _Rows:
    """The rows of the pages in one language; the values serve every page."""

    fill: Fill
    values: dict[str, str] = field(default_factory=dict)

    def row(self, page: TemplatePage) -> str:
        """The row of a page."""
        out = list(self.fill.composition(page).row)
        out[1::2] = map(self._value, out[1::2])
        return "".join(out)

    def _value(self, word: str) -> str:
        """A value as it stands in the JSON of an index: white space folded as in all text of it."""
        known = self.values.get(word)
        if known is None:
            text = " ".join(self.fill.value(parse_token(word), None).split())
            known = self.values[word] = json.dumps(text, ensure_ascii=False)[1:-1]
        return known
