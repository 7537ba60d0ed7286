"""Characters that have no place in our texts, since a reader or editor cannot see what they do.

Sources of the rule: Unicode Technical Report 36 (visual spoofing) and CVE-2021-42574 (direction overrides
that make a text read otherwise than it is). Tab and line feed are the only control characters allowed.
"""

import unicodedata
from collections.abc import Iterator

_LONGEST = 400
_JOINERS = "\u200c\u200d"
_BLANK_LETTERS = "\u034f\u115f\u1160\u3164\uffa0"
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CATEGORIES = {"Cc": "een besturingsteken", "Cs": "een half teken", "Co": "een teken zonder vaste betekenis"}
_CATEGORIES |= {
    "Cf": "een onzichtbaar teken",
    "Zl": "een verborgen regeleinde",
    "Zp": "een verborgen regeleinde",
}


def forbidden_characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Each forbidden character of the text as (index, character, what it is in Dutch).

    A zero-width (non-)joiner after an Arabic letter is allowed: Farsi is spelled with it.
    """
    if text.replace("\n", "").replace("\t", "").isprintable() and not any(map(text.__contains__, _BLANK_LETTERS)):
        return
    for index, character in enumerate(text):
        if character.isprintable() and character not in _BLANK_LETTERS:
            continue
        kind = _kind(character)
        if kind and not _joins_arabic(text, index):
            yield index, character, kind


def code_point(character: str) -> str:
    """The character as `U+200B`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """A text fit for a message of one line: forbidden characters as `<U+001B>`, cut off when very long.

    A message may quote what stands in the file; quoted as it is, a control character could rule the terminal.
    """
    if len(text) <= _LONGEST and text.isascii() and text.isprintable():
        return text
    short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    spots = {index: f"<{code_point(character)}>" for index, character, _ in forbidden_characters(short)}
    if spots:
        short = "".join(spots.get(index, character) for index, character in enumerate(short))
    return short.replace("\n", " ")


def _kind(character: str) -> str:
    if character in "\t\n":
        return ""
    if character in _DIRECTION:
        return "een teken dat de leesrichting verandert"
    if character in _BLANK_LETTERS or ord(character) & 0xFFFE == 0xFFFE:
        return "een onzichtbaar teken"
    return _CATEGORIES.get(unicodedata.category(character), "")


def _joins_arabic(text: str, index: int) -> bool:
    return text[index] in _JOINERS and index > 0 and "\u0600" <= text[index - 1] <= "\u06ff"
