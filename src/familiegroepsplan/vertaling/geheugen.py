"""The memory of translation: the Dutch texts that translations were made from, a file per text, named by its hash.

A translator of a stale block needs the old Dutch beside the new, and git is not always there.
"""

from collections.abc import Iterator
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL, MAX_BLOK_BYTES, Blok, VertalingKop, text_hash
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_text
from familiegroepsplan.vertaling.schrijven import write_whole


def memory_path(project: Project, text_hash: str) -> Path:
    """Where the Dutch text with this hash is kept."""
    return project.content / "vertaalgeheugen" / f"{text_hash}.md"


def recall(project: Project, origineel: Blok, wanted: str) -> str | None:
    """The Dutch text with the hash `wanted`: that of now, or one that was kept; None when nobody kept it.

    A kept text that somebody changed is not that text any more, and does not count.
    """
    if origineel.hash == wanted:
        return origineel.tekst
    text, _ = read_text(memory_path(project, wanted), max_bytes=MAX_BLOK_BYTES, root=project.root)
    return text if text is not None and text_hash(text) == wanted else None


def remember(project: Project, originelen: Iterator[Blok]) -> int:
    """Keep these Dutch texts, unless they are kept already; gives how many were added."""
    added = 0
    for blok in originelen:
        path = memory_path(project, blok.hash)
        if recall_kept(path, project) != blok.hash:
            write_whole(path, blok.tekst.strip("\n") + "\n")
            added += 1
    return added


def recall_kept(path: Path, project: Project) -> str | None:
    """The hash of what is kept in `path`; None when there is no such file."""
    text, _ = read_text(path, max_bytes=MAX_BLOK_BYTES, root=project.root)
    return None if text is None else text_hash(text)


def translated_now(inhoud: Inhoud) -> Iterator[Blok]:
    """The Dutch blocks of which some translation was made from the text of now."""
    for naam, origineel in inhoud.blokken.get(BRON_TAAL, {}).items():
        made_from = {
            blok.kop.vertaling_van
            for blokken in inhoud.blokken.values()
            if (blok := blokken.get(naam)) and isinstance(blok.kop, VertalingKop)
        }
        if origineel.hash in made_from:
            yield origineel
