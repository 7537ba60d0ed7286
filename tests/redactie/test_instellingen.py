"""The settings of the editor know every key of every model, in Dutch."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, Field

from familiegroepsplan.begrip import Begrippen
from familiegroepsplan.blok import BlokKop, VertalingKop
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.print.flyer import FlyerKop
from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import (
    blok_fields,
    config,
    config_text,
    github,
    gitlab,
    lokaal,
    model_fields,
)
from familiegroepsplan.redactie.veld import Maker


@pytest.fixture(scope="module")
def settings(project: Project) -> dict[str, Any]:
    return config(project, lokaal())


def collection(settings: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in settings["collections"] if one["name"] == name)


def names(fields: list[dict[str, Any]], pad: str = "") -> Iterator[str]:
    """Every field by its path."""
    for field in fields:
        whole = f"{pad}.{field['name']}".strip(".")
        yield whole
        yield from names(field.get("fields", []), whole)


def keys(schema: dict[str, Any], defs: dict[str, Any], pad: str = "") -> Iterator[str]:
    """Every key that a schema knows, by its path; lists and free mappings are gone through."""
    for key, one in schema.get("properties", {}).items():
        whole = f"{pad}.{key}".strip(".")
        yield whole
        yield from inside(one, defs, whole)


def inside(one: Any, defs: dict[str, Any], pad: str) -> Iterator[str]:
    if isinstance(one, dict):
        if "$ref" in one:
            yield from inside(defs[one["$ref"].rpartition("/")[2]], defs, pad)
        yield from keys(one, defs, pad)
        for part in (*one.get("anyOf", []), one.get("items"), one.get("additionalProperties")):
            yield from inside(part, defs, pad)


def known(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema(by_alias=True)
    return set(keys(schema, schema.get("$defs", {})))


def test_every_key_of_a_municipality_has_a_field(settings: dict[str, Any]) -> None:
    wanted = known(Gemeente)
    assert {"aanbieders.kosten.fa", "verordening.artikelen.uitleg.nl", "huisstijl.tokens"} <= wanted
    assert wanted <= set(names(collection(settings, "gemeenten")["fields"]))


def test_every_key_of_the_other_files_has_a_field(settings: dict[str, Any]) -> None:
    for name, model in (("landelijk", Landelijk), ("folders", FlyerKop), ("begrippen", Begrippen)):
        for file in collection(settings, name)["files"]:
            assert known(model) <= set(names(file["fields"])), file["name"]
    assert known(BlokKop) | known(VertalingKop) | {"body"} <= set(names(blok_fields()))


class Nieuw(BaseModel):
    """A model with a key that nobody has seen."""

    gloednieuw: str = Field(default="", max_length=40, title="Gloednieuw", description="Iets nieuws.")


class Uitgebreid(Gemeente):
    """A municipality with a new key."""

    gloednieuw: Nieuw | None = None


def test_a_new_key_in_the_model_shows(settings: dict[str, Any]) -> None:
    schema = Uitgebreid.model_json_schema(by_alias=True)
    made = Maker(schema["$defs"], lambda pad, one: (pad, "")).fields(schema)
    assert set(names(made)) - set(names(collection(settings, "gemeenten")["fields"])) == {
        "gloednieuw",
        "gloednieuw.gloednieuw",
    }


def test_a_new_key_without_dutch_words_is_an_error_at_once() -> None:
    with pytest.raises(KeyError, match="gloednieuw"):
        model_fields(Nieuw, "blok")


def test_fields_say_in_dutch_what_they_are_for_and_how_long_they_may_be(settings: dict[str, Any]) -> None:
    fields = {one["name"]: one for one in collection(settings, "gemeenten")["fields"]}
    website = fields["website"]
    assert website["label"] == "Website" and "Voorbeeld: https://www.utrecht.nl" in website["hint"]
    assert website["maxlength"] == 500 and website["pattern"][0] == "^https?://"
    provider = {one["name"]: one for one in fields["aanbieders"]["fields"]}
    assert provider["logo"]["widget"] == "file" and provider["talen"]["multiple"] is True
    assert [one["label"] for one in provider["omschrijving"]["fields"]][:2] == ["Nederlands", "Engels"]
    assert fields["herzien_voor"]["widget"] == "datetime" and fields["huisstijl"]["fields"][0]["widget"] == "color"


def test_every_field_has_a_dutch_label_of_its_own(settings: dict[str, Any]) -> None:
    def labels(fields: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
        for one in fields:
            yield one["name"], one.get("label", "")
            yield from labels(one.get("fields", []))

    for name in ("gemeenten", "blokken"):
        for key, label in labels(collection(settings, name)["fields"]):
            assert (label and "_" not in label and label[0].isupper()) or key == "_bron", key


def test_every_text_and_every_language_is_there(settings: dict[str, Any], project: Project) -> None:
    assert settings["i18n"]["locales"] == ["nl", "en", "ar", "tr", "pl", "uk", "ti", "fa"]
    files = {
        one["file"] for name in ("folders", "landelijk", "begrippen") for one in collection(settings, name)["files"]
    }
    there = [*project.flyers.glob("*/flyer.yml"), project.landelijk, *project.begrippen.glob("*.yml")]
    assert files == {path.relative_to(project.root).as_posix() for path in there}
    groups = {one["name"] for one in collection(settings, "woorden")["files"]}
    assert groups == {path.stem for path in (project.teksten / "nl").glob("*.yml")}


def test_the_same_models_give_the_same_bytes(project: Project) -> None:
    assert config_text(project, lokaal()) == config_text(project, lokaal())


def test_each_back_end_talks_to_itself_alone(project: Project) -> None:
    assert github("eigenaar/project").instelling["repo"] == "eigenaar/project"
    assert github("a/b").adressen == ("https://api.github.com",)
    assert gitlab("a/b/c").adressen == ("https://gitlab.com",)
    assert lokaal().adressen == ()
