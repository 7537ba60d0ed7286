"""Old addresses lead on: as rules for hosts that take them, as a page for those that don't."""

import re

from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.doorverwijzing import netlify_redirects, nginx_map, redirect_files, stub_file
from familiegroepsplan.site.headers import meta_policy


def gemeente(paden: dict[str, str], **more: object) -> Gemeente:
    known = {"naam": "Utrecht", "cbs_code": "0344", "talen": ["nl", "ar"]}
    return Gemeente.model_validate(known | {"doorverwijzingen": paden} | more)


def test_a_municipality_without_old_addresses_gets_no_file(inhoud: Inhoud) -> None:
    assert list(redirect_files(gemeente({}), inhoud)) == []


def test_every_host_gets_its_form(inhoud: Inhoud) -> None:
    files = dict(redirect_files(gemeente({"/oud/adres/": "/tips/"}), inhoud))
    assert sorted(files) == ["_doorverwijzingen.map", "_redirects", "oud/adres/index.html"]
    assert files["_redirects"] == "/oud/adres/ /tips/ 301\n"
    assert files["_doorverwijzingen.map"] == '"/utrecht/oud/adres" "/tips/";\n"/utrecht/oud/adres/" "/tips/";\n'


def test_the_page_at_an_old_address_sends_on_without_a_script(inhoud: Inhoud) -> None:
    made = gemeente({"/oud/adres/": "/ar/tips/"}, site_url="https://plan.example/utrecht/")
    page = dict(redirect_files(made, inhoud))["oud/adres/index.html"]
    assert '<html lang="ar" dir="rtl">' in page
    assert '<meta http-equiv="refresh" content="0; url=../../ar/tips/">' in page
    assert '<link rel="canonical" href="https://plan.example/utrecht/ar/tips/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert meta_policy() in page
    assert "<script" not in page and "style=" not in page


def test_the_way_back_is_relative_so_that_it_holds_wherever_the_site_stands(inhoud: Inhoud) -> None:
    pages = dict(redirect_files(gemeente({"/oud.html": "/", "/a/b/c/": "/tips/"}), inhoud))
    assert re.findall(r'<a href="([^"]*)"', pages["oud.html"]) == ["./"]
    assert re.findall(r'<a href="([^"]*)"', pages["a/b/c/index.html"]) == ["../../../tips/"]


def test_an_old_address_that_cannot_be_a_page_has_rules_alone() -> None:
    assert stub_file("/index.php") is None
    assert stub_file("/oude%20map/") == "oude map/index.html"
    assert nginx_map("utrecht", {"/index.php": "/"}) == '"/utrecht/index.php" "/";\n'


def test_rules_for_a_whole_platform_have_the_municipality_before_both_paths() -> None:
    assert netlify_redirects({"/oud/": "/tips/"}, "/utrecht") == "/utrecht/oud/ /utrecht/tips/ 301\n"
