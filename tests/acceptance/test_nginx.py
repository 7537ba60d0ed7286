"""The configuration of the handbook in Debian's own nginx: many municipalities, by path and by subdomain."""

import gzip
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.doorverwijzing import redirect_files
from familiegroepsplan.site.headers import policy_of, security_headers
from familiegroepsplan.site.nginx import DOMEIN
from familiegroepsplan.toolkit.insluiten import POLICY
from tests.acceptance.nginx import Server, nginx

AMSTERDAM = f"amsterdam.{DOMEIN}"


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, inhoud: Inhoud) -> Iterator[Server]:
    """Two small sites in the form of real ones, with the redirects that the project itself writes."""
    dist = tmp_path_factory.mktemp("dist")
    write(dist, "index.html", "alle gemeenten")
    write(dist, "404.html", "niet gevonden platform")
    for slug in ("amsterdam", "bergen-nh"):
        for name in ("index.html", "tips/index.html", "404.html", "en/index.html", "en/404.html", "ar/404.html"):
            write(dist / slug, name, f"{slug} {name} " + "tekst " * 200)
        write(dist / slug, "assets/css/stijl.css", "p { margin: 0 } " * 100)
        write(dist / slug, "favicon.svg", "<svg/>")
        write(dist / slug, ".well-known/security.txt", "Contact: x")
        write(dist / slug, "_headers", "geheim")
        write(dist / slug, "insluiten/nl/tips/index.html", "los")
        write(dist / slug, "toolkit/nl/nieuwsbrief/a-mail.html", "mail")
    write(dist, ".amsterdam.nieuw-x/index.html", "half")
    paden = {"/oud/adres/": "/tips/", "/index.php": "/", "/oude%20map/": "/en/"}
    made = Gemeente.model_validate({"naam": "Amsterdam", "cbs_code": "0363", "doorverwijzingen": paden})
    for name, text in redirect_files(made, inhoud):
        write(dist / "amsterdam", name, text)
    with nginx(dist, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def test_a_municipality_is_found_by_path_and_by_subdomain(server: Server) -> None:
    assert server.get("/").text == "alle gemeenten"
    assert server.get("/amsterdam/tips/").text.startswith("amsterdam tips/index.html")
    assert server.get("/tips/", AMSTERDAM).text.startswith("amsterdam tips/index.html")
    assert server.get("/", f"bergen-nh.{DOMEIN}").text.startswith("bergen-nh index.html")


@pytest.mark.parametrize(("path", "host"), [("/amsterdam/", DOMEIN), ("/nergens/", DOMEIN), ("/tips/", AMSTERDAM)])
def test_every_answer_has_the_security_headers(server: Server, path: str, host: str) -> None:
    headers = server.get(path, host).headers
    assert {name: headers.get(name.lower()) for name in security_headers()} == security_headers()


@pytest.mark.parametrize(("voor", "host"), [("/amsterdam", DOMEIN), ("", AMSTERDAM)])
def test_others_may_frame_the_pages_meant_for_that_and_a_mail_keeps_its_style(
    server: Server, voor: str, host: str
) -> None:
    embedded = server.get(f"{voor}/insluiten/nl/tips/", host)
    assert embedded.text == "los" and "x-frame-options" not in embedded.headers
    assert embedded.headers["content-security-policy"] == policy_of(POLICY)
    mail = server.get(f"{voor}/toolkit/nl/nieuwsbrief/a-mail.html", host)
    assert mail.text == "mail" and "style-src 'self' 'unsafe-inline'" in mail.headers["content-security-policy"]
    for answer in (embedded, mail):
        same = {"Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"}
        assert {name: answer.headers[name.lower()] for name in same} == {n: security_headers()[n] for n in same}


@pytest.mark.parametrize(
    ("path", "host", "page"),
    [
        ("/amsterdam/nergens/", DOMEIN, "amsterdam 404.html"),
        ("/amsterdam/ar/nergens/", DOMEIN, "amsterdam ar/404.html"),
        ("/bergen-nh/en/a/b", DOMEIN, "bergen-nh en/404.html"),
        ("/amsterdam/tr/nergens/", DOMEIN, "niet gevonden platform"),
        ("/onbekend/", DOMEIN, "niet gevonden platform"),
        ("/nergens", AMSTERDAM, "amsterdam 404.html"),
        ("/en/nergens/", AMSTERDAM, "amsterdam en/404.html"),
        ("/tr/nergens/", AMSTERDAM, "amsterdam 404.html"),
    ],
)
def test_not_found_is_told_by_the_municipality_in_the_language_of_the_address(
    server: Server, path: str, host: str, page: str
) -> None:
    answer = server.get(path, host)
    assert answer.status == 404
    assert answer.text.startswith(page)


@pytest.mark.parametrize("old", ["/oud/adres/", "/oud/adres"])
def test_an_old_address_leads_on(server: Server, old: str) -> None:
    by_path, by_host = server.get(f"/amsterdam{old}"), server.get(old, AMSTERDAM)
    assert (by_path.status, by_path.headers["location"]) == (301, "/amsterdam/tips/")
    assert (by_host.status, by_host.headers["location"]) == (301, "/tips/")


def test_old_addresses_of_other_systems_lead_on_too(server: Server) -> None:
    assert server.get("/index.php", AMSTERDAM).headers["location"] == "/"
    assert server.get("/amsterdam/oude%20map/").headers["location"] == "/amsterdam/en/"
    assert server.get("/bergen-nh/oud/adres/").status == 404


def test_what_is_not_for_readers_stays_hidden(server: Server) -> None:
    for path in ("/amsterdam/_headers", "/amsterdam/_redirects", "/amsterdam/_doorverwijzingen.map"):
        assert server.get(path).status == 404, path
    assert server.get("/.amsterdam.nieuw-x/").status == 404
    assert server.get("/amsterdam/.well-known/security.txt").status == 200
    assert server.get("/", "www..familiegroepsplan.example").text != "half"


def test_pages_are_asked_for_again_and_pictures_kept_for_a_day(server: Server) -> None:
    assert server.get("/amsterdam/").headers["cache-control"] == "no-cache"
    assert server.get("/amsterdam/assets/css/stijl.css").headers["cache-control"] == "no-cache"
    assert server.get("/amsterdam/favicon.svg").headers["cache-control"] == "max-age=86400"
    page = server.get("/amsterdam/")
    assert server.get("/amsterdam/", If_None_Match=page.headers["etag"]).status == 304


def test_texts_travel_compressed(server: Server) -> None:
    for path in ("/amsterdam/", "/amsterdam/assets/css/stijl.css"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{server.port}{path}", headers={"Host": DOMEIN, "Accept-Encoding": "gzip"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read())


def test_a_folder_without_its_slash_gets_it_on_the_same_host(server: Server) -> None:
    answer = server.get("/amsterdam")
    assert (answer.status, answer.headers["location"]) == (301, "/amsterdam/")
