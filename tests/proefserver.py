"""A web server on this machine that answers as a test tells it to, badly too, and remembers who asked for what."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Antwoord = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Proefserver:
    """The server: what it answers per path (else 404), and the requests it got as `GET /pad`."""

    adres: str
    antwoorden: dict[str, Antwoord] = field(default_factory=dict)
    verzoeken: list[str] = field(default_factory=list)
    tijden: list[float] = field(default_factory=list)


@contextmanager
def proefserver() -> Iterator[Proefserver]:
    """A server that runs until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    ours = Proefserver(f"http://127.0.0.1:{server.server_address[1]}/")
    server.RequestHandlerClass = _handler(ours)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield ours
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(ours: Proefserver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            ours.verzoeken.append(f"{self.command} {self.path}")
            ours.tijden.append(time.monotonic())
            ours.antwoorden.get(self.path, status(404))(self)

        do_GET = do_HEAD = _answer

        def log_message(self, format: str, *args: object) -> None:
            pass

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # the client has gone, as it should
                self.close_connection = True

    return Handler


def good(data: bytes, soort: str = "application/xml") -> Antwoord:
    """A whole answer."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", soort)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(data)

    return answer


def status(code: int, **headers: str) -> Antwoord:
    """An answer with that status and no more."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def first_badly(times: int, bad: Antwoord, then: Antwoord) -> Antwoord:
    """The bad answer a number of times, then the other one."""
    left = iter([bad] * times)
    return lambda request: next(left, then)(request)


def cut_off(data: bytes) -> Antwoord:
    """Half of what was promised, then the line is broken."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data[: len(data) // 2])
        request.wfile.flush()
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.close_connection = True

    return answer


def endless(piece: bytes, pause: float = 0) -> Antwoord:
    """Pieces for ever, until the client goes away."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(piece)
            request.wfile.flush()
            time.sleep(pause)

    return answer


def silent(seconds: float) -> Antwoord:
    """No answer for so long."""
    return lambda request: time.sleep(seconds)
