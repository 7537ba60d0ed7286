"""The codes in a piece of text that a translator must leave as they are: names between braces, links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

_CODE = re.compile(
    r"(?P<naam>\{\{[^{}]*\}\}|<(?:https?|mailto):[^<>\s]+>)|(?P<open>!?\[)(?P<tekst>[^\[\]]*)(?P<doel>\]\([^()\s]*\))"
)


@dataclass(frozen=True)
class Deeltje:
    """A stretch of a text: plain (`element` is empty), or a code as an inline element of XLIFF 1.2.

    A name is a `ph`; what opens and closes a link is a `bpt` and an `ept` with the same id.
    """

    tekst: str
    element: str = ""
    id: str = ""


def deeltjes(text: str) -> Iterator[Deeltje]:
    """The plain stretches and the codes of a text, in order; together they are the text."""
    end = 0
    for number, match in enumerate(_CODE.finditer(text), start=1):
        yield Deeltje(text[end : match.start()])
        if match["naam"]:
            yield Deeltje(match["naam"], "ph", str(number))
        else:
            yield Deeltje(match["open"], "bpt", str(number))
            yield from _within(match["tekst"], str(number))
            yield Deeltje(match["doel"], "ept", str(number))
        end = match.end()
    yield Deeltje(text[end:])


def _within(text: str, number: str) -> Iterator[Deeltje]:
    """The text of a link: only names can stand in it."""
    for inner, stretch in enumerate(re.split(r"(\{\{[^{}]*\}\})", text)):
        yield Deeltje(stretch, "ph", f"{number}.{inner}") if inner % 2 else Deeltje(stretch)


def as_xml(text: str) -> str:
    """A text as the content of a `source` or `target` of XLIFF 1.2, its codes in inline elements."""
    return "".join(_xml(one) for one in deeltjes(text))


def _xml(one: Deeltje) -> str:
    if not one.element:
        return escape(one.tekst)
    return f'<{one.element} id="{one.id}">{escape(one.tekst)}</{one.element}>'
