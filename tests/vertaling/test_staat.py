"""The state of a translation follows from the Dutch text, and a small correction keeps it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from familiegroepsplan.blok import VertalingKop, text_hash
from familiegroepsplan.checks import check_texts
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.geheugen import memory_path, recall, remember
from familiegroepsplan.vertaling.staat import Staat, taalstaat
from familiegroepsplan.vertaling.werk import Werkstuk, everything, to_do
from tests.conftest import ROOT
from tests.vertaling.conftest import ENGELS, NEDERLANDS, write_dutch, write_english

ANDERS = NEDERLANDS.replace("Een buurvrouw met een hond", "Een buurman met een hond")
NAGEKEKEN = "status: nagekeken\nnagekeken_door: Jane Doe\nnagekeken_op: 2026-10-01"


def state(klein: Project) -> Staat:
    return taalstaat(load_inhoud(klein), "en").blokken["proef"]


def pieces(klein: Project) -> dict[str, Werkstuk]:
    inhoud = load_inhoud(klein)
    work = next(one for one in everything(klein, inhoud, "en") if one.origineel.naam == "proef")
    return {stuk.id: stuk for stuk in work.stukken}


def test_a_block_is_missing_concept_checked_or_stale(klein: Project) -> None:
    assert state(klein) is Staat.CONCEPT
    write_english(klein, ENGELS, NAGEKEKEN)
    assert state(klein) is Staat.NAGEKEKEN
    write_dutch(klein, ANDERS)
    assert state(klein) is Staat.VEROUDERD
    (klein.blocks / "en/proef.md").unlink()
    assert state(klein) is Staat.ONTBREEKT


def test_white_space_and_front_matter_make_no_translation_stale(klein: Project) -> None:
    write_dutch(klein, NEDERLANDS.replace("Je begint een", "Je begint\neen"), "vervangbaar: ja\n")
    assert state(klein) is Staat.CONCEPT


def test_a_small_correction_keeps_the_translations_of_the_texts_it_names(klein: Project) -> None:
    write_dutch(klein, ANDERS, f"kleine_wijziging_van: [{text_hash(NEDERLANDS)}]\n")
    assert state(klein) is Staat.CONCEPT
    found = check_texts(klein, load_inhoud(klein), date(2026, 11, 1), {"nl"})
    assert "vertaling-verouderd" not in {melding.code for melding in found}
    write_dutch(klein, ANDERS, "kleine_wijziging_van: [0123456789ab]\n")
    assert state(klein) is Staat.VEROUDERD


def test_what_is_no_hash_is_refused_as_a_small_correction(klein: Project) -> None:
    write_dutch(klein, ANDERS, "kleine_wijziging_van: [gisteren]\n")
    assert [m.plaats.regel for m in load_inhoud(klein).meldingen] == [6]


def test_texts_for_professionals_belong_in_english_only(klein: Project) -> None:
    inhoud = load_inhoud(klein)
    assert "plicht" in taalstaat(inhoud, "en").blokken
    assert "plicht" not in taalstaat(inhoud, "ar").blokken


def test_words_glossary_and_national_texts_that_lack_a_language_are_told(klein: Project) -> None:
    assert taalstaat(load_inhoud(klein), "ar").woorden
    assert taalstaat(load_inhoud(klein), "ar").begrippen == ("gezag", "jeugdhulp")
    assert all(key.count(".") == 2 for key in taalstaat(load_inhoud(klein), "ar").landelijk)


def test_the_whole_project_lacks_no_block(inhoud: Inhoud) -> None:
    assert taalstaat(inhoud, "ar").aantallen[Staat.ONTBREEKT] == 0


def test_only_what_changed_is_to_be_written_with_what_it_said_before(klein: Project) -> None:
    inhoud = load_inhoud(klein)
    remember(klein, inhoud.blokken["nl"].values())
    write_dutch(klein, ANDERS + "\nNog een hele nieuwe zin.\n")
    changed = {key: stuk for key, stuk in pieces(klein).items() if not stuk.doel}
    assert sorted(changed) == ["16", "4"]
    assert changed["4"].oude_bron == "Een buurvrouw met een hond"
    assert changed["4"].oude_doel == "A neighbour with a dog"
    assert (changed["16"].bron, changed["16"].oude_doel) == ("Nog een hele nieuwe zin.", "")
    assert [one.origineel.naam for one in to_do(klein, load_inhoud(klein), "en") if one.staat is Staat.VEROUDERD] == [
        "proef"
    ]


def test_without_the_old_dutch_the_old_translation_stands_beside_every_piece(klein: Project) -> None:
    write_dutch(klein, ANDERS)
    stuk = pieces(klein)["4"]
    assert (stuk.doel, stuk.oude_bron, stuk.oude_doel) == ("", "", "A neighbour with a dog")


def test_an_old_translation_that_fits_nothing_is_shown_as_a_whole(klein: Project) -> None:
    write_dutch(klein, "Alles is anders.\n")
    work = next(one for one in to_do(klein, load_inhoud(klein), "en") if one.origineel.naam == "proef")
    assert work.los.startswith("You start a plan")


def test_the_memory_keeps_each_dutch_text_once_under_its_hash(klein: Project) -> None:
    origineel = load_inhoud(klein).blokken["nl"]["proef"]
    remember(klein, [origineel, origineel])
    path = memory_path(klein, origineel.hash)
    assert path.read_text("utf-8") == NEDERLANDS
    before = path.stat().st_mtime_ns
    remember(klein, [origineel])
    assert path.stat().st_mtime_ns == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_kept_text_that_was_changed_does_not_count_and_is_mended(klein: Project) -> None:
    origineel = load_inhoud(klein).blokken["nl"]["proef"]
    later = replace(origineel, tekst=ANDERS)
    remember(klein, [origineel])
    assert recall(klein, later, origineel.hash) == NEDERLANDS
    memory_path(klein, origineel.hash).write_text("Iets anders.\n", "utf-8")
    assert recall(klein, later, origineel.hash) is None
    remember(klein, [origineel])
    assert recall(klein, later, origineel.hash) == NEDERLANDS


def test_every_translation_of_the_project_has_its_dutch_in_memory() -> None:
    project = Project(ROOT)
    inhoud = load_inhoud(project)
    for taal in ("en", "ar", "tr", "pl", "uk", "ti", "fa"):
        for naam, blok in inhoud.blokken[taal].items():
            kop, origineel = blok.kop, inhoud.bron_blok(naam)
            assert origineel and isinstance(kop, VertalingKop)
            assert recall(project, origineel, kop.vertaling_van) is not None, blok.pad


@pytest.mark.parametrize("soort", ["xlf", "md"])
def test_a_language_without_work_gets_no_file(klein: Project, export: Callable[..., Path], soort: str) -> None:
    for blok in (klein.blocks / "nl").glob("*.md"):
        if blok.stem != "proef":
            blok.unlink()
    assert not export(soort, alleen_werk=True).exists()
