"""The HTTP headers of a site: what a browser may load and do (internet.nl, OWASP secure headers).

Nothing comes from elsewhere and no script stands in a page, so the policy is the same for every page.
"""

from collections.abc import Iterable, Mapping

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
ONLY_AS_HEADER = {"frame-ancestors"}
"""Directives that a browser ignores in a <meta> element (CSP level 3, section 3.3)."""

YEAR = 31536000


def policy_of(directives: Mapping[str, str]) -> str:
    """A Content-Security-Policy as a header value."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def policy() -> str:
    """The policy of the pages of a site."""
    return policy_of(DIRECTIVES)


def meta_policy() -> str:
    """The same for a <meta> element, for hosts that send no headers of ours (GitHub Pages)."""
    return policy_of({name: value for name, value in DIRECTIVES.items() if name not in ONLY_AS_HEADER})


def security_headers() -> dict[str, str]:
    """Every header that a host should send with every page, by name."""
    return {
        "Content-Security-Policy": policy(),
        "Strict-Transport-Security": f"max-age={YEAR}; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def netlify_headers() -> str:
    """`_headers` in the form of Netlify and Cloudflare Pages."""
    return _rule("/*", security_headers())


def netlify_headers_per_path(paths: Iterable[str], embedded: str, policy: str) -> str:
    """The same for a site with pages that others may frame, below the path `embedded`, under their own `policy`.

    These hosts join the headers of all rules that match, so every other path is named instead of `/*`.
    """
    framed = security_headers() | {"Content-Security-Policy": policy, "Cross-Origin-Resource-Policy": "cross-origin"}
    del framed["X-Frame-Options"]
    return "".join(_rule(path, security_headers()) for path in paths) + _rule(embedded, framed)


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def nginx_snippet() -> str:
    """The lines for a `server` block of nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in security_headers().items())


def apache_snippet() -> str:
    """The lines for a virtual host of Apache or a .htaccess file (mod_headers)."""
    return "".join(f'Header always set {name} "{value}"\n' for name, value in security_headers().items())
