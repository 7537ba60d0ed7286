"""Handing out work: the files for translators, a pair per language."""

from collections.abc import Callable, Sequence
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.geheugen import remember
from familiegroepsplan.vertaling.werk import Werkblok
from familiegroepsplan.vertaling.werkblad import werkblad_text
from familiegroepsplan.vertaling.xliff import xliff_text
from familiegroepsplan.wholefile import write_whole_text

Keuze = Callable[[Project, Inhoud, str], list[Werkblok]]
"""What of a language goes out: `werk.to_do` or `werk.everything`."""


def prepare(project: Project, inhoud: Inhoud, talen: Sequence[str], folder: Path, choose: Keuze) -> dict[Path, str]:
    """The files for these languages with their texts, to be written in `folder`; none for a language without work."""
    files: dict[Path, str] = {}
    for taal in talen:
        if werk := choose(project, inhoud, taal):
            files[folder / f"familiegroepsplan-{taal}.xlf"] = xliff_text(werk)
            files[folder / f"familiegroepsplan-{taal}.md"] = werkblad_text(werk)
    return files


def hand_out(project: Project, inhoud: Inhoud, files: dict[Path, str]) -> None:
    """Write the files, and keep the Dutch texts of now, from which translations were or will be made.

    Raises OSError when a file cannot be written.
    """
    remember(project, inhoud.blokken.get(BRON_TAAL, {}).values())
    for path, text in files.items():
        write_whole_text(path, text)
