"""The values of a municipality as they are written in the places where they land."""

from dataclasses import dataclass, field

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.gegevens import Gegevens
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.template import gap_of
from familiegroepsplan.token import TOKEN_START, Soort, Token
from familiegroepsplan.waarde import WAARDEN

_STARTS = tuple(TOKEN_START[:length] for length in range(1, len(TOKEN_START)))
_ENDS = tuple(TOKEN_START[-length:] for length in range(1, len(TOKEN_START)))


@dataclass
class Values:
    """Each value is made once. Nothing here knows the pages, so that all goes as soon as the site is made."""

    gemeente: Gemeente
    inhoud: Inhoud
    gegevens: Gegevens
    _known: dict[tuple[str, str, Place | None], str] = field(default_factory=dict)

    def value(self, token: Token, place: Place | None) -> str:
        """A value or fact, escaped for the place where it lands (None: as it is)."""
        key = (token.taal, token.naam, place)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = escape_for(place, self._plain(token))
        return found

    def _plain(self, token: Token) -> str:
        if token.soort is Soort.GEGEVEN:
            return self.gegevens.text(token)
        return WAARDEN[token.naam][1](self.gemeente, token.taal, self.inhoud)


class Encoded(dict[str, bytes]):
    """The same in UTF-8, by the keys of their gaps."""

    def __init__(self, values: Values) -> None:
        super().__init__()
        self._values = values
        self.may_make_token = False
        """Whether one of them, with what stands beside it, may look like a token."""

    def __missing__(self, key: str) -> bytes:
        gap = gap_of(key)
        text = self._values.value(gap.token, gap.place)
        self.may_make_token |= TOKEN_START in text or text.startswith(_ENDS) or text.endswith(_STARTS)
        self[key] = text.encode()
        return self[key]
