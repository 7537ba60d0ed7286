"""Brand colours from a file with design tokens (NL Design System), read from the municipality's own disk.

Read are the forms that municipalities publish: plain values, style-dictionary (`value`), Tokens Studio and
the W3C format (`$value`, sets, aliases `{…}`), flat lists and flat names. Of dark sets nothing is used.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from familiegroepsplan.errors import Melding, Plaats, display_path
from familiegroepsplan.huisstijl.bestand import read_bytes
from familiegroepsplan.huisstijl.codes import fault
from familiegroepsplan.huisstijl.kleur import parse_css_colour
from familiegroepsplan.huisstijl.tokenboom import Token, dotted, find_tokens

MAX_BYTES = 5_000_000
"""The most a token file may weigh; the largest seen is 2 MB."""

INTERACTIEF = (
    "color-action1-inverse-bg-default",
    "color-interactive-default",
    "interactive-color",
    "button-primary-background-color",
    "button-primary-action-background-color",
)
"""Where a theme keeps the colour of what can be pressed, after its prefix (`basis.`, `ams.`, `utrecht.`)."""

MERK = (
    "color-primary",
    "color-primary-default",
    "color-primary-base",
    "color-brand",
    "color-brand-default",
    "color-brand-primary",
    "color-brand1",
    "brand-color",
    "brand-color-primary",
    "brand-primary",
    "brand-primary-color",
)
"""Where a theme keeps its brand colour; used when it has no interactive one."""

LINK = ("link-color", "color-action2-color-default", "color-interactive-default")
"""Where a theme keeps the colour of links."""

_ALIAS = re.compile(r"\{([^{}]{1,200})\}")
_SLEUTEL = "huisstijl.tokens"
_ONE_COLOUR = "geef één van deze tokens een kleur"


@dataclass(frozen=True)
class Tokenkleuren:
    """The colours (`#rrggbb`) found in a token file, and the names of the tokens they come from."""

    kleur: str
    linkkleur: str | None
    kleur_token: str
    linkkleur_token: str | None


@dataclass(frozen=True)
class _Fout:
    wat: str
    doe: str = ""


def read_tokens(path: Path, plaats: Plaats | None = None) -> tuple[Tokenkleuren | None, list[Melding]]:
    """The brand colour and the link colour of a token file (JSON), or None and what is wrong.

    An interactive colour goes before a brand colour, since ours end up on buttons and links. `plaats` is
    where messages point; a fault in the JSON points into the file itself.
    """
    own = Plaats(display_path(path))
    data, meldingen = read_bytes(path, MAX_BYTES, plaats or own, _SLEUTEL)
    if data is None:
        return None, meldingen
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        wat = f"{path.name} is geen geldige JSON"
        waar = Plaats(own.pad, error.lineno, error.colno)
        return None, [fault("huisstijl-tokens-json", waar, _SLEUTEL, wat, "herstel deze plek of exporteer opnieuw")]
    except (ValueError, RecursionError):
        return None, [fault("huisstijl-tokens-json", own, _SLEUTEL, f"{path.name} is geen leesbare JSON in UTF-8")]
    return _colours(find_tokens(content), path.name, plaats or own)


def _colours(tokens: list[Token], bestand: str, plaats: Plaats) -> tuple[Tokenkleuren | None, list[Melding]]:
    values = {dotted(token.pad): token.waarde for token in tokens}
    kleur = _choose(tokens, values, (*INTERACTIEF, *MERK))
    link = _choose(tokens, values, LINK)
    faults = [found for found in (kleur, link) if isinstance(found, _Fout)]
    if faults:
        unique = list(dict.fromkeys(faults))
        return None, [fault("huisstijl-tokens-alias", plaats, _SLEUTEL, f"{bestand}: {f.wat}", f.doe) for f in unique]
    if not isinstance(kleur, tuple):
        wat = f"in {bestand} staat geen token met een interactieve kleur of een merkkleur"
        return None, [fault("huisstijl-tokens-kleur", plaats, _SLEUTEL, wat)]
    link_value, link_token = link if isinstance(link, tuple) else (None, None)
    return Tokenkleuren(kleur[0], link_value, kleur[1], link_token), []


def _choose(tokens: list[Token], values: dict[str, Any], names: tuple[str, ...]) -> tuple[str, str] | _Fout | None:
    """The first opaque colour under one of the names, in their order, with the token's own name."""
    for name in names:
        for token in tokens:
            if name not in token.namen:
                continue
            resolved = _resolve(token.waarde, dotted(token.pad), values)
            if isinstance(resolved, _Fout):
                return resolved
            if colour := _colour(resolved):
                return colour, dotted(token.pad)
    return None


def _resolve(value: Any, start: str, values: dict[str, Any]) -> Any:
    """What a value stands for in the end, along its aliases."""
    seen = {start: None}
    while isinstance(value, str) and (match := _ALIAS.fullmatch(value.strip())):
        name = match[1].strip().removesuffix(".value").removesuffix(".$value")
        if name in seen:
            return _Fout(f"deze tokens verwijzen in een kring naar elkaar: {_route([*seen, name])}", _ONE_COLOUR)
        if name not in values:
            return _Fout(f"{next(reversed(seen))} verwijst naar {name}, en dat token is er niet")
        seen[name] = None
        value = values[name]
    return value


def _route(names: list[str]) -> str:
    shown = names if len(names) <= 6 else [*names[:4], "…", names[-1]]
    return " → ".join(name[:60] for name in shown)


def _colour(value: Any) -> str | None:
    """A value as `#rrggbb`: CSS text, or the object of the W3C format (2025.10) with its `hex`."""
    if isinstance(value, dict):
        value = value.get("hex")
    return parse_css_colour(value) if isinstance(value, str) else None
