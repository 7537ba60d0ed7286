"""Telephone numbers in running text: in right-to-left text they must not turn round."""

import re

from familiegroepsplan.taal import TALEN

NUMBER = re.compile(r"\b(?:0800|0900|0\d{2,3})[- ]\d{4,7}\b")
ISOLATE, END = "\u2066", "\u2069"


def isolate_numbers(text: str, taal: str) -> str:
    """`text` with each number between LRI and PDI (Unicode UAX 9) where the language runs from right to left."""
    if taal not in TALEN or TALEN[taal].richting == "ltr":
        return text
    return NUMBER.sub(lambda match: f"{ISOLATE}{match[0]}{END}", text)
