"""A walk with the Tab key over the finished pages on a small phone: everything is reached, seen and left again.

WCAG 2.2: 2.1.1 (keyboard), 2.1.2 (no trap), 2.4.1 (skip link), 2.4.3 (order), 2.4.7 and 2.4.11 (focus seen).
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.acceptance.conftest import CONTROLS, NewPage, dutch_and_some

WIDTH = 320
LONGEST_WALK = 600
SAMPLE = ["", "mijn-plan/", "wie-zijn-er-voor-je/", "professionals/waar-staat-u/"]

PREPARE = """(controls) => {
  const shown = (el) => el.checkVisibility({visibilityProperty: true}) && el.getClientRects().length > 0;
  const alone = (el) => el.type !== 'radio' || el.checked;
  const ring = (el) => {
    const style = getComputedStyle(el);
    const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? 'none'
      : [style.outlineStyle, style.outlineWidth, style.outlineColor].join(' ');
    return `${outline} / ${style.boxShadow}`;
  };
  const look = (el) => [el, el.closest('label')].filter(Boolean).map(ring).join(' + ');
  const name = (el) => {
    const words = (el.getAttribute('aria-label') || el.innerText || el.id || '').trim().split('\\n')[0];
    return `<${el.localName}${el.className ? '.' + el.classList[0] : ''}> ${words.slice(0, 50)}`;
  };
  const expected = [...document.querySelectorAll(controls)]
    .filter((el) => shown(el) && alone(el) && !el.disabled && el.tabIndex >= 0);
  const before = new Map(expected.map((el) => [el, look(el)]));
  const seen = new Set();

  /** How much of the element is really in sight: the part of a grid of points that hits it. */
  const hits = (el, box) => {
    const own = el.closest('label') ?? el;
    let hit = 0;
    for (let i = 1; i < 8; i += 1) for (let j = 1; j < 8; j += 1) {
      const top = document.elementFromPoint(box.left + (box.width * i) / 8, box.top + (box.height * j) / 8);
      if (top && (own.contains(top) || top.contains(own))) hit += 1;
    }
    return hit / 49;
  };

  const faultsOf = (el) => {
    if (!el.checkVisibility({visibilityProperty: true, opacityProperty: true})) return ['onzichtbaar'];
    const own = el.closest('label') ?? el;
    const [box] = [...own.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
    if (!box || box.width < 2 || box.height < 2) return ['zonder grootte'];
    const faults = [];
    const high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    const inside = {left: box.left, width: box.width, top: Math.max(box.top, 0), height: high};
    if (box.left < -1 || box.right > innerWidth + 1 || high < Math.min(box.height, 24) - 1) faults.push('buiten beeld');
    else if (hits(el, inside) < 0.5) faults.push('bedekt');
    return faults;
  };

  /** Whether an outline or shadow shows that the focus is here. */
  const rings = (el) => {
    const now = look(el);
    return now !== (before.get(el) ?? '') && now.split(' + ').some((ring) => ring !== 'none / none');
  };
  const ringless = new Map();

  window.loop = {
    step() {
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return null;
      const again = seen.has(el);
      seen.add(el);
      // A date field has several stops; the one on its own button is marked by the browser, inside the field.
      if (rings(el)) ringless.set(el, false);
      else if (!again) ringless.set(el, true);
      return {name: name(el), again, faults: again ? [] : faultsOf(el)};
    },
    ringless: () => [...ringless].filter(([, without]) => without).map(([el]) => name(el)),
    missed: () => expected.filter((el) => !seen.has(el) && shown(el)).map(name),
    count: expected.length,
  };
}"""


@dataclass
class Walk:
    """What a walk over a page met: every stop in order, and everything wrong."""

    stops: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def walk(page: Page, key: str = "Tab") -> Walk:
    """Press `key` until the focus has left the page; `page` is open and nothing in it has the focus."""
    page.evaluate(PREPARE, CONTROLS)
    met = Walk()
    for _ in range(LONGEST_WALK):
        page.keyboard.press(key)
        step = page.evaluate("loop.step()")
        if step is None:
            break
        if not step["again"]:
            met.stops.append(step["name"])
        met.faults += [f"{fault}: {step['name']}" for fault in step["faults"]]
    else:
        met.faults.append("de focus komt de pagina niet uit")
    met.faults += [f"focus niet te zien: {name}" for name in page.evaluate("loop.ringless()")]
    met.faults += [f"niet bereikt: {name}" for name in page.evaluate("loop.missed()")]
    return met


def open_still(page: Page, url: str) -> Page:
    """Open a page that jumps to where the focus goes, as for readers who want no motion."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(url, wait_until="load")
    page.evaluate("() => import(document.querySelector('script[src$=\"site.js\"]').src.replace('site.js', 'hulp.js'))")
    return page


def fill_tools(page: Page) -> None:
    """Put somebody in the circle and a row in the plan, so that their buttons are there too; elsewhere nothing."""
    if page.locator("[data-kring]").count():
        page.fill("#kring-naam", "Oma Fatma")
        page.keyboard.press("Enter")
    if page.locator("[data-plan]").count():
        page.fill("#plan-mens", "Oom Piet")
        page.locator("[data-mens-erbij]").click()
        page.locator("[data-rij-erbij=afspraken]").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges()")


def begin_outside(page: Page, key: str) -> None:
    """Let the next `key` begin where the page begins (Tab) or ends (Shift+Tab), whatever was used before."""
    page.evaluate(
        """(where) => { const start = document.createElement('span'); start.tabIndex = -1; document.body[where](start);
        start.focus(); start.remove(); }""",
        "prepend" if key == "Tab" else "append",
    )


def faults_on(page: Page, address: str, paths: list[str], key: str = "Tab") -> dict[str, list[str]]:
    found = {path: faults_of(open_still(page, f"{address}/{path}"), key) for path in paths}
    return {path: faults for path, faults in found.items() if faults}


def faults_of(page: Page, key: str = "Tab") -> list[str]:
    """Everything wrong that a walk over an open page meets, its tools filled in."""
    fill_tools(page)
    begin_outside(page, key)
    met = walk(page, key)
    if key == "Tab" and "overslaan" not in met.stops[0]:
        met.faults.append(f"de eerste halte is geen link naar de inhoud: {met.stops[0]}")
    return met.faults


@pytest.mark.parametrize(
    "path", [*SAMPLE[:2], *(pytest.param(path, marks=pytest.mark.volledig) for path in SAMPLE[2:])]
)
def test_the_tab_key_reaches_everything_and_always_shows_where_it_is(
    same_page: NewPage, address: str, path: str
) -> None:
    assert faults_on(same_page(WIDTH), f"{address}/amsterdam", [path]) == {}


def test_walking_back_reaches_everything_too(same_page: NewPage, address: str) -> None:
    assert faults_on(same_page(WIDTH), f"{address}/amsterdam", ["wie-zijn-er-voor-je/"], "Shift+Tab") == {}


@pytest.mark.volledig
@pytest.mark.parametrize(("width", "key"), [(WIDTH, "Tab"), (WIDTH, "Shift+Tab"), (1280, "Tab")])
def test_the_tab_key_reaches_everything_on_every_page(
    new_page: NewPage, address: str, sites: Path, width: int, key: str
) -> None:
    assert faults_on(new_page(width), f"{address}/amsterdam", dutch_and_some(sites / "amsterdam", 5), key) == {}


ADD = "main.insertAdjacentHTML('beforeend', `%s`)"
FIRST = "main.querySelector('a')"


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (ADD % "<a href=# style='position:absolute;left:-999px'>weg</a>", "buiten beeld"),
        (ADD % "<a href=# style='opacity:0'>onzichtbaar</a>", "onzichtbaar"),
        (ADD % "<div style='position:fixed;inset:0;z-index:99'></div>", "bedekt"),
        (ADD % "<style>* { outline: none !important }</style>", "focus niet te zien"),
        (f"{FIRST}.style.cssText = 'display:block;width:0;height:0;overflow:hidden'", "zonder grootte"),
        (f"{FIRST}.addEventListener('focus', (event) => event.target.blur())", "niet bereikt"),
        (f"{FIRST}.addEventListener('keydown', (event) => event.preventDefault())", "komt de pagina niet uit"),
        ("document.querySelector('.overslaan').remove()", "geen link naar de inhoud"),
    ],
)
def test_planted_damage_is_found(
    same_page: NewPage, address: str, monkeypatch: pytest.MonkeyPatch, damage: str, fault: str
) -> None:
    page = open_still(same_page(WIDTH, bypass_csp=True), f"{address}/amsterdam/gemeente/privacy/")
    page.evaluate(f"() => {{ const main = document.querySelector('main'); {damage} }}")
    monkeypatch.setattr("tests.acceptance.test_toetsenbord.LONGEST_WALK", 50)
    faults = faults_of(page)
    assert any(fault in one for one in faults), faults


