"""The Dutch that translations were made from is kept before it changes."""

from pathlib import Path

from familiegroepsplan.blok import Blok, BlokKop, VertalingKop
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.geheugen import recall, remember, translated

LEEG = Landelijk(bronnen={}, wetsartikelen=(), organisaties=(), telefoonlijnen=())


def dutch(naam: str, tekst: str) -> Blok:
    return Blok(naam, "nl", BlokKop(titel=naam, doelgroep="gezin"), tekst, f"{naam}.md", 1)


def test_what_a_translation_was_made_from_is_remembered_once(tmp_path: Path) -> None:
    project = Project(tmp_path)
    with_translation, without, changed = dutch("a", "Een zin."), dutch("b", "Nog een."), dutch("c", "Nu anders.")
    arabic = {
        "a": Blok("a", "ar", VertalingKop(titel="a", vertaling_van=with_translation.hash), "جملة", "a.md", 1),
        "c": Blok("c", "ar", VertalingKop(titel="c", vertaling_van="0123456789ab"), "جملة", "c.md", 1),
    }
    inhoud = Inhoud({"nl": {one.naam: one for one in (with_translation, without, changed)}, "ar": arabic}, {}, {}, LEEG)
    assert translated(inhoud) == [with_translation]
    assert remember(project, translated(inhoud)) == ["a"]
    assert remember(project, translated(inhoud)) == []
    assert (recall(project, dutch("a", "Later anders."), with_translation.hash) or "").strip() == "Een zin."
