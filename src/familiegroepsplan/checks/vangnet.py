"""The safety net under the checks of the source: looks at the HTML that a text really becomes."""

from html.parser import HTMLParser

from familiegroepsplan.cache import recall
from familiegroepsplan.checks.links import plain_target
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.errors import Melding
from familiegroepsplan.markup import render
from familiegroepsplan.names import PLACEHOLDER

TAGS = frozenset(
    {"a", "bdi", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr", "img", "li", "ol"}
    | {"p", "pre", "section", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
"""The elements that our Markdown makes; any other one comes from HTML in the text."""

ATTRIBUTES = frozenset(("alt", "aria-label", "class", "dir", "href", "id", "role", "src", "start", "tabindex", "title"))
"""Their attributes."""

_SAFE = ("http:", "https:", "mailto:", "tel:")


class _Gezien(HTMLParser):
    """Collects (code, what is wrong, the source to look for) of everything that should not be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(("md-html", f"hier ontstaat HTML: <{tag}>", f"<{tag}"))
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.found.append(("md-attributen", f"hier ontstaat een attribuut: {name}", name))
            if name in ("href", "src") and _unsafe(value or ""):
                self.found.append(("md-link-script", "dit adres is niet veilig", value or ""))

    def handle_comment(self, data: str) -> None:
        self.found.append(("md-html", "hier staat een opmerking (<!-- … -->)", "<!--"))


def check_rendered(tekst: Tekst) -> list[Melding]:
    """What the rendered text has that it should not have, at the place in the source that looks like it."""
    source = PLACEHOLDER.sub("naam", tekst.inhoud)
    found = recall("vangnet", (source,), lambda: _seen(source))
    return [tekst.fault(code, max(0, tekst.inhoud.find(where)), wat) for code, wat, where in found]


def _seen(source: str) -> list[tuple[str, str, str]]:
    wrapped = f'<section class="blok" markdown="1">\n\n{source}\n\n</section>'
    try:
        rendered = render(wrapped, taal="nl", begrippen={}, woorden={})
    except RecursionError:
        return [("md-te-diep", "deze tekst is te diep genest", source)]
    gezien = _Gezien()
    gezien.feed(rendered)
    return list(dict.fromkeys(gezien.found))


def _unsafe(target: str) -> bool:
    plain = plain_target(target).lower()
    scheme = plain.split("/")[0].split("#")[0].split("?")[0]
    return ":" in scheme and not plain.startswith(_SAFE)
