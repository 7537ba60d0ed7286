"""Hostile text in every field of a municipality and in its own texts: refused with a message, or inert on the page.

The pages are opened without their Content-Security-Policy, so that what is tested is the escaping alone
(OWASP: XSS prevention; the policy is the second line of defence, see test_gewicht).
"""

import json
import re
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html
from playwright.sync_api import Dialog, Page, Request
from pydantic import BaseModel

from familiegroepsplan.building import errors_among
from familiegroepsplan.checks import check_gemeente
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN
from familiegroepsplan.token import Soort, Token
from tests.acceptance.conftest import NewPage, page_paths, serve_folder
from tests.conftest import ALLEEN_SITE, ROOT, Afloop, run_command
from tests.projectkopie import copy_project

ELDERS = "https://elders.example"
SOM, UITKOMST = "7*19112", str(7 * 19112)
PAYLOADS = [
    "<script>xss(1)</script>",
    "<img src=x onerror=xss(2)>",
    "<svg onload=xss()>",
    "<svg/onload=xss(4)//",
    '"><script>xss(5)</script>',
    "'><img src=x onerror=xss(6)>",
    '" onmouseover="xss(7)" x="',
    "' onfocus='xss(8)' autofocus='",
    "x autofocus onfocus=xss(9) tabindex=1",
    "</title><script>xss(10)</script>",
    "</script><script>xss(11)</script>",
    '"}]}</script><svg onload=xss(12)>',
    '", "url": "javascript:xss(13)", "x": "',
    "--><script>xss(14)</script><!--",
    "<!--fgp-blok wachten 0--><img src=x onerror=xss(15)>",
    "</style><script>xss(16)</script>",
    "</textarea></svg><img src=x onerror=xss(17)>",
    "<![CDATA[<script>xss(18)</script>]]>",
    "javascript:xss(19)",
    "JaVaScRiPt:xss(20)//https://x.nl",
    "java\tscript:xss(21)",
    "https:javascript:xss(22)",
    f"data:text/html,<script src={ELDERS}/x.js></script>",
    "data:text/html;base64,PHNjcmlwdD54c3MoMjQpPC9zY3JpcHQ+",
    "vbscript:xss(25)",
    'https://x.nl/"onmouseover="xss(26)',
    "https://x.nl/'onmouseover='xss(27)",
    "//elders.example/xss.js",
    "<iframe srcdoc='<script>parent.xss(29)</script>'></iframe>",
    "<object data=javascript:xss(30)>",
    f"<base href={ELDERS}/>",
    f'<meta http-equiv=refresh content="0;url={ELDERS}/">',
    f"<link rel=stylesheet href={ELDERS}/x.css>",
    f"<style>@import'{ELDERS}/x.css';</style>",
    f"red;background:url({ELDERS}/x)",
    f"}}*{{background:url({ELDERS}/y)}}",
    f"expression(xss(37));-moz-binding:url({ELDERS}/x)",
    "{{" + SOM + "}}",
    "{% for x in [1] %}<img src=x onerror=xss(39)>{% endfor %}",
    "{{ self.__init__.__globals__ }}{{ cycler }}",
    "${" + SOM + "}#{" + SOM + "}<%= " + SOM + " %>",
    "{{ gemeente.website }}{{ deel: snelweg }}{{ blok: wet }}",
    "{naam}{0.__class__}%(naam)s%s",
    f"[klik](javascript:xss(46)) ![x]({ELDERS}/x.png)",
    f"<{ELDERS}> [a]: javascript:xss(47)",
    "&lt;script&gt;xss(48)&lt;/script&gt; &#60;script&#62;xss(48)&#60;/script&#62;",
    "%3Cscript%3Exss(49)%3C/script%3E",
    "\\u003cscript\\u003exss(50)\\u003c/script\\u003e",
    "\uff1cscript\uff1exss(51)\uff1c/script\uff1e \u02ba onload=xss(51)",
    "\u2039img src=x onerror=xss(52)\u203a \u0131 \u212a \u017fcript",
    "\u202e<script>xss(53)</script>",
    "\u2028<img src=x onerror=xss(54)>",
    "<scr\u200bipt>xss(55)</scr\u200bipt>",
    '\\"; xss(56); //',
    "'-xss(57)-'",
    "`${xss(58)}`",
    "<math><mtext><table><mglyph><style><img src=x onerror=xss(59)>",
    "x\n\n# kop {: onclick=xss(60) }",
]
LOOK_ALIKES = [str(Token(Soort.DEEL, "nl", "snelweg")), str(Token(Soort.WAARDE, "nl", "gemeente.naam")), "x fgpq0aq y"]
MARKDOWN = [
    "[klik](<javascript:xss(101)>)",
    "[klik](java&#x73;cript:xss(102))",
    "[klik](javascript&colon;xss(103))",
    "[klik](data:text/html,<script>xss(104)</script>)",
    f"[klik](//elders.example) ![x]({ELDERS}/x.png)",
    '![x](x.png"onerror="xss(106))',
    '![x](x.png "x" onerror="xss(107)")',
    '[klik](https://x.nl "x\\" onmouseover=\\"xss(108)")',
    "[a]\n\n[a]: javascript:xss(109)",
    "<javascript:xss(110)>",
    "## Kop {#kop onclick=xss(111)}",
    "Tekst.\n{: onmouseover='xss(112)' }",
    "`code`{: onmouseover='xss(113)' }",
    "[klik](https://x.nl){: href='javascript:xss(114)' }",
    "<div markdown='1' onmouseover='xss(115)'>\n\ntekst\n\n</div>",
    "*<img src=x onerror=xss(116)>*",
    "> <script>xss(117)</script>",
    "| a | b |\n| --- | --- |\n| <svg onload=xss(118)> | [x](javascript:xss(118)) |",
    "- lijst\n\n    <img src=x onerror=xss(119)>",
    "```\n<script>xss(120)</script>\n```",
    "    <script>xss(121)</script>",
    "\\<script\\>xss(122)\\</script\\>",
    '--8<-- "/etc/passwd"',
    "Een woord.[^1]\n\n[^1]: <img src=x onerror=xss(124)>",
    "<!-- fgp-blok wachten 0 --> [klik](\\javascript:xss(125))",
    "<ifr\name src=javascript:xss(126)>",
]
SAMPLE = [
    "",
    "gemeente/",
    "gemeente/verordening/",
    "gemeente/contact/",
    "gemeente/privacy/",
    "gemeente/toegankelijkheid/",
    "hulp-bij-het-maken/",
    "tips/",
    "en/gemeente/verordening/",
    "404.html",
]


