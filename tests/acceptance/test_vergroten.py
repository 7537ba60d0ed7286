"""The finished pages made larger, narrower, wider set, in other colours, without scripts and on paper.

WCAG 2.2: 1.4.4 (resize text), 1.4.10 (reflow), 1.4.11 (non-text contrast), 1.4.12 (text spacing), 2.3.3 (motion),
2.5.8 (target size).
"""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from familiegroepsplan.clock import build_moment
from familiegroepsplan.deel import long_date
from tests.acceptance.conftest import CONTROLS, NewPage, page_paths

SAMPLE = [
    "",
    "je-rechten/",
    "ja-maar/",
    "wie-zijn-er-voor-je/",
    "mijn-plan/",
    "gemeente/verordening/",
    "professionals/werkvormen/",
    "professionals/waar-staat-u/",
]
SAMPLE_OR_ALL = [2, pytest.param(1, marks=pytest.mark.volledig)]
VIEWS = {
    "256 px breed": {"width": 256, "height": 844},
    "1280 px op 400 %": {"width": 320, "height": 256, "device_scale_factor": 4},
    "320 px, tekst ruim gezet": {"width": 320, "height": 844},
    "1280 px, tekst ruim gezet": {"width": 1280, "height": 1024},
    "1280 px, tekst op 200 %": {"width": 1280, "height": 1024},
}
STYLES = {
    "tekst ruim gezet": "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    "tekst op 200 %": "html { font-size: 200% !important }",
}
MAIN_CONTROLS = (
    ".knop, .hulpknop, .knop-klein, .snelweg-knop, .zoek-knop, summary, .menu a, .talen a, .merk, .verder a,"
    " .voet-links a,"
    " main input, main select, main textarea"
)
OPEN_ALL = """() => {
  document.querySelectorAll('main details').forEach((one) => { one.open = true; });
}"""

