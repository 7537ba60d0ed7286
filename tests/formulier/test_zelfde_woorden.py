"""The form says of a mistake what `fgp check` says of it, word for word."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from pydantic import create_model

from familiegroepsplan.errors import Plaats
from familiegroepsplan.gemeente import read_gemeente
from familiegroepsplan.gemeente.adressen import ContactUri, EMail, SitePad, SiteUrl, Telefoon, Url
from familiegroepsplan.gemeente.onderdeel import Onderdeel
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.gemeente.veldtypen import CbsCode, Cvdr, Datum, JaNee, Kleur
from familiegroepsplan.huisstijl.palet import derive_palet, palet_meldingen
from familiegroepsplan.reading import Document, validate
from familiegroepsplan.register import find, load_register, nearest
from familiegroepsplan.taal import TALEN
from tests.conftest import ROOT
from tests.formulier.conftest import Rekenwerk, load, told

FOUTEN = ROOT / "tests" / "gemeente" / "fouten"

NIET_TE_MAKEN = {
    "de YAML zelf: het formulier schrijft die": (
        "accolade-open accolades-uit-sjabloon alleen-lijst alleen-tekst anker apenstaart-vooraan "
        "apostrof-in-aanhalingstekens backslash bom diep dubbel-aanhalingsteken-open dubbele-punt-vergeten "
        "dubbele-punt-vergeten-eerste-regel dubbele-sleutel dubbele-sleutel-diep dubbele-sleutel-met-inhoud "
        "enkel-aanhalingsteken-open haak-open haak-te-veel hekje-in-lijst inspringen-ongelijk inspringen-te-ver "
        "kleur-zonder-aanhalingstekens leeg lege-sleutel lege-tekst lijst-op-dezelfde-regel niet-utf8 procent-vooraan "
        "richtlijn sleutel-is-lijst spatie-na-dubbele-punt-vergeten tab tab-na-spaties tag tag-eigen "
        "teken-half teken-ontsnapt tekst-na-blokteken tweede-document tweede-dubbele-punt utf16 verplicht-leeg "
        "verwijzing waarschuwing-hekje-in-tekst"
    ),
    "sleutels en soorten: het formulier heeft alleen de goede velden": (
        "groep-waar-lijst-hoort groep-waar-tekst-hoort leeg-onderdeel lijst-waar-groep-hoort lijst-waar-tekst-hoort "
        "sleutel-hoofdletter sleutel-onbekend sleutel-samenvoegen sleutel-streepje sleutel-typefout "
        "sleutel-verkeerde-plek tekst-waar-groep-hoort tekst-waar-lijst-hoort taalcode-in-tekst"
    ),
    "keuzes: het formulier biedt alleen aan wat kan": (
        "ja-nee keuze keuze-bijna taalcode taalcode-hoofdletter talen-dubbel talen-zonder-nl"
    ),
    "paden: het formulier maakt ze van het gekozen bestand": (
        "bestand-is-map bestand-koppeling bestand-ontbreekt bestand-soort pad-absoluut pad-backslash pad-omhoog "
        "pad-schijf pad-verborgen"
    ),
    "tekens die een invoerveld zelf weghaalt of omzet": "teken-nul",
    "andere velden tegelijk fout die het formulier niet heeft": "veel-tegelijk",
}
"""The planted files whose fault nobody can make by filling in fields, and why."""

TE_MAKEN = sorted(
    path.stem.removeprefix("fout-")
    for path in FOUTEN.glob("fout-*.yml")
    if path.stem.removeprefix("fout-") not in " ".join(NIET_TE_MAKEN.values()).split()
)


STANDS_FOR = {0x1B: "\ue01b", 0x85: "\ue085"}
MEANT = {ord(mark): chr(code) for code, mark in STANDS_FOR.items()}
"""PyYAML, with which this test reads the planted files, takes no escape character and a U+0085 for a line end."""


def said_by_check(path: Path) -> list[str]:
    """The messages of the reader without their places, as the form shows them."""
    _, meldingen = read_gemeente(path, root=ROOT)
    return sorted(f"{melding.wat} - {melding.doe}" for melding in meldingen)


def leaves(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    """Every text in the data of a file, with the way to it."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [(path, str(value))] if value is not None else []


