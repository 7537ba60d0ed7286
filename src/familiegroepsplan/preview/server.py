"""The preview's own small server, for this machine alone: pages, and word of every change.

The script that listens for changes is put into a page as it goes out; no site on disk ever holds it. It comes
from the same address as the page, so that the policy of the page stands as it is.
"""

import json
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from threading import Condition
from urllib.parse import parse_qs, unquote, urlsplit

from familiegroepsplan.errors import Melding
from familiegroepsplan.localserver import LocalServer, content_type
from familiegroepsplan.preview.studio import Studio

OWN = "/_voorbeeld/"
"""Below this address is what only the preview has; no slug begins with an underscore."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SCRIPTS = ("voorbeeld.js", "voorbeeld.css")
PULSE = 15.0
"""Seconds after which a listening browser hears something even when nothing changed."""

_EMPTY = """<!doctype html><html lang="nl" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Voorbeeld</title></head>
<body class="voorbeeld-leeg"><main><h1>{kop}</h1><p>{tekst}</p></main></body></html>"""


class PreviewServer(LocalServer):
    """Shows the municipality `slug` at `/`, and every other at `/<slug>/`."""

    def __init__(self, address: tuple[str, int], studio: Studio, slug: str) -> None:
        self.studio, self.slug = studio, slug
        self.changed = Condition()
        super().__init__(address, _Handler)

    def tell(self) -> None:
        """Let every listening browser look whether something changed for it."""
        with self.changed:
            self.changed.notify_all()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what matters is told in the page and by the command."""

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of changes."""
        try:
            self._answer()
        except ConnectionError:
            self.close_connection = True

    def _answer(self) -> None:
        url = urlsplit(self.path)
        if url.path == f"{OWN}gebeurtenissen":
            self._stream(parse_qs(url.query).get("gemeente", [self.server.slug])[0])
        elif url.path.startswith(OWN):
            self._own(url.path.removeprefix(OWN))
        else:
            self._page(unquote(url.path))

    def _own(self, name: str) -> None:
        if name in SCRIPTS:
            data = (files("familiegroepsplan.preview") / name).read_bytes()
            self._send(HTTPStatus.OK, data, content_type(name))
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _page(self, path: str) -> None:
        if self._is_slug(path[1:]):
            self._redirect(f"{path}/")
            return
        slug, name = self._place(path)
        versie, _ = self.server.studio.state(slug)
        wanted = f"{name}index.html" if not name or name.endswith("/") else name
        if (data := self.server.studio.file(slug, wanted)) is not None:
            self._found(HTTPStatus.OK, wanted, data, slug, versie)
        elif wanted == name and self.server.studio.file(slug, f"{name}/index.html") is not None:
            self._redirect(f"{path}/")
        else:
            self._missing(slug, name, *self.server.studio.state(slug))

    def _place(self, path: str) -> tuple[str, str]:
        """Municipality, and the file of its site that is asked for."""
        first, _, rest = path.removeprefix("/").partition("/")
        return (first, rest) if self._is_slug(first) else (self.server.slug, path.removeprefix("/"))

    def _is_slug(self, name: str) -> bool:
        """Whether this is the name of a municipality with a file (and no way out of their folder)."""
        return bool(SLUG.fullmatch(name)) and (self.server.studio.project.gemeenten / f"{name}.yml").is_file()

    def _missing(self, slug: str, name: str, versie: int, fouten: list[Melding]) -> None:
        taal = name.split("/")[0]
        for one in (f"{taal}/404.html", "404.html"):
            if (page := self.server.studio.file(slug, one)) is not None:
                self._found(HTTPStatus.NOT_FOUND, one, page, slug, versie)
                return
        kop = "Deze site kan nog niet worden getoond" if fouten else "Hier is niets"
        tekst = (
            "Verbeter eerst de fouten hieronder; daarna verschijnt zij vanzelf." if fouten else "Kies een ander adres."
        )
        page = _EMPTY.format(kop=kop, tekst=tekst).encode()
        self._found(HTTPStatus.NOT_FOUND, "leeg.html", page, slug, versie)

    def _found(self, status: HTTPStatus, name: str, data: bytes, slug: str, versie: int) -> None:
        kind = content_type(name)
        if kind.startswith("text/html"):
            data = data.replace(b"</head>", _listener(slug, versie).encode() + b"</head>", 1)
        self._send(status, data, kind)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, slug: str) -> None:
        """Tell version and faults now and after every change (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        before = None
        while True:
            now = self.server.studio.state(slug)
            self.wfile.write(b": nog hier\n\n" if now == before else _event(*now))
            self.wfile.flush()
            before = now
            with self.server.changed:
                if self.server.studio.state(slug) == before:
                    self.server.changed.wait(PULSE)


def _event(versie: int, fouten: list[Melding]) -> bytes:
    rows = [{"plaats": str(m.plaats), "sleutel": m.sleutel, "wat": m.wat, "doe": m.doe} for m in fouten]
    return f"data: {json.dumps({'versie': versie, 'fouten': rows})}\n\n".encode()


def _listener(slug: str, versie: int) -> str:
    return (
        f'<link rel="stylesheet" href="{OWN}voorbeeld.css">'
        f'<script defer src="{OWN}voorbeeld.js" data-gemeente="{slug}" data-versie="{versie}"></script>'
    )
