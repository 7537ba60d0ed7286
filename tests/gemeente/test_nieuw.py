"""A new gemeente's file holds what the register knows, invents nothing, and reads without a fault."""

import re
from pathlib import Path

import pytest

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.gemeente.nieuw import new_gemeente_text, read_talen, without_file
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.register import RegisterGemeente, find, load_register

AWKWARD = ["'s-Hertogenbosch", "Den Haag", "Súdwest-Fryslân", "Bergen (NH.)", "Nuenen, Gerwen en Nederwetten"]


def known(naam: str) -> RegisterGemeente:
    gemeente = find(naam)
    assert gemeente is not None
    return gemeente


def read(text: str, slug: str, folder: Path) -> tuple[Gemeente | None, list[Melding]]:
    path = folder / f"{slug}.yml"
    path.write_text(text, encoding="utf-8")
    return read_gemeente(path, root=folder)


@pytest.mark.parametrize("naam", AWKWARD)
def test_a_new_file_with_a_website_reads_without_a_message(naam: str, tmp_path: Path) -> None:
    entry = known(naam)

    gemeente, meldingen = read(new_gemeente_text(entry, website="https://www.voorbeeld.nl"), entry.slug, tmp_path)

    assert meldingen == []
    assert gemeente and (gemeente.naam, gemeente.cbs_code, gemeente.slug) == (
        naam,
        entry.cbs_code,
        entry.slug,
    )
    assert gemeente.voorbeeld


@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.volledig)])
def test_every_gemeente_of_the_register_gets_a_file_that_reads(tmp_path: Path, step: int) -> None:
    for entry in load_register().gemeenten[::step]:
        gemeente, meldingen = read(new_gemeente_text(entry), entry.slug, tmp_path)
        assert meldingen == []
        assert gemeente and gemeente.website is None


def test_without_a_website_it_waits_as_the_first_key_to_fill_in() -> None:
    text = new_gemeente_text(known("Utrecht"))
    assert re.findall(r"(?m)^# (\w+):", text)[0] == "website"
    assert not re.search(r"(?m)^website:", text)


def test_address_and_languages_of_a_platform_are_filled_in(tmp_path: Path) -> None:
    text = new_gemeente_text(known("Utrecht"), site_url="https://plan.voorbeeld.nl/utrecht/", talen=["nl", "ar"])
    gemeente, meldingen = read(text, "utrecht", tmp_path)
    assert meldingen == []
    assert gemeente and (gemeente.site_url, gemeente.talen) == ("https://plan.voorbeeld.nl/utrecht/", ("nl", "ar"))


def test_a_gemeente_with_a_file_under_any_name_is_not_made_again(tmp_path: Path) -> None:
    every = without_file(tmp_path, root=tmp_path)
    (tmp_path / "utrecht.yml").write_text("kapot: [", encoding="utf-8")
    (tmp_path / "haag.yml").write_text('naam: Den Haag\ncbs_code: "0518"\n', encoding="utf-8")

    left = without_file(tmp_path, root=tmp_path)

    assert len(every) == len(load_register().gemeenten)
    assert {one.naam for one in every} - {one.naam for one in left} == {"Utrecht", "Den Haag"}


def test_every_key_of_the_model_stands_ready_as_a_comment() -> None:
    text = new_gemeente_text(known("Utrecht"))
    schema = json_schema()
    groups = [schema, *(group for group in schema["$defs"].values() if "description" in group)]

    for key in (key for group in groups for key in group["properties"]):
        assert re.search(rf"(?m)^#?[ -]*{key}:", text), key


def test_no_example_counts_as_data_when_its_hash_is_removed(tmp_path: Path) -> None:
    text = new_gemeente_text(known("Utrecht"), website="https://www.utrecht.nl")
    opened = re.sub(r"(?m)^# ", "", text.split("\n\n", 1)[1])

    _, meldingen = read(opened, "utrecht", tmp_path)

    assert {melding.code for melding in meldingen} <= {"waarde-leeg", "yaml-sleutel-ontbreekt"}


def test_colours_are_filled_in_and_the_other_keys_of_their_group_wait(tmp_path: Path) -> None:
    text = new_gemeente_text(known("Utrecht"), website="https://www.utrecht.nl", huisstijl={"kleur": "#ffe600"})
    gemeente, meldingen = read(text, "utrecht", tmp_path)
    assert gemeente and meldingen == [] and gemeente.huisstijl.kleur == "#ffe600"
    assert re.findall(r"(?m)^  # (\w+):", text) == ["linkkleur", "logo", "tokens", "drukprofiel"]
    assert "\n# huisstijl:" not in text


def test_languages_are_read_by_code_and_by_name() -> None:
    assert read_talen("nl, en;ar  ar") == ["nl", "en", "ar"]
    assert read_talen("Nederlands en Turks") == ["nl", "tr"]
    assert read_talen(" ") == ["nl"]
    with pytest.raises(ValueError, match=r'"engles" is geen taal .* bedoelt u "engels"'):
        read_talen("engles")
