"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

from familiegroepsplan.site.fill import Fill


def index_name(taal: str) -> str:
    """The file of the index of a language."""
    return f"zoek/{taal}.json"


def index(fill: Fill, taal: str) -> bytes:
    """The index of a language of the municipality."""
    return fill.whole.index(taal).filled(fill.encoded)
