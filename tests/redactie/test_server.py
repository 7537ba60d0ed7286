"""The local server: for this machine, for its own page, and for the texts of the project alone."""

import http.client
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from familiegroepsplan.redactie.map import MAX_BYTES
from tests.conftest import ROOT
from tests.redactie.conftest import Redactie, serving

OURS = {"X-Redactie": "1"}
BLOK = "content/blocks/nl/waarom.md"


@pytest.fixture
def redactie(tmp_path: Path) -> Iterator[Redactie]:
    """The server on a small project: what it serves is another matter."""
    map, admin = tmp_path / "project", tmp_path / "admin"
    for pad in (BLOK, "content/wijzigingen/nl.yml", "content/flyers/_huis/tekst.typ", "mkdocs.yml"):
        (map / pad).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / pad, map / pad)
    admin.mkdir()
    (admin / "index.html").write_text("<!doctype html><title>Redactie</title>", "utf-8")
    with serving(map, admin) as server:
        yield Redactie(server, map)


def ask(
    redactie: Redactie, method: str, path: str, headers: Mapping[str, str] = OURS, body: bytes | None = None
) -> tuple[int, bytes]:
    """Ask the server, with the path as it stands: no client tidies it first."""
    connection = http.client.HTTPConnection("127.0.0.1", redactie.server.server_address[1], timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def was(redactie: Redactie, pad: str) -> dict[str, str]:
    return OURS | {"X-Was": sha256((redactie.map / pad).read_bytes()).hexdigest()}


def everything(map: Path) -> dict[str, bytes]:
    return {str(path.relative_to(map.parent)): path.read_bytes() for path in map.parent.rglob("*") if path.is_file()}


def test_it_listens_on_this_machine_alone(redactie: Redactie) -> None:
    assert redactie.server.server_address[0] == "127.0.0.1"


def test_the_editor_reads_every_text_and_writes_one(redactie: Redactie) -> None:
    status, data = ask(redactie, "GET", "/_map/")
    texts = json.loads(data)
    assert status == 200 and texts[BLOK] == (redactie.map / BLOK).read_text("utf-8")
    assert not any(pad.startswith(("content/wijzigingen", "content/vertaalgeheugen")) for pad in texts)
    assert ask(redactie, "PUT", f"/_map/{BLOK}", was(redactie, BLOK), b"---\ntitel: Nieuw\n---\n") == (204, b"")
    assert (redactie.map / BLOK).read_bytes() == b"---\ntitel: Nieuw\n---\n"


OUTSIDE = (
    "../buiten.md",
    "content/../../buiten.md",
    "content/blocks/nl/../../../mkdocs.yml",
    "content/blocks/nl/%2e%2e/%2e%2e/%2e%2e/%2e%2e/buiten.md",
    "content/blocks/nl/..%2f..%2f..%2f..%2fbuiten.md",
    "content/blocks/nl/..%5c..%5cbuiten.md",
    "content//blocks/nl/waarom.md",
    "/etc/passwd",
    "%2fetc/passwd",
    "mkdocs.yml",
    "content/flyers/_huis/tekst.typ",
    "content/.git/config.yml",
    "content/blocks/nl/.verborgen.md",
    "content/wijzigingen/nl.yml",
    "content/Wijzigingen/nl.yml",
    "content/municipalities/schema.json",
    "content/municipalities/SCHEMA.json",
    "content/blocks/nl/x%00.md",
    "content/blocks/nl/C:x.md",
    "hooks/gemeentesite.py",
)


@pytest.mark.parametrize("pad", OUTSIDE)
def test_no_path_leads_out_of_the_texts(redactie: Redactie, pad: str) -> None:
    before = everything(redactie.map)
    for method, body in (("GET", None), ("PUT", b"kwaad"), ("DELETE", None)):
        assert ask(redactie, method, f"/_map/{pad}", OURS, body)[0] == 403, method
    assert everything(redactie.map) == before


def test_a_link_out_of_the_folder_is_not_followed(redactie: Redactie) -> None:
    secret = redactie.map.parent / "geheim.md"
    secret.write_text("geheim", "utf-8")
    (redactie.map / "content/blocks/nl/link.md").symlink_to(secret)
    (redactie.map / "content/blocks/weg").symlink_to(redactie.map.parent, target_is_directory=True)
    for pad in ("content/blocks/nl/link.md", "content/blocks/weg/geheim.md"):
        assert ask(redactie, "GET", f"/_map/{pad}")[0] == 403
        assert ask(redactie, "PUT", f"/_map/{pad}", OURS, b"kwaad")[0] == 403
    assert "geheim" not in ask(redactie, "GET", "/_map/")[1].decode()
    assert secret.read_text("utf-8") == "geheim"


STRANGERS: tuple[dict[str, str], ...] = (
    {},
    OURS | {"Origin": "https://elders.example"},
    OURS | {"Origin": "http://127.0.0.1:1"},
    OURS | {"Origin": "null"},
    OURS | {"Sec-Fetch-Site": "cross-site"},
    OURS | {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize("headers", STRANGERS)
def test_only_its_own_page_reads_or_changes_files(redactie: Redactie, headers: dict[str, str]) -> None:
    before = everything(redactie.map)
    for method, pad, body in (("GET", "", None), ("GET", BLOK, None), ("PUT", BLOK, b"kwaad"), ("DELETE", BLOK, None)):
        assert ask(redactie, method, f"/_map/{pad}", headers, body)[0] == 403
    assert everything(redactie.map) == before


def test_another_name_for_this_machine_is_refused(redactie: Redactie) -> None:
    for path in ("/admin/", "/_map/"):
        assert ask(redactie, "GET", path, OURS | {"Host": "elders.example"})[0] == 421
    assert ask(redactie, "PUT", f"/_map/{BLOK}", OURS | {"Host": "elders.example:80"}, b"kwaad")[0] == 421


def test_no_other_site_is_ever_told_that_it_may(redactie: Redactie) -> None:
    headers = {"Origin": "https://elders.example", "Access-Control-Request-Method": "PUT"}
    assert ask(redactie, "OPTIONS", f"/_map/{BLOK}", headers)[0] == 501


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(redactie: Redactie) -> None:
    read = was(redactie, BLOK)
    (redactie.map / BLOK).write_text("van een ander", "utf-8")
    status, why = ask(redactie, "PUT", f"/_map/{BLOK}", read, b"van ons")
    assert status == 403 and "buiten de redactie veranderd" in why.decode()
    assert ask(redactie, "PUT", f"/_map/{BLOK}", OURS, b"van ons")[0] == 403
    assert (redactie.map / BLOK).read_text("utf-8") == "van een ander"


def test_line_ends_and_rights_of_a_file_stay(redactie: Redactie) -> None:
    path = redactie.map / BLOK
    path.write_bytes(b"---\r\ntitel: Oud\r\n---\r\n")
    path.chmod(0o640)
    read = OURS | {"X-Was": sha256(b"---\ntitel: Oud\n---\n").hexdigest()}
    assert ask(redactie, "PUT", f"/_map/{BLOK}", read, b"---\ntitel: Nieuw\n---\n")[0] == 204
    assert path.read_bytes() == b"---\r\ntitel: Nieuw\r\n---\r\n"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_too_large_is_refused(redactie: Redactie) -> None:
    pad = "content/municipalities/amsterdam/logo.svg"
    assert ask(redactie, "PUT", f"/_map/{pad}", OURS | {"Content-Length": str(MAX_BYTES + 1)})[0] == 413
    assert not (redactie.map / pad).exists()


@pytest.mark.parametrize("length", ["", "-1", "1e3", "\u00b2", "9" * 5000, "0x10"])
def test_a_size_that_is_no_plain_number_is_refused(redactie: Redactie, length: str) -> None:
    pad = "content/municipalities/amsterdam/logo.svg"
    assert ask(redactie, "PUT", f"/_map/{pad}", OURS | {"Content-Length": length})[0] == 411
    assert not (redactie.map / pad).exists()


def test_a_picture_may_go_and_a_text_may_not(redactie: Redactie) -> None:
    pad = "content/municipalities/amsterdam/logo.svg"
    assert ask(redactie, "PUT", f"/_map/{pad}", OURS, b"<svg/>")[0] == 204
    assert ask(redactie, "DELETE", f"/_map/{pad}")[0] == 204
    assert ask(redactie, "DELETE", f"/_map/{pad}")[0] == 404
    for pad in (BLOK, "content/municipalities/amsterdam.yml"):
        assert ask(redactie, "DELETE", f"/_map/{pad}")[0] == 403


@pytest.mark.parametrize(
    "path", ["/admin/../../geheim", "/admin/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "/admin//x", "/admin/x%00"]
)
def test_the_page_is_no_way_out_either(redactie: Redactie, path: str) -> None:
    assert ask(redactie, "GET", path)[0] == 404


def test_every_answer_carries_the_strict_headers(redactie: Redactie) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", redactie.server.server_address[1], timeout=10)
    connection.request("GET", "/admin/")
    answer = connection.getresponse()
    headers, _ = answer.headers, answer.read()
    connection.close()
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy and "http" not in policy
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