@dataclass(frozen=True, eq=False)
class Blad:
    """One text in a municipality's file: where it stands, and a good value."""

    naam: str
    goed: str


Boom = Blad | list["Boom"] | dict["str | Blad", "Boom"]


def example_of(model: type[BaseModel], path: str = "") -> dict["str | Blad", Boom]:
    """A municipality's file with every field that the model has, made from the model's own examples."""
    boom: dict[str | Blad, Boom] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        group = _group_in(field.annotation)
        if group:
            inner: Boom = example_of(group, f"{path}{key}.")
            boom[key] = [inner] if "tuple" in str(field.annotation) else inner
        else:
            assert field.examples, f"{path}{key} has no example"
            boom[key] = _boom(field.examples[0], path + key)
    return boom


def _group_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_group_in, typing.get_args(annotation))), None)


def _boom(value: Any, path: str) -> Boom:
    if isinstance(value, dict):
        return {
            key if key in TALEN else Blad(f"{path} (sleutel)", key): _boom(inner, f"{path}.{key}")
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_boom(inner, f"{path}[{n}]") for n, inner in enumerate(value)]
    return Blad(path, str(value))


def bladen(boom: Boom) -> Iterator[Blad]:
    """Every text in the file, keys that a municipality chooses among them."""
    if isinstance(boom, Blad):
        yield boom
    for key in boom if isinstance(boom, dict) else ():
        yield from bladen(key) if isinstance(key, Blad) else ()
    if not isinstance(boom, Blad):
        for inner in boom.values() if isinstance(boom, dict) else boom:
            yield from bladen(inner)


Teksten = dict[Blad, str]


