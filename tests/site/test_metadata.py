"""What machines read: robots, security.txt, sitemap, headers, dates that can be fixed."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from familiegroepsplan.clock import build_moment
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.site.escape import escape_for
from familiegroepsplan.site.gapped import gapped
from familiegroepsplan.site.headers import apache_snippet, meta_policy, netlify_headers, nginx_snippet, policy
from familiegroepsplan.site.metadata import organisation_uri, page_data, robots, security_txt, sitemap
from familiegroepsplan.site.template import Pagina, gap_of


def gemeente(**values: object) -> Gemeente:
    known = {"naam": "Utrecht", "cbs_code": "0344", "website": "https://www.utrecht.nl"}
    return Gemeente.model_validate(known | values)


def test_security_txt_expires_within_a_year_and_follows_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert build_moment() == datetime(2026, 1, 1, tzinfo=UTC)
    text = security_txt("mailto:veilig@utrecht.nl", build_moment())
    assert "Contact: mailto:veilig@utrecht.nl\n" in text
    assert "Expires: 2026-12-31T00:00:00Z\n" in text


def test_robots_names_the_sitemap_only_of_a_site_that_may_be_found() -> None:
    address = "https://plan.utrecht.nl/"
    assert f"Sitemap: {address}sitemap.xml" in robots(gemeente(site_url=address))
    assert "Sitemap" not in robots(gemeente(site_url=address, voorbeeld="ja"))
    assert "Sitemap" not in robots(gemeente())


def test_a_sitemap_is_valid_xml_with_every_language_of_a_page() -> None:
    pages = {"nl": Pagina("tips/", "tips", "nl", "Tips"), "en": Pagina("en/tips/", "tips", "en", "Tips")}
    address = "https://a.nl/x&y/"
    text = gapped(sitemap([pages]))
    tree = etree.fromstring(text.filled({key: escape_for(gap_of(key).place, address).encode() for key in text.keys}))
    assert [e.text for e in tree.iter("{*}loc")] == ["https://a.nl/x&y/tips/", "https://a.nl/x&y/en/tips/"]
    assert {e.get("href") for e in tree.iter("{*}link")} == {f"{address}tips/", f"{address}en/tips/"}
    assert len(list(tree.iter("{*}link"))) == 4


def test_a_page_says_which_government_it_is_of() -> None:
    data = page_data(gemeente(), "Maak samen een plan", "", "nl", "Site", organisation_uri(gemeente()))
    publisher = data["publisher"]
    assert isinstance(publisher, dict)
    assert publisher["identifier"] == "https://identifier.overheid.nl/tooi/id/gemeente/gm0344"
    assert data["inLanguage"] == "nl"


def test_every_kind_of_server_gets_the_same_strict_policy() -> None:
    for text in (netlify_headers(), nginx_snippet(), apache_snippet()):
        assert policy() in text
        for name in ("Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
            assert name in text
    assert "unsafe" not in policy()
    assert "frame-ancestors" in policy() and "frame-ancestors" not in meta_policy()
