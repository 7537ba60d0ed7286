"""The preview beside a text: the components of the site, the values of a municipality, a box for every part."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

from familiegroepsplan.blok import BlokKop
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.markup.extension import component_words, render
from familiegroepsplan.project import Project
from familiegroepsplan.redactie.voorbeeld import preview_json
from tests.conftest import ROOT
from tests.projectkopie import copy_project
from tests.redactie.conftest import InBrowser, serving

START = """async () => {
  window.CMS_MANUAL_INIT = true;
  await import("./bibliotheek/sveltia.js");
  const { alsPagina } = await import("./voorbeeld.js");
  const gegevens = await (await fetch("voorbeeld.json")).json();
  window.toon = ([tekst, vorm, taal, anders]) => alsPagina(tekst, vorm, taal, { ...gegevens, ...anders });
}"""
NAAM = re.compile(r"\{\{.*?\}\}")
Tekst = tuple[str, str, str, dict[str, Any]]


@pytest.fixture(scope="module")
def adres(admin: Path) -> Iterator[str]:
    """The editor on the project itself: nothing is written here."""
    with serving(ROOT, admin) as server:
        yield server.adres


def shown(in_browser: InBrowser, adres: str, teksten: list[Tekst]) -> list[str]:
    """What the preview makes of texts: Markdown, form, language, and data in the place of the project's."""

    def look(page: Page) -> list[str]:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        made: list[str] = page.evaluate("(teksten) => teksten.map(toon)", teksten)
        return made

    return in_browser(look)


def structure(text: str) -> list[str]:
    """Every element with its classes and address, and every word, in the order of reading."""
    found: list[str] = []
    for event, element in iterate(html.fromstring(text)):
        if event == "start" and element.tag not in ("tbody", "thead"):
            found.append(f"<{element.tag} {element.get('class', '')} {element.get('href', '')}>")
        found += ((element.text if event == "start" else element.tail) or "").split()
    return found


def iterate(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    yield "start", root
    for child in root:
        yield from iterate(child)
        yield "end", child


def test_every_text_has_the_components_that_it_has_on_the_site(
    in_browser: InBrowser, adres: str, inhoud: Inhoud
) -> None:
    blokken = [(name, blok, blok.kop) for name, blok in sorted(inhoud.blokken["nl"].items())]
    teksten: list[Tekst] = [
        (NAAM.sub("", blok.tekst), kop.vorm, "nl", {}) for _, blok, kop in blokken if isinstance(kop, BlokKop)
    ]
    assert {vorm for _, vorm, _, _ in teksten} == {"tekst", "vragen", "verhalen", "kaarten", "citaten", "paren"}
    woorden = component_words(inhoud, "nl")
    shown_all = shown(in_browser, adres, teksten)
    for (text, vorm, _, _), (name, _, _), made in zip(teksten, blokken, shown_all, strict=True):
        section = f'<section class="blok vorm-{vorm}" markdown="1">\n\n{text}\n\n</section>'
        site = render(section, taal="nl", begrippen={}, woorden=woorden)
        assert structure(made) == structure(site), name


def test_values_are_those_of_a_municipality_and_never_more_than_text(in_browser: InBrowser, adres: str) -> None:
    text = "Bel {{ gemeente.toegang.naam }} in {{gemeente.naam}}, [ook **{{ gemeente.naam }}**](tips.md)."
    kwaad = {"waarden": {"nl": {"gemeente.naam": '<img src=x onerror="alert(1)">**', "gemeente.toegang.naam": "T"}}}
    own, hostile = shown(in_browser, adres, [(text, "tekst", "nl", {}), (text, "tekst", "nl", kwaad)])
    assert "Bel Ouder- en Kindteams in Amsterdam, " in own
    assert "<strong>Amsterdam</strong>" in own
    assert "<img" not in hostile and "&lt;img" in hostile


def test_a_part_is_a_box_that_says_in_dutch_what_will_stand_there(in_browser: InBrowser, adres: str) -> None:
    text = "Eerst.\n\n{{ deel: wet }}\n\n{{ blok: waarom }}\n\n{{ deel: onzin }}\n"
    (made,) = shown(in_browser, adres, [(text, "tekst", "ar", {})])
    boxes = [one for one in html.fromstring(made).iter() if one.get("class") == "voorbeeld-deel"]
    assert [(box.tag, box.get("lang"), box.get("dir")) for box in boxes] == [("span", "nl", "ltr")] * 3
    assert "<p><span" not in made
    assert [" ".join(map(str, box.itertext())) for box in boxes] == [
        "Hier komt vanzelf: wet De wetsartikelen als citaat, elk met uitleg, versie en link.",
        "Hier komt deze tekst: waarom Waarom zou je een plan maken?",
        "Hier komt vanzelf: onzin Dit deel bestaat niet.",
    ]


def test_without_a_municipality_or_with_broken_data_a_name_stays_a_name(tmp_path: Path) -> None:
    map = copy_project(ROOT, tmp_path / "project", talen=("nl",))
    for path in (map / "content/municipalities").glob("*.yml"):
        path.unlink()
    data = json.loads(preview_json(Project(map)))
    assert (data["gemeente"], data["waarden"]) == ("", {}) and data["delen"]["wet"].startswith("De wetsartikelen")
