"""Taking in what translators hand in: read all, judge all, then write what is right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.reading.text import decode
from familiegroepsplan.vertaling.geheugen import remember
from familiegroepsplan.vertaling.inzending import Inzending
from familiegroepsplan.vertaling.keuring import Keurmeester, Oordeel
from familiegroepsplan.vertaling.regels import fault
from familiegroepsplan.vertaling.werkblad_lezen import read_werkblad
from familiegroepsplan.vertaling.xliff_lezen import read_xliff
from familiegroepsplan.wholefile import write_whole_text

MAX_BYTES = 8_000_000
"""Size limit of a file that comes back; a whole language is about 400 kB."""

_BOM = b"\xef\xbb\xbf"


@dataclass
class Verslag:
    """What became of every block that was handed in, as `tr/definitie`; `onbegonnen` are those nobody touched."""

    geschreven: list[str] = field(default_factory=list)
    ongewijzigd: list[str] = field(default_factory=list)
    onbegonnen: list[str] = field(default_factory=list)
    geweigerd: list[str] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)


def take_in(paths: Sequence[Path], keurmeester: Keurmeester, taal: str | None = None) -> Verslag:
    """Write every block in these files that is right; `taal` is the only language they may be in (None: any).

    Nothing is written before all is judged. Raises OSError when a file cannot be written.
    """
    verslag = Verslag()
    ready: list[tuple[Inzending, str]] = []
    for inzending in _single(_handed_in(paths, taal, verslag), verslag):
        oordeel = keurmeester.judge(inzending)
        _note(inzending, oordeel, verslag)
        if oordeel.tekst is not None:
            ready.append((inzending, oordeel.tekst))
    project, inhoud = keurmeester.project, keurmeester.inhoud
    origins = (inhoud.bron_blok(inzending.naam) for inzending, _ in ready)
    remember(project, (blok for blok in origins if blok))
    for inzending, text in ready:
        write_whole_text(project.blocks / inzending.taal / f"{inzending.naam}.md", text)
    return verslag


def _note(inzending: Inzending, oordeel: Oordeel, verslag: Verslag) -> None:
    naam = _naam(inzending)
    if oordeel.untouched:
        verslag.onbegonnen.append(naam)
        return
    verslag.meldingen += oordeel.meldingen
    if oordeel.tekst is not None:
        verslag.geschreven.append(naam)
    elif oordeel.meldingen:
        verslag.geweigerd.append(naam)
    else:
        verslag.ongewijzigd.append(naam)


def _naam(inzending: Inzending) -> str:
    return f"{inzending.taal}/{inzending.naam}"


def _handed_in(paths: Sequence[Path], taal: str | None, verslag: Verslag) -> Iterator[Inzending]:
    """The blocks of all files, in the right language."""
    for path in paths:
        found, faults = _read(path)
        verslag.meldingen += faults
        wrong = {inzending.taal for inzending in found if taal and inzending.taal != taal}
        if wrong:
            wat = f"dit bestand is in de taal {', '.join(sorted(wrong))}, en u vroeg om {taal}"
            verslag.meldingen.append(fault("inlezen-taal", Plaats(path.as_posix()), wat))
        else:
            yield from found


def _single(inzendingen: Iterator[Inzending], verslag: Verslag) -> Iterator[Inzending]:
    """Those that come once; of a block that comes twice, none: nobody can know which one is meant."""
    by_name: dict[str, list[Inzending]] = {}
    for inzending in inzendingen:
        by_name.setdefault(_naam(inzending), []).append(inzending)
    for naam, same in by_name.items():
        if len(same) == 1:
            yield same[0]
        else:
            verslag.geweigerd.append(naam)
            wat = f"blok {naam} komt {len(same)} keer voor, ook op {same[0].plaats}"
            verslag.meldingen.append(fault("inlezen-dubbel", same[-1].plaats, wat))


def _read(path: Path) -> tuple[Sequence[Inzending], list[Melding]]:
    pad = path.as_posix()
    if path.suffix.lower() not in (".xlf", ".xliff", ".md"):
        wat = f'"{path.suffix}" is geen soort bestand dat hier terugkomt'
        return [], [fault("inlezen-bestand", Plaats(pad), wat)]
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return [], [fault("inlezen-bestand", Plaats(pad), f"het bestand is niet te lezen: {error.strerror}")]
    if len(data) > MAX_BYTES:
        return [], [fault("inlezen-bestand", Plaats(pad), f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB")]
    text, faults = decode(data.removeprefix(_BOM), pad)
    if text is None or faults:
        return [], [Melding(m.plaats, m.sleutel, m.wat, m.doe, m.code, m.ernst, Wie.VERTALER) for m in faults]
    return read_werkblad(text, pad) if path.suffix.lower() == ".md" else read_xliff(text, pad)
