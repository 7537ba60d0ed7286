"""Municipalities that are hard to fill in: names, characters, much data, little data."""

import json

from familiegroepsplan.taal import TAALCODES

HEAD = 'naam: {naam}\ncbs_code: "{code}"\nwebsite: https://www.voorbeeld.nl\n'
LONG = ("Een heel lange waarde die maar doorgaat en doorgaat. " * 12)[:600].strip()
HOSTILE = """"><b>&amp; ' {{ 7*7 }} {% x %} \\\\1 $1 %s </script>"""


def _gemeente(naam: str, code: str, *lines: str) -> str:
    return HEAD.format(naam=json.dumps(naam, ensure_ascii=False), code=code) + "".join(f"{line}\n" for line in lines)


def _aanbieders(number: int) -> str:
    rows = "".join(
        f"\n  - naam: Steunpunt {at}\n    url: https://www.steunpunt{at}.nl\n    talen: [nl, en]"
        for at in range(number)
    )
    return f"aanbieders:{rows}"


def _artikelen(number: int) -> str:
    rows = "".join(f'\n    - {{nummer: "{at}.1", tekst: "Artikel & <tekst> {at}"}}' for at in range(number))
    return f"verordening:\n  titel: Verordening\n  status: geldend\n  artikelen:{rows}"


def _toegang(naam: str, **more: str) -> str:
    return f"toegang: {json.dumps({'naam': naam} | more, ensure_ascii=False)}"


SITE = "site_url: https://familiegroepsplan.example/x&y/"
LASTIG = {
    "den-bosch": _gemeente("'s-Hertogenbosch", "0796", SITE),
    "den-haag": _gemeente("'s-Gravenhage", "0518", 'huisstijl: {kleur: "#ffe600"}'),
    "fryslan": _gemeente("Súdwest-Fryslân", "1900", SITE, "voorbeeld: ja"),
    "bergen-nh": _gemeente("Bergen (NH.)", "0373"),
    "tekens": _gemeente('A & B <C> "D" E\'s', "9999", SITE),
    "vijandig": _gemeente(HOSTILE, "9998", _toegang(HOSTILE)),
    "accolades": _gemeente("{{ gemeente.naam }}", "9997"),
    "zonder-iets": _gemeente("Zonder Iets", "9996"),
    "twaalf": _gemeente("Twaalf", "9995", _aanbieders(12)),
    "een-aanbieder": _gemeente("Eén", "9994", _aanbieders(1), SITE),
    "zwijgt": _gemeente("Zwijgt", "9993", "verordening: {titel: Verordening, status: geldend, artikelen: []}"),
    "veertig": _gemeente("Veertig", "9992", _artikelen(40)),
    "alle-talen": _gemeente("Alle Talen", "9991", f"talen: [{', '.join(TAALCODES)}]", SITE),
    "drie-talen": _gemeente("Drie Talen", "9990", "talen: [nl, en, ar]"),
    "arabisch": _gemeente("مدينة أمستردام", "9989", "talen: [nl, ar]", _toegang("فريق الحي")),
    "lang": _gemeente(
        "L" + "a" * 97 + "ng", "9988", _toegang(LONG[:100].strip()), f"klachten: {{tekst: {{nl: {LONG!r}}}}}"
    ),
    "cyrillisch": _gemeente("Місто", "9987", "talen: [nl, uk]", SITE),
    "eigen-blok": _gemeente("Eigen", "9986", "blokken: {wachten: eigen-blok/wachten.md}", SITE),
    "aanvulling": _gemeente("Aanvulling", "9985", "talen: [nl, en]", "aanvullingen: {tips: aanvulling/tips.md}"),
    "verhuisd": _gemeente("Verhuisd", "9984", "doorverwijzingen: {/oud/adres/: /tips/}", SITE),
    "lek": _gemeente("Lek", "9983", 'beveiliging: {contact: "mailto:lek@voorbeeld.nl"}', SITE),
    "dubbele-spatie": _gemeente("Twee  Spaties", "9982", _toegang("Het  Team")),
}
"""The file of each by slug."""

EIGEN = {
    "eigen-blok/wachten.md": "Hier wacht je **kort**. [Tips](tips.md)\n\n## Hoe lang? {#hoe-lang-hier}\n\nEen week.\n",
    "aanvulling/tips.md": "## Kom langs {#kom-langs}\n\nElke dinsdag.\n",
}
"""The texts that they name."""
