"""How long a message is, as the network counts that is strictest.

X counts most characters of Latin, Cyrillic and Arabic script once, those of other scripts twice, and every link as
23 (developer.x.com, "Counting characters", configuration version 3).
"""

X_MOST = 280
X_LINK = 23
_ONCE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length_on_x(text: str) -> int:
    """The length of a text on X, without a link."""
    return sum(1 if any(low <= ord(c) <= high for low, high in _ONCE) else 2 for c in text.strip())


def fits_on_x(text: str) -> bool:
    """Whether the text with a link behind it fits in a post on X."""
    return length_on_x(text) + 1 + X_LINK <= X_MOST
