"""Where a link leads: the same as the rule of URLs says, only quicker."""

from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from familiegroepsplan.site.findings import Doel, doel_of
from familiegroepsplan.site.template import Pagina

PIECES = st.sampled_from(["", "a", "..", ".", "b.html", "c d", "%20x", "%2e%2e", "é", "..a", "a.", "tips"])
PATHS = st.lists(PIECES, max_size=6).map("/".join)
ENDS = st.sampled_from(["", "#plek", "?vraag", "#een%20plek", "/"])
PAGES = st.sampled_from(["", "tips/", "en/tips/", "professionals/toets/x/", "en/404.html"])


@settings(max_examples=300)
@given(PAGES, st.sampled_from(["", "/"]), PATHS, ENDS)
def test_a_link_leads_where_a_browser_goes(url: str, root: str, path: str, end: str) -> None:
    link = f"{root}{path}{end}"
    parts = urlsplit(link)
    found = doel_of(link, Pagina(url, "x", "nl", "X"))
    if parts.netloc:
        assert found is None
    else:
        pad = unquote(urlsplit(urljoin(f"https://x.nl/{url}", link)).path).lstrip("/")
        assert found == Doel(pad, unquote(parts.fragment), link)


def test_what_leaves_the_site_is_no_target() -> None:
    pagina = Pagina("tips/", "tips", "nl", "Tips")
    assert [doel_of(link, pagina) for link in ("https://a.nl/tips/", "//a.nl", "mailto:a@b.nl")] == [None] * 3
