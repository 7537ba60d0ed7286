"""Styles and other values in an SVG: only what draws, and nothing that fetches.

The rule is a list of what may stay. CSS that we do not know is dropped, for there are many ways to write
a fetch (`url()`, `image-set()`, `@import`, escapes such as `u\\72l(`) and few to write a colour.
"""

import re
from collections.abc import Iterator

_PROPERTY_NAMES = """
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-stretch
    font-style font-variant font-weight image-rendering isolation letter-spacing lighting-color marker
    marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
    transform transform-box transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode
"""
PROPERTIES = frozenset(_PROPERTY_NAMES.split())
"""The CSS properties that draw a logo."""

_FUNCTION_NAMES = """
    url rgb rgba hsl hsla lab lch oklab oklch calc matrix translate translatex translatey scale scalex scaley
    rotate skewx skewy
"""
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_OWN_URL = re.compile(r"""url\(\s*(["']?)#[\w.:-]+\1\s*\)""", re.IGNORECASE)
_SELECTOR = re.compile(r"[\w\s.#,>*:+~-]+")
_EDITOR = re.compile(
    r"-(inkscape|qt|adobe)-.*|solid-(color|opacity)|white-space|shape-(padding|margin|inside)|text-align"
    r"|line-height"
)


def is_safe_value(value: str) -> bool:
    """Whether a value only draws: known functions, `url()` only to a part of the same picture, no escapes."""
    if any(sign in value for sign in ("\\", "/*", "<", "@")):
        return False
    rest = _OWN_URL.sub("", value).lower()
    return "url" not in re.split(r"[^a-z]+", rest) and _functions(rest) <= _FUNCTIONS


def clean_declarations(text: str) -> tuple[str, list[str]]:
    """Declarations (`fill:#f00;stroke:none`) as far as they only draw, and the names of those left out.

    What editors add for themselves goes without mention.
    """
    kept, dropped = [], []
    for declaration in _without_comments(text).split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name.lower() in PROPERTIES and is_safe_value(value):
            kept.append(f"{name}:{value}")
        elif name and not _EDITOR.fullmatch(name.lower()):
            dropped.append(f"stijl {name[:30]}")
    return ";".join(kept), dropped


def clean_stylesheet(text: str) -> tuple[str, list[str]]:
    """The plain rules of a stylesheet, as far as they only draw, and what was left out; at-rules all go."""
    kept: list[str] = []
    dropped: list[str] = []
    for selector, body in _rules(_without_comments(text)):
        if not _SELECTOR.fullmatch(selector):
            dropped.append(f"stijl {selector[:30]}")
            continue
        clean, left_out = clean_declarations(body)
        dropped += left_out
        kept += [f"{selector}{{{clean}}}"] if clean else []
    return "".join(kept), dropped


def _functions(value: str) -> set[str]:
    """The names before every `(`; empty for a bracket without a name, as in `calc((1 + 2) * 3)`."""
    before = value.split("(")[:-1]
    return {re.split(r"[^-\w]", part.rstrip()[-30:])[-1] for part in before} - {""}


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Every rule at the top of a stylesheet: what stands before its block, and the block with all in it.

    A statement without a block, such as `@import …;`, comes with an empty one.
    """
    before, block, depth = "", "", 0
    for part in re.split(r"([{};])", text):
        depth += {"{": 1, "}": -1}.get(part, 0)
        if depth < 0:
            return
        closes = part == "}" and depth == 0
        if closes or (part == ";" and depth == 0):
            yield before.strip(), block
            before, block = "", ""
        elif depth == 0:
            before += part
        elif part != "{" or depth > 1:
            block += part
