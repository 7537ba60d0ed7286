"""Whether addresses on the web answer: politely (one request at a time for each server), and with an end to it."""

import time
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, NameResolutionError
from urllib3.util import Retry

_GONE = (404, 410)


class Staat(Enum):
    """What is known of an address; without a connection nothing is."""

    GOED = 1
    DOOD = 2
    ONZEKER = 3
    GEEN_VERBINDING = 4


@dataclass(frozen=True)
class Uitslag:
    """What became of an address, and why, in Dutch."""

    staat: Staat
    reden: str = ""


@dataclass(frozen=True)
class Bezoeker:
    """How we visit other sites; times in seconds, `pauze` is between two requests to one server."""

    verbinden: float = 5
    wachten: float = 15
    pauze: float = 1
    tegelijk: int = 8

    def visit(self, urls: Collection[str]) -> dict[str, Uitslag]:
        """What became of each address; servers side by side, the addresses of one server one after another."""
        ordered = sorted(set(urls), key=lambda url: (urlsplit(url).netloc, url))
        servers = [list(group) for _, group in groupby(ordered, key=lambda url: urlsplit(url).netloc)]
        with ThreadPoolExecutor(self.tegelijk) as pool:
            return {url: found for part in pool.map(self._one_server, servers) for url, found in part}

    def _one_server(self, urls: Iterable[str]) -> list[tuple[str, Uitslag]]:
        found = []
        with self._session() as session:
            for number, url in enumerate(urls):
                time.sleep(self.pauze if number else 0)
                found.append((url, self._look(session, url)))
        return found

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.max_redirects = 8
        session.headers["User-Agent"] = "Mozilla/5.0 (compatible; familiegroepsplan-linkcontrole)"
        retry = Retry(total=1, read=False, redirect=False, status=0, respect_retry_after_header=False)
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=retry))
        return session

    def _look(self, session: requests.Session, url: str) -> Uitslag:
        """HEAD, and GET where that is not answered well: many servers know no HEAD."""
        head = self._ask(session, "HEAD", url)
        if head.staat in (Staat.GOED, Staat.GEEN_VERBINDING):
            return head
        time.sleep(self.pauze)
        return self._ask(session, "GET", url)

    def _ask(self, session: requests.Session, method: str, url: str) -> Uitslag:
        timeout = (self.verbinden, self.wachten)
        try:
            with session.request(method, url, timeout=timeout, allow_redirects=True, stream=True) as answer:
                return _by_status(answer.status_code)
        except requests.TooManyRedirects:
            return Uitslag(Staat.DOOD, "verwijst steeds weer door")
        except requests.exceptions.SSLError:
            return Uitslag(Staat.ONZEKER, "heeft geen goede beveiligde verbinding")
        except requests.Timeout:
            return Uitslag(Staat.ONZEKER, "geeft niet op tijd antwoord")
        except requests.ConnectionError as error:
            return _no_connection(error)
        except (requests.RequestException, HTTPError, OSError, ValueError):
            return Uitslag(Staat.ONZEKER, "geeft geen goed antwoord")


def _by_status(code: int) -> Uitslag:
    if code < 400:
        return Uitslag(Staat.GOED)
    if code in _GONE:
        return Uitslag(Staat.DOOD, f"is er niet meer (antwoord {code})")
    return Uitslag(Staat.ONZEKER, f"laat ons niet binnen (antwoord {code})")


def _no_connection(error: requests.ConnectionError) -> Uitslag:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(reason, NameResolutionError):
        return Uitslag(Staat.GEEN_VERBINDING, "heeft een sitenaam die niet bestaat")
    return Uitslag(Staat.GEEN_VERBINDING, "is niet te bereiken")
