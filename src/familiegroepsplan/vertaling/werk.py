"""The work on one block in one language: its pieces, each with what there is and what there was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from familiegroepsplan.blok import BRON_TAAL, Blok, VertalingKop
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.geheugen import recall
from familiegroepsplan.vertaling.staat import Staat, blok_staat, is_due
from familiegroepsplan.vertaling.stuk import Stuk, cut, tidy

KOPVORMEN = {"titel": "titel van het blok", "menu": "naam in het menu", "omschrijving": "zin voor zoekmachines"}
"""The keys of a front matter that are translated, and what they are."""


@dataclass(frozen=True)
class Werkstuk:
    """A piece to translate: a name within its block, what it is, the Dutch of now, the translation.

    `doel` is empty when somebody must write it; `oude_bron` and `oude_doel` are what it said before.
    """

    id: str
    vorm: str
    bron: str
    doel: str = ""
    oude_bron: str = ""
    oude_doel: str = ""


@dataclass(frozen=True)
class Werkblok:
    """A Dutch block with its pieces in a language; `los` is an old translation that no longer fits in pieces."""

    origineel: Blok
    taal: str
    staat: Staat
    stukken: tuple[Werkstuk, ...]
    los: str = ""


def everything(project: Project, inhoud: Inhoud, taal: str) -> list[Werkblok]:
    """Every block that belongs in a language, by name."""
    dutch = inhoud.blokken.get(BRON_TAAL, {})
    return [_werkblok(project, inhoud, blok, taal) for _, blok in sorted(dutch.items()) if is_due(blok, taal)]


def to_do(project: Project, inhoud: Inhoud, taal: str) -> list[Werkblok]:
    """The blocks that a language lacks, or of which the Dutch has changed."""
    return [
        werkblok
        for werkblok in everything(project, inhoud, taal)
        if werkblok.staat in (Staat.ONTBREEKT, Staat.VEROUDERD)
    ]


def _werkblok(project: Project, inhoud: Inhoud, origineel: Blok, taal: str) -> Werkblok:
    vertaling = inhoud.blok(origineel.naam, taal)
    staat = blok_staat(origineel, vertaling)
    head = tuple(
        Werkstuk(key, vorm, bron, tidy(getattr(vertaling.kop, key)) if vertaling else "")
        for key, vorm in KOPVORMEN.items()
        if (bron := tidy(getattr(origineel.kop, key)))
    )
    body = tuple(_body(project, origineel, vertaling, staat))
    known = vertaling is None or not body or any(stuk.doel or stuk.oude_doel for stuk in body)
    return Werkblok(origineel, taal, staat, head + body, "" if known or vertaling is None else vertaling.tekst.strip())


def _body(project: Project, origineel: Blok, vertaling: Blok | None, staat: Staat) -> Iterator[Werkstuk]:
    now = cut(origineel.tekst)
    fresh = [Werkstuk(str(number), stuk.vorm, stuk.tekst) for number, stuk in enumerate(now.vertaalbaar, start=1)]
    if vertaling is None:
        return iter(fresh)
    assert isinstance(vertaling.kop, VertalingKop)
    ours = cut(vertaling.tekst)
    old_text = recall(project, origineel, vertaling.kop.vertaling_van)
    old = cut(old_text) if old_text is not None else None
    if staat is not Staat.VEROUDERD and ours.vormen == now.vormen:
        return _filled(fresh, ours.vertaalbaar)
    if old and ours.vormen == old.vormen:
        return _merged(fresh, old.vertaalbaar, ours.vertaalbaar)
    if ours.vormen == now.vormen:
        return _recalled(fresh, ours.vertaalbaar)
    return iter(fresh)


def _filled(fresh: Sequence[Werkstuk], ours: Sequence[Stuk]) -> Iterator[Werkstuk]:
    """The translation still holds: every piece has it."""
    for werkstuk, stuk in zip(fresh, ours, strict=True):
        yield Werkstuk(werkstuk.id, werkstuk.vorm, werkstuk.bron, stuk.tekst)


def _recalled(fresh: Sequence[Werkstuk], ours: Sequence[Stuk]) -> Iterator[Werkstuk]:
    """The Dutch changed and nobody kept the old text: the old translation stands beside every piece."""
    for werkstuk, stuk in zip(fresh, ours, strict=True):
        yield Werkstuk(werkstuk.id, werkstuk.vorm, werkstuk.bron, oude_doel=stuk.tekst)


def _merged(fresh: Sequence[Werkstuk], old: Sequence[Stuk], ours: Sequence[Stuk]) -> Iterator[Werkstuk]:
    """The Dutch changed: pieces that are still the same keep their translation, the others show what they were."""
    before, after = [(one.vorm, one.tekst) for one in old], [(one.vorm, one.bron) for one in fresh]
    for same, i, end, j, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for offset, werkstuk in enumerate(fresh[j:until]):
            if same == "equal":
                yield Werkstuk(werkstuk.id, werkstuk.vorm, werkstuk.bron, ours[i + offset].tekst)
            elif i + offset < end:
                was = old[i + offset].tekst, ours[i + offset].tekst
                yield Werkstuk(werkstuk.id, werkstuk.vorm, werkstuk.bron, "", *was)
            else:
                yield werkstuk