LIBRARY = """window.kijk = (() => {
  const shown = (el) => el.checkVisibility({visibilityProperty: true}) && el.getClientRects().length > 0;
  const name = (el) => `<${el.localName}${[...el.classList].map((c) => `.${c}`).join('')}> `
    + (el.innerText || el.getAttribute('aria-label') || el.id || '').trim().slice(0, 40).replace(/\\s+/g, ' ');
  const scrolls = (el) => /auto|scroll/.test(getComputedStyle(el).overflowX);
  const hiddenForEyes = '.verborgen, .overslaan, [popover]:not(:popover-open)';

  /** Text and controls that stand outside the window, other than in a table that scrolls by itself. */
  const sideways = () => {
    const root = document.scrollingElement;
    const found = root.scrollWidth > innerWidth ? [`schuift opzij: ${root.scrollWidth} > ${innerWidth}`] : [];
    for (const el of document.body.querySelectorAll('*')) {
      if (el.closest(`${hiddenForEyes}, svg svg, svg *`) || !shown(el)) continue;
      const box = el.getBoundingClientRect();
      if (!box.width || (box.left >= -1 && box.right <= innerWidth + 1)) continue;
      let parent = el.parentElement;
      while (parent && !(scrolls(parent) && parent.querySelector('table'))) parent = parent.parentElement;
      if (!parent) found.push(`steekt uit: ${name(el)}`);
    }
    return found;
  };

  /** Elements that cut off what they hold. */
  const clipped = () => [...document.body.querySelectorAll('*')].filter((el) => {
    if (el.closest(`${hiddenForEyes}, svg`) || !shown(el) || !el.innerText?.trim()) return false;
    const {overflowX, overflowY} = getComputedStyle(el);
    return (/hidden|clip/.test(overflowX) && el.scrollWidth > el.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && el.scrollHeight > el.clientHeight + 1);
  }).map((el) => `afgekapt: ${name(el)}`);

  const blockOf = (node) => {
    let el = node.parentElement;
    while (/^(inline|contents)$/.test(getComputedStyle(el).display)) el = el.parentElement;
    return el;
  };

  /** Lines of text of two blocks that stand over each other. */
  const overlapping = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const floats = `${hiddenForEyes}, [popover], svg, script, .snelweg, .menu-vlak, .talen-vlak`;
      if (!node.data.trim() || parent.closest(floats) || !shown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const block = blockOf(node);
      for (const {left, right, top, bottom} of range.getClientRects()) {
        lines.push({left, right, top, bottom, block, node});
      }
    }
    lines.sort((a, b) => a.top - b.top);
    const found = [];
    lines.forEach((one, index) => {
      for (let next = index + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
        const other = lines[next];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - other.top;
        const lowest = Math.min(one.bottom - one.top, other.bottom - other.top);
        if (one.block !== other.block && wide > 2 && high > 0.25 * lowest) {
          found.push(`over elkaar: ${one.node.data.trim().slice(0, 30)} | ${other.node.data.trim().slice(0, 30)}`);
        }
      }
    });
    return found;
  };

  /** Inside a sentence a link may be as high as its line (WCAG 2.5.8, exception "inline"). */
  const inSentence = (el) => {
    if (getComputedStyle(el).display !== 'inline') return false;
    const block = blockOf(el.firstChild ?? el);
    const own = [...block.querySelectorAll('a, button')].reduce((sum, one) => sum + one.innerText.trim().length, 0);
    return block.innerText.trim().length > own + 2;
  };
  /** A link that is laid over the whole card on which it stands. */
  const wholeCard = (el) => (getComputedStyle(el, '::after').position === 'absolute' ? el.closest('.kaart') : null);
  const targets = (controls) => [...document.querySelectorAll(controls)]
    .filter((el) => shown(el) && !el.matches('.overslaan') && !el.disabled)
    .map((el) => ({el, box: (wholeCard(el) ?? el.closest('label') ?? el).getBoundingClientRect()}));
  const small = (controls) => targets(controls)
    .filter(({el, box}) => Math.min(box.width, box.height) < 23.5 && !inSentence(el))
    .map(({el, box}) => `kleiner dan 24 px: ${name(el)} ${Math.round(box.width)}x${Math.round(box.height)}`);
  const below44 = (controls) => targets(controls)
    .filter(({el, box}) => Math.min(box.width, box.height) < 43.5 && !inSentence(el))
    .map(({el, box}) => `kleiner dan 44 px: ${name(el)} ${Math.round(box.width)}x${Math.round(box.height)}`);

  /** Everything that moves by itself, or on the way to another state. */
  const moving = () => {
    const found = document.getAnimations().map(() => 'beweegt');
    for (const el of document.querySelectorAll('*')) for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(el, part);
      const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
      if (style.animationName !== 'none' && lasts(style.animationDuration)) found.push(`animatie: ${name(el)}`);
      if (lasts(style.transitionDuration)) found.push(`overgang: ${name(el)}`);
      if (style.scrollBehavior === 'smooth') found.push(`schuift vloeiend: ${name(el)}`);
    }
    return found;
  };

  /** Buttons and fields of which nothing shows where they begin and end. */
  const borderless = (controls) => [...document.querySelectorAll(controls)].filter(shown).filter((el) => {
    const box = el.matches('input[type=radio], input[type=checkbox]') ? el.closest('label') : el;
    const style = getComputedStyle(box);
    const back = getComputedStyle(box.parentElement).backgroundColor;
    return !['Top', 'Right', 'Bottom', 'Left'].every((side) => parseFloat(style[`border${side}Width`]) >= 1
      && style[`border${side}Style`] !== 'none' && !/^rgba.*, 0\\)$/.test(style[`border${side}Color`])
      && style[`border${side}Color`] !== back);
  }).map((el) => `zonder rand: ${name(el)}`);

  const onlyElsewhere = 'script, title, .begrip-uitleg, [data-kring], [data-plan], [data-hulpknoppen],'
    + ' [data-zoek-knop], [data-zoek], details.menu,'
    + ' .alleen-druk, .alleen-js, .papier-titel';

  /** Text of the page that no reader without scripts can come to see. */
  const unreadable = () => [...document.querySelectorAll('main *, footer *, header *')]
    .filter((el) => [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((el) => !el.closest(onlyElsewhere))
    .filter((el) => !shown(el)).map((el) => `niet te lezen: <${el.localName}> ${el.textContent.trim().slice(0, 40)}`);
  const idle = () => [...document.querySelectorAll('button, input, select, textarea, [role=button]')]
    .filter((el) => shown(el) && !el.matches('[popovertarget]')).map((el) => `doet niets: ${name(el)}`);

  return {sideways, clipped, overlapping, small, below44, moving, borderless, unreadable, idle};
})();"""


def ready(page: Page, url: str) -> Page:
    """Open a page with everything on it unfolded, and with `kijk` to look at it."""
    page.goto(url, wait_until="load")
    page.evaluate(LIBRARY)
    page.evaluate(OPEN_ALL)
    return page


