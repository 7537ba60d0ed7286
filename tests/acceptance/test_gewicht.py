"""How heavy a first view is, that nothing useless is shipped, and that the strict policy holds as a real header."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, Response

from familiegroepsplan.site.headers import policy, security_headers
from tests.acceptance.conftest import NewPage, dutch_and_some, page_paths, serve_folder

MOST = 55_000
"""Bytes of HTML, CSS and JavaScript of a first view, each file compressed on its own (gzip -9)."""

FIRST_VIEW = {"document", "stylesheet", "script"}
TOOLS = ["wie-zijn-er-voor-je/", "mijn-plan/"]
SAMPLE = ["", "ar/tips/", "404.html", *TOOLS]


def first_view(page: Page, url: str) -> dict[str, int]:
    """What a page and its scripts load before the reader does anything: compressed bytes by address."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="load")
    page.wait_for_load_state("networkidle")
    return {
        answer.url: len(gzip.compress(answer.body(), 9))
        for answer in answers
        if answer.request.resource_type in FIRST_VIEW
    }


def longest_page(site: Path) -> str:
    return max(page_paths(site), key=lambda path: (site / path / "index.html").stat().st_size)


def test_the_first_view_is_light(new_page: NewPage, sites: Path, address: str) -> None:
    heavy = {}
    for path in ("", longest_page(sites / "amsterdam"), *TOOLS):
        sizes = first_view(new_page(390), f"{address}/amsterdam/{path}")
        assert any(url.endswith("site.js") for url in sizes)
        assert sum(url.endswith(".css") for url in sizes) >= 8
        if sum(sizes.values()) > MOST:
            heavy[path] = sizes
    assert heavy == {}


@pytest.mark.volledig
def test_the_first_view_of_every_page_is_light(new_page: NewPage, sites: Path, address: str) -> None:
    totals = {
        path: sum(first_view(new_page(390), f"{address}/amsterdam/{path}").values())
        for path in dutch_and_some(sites / "amsterdam", 7)
    }
    assert {path: total for path, total in totals.items() if total > MOST} == {}


