"""Escaping for the place where a value lands (OWASP: output encoding by context)."""

import json
from urllib.parse import quote

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import escape

from familiegroepsplan.site.place import Place


def escape_for(place: Place | None, value: str) -> str:
    """`value` (plain text, never markup) in the form that is inert at `place`; None: as it is."""
    match place:
        case None:
            return value
        case Place.TEXT | Place.ATTRIBUTE:
            return str(escape(value))
        case Place.URL:
            return str(escape(value)) if is_web_address(value) else "#"
        case Place.URL_PART:
            return quote(value, safe="/")
        case Place.JSON:
            inner = json.dumps(value, ensure_ascii=False)[1:-1]
            return inner.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        case Place.INDEX:
            return json.dumps(" ".join(value.split()), ensure_ascii=False)[1:-1]
        case Place.TOJSON:
            return str(htmlsafe_json_dumps(value))[1:-1]


def is_web_address(value: str) -> bool:
    """Whether a link may lead to `value`: http(s), mail, telephone, or a path within the site."""
    lower = value.lower()
    if lower.startswith(("https://", "http://", "mailto:", "tel:")):
        return True
    return ":" not in lower.split("/", 1)[0] and not lower.startswith("//")
