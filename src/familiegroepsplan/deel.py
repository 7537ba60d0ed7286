"""The named parts: HTML templates of ours that show a municipality's data.

Values are data: Jinja2 escapes every one of them, and nothing in a value is evaluated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.taal import TALEN
from familiegroepsplan.telefoon import isolate_numbers

LOCALES = {"en": "en_GB"}
"""Where a language alone would give the habits of another continent (CLDR)."""


def part_names(folder: Path) -> frozenset[str]:
    """The parts that texts and templates may name: one per `<naam>.html` in `folder`."""
    return frozenset(path.stem for path in folder.glob("*.html") if not path.stem.startswith("_"))


@dataclass(frozen=True)
class Delen:
    """Renders the parts in `folder` with the texts of `inhoud`."""

    folder: Path
    inhoud: Inhoud

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["nummer"] = phone
        environment.filters["isoleer"] = isolate_numbers
        environment.filters["taalnaam"] = own_name
        environment.filters["belnummer"] = phone_digits
        return environment

    def render(self, naam: str, gemeente: Gemeente, taal: str, **context: Any) -> str:
        """The HTML of part `naam` for a municipality in a language; `context` says more (the page, say)."""
        return self._environment.get_template(f"{naam}.html").render(self._context(gemeente, taal) | context)

    def render_source(self, source: str, gemeente: Gemeente, taal: str, **context: Any) -> str:
        """The HTML of a template given as text, which may include parts."""
        return self._environment.from_string(source).render(self._context(gemeente, taal) | context)

    def _context(self, gemeente: Gemeente, taal: str) -> dict[str, Any]:
        return {
            "gemeente": gemeente,
            "taal": taal,
            "landelijk": self.inhoud.landelijk,
            "begrippen": self.inhoud.uitleg(taal) or self.inhoud.uitleg(BRON_TAAL),
            "begrippen_taal": taal if self.inhoud.uitleg(taal) else BRON_TAAL,
            "talen": TALEN,
            "t": partial(self.inhoud.woord, taal=taal),
            "tekst": partial(localized, taal=taal),
            "datum": partial(long_date, taal=taal),
            "opsomming": partial(listed, taal=taal),
            "bron_naam": self.source_name,
            "motief": Markup(kring(20, 21, 36, "currentColor", "currentColor")),
        }

    def source_name(self, bron: str) -> str:
        """A source as readers know it: the title of a national source document, or the text itself."""
        known = self.inhoud.landelijk.bronnen.get(bron)
        return known.titel if known else bron


def localized(teksten: Mapping[str, str] | None, taal: str) -> Markup:
    """The text in `taal`, or the Dutch one marked as Dutch; empty when there is neither."""
    if not teksten:
        return Markup()
    if teksten.get(taal):
        return escape(teksten[taal])
    dutch = teksten.get(BRON_TAAL)
    return Markup('<span lang="nl" dir="ltr">{}</span>').format(dutch) if dutch else Markup()


def long_date(day: date, taal: str) -> str:
    """A date in words of the language: 21 november 2026."""
    return format_date(day, "long", locale=LOCALES.get(taal, taal))


def own_name(code: str) -> Markup:
    """A language under its own name, marked as that language."""
    return Markup('<span lang="{}">{}</span>').format(code, TALEN[code].eigen_naam)


def listed(items: Sequence[str], taal: str) -> Markup:
    """Things in a row as the language writes them (CLDR): "Nederlands en Engels"; markup in an item stays."""
    return Markup(format_list([str(escape(item)) for item in items], locale=LOCALES.get(taal, taal)))


def phone(number: str) -> Markup:
    """A telephone number as a link that never turns round in right-to-left text."""
    return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(phone_digits(number), number)


def phone_digits(number: str) -> str:
    """The number as a telephone dials it: digits and a leading plus."""
    return "".join(c for c in number if c.isdigit() or c == "+")
