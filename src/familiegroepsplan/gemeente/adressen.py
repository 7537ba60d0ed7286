"""Addresses in a gemeente's file: on the web, of mail, by phone, and paths on the site itself."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from familiegroepsplan.gemeente.vorm import one_line, text_schema
from familiegroepsplan.reading import zin_error

_HOST = re.compile(r"(?!-)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_NOT_IN_URL = re.compile(r"""[\s<>"'`{}|\\^]""")
_MAIL = re.compile(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_SITE_PATH = re.compile(r"/(?:[A-Za-z0-9._~%-]+/)*[A-Za-z0-9._~%-]*")


def _url(value: str) -> str:
    scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):(?!\d)", value)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise zin_error("url-schema", schema=scheme[1].lower())
    if not scheme:
        near = f"https://{value}" if _HOST.match(value) else "https://www.voorbeeld.nl"
        raise zin_error("url-half", bijna=near)
    if _NOT_IN_URL.search(value):
        raise zin_error("url-teken")
    return _checked_parts(value)


def _checked_parts(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise zin_error("url-ongeldig") from None
    if parts.username is not None or parts.password is not None:
        raise zin_error("url-wachtwoord")
    if not value.lower().startswith((f"{parts.scheme}://",)) or not _HOST.fullmatch(host):
        raise zin_error("url-naam")
    return value


def _site_url(value: str) -> str:
    if "?" in value or "#" in value:
        raise zin_error("site-vraagteken")
    if not value.endswith("/"):
        raise zin_error("site-einde", adres=value)
    return value


_Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Url = Annotated[
    _Address,
    AfterValidator(_url),
    text_schema("webadres (https://…)", **{"x-soort": "url"}, format="uri", pattern="^https?://", maxLength=500),
]
"""A whole web address with http or https; no credentials, no spaces."""

SiteUrl = Annotated[
    _Address,
    AfterValidator(_url),
    AfterValidator(_site_url),
    text_schema(
        "webadres dat eindigt op /", **{"x-soort": "site-url"}, format="uri", pattern="^https?://.*/$", maxLength=500
    ),
]
"""Where a site will stand: a web address that ends with a slash."""


def _e_mail(value: str) -> str:
    if value.lower().startswith("mailto:"):
        raise zin_error("e-mail-mailto", adres=value[7:])
    if not _MAIL.fullmatch(value):
        raise zin_error("e-mail")
    return value


EMail = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_e_mail),
    text_schema("e-mailadres", **{"x-soort": "e-mail"}, format="email", maxLength=200),
]
"""An e-mail address, without `mailto:`."""


def _telefoon(value: str) -> str:
    digits = sum(letter.isdigit() for letter in value)
    if not re.fullmatch(r"[+(]?[0-9][0-9 ()./-]*", value, re.ASCII) or not 3 <= digits <= 15:
        raise zin_error("telefoon")
    return value


Telefoon = Annotated[
    str,
    BeforeValidator(one_line),
    StringConstraints(min_length=1, max_length=30),
    AfterValidator(_telefoon),
    text_schema("telefoonnummer", **{"x-soort": "telefoon"}, maxLength=30),
]
"""A phone number as people write it: `020 123 45 67`, `0800-0432`, `14 020`, `112`."""


def _contact_uri(value: str) -> str:
    scheme, _, rest = value.partition(":")
    if scheme == "mailto":
        return f"mailto:{_e_mail(rest)}"
    if scheme != "https":
        raise zin_error("meldadres")
    return _url(value)


ContactUri = Annotated[
    _Address,
    AfterValidator(_contact_uri),
    text_schema("mailto:… of https://…", **{"x-soort": "meldadres"}, pattern="^(mailto:|https://)", maxLength=500),
]
"""Where a report can be sent: `mailto:` or `https:` (RFC 9116, field Contact)."""


def _site_path(value: str) -> str:
    parts = value.split("/")
    if not _SITE_PATH.fullmatch(value) or "." in parts or ".." in parts:
        raise zin_error("pad-site", pad=value)
    return value


_SITE_PAD_SCHEMA = {"type": "string", "pattern": "^/", "maxLength": 300, "x-soort": "pad-site"}

SitePad = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(_site_path),
    WithJsonSchema(_SITE_PAD_SCHEMA | {"x-vorm": "pad op de site (/…/)"}),
]
"""A path on the site itself, from its root: `/rechten/`."""


def _leads_elsewhere(paden: dict[str, str]) -> dict[str, str]:
    for oud, nieuw in paden.items():
        if oud.strip("/") == nieuw.strip("/"):
            raise zin_error("pad-zelf", oud=oud)
    return paden


Doorverwijzingen = Annotated[
    dict[SitePad, SitePad],
    AfterValidator(_leads_elsewhere),
    WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {"^/": _SITE_PAD_SCHEMA},
            "additionalProperties": False,
            "x-vorm": "per regel een oud pad en een nieuw pad (/oud/: /nieuw/)",
        }
    ),
]
"""Old paths on the site, each with the path to which it leads now."""
