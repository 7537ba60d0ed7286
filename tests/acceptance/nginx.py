"""Debian's nginx as a process of its own, with the configuration of the handbook, on a port of this machine."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.site.nginx import DOMEIN, FOLDER
from tests.conftest import ROOT

CONF = ROOT / "handboek" / "server" / "nginx-gemeenten.conf"
PROGRAM = shutil.which("nginx") or "/usr/sbin/nginx"
MAIN = """\
daemon off; master_process off; pid {prefix}/nginx.pid; error_log stderr warn;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {prefix}/body; proxy_temp_path {prefix}/proxy; fastcgi_temp_path {prefix}/fastcgi;
  uwsgi_temp_path {prefix}/uwsgi; scgi_temp_path {prefix}/scgi;
  include {prefix}/platform.conf;
}}
"""


@dataclass(frozen=True)
class Antwoord:
    """What the server gave: status, headers (small letters), text."""

    status: int
    headers: Mapping[str, str]
    text: str


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


@dataclass(frozen=True)
class Server:
    """A running nginx; `get` asks for a path under a host name."""

    port: int

    def get(self, path: str, host: str = DOMEIN, **headers: str) -> Antwoord:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            headers={"Host": host} | {k.replace("_", "-"): v for k, v in headers.items()},
        )
        try:
            with urllib.request.build_opener(_Stay).open(request, timeout=10) as answer:
                return _read(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return _read(error.code, error.headers, error.read())


def _read(status: int, headers: object, body: bytes) -> Antwoord:
    pairs = {name.lower(): value for name, value in headers.items()}  # type: ignore[attr-defined]
    return Antwoord(status, pairs, body.decode("utf-8", errors="replace"))


@contextmanager
def nginx(dist: Path, prefix: Path) -> Iterator[Server]:
    """Run nginx over `dist`, with everything it writes below `prefix`; ended afterwards."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    text = CONF.read_text("utf-8").replace(FOLDER, str(dist)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    (prefix / "platform.conf").write_text(text, "utf-8")
    (prefix / "nginx.conf").write_text(MAIN.format(prefix=prefix), "utf-8")
    with (prefix / "fouten.txt").open("w") as errors:
        process = subprocess.Popen(
            [PROGRAM, "-p", prefix, "-c", prefix / "nginx.conf", "-e", prefix / "fouten.txt"],
            stdout=errors,
            stderr=errors,
        )
        try:
            _wait(process, port, prefix / "fouten.txt")
            yield Server(port)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], port: int, errors: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, errors.read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(errors.read_text("utf-8"))
