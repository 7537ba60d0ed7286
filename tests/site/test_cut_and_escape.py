"""A value is escaped for the place where it lands, and nowhere else may a value land."""

import html as html_module
import json

import pytest

from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.place import Place, UnsafePlace, token_places
from familiegroepsplan.site.template import BlokGap, Gap, cut
from familiegroepsplan.token import TOKEN, Soort, Token, parse_token

T = str(Token(Soort.WAARDE, "nl", "gemeente.naam"))
DEEL = str(Token(Soort.DEEL, "nl", "aanbieders"))
HOSTILE = """</script><img src=x onerror=alert(1)> "quote" 'apos' & fgpqzzq {{ 7*7 }}"""


def test_a_token_is_one_plain_word_and_knows_what_it_stands_for() -> None:
    assert T.isalnum() and T.islower() and T.isascii()
    assert parse_token(T) == Token(Soort.WAARDE, "nl", "gemeente.naam")
    with pytest.raises(ValueError, match="no token"):
        parse_token("fgpqxyz")


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (f"<p>{T}</p>", Place.TEXT),
        (f"<title>{T}</title>", Place.TEXT),
        (f'<p title="{T}">x</p>', Place.ATTRIBUTE),
        (f"<p title='{T} x'>x</p>", Place.ATTRIBUTE),
        (f'<meta content="{T}">', Place.ATTRIBUTE),
        (f'<a href="{T}">x</a>', Place.URL),
        (f'<a href="../{T}/x">x</a>', Place.URL_PART),
        (f'<script type="application/ld+json">{{"a": "{T}"}}</script>', Place.JSON),
    ],
)
def test_every_place_is_recognised(page: str, place: Place) -> None:
    assert token_places(page) == [place]


@pytest.mark.parametrize(
    "page",
    [
        f"<script>var a = '{T}'</script>",
        f"<style>a {{ color: {T} }}</style>",
        f"<p title={T}>x</p>",
        f'<p onclick="{T}">x</p>',
        f'<p style="color: {T}">x</p>',
        f"<{T}>x",
        f"<!-- {T} -->",
    ],
)
def test_a_place_where_no_escaping_is_safe_is_refused(page: str) -> None:
    with pytest.raises(UnsafePlace):
        token_places(page)


def test_text_and_attribute_show_the_value_and_nothing_more() -> None:
    for place in (Place.TEXT, Place.ATTRIBUTE):
        escaped = escape_for(place, HOSTILE)
        assert not set("<>\"'") & set(escaped)
        assert html_module.unescape(escaped) == HOSTILE


def test_json_keeps_the_value_and_cannot_end_the_script() -> None:
    escaped = escape_for(Place.JSON, HOSTILE)
    assert "<" not in escaped and ">" not in escaped
    assert json.loads(f'"{escaped}"') == HOSTILE


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//elders.nl/x"])
def test_a_link_never_runs_anything(address: str) -> None:
    assert escape_for(Place.URL, address) == "#"


def test_a_link_to_the_web_stays() -> None:
    assert escape_for(Place.URL, "https://a.nl/?a=1&b=2") == "https://a.nl/?a=1&amp;b=2"


def test_part_of_a_link_is_percent_encoded() -> None:
    assert escape_for(Place.URL_PART, 'a b"?#') == "a%20b%22%3F%23"


def test_cutting_and_joining_gives_the_page_back() -> None:
    page = f'<p title="{T}">a {T} b</p>'
    segments = cut(page)
    assert "".join(s if isinstance(s, str) else T for s in segments) == page
    assert [s.place for s in segments if isinstance(s, Gap)] == [Place.ATTRIBUTE, Place.TEXT]


def test_a_part_alone_in_a_paragraph_loses_the_paragraph_but_a_value_keeps_it() -> None:
    assert [type(s) for s in cut(f"<p>{DEEL}</p>")] == [Gap]
    assert cut(f"<p>{T}</p>")[0] == "<p>"


def test_a_replaceable_block_is_a_gap_with_the_national_text_in_it() -> None:
    segments = cut(f"<!--fgp-blok wachten 1--><p>{T}</p><!--/fgp-blok wachten-->")
    (gap,) = segments
    assert isinstance(gap, BlokGap)
    assert gap.naam == "wachten"
    assert not TOKEN.search("".join(s for s in gap.landelijk if isinstance(s, str)))
