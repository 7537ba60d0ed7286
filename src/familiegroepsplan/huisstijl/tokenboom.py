"""The tokens in a file of design tokens, whatever its form: nested, in sets, as a list, with flat names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 20
_DARK = re.compile(r"(^|[^a-z])(dark|donker)($|[^a-z])")
_DARK_INSIDE = re.compile(
    r"(color-scheme|colour-scheme|theme|mode)[-/ _.](dark|donker)|(dark|donker)[-/ _.](mode|theme)"
)


@dataclass(frozen=True)
class Token:
    """A token: its path, its value (CSS text, an alias, an object), and the names by which we look for it.

    The names leave out the prefix of the theme: `ams.link.color` and `utrechtLinkColor` are `link-color`.
    """

    pad: tuple[str, ...]
    waarde: Any
    namen: frozenset[str]


def dotted(pad: tuple[str, ...]) -> str:
    """A path as aliases write it: `basis.color.white`."""
    return ".".join(pad)


def find_tokens(content: Any) -> list[Token]:
    """All tokens of a file in order, without those of dark sets; where sets say the same, the last counts."""
    found: dict[tuple[str, ...], Any] = {}
    for part in _parts(content):
        found.update(_leaves(part))
    return [Token(pad, waarde, _names(pad)) for pad, waarde in found.items()]


def _parts(content: Any) -> list[Any]:
    """The trees to read: the sets of a Tokens Studio export in their order, or the whole."""
    if not isinstance(content, dict):
        return [content]
    light = {name: tree for name, tree in content.items() if not _DARK.search(name.lower())}
    if not _has_sets(content):
        return [light]
    metadata = content.get("$metadata")
    order = metadata.get("tokenSetOrder") if isinstance(metadata, dict) else None
    named = [name for name in order if isinstance(name, str) and name in light] if isinstance(order, list) else []
    return [light[name] for name in (*named, *(n for n in light if n not in named)) if not name.startswith("$")]


def _has_sets(content: dict[str, Any]) -> bool:
    return "$themes" in content or "$metadata" in content or any("/" in name for name in content)


def _leaves(tree: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(tree, list):
        for item in tree:
            if isinstance(item, dict) and _is_path(item.get("path")) and all(map(_is_light, item["path"])):
                yield tuple(item["path"]), _value(item)
        return
    todo: list[tuple[tuple[str, ...], Any]] = [((), tree)]
    while todo:
        pad, node = todo.pop()
        if not isinstance(node, dict):
            yield pad, node
        elif "$value" in node or ("value" in node and not isinstance(node["value"], dict)):
            yield pad, _value(node)
        elif len(pad) < _DEEPEST:
            todo += [((*pad, name), child) for name, child in reversed(node.items()) if _is_light(name)]


def _is_light(name: str) -> bool:
    return not name.startswith("$") and not _DARK_INSIDE.search(name.lower())


def _is_path(path: Any) -> bool:
    return isinstance(path, list) and len(path) <= _DEEPEST and all(isinstance(part, str) for part in path)


def _value(node: dict[str, Any]) -> Any:
    return node.get("$value", node.get("value"))


def _names(pad: tuple[str, ...]) -> frozenset[str]:
    """The name as it is and without its prefix: of a path the first part, of a flat name the first word."""
    name = _kebab("-".join(pad))
    if len(pad) < 2:
        return frozenset({name, name.partition("-")[2]})
    return frozenset({name, _kebab("-".join(pad[1:]))})


def _kebab(name: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name.strip("-")).lower()
    return re.sub(r"-(?=\d)", "", re.sub(r"[\s_./-]+", "-", words))