def type_in(page: Page, data: dict[str, object]) -> None:
    """Fill in the fields one by one as somebody would."""
    for number, (old, new) in enumerate(dict(data.pop("doorverwijzingen", {})).items()):  # type: ignore[call-overload]
        page.click("#g-doorverwijzingen-erbij")
        page.fill(f"#g-doorverwijzingen-{number}-oud", old)
        page.fill(f"#g-doorverwijzingen-{number}-nieuw", new)
    page.evaluate("() => document.querySelectorAll('details').forEach((een) => { een.open = true; })")
    for path, text in leaves(data):
        if "aanbieders" in path and not page.locator(f"#g-aanbieders-{path[1]}-naam").count():
            page.click("#g-aanbieders-erbij")
        if path[0] == "talen":
            page.check(f"#g-talen-{text}") if text != "nl" else None
        elif path[0] == "voorbeeld":
            page.check("#g-voorbeeld")
        else:
            if path[-1] in TALEN and path[-1] != "nl":
                page.check(f"#g-talen-{path[-1]}")
            page.fill(found_id(page, "-".join(("g", *map(str, path)))), text.translate(MEANT))


def found_id(page: Page, name: str) -> str:
    """The field; a text given without a language is the Dutch one."""
    return f"#{name}" if page.locator(f"input#{name}, textarea#{name}").count() else f"#{name}-nl"


def test_every_planted_file_is_either_made_in_the_form_or_explained() -> None:
    known = {path.stem.removeprefix("fout-") for path in FOUTEN.glob("fout-*.yml")}
    listed = " ".join(NIET_TE_MAKEN.values()).split()
    assert set(listed) <= known and len(listed) == len(set(listed))
    assert len(TE_MAKEN) >= 35


def check_made(page: Page, name: str) -> None:
    path = FOUTEN / f"fout-{name}.yml"
    type_in(page, yaml.load(path.read_text("utf-8").translate(STANDS_FOR), yaml.BaseLoader))
    page.click("#download")
    words = sorted({text for _, text in told(page)})
    warning = [text for text in words if "register" in text]
    assert (words if path.stem.startswith("fout-waarschuwing") else [w for w in words if w not in warning]) == sorted(
        set(said_by_check(path))
    ), name


@pytest.mark.parametrize("name", ["datum-einde-voor-begin", "doorverwijzing-naar-zichzelf"])
def test_a_planted_fault_typed_into_the_form_is_told_at_its_field_in_the_same_words(formulier: Page, name: str) -> None:
    check_made(formulier, name)


@pytest.mark.volledig
@pytest.mark.parametrize("name", TE_MAKEN)
def test_every_planted_fault_that_can_be_made_is_told_in_the_same_words(formulier: Page, name: str) -> None:
    check_made(formulier, name)


LEESBAAR = sorted(
    path
    for path in FOUTEN.glob("fout-*.yml")
    if not re.search("bestand-(is-map|koppeling|ontbreekt)|accolades-uit|veel-tegelijk|sleutel-is-lijst", path.stem)
)
"""Planted files; left out are those about files on a disk, which a page cannot see, and keys that are no text."""

SYNTAX = "deze regel kan een computer niet lezen"


@pytest.mark.parametrize("path", LEESBAAR, ids=lambda path: path.stem)
def test_a_faulty_file_that_is_opened_is_told_the_same(reken: Rekenwerk, path: Path) -> None:
    data = list(path.read_bytes())
    found = reken(
        """(f, bytes) => {
            const { tekst, fouten } = f.ontcijfer(new Uint8Array(bytes));
            if (tekst === undefined) return fouten;
            const gelezen = f.lees(tekst);
            return [...gelezen.fouten, ...(gelezen.data ? f.controleer(gelezen.data) : [])];
        }""",
        data,
    )
    words = sorted({f"{one['wat']} - {one['doe']}" for one in found})
    if words and words[0].startswith(SYNTAX):
        assert len(words) == 1
    else:
        expected = {text.replace("maar is leeg", "maar ontbreekt") for text in said_by_check(path)}
        assert expected <= set(words), (words, expected)


def test_an_opened_file_shows_its_faults_at_the_fields(formulier: Page) -> None:
    load(formulier, "fout-veel.yml", (FOUTEN / "fout-veel-tegelijk.yml").read_bytes())
    assert ("g-herzien_voor", "2027-13-01 bestaat niet - controleer dag en maand") in told(formulier)
    listed = formulier.locator(".bestandmelding .melding").all_text_contents()
    assert "onbekende sleutel - bedoelt u 'huisstijl'?" in listed