def as_yaml(boom: Boom, teksten: Teksten, indent: int = 0) -> Iterator[tuple[str, list[tuple[int, Blad]]]]:
    """The lines of the file, every text on a line of its own in quotes, with the column at which it begins."""
    space = " " * indent
    if isinstance(boom, list):
        for item in boom:
            if isinstance(item, Blad):
                yield f"{space}- {json.dumps(teksten[item])}", [(indent + 3, item)]
            else:
                yield f"{space}-", []
                yield from as_yaml(item, teksten, indent + 2)
    elif isinstance(boom, dict):
        for key, inner in boom.items():
            start = f"{space}{json.dumps(teksten[key] if isinstance(key, Blad) else key)}:"
            here = [(indent + 1, key)] if isinstance(key, Blad) else []
            if isinstance(inner, Blad):
                yield f"{start} {json.dumps(teksten[inner])}", [*here, (len(start) + 2, inner)]
            else:
                yield start, here
                yield from as_yaml(inner, teksten, indent + 2)


@dataclass
class Werkplaats:
    """A project of its own in which hostile municipalities are written, checked and built."""

    project: Project

    def __post_init__(self) -> None:
        self.inhoud = load_inhoud(self.project)
        self.boom = example_of(Gemeente)
        self.bladen = list(bladen(self.boom))
        for blad in self.bladen:
            if re.fullmatch(r"[\w/.-]+\.(svg|json|icc|md)", blad.goed):
                self.write(blad.goed, GOOD_FILES[blad.goed.rpartition(".")[2]])

    def write(self, name: str, text: str) -> None:
        path = self.project.gemeenten / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def errors(self, slug: str) -> list[Melding]:
        """What keeps a municipality from being published, by the functions that `fgp build` uses."""
        gemeente, meldingen = read_gemeente(self.project.gemeenten / f"{slug}.yml", root=self.project.root)
        if gemeente:
            meldingen += check_gemeente(gemeente, self.project, self.inhoud, date.today())
        return errors_among(meldingen)

    def attack(self, slug: str, shift: int) -> tuple[Teksten, list[str]]:
        """Write `slug` with another payload in every text; gives what the reader let through, and faults of its own.

        A text that is refused gets its good value back, until nothing is refused any more.
        """
        hostile = {blad: PAYLOADS[(n + shift) % len(PAYLOADS)] for n, blad in enumerate(self.bladen)}
        teksten, faults = dict(hostile), list[str]()
        while True:
            lines = list(as_yaml(self.boom, teksten))
            self.write(f"{slug}.yml", "\n".join(line for line, _ in lines) + "\n")
            errors = self.errors(slug)
            if not errors:
                return {blad: text for blad, text in teksten.items() if text == hostile[blad]}, faults
            refused = [(_at(error, lines) or self._key(error), error) for error in errors]
            for blad, error in refused:
                if blad is None or teksten[blad] == blad.goed:
                    return {}, [*faults, f"refused for another reason: {error}"]
                faults += [] if error.wat and error.doe else [f"refused without a word: {error}"]
            for blad, _ in refused:
                assert blad is not None
                teksten[blad] = blad.goed

    def _key(self, error: Melding) -> Blad | None:
        """The key that a message is about which only names the group in which it stands."""
        group = error.sleutel.split(".")[0]
        return next((blad for blad in self.bladen if blad.naam == f"{group} (sleutel)"), None)


def _at(error: Melding, lines: list[tuple[str, list[tuple[int, Blad]]]]) -> Blad | None:
    here = lines[error.plaats.regel - 1][1]
    return next((blad for column, blad in reversed(here) if column <= error.plaats.kolom), None)


GOOD_FILES = {
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    "json": '{"utrecht": {"color": {"interactive": {"default": "#154273"}}}}',
    "icc": "profiel",
    "md": "Een eigen tekst van de gemeente.\n",
}


@pytest.fixture(scope="module")
def werkplaats(tmp_path_factory: pytest.TempPathFactory) -> Werkplaats:
    return Werkplaats(Project(copy_project(ROOT, tmp_path_factory.mktemp("aanval") / "project")))


def test_the_example_covers_every_field_and_is_good(werkplaats: Werkplaats) -> None:
    namen = {blad.naam for blad in werkplaats.bladen}
    assert {"naam", "website", "aanbieders.omschrijving.en", "verordening.artikelen.toelichting"} <= namen
    assert {"blokken (sleutel)", "doorverwijzingen./oud/adres/", "huisstijl.kleur", "herzien_voor"} <= namen
    assert len(werkplaats.bladen) >= len(PAYLOADS) >= 40, "every payload takes its turn in every municipality"
    goed = {blad: blad.goed for blad in werkplaats.bladen}
    werkplaats.write("goed.yml", "\n".join(line for line, _ in as_yaml(werkplaats.boom, goed)) + "\n")
    assert werkplaats.errors("goed") == []


