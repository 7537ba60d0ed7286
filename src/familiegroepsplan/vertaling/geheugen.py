"""The memory of translation: the Dutch texts that translations were made from, a file per text, named by its hash.

A translator of a stale block needs the old Dutch beside the new, and git is not always there.
"""

from collections.abc import Iterable
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL, MAX_BLOK_BYTES, Blok, VertalingKop, text_hash
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_text
from familiegroepsplan.wholefile import write_whole_text


def memory_path(project: Project, wanted: str) -> Path:
    """Where the Dutch text with this hash is kept."""
    return project.content / "vertaalgeheugen" / f"{wanted}.md"


def recall(project: Project, origineel: Blok, wanted: str) -> str | None:
    """The Dutch text with the hash `wanted`: that of now, or one that was kept; None when nobody kept it.

    A kept text that somebody changed is not that text any more, and does not count.
    """
    if origineel.hash == wanted:
        return origineel.tekst
    text, _ = read_text(memory_path(project, wanted), max_bytes=MAX_BLOK_BYTES, root=project.root)
    return text if text is not None and text_hash(text) == wanted else None


def translated(inhoud: Inhoud) -> list[Blok]:
    """The Dutch blocks of now that some translation was made from: once they change, a translator needs them."""
    named = {
        blok.kop.vertaling_van
        for taal, blokken in inhoud.blokken.items()
        if taal != BRON_TAAL
        for blok in blokken.values()
        if isinstance(blok.kop, VertalingKop)
    }
    return [blok for blok in inhoud.blokken.get(BRON_TAAL, {}).values() if blok.hash in named]


def remember(project: Project, originelen: Iterable[Blok]) -> list[str]:
    """Keep these Dutch texts, unless they are kept already; gives the names of the new ones.

    Raises OSError when one cannot be written.
    """
    new: list[str] = []
    for blok in originelen:
        path = memory_path(project, blok.hash)
        text, _ = read_text(path, max_bytes=MAX_BLOK_BYTES, root=project.root)
        if text is None or text_hash(text) != blok.hash:
            write_whole_text(path, blok.tekst.strip("\n") + "\n")
            new.append(blok.naam)
    return new