def layout_faults(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...kijk.sideways(), ...kijk.clipped(), ...kijk.overlapping()]")
    return sorted(set(found))


def menu_faults(page: Page) -> list[str]:
    """The same with each menu open in its turn."""
    found = []
    for index in range(page.locator("details.menu").count()):
        page.evaluate(
            "(n) => document.querySelectorAll('details.menu').forEach((m, i) => { m.open = i === n; })", index
        )
        found += page.evaluate("[...kijk.sideways(), ...kijk.clipped()]")
    page.evaluate("document.querySelectorAll('details.menu').forEach((m) => { m.open = false; })")
    return sorted(set(found))


def look_at(page: Page, address: str, paths: list[str], view: str) -> dict[str, list[str]]:
    """What goes wrong on those pages in a view, menus closed and open."""
    style = next((css for name, css in STYLES.items() if view.endswith(name)), "")
    found = {}
    for path in paths:
        ready(page, f"{address}/{path}")
        if style:
            page.add_style_tag(content=style)
        if faults := layout_faults(page) + menu_faults(page):
            found[path] = faults
    return found


@pytest.mark.parametrize(
    "view",
    [view if view != "1280 px, tekst ruim gezet" else pytest.param(view, marks=pytest.mark.volledig) for view in VIEWS],
)
def test_nothing_is_cut_off_overlaps_or_scrolls_sideways(same_page: NewPage, address: str, view: str) -> None:
    paths = SAMPLE[::2] if VIEWS[view]["width"] < 400 else SAMPLE[1::4]
    assert look_at(same_page(**VIEWS[view], bypass_csp=True), f"{address}/amsterdam", paths, view) == {}


@pytest.mark.parametrize("view", ["320 px, tekst ruim gezet", pytest.param("256 px breed", marks=pytest.mark.volledig)])
def test_the_same_holds_in_other_languages(same_page: NewPage, address: str, view: str) -> None:
    paths = ["ar/", "ar/mijn-plan/", "tr/je-rechten/", "uk/"]
    assert look_at(same_page(**VIEWS[view], bypass_csp=True), f"{address}/amsterdam", paths, view) == {}


@pytest.mark.volledig
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_off_on_any_page(new_page: NewPage, address: str, sites: Path, view: str) -> None:
    page = new_page(**VIEWS[view], bypass_csp=True)
    assert look_at(page, f"{address}/amsterdam", page_paths(sites / "amsterdam"), view) == {}


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("main.insertAdjacentHTML('beforeend', '<div style=\"width:400px\">breed</div>')", "schuift opzij"),
        ("main.insertAdjacentHTML('beforeend', '<p style=\"position:relative;right:300px\">links</p>')", "steekt uit"),
        ("document.querySelector('.lead').style.cssText = 'height:1.5em;overflow:hidden'", "afgekapt"),
        ("document.querySelector('.lead').style.marginBlockEnd = '-3em'", "over elkaar"),
        ("document.querySelector('.menu-vlak').style.width = '500px'", "schuift opzij"),
    ],
)
def test_planted_damage_to_the_layout_is_found(same_page: NewPage, address: str, damage: str, fault: str) -> None:
    page = ready(same_page(256, bypass_csp=True), f"{address}/amsterdam/je-rechten/")
    page.evaluate(f"() => {{ const main = document.querySelector('main'); {damage} }}")
    faults = layout_faults(page) + menu_faults(page)
    assert any(one.startswith(fault) for one in faults), faults


def popover_faults(page: Page) -> list[str]:
    """Explanations of words that, opened, do not fit the window, or cannot be scrolled where they are higher."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll('[popover]')].flatMap((box) => {
          box.showPopover();
          const {left, right, top, bottom} = box.getBoundingClientRect();
          const cut = box.scrollHeight > box.clientHeight + 1 && !/auto|scroll/.test(getComputedStyle(box).overflowY);
          box.hidePopover();
          return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || cut ? [box.id] : [];
        })"""
    )


def test_an_explanation_fits_a_window_at_400_percent(same_page: NewPage, address: str) -> None:
    page = same_page(**VIEWS["1280 px op 400 %"], bypass_csp=True)
    page.goto(f"{address}/amsterdam/je-rechten/")
    page.add_style_tag(content=STYLES["tekst ruim gezet"])
    assert page.locator("[popover]").count() > 0
    assert popover_faults(page) == []
    page.add_style_tag(content="[popover] { margin: -9px !important }")
    assert popover_faults(page) != []