def test_a_heavy_script_that_another_one_loads_is_counted(new_page: NewPage, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>t</title><script src=a.js></script>", "utf-8")
    (tmp_path / "a.js").write_text("import('./b.js')", "utf-8")
    (tmp_path / "b.js").write_text("".join(f"let x{n}={n**7};" for n in range(9000)), "utf-8")
    with serve_folder(tmp_path) as address:
        sizes = first_view(new_page(390), f"{address}/")
    assert [url.rpartition("/")[2] for url in sizes] == ["", "a.js", "b.js"]
    assert sum(sizes.values()) > MOST


BY_NAME = re.compile(
    r"(.*/)?404\.html|robots\.txt|sitemap\.xml|_headers|\.well-known/security\.txt|(api|insluiten)/.+"
    r"|assets/css/80-insluiten\.css"
)
"""Files that a machine looks for by their name, or by the index of the API: no page has to refer to them.

The stylesheet of embedded texts goes with every site, also with one that has no address and so none of these texts.
"""

IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
IN_SCRIPT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")
MADE_IN_SCRIPT = re.compile(r"new URL\(`([^`]+)`")
"""An address below the site that a script puts together, such as `zoek/${taal}.json`."""

SOURCE_MAP = re.compile(r"sourceMappingURL=")


def references(site: Path) -> Iterator[str]:
    """The path below the site of everything that a page, a stylesheet or a script of it refers to."""
    own = own_address(site / "index.html")
    for file in sorted(site.rglob("*")):
        base = "/" + file.relative_to(site).as_posix()
        for target in targets_in(file):
            if own and target.startswith(own):
                yield unquote(target.removeprefix(own))
            elif not urlsplit(target).scheme and not target.startswith("//"):
                yield unquote(urlsplit(urljoin(base, target)).path).lstrip("/")


def own_address(home: Path) -> str:
    """Where the site says that it stands: the canonical address of its home page; empty when it says nothing."""
    root = html.document_fromstring(home.read_text("utf-8"))
    return next((str(link.get("href")) for link in root.iter("link") if link.get("rel") == "canonical"), "")


def targets_in(file: Path) -> list[str]:
    """Every address in a page, stylesheet or script."""
    if file.suffix == ".html":
        root = html.document_fromstring(file.read_text("utf-8"))
        found = [element.get(name) for element in root.iter() for name in ("href", "src")]
        images = [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:image"]
        return [target for target in found + images if target]
    if file.suffix == ".css":
        return [one or other for one, other in IN_STYLE.findall(file.read_text("utf-8"))]
    return IN_SCRIPT.findall(file.read_text("utf-8")) if file.suffix == ".js" else []


def fetched_by_scripts(site: Path) -> Iterator[str]:
    """A pattern for each address that a script puts together; what it fills in is one part of a path."""
    for file in site.rglob("*.js"):
        for made in MADE_IN_SCRIPT.findall(file.read_text("utf-8")):
            yield "[^/]+".join(map(re.escape, re.split(r"\$\{[^}]*\}", made)))


def useless_files(site: Path) -> list[str]:
    """Files that nobody is led to, source maps, and scripts and styles that name a source map."""
    used = set(references(site))
    fetched = re.compile("|".join(["", *fetched_by_scripts(site)]))
    found = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        known = name in used or name.removesuffix("index.html") in used
        if not (known or BY_NAME.fullmatch(name) or fetched.fullmatch(name)):
            found.append(name)
        elif file.suffix in {".css", ".js"} and SOURCE_MAP.search(file.read_text("utf-8")):
            found.append(f"{name}: sourceMappingURL")
    return found


@pytest.mark.parametrize("slug", ["amsterdam", "oldenzaal"])
def test_every_file_of_a_site_is_used_and_none_is_a_source_map(sites: Path, slug: str) -> None:
    assert useless_files(sites / slug) == []


def test_a_useless_file_and_a_source_map_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=nl><link rel=canonical href='https://x.nl/site/'><link rel=stylesheet href=a.css>"
        "<meta property=og:image content='https://x.nl/site/deel.png'><script src='js/a.js'></script>",
        "utf-8",
    )
    for folder in ("js", "zoek"):
        (tmp_path / folder).mkdir()
    for name, text in {
        "a.css": "a { background: url('a.svg') } /*# sourceMappingURL=a.css.map */",
        "a.svg": "<svg/>",
        "a.css.map": "{}",
        "b.svg": "<svg/>",
        "deel.png": "",
        "robots.txt": "",
        "js/a.js": "import { b } from './b.js'; import('./c.js')",
        "js/b.js": "export const b = 1",
        "js/c.js": "fetch(new URL(`zoek/${taal}.json`, ROOT))",
        "zoek/nl.json": "{}",
        "zoek/nl.txt": "",
        "js/d.js": "",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert useless_files(tmp_path) == ["a.css: sourceMappingURL", "a.css.map", "b.svg", "js/d.js", "zoek/nl.txt"]


@pytest.fixture(scope="module")
def strict(sites: Path) -> Iterator[str]:
    """Amsterdam as a host serves it that sends every header we ask for."""
    with serve_folder(sites, security_headers()) as served:
        yield f"{served}/amsterdam"


LISTEN = """window.__overtreden = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.__overtreden.push(`${event.effectiveDirective}: ${event.blockedURI || event.sourceFile}`);
});"""


def use_everything(page: Page) -> None:
    """Open menus, words and answers, and use the tools as a reader would."""
    for menu in page.locator("details.menu > summary").all():
        menu.click()
    page.keyboard.press("Escape")
    for fold in page.locator("main details > summary").all()[:3]:
        fold.click()
    if page.locator("main [popovertarget]:visible").count():
        page.locator("main [popovertarget]:visible").first.click()
        page.keyboard.press("Escape")
    if page.locator("[data-zoek-knop]:visible").count():
        page.locator("[data-zoek-knop]").click()
        page.locator("[data-zoek-vraag]").fill("plan")
        page.locator("[data-zoek-lijst] a").first.wait_for()
        page.keyboard.press("Escape")
    if page.locator("[data-kring]").count():
        page.fill("#kring-naam", "Oma Fatma")
        page.keyboard.press("Enter")
    if page.locator("[data-plan]").count():
        page.fill("#plan-vraag", "Hoe vieren we feest?")
        page.locator("[data-rij-erbij=afspraken]").click()
        page.locator("[data-doe=bekijk]").click()
    if page.locator("[data-bewaren]").count():
        page.locator("[data-doe=bewaar]").click()
        with page.expect_download():
            page.locator("[data-doe=download]").click()
        page.locator("[data-doe=wis]").click()
        page.locator("[data-antwoord=ja]").click()


def violations(page: Page, url: str) -> list[str]:
    """What the browser refuses on a page under its policy, also while it is used."""
    found: list[str] = []
    page.add_init_script(LISTEN)
    page.on("console", lambda m: found.append(m.text) if "Content Security Policy" in m.text else None)
    answer = page.goto(url, wait_until="load")
    assert answer is not None
    assert answer.headers["content-security-policy"] == policy()
    use_everything(page)
    page.wait_for_load_state("networkidle")
    return found + list(page.evaluate("window.__overtreden"))


@pytest.mark.parametrize("path", SAMPLE)
def test_the_strict_policy_is_never_broken(new_page: NewPage, strict: str, path: str) -> None:
    page = new_page(390)
    page.route("https://familiegroepsplan.example/**", lambda route: route.abort())
    assert violations(page, f"{strict}/{path}") == []


@pytest.mark.volledig
def test_the_strict_policy_is_never_broken_on_any_page(new_page: NewPage, sites: Path, strict: str) -> None:
    paths = dutch_and_some(sites / "amsterdam", 7)
    found = {path: violations(new_page(390), f"{strict}/{path}") for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


PLANTED = {
    "<script>window.x = 1</script>": "script-src-elem",
    "<p onclick='window.x = 1'>klik</p>": "script-src-attr",
    "<p style='color: red'>rood</p>": "style-src-attr",
    "<style>p { color: red }</style>": "style-src-elem",
    "<img alt='' src='https://elders.example/x.png'>": "img-src",
    "<script src=haal.js></script>": "connect-src",
    "<iframe title=t src='https://elders.example/'></iframe>": "frame-src",
    "<object data='https://elders.example/x'></object>": "object-src",
    "<form action='https://elders.example/'><button>stuur</button></form>": "form-action",
}


def test_every_planted_violation_is_found(new_page: NewPage, tmp_path: Path) -> None:
    (tmp_path / "haal.js").write_text("fetch('https://elders.example/').catch(() => {})", "utf-8")
    head = "<!doctype html><html lang=nl><title>t</title>"
    (tmp_path / "index.html").write_text(f"{head}<main>{''.join(PLANTED)}</main>", "utf-8")
    (tmp_path / "goed").mkdir()
    (tmp_path / "goed" / "index.html").write_text(f"{head}<main>Niets.</main>", "utf-8")
    with serve_folder(tmp_path, security_headers()) as address:
        page = new_page(390)
        page.add_init_script("addEventListener('load', () => document.querySelector('form button')?.click())")
        found = violations(page, f"{address}/")
        assert violations(new_page(390), f"{address}/goed/") == []
    missed = [kind for kind in PLANTED.values() if not any(one.startswith(f"{kind}:") for one in found)]
    assert missed == [], found


def address_in_frame(page: Page, outer: Path, inner: str) -> str:
    """Where a frame ends up that a page of another site fills with `inner`."""
    (outer / "index.html").write_text(f"<!doctype html><title>t</title><iframe src='{inner}/'></iframe>", "utf-8")
    with serve_folder(outer) as elsewhere:
        page.goto(f"{elsewhere}/", wait_until="load")
        return page.frames[1].url


def test_no_other_site_can_put_ours_in_a_frame(new_page: NewPage, strict: str, address: str, tmp_path: Path) -> None:
    assert address_in_frame(new_page(390), tmp_path, strict).startswith("chrome-error:")
    without_headers = f"{address}/amsterdam"
    assert address_in_frame(new_page(390), tmp_path, without_headers) == f"{without_headers}/"
