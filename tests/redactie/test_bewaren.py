"""A file is changed in place: what nobody edited stays letter for letter, and what was edited is read back as meant."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from familiegroepsplan.reading import parse_yaml
from tests.conftest import ROOT
from tests.redactie.conftest import InBrowser, serving

START = """async () => {
  const [{ lees, schrijf }, { parse }] = await Promise.all([import("./bewaren.js"), import("./bibliotheek/yaml.js")]);
  const config = parse(await (await fetch("config.yml")).text());
  const velden = (pad) => {
    const taal = pad.split("/")[2];
    for (const one of config.collections) {
      if (one.folder && pad.startsWith(`${one.folder}/`) && pad.endsWith(`.${one.extension}`)) return one.fields;
      const file = (one.files ?? []).find(({ file }) => file.replace("{{locale}}", taal) === pad);
      if (file) return file.fields;
    }
  };
  const zet = (data, pad, waarde) => {
    const delen = pad.split(".");
    const laatste = delen.pop();
    const plek = delen.reduce((one, key) => (one[key] ??= {}), data);
    if (laatste === "+") plek.push(waarde);
    else if (laatste === "-") plek.splice(waarde, 1);
    else if (laatste === "verplaats") plek.splice(waarde[1], 0, plek.splice(waarde[0], 1)[0]);
    else plek[laatste] = waarde;
  };
  window.bewaar = (pad, text, stappen) => {
    const data = structuredClone(lees(text, velden(pad)));
    for (const [plek, waarde] of stappen) zet(data, plek, waarde);
    return `${schrijf(data, velden(pad)).trim()}\\n`;
  };
  window.alles = async (talen) => {
    const texts = await (await fetch("../_map/", { headers: { "X-Redactie": "1" } })).json();
    const fout = [];
    let goed = 0;
    for (const [pad, text] of Object.entries(texts)) {
      const taal = /^content\\/(?:blocks|teksten|begrippen)\\/(..)/.exec(pad)?.[1];
      if (text === null || !velden(pad) || (taal && !talen.includes(taal))) continue;
      if (window.bewaar(pad, text, []) === text) goed += 1;
      else fout.push(pad);
    }
    return { goed, fout };
  };
}"""


@pytest.fixture(scope="module")
def adres(admin: Path) -> Iterator[str]:
    """The editor on the project itself: it is read here, never written."""
    with serving(ROOT, admin) as server:
        yield server.adres


@pytest.mark.parametrize(
    "talen",
    [["nl", "ar"], pytest.param(["en", "tr", "pl", "uk", "ti", "fa"], marks=pytest.mark.volledig)],
    ids=["nl, ar", "de andere"],
)
def test_every_file_of_the_project_comes_out_as_it_went_in(adres: str, in_browser: InBrowser, talen: list[str]) -> None:
    def look(page: Page) -> Any:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        return page.evaluate("(talen) => alles(talen)", talen)

    found = in_browser(look)
    assert found["fout"] == []
    blocks, words = ROOT / "content/blocks", ROOT / "content/teksten"
    texts = [path for taal in talen for path in (*(blocks / taal).glob("*.md"), *(words / taal).glob("*.yml"))]
    assert found["goed"] > len(texts) + 10


TRY = "(x) => { try { return bewaar(...x) } catch (error) { return `fout: ${error}` } }"
Stap = tuple[str, Any]
GEMEENTE = """\
# Eigen commentaar bovenaan
naam: Amsterdam  # de hoofdstad
cbs_code: "0363"
website:   https://www.amsterdam.nl
talen: [nl, "en",  ar]
huisstijl:
  kleur: '#ec0000'

toegang: {naam: Wijkteam, telefoon: "020 1"}

# De aanbieders, in volgorde van afspraak
aanbieders:
  # de eerste
  - naam: Eigen Kracht
    omschrijving:
      nl: Een regel.
      en: "A line."
    kosten: gratis   # nagevraagd
    gecontroleerd_op:
  # de tweede
  - naam: Eigen Plan
    omschrijving: Alleen Nederlands.
    verwijzing_nodig: true
klachten:
  tekst: |
    Eerste regel.

    Tweede regel.
doorverwijzingen:
  /oud/: /nieuw/   # sinds 2024
blokken:
  wachten: amsterdam/wachten.md
