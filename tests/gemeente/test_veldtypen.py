"""What each kind of value accepts, beyond the planted faults."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from familiegroepsplan.gemeente.adressen import ContactUri, EMail, SitePad, Telefoon, Url
from familiegroepsplan.gemeente.teksten import Regel
from familiegroepsplan.gemeente.veldtypen import Cvdr, Datum, JaNee, Kleur
from familiegroepsplan.gemeente.voorbeeld import yaml_value
from familiegroepsplan.reading import parse_yaml
from familiegroepsplan.taal import TAALCODES, TALEN


def accepts(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        assert all(one["ctx"]["wat"] for one in error.errors() if "ctx" in one and "wat" in one["ctx"])
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        "https://www.a.nl",
        "http://a.nl:80/b?c=d&e=f#g",
        "https://súdwest.nl/",
        "https://a-b.c.nl/d%20e",
        "HTTPS://A.NL",
    ],
)
def test_whole_web_addresses_are_accepted(text: str) -> None:
    assert accepts(Url, text)


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)"),
        *(" javascript:alert(1)", "java\tscript:alert(1)", "vbscript:x"),
        *("//a.nl", "/pad", "a.nl", "https:a.nl"),
        *("https:/a.nl", "https://", "https://a", "https://a..nl", "https://-a.nl"),
        *("https://a.nl@b.nl", "https://:p@b.nl", "https://a.nl/<b>"),
        *('https://a.nl/"x', "https://a.nl/\nb", "https://[::1"),
        *("https://a.nl:99999", "https://a.nl\\@b.nl", "file:///etc/passwd"),
        *("https://a.nl/{b}", "ftp://a.nl", ""),
    ],
)  # fmt: skip
def test_unsafe_or_incomplete_web_addresses_are_refused(text: str) -> None:
    assert not accepts(Url, text)


@pytest.mark.parametrize("text", ["112", "14 020", "0800-2000", "020 123 45 67", "+31 20 123 45 67", "(020) 123.45.67"])
def test_phone_numbers_as_people_write_them_are_accepted(text: str) -> None:
    assert accepts(Telefoon, text)


@pytest.mark.parametrize("text", ["", "11", "020-abc", "tel:112", "１１２", "0" * 16, "<112>", "112;ext=1"])
def test_other_text_is_no_phone_number(text: str) -> None:
    assert not accepts(Telefoon, text)


@pytest.mark.parametrize(
    "text", ["a@b", "a b@c.nl", "a@b..nl", "@b.nl", "a@-b.nl", "a@b.nl,c@d.nl", "a@b.nl?cc=x@y.nl"]
)
def test_incomplete_or_composed_mail_addresses_are_refused(text: str) -> None:
    assert not accepts(EMail, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *((Datum, "2028-02-29"), (JaNee, "Ja"), (Kleur, "#ABCDEF"), (Cvdr, "CVDR1/1")),
        *((SitePad, "/a/b.html"), (SitePad, "/")),
    ],
)
def test_other_kinds_accept_their_form(kind: Any, text: str) -> None:
    assert accepts(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *((Datum, text) for text in ("2027-02-29", "20270101", "2027-1-1", "٢٠٢٧-٠١-٠١", "2101-01-01")),
        *((JaNee, text) for text in ("j", "1", "yes", "no", "on")),
        *((SitePad, text) for text in ("rechten/", "//a.nl", "/a//b", "/../a", "/a b", "/a?b", "/a\\b", "https://a.nl")),
        *((ContactUri, text) for text in ("http://a.nl", "tel:112", "mailto:", "mailto:a@b", "a@b.nl")),
    ],
)  # fmt: skip
def test_other_kinds_refuse_other_forms(kind: Any, text: str) -> None:
    assert not accepts(kind, text)


def test_the_eight_languages_begin_with_dutch_and_two_run_from_right_to_left() -> None:
    assert tuple(TALEN) == TAALCODES == ("nl", "en", "ar", "tr", "pl", "uk", "ti", "fa")
    assert {taal.code for taal in TALEN.values() if taal.richting == "rtl"} == {"ar", "fa"}


def test_a_text_of_one_line_loses_its_line_ends() -> None:
    assert TypeAdapter(Regel).validate_python(" a\n  b\tc ") == "a b c"


@pytest.mark.parametrize(
    "value",
    [
        "Utrecht",
        "'s-Gravenhage",
        "a: b",
        "a #b",
        "020",
        "nee",
        "no",
        "true",
        "x,y",
        "[a",
        "{a",
        "- a",
        "a:",
        "é",
        "",
        "\\n",
        'a"b',
    ],
)
def test_an_example_written_as_yaml_reads_back_the_same(value: str) -> None:
    for written, wanted in [(yaml_value(value), value), (yaml_value([value]), [value])]:
        document, meldingen = parse_yaml(f"a: {written}\n", "x")
        assert meldingen == []
        assert document and document.data == {"a": wanted}
