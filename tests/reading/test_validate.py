"""A document held against a model: every fault at its place, in Dutch, whatever pydantic calls it."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from familiegroepsplan.errors import Wie
from familiegroepsplan.reading import parse_yaml, read_model, read_with_front_matter, validate


class Deel(BaseModel):
    model_config = ConfigDict(extra="forbid")
    soort: Literal["een", "twee"] = "een"
    namen: list[str] = Field(default=[], max_length=2)


class Geheel(BaseModel):
    model_config = ConfigDict(extra="forbid")
    titel: str = Field(max_length=10, min_length=1)
    deel: Deel | None = None
    delen: tuple[Deel, ...] = ()
    getallen: dict[str, int] = {}
    code: str = Field(default="a", pattern="^[a-z]$", alias="kode")


def messages(text: str) -> list[str]:
    document, meldingen = parse_yaml(text, "x.yml")
    assert document is not None and meldingen == []
    model, meldingen = validate(Geheel, document, pad="x.yml")
    assert (model is None) == bool(meldingen)
    return [f"{melding.plaats.regel}:{melding.plaats.kolom}: {melding.sleutel}: {melding.wat}" for melding in meldingen]


def test_a_right_document_gives_the_model() -> None:
    document, _ = parse_yaml("titel: x\ndelen: [{soort: twee}]\n", "x.yml")
    assert document is not None

    model, meldingen = validate(Geheel, document, pad="x.yml")

    assert meldingen == []
    assert model == Geheel(titel="x", delen=(Deel(soort="twee"),))


def test_each_fault_stands_at_its_own_place() -> None:
    assert messages("titel: veel te lange titel\ndeel:\n  soort: drie\n  namen: [a, b, c]\n  namn: x\n") == [
        "1:8: titel: de tekst is langer dan 10 tekens",
        "3:10: deel.soort: 'drie' kan hier niet",
        "4:10: deel.namen: meer dan 2 onderdelen",
        "5:3: deel.namn: onbekende sleutel",
    ]


def test_kinds_of_pydantic_without_words_of_their_own_are_still_dutch() -> None:
    assert messages("titel: x\ngetallen: {a: veel}\nkode: ab\n") == [
        "2:15: getallen.a: deze waarde past hier niet",
        "3:7: kode: deze waarde past hier niet",
    ]


def test_an_alias_is_the_key_that_counts() -> None:
    assert messages("titel: x\ncode: a\n") == ["2:1: code: onbekende sleutel"]


def test_an_empty_list_item_is_a_fault_and_an_empty_group_is_not() -> None:
    assert messages("titel: x\ndeel: {soort: , namen: }\ndelen:\n  - soort:\n") == ["4:5: delen[1]: hier staat niets"]


def test_read_model_says_who_must_act_and_gives_all_messages_in_order(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("titel: een twee drie vier\nrest: 1\nrest: 2\ndeel: Wijk\u200b\n", encoding="utf-8")

    model, meldingen = read_model(path, Geheel, root=tmp_path, wie=Wie.REDACTIE)

    assert model is None
    assert [melding.plaats.regel for melding in meldingen] == [1, 3, 4, 4]
    assert {melding.wie for melding in meldingen} == {Wie.REDACTIE}


def test_one_fault_gives_one_message(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("titel: #x\n", encoding="utf-8")

    assert [melding.code for melding in read_model(path, Geheel, root=tmp_path)[1]] == ["yaml-hekje"]


def test_front_matter_is_read_with_the_lines_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\ntitel: x\nonbekend: y\n---\n\n# Kop\n", encoding="utf-8")

    model, parts, meldingen = read_with_front_matter(path, Geheel, root=tmp_path)

    assert model is None
    assert parts and (parts.body, parts.body_first_line) == ("\n# Kop\n", 5)
    assert [str(melding.plaats) for melding in meldingen] == ["x.md:3:1"]
    assert meldingen[0].wie is Wie.REDACTIE
