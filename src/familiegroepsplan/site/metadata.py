"""What machines read of a page: schema.org data (JSON-LD), sitemap, robots, security.txt."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.register import load_register
from familiegroepsplan.site.place import Place
from familiegroepsplan.site.template import Gap, Pagina
from familiegroepsplan.token import Soort, Token

SOCIAL_IMAGE = "deelplaatje.png"
"""The file of the picture for links elsewhere (`og:image`)."""

SECURITY_TXT = ".well-known/security.txt"
"""The file that tells where to report a leak (RFC 9116)."""

SECURITY_DAYS = 364
"""RFC 9116 2.5.5 advises less than a year in the future."""


def organisation_uri(gemeente: Gemeente) -> str | None:
    """The identifier of the municipality in the TOOI register of Dutch authorities, if its name is the one there."""
    known = load_register().by_code.get(gemeente.cbs_code)
    return known.tooi if known and known.is_called(gemeente.naam) else None


def page_data(
    gemeente: Gemeente, titel: str, url: str, taal: str, site_naam: str, uri: str | None
) -> dict[str, object]:
    """A page (its title, its address below the site) as schema.org WebPage of a GovernmentOrganization with its URI."""
    organisation: dict[str, object] = {
        "@type": "GovernmentOrganization",
        "name": f"Gemeente {gemeente.naam}",
    }
    if gemeente.website:
        organisation["url"] = gemeente.website
    if uri:
        organisation["identifier"] = uri
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": titel,
        "inLanguage": taal,
        "isPartOf": {"@type": "WebSite", "name": site_naam},
        "publisher": organisation,
    }
    if gemeente.site_url:
        data["url"] = f"{gemeente.site_url}{url}"
    return data


def sitemap(variants: Iterable[Mapping[str, Pagina]]) -> Iterator[str | Gap]:
    """sitemap.xml (sitemaps.org 0.9, with xhtml alternates), the address of the site still open.

    `variants` holds each page per language.
    """
    site = Token(Soort.WAARDE, "", "site.url")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    yield ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    for per_taal in variants:
        pages = {taal: _escaped(page.url) for taal, page in per_taal.items()}
        for url in pages.values():
            yield from ("  <url>\n    <loc>", Gap(site, Place.TEXT), f"{url}</loc>")
            for taal, other in pages.items():
                yield f'\n    <xhtml:link rel="alternate" hreflang="{taal}" href="'
                yield from (Gap(site, Place.ATTRIBUTE), f'{other}"/>')
            yield "\n  </url>\n"
    yield "</urlset>\n"


def _escaped(url: str) -> str:
    """The address of a page below its site, for XML text and attributes."""
    return escape(url, {'"': "&quot;", "'": "&apos;"})


def robots(gemeente: Gemeente) -> str:
    """robots.txt: everything may be read, so that `noindex` on example pages is seen."""
    text = "User-agent: *\nAllow: /\n"
    if gemeente.site_url and not gemeente.voorbeeld:
        text += f"Sitemap: {gemeente.site_url}sitemap.xml\n"
    return text


def security_txt(contact: str, now: datetime) -> str:
    """.well-known/security.txt (RFC 9116); `now` is the moment of the build."""
    expires = (now + timedelta(days=SECURITY_DAYS)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\n"
