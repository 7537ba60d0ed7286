"""Fetching pages from a server that behaves badly: a clear Dutch answer in good time, and nothing given away."""

import http.server
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest

from familiegroepsplan.screen.bron import read_source
from familiegroepsplan.screen.web import Grenzen

PAGINA = b"<html><head><title>Plan</title></head><body><main><p>Wij denken met u mee.</p></main></body></html>"
KRAP = Grenzen(stilte=0.5, totaal=1.5, bytes=200_000, stappen=3)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers by path; keeps the headers of what was asked."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        Server.asked.append((self.path, str(self.headers)))
        action = getattr(self, f"go_{self.path.strip('/').split('.')[0]}", None)
        if action:
            action()
        else:
            self.answer(404, b"weg")

    def answer(self, code: int, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def to(self, target: str, **headers: str) -> None:
        self.answer(302, b"", Location=target, **headers)

    def go_goed(self) -> None:
        self.answer(200, PAGINA)

    def go_verkeerd(self) -> None:
        self.answer(200, "<p>één plan</p>".encode("cp1252"), "text/html; charset=windows-1252")

    def go_tekst(self) -> None:
        self.answer(200, b"Gewone tekst van ons.", "text/plain")

    def go_onbekend(self) -> None:
        self.answer(200, b"# Kop\n\nTekst van ons.", "application/octet-stream")

    def go_beeld(self) -> None:
        self.answer(200, b"\x89PNG", "image/png")

    def go_stil(self) -> None:
        time.sleep(2)

    def go_druppel(self) -> None:
        self.answer(200, b"<p>")
        for _ in range(40):
            self.wfile.write(b"woord ")
            self.wfile.flush()
            time.sleep(0.1)

    def go_eindeloos(self) -> None:
        self.answer(200, b"<p>")
        for _ in range(1000):
            self.wfile.write(b"woord " * 1000)

    def go_afgebroken(self) -> None:
        self.answer(200, b"<p>half", Content_Length="5000")

    def go_krom(self) -> None:
        self.answer(200, b"geen gzip", Content_Encoding="gzip")

    def go_rond(self) -> None:
        self.to("/rond")

    def go_koekje(self) -> None:
        self.to("/goed", Set_Cookie="volg=mij; Path=/")

    def go_schijf(self) -> None:
        self.to("file:///etc/passwd")

    def go_intern(self) -> None:
        self.to("http://localhost:" + self.headers["Host"].partition(":")[2] + "/goed")

    def log_message(self, format: str, *args: object) -> None:
        pass


class Quiet(http.server.ThreadingHTTPServer):
    """A client that hangs up is what these tests are about."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with Quiet(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("pad", "woorden"),
    [
        ("goed", "Wij denken met u mee."),
        ("verkeerd", "één plan"),
        ("tekst", "Gewone tekst van ons."),
        ("onbekend.md", "Tekst van ons."),
        ("koekje", "Wij denken met u mee."),
    ],
)
def test_a_page_is_read_as_what_it_is(pad: str, woorden: str, server: str) -> None:
    tekst, meldingen = read_source(f"{server}/{pad}", KRAP)
    assert tekst, meldingen
    assert woorden in [alinea.tekst for alinea in tekst.alineas]
    assert tekst.naam == f"{server}/{pad}"


@pytest.mark.parametrize(
    ("pad", "code", "woord"),
    [
        ("weg", "screen-adres", "404"),
        ("stil", "screen-adres", "niet op tijd"),
        ("druppel", "screen-adres", "te langzaam"),
        ("eindeloos", "screen-te-groot", "groter dan"),
        ("afgebroken", "screen-adres", "brak af"),
        ("krom", "screen-adres", "brak af"),
        ("rond", "screen-adres", "meer dan 3 keer door"),
        ("schijf", "screen-adres", "http"),
        ("intern", "screen-adres", "eigen netwerk"),
        ("beeld", "screen-soort", "image/png"),
    ],
)
def test_a_server_that_misbehaves_gives_one_dutch_message(pad: str, code: str, woord: str, server: str) -> None:
    tekst, meldingen = read_source(f"{server}/{pad}", KRAP)
    assert tekst is None
    assert [melding.code for melding in meldingen] == [code]
    assert woord in meldingen[0].wat and meldingen[0].plaats.pad == f"{server}/{pad}"


def test_no_cookie_is_kept_and_nobody_is_logged_in(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Server.asked.clear()
    read_source(f"{server}/koekje", KRAP)
    assert [path for path, _ in Server.asked] == ["/koekje", "/goed"]
    assert not [
        headers for _, headers in Server.asked if "cookie" in headers.lower() or "authorization" in headers.lower()
    ]


@pytest.mark.parametrize(
    "adres",
    [
        "ftp://voorbeeld.nl/",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://u:w@voorbeeld.nl/",
        "http://127.0.0.1:1/",
    ],
)
def test_an_address_that_cannot_be_had_is_told(adres: str) -> None:
    tekst, meldingen = read_source(adres, KRAP)
    assert tekst is None and [melding.code for melding in meldingen] == ["screen-adres"]
