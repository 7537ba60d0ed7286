"""Official texts from the network: with patience, but never for ever, and never more than a text can be.

`FGP_BRONADRES` is there for tests alone: it puts a local server in the place of the official repository.
"""

import os
import time
from dataclasses import dataclass, field
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError
from urllib3.util import Retry

from familiegroepsplan.errors import Gebruikersfout, Plaats
from familiegroepsplan.verordening.nummer import Nummer, manifest_path, xml_path
from familiegroepsplan.verordening.regels import melding
from familiegroepsplan.verordening.xml import MAX_BYTES, descendants, parse_xml

REPOSITORY = "https://repository.officiele-overheidspublicaties.nl/"
"""Where the texts of all local regulations stand."""

_PIECE = 64 * 1024


class NietBereikbaar(Exception):
    """The network or the server gave no answer: nothing is known about what was asked for."""


class NietGevonden(Exception):
    """The server says that what was asked for is not there."""


def repository_address() -> str:
    """The official repository, or what a test puts in its place."""
    return os.environ.get("FGP_BRONADRES", REPOSITORY)


@dataclass(frozen=True)
class Ophaler:
    """Fetches from one server.

    Times in seconds: to connect, between two pieces, for the whole answer, before asking again.
    """

    basis: str = field(default_factory=repository_address)
    verbinden: float = 5
    wachten: float = 15
    geheel: float = 60
    pogingen: int = 3
    pauze: float = 0.5

    def fetch(self, path: str) -> bytes:
        """What stands at a path below the server; raises NietBereikbaar, NietGevonden, Gebruikersfout (too big)."""
        url = urljoin(self.basis, path)
        try:
            with self._session() as session, session.get(url, stream=True, timeout=self._timeout()) as answer:
                if answer.status_code in (404, 410):
                    raise NietGevonden(url)
                answer.raise_for_status()
                return self._read(answer, url)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise NietBereikbaar(url) from error

    def _timeout(self) -> tuple[float, float]:
        return self.verbinden, self.wachten

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.max_redirects = 5
        session.headers["User-Agent"] = "familiegroepsplan (officiele teksten)"
        retry = Retry(
            total=self.pogingen,
            redirect=False,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=("GET",),
            backoff_factor=self.pauze,
            respect_retry_after_header=False,  # a server may not make us wait for hours
        )
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=retry))
        return session

    def _read(self, answer: requests.Response, url: str) -> bytes:
        data = bytearray()
        end = time.monotonic() + self.geheel
        # read1 gives what there is; iter_content would wait for a whole piece, however slowly it drips in
        while piece := answer.raw.read1(_PIECE, decode_content=True):
            data += piece
            if len(data) > MAX_BYTES:
                wat = f"dit is groter dan {MAX_BYTES // 1_000_000} MB"
                raise Gebruikersfout([melding("verordening-groot", Plaats(url), wat)])
            if time.monotonic() > end:
                raise requests.Timeout(url)
        return bytes(data)


def latest_version(nummer: Nummer, ophaler: Ophaler) -> int:
    """The number of the newest version; raises NietBereikbaar, NietGevonden, Gebruikersfout (not readable)."""
    path = manifest_path(nummer)
    root = parse_xml(ophaler.fetch(path), urljoin(ophaler.basis, path))
    for work in (root, *descendants(root, "work")):
        item = str(work.get("_latestItem", "")).split("/")[0]
        if item.isdecimal():
            return int(item)
    labels = [str(one.get("label", "")) for one in descendants(root, "expression")]
    versions = [int(label) for label in labels if label.isdecimal()]
    if not versions:
        raise NietGevonden(path)
    return max(versions)


def fetch_regulation(nummer: Nummer, ophaler: Ophaler) -> tuple[Nummer, bytes]:
    """The XML of a version, the newest unless the number says which, with its full number.

    Raises Gebruikersfout with one message when it cannot be had.
    """
    try:
        full = nummer if nummer.versie is not None else Nummer(nummer.werk, latest_version(nummer, ophaler))
        return full, ophaler.fetch(xml_path(full))
    except NietGevonden:
        wat = f"{nummer} is er niet"
        raise Gebruikersfout([melding("verordening-ontbreekt", Plaats(ophaler.basis), wat)]) from None
    except NietBereikbaar:
        wat = f"de tekst van {nummer} is niet op te halen"
        raise Gebruikersfout([melding("verordening-netwerk", Plaats(ophaler.basis), wat)]) from None