def test_the_skip_link_moves_the_focus_to_the_contents(same_page: NewPage, address: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/je-rechten/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "overslaan"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 844


def opened_by_keyboard(page: Page, menu: str, key: str) -> list[str]:
    """Open a menu with `key` on its button, walk through its links, and close it with Escape: what goes wrong."""
    summary = f"{menu} > summary"
    page.locator(summary).focus()
    page.keyboard.press(key)
    if not page.evaluate(f"document.querySelector('{menu}').open"):
        return ["gaat niet open"]
    page.evaluate(PREPARE, CONTROLS)
    faults = []
    links = page.locator(f"{menu} a").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        step = page.evaluate("loop.step()")
        faults += [f"{fault}: {step['name']}" for fault in step["faults"]]
    faults += [f"focus niet te zien: {name}" for name in page.evaluate("loop.ringless()")]
    missed = page.evaluate(f"[...document.querySelectorAll('{menu} a')].at(-1) !== document.activeElement")
    faults += ["niet elke link is bereikt"] if missed else []
    page.keyboard.press("Escape")
    faults += ["blijft open na Escape"] if page.evaluate(f"document.querySelector('{menu}').open") else []
    back = page.evaluate(f"document.activeElement === document.querySelector('{summary}')")
    return faults if back else [*faults, "focus is niet terug op de knop"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_shows_every_link_and_closes_with_escape(same_page: NewPage, address: str, key: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/")
    assert opened_by_keyboard(page, ".menu:not(.talen-menu)", key) == []


@pytest.mark.parametrize("path", ["", "ar/"])
def test_the_language_menu_does_the_same_from_left_and_from_right(same_page: NewPage, address: str, path: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/{path}")
    assert page.locator(".talen-menu a").count() > 3
    assert opened_by_keyboard(page, ".talen-menu", "Enter") == []


def test_an_open_menu_closes_when_the_focus_goes_on(same_page: NewPage, address: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/")
    page.locator(".menu:not(.talen-menu) > summary").focus()
    page.keyboard.press("Enter")
    page.locator(".menu-vlak a").last.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('.menu:not(.talen-menu)').open")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (
            "document.querySelector('.menu:not(.talen-menu) > summary').onkeydown = (event) => event.preventDefault()",
            "gaat niet open",
        ),
        ("document.querySelector('.menu-groep a').style.visibility = 'hidden'", "niet elke link is bereikt"),
        ("addEventListener('keydown', (event) => event.stopPropagation(), {capture: true})", "blijft open na Escape"),
        (
            "document.querySelector('.menu:not(.talen-menu) > summary').focus = () => {}",
            "focus is niet terug op de knop",
        ),
        ("document.querySelector('.menu-vlak').style.left = '-900px'", "buiten beeld"),
    ],
)
def test_planted_damage_to_a_menu_is_found(same_page: NewPage, address: str, damage: str, fault: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/gemeente/privacy/")
    page.evaluate(f"() => {{ {damage} }}")
    faults = opened_by_keyboard(page, ".menu:not(.talen-menu)", "Enter")
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_glossary_word_opens_and_closes_and_keeps_the_focus(same_page: NewPage, address: str, key: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/je-rechten/")
    word = page.locator("[popovertarget]").first
    explanation = page.locator(f"[id='{word.get_attribute('popovertarget')}']")
    word.focus()
    page.keyboard.press(key)
    assert explanation.is_visible()
    page.keyboard.press(key)
    assert not explanation.is_visible()
    page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert not explanation.is_visible()
    assert word.evaluate("el => el === document.activeElement")


def test_every_answer_opens_and_closes_by_keyboard(same_page: NewPage, address: str) -> None:
    page = open_still(same_page(WIDTH), f"{address}/amsterdam/ja-maar/")
    questions = page.locator("main details.vraag > summary")
    assert questions.count() >= 3
    for index in range(questions.count()):
        questions.nth(index).focus()
        for state in (True, False):
            page.keyboard.press("Enter")
            assert questions.nth(index).evaluate("el => el.parentElement.open") is state
