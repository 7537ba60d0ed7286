"""Hostile files harm nothing, nothing leaves the device, and everybody can use the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from familiegroepsplan.errors import Ernst
from familiegroepsplan.huisstijl import read_logo
from tests.acceptance.conftest import NewPage
from tests.acceptance.test_axe import violations
from tests.conftest import ROOT
from tests.formulier.conftest import load, open_form, told

BOM = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
SCRIPT = """naam: "<img src=x onerror=window.geraakt=1>"
cbs_code: "0344"
website: "javascript:window.geraakt=1"
huisstijl:
  kleur: "red;background:url(https://elders.example/)"
toegang:
  naam: "<script>window.geraakt=1</script>"
aanbieders:
  - naam: "</textarea><svg onload=window.geraakt=1>"
    url: data:text/html,<script>window.geraakt=1</script>
"""
PROTO = """naam: Utrecht
cbs_code: "0344"
__proto__: {vergiftigd: ja}
constructor: {prototype: {vergiftigd: ja}}
toegang: {naam: Team, __proto__: {vergiftigd: ja}}
"""
GEWEIGERD = {
    "bom.yml": BOM.encode(),
    "diep.yml": b"a: " + b"[" * 40_000,
    "groot.yml": b"naam: " + b"x" * 200_000,
    "kapot.yml": b"naam: [Utrecht\ntoegang: {",
    "binair.yml": bytes(range(256)) * 20,
    "tag.yml": b"naam: !!js/function 'function () { window.geraakt = 1 }'\n",
    "samenvoegen.yml": b"basis: &b {naam: x}\n<<: *b\n",
    "leeg.yml": b"",
    "twee.yml": b"naam: a\n---\nnaam: b\n",
}


def unharmed(page: Page) -> bool:
    code = "() => window.geraakt === undefined && ({}).vergiftigd === undefined && [].vergiftigd === undefined"
    return bool(page.evaluate(code))


def test_hostile_files_are_refused_and_leave_what_was_filled_in(formulier: Page) -> None:
    formulier.fill("#g-naam", "Utrecht")
    for name, data in GEWEIGERD.items():
        load(formulier, name, data)
        assert "kan niet worden geopend" in (formulier.text_content(".bestandmelding") or ""), name
        assert formulier.locator(".bestandmelding .melding").count() >= 1, name
        assert formulier.input_value("#g-naam") == "Utrecht", name
    assert unharmed(formulier)
    assert formulier.fouten_van_de_pagina == []  # type: ignore[attr-defined]


def test_scripts_in_values_are_text(eigen_formulier: Page) -> None:
    asked: list[str] = []
    eigen_formulier.on("request", lambda request: asked.append(request.url))
    load(eigen_formulier, "script.yml", SCRIPT.encode())
    assert eigen_formulier.input_value("#g-naam") == "<img src=x onerror=window.geraakt=1>"
    assert eigen_formulier.input_value("#g-aanbieders-0-naam") == "</textarea><svg onload=window.geraakt=1>"
    assert eigen_formulier.locator("a[href^=javascript], a[href^=data]").count() == 0
    eigen_formulier.evaluate("document.querySelectorAll('details').forEach((een) => { een.open = true; })")
    assert unharmed(eigen_formulier)
    assert [url for url in asked if not url.startswith("data:")] == []
    assert eigen_formulier.fouten_van_de_pagina == []  # type: ignore[attr-defined]


def test_keys_that_would_poison_a_program_are_unknown_keys(formulier: Page) -> None:
    load(formulier, "proto.yml", PROTO.encode())
    listed = formulier.locator(".bestandmelding li").all_text_contents()
    assert sum("__proto__" in one for one in listed) == 2
    assert sum("constructor" in one for one in listed) == 1
    assert formulier.input_value("#g-toegang-naam") == "Team"
    assert unharmed(formulier)


SVG = "<svg xmlns='http://www.w3.org/2000/svg'"
SLECHTE_LOGOS = {
    "weggelaten: script, attribuut onload": (
        "logo.svg",
        f"{SVG} viewBox='0 0 9 9' onload='window.geraakt=1'><script>window.geraakt=1</script><path d='M0 0h9z'/></svg>",
    ),
    "eigen entiteiten": ("logo.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"),
    "zegt niet hoe groot": ("logo.svg", f"{SVG}><path d='M0 0'/></svg>"),
    "geen goede XML": ("logo.svg", f"{SVG}>"),
    "staat geen tekening": ("logo.svg", f"{SVG} viewBox='0 0 9 9'/>"),
    "geen SVG, PNG of JPEG": ("logo.png", "geen plaatje"),
    "groter dan 250 kB": ("logo.png", "x" * 300_000),
    "dit soort bestand past hier niet: gemeente/logo.exe": ("logo.exe", "MZ"),
}


def test_a_bad_logo_is_told_at_its_field_in_the_words_of_the_build_and_runs_nothing(
    formulier: Page, tmp_path: Path
) -> None:
    for words, (name, data) in SLECHTE_LOGOS.items():
        formulier.set_input_files("#g-huisstijl-logo", {"name": name, "mimeType": "", "buffer": data.encode()})
        formulier.locator("#g-huisstijl-logo-fout").get_by_text(words).wait_for()
        (tmp_path / name).write_text(data, "utf-8")
        _, [melding] = read_logo(tmp_path / name)
        if melding.ernst is Ernst.FOUT and not name.endswith(".exe"):
            assert dict(told(formulier))["g-huisstijl-logo"] == f"{melding.wat} - {melding.doe}"
    assert unharmed(formulier)


def test_nothing_is_asked_of_another_host_and_nothing_is_kept(new_page: NewPage, adres: str) -> None:
    page = new_page(390)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_form(page, adres)
    page.fill("#g-naam", "Utrecht")
    page.fill("#g-huisstijl-kleur", "#ffd200")
    load(page, "amsterdam.yml", (ROOT / "content/municipalities/amsterdam.yml").read_bytes())
    assert {url for url in asked if not url.startswith("data:")} == {
        adres,
        f"{adres}formulier.js",
        f"{adres}formulier.css",
    }
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
    )
    assert kept == [0, 0, 0]
    assert page.context.cookies() == []


KLEIN = (
    "() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]"
    ".filter((een) => een.checkVisibility() && !een.closest('.overslaan, .verborgen'))"
    ".filter((een) => { const b = (een.closest('label') ?? een).getBoundingClientRect();"
    " return b.width > 0 && (b.width < 24 || b.height < 24); }).map((een) => een.outerHTML.slice(0, 90))"
)
BREED = (
    "() => [...document.querySelectorAll('main *')].filter((een) => een.getBoundingClientRect().right > innerWidth)"
    ".filter((een) => !een.closest('pre, svg, .verborgen')).map((een) => een.outerHTML.slice(0, 90))"
)


def look_at(page: Page, name: str, data: bytes) -> None:
    """The form filled in and with faults, everything open: axe, small targets, what sticks out."""
    load(page, name, data)
    page.fill("#g-website", "amsterdam")
    page.fill("#g-huisstijl-linkkleur", "#ffa000")
    page.fill("#g-aanbieders-0-naam", "")
    page.click("#download")
    page.evaluate("document.querySelectorAll('details').forEach((een) => { een.open = true; })")
    assert violations(page) == []
    assert page.evaluate(BREED) == []
    assert page.evaluate(KLEIN) == []


def test_axe_finds_nothing_on_a_phone_filled_in_and_with_faults(new_page: NewPage, adres: str) -> None:
    text = (
        'naam: Utrecht\ncbs_code: "0344"\nwebsite: x\ntalen: [nl, ar]\nverordening: {titel: V, artikelen: '
        '[{nummer: "2.2", tekst: T}]}\naanbieders: [{naam: Een, url: een}]\ndoorverwijzingen: {/oud/: nieuw}\n'
        "onbekend: x\n"
    )
    look_at(open_form(new_page(320), adres), "utrecht.yml", text.encode())


@pytest.mark.volledig
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_longest_file_and_the_empty_form(new_page: NewPage, adres: str, width: int) -> None:
    page = open_form(new_page(width), adres)
    assert violations(page) == []
    look_at(page, "amsterdam.yml", (ROOT / "content/municipalities/amsterdam.yml").read_bytes())


def test_a_file_dropped_on_the_page_is_opened(formulier: Page) -> None:
    code = """(tekst) => {
        const data = new DataTransfer();
        data.items.add(new File([tekst], "utrecht.yml"));
        document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }"""
    formulier.evaluate(code, 'naam: Utrecht\ncbs_code: "0344"\n')
    formulier.wait_for_selector(".bestandmelding")
    assert formulier.input_value("#g-cbs_code") == "0344"
