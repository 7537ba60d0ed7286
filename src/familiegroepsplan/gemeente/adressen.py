"""Addresses in a gemeente's file: on the web, of mail, by phone, and paths on the site itself."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from familiegroepsplan.gemeente.vorm import one_line, text_schema
from familiegroepsplan.reading import value_error

_HOST = re.compile(r"(?!-)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_NOT_IN_URL = re.compile(r"""[\s<>"'`{}|\\^]""")
_MAIL = re.compile(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_SITE_PATH = re.compile(r"/(?:[A-Za-z0-9._~%-]+/)*[A-Za-z0-9._~%-]*")


def _url(value: str) -> str:
    scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):(?!\d)", value)
    if scheme and scheme[1].lower() not in ("http", "https"):
        doe = "gebruik een adres dat met https:// begint"
        raise value_error("url-script", f"een adres met {scheme[1].lower()}: is hier niet toegestaan", doe)
    if not scheme:
        near = f"https://{value}" if _HOST.match(value) else "https://www.voorbeeld.nl"
        raise value_error("url", "het adres is niet volledig", f"schrijf het hele adres, zoals {near}")
    if _NOT_IN_URL.search(value):
        raise value_error(
            "url", "een spatie, aanhalingsteken of haakje in het adres", "neem het adres over uit de browser"
        )
    return _checked_parts(value)


def _checked_parts(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise value_error("url", "dit is geen geldig adres", "neem het adres over uit de browser") from None
    if parts.username is not None or parts.password is not None:
        raise value_error("url", "er staat een naam of wachtwoord in het adres", "haal het deel voor de @ weg")
    if not value.lower().startswith((f"{parts.scheme}://",)) or not _HOST.fullmatch(host):
        doe = "schrijf het hele adres, zoals https://www.voorbeeld.nl"
        raise value_error("url", "er staat geen geldige sitenaam in het adres", doe)
    return value


def _site_url(value: str) -> str:
    if "?" in value or "#" in value:
        raise value_error("url-site", "er staat een ? of # in het adres van de site", "laat dat deel weg")
    if not value.endswith("/"):
        raise value_error("url-site", "het adres van de site eindigt niet op /", f"schrijf {value}/")
    return value


_Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Url = Annotated[
    _Address,
    AfterValidator(_url),
    text_schema("webadres (https://…)", format="uri", pattern="^https?://", maxLength=500),
]
"""A whole web address with http or https; no credentials, no spaces."""

SiteUrl = Annotated[
    _Address,
    AfterValidator(_url),
    AfterValidator(_site_url),
    text_schema("webadres dat eindigt op /", format="uri", pattern="^https?://.*/$", maxLength=500),
]
"""Where a site will stand: a web address that ends with a slash."""


def _e_mail(value: str) -> str:
    if value.lower().startswith("mailto:"):
        raise value_error("e-mail", "mailto: hoort er niet bij", f"schrijf alleen {value[7:]}")
    if not _MAIL.fullmatch(value):
        raise value_error("e-mail", "dit is geen volledig e-mailadres")
    return value


EMail = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_e_mail),
    text_schema("e-mailadres", format="email", maxLength=200),
]
"""An e-mail address, without `mailto:`."""


def _telefoon(value: str) -> str:
    digits = sum(letter.isdigit() for letter in value)
    if not re.fullmatch(r"[+(]?[0-9][0-9 ()./-]*", value, re.ASCII) or not 3 <= digits <= 15:
        raise value_error("telefoon", "dit is geen telefoonnummer")
    return value


Telefoon = Annotated[
    str,
    BeforeValidator(one_line),
    StringConstraints(min_length=1, max_length=30),
    AfterValidator(_telefoon),
    text_schema("telefoonnummer", maxLength=30),
]
"""A phone number as people write it: `020 123 45 67`, `0800-0432`, `14 020`, `112`."""


def _contact_uri(value: str) -> str:
    scheme, _, rest = value.partition(":")
    if scheme == "mailto":
        return f"mailto:{_e_mail(rest)}"
    if scheme != "https":
        doe = "schrijf mailto:naam@voorbeeld.nl of https://www.voorbeeld.nl/melden"
        raise value_error("url", "hier hoort een adres met mailto: of https:", doe)
    return _url(value)


ContactUri = Annotated[
    _Address,
    AfterValidator(_contact_uri),
    text_schema("mailto:… of https://…", pattern="^(mailto:|https://)", maxLength=500),
]
"""Where a report can be sent: `mailto:` or `https:` (RFC 9116, field Contact)."""


def _site_path(value: str) -> str:
    parts = value.split("/")
    if not _SITE_PATH.fullmatch(value) or "." in parts or ".." in parts:
        doe = "schrijf een pad als /rechten/: begin met /, zonder spaties, // of .."
        raise value_error("doorverwijzing", f"'{value}' is geen pad op deze site", doe)
    return value


_SITE_PAD_SCHEMA = {"type": "string", "pattern": "^/", "maxLength": 300}

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
            doe = "verwijder deze regel of kies een ander doel"
            raise value_error("doorverwijzing", f"{oud} verwijst naar zichzelf", doe)
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