SOORTEN: dict[str, Any] = {
    "url": Url,
    "site-url": SiteUrl,
    "e-mail": EMail,
    "telefoon": Telefoon,
    "meldadres": ContactUri,
    "pad-site": SitePad,
    "datum": Datum,
    "kleur": Kleur,
    "cbs-code": CbsCode,
    "cvdr": Cvdr,
    "ja-nee": JaNee,
}
_STUKKEN = """
    https:// http:// www.utrecht.nl utrecht voorbeeld.nl / : ? # @ . .. - -- _ + ( ) 030 123 45 14 0 00 2027 -11- -01
    1-1-2027 2027-02-29 2028-02-29 CVDR 482304 /1 _1 #ec0000 ec0 ABC #ABCDEF mailto: info@ javascript: data: 99999
    [::1] é ß ١ ja Nee true x xx a.b %20 ~ ' " < { ; , = &
"""
STUKKEN = [*_STUKKEN.split(), " ", "  "]


def random_values(count: int) -> list[str]:
    chance = random.Random(count)
    return ["".join(chance.choices(STUKKEN, k=chance.randint(1, 5))) for _ in range(count)] + ["x" * 600, "1" * 40]


def compare_rules(reken: Rekenwerk, count: int) -> None:
    values = random_values(count)
    schema = json_schema()
    kinds = {
        form["x-soort"]: form.get("maxLength")
        for group in (schema, *schema["$defs"].values())
        for field in group.get("properties", {}).values()
        if (form := field.get("anyOf", [field])[0]).get("x-soort")
    } | {"pad-site": 300}
    for soort, kind in SOORTEN.items():
        model = create_model("M", __base__=Onderdeel, x=(kind, ...))
        deel = {"veld": soort, "meeste": kinds[soort]}
        found = reken("(f, [deel, waarden]) => waarden.map((een) => f.tekstfout(een, deel) ?? null)", [deel, values])
        for value, one in zip(values, found, strict=True):
            _, meldingen = validate(model, Document({"x": value}), pad="x.yml")
            expected = [f"{melding.wat} - {melding.doe}" for melding in meldingen]
            assert ([f"{one['wat']} - {one['doe']}"] if one else []) == expected, (soort, value)


def test_the_rules_of_values_agree_on_many_values(reken: Rekenwerk) -> None:
    compare_rules(reken, 100)


@pytest.mark.volledig
def test_the_rules_of_values_agree_on_very_many_values(reken: Rekenwerk) -> None:
    compare_rules(reken, 3000)


def colours(count: int) -> list[str]:
    chance = random.Random(8)
    known = ["#ffd200", "#ffffff", "#000000", "#808080", "#ec0000", "#004699", "#ffe600", "#00ff00", "#c8c8c8"]
    return known + [f"#{chance.randrange(1 << 24):06x}" for _ in range(count)]


def compare_palettes(reken: Rekenwerk, kleuren: list[str]) -> None:
    pairs = [[kleur, kleuren[-index] if index % 3 == 0 else None] for index, kleur in enumerate(kleuren)]
    found = reken("(f, paren) => paren.map(([a, b]) => f.maakPalet(a, b ?? undefined))", pairs)
    for (kleur, linkkleur), palet in zip(pairs, found, strict=True):
        assert kleur is not None
        assert palet == derive_palet(kleur, linkkleur).kleuren(), (kleur, linkkleur)
    said = reken("(f, kleuren) => kleuren.map((een) => f.linkmelding('#0f5c63', een) ?? null)", kleuren)
    for kleur, one in zip(kleuren, said, strict=True):
        expected = [(m.wat, m.doe) for m in palet_meldingen("#0f5c63", kleur, Plaats("x.yml"))]
        assert ([(one["wat"], one["doe"])] if one else []) == expected


def test_the_palette_and_the_nearest_colours_are_those_of_the_build(reken: Rekenwerk) -> None:
    compare_palettes(reken, colours(8))


@pytest.mark.volledig
def test_the_palette_is_that_of_the_build_for_many_colours(reken: Rekenwerk) -> None:
    compare_palettes(reken, colours(800))


def test_the_register_finds_the_same(reken: Rekenwerk) -> None:
    names = [one.naam for one in load_register().gemeenten]
    names += ["Bergen", "den bosch", "Súdwest-Fryslân", "sudwest-fryslan", "Regio Oost", "Utrect", "Nuenen", "x"]
    found = reken("(f, namen) => namen.map((een) => [f.zoek(een)?.code ?? null, f.slugVan(een)])", names)
    assert [code for code, _ in found] == [one.cbs_code if (one := find(naam)) else None for naam in names]
    assert [slug for _, slug in found][:342] == [one.slug for one in load_register().gemeenten]
    near = reken("(f, namen) => namen.map((een) => f.lijktOp(een).map((one) => one.code))", names[342:])
    assert near == [[one.cbs_code for one in nearest(naam)] for naam in names[342:]]
