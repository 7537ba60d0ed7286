"""Fetching a web page that the user named: bounded in time and size, without cookies, and no further than asked.

A server may answer with another address. It may not lead to this machine or the network around it (RFC 1918,
loopback, link-local) unless that is the very host the user named.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
from requests.auth import AuthBase

from familiegroepsplan.screen.regels import Leesfout

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT = "familiegroepsplan-screening (leest een pagina op verzoek van een gebruiker)"


@dataclass(frozen=True)
class Grenzen:
    """How long a fetch may take (seconds: silence, and in all), how large an answer may be, how often it moves on."""

    stilte: float = 10
    totaal: float = 30
    bytes: int = 20_000_000
    stappen: int = 5


@dataclass(frozen=True)
class Antwoord:
    """What a server gave: the bytes, their media type and charset (both may be empty), the last address."""

    data: bytes
    soort: str
    charset: str
    adres: str


class _Nobody(AuthBase):
    """No name or password: keeps requests from looking for one in the user's own files."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


def fetch(address: str, grenzen: Grenzen) -> Antwoord:
    """The page at an address; raises Leesfout when it cannot be had."""
    ends = time.monotonic() + grenzen.totaal
    asked = current = _checked(address)
    for _ in range(grenzen.stappen + 1):
        with _get(current, grenzen) as response:
            if response.status_code not in _REDIRECTS:
                return _answer(response, current, grenzen, ends)
            target = response.headers.get("Location", "")
        current = _followed(target, current, asked)
    raise Leesfout("screen-adres", f"de server stuurt meer dan {grenzen.stappen} keer door")


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Leesfout("screen-adres", "dit is geen adres dat met http:// of https:// begint")
    if parts.username or parts.password:
        raise Leesfout("screen-adres", "in dit adres staat een naam of wachtwoord", "laat die weg")
    return address


def _followed(target: str, current: str, asked: str) -> str:
    new = _checked(urljoin(current, target))
    same = urlsplit(new).netloc == urlsplit(asked).netloc
    if not same and _is_private(urlsplit(new).hostname or ""):
        doe = "geef dat adres zelf op als u het wilt screenen"
        raise Leesfout("screen-adres", "de server stuurt door naar een adres in uw eigen netwerk", doe)
    return new


def _is_private(host: str) -> bool:
    """Whether a name leads to an address that is not on the public internet; an unknown name does not."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(address.partition("%")[0]).is_global for address in found)


def _get(address: str, grenzen: Grenzen) -> requests.Response:
    headers = {"User-Agent": _AGENT, "Accept": "text/html,application/pdf,text/plain;q=0.9,*/*;q=0.5"}
    try:
        return requests.get(
            address, headers=headers, timeout=grenzen.stilte, stream=True, allow_redirects=False, auth=_Nobody()
        )
    except requests.Timeout as error:
        raise Leesfout("screen-adres", "de server antwoordt niet op tijd", "probeer het later nog eens") from error
    except requests.exceptions.SSLError as error:
        raise Leesfout("screen-adres", "het certificaat van deze server klopt niet") from error
    except (requests.RequestException, UnicodeError, ValueError) as error:
        raise Leesfout("screen-adres", "deze server is niet te bereiken") from error


def _answer(response: requests.Response, address: str, grenzen: Grenzen, ends: float) -> Antwoord:
    if response.status_code != requests.codes.ok:
        raise Leesfout("screen-adres", f"de server antwoordt met code {response.status_code}")
    soort, _, rest = response.headers.get("Content-Type", "").partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
    return Antwoord(_body(response, grenzen, ends), soort.strip().lower(), charset, address)


def _body(response: requests.Response, grenzen: Grenzen, ends: float) -> bytes:
    data = bytearray()
    try:
        for chunk in response.iter_content(16_384):
            data += chunk
            if len(data) > grenzen.bytes:
                raise Leesfout("screen-te-groot", f"deze pagina is groter dan {grenzen.bytes // 1_000_000} MB")
            if time.monotonic() > ends:
                raise Leesfout("screen-adres", "deze pagina komt te langzaam binnen", "probeer het later nog eens")
    except requests.Timeout as error:
        raise Leesfout("screen-adres", "de server antwoordt niet op tijd", "probeer het later nog eens") from error
    except (requests.RequestException, OSError) as error:
        timed_out = "timed out" in str(error)
        wat = "de server antwoordt niet op tijd" if timed_out else "de verbinding brak af voordat de pagina er was"
        raise Leesfout("screen-adres", wat, "probeer het later nog eens") from error
    return bytes(data)
