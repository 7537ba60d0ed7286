"""The national data: whether every article, organisation and telephone line has its source and check date."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.datum import Feit, check_datum
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.errors import Melding, Wie, display_path
from familiegroepsplan.inhoud import MAX_DATA_BYTES
from familiegroepsplan.names import suggestion
from familiegroepsplan.reading import Document, parse_yaml, read_text


class _Gegeven(Protocol):
    @property
    def sleutel(self) -> str: ...
    @property
    def bron(self) -> str: ...
    @property
    def gecontroleerd_op(self) -> date | None: ...


def check_landelijk(stand: Stand) -> Iterator[Melding]:
    """What is wrong with content/landelijk.yml beyond its form."""
    landelijk = stand.inhoud.landelijk
    document = _positions(stand)
    groups: tuple[tuple[str, tuple[_Gegeven, ...]], ...] = (
        ("wetsartikelen", landelijk.wetsartikelen),
        ("organisaties", landelijk.organisaties),
        ("telefoonlijnen", landelijk.telefoonlijnen),
    )
    for group, gegevens in groups:
        for index, gegeven in enumerate(gegevens):
            yield from _check(group, index, gegeven, document, stand)


def _check(group: str, index: int, gegeven: _Gegeven, document: Document, stand: Stand) -> Iterator[Melding]:
    pad = display_path(stand.project.landelijk, stand.project.root)
    plaats = document.key_place((group, index, "gecontroleerd_op"), pad)
    feit = Feit(gegeven.sleutel, f"{group}[{index + 1}].gecontroleerd_op", plaats, Wie.REDACTIE)
    yield from check_datum(feit, gegeven.gecontroleerd_op, stand.vandaag)
    known = stand.inhoud.landelijk.bronnen
    if gegeven.bron.split(" ", 1)[0] not in known:
        plaats = document.value_place((group, index, "bron"), pad)
        wat = f'"{gegeven.bron}" is geen bron uit dit bestand'
        yield melding(
            "bron-onbekend", plaats, wat, suggestion(gegeven.bron, known), sleutel=f"{group}[{index + 1}].bron"
        )


def _positions(stand: Stand) -> Document:
    path, root = stand.project.landelijk, stand.project.root
    text, _ = read_text(path, max_bytes=MAX_DATA_BYTES, root=root)
    document, _ = parse_yaml(text, display_path(path, root)) if text else (None, [])
    return document or Document(None)
