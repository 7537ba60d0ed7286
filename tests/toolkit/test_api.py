"""What other systems read: whole, in the form that the schema says, and true about state and change."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.toolkit.catalogus import DCTERMS, OVERHEID, PRODUCT
from familiegroepsplan.toolkit.toolkit import Toolkit
from tests.toolkit.conftest import SITE, gemeente

ATOM = "{http://www.w3.org/2005/Atom}"


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("taal", ["nl", "en", "ar"])
def test_the_texts_are_in_the_form_of_the_schema(folder: Path, taal: str) -> None:
    schema, data = read(folder / "api/schema.json"), read(folder / f"api/{taal}/blokken.json")
    jsonschema.validate(data, schema)
    assert data["taal"] == taal and data["gemeente"]["naam"] == "A & <b>dam"


@pytest.mark.parametrize("damage", [{"vorm": 2}, {"blokken": [{}]}, {"extra": 1}, {"richting": "schuin"}])
def test_the_schema_refuses_another_form(folder: Path, damage: dict[str, Any]) -> None:
    data = read(folder / "api/nl/blokken.json") | damage
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, read(folder / "api/schema.json"))


def test_every_block_of_a_page_is_there_once_with_its_languages(folder: Path) -> None:
    blokken = {blok["id"]: blok for blok in read(folder / "api/nl/blokken.json")["blokken"]}
    assert len(blokken) == len(read(folder / "api/nl/blokken.json")["blokken"])
    assert blokken["rechten"]["talen"] == ["nl", "en", "ar"] and blokken["plicht"]["talen"] == ["nl", "en"]
    assert blokken["rechten"]["pagina"] == f"{SITE}je-rechten/#rechten"
    assert blokken["rechten"]["staat"] == "bron" and blokken["rechten"]["bronnen"]
    assert not any(naam.startswith("pagina-") for naam in blokken)


def test_a_translation_says_its_state_and_dutch_never_stands_in(folder: Path) -> None:
    data = read(folder / "api/ar/blokken.json")
    assert data["richting"] == "rtl"
    assert {blok["staat"] for blok in data["blokken"]} <= {"concept", "nagekeken", "verouderd"}
    assert all(blok["doelgroep"] == "gezin" for blok in data["blokken"])


def test_the_version_changes_with_the_text_and_with_nothing_else(
    project: Project, inhoud: Inhoud, folder: Path, tmp_path: Path
) -> None:
    Toolkit().make(gemeente(naam="Anders"), project, inhoud, tmp_path)
    before = {blok["id"]: blok["versie"] for blok in read(folder / "api/nl/blokken.json")["blokken"]}
    after = {blok["id"]: blok["versie"] for blok in read(tmp_path / "api/nl/blokken.json")["blokken"]}
    named = {naam for naam in after if "{{ gemeente.naam }}" in inhoud.blokken["nl"][naam].tekst}
    assert named and {naam for naam in after if after[naam] != before[naam]} >= named
    assert after["rechten"] == before["rechten"]


def test_the_index_names_files_that_are_there(folder: Path) -> None:
    index = read(folder / "api/index.json")
    paths = [index["schema_blokken"], index["samenwerkende_catalogi"]]
    paths += [row[key] for row in index["talen"] for key in ("blokken", "wijzigingen")]
    assert len(paths) == 8 and all((folder / "api" / path).is_file() for path in paths)
    for row in index["talen"]:
        assert row["aantal"] == len(read(folder / "api" / row["blokken"])["blokken"])


def test_the_feed_tells_the_latest_change_first(folder: Path, inhoud: Inhoud) -> None:
    feed = etree.parse(folder / "api/nl/wijzigingen.xml").getroot()
    dates = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert dates and dates == sorted(dates, key=str, reverse=True) and feed.findtext(f"{ATOM}updated") == dates[0]
    assert len(set(ids)) == len(ids)
    last = inhoud.wijzigingen["nl"]["rechten"][-1]
    (entry,) = [
        e for e in feed.iter(f"{ATOM}entry") if (e.findtext(f"{ATOM}id") or "").endswith(f"rechten-nl-{last.hash}")
    ]
    assert entry.findtext(f"{ATOM}summary") == last.wat


def test_samenwerkende_catalogi_has_what_its_model_asks(folder: Path) -> None:
    root = etree.parse(folder / "api/samenwerkende-catalogi.xml").getroot()
    products = root.findall(f"{{{PRODUCT}}}scproduct")
    assert len(products) > 50
    ids = set()
    for product in products:
        text = {etree.QName(e).localname: (e.text or "").strip() for e in product.iter(etree.Element)}
        for name in ("identifier", "title", "language", "type", "modified", "spatial", "authority", "abstract"):
            assert text[name], name
        assert text["onlineAanvragen"] == "nee" and text["productHTML"].startswith("<")
        ids.add(text["productID"])
        assert product.find(f".//{{{DCTERMS}}}audience").text == "particulier"  # type: ignore[union-attr]
        assert product.find(f".//{{{OVERHEID}}}authority").text == "A & <b>dam"  # type: ignore[union-attr]
    assert len(ids) == len(products) and "plicht-nl" not in ids


def test_without_an_address_there_is_nothing_to_embed(project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    Toolkit().make(gemeente(site_url=None), project, inhoud, tmp_path)
    assert not (tmp_path / "insluiten").exists() and not (tmp_path / "api/samenwerkende-catalogi.xml").exists()
    assert {b["pagina"] for b in read(tmp_path / "api/nl/blokken.json")["blokken"]} == {None}


def test_headers_let_others_frame_the_embedded_pages_alone(folder: Path) -> None:
    rules = (folder / "_headers").read_text("utf-8").split("\n/")
    framed = [rule for rule in rules if "frame-ancestors 'none'" not in rule and "X-Frame-Options" not in rule]
    assert [rule.splitlines()[0].lstrip("/") for rule in framed] == ["insluiten/*"]
    (material,) = [rule for rule in rules if rule.startswith("toolkit/*")]
    assert "style-src 'self' 'unsafe-inline'" in material and all("unsafe" not in r for r in rules if r != material)
    paths = {rule.splitlines()[0].lstrip("/") for rule in rules}
    assert {"", "index.html", "tips/*", "api/*"} <= paths and "*" not in paths