@pytest.mark.parametrize("step", SAMPLE_OR_ALL)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_target_is_large_enough(same_page: NewPage, address: str, width: int, step: int) -> None:
    found, page = {}, same_page(width)
    for path in SAMPLE[::step] if width < 400 else SAMPLE[:: 2 * step]:
        ready(page, f"{address}/amsterdam/{path}")
        page.evaluate("document.querySelectorAll('details.menu').forEach((m) => { m.open = true; })")
        if faults := page.evaluate(f"[...kijk.small({CONTROLS!r}), ...kijk.below44({MAIN_CONTROLS!r})]"):
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("document.querySelector('.kruimelpad a').style.cssText = 'padding: 0; line-height: 1'", "kleiner dan 24 px"),
        pytest.param(
            "document.querySelector('.menu > summary').style.cssText = 'min-height: 30px; padding: 0'",
            "kleiner dan 44 px",
            marks=pytest.mark.volledig,
        ),
        ("document.querySelector('.voet-links a').style.padding = '0'", "kleiner dan 44 px"),
    ],
)
def test_a_target_made_too_small_is_found(same_page: NewPage, address: str, damage: str, fault: str) -> None:
    page = ready(same_page(320), f"{address}/amsterdam/je-rechten/")
    page.evaluate(damage)
    faults = page.evaluate(f"[...kijk.small({CONTROLS!r}), ...kijk.below44({MAIN_CONTROLS!r})]")
    assert any(one.startswith(fault) for one in faults), faults


def test_nothing_moves_for_readers_who_want_no_motion(same_page: NewPage, address: str) -> None:
    page = same_page(390, reduced_motion="reduce", bypass_csp=True)
    for path in ("", "mijn-plan/"):
        assert ready(page, f"{address}/amsterdam/{path}").evaluate("kijk.moving()") == []
    for css, fault in [
        (".knop { transition: color 0.2s }", "overgang"),
        ("html { scroll-behavior: smooth !important }", "schuift vloeiend"),
        ("@keyframes op { to { opacity: 0 } } .knop { animation: op 1s infinite }", "animatie"),
    ]:
        page.add_style_tag(content=css)
        assert any(one.startswith(fault) for one in page.evaluate("kijk.moving()"))


BORDERED = (
    ".knop, .hulpknop, .knop-klein, .snelweg-knop, .menu > summary, input:not([type=hidden], [type=file]), select,"
    " textarea, .kaart, .begrip-uitleg"
)


@pytest.mark.parametrize("step", SAMPLE_OR_ALL)
def test_in_forced_colours_every_button_and_field_has_an_edge(same_page: NewPage, address: str, step: int) -> None:
    page = same_page(390, forced_colors="active", bypass_csp=True)
    for path in SAMPLE[::step]:
        assert ready(page, f"{address}/amsterdam/{path}").evaluate(f"kijk.borderless({BORDERED!r})") == [], path
    page.add_style_tag(content=".voet *, .knop, .menu > summary { border: 0 !important }")
    assert page.evaluate(f"kijk.borderless({BORDERED!r})") != []


def without_script(page: Page, url: str) -> list[str]:
    """Everything that a reader without scripts cannot read or use, after a click on each fold-out and menu."""
    page.goto(url, wait_until="load")
    closed = page.locator("main details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    page.evaluate(LIBRARY)
    found: list[str] = page.evaluate("[...kijk.unreadable(), ...kijk.idle()]")
    for menu in page.locator("details.menu").all():
        menu.locator("summary").click()
        found += [f"niet te lezen: {link.text_content()}" for link in menu.locator("a").all() if not link.is_visible()]
        menu.locator("summary").click()
    return found


@pytest.mark.parametrize(
    "path",
    [
        "ja-maar/",
        "mijn-plan/",
        *(pytest.param(path, marks=pytest.mark.volledig) for path in ("", "wie-zijn-er-voor-je/")),
    ],
)
def test_without_scripts_everything_can_be_read_and_nothing_is_idle(
    same_page: NewPage, address: str, path: str
) -> None:
    page = same_page(390, java_script_enabled=False)
    assert without_script(page, f"{address}/amsterdam/{path}") == []
    assert page.locator(".menu-vlak a").count() >= 27
    if path in ("wie-zijn-er-voor-je/", "mijn-plan/"):
        assert page.locator("[data-papier]").is_visible()
        assert page.locator("[data-papier] .schrijflijnen").count() >= 4


def test_without_scripts_a_language_can_be_chosen_and_a_word_explained(same_page: NewPage, address: str) -> None:
    page = same_page(390, java_script_enabled=False)
    page.goto(f"{address}/amsterdam/je-rechten/")
    word = page.locator("[popovertarget]").first
    word.click()
    assert page.locator(f"[id='{word.get_attribute('popovertarget')}']").is_visible()
    page.keyboard.press("Escape")
    page.locator(".talen-menu > summary").click()
    page.locator(".talen-menu a[lang=ar]").click()
    assert page.url == f"{address}/amsterdam/ar/je-rechten/"


def test_what_is_out_of_reach_without_scripts_is_found(new_page: NewPage, address: str) -> None:
    page = new_page(390, java_script_enabled=False)
    page.route(
        "**/gemeente/privacy/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("<h1", "<button>Doe iets</button><p hidden>Weg</p><h1"),
            content_type="text/html",
        ),
    )
    faults = without_script(page, f"{address}/amsterdam/gemeente/privacy/")
    assert faults == ["niet te lezen: <p> Weg", "doet niets: <button> Doe iets"]


