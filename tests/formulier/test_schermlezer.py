"""The form as a screen reader finds it: the accessibility tree of the browser, control by control.

No screen reader runs here. What one has to go by is in this tree: name, description, state, and what is announced.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.acceptance.conftest import NewPage
from tests.formulier.conftest import load, open_form

CONTROLS = {"textbox", "combobox", "checkbox", "radio", "button", "ColorWell", "link", "DisclosureTriangle"}
BESTAND = """\
naam: Utrecht
cbs_code: "0344"
website: geen adres
talen: [nl, ar]
huisstijl:
  kleur: "#ffe600"
toegang:
  naam: Buurtteam
verordening:
  titel: Verordening
  artikelen:
    - nummer: "1"
      tekst: Iets.
aanbieders:
  - naam: Eigen Kracht
    url: https://www.eigen-kracht.nl
    telefoon: bel maar
    omschrijving: {nl: Zij helpen.}
klachten:
  tekst: {nl: Bel ons.}
doorverwijzingen:
  /oud/: nergens
"""
EXPECTED_FAULTS = {"g-website", "g-aanbieders-0-telefoon", "g-doorverwijzingen-0-nieuw"}


@dataclass(frozen=True)
class Knoop:
    """One control, heading or region, as the tree tells it."""

    id: str
    rol: str
    naam: str
    uitleg: str
    staat: dict[str, Any]


def tree(page: Page) -> list[Knoop]:
    """What the tree holds, in the order of reading; `id` is that of the element."""
    session = page.context.new_cdp_session(page)
    document = session.send("DOM.getDocument", {"depth": -1})["root"]
    ids = dict(_ids(document))
    nodes = [one for one in session.send("Accessibility.getFullAXTree")["nodes"] if not one["ignored"]]
    session.detach()
    return [_knoop(one, ids.get(one.get("backendDOMNodeId", 0), "")) for one in nodes]


def _ids(node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    attributes = node.get("attributes", [])
    yield node["backendNodeId"], dict(zip(attributes[::2], attributes[1::2], strict=True)).get("id", "")
    for child in node.get("children", []):
        yield from _ids(child)


def _knoop(node: dict[str, Any], id: str) -> Knoop:
    words = {name: str(node.get(name, {}).get("value", "")).strip() for name in ("role", "name", "description")}
    staat = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    return Knoop(id, words["role"], words["name"], " ".join(words["description"].split()), staat)


def nameless(knopen: list[Knoop]) -> list[str]:
    """The controls that say nothing of themselves."""
    return [one.id for one in knopen if one.rol in CONTROLS and not one.naam]


def letters(text: str) -> str:
    """The letters alone: where a line breaks, and where a sentence begins, is the work of the style."""
    return "".join(text.split()).casefold()


@pytest.fixture
def ingevuld(new_page: NewPage, adres: str) -> Page:
    """The form with every kind of field, some of them wrong."""
    page = open_form(new_page(1280, 900), adres)
    load(page, "utrecht.yml", BESTAND.encode())
    page.evaluate("for (const een of document.querySelectorAll('details')) een.open = true")
    return page


def test_a_reader_hears_of_every_control_what_it_is_and_what_is_wrong(ingevuld: Page) -> None:
    knopen = tree(ingevuld)
    by_id = {one.id: one for one in knopen if one.id}
    assert len([one for one in knopen if one.rol in CONTROLS]) > 80
    assert nameless(knopen) == []

    hints: dict[str, str] = ingevuld.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.hint[id]')]"
        ".map((een) => [een.id.replace(/-hint$/, ''), een.textContent]))"
    )
    fields = {id: by_id.get(f"{id}-groep") or by_id[id] for id in hints if f"{id}-groep" in by_id or id in by_id}
    assert len(fields) > 60
    assert [id for id, one in fields.items() if letters(hints[id]) not in letters(one.uitleg)] == []

    required = {one.id for one in knopen if one.staat.get("required")}
    assert required == {one.id for one in knopen if "(verplicht)" in one.naam and one.rol in CONTROLS}
    assert required > {"g-naam", "g-cbs_code", "g-aanbieders-0-naam"}

    wrong = {one.id for one in knopen if one.staat.get("invalid") not in (None, "false", False) and one.id}
    assert wrong == EXPECTED_FAULTS
    told: dict[str, str] = ingevuld.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.fouten .melding')]"
        ".map((een) => [een.closest('.fouten').id.replace(/-fout$/, ''), een.textContent]))"
    )
    assert {id for id in told if id in fields and letters(told[id]) not in letters(fields[id].uitleg)} == set()
    assert told.keys() >= EXPECTED_FAULTS


def test_headings_are_in_order_and_every_part_of_the_page_is_named(ingevuld: Page) -> None:
    knopen = tree(ingevuld)
    levels = [(one.staat["level"], one.naam) for one in knopen if one.rol == "heading"]
    assert levels[0] == (1, "Zet jouw gemeente neer")
    assert [two for one, two in pairwise(levels) if two[0] > one[0] + 1] == []
    parts = [naam for level, naam in levels if level == 2]
    assert parts == [one.naam for one in knopen if one.rol == "region" and one.naam in parts]
    assert parts[0] == "Uw gemeente" and parts[-1] == "Klaar"
    links = [one.naam for one in knopen if one.rol == "link"]
    assert [naam for naam in links if naam in parts] == parts


def test_pickers_of_files_and_colours_say_for_what_they_are(ingevuld: Page) -> None:
    by_id = {one.id: one for one in tree(ingevuld) if one.id}
    assert by_id["openen"].naam == "Open een bestand" and "bestaand bestand" in by_id["openen"].uitleg
    assert by_id["g-huisstijl-logo"].naam.startswith("Logo") and "bestand" in by_id["g-huisstijl-logo"].naam
    wells = [one.naam for one in tree(ingevuld) if one.rol == "ColorWell"]
    assert len(wells) == 2 and all("kies uit alle kleuren" in naam for naam in wells) and len(set(wells)) == 2


def test_a_mistake_is_announced_when_its_field_is_left_and_no_longer_when_it_is_mended(
    new_page: NewPage, adres: str
) -> None:
    page = open_form(new_page(1280, 900), adres)
    omroep = page.locator("#omroep")
    (before,) = [one for one in tree(page) if one.id == "omroep"]
    assert (before.rol, before.staat.get("live"), omroep.text_content()) == ("status", "polite", "")
    page.locator("#g-website").fill("geen adres")
    page.keyboard.press("Tab")
    page.wait_for_function("document.getElementById('omroep').textContent !== ''")
    message = page.locator("#g-website-fout .melding").text_content()
    assert omroep.text_content() == f"Website: {message}"
    page.locator("#g-website").fill("https://www.utrecht.nl")
    page.wait_for_function("document.getElementById('omroep').textContent === ''")


def test_the_verdict_on_the_contrast_is_announced(ingevuld: Page) -> None:
    verdict = ingevuld.locator(".oordeel")
    assert verdict.get_attribute("aria-live") == "polite"
    before = verdict.inner_text()
    assert "te licht voor knoppen" in before
    ingevuld.locator("#g-huisstijl-kleur").fill("#004699")
    ingevuld.wait_for_function("(was) => document.querySelector('.oordeel').innerText !== was", arg=before)
    assert "Knoppen krijgen uw kleur zelf" in verdict.inner_text()


def test_a_label_that_is_gone_is_missed(ingevuld: Page) -> None:
    ingevuld.evaluate("document.querySelector('label[for=\"g-website\"]').remove()")
    assert nameless(tree(ingevuld)) == ["g-website"]
