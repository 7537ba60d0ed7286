"""Where in an HTML page a token landed: text, attribute, URL or JSON; each needs its own escaping."""

import re
from enum import Enum
from html.parser import HTMLParser

from familiegroepsplan.token import TOKEN

URL_ATTRIBUTES = {"href", "src", "action", "poster", "cite"}
JSON_TYPES = {"application/json", "application/ld+json"}
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")


class Place(Enum):
    """A place with its own rule for what a value may look like there."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    URL = "whole URL"
    URL_PART = "part of a URL"
    JSON = "JSON string"
    TOJSON = "JSON string in ASCII"
    INDEX = "JSON string of a search index"


class UnsafePlace(ValueError):
    """A token stands where no escaping is safe: a script, a style, a tag name, an unquoted attribute; says where."""


class _PlaceFinder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.places: list[Place] = []
        self._raw: str | None = None

    def _add(self, text: str, place: Place) -> None:
        self.places += [place] * len(TOKEN.findall(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or ""
        inside = 0
        for name, value in ATTRIBUTE.findall(source):
            tokens = TOKEN.findall(value)
            inside += len(tokens)
            if tokens and value[0] not in "\"'":
                raise UnsafePlace(f"in {name} van <{tag}>, zonder aanhalingstekens")
            if tokens and (name.lower().startswith("on") or name.lower() in {"style", "srcdoc"}):
                raise UnsafePlace(f"in {name} van <{tag}>")
            for match in TOKEN.finditer(value):
                self.places.append(_attribute_place(name.lower(), value[1:-1], match.start() - 1))
        if inside != len(TOKEN.findall(source)):
            raise UnsafePlace(f"in het element <{tag}> zelf")
        if tag in {"script", "style"}:
            kind = dict(attrs).get("type") or ""
            self._raw = "json" if kind in JSON_TYPES else tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._raw = None

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._raw = None

    def handle_data(self, data: str) -> None:
        if self._raw in {"script", "style"} and TOKEN.search(data):
            raise UnsafePlace(f"in <{self._raw}>")
        self._add(data, Place.JSON if self._raw == "json" else Place.TEXT)

    def handle_comment(self, data: str) -> None:
        if TOKEN.search(data):
            raise UnsafePlace("in een opmerking (<!-- -->)")


def _attribute_place(name: str, value: str, start: int) -> Place:
    if name not in URL_ATTRIBUTES:
        return Place.ATTRIBUTE
    return Place.URL if start == 0 else Place.URL_PART


def token_places(html: str) -> list[Place]:
    """The place of every token of `html`, in the order in which they stand in it.

    Raises UnsafePlace when a token stands where no value may be filled in.
    """
    finder = _PlaceFinder()
    finder.feed(html)
    finder.close()
    found = len(TOKEN.findall(html))
    if len(finder.places) != found:
        raise UnsafePlace("in een element dat niet af is")
    return finder.places
