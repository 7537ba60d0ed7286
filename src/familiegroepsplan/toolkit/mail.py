"""An article as HTML mail: tables and inline styles, for the light and the dark, in either direction.

The part `_mail` says how it looks, in MJML; a library makes of that what holds up in mail programs.
"""

import re

import mjml
from lxml import html
from markupsafe import Markup

from familiegroepsplan.huisstijl.palet import Palet
from familiegroepsplan.toolkit.losblok import Losmaker, page_path
from familiegroepsplan.toolkit.tekst import Tekst

LETTERS = "Arial, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Ethiopic', Nyala, Tahoma, sans-serif"
"""Fonts that lie on the reader's own device: nothing is fetched."""

STYLES = {
    "p": "margin: 0 0 16px;",
    "ul": "margin: 0 0 16px; padding-inline-start: 24px;",
    "ol": "margin: 0 0 16px; padding-inline-start: 24px;",
    "li": "margin: 0 0 6px;",
    "h2": "margin: 24px 0 8px; font-size: 21px; line-height: 1.3;",
    "h3": "margin: 20px 0 6px; font-size: 18px; line-height: 1.3;",
    "blockquote": "margin: 0 0 16px; padding: 0 16px;",
}
"""Mail programs drop styles that stand apart, so each element carries its own."""


def mail_html(tekst: Tekst, losmaker: Losmaker, palet: Palet, meldingen: tuple[str, ...] = ()) -> str:
    """The mail; `meldingen` are notices in small print. Its button leads to the site of the municipality, if any."""
    gemeente, inhoud, taal = losmaker.gemeente, losmaker.inhoud, tekst.taal
    site = gemeente.site_url
    source = losmaker.delen.render(
        "_mail",
        gemeente,
        taal,
        tekst=tekst,
        html=Markup(styled(tekst.html, palet.link)),
        palet=palet,
        letters=LETTERS,
        afzender=inhoud.woord("site.gemeente", taal, naam=gemeente.naam),
        adres=f"{site}{page_path('index.md', taal)}" if site else gemeente.website,
        meldingen=meldingen,
    )
    made: str = mjml.mjml2html(source, disable_comments=False, fonts={})
    return re.sub(r"\s*\n\s*", "\n", made)


def styled(fragment: str, link: str) -> str:
    """A clean fragment with the style of each element in the element itself."""
    root = html.fragment_fromstring(fragment, create_parent="div")
    for element in root.iterdescendants():
        style = f"color: {link};" if element.tag == "a" else STYLES.get(str(element.tag), "")
        if style:
            element.set("style", style)
    return "".join(html.tostring(child, encoding="unicode") for child in root)
