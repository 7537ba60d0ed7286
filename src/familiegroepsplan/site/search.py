"""The search indexes of a municipality, made from what is known of the template and of its own parts.

They are the same as `zoekindex` makes from the finished pages (a test compares them), in a fraction of the time.
"""

from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.whole import Whole


def index_name(taal: str) -> str:
    """The file of the index of a language."""
    return f"zoek/{taal}.json"


def index(fill: Fill, taal: str) -> bytes:
    """The index of a language of the municipality."""
    pages = (fill.composition(page) for page in fill.offered if page.pagina.taal == taal)
    return Whole(tuple(pages)).index(taal).filled(fill.encoded)
