"""Every link of the project to another site: in texts, in the national data, in the files of municipalities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from familiegroepsplan.blok import BRON_TAAL, MAX_BLOK_BYTES, Blok, BlokKop
from familiegroepsplan.checks.links import find_links
from familiegroepsplan.checks.tekst import GEMASKEERD, text_of
from familiegroepsplan.errors import Plaats, Wie, display_path
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.inhoud import MAX_DATA_BYTES, Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.reading import KeyPath, dotted, parse_yaml, read_text

_RESERVED = ("example", "invalid", "test", "localhost")
"""Names that lead nowhere by agreement (RFC 2606)."""

_NOT_YET_THERE: KeyPath = ("site_url",)


@dataclass(frozen=True)
class Verwijzing:
    """A link: its address, where it stands, who mends it, and when somebody last checked what it belongs to.

    `gedateerd` says whether such a date has a place there at all.
    """

    url: str
    plaats: Plaats
    sleutel: str
    wie: Wie
    gecontroleerd_op: date | None = None
    gedateerd: bool = False


def all_links(project: Project, inhoud: Inhoud, gemeenten: Sequence[Gemeente]) -> list[Verwijzing]:
    """Every link to another site, Dutch texts first."""
    found = [*_in_blocks(inhoud), *_in_data(project.landelijk, project, Wie.REDACTIE)]
    for gemeente in gemeenten:
        found += _in_data(project.gemeenten / f"{gemeente.slug}.yml", project, Wie.GEMEENTE)
        for paden in (*gemeente.blokken.values(), *gemeente.aanvullingen.values()):
            for pad in paden.values():
                found += _in_own_text(project.gemeenten / pad, project)
    return [one for one in found if is_elsewhere(one.url)]


def is_elsewhere(url: str) -> bool:
    """Whether an address can be asked for: on the web, and not one that is kept for examples."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and host.rpartition(".")[2] not in _RESERVED


def _in_blocks(inhoud: Inhoud) -> Iterator[Verwijzing]:
    dutch = inhoud.blokken.get(BRON_TAAL, {})
    for taal in sorted(inhoud.blokken, key=lambda taal: (taal != BRON_TAAL, taal)):
        for blok in inhoud.blokken[taal].values():
            yield from _in_block(blok, dutch.get(blok.naam))


def _in_block(blok: Blok, dutch: Blok | None) -> Iterator[Verwijzing]:
    tekst = text_of(blok)
    checked = dutch.kop.gecontroleerd_op if dutch and isinstance(dutch.kop, BlokKop) else None
    for link in find_links(tekst.masked):
        if GEMASKEERD not in link.doel:
            yield Verwijzing(link.doel, tekst.place(link.doel_start), "", tekst.wie, checked, gedateerd=True)


def _in_own_text(path: Path, project: Project) -> Iterator[Verwijzing]:
    text, _ = read_text(path, max_bytes=MAX_BLOK_BYTES, root=project.root)
    for link in find_links(text or ""):
        before = (text or "")[: link.doel_start]
        line, column = before.count("\n") + 1, link.doel_start - before.rfind("\n")
        plaats = Plaats(display_path(path, project.root), line, column)
        yield Verwijzing(link.doel, plaats, "", Wie.GEMEENTE)


def _in_data(path: Path, project: Project, wie: Wie) -> Iterator[Verwijzing]:
    text, _ = read_text(path, max_bytes=MAX_DATA_BYTES, root=project.root)
    pad = display_path(path, project.root)
    document, _ = parse_yaml(text, pad) if text else (None, [])
    if document is None:
        return
    for key, url, checked in _values(document.data, (), None):
        if key != _NOT_YET_THERE:
            plaats, day = document.value_place(key, pad), _date(checked)
            yield Verwijzing(url, plaats, dotted(key), wie, day, gedateerd=checked is not None)


def _values(value: object, key: KeyPath, checked: str | None) -> Iterator[tuple[KeyPath, str, str | None]]:
    """Every address below a value, with the nearest `gecontroleerd_op` around it as written (None: there is none)."""
    if isinstance(value, dict):
        checked = str(value["gecontroleerd_op"] or "") if "gecontroleerd_op" in value else checked
        for name, inner in value.items():
            yield from _values(inner, (*key, name), checked)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _values(inner, (*key, index), checked)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield key, value.strip(), checked


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