def on_paper(page: Page, url: str, folder: Path) -> str:
    """The words of a page as it comes out of the printer, white space folded."""
    page.goto(url, wait_until="load")
    page.pdf(path=folder / "blad.pdf", format="A4")
    done = subprocess.run(["pdftotext", folder / "blad.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


NOT_ON_PAPER = "nav, .menu, .overslaan, .hulpknoppen, .snelweg, .begrip-uitleg, button:not(.begrip)"


def paper_faults(page: Page, url: str, folder: Path, gemeente: str, adres: str) -> list[str]:
    """What is missing on paper, and what should not be there."""
    text = on_paper(page, url, folder)
    wanted = [f"Gemeente {gemeente}", adres, long_date(build_moment(), "nl")]
    faults = [f"ontbreekt: {words}" for words in wanted if words.replace(" ", "") not in text.replace(" ", "")]
    answers = page.evaluate(
        "[...document.querySelectorAll('main details .antwoord, main details li')].map((a) => a.textContent)"
    )
    for word in {word for answer in answers for word in re.findall(r"\w{4,}", answer)}:
        if word not in text:
            faults.append(f"ontbreekt uit een antwoord: {word}")
    page.emulate_media(media="print")
    page.evaluate(LIBRARY)
    shown = page.evaluate(
        f"""() => [...document.querySelectorAll({NOT_ON_PAPER!r})]
        .filter((el) => el.getClientRects().length).map((el) => `staat er: <${{el.localName}}.${{el.className}}>`)"""
    )
    page.emulate_media(media="screen")
    return faults + list(shown)


@pytest.mark.parametrize(
    "path",
    [
        "ja-maar/",
        *(pytest.param(path, marks=pytest.mark.volledig) for path in ("", "je-rechten/", "gemeente/contact/")),
    ],
)
def test_paper_says_whose_it_is_where_and_when_and_shows_every_answer(
    new_page: NewPage, address: str, tmp_path: Path, path: str
) -> None:
    adres = f"https://familiegroepsplan.example/amsterdam/{path}"
    assert paper_faults(new_page(1280), f"{address}/amsterdam/{path}", tmp_path, "Amsterdam", adres) == []


def test_without_an_address_of_its_own_paper_names_the_site_of_the_municipality(
    new_page: NewPage, address: str, tmp_path: Path
) -> None:
    text = on_paper(new_page(1280), f"{address}/oldenzaal/", tmp_path)
    assert "Gemeente Oldenzaal" in text
    assert "https://www.oldenzaal.nl" in text


def test_planted_damage_to_paper_is_found(new_page: NewPage, address: str, tmp_path: Path) -> None:
    page = new_page(1280, bypass_csp=True)
    css = (
        ".alleen-druk, .voet-wie, .merk { display: none !important } .menu { display: block !important }"
        " details::details-content { content-visibility: hidden !important; block-size: 0 !important }"
    )
    page.add_init_script(
        f"addEventListener('load', () => document.head.append(Object.assign(document.createElement('style'), "
        f"{{textContent: {css!r}}})))"
    )
    url = f"{address}/amsterdam/ja-maar/"
    faults = paper_faults(page, url, tmp_path, "Amsterdam", "https://familiegroepsplan.example/amsterdam/ja-maar/")
    kinds = {fault.split(":")[0] for fault in faults}
    assert kinds == {"ontbreekt", "ontbreekt uit een antwoord", "staat er"}, faults