"""
GEVALLEN: dict[str, tuple[list[Stap], list[str]]] = {
    "niets": ([], []),
    "een tekst houdt zijn commentaar": (
        [("naam", "Mokum")],
        ["-naam: Amsterdam  # de hoofdstad", "+naam: Mokum  # de hoofdstad"],
    ),
    "aanhalingstekens blijven van hun soort": (
        [("cbs_code", "0364"), ("huisstijl.kleur", "#00ff00")],
        ['-cbs_code: "0363"', '+cbs_code: "0364"', "-  kleur: '#ec0000'", "+  kleur: '#00ff00'"],
    ),
    "wat kaal iets anders zou zijn, krijgt aanhalingstekens": (
        [("naam", "plan: b #1")],
        ["-naam: Amsterdam  # de hoofdstad", '+naam: "plan: b #1"  # de hoofdstad'],
    ),
    "een taal erbij houdt de andere zoals ze staan": (
        [("talen", ["nl", "en", "ar", "tr"])],
        ['-talen: [nl, "en",  ar]', '+talen: [nl, "en", ar, tr]'],
    ),
    "een lege sleutel krijgt een waarde": (
        [("aanbieders.0.gecontroleerd_op", "2026-11-27")],
        ["-    gecontroleerd_op:", "+    gecontroleerd_op: 2026-11-27"],
    ),
    "een waarde die weg is, laat de sleutel staan": (
        [("aanbieders.0.kosten", None)],
        ["-    kosten: gratis   # nagevraagd", "+    kosten:   # nagevraagd"],
    ),
    "een nieuwe sleutel komt op de plek van het model": (
        [("site_url", "https://plan.example/"), ("contact", {"naam": "Team", "telefoon": "14 020"})],
        ["+site_url: https://plan.example/", "+contact:", "+  naam: Team", '+  telefoon: "14 020"'],
    ),
    "een taal erbij in een tekst": (
        [("aanbieders.0.omschrijving.ar", "سطر")],
        ['+      ar: "سطر"'],
    ),
    "een taal weg neemt haar regel mee": (
        [("aanbieders.0.omschrijving.en", "")],
        ['-      en: "A line."'],
    ),
    "een Nederlandse tekst blijft een tekst": (
        [("aanbieders.1.omschrijving.nl", "Nu anders.")],
        ["-    omschrijving: Alleen Nederlands.", "+    omschrijving: Nu anders."],
    ),
    "een Nederlandse tekst met een vertaling wordt een tekst per taal": (
        [("aanbieders.1.omschrijving.en", "English too.")],
        [
            "-    omschrijving: Alleen Nederlands.",
            "+    omschrijving:",
            "+      nl: Alleen Nederlands.",
            "+      en: English too.",
        ],
    ),
    "een aanbieder erbij": (
        [("aanbieders.+", {"naam": "Derde", "talen": ["nl", "tr"]})],
        ["+  - naam: Derde", "+    talen: [nl, tr]"],
    ),
    "de eerste aanbieder weg": (
        [("aanbieders.-", 0)],
        [
            "-  - naam: Eigen Kracht",
            "-    omschrijving:",
            "-      nl: Een regel.",
            '-      en: "A line."',
            "-    kosten: gratis   # nagevraagd",
            "-    gecontroleerd_op:",
        ],
    ),
    "een waarde in accolades": (
        [("toegang.telefoon", "020 2"), ("toegang.naam", "Team, wijk")],
        ['-toegang: {naam: Wijkteam, telefoon: "020 1"}', '+toegang: {naam: "Team, wijk", telefoon: "020 2"}'],
    ),
    "een sleutel erbij in accolades": (
        [("toegang.e_mail", "a@b.nl")],
        [
            '-toegang: {naam: Wijkteam, telefoon: "020 1"}',
            '+toegang: {naam: Wijkteam, telefoon: "020 1", e_mail: a@b.nl}',
        ],
    ),
    "een tekst van meer regels": (
        [("klachten.tekst.nl", "Eerste regel.\n\nTweede regel is anders.\n")],
        ["-    Tweede regel.", "+    Tweede regel is anders."],
    ),
    "een doorverwijzing erbij en een anders": (
        [("doorverwijzingen.0._waarde", "/anders/"), ("doorverwijzingen.+", {"_sleutel": "/weg/", "_waarde": "/"})],
        ["-  /oud/: /nieuw/   # sinds 2024", "+  /oud/: /anders/   # sinds 2024", "+  /weg/: /"],
    ),
    "een eigen blok": (
        [("blokken.+", {"_sleutel": "tips", "nl": "/amsterdam/tips.md"})],
        ["+  tips:", "+    nl: amsterdam/tips.md"],
    ),
    "een ander bestand voor een blok": (
        [("blokken.0.nl", "/amsterdam/anders.md")],
        ["-  wachten: amsterdam/wachten.md", "+  wachten: amsterdam/anders.md"],
    ),
    "hekjes, accolades en regeleinden zijn tekst": (
        [("aanbieders.0.naam", "}} {{ #a: |\n- b")],
        ["-  - naam: Eigen Kracht", "+  - naam: |-", "+      }} {{ #a: |", "+      - b"],
    ),
}


def changed(old: str, new: str) -> list[str]:
    rows = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[2:]
    return [row for row in rows if not row.startswith("@@")]


def test_each_edit_changes_its_lines_alone(adres: str, in_browser: InBrowser) -> None:
    def look(page: Page) -> dict[str, str]:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        pad = "content/municipalities/amsterdam.yml"
        return {naam: page.evaluate(TRY, [pad, GEMEENTE, stappen]) for naam, (stappen, _) in GEVALLEN.items()}

    made = in_browser(look)
    found = {naam: changed(GEMEENTE, text) for naam, text in made.items()}
    assert found == {naam: rows for naam, (_, rows) in GEVALLEN.items()}
    for naam, text in made.items():
        document, meldingen = parse_yaml(text, naam)
        assert document is not None and meldingen == [], naam


BLOK = '---\ntitel: "Kop"\nbronnen: [a, b §1]\ndoelgroep: gezin   # voor wie\n---\n\nEen zin.\n\n## Kop {#k}\n'


def test_front_matter_and_text_change_apart(adres: str, in_browser: InBrowser) -> None:
    def look(page: Page) -> list[str]:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        pad = "content/blocks/nl/waarom.md"
        edits: list[list[Stap]] = [
            [("body", "Een andere zin.\n\n## Kop {#k}")],
            [("titel", "Andere kop")],
            [("status", "nagekeken"), ("vertaling_van", "0123456789ab")],
        ]
        texts = [page.evaluate("(x) => bewaar(...x)", [pad, BLOK, one]) for one in edits]
        new = [("titel", "Nieuw: kop"), ("vertaling_van", "0123456789ab"), ("body", "Tekst.")]
        return [*texts, page.evaluate("(x) => bewaar(...x)", ["content/blocks/ar/waarom.md", "", new])]

    text, title, state, translation = in_browser(look)
    assert changed(BLOK, text) == ["-Een zin.", "+Een andere zin."]
    assert changed(BLOK, title) == ['-titel: "Kop"', '+titel: "Andere kop"']
    assert state == BLOK, "the Dutch text has no state of a translation"
    assert translation == '---\nvertaling_van: "0123456789ab"\ntitel: "Nieuw: kop"\n---\nTekst.\n'


def test_a_file_from_windows_keeps_its_line_ends(adres: str, in_browser: InBrowser) -> None:
    windows = [text.replace("\n", "\r\n") for text in (GEMEENTE, BLOK)]

    def look(page: Page) -> list[str]:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        edits: list[list[Any]] = [
            ["content/municipalities/amsterdam.yml", windows[0], [("naam", "Mokum")]],
            ["content/blocks/nl/waarom.md", windows[1], [("body", "Een andere zin.\n\n## Kop {#k}")]],
        ]
        return [page.evaluate("(x) => bewaar(...x)", one) for one in edits]

    made = in_browser(look)
    assert [row.rstrip("\r") for row in changed(windows[0], made[0])] == GEVALLEN["een tekst houdt zijn commentaar"][1]
    assert changed(windows[1], made[1]) == ["-Een zin.", "+Een andere zin."]
    for text in made:  # Sveltia ends every file with one plain line end
        assert text.removesuffix("\n").count("\n") == text.count("\r\n") >= 8


def test_a_file_that_cannot_be_read_is_not_written(adres: str, in_browser: InBrowser) -> None:
    def look(page: Page) -> str:
        page.goto(f"{adres}/admin/redactie.css")
        page.evaluate(START)
        return str(page.evaluate(TRY, ["content/landelijk.yml", 'bronnen: {a: "open\n', []]))

    assert in_browser(look).startswith("fout: ")


def test_the_hash_of_a_text_is_that_of_the_project(adres: str, in_browser: InBrowser) -> None:
    from familiegroepsplan.blok import text_hash

    texts = ["Een  zin.\n", "سطر\n\n- a", "", "a\tb\u00a0c"]

    def look(page: Page) -> list[str]:
        page.goto(f"{adres}/admin/redactie.css")
        script = """async (texts) => {
          window.createClass = (x) => x;
          const { tekstHash } = await import("./vertaalstaat.js");
          return Promise.all(texts.map(tekstHash));
        }"""
        return list(page.evaluate(script, texts))

    assert in_browser(look) == [text_hash(text) for text in texts]
