"""The named parts: HTML templates of ours that show a municipality's data.

Values are data: Jinja2 escapes every one of them, and nothing in a value is evaluated.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.cache import recall
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.plaatshouder import Beeld, Plaatshouder
from familiegroepsplan.taal import TALEN
from familiegroepsplan.telefoon import isolate_numbers

LOCALES = {"en": "en_GB"}
"""Where a language alone would give the habits of another continent (CLDR)."""
COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)


def part_names(folder: Path) -> frozenset[str]:
    """The parts that texts and templates may name: one per `<naam>.html` in `folder`."""
    return frozenset(path.stem for path in folder.glob("*.html") if not path.stem.startswith("_"))


def frame_parts(folder: Path) -> frozenset[str]:
    """The parts that only templates may name, for what stands around every page: `kader/<naam>`."""
    return frozenset(f"kader/{path.stem}" for path in (folder / "kader").glob("*.html"))


def part_description(folder: Path, name: str) -> str:
    """What a part shows, in Dutch: the comment on the first line of its template."""
    match = COMMENT.match((folder / f"{name}.html").read_text("utf-8"))
    return " ".join(match[1].split()) if match else ""


class _Watched(Context):
    """A context that notes which names a template asks for."""

    def resolve_or_missing(self, key: str) -> Any:
        assert isinstance(self.environment, _Seeing)
        self.environment.seen.add(key)
        return super().resolve_or_missing(key)


class _Seeing(Environment):
    context_class = _Watched

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.seen: set[str] = set()


def _kept(folder: Path) -> FileSystemBytecodeCache | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


@dataclass(frozen=True)
class Delen:
    """Renders the parts in `folder` with the texts of `inhoud`; compiled templates are kept in `compiled`."""

    folder: Path
    inhoud: Inhoud
    compiled: Path | None = None
    _known: dict[str, dict[str, Any]] = field(default_factory=dict, compare=False)

    @cached_property
    def _environment(self) -> "_Seeing":
        environment = _Seeing(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_kept(self.compiled) if self.compiled else None,
        )
        environment.filters["nummer"] = phone
        environment.filters["isoleer"] = isolated
        environment.filters["taalnaam"] = own_name
        environment.filters["belnummer"] = phone_digits
        return environment

    def render_seen(
        self, naam: str, gemeente: Gemeente | Beeld, taal: str, **context: Any
    ) -> tuple[str, frozenset[str]]:
        """The HTML of part `naam`, and which names of the context it asked for: on nothing else does it depend."""
        known = self._context(gemeente, taal) | context
        self._environment.seen.clear()
        html = self._environment.get_template(f"{naam}.html").render(known)
        return html, frozenset(self._environment.seen & known.keys())

    def render(self, naam: str, gemeente: Gemeente, taal: str, **context: Any) -> str:
        """The HTML of part `naam` for a municipality in a language; `context` says more (the page, say)."""
        return self.render_seen(naam, gemeente, taal, **context)[0]

    def render_source(self, source: str, gemeente: Gemeente, taal: str, **context: Any) -> str:
        """The HTML of a template given as text, which may include parts."""
        return self._environment.from_string(source).render(self._context(gemeente, taal) | context)

    def _context(self, gemeente: Gemeente | Beeld, taal: str) -> dict[str, Any]:
        return self._words(taal) | {"gemeente": gemeente}

    def _words(self, taal: str) -> dict[str, Any]:
        """What is the same for every municipality."""
        if taal not in self._known:
            self._known[taal] = self._make_words(taal)
        return self._known[taal]

    def _make_words(self, taal: str) -> dict[str, Any]:
        return {
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

    @cached_property
    def made(self) -> Mapping[str, Callable[[Any, str], str]]:
        """What parts make of a fact in a language, by the name that a stand-in gives it."""
        return {
            "bron": lambda bron, _: self.source_name(bron),
            "cijfers": lambda number, _: phone_digits(number),
            "datum": long_date,
            "isoleer": isolate_numbers,
        }

    def source_name(self, bron: str) -> str:
        """A source as readers know it: the title of a national source document, or the text itself."""
        if isinstance(bron, Plaatshouder):
            return bron.as_made_by("bron")
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


def long_date(day: date | Plaatshouder, taal: str) -> str:
    """A date in words of the language: 21 november 2026. Remembered, since Babel is slow to learn a language."""
    if isinstance(day, Plaatshouder):
        return day.as_made_by("datum", taal)
    locale = LOCALES.get(taal, taal)
    return recall("datum", (day, locale), lambda: format_date(day, "long", locale=locale))


def own_name(code: str) -> Markup:
    """A language under its own name, marked as that language."""
    return Markup('<span lang="{}">{}</span>').format(code, TALEN[code].eigen_naam)


def listed(items: Sequence[str], taal: str) -> Markup:
    """Things in a row as the language writes them (CLDR): "Nederlands en Engels"; markup in an item stays."""
    locale = LOCALES.get(taal, taal)
    first, *after = recall("opsomming", (len(items), locale), lambda: _between(len(items), locale))
    return Markup(first) + Markup("").join(escape(item) + Markup(end) for item, end in zip(items, after, strict=True))


def _between(number: int, locale: str) -> list[str]:
    """What stands before, between and after so many things in a row; Babel is slow to learn it."""
    return format_list(["\0"] * number, locale=locale).split("\0")


def isolated(text: str, taal: str) -> str:
    """`text` with each telephone number kept from turning round, where the language runs from right to left."""
    return text.as_made_by("isoleer", taal) if isinstance(text, Plaatshouder) else isolate_numbers(text, taal)


def phone(number: str) -> Markup:
    """A telephone number as a link that never turns round in right-to-left text."""
    return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(phone_digits(number), number)


def phone_digits(number: str) -> str:
    """The number as a telephone dials it: digits and a leading plus."""
    if isinstance(number, Plaatshouder):
        return number.as_made_by("cijfers")
    return "".join(c for c in number if c.isdigit() or c == "+")
