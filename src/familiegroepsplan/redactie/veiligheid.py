"""What a browser may load and do in the editor, as headers: as strict as Sveltia allows.

Sveltia puts its styles into the page (`style-src 'unsafe-inline'`) and shows pictures and the preview from blobs.
Scripts come from our own files alone; nothing is evaluated.
"""

from collections.abc import Sequence

from familiegroepsplan.site.headers import ONLY_AS_HEADER, YEAR, policy_of

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self' data: blob:",
    "frame-src": "blob:",
    "base-uri": "'self'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def policy(adressen: Sequence[str]) -> str:
    """The policy of the editor; `adressen` are those of the back end (`https://api.github.com`)."""
    return policy_of(_directives(adressen))


def meta_policy(adressen: Sequence[str]) -> str:
    """The same for a <meta> element, for hosts that send no headers of ours."""
    return policy_of({name: value for name, value in _directives(adressen).items() if name not in ONLY_AS_HEADER})


def headers(adressen: Sequence[str]) -> dict[str, str]:
    """Every header of the editor, by name. Signing in opens a window of the back end, which must be able to answer."""
    return {
        "Content-Security-Policy": policy(adressen),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups" if adressen else "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def netlify_headers(adressen: Sequence[str]) -> str:
    """`_headers` in the form of Netlify and Cloudflare Pages, for a site that holds the editor below /admin/."""
    own = headers(adressen) | {"Strict-Transport-Security": f"max-age={YEAR}; includeSubDomains"}
    rows = "".join(f"  {name}: {value}\n" for name, value in own.items())
    return f"# Neem dit over in het bestand _headers bovenaan de site waarin deze map staat.\n/admin/*\n{rows}"


def _directives(adressen: Sequence[str]) -> dict[str, str]:
    connect = " ".join([DIRECTIVES["connect-src"], *adressen])
    return DIRECTIVES | {"connect-src": connect}
