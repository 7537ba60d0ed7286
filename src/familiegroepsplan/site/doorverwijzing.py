"""Old addresses that lead to a page of now (`doorverwijzingen`), in every form that a host may understand.

Rules for hosts that take them (Netlify and Cloudflare Pages, nginx), and for all others a page at the old
address that sends its reader on: no script, not to be indexed, within the policy of the site.
"""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.site.headers import meta_policy
from familiegroepsplan.taal import TALEN

NETLIFY = "_redirects"
NGINX = "_doorverwijzingen.map"
"""Lines for a `map` of nginx; handboek/server/nginx-gemeenten.conf reads those of every site."""

_STUB = """\
<!doctype html>
<html lang="{taal}" dir="{richting}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}">
<meta http-equiv="refresh" content="0; url={doel}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="description" content="{tekst}">
<title>{kop}</title>
<link rel="canonical" href="{canoniek}">
</head>
<body>
<main>
<h1>{kop}</h1>
<p>{tekst}</p>
<p><a href="{doel}">{link}</a></p>
</main>
</body>
</html>
"""


def redirect_files(gemeente: Gemeente, inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """Name and text of every file that the redirects of a municipality need; none when it has none."""
    if not gemeente.doorverwijzingen:
        return
    yield NETLIFY, netlify_redirects(gemeente.doorverwijzingen)
    yield NGINX, nginx_map(gemeente.slug, gemeente.doorverwijzingen)
    for oud, nieuw in gemeente.doorverwijzingen.items():
        if name := stub_file(oud):
            yield name, _stub(name, nieuw, gemeente, inhoud)


def netlify_redirects(paden: Mapping[str, str], voor: str = "") -> str:
    """`_redirects` in the form of Netlify and Cloudflare Pages; `voor` stands before every path (`/utrecht`)."""
    return "".join(f"{voor}{oud} {voor}{nieuw} 301\n" for oud, nieuw in paden.items())


def nginx_map(slug: str, paden: Mapping[str, str]) -> str:
    """The lines of nginx' `map`: slug with the old path (decoded, with and without slash at the end), new path."""
    rows = []
    for oud, nieuw in paden.items():
        bare = unquote(oud).rstrip("/")
        forms = (bare,) if PurePosixPath(bare).suffix else (bare, f"{bare}/")
        rows += [f'"/{slug}{form}" "{nieuw}";\n' for form in forms]
    return "".join(rows)


def stub_file(oud: str) -> str | None:
    """The file of the page that sends readers on from an old path; None where a file cannot be a page (`/oud.php`)."""
    path = unquote(oud).strip("/")
    if path.endswith(".html"):
        return path
    return None if PurePosixPath(path).suffix and not oud.endswith("/") else f"{path}/index.html"


def _stub(name: str, nieuw: str, gemeente: Gemeente, inhoud: Inhoud) -> str:
    first = nieuw.split("/")[1]
    taal = first if first in gemeente.talen else BRON_TAAL
    doel = ("../" * name.count("/") or "./") + nieuw.removeprefix("/")
    words = {key: escape(inhoud.woord(f"verhuisd.{key}", taal)) for key in ("kop", "tekst", "link")}
    canoniek = f"{gemeente.site_url}{nieuw.removeprefix('/')}" if gemeente.site_url else doel
    return _STUB.format(
        taal=taal,
        richting=TALEN[taal].richting,
        csp=meta_policy(),
        doel=escape(doel),
        canoniek=escape(canoniek),
        **words,
    )
