"""The configuration of nginx for a platform: every municipality under one domain, and under its own subdomain."""

from collections.abc import Mapping
from textwrap import indent

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.site.doorverwijzing import NGINX
from familiegroepsplan.site.headers import framed_headers, mail_headers, nginx_location, nginx_snippet, policy_of
from familiegroepsplan.taal import TALEN
from familiegroepsplan.toolkit.insluiten import POLICY

DOMEIN = "familiegroepsplan.example"
FOLDER = "/srv/familiegroepsplan/dist"

_CONF = r"""# Gemaakt door `make naslag`.
# Voor een platform: alle gemeenten onder één domein, en elk onder een eigen subdomein.
#   https://@DOMEIN@/amsterdam/ en https://amsterdam.@DOMEIN@/ tonen dezelfde site.
# Zet dit bestand in /etc/nginx/conf.d/ en verander de naam @DOMEIN@ en de map @MAP@.
# Gebruikt u alleen paden, of alleen subdomeinen? Laat dan een van de twee server-blokken weg.
# Na nieuwe doorverwijzingen: nginx -s reload. Na een gewone publicatie hoeft dat niet.

# Oude adressen (doorverwijzingen in het bestand van een gemeente).
map_hash_bucket_size 512;
map_hash_max_size 65536;
map $site_pad $doorverwijzing {
    default "";
    include @MAP@/*/@NGINX@;
}
# Onder één domein hoort de gemeente weer voor het nieuwe pad.
map $uri $voor_pad {
    default "";
    "~^(?<voor>/[a-z0-9-]+)/" $voor;
}
# De pagina "niet gevonden" van de gemeente, in de taal van het adres.
map $uri $niet_gevonden_pad {
    default /404.html;
    "~^(?<p_gemeente>/[a-z0-9-]+)/(?<p_taal>@TALEN@)/" $p_gemeente/$p_taal/404.html;
    "~^(?<p_gemeente2>/[a-z0-9-]+)/" $p_gemeente2/404.html;
}
map $uri $niet_gevonden_subdomein {
    default /404.html;
    "~^/(?<s_taal>@TALEN@)/" /$s_taal/404.html;
}
# Pagina's, stijlen en scripts: altijd eerst vragen of ze veranderd zijn. Beelden, letters en folders: een dag houdbaar.
map $sent_http_content_type $houdbaar {
    default -1;
    "~^(image|font)/" 1d;
    application/pdf 1d;
}

gzip_vary on;
gzip_proxied any;
gzip_min_length 512;
gzip_types text/css text/plain application/javascript text/javascript application/json application/xml image/svg+xml;

# Alle gemeenten onder één domein; / is de startpagina met alle gemeenten.
server {
    listen 80;
    # Met een certificaat: listen 443 ssl; http2 on; ssl_certificate …; ssl_certificate_key …;
    server_name @DOMEIN@ www.@DOMEIN@;
    root @MAP@;
    set $site_pad $uri;
    if ($doorverwijzing) { return 301 $voor_pad$doorverwijzing; }
    error_page 404 @niet_gevonden;
    location @niet_gevonden { try_files $niet_gevonden_pad /404.html =404; }
@SAMEN@}

# Elke gemeente onder haar eigen subdomein.
server {
    listen 80;
    # Met een certificaat voor *.@DOMEIN@: listen 443 ssl; http2 on; ssl_certificate …; ssl_certificate_key …;
    server_name "~^(?<gemeente>[a-z0-9-]+)\.@DOMEIN_RE@$";
    root @MAP@/$gemeente;
    set $site_pad /$gemeente$uri;
    if ($doorverwijzing) { return 301 $doorverwijzing; }
    error_page 404 @niet_gevonden;
    location @niet_gevonden { try_files $niet_gevonden_subdomein /404.html =404; }
@SAMEN@}
"""

_BOTH = r"""    index index.html;
    charset utf-8;
    charset_types text/html text/css text/plain application/javascript text/javascript application/json;
    absolute_redirect off;
    server_tokens off;
    gzip on;
    expires $houdbaar;
    location / { try_files $uri $uri/ =404; }
    # Mappen van een bouw die bezig is, en bestanden die voor servers zijn: niet voor lezers.
    location ~ /\.(?!well-known/) { return 404; }
    location ~ /_(headers|redirects|doorverwijzingen\.map)$ { return 404; }
"""


def special_headers() -> dict[str, Mapping[str, str]]:
    """The paths of a site that have headers of their own: what others may frame, and mails with their style in them."""
    return {"insluiten/": framed_headers(policy_of(POLICY)), "toolkit/": mail_headers()}


def platform_conf() -> str:
    """The whole file, for the `http` block of nginx (1.18 or newer)."""
    special = "".join(nginx_location(pad, headers) for pad, headers in special_headers().items())
    values = {
        "SAMEN": _BOTH + indent(special + nginx_snippet(), "    "),
        "TALEN": "|".join(code for code in TALEN if code != BRON_TAAL),
        "NGINX": NGINX,
        "DOMEIN_RE": DOMEIN.replace(".", r"\."),
        "DOMEIN": DOMEIN,
        "MAP": FOLDER,
    }
    text = _CONF
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text