TRAP = """window.__geraakt = [];
window.xss = (n) => window.__geraakt.push(`xss(${n})`);
for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.__geraakt.push(name);"""
PROVOKE = """() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  for (const box of document.querySelectorAll('[popover]')) { box.showPopover(); box.hidePopover(); }
  for (const el of document.querySelectorAll('body *')) {
    for (const what of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'toggle']) el.dispatchEvent(new Event(what));
  }
}"""
SLEEPING = """(origin) => {
  const found = [];
  const allowed = /^(https?:|mailto:|tel:|#|$)/i;
  for (const el of document.querySelectorAll('*')) {
    for (const {name, value} of el.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc') found.push(`${el.localName} ${name}=${value}`);
      if (name === 'style' && /url|expression|binding/i.test(value)) found.push(`${el.localName} style=${value}`);
      if (/^(href|src|action|formaction|data|xlink:href|cite|poster)$/i.test(name)) {
        let url = '';
        try { url = new URL(value, document.baseURI).href; } catch { url = value; }
        if (!allowed.test(url)) found.push(`${el.localName} ${name}=${value}`);
      }
    }
    const own = el.localName === 'script' && (el.src.startsWith(origin) || /json/.test(el.type));
    const active = /^(script|iframe|object|embed|base|frame|applet|math)$/.test(el.localName);
    if (active && !own) found.push(el.outerHTML.slice(0, 80));
    if (el.localName === 'meta' && el.httpEquiv === 'refresh') found.push(el.outerHTML);
    if (el.localName === 'style' || (el.localName === 'link' && !el.href.startsWith(origin)
      && !/canonical|alternate/.test(el.rel))) found.push(el.outerHTML.slice(0, 80));
  }
  return found;
}"""


