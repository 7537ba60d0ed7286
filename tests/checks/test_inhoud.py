"""The real texts of the project: no errors, and readable."""

import re
from datetime import date
from pathlib import Path

import pytest

from familiegroepsplan.checks import averages, check_gemeente, check_texts
from familiegroepsplan.errors import Ernst, Melding
from familiegroepsplan.gemeente import read_gemeenten
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project, find_project


@pytest.fixture(scope="module")
def project() -> Project:
    found = find_project(Path(__file__))
    assert found
    return found


@pytest.fixture(scope="module")
def inhoud(project: Project) -> Inhoud:
    return load_inhoud(project)


@pytest.fixture(scope="module")
def found(project: Project, inhoud: Inhoud) -> list[Melding]:
    return check_texts(project, inhoud, date.today())


def test_our_texts_have_no_errors(found: list[Melding]) -> None:
    assert [str(melding) for melding in found if melding.ernst is Ernst.FOUT] == []


def test_our_texts_explain_every_difficult_word_and_read_easily(found: list[Melding]) -> None:
    codes = {"vaktaal", "begrip-vorm", "leesbaarheid", "leesbaarheid-gemiddelde"}
    assert [str(melding) for melding in found if melding.code in codes] == []


def test_our_municipalities_have_no_errors(project: Project, inhoud: Inhoud) -> None:
    gemeenten, _ = read_gemeenten(project.gemeenten, root=project.root)
    assert gemeenten
    for gemeente in gemeenten:
        found = check_gemeente(gemeente, project, inhoud, date.today())
        assert [str(melding) for melding in found if melding.ernst is Ernst.FOUT] == []


def test_blocks_for_families_read_easily_on_average(inhoud: Inhoud) -> None:
    families = averages(inhoud)["gezin"]
    assert families.score >= 70
    assert families.woorden_per_zin <= 12


def test_a_message_leaves_room_for_a_link_in_a_post_of_280_characters(inhoud: Inhoud) -> None:
    for taal, blokken in inhoud.blokken.items():
        if blok := blokken.get("berichten"):
            messages = re.split(r"^## .*$", blok.tekst, flags=re.MULTILINE)[1:]
            assert len(messages) == 6, taal
            assert [text for text in map(str.strip, messages) if len(text) > 240] == [], taal
