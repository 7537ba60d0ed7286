"""Small pages around the real parts, for tests of the tools: the only place where they are rendered.

Once the tools stand on the built site, the fixture `gereedschap` in test_gereedschap.py can serve that instead.
"""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from familiegroepsplan.huisstijl.palet import css, derive_palet
from tests.conftest import ROOT

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
STYLES = ("10-basis", "20-indeling", "30-onderdelen", "40-tekst", "50-start", "60-gereedschap", "90-druk")
VRAGEN = "".join(
    f'<details class="vraag"><summary><h2 id="vraag-{n}">Vraag {n}?</h2></summary>'
    f'<div class="antwoord"><p id="antwoord-{n}">Antwoord {n}.</p></div></details>'
    for n in (1, 2, 3)
)
PAGES = {
    "wie-zijn-er-voor-je": "{{ deel('hulpknoppen') }}{{ deel('kring') }}",
    "zo-maak-je-een-plan": "{{ deel('hulpknoppen') }}{{ deel('mijn-plan') }}",
    "veiligheid": "{{ deel('snelweg') }}{{ deel('hulpknoppen') }}<section class='blok'>" + VRAGEN + "</section>",
    "beide": "{{ deel('kring') }}{{ deel('mijn-plan') }}",
}
PAGE = """<!doctype html>
<html lang="{{ taal }}" dir="{{ richting }}" class="geen-js">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ naam }}</title><link rel="icon" href="data:,">
{% for stijl in stijlen %}<link rel="stylesheet" href="{{ basis }}assets/css/{{ stijl }}.css">
{% endfor %}<link rel="stylesheet" href="{{ basis }}huisstijl.css">
<script type="module" src="{{ basis }}assets/js/site.js"></script></head>
<body><header class="kop"><div class="kop-balk"><a class="merk" href="{{ basis }}">Proef</a>
<details class="menu"><summary><span>Menu</span></summary><nav class="menu-vlak" aria-label="Menu">
<div class="menu-groep"><ul><li><a href="{{ basis }}beide/">Beide</a></li></ul></div></nav></details></div></header>
<main id="inhoud" tabindex="-1"><div class="blad"><article class="tekst"><h1>{{ titel }}</h1>
INHOUD
</article></div></main></body></html>
"""
TITELS = {"wie-zijn-er-voor-je": "Wie zijn er voor je?", "zo-maak-je-een-plan": "Zo maak je een plan"}


def read_teksten(taal: str) -> dict[str, str]:
    """The interface texts of the tools in a language, by `bestand.sleutel`."""
    folder = ROOT / "content" / "teksten" / taal
    return {
        f"{name}.{key}": text
        for name in ("kring", "plan", "hulp")
        for key, text in yaml.safe_load((folder / f"{name}.yml").read_text("utf-8")).items()
    }


def render_pages(folder: Path, kleur: str, taal: str = "nl", richting: str = "ltr") -> None:
    """Write the test pages with their scripts and stylesheets, in a brand colour, to `folder`."""
    environment = Environment(
        loader=FileSystemLoader(ROOT / "overrides" / "delen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    teksten = read_teksten(taal)
    context: dict[str, Any] = {
        "taal": taal,
        "richting": richting,
        "basis": "../",
        "stijlen": STYLES,
        "t": lambda sleutel, **_: teksten[sleutel],
        "paginas": {naam: SimpleNamespace(url=f"{naam}/", titel=naam) for naam in PAGES},
    }
    context["deel"] = lambda naam: environment.get_template(f"{naam}.html").render(context)
    for naam, inhoud in PAGES.items():
        body = inhoud.replace(") }}", ") | safe }}")
        template = environment.from_string(PAGE.replace("INHOUD", body))
        (folder / naam).mkdir(parents=True)
        page = template.render(context, naam=naam, titel=TITELS.get(naam, naam))
        (folder / naam / "index.html").write_text(page, "utf-8")
    shutil.copytree(ROOT / "overrides" / "assets", folder / "assets")
    (folder / "huisstijl.css").write_text(css(derive_palet(kleur)), "utf-8")


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve_strictly(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine under the strict CSP; gives the address without a slash at the end."""
    handler = functools.partial(_Strict, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