class Val:
    """A page in which everything that a payload could bring about is noticed."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.caught: list[str] = []
        page.add_init_script(TRAP)
        page.on("dialog", self._dialog)
        page.on("console", lambda message: self.caught.append(f"console {message.text}"))
        page.on("pageerror", lambda error: self.caught.append(f"script {error}"))
        page.on("request", self._request)
        page.route(lambda url: not url.startswith(origin), lambda route: route.abort())

    def _dialog(self, dialog: Dialog) -> None:
        self.caught.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:image/")):
            self.caught.append(f"request {request.url}")

    def visit(self, path: str) -> list[str]:
        """Everything that happened on a page, or lies there waiting for a reader."""
        self.caught.clear()
        self.page.goto(f"{self.origin}/{path}", wait_until="load")
        if path.endswith((".html", "/")) or not path:
            self.page.evaluate(PROVOKE)
            self.caught += self.page.evaluate(SLEEPING, self.origin)
        self.caught += self.page.evaluate("window.__geraakt")
        return list(self.caught)


def words_on(page: Path) -> str:
    """All text and all attributes of a page, as a browser understands them; white space folded."""
    root = html.document_fromstring(page.read_text("utf-8"))
    values = [str(value) for element in root.iter() for value in element.attrib.values()]
    return " ".join(" ".join([*map(str, root.itertext()), *values]).split())


def build(werkplaats: Werkplaats, *slugs: str) -> Afloop:
    return run_command("fgp", "build", *slugs, "--zonder-flyers", cwd=werkplaats.project.root)


def write_attacks(werkplaats: Werkplaats, shifts: Iterable[int]) -> dict[str, Teksten]:
    """A municipality per shift, with what the reader let through; what it refused, it refused with a message."""
    attacks = {f"aanval-{shift}": werkplaats.attack(f"aanval-{shift}", shift) for shift in shifts}
    assert {slug: faults for slug, (_, faults) in attacks.items() if faults} == {}
    return {slug: accepted for slug, (accepted, _) in attacks.items()}


def look_at(werkplaats: Werkplaats, new_page: NewPage, attacks: dict[str, Teksten], paths: list[str]) -> None:
    """Find nothing on the built pages that executes, leaks, waits or was lost."""
    for slug, accepted in attacks.items():
        site = werkplaats.project.root / "dist" / slug
        with serve_folder(site) as address:
            val = Val(new_page(390, bypass_csp=True), address)
            caught = {path: val.visit(path) for path in [*paths, "favicon.svg"]}
        assert {path: what for path, what in caught.items() if what} == {}, slug
        ElementTree.parse(site / "sitemap.xml")
        ElementTree.parse(site / "favicon.svg")
        words = " ".join(words_on(site / path / "index.html") for path in page_paths(site))
        assert UITKOMST not in words
        shown = [text for text in accepted.values() if " ".join(text.split()) in words]
        assert len(shown) > 0.6 * len(accepted) > 10, "texts that were accepted stand on the pages as they were written"


def own_text(werkplaats: Werkplaats, slug: str, text: str, **more: object) -> None:
    """A municipality with nothing but a text of its own below the page Tips, and in place of a block."""
    werkplaats.write(f"{slug}/tekst.md", text)
    rows = {
        "naam": "Utrecht",
        "cbs_code": "0344",
        "website": "https://www.utrecht.nl",
        "blokken": {"wachten": {"nl": f"{slug}/tekst.md"}},
        "aanvullingen": {"tips": {"nl": f"{slug}/tekst.md"}},
        **more,
    }
    werkplaats.write(f"{slug}.yml", "\n".join(f"{key}: {json.dumps(value)}" for key, value in rows.items()))


def errors_of_own_texts(werkplaats: Werkplaats) -> dict[str, list[Melding]]:
    """What the checks say of each payload in a text of the municipality; empty for what they let through."""
    errors = {}
    for payload in [*PAYLOADS, *MARKDOWN]:
        own_text(werkplaats, "proef", f"Een eigen tekst.\n\n{payload}\n")
        errors[payload] = werkplaats.errors("proef")
    (werkplaats.project.gemeenten / "proef.yml").unlink()
    return errors


@dataclass(frozen=True)
class Gebouwd:
    """What one `fgp build` made of all attacks of an ordinary run."""

    uitkomst: Afloop
    attacks: dict[str, Teksten]
    errors: dict[str, list[Melding]]


def build_all(werkplaats: Werkplaats) -> Gebouwd:
    """Attacks on the fields, own texts that were let through and that were refused, and look-alikes of our tokens."""
    attacks = write_attacks(werkplaats, [0])
    errors = errors_of_own_texts(werkplaats)
    for slug, wanted in (("eigen-goed", False), ("eigen-fout", True)):
        texts = [payload for payload, found in errors.items() if bool(found) is wanted]
        own_text(werkplaats, slug, "\n\n".join(["Een eigen tekst.", *texts]) + "\n")
    own_text(werkplaats, "token-tekst", "\n\n".join(LOOK_ALIKES) + "\n")
    own_text(werkplaats, "token-veld", "Een eigen tekst.\n", contact={"naam": LOOK_ALIKES[0]})
    slugs = [*attacks, "eigen-goed", "eigen-fout", "token-tekst", "token-veld"]
    return Gebouwd(build(werkplaats, *slugs), attacks, errors)


def test_no_payload_in_a_field_or_an_own_text_executes_or_leaks(werkplaats: Werkplaats, new_page: NewPage) -> None:
    """One test, for one build: fields, own texts that were let through, own texts and tokens that were refused."""
    gebouwd = build_all(werkplaats)
    dist = werkplaats.project.root / "dist"
    assert "Traceback" not in gebouwd.uitkomst.text
    look_at(werkplaats, new_page, gebouwd.attacks, SAMPLE)

    refused = [error for found in gebouwd.errors.values() for error in found]
    assert all(error.wat and error.doe and error.plaats.regel for error in refused)
    assert sum(map(bool, gebouwd.errors.values())) > 40
    assert sum(not found for found in gebouwd.errors.values()) > 10
    for slug in ("eigen-fout", "token-tekst", "token-veld"):
        assert f"{slug}: niet gebouwd" in gebouwd.uitkomst.text
        assert not (dist / slug).exists()

    with serve_folder(dist / "eigen-goed") as address:
        val = Val(new_page(390, bypass_csp=True), address)
        assert {path: what for path in ("tips/", "wachten-op-hulp/") if (what := val.visit(path))} == {}
    assert UITKOMST not in words_on(dist / "eigen-goed" / "tips" / "index.html")


@pytest.mark.volledig
@pytest.mark.parametrize("begin", range(0, len(PAYLOADS), 10))
def test_every_payload_in_every_field_stays_text(werkplaats: Werkplaats, new_page: NewPage, begin: int) -> None:
    attacks = write_attacks(werkplaats, range(begin, min(begin + 10, len(PAYLOADS))))
    result = build(werkplaats, *attacks)
    if result.code:
        # A letter that no font has keeps the sheet for referrers, and so the site, from being made; not the pages.
        assert "[folder-teken]" in result.text
        refused = [slug for slug in attacks if f"{slug}: niet gebouwd" in result.text]
        result = run_command("fgp", "build", *refused, *ALLEEN_SITE, cwd=werkplaats.project.root)
    assert result.code == 0, result.text
    look_at(werkplaats, new_page, attacks, SAMPLE)


PLANTED = {
    "<script>xss(1)</script>": "xss(1)",
    "<img alt='' src=x.png onerror=xss(2)>": "xss(2)",
    "<svg onload='xss(3)'></svg>": "xss(3)",
    "<p onmouseover=xss(4)>x</p>": "xss(4)",
    "<details ontoggle=xss(5)><summary>x</summary>x</details>": "xss(5)",
    "<script>alert(6)</script>": "alert",
    "<script>console.log('hallo')</script>": "console hallo",
    "<script>throw new Error('stuk')</script>": "script stuk",
    f"<img alt='' src='{ELDERS}/x.png'>": f"request {ELDERS}/x.png",
    f"<link rel=stylesheet href='{ELDERS}/x.css'>": f"request {ELDERS}/x.css",
    f"<p style='background: url({ELDERS}/z)'>x</p>": f"request {ELDERS}/z",
    "<a href='java\nscript:xss(7)'>x</a>": "a href=java\nscript:xss(7)",
    "<a href='data:text/html,x'>x</a>": "a href=data:text/html,x",
    "<iframe srcdoc='<script>parent.xss(8)</script>'></iframe>": "xss(8)",
    "<form action='javascript:xss(9)'></form>": "form action=javascript:xss(9)",
}


def test_the_trap_catches_a_real_execution(new_page: NewPage, sites: Path, tmp_path: Path) -> None:
    """A real page has its policy in <meta>: only without that policy does what is planted in it run."""
    page = (sites / "oldenzaal" / "gemeente" / "index.html").read_text("utf-8")
    for name, planted in [*enumerate(PLANTED), ("alles", "".join(PLANTED))]:
        (tmp_path / f"{name}").mkdir()
        (tmp_path / f"{name}" / "index.html").write_text(page.replace("</main>", f"{planted}</main>"), "utf-8")
    with serve_folder(tmp_path) as address:
        val = Val(new_page(390, bypass_csp=True), address)
        found = {planted: val.visit(f"{number}/") for number, planted in enumerate(PLANTED)}
        escaped = [one for one in Val(new_page(390), address).visit("alles/") if one.startswith("xss")]
    assert {planted for planted, caught in PLANTED.items() if caught not in found[planted]} == set()
    assert escaped == []


@pytest.mark.volledig
def test_a_payload_that_reaches_a_page_unescaped_is_seen(werkplaats: Werkplaats, new_page: NewPage) -> None:
    """The same attack on a project of which a part forgets to escape an address: it must be found."""
    part = werkplaats.project.delen / "_gegevens.html"
    good = part.read_text("utf-8")
    assert "{{ bron.adres }}" in good
    field = [blad.naam for blad in werkplaats.bladen].index("toegang.adres")
    shift = (PAYLOADS.index("<svg onload=xss()>") - field) % len(PAYLOADS)
    part.write_text(good.replace("{{ bron.adres }}", "{{ bron.adres | safe }}"), "utf-8")
    try:
        attacks = write_attacks(werkplaats, [shift])
        assert build(werkplaats, *attacks).code == 0
        with pytest.raises(AssertionError, match=r"svg onload=xss\(\)"):
            look_at(werkplaats, new_page, attacks, ["gemeente/"])
    finally:
        part.write_text(good, "utf-8")
