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


def framed_headers(policy: str) -> dict[str, str]:
    """The headers of pages that other sites may frame, under their own `policy`."""
    framed = security_headers() | {"Content-Security-Policy": policy, "Cross-Origin-Resource-Policy": "cross-origin"}
    del framed["X-Frame-Options"]
    return framed


def mail_headers() -> dict[str, str]:
    """The headers of mails that one looks at in the browser: their style stands in the page itself."""
    directives = DIRECTIVES | {"style-src": "'self' 'unsafe-inline'"}
    return security_headers() | {"Content-Security-Policy": policy_of(directives)}


def netlify_headers_per_path(paths: Iterable[str], special: Mapping[str, Mapping[str, str]]) -> str:
    """The same for a site of which some paths (`/insluiten/*`) have headers of their own.

    These hosts join the headers of all rules that match, so every other path is named instead of `/*`.
    """
    ordinary = "".join(_rule(path, security_headers()) for path in paths)
    return ordinary + "".join(_rule(path, headers) for path, headers in special.items())


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def nginx_snippet(headers: Mapping[str, str] | None = None) -> str:
    """The lines for a `server` or `location` block of nginx; those of ordinary pages, unless others are given."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in (headers or security_headers()).items())


def nginx_location(pad: str, headers: Mapping[str, str]) -> str:
    """A `location` of nginx for a path of which the headers differ; nginx then inherits none of the others."""
    lines = "".join(f"    {line}\n" for line in nginx_snippet(headers).splitlines())
    return f"location ~ ^(/[a-z0-9-]+)?/{pad} {{\n    try_files $uri $uri/ =404;\n{lines}}}\n"


def apache_snippet(headers: Mapping[str, str] | None = None) -> str:
    """The lines for a virtual host of Apache or a .htaccess file (mod_headers)."""
    return "".join(f'Header always set {name} "{value}"\n' for name, value in (headers or security_headers()).items())


def apache_if(pad: str, headers: Mapping[str, str]) -> str:
    """What is different below a path, for after the lines that hold everywhere."""
    everywhere = security_headers()
    other = {name: value for name, value in headers.items() if everywhere.get(name) != value}
    gone = "".join(f"    Header always unset {name}\n" for name in everywhere if name not in headers)
    lines = "".join(f"    {line}\n" for line in apache_snippet(other).splitlines())
    return f'<If "%{{REQUEST_URI}} =~ m#^(/[a-z0-9-]+)?/{pad}#">\n{lines}{gone}</If>\n'
