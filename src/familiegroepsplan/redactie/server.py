"""The editor on this machine: a small server for the page and for the files of the project, and for nobody else.

It listens on the loopback address alone. Every request must name that address (a page of another site that lets its
own name point here is refused), and what reads or changes files must come from the editor itself: browsers send
`Origin` and `Sec-Fetch-Site`, and no other site can add our header without asking first, which we never grant.
"""

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from familiegroepsplan.localserver import LocalServer, content_type
from familiegroepsplan.redactie.map import MAX_BYTES, Geweigerd, Projectmap
from familiegroepsplan.redactie.veiligheid import headers

PLAIN = "text/plain; charset=utf-8"
MAP = "/_map/"
KOP = "X-Redactie"
MOST_DIGITS = 20
WAS = "X-Was"
"""What the text said when the editor read it, as a SHA-256."""


class RedactieServer(LocalServer):
    """Serves the folder `admin` below /admin/, and the project's files below /_map/."""

    def __init__(self, port: int, admin: Path, projectmap: Projectmap) -> None:
        self.admin, self.projectmap = admin.resolve(), projectmap
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def adres(self) -> str:
        """Where the editor is, as the browser must call it."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: RedactieServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what matters is told in the page."""

    def do_GET(self) -> None:
        """The page and its parts, the list of files, or one file."""
        path = unquote(urlsplit(self.path).path)
        if not self._named_right():
            return
        if path.startswith(MAP):
            self._file(path.removeprefix(MAP))
        elif path == "/":
            self._send(HTTPStatus.FOUND, b"", PLAIN, Location="/admin/")
        else:
            self._page(path)

    def do_PUT(self) -> None:
        """Write a file."""
        pad = self._pad()
        if pad is None:
            return
        length = self._length()
        if length is None:
            self._refuse(HTTPStatus.LENGTH_REQUIRED, "Dit verzoek zegt niet hoe groot het bestand is.")
            return
        if length > MAX_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Dit bestand is te groot.")
            return
        data = self.rfile.read(length)
        self._change(lambda: self.server.projectmap.schrijf(pad, data, self.headers.get(WAS)))

    def do_DELETE(self) -> None:
        """Take a file away."""
        pad = self._pad()
        if pad is not None:
            self._change(lambda: self.server.projectmap.verwijder(pad))

    def _pad(self) -> str | None:
        """The file that a change is about; None when the request was refused."""
        path = unquote(urlsplit(self.path).path)
        if not (self._named_right() and self._is_ours()):
            return None
        if not path.startswith(MAP):
            self._refuse(HTTPStatus.NOT_FOUND, "Hier is niets.")
            return None
        return path.removeprefix(MAP)

    def _length(self) -> int | None:
        """How many bytes follow the headers; None when it is not said in plain digits (RFC 9110 8.6)."""
        said = self.headers.get("Content-Length", "")
        return int(said) if said.isascii() and said.isdigit() and len(said) < MOST_DIGITS else None

    def _named_right(self) -> bool:
        """Whether the request calls this server by its own address (against DNS rebinding)."""
        port = self.server.server_address[1]
        right = self.headers.get("Host", "") in (f"127.0.0.1:{port}", f"localhost:{port}")
        if not right:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "De redactie luistert alleen op deze computer.")
        return right

    def _is_ours(self) -> bool:
        """Whether the request comes from a page of this server."""
        host = self.headers.get("Host", "")
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site", "same-origin")
        ours = origin in (None, f"http://{host}") and site == "same-origin" and self.headers.get(KOP) is not None
        if not ours:
            self._refuse(HTTPStatus.FORBIDDEN, "Dit verzoek komt niet van de redactie.")
        return ours

    def _file(self, pad: str) -> None:
        if not self._is_ours():
            return
        try:
            if pad:
                self._send(HTTPStatus.OK, self.server.projectmap.lees(pad), content_type(pad))
            else:
                self._send(HTTPStatus.OK, self._everything(), "application/json")
        except Geweigerd as error:
            self._refuse(HTTPStatus.FORBIDDEN, str(error))
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND, "Dit bestand is er niet.")

    def _everything(self) -> bytes:
        return json.dumps(self.server.projectmap.teksten(), ensure_ascii=False).encode()

    def _change(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Geweigerd as error:
            self._refuse(HTTPStatus.FORBIDDEN, str(error))
        except FileNotFoundError:
            self._refuse(HTTPStatus.NOT_FOUND, "Dit bestand is er niet.")
        except OSError as error:
            self._refuse(HTTPStatus.INSUFFICIENT_STORAGE, f"Bewaren lukt niet: {error.strerror or error}.")
        else:
            self._send(HTTPStatus.NO_CONTENT, b"", PLAIN)

    def _page(self, path: str) -> None:
        target = self._part(path)
        if target is None:
            self._refuse(HTTPStatus.NOT_FOUND, "Hier is niets.")
        else:
            self._send(HTTPStatus.OK, target.read_bytes(), content_type(target.name))

    def _part(self, path: str) -> Path | None:
        """The file of the page at this path; None when there is none, or it would lie elsewhere."""
        if not path.startswith("/admin/") or "\0" in path:
            return None
        target = (self.server.admin / (path.removeprefix("/admin/") or "index.html")).resolve()
        return target if target.is_relative_to(self.server.admin) and target.is_file() else None

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True
        self._send(status, why.encode(), PLAIN, Connection="close")

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **more: str) -> None:
        self.send_response(status)
        for name, value in (headers(()) | {"Cache-Control": "no-store"} | more).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
