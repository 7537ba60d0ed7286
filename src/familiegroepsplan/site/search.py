"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.zoekindex import index_of


def index(fill: Fill, taal: str) -> bytes:
    """The index of a language of the municipality."""
    return index_of((fill.composition(page).row.filled(fill.encoded) for page in fill.by_language[taal]), taal)
