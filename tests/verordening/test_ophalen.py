"""Fetching an official text: with patience for a server that stumbles, and an end to it for one that misbehaves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.verordening.lezen import read_regeling
from familiegroepsplan.verordening.nummer import Nummer, parse_nummer
from familiegroepsplan.verordening.ophalen import REPOSITORY, Ophaler, fetch_regulation, latest_version
from familiegroepsplan.verordening.xml import MAX_BYTES
from tests.proefserver import (
    Antwoord,
    Proefserver,
    cut_off,
    endless,
    first_badly,
    good,
    proefserver,
    silent,
    status,
)

XML = (Path(__file__).parent / "goed-klassiek.xml").read_bytes()
MANIFEST, TEKST = "/cvdr/CVDR900001/manifest.xml", "/cvdr/CVDR900001/2/xml/CVDR900001_2.xml"
LIJST = b"""<work _latestItem="2/xml/CVDR900001_2.xml" label="CVDR900001"><expression label="1"/>
<expression label="2"><manifestation label="xml"/></expression></work>"""


@pytest.fixture
def server() -> Iterator[Proefserver]:
    with proefserver() as running:
        running.antwoorden |= {MANIFEST: good(LIJST), TEKST: good(XML)}
        yield running


def fast(server: Proefserver) -> Ophaler:
    return Ophaler(server.adres, verbinden=1, wachten=0.3, geheel=0.6, pogingen=2, pauze=0)


def refused(ophaler: Ophaler, nummer: Nummer) -> str:
    with pytest.raises(Gebruikersfout) as caught:
        fetch_regulation(nummer, ophaler)
    (only,) = caught.value.meldingen
    assert only.doe
    return only.code


@pytest.mark.parametrize(
    ("text", "nummer"),
    [
        ("CVDR900001", Nummer("CVDR900001")),
        ("cvdr900001/2", Nummer("CVDR900001", 2)),
        ("900001_2", Nummer("CVDR900001", 2)),
        ("https://lokaleregelgeving.overheid.nl/CVDR900001/2", Nummer("CVDR900001", 2)),
        ("https://lokaleregelgeving.overheid.nl/CVDR900001", Nummer("CVDR900001")),
        ("https://lokaleregelgeving.overheid.nl/CVDR900001/2#artikel_3", Nummer("CVDR900001", 2)),
        (
            "https://repository.officiele-overheidspublicaties.nl/cvdr/CVDR900001/2/xml/CVDR900001_2.xml",
            Nummer("CVDR900001", 2),
        ),
        ("verordening.xml", None),
        ("CVDR", None),
        ("https://www.testdam.example/900001", None),
    ],
)
def test_a_number_is_understood_as_people_write_it(text: str, nummer: Nummer | None) -> None:
    assert parse_nummer(text) == nummer


def test_the_official_addresses_are_asked(server: Proefserver) -> None:
    assert REPOSITORY == "https://repository.officiele-overheidspublicaties.nl/"
    full, data = fetch_regulation(Nummer("CVDR900001"), fast(server))
    assert (str(full), data) == ("CVDR900001/2", XML)
    assert server.verzoeken == [f"GET {MANIFEST}", f"GET {TEKST}"]


def test_a_named_version_needs_no_manifest(server: Proefserver) -> None:
    assert fetch_regulation(Nummer("CVDR900001", 2), fast(server))[1] == XML
    assert server.verzoeken == [f"GET {TEKST}"]


@pytest.mark.parametrize(
    ("manifest", "version"),
    [
        (LIJST, 2),
        (b'<repository><work _latestItem="3/xml/x.xml"/></repository>', 3),
        (b'<work><expression label="9"/><expression label="10"/></work>', 10),
    ],
)
def test_the_newest_version_is_read_from_the_manifest(server: Proefserver, manifest: bytes, version: int) -> None:
    server.antwoorden[MANIFEST] = good(manifest)
    assert latest_version(Nummer("CVDR900001"), fast(server)) == version


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_server_that_stumbles_is_asked_again(server: Proefserver, code: int) -> None:
    server.antwoorden[TEKST] = first_badly(2, status(code, Retry_After="3600"), good(XML))
    assert fetch_regulation(Nummer("CVDR900001", 2), fast(server))[1] == XML
    assert len(server.verzoeken) == 3


def test_another_type_is_no_reason_to_refuse_good_xml(server: Proefserver) -> None:
    server.antwoorden[TEKST] = good(XML, "text/plain")
    assert fetch_regulation(Nummer("CVDR900001", 2), fast(server))[1] == XML


BAD: dict[str, tuple[Antwoord, str]] = {
    "altijd 500": (status(500), "verordening-netwerk"),
    "verboden": (status(403), "verordening-netwerk"),
    "er niet": (status(404), "verordening-ontbreekt"),
    "weg": (status(410), "verordening-ontbreekt"),
    "kringetje": (status(302, Location=TEKST), "verordening-netwerk"),
    "naar een bestand": (status(302, Location="file:///etc/passwd"), "verordening-netwerk"),
    "afgebroken": (cut_off(XML), "verordening-netwerk"),
    "stil": (silent(1), "verordening-netwerk"),
    "druppelt": (endless(b" ", 0.05), "verordening-netwerk"),
    "zonder einde": (endless(b"<al>x</al>" * 20_000), "verordening-groot"),
    "te groot": (good(b"x" * (MAX_BYTES + 1)), "verordening-groot"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_server_that_misbehaves_gives_one_message(server: Proefserver, name: str) -> None:
    answer, code = BAD[name]
    server.antwoorden[TEKST] = answer
    ophaler = replace(fast(server), geheel=10) if code == "verordening-groot" else fast(server)
    assert refused(ophaler, Nummer("CVDR900001", 2)) == code


def test_a_web_page_in_its_place_is_told_as_such(server: Proefserver) -> None:
    server.antwoorden[TEKST] = good(b"<!DOCTYPE html><html><body>Storing</body></html>", "text/html")
    _, data = fetch_regulation(Nummer("CVDR900001", 2), fast(server))
    with pytest.raises(Gebruikersfout) as caught:
        read_regeling(data, "CVDR900001/2")
    assert "webpagina" in caught.value.meldingen[0].wat


@pytest.mark.parametrize(
    ("manifest", "code"),
    [(b"<work/>", "verordening-ontbreekt"), (b"<html>", "verordening-xml"), (b"<work", "verordening-xml")],
)
def test_a_bad_manifest_gives_one_message(server: Proefserver, manifest: bytes, code: str) -> None:
    server.antwoorden[MANIFEST] = good(manifest)
    assert refused(fast(server), Nummer("CVDR900001")) == code


def test_without_a_server_there_is_one_message() -> None:
    with proefserver() as gone:
        pass
    assert refused(fast(gone), Nummer("CVDR900001")) == "verordening-netwerk"
