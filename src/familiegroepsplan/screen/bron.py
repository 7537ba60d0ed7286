"""A source that the user named: a file or an address, and the text in it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from familiegroepsplan.errors import Melding
from familiegroepsplan.screen.brontekst import Brontekst
from familiegroepsplan.screen.lezen_bestand import read_docx, read_pdf
from familiegroepsplan.screen.lezen_html import read_html
from familiegroepsplan.screen.lezen_tekst import decode, read_markdown, read_plain
from familiegroepsplan.screen.regels import Leesfout, fault
from familiegroepsplan.screen.web import Grenzen, fetch

MAX_BYTES = 20_000_000
_FEWEST = 40
_DUTCH = frozenset(
    "de het een en van ik je jij u uw is niet dat die op te in met voor we wij of er aan als kan".split()
)
_LEAST_DUTCH = 0.12

_Reader = Callable[[bytes, str, str], Brontekst]


def _docx(data: bytes, naam: str, charset: str) -> Brontekst:
    return read_docx(data, naam)


def _pdf(data: bytes, naam: str, charset: str) -> Brontekst:
    return read_pdf(data, naam)


_BY_SUFFIX: Mapping[str, _Reader] = MappingProxyType(
    {
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".docx": _docx,
        ".pdf": _pdf,
        ".txt": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
    }
)
_BY_TYPE: Mapping[str, _Reader] = MappingProxyType(
    {
        "text/html": read_html,
        "application/xhtml+xml": read_html,
        "application/pdf": _pdf,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
        "text/plain": read_plain,
        "text/markdown": read_markdown,
    }
)


def read_source(naam: str, grenzen: Grenzen | None = None) -> tuple[Brontekst | None, list[Melding]]:
    """The text of a file or an http(s) address, or one message why it cannot be screened."""
    try:
        text = _from_web(naam, grenzen or Grenzen()) if is_address(naam) else _from_file(naam)
        _usable(text)
    except Leesfout as error:
        return None, [error.about(naam)]
    return text, []


def is_address(naam: str) -> bool:
    """Whether a source is meant as an address and not as a file."""
    return "://" in naam


def read_list(path: Path) -> tuple[list[str], list[Melding]]:
    """The files and addresses in a list, one a line; `#` starts a remark. Files count from the folder of the list."""
    try:
        lines = decode(_bytes(path)).splitlines()
    except Leesfout as error:
        return [], [fault("screen-lijst", str(path), error.wat)]
    named = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not named:
        return [], [fault("screen-lijst", str(path), "in deze lijst staat geen bestand of adres")]
    return [name if is_address(name) else str(path.parent / name) for name in named], []


def _from_file(naam: str) -> Brontekst:
    path = Path(naam)
    reader = _BY_SUFFIX.get(path.suffix.lower())
    if path.is_file() and reader is None:
        raise Leesfout("screen-soort", f'"{path.suffix or path.name}" is geen soort die we kunnen lezen')
    data = _bytes(path)
    assert reader is not None
    return reader(data, naam, "")


def _from_web(naam: str, grenzen: Grenzen) -> Brontekst:
    answer = fetch(naam, grenzen)
    suffix = Path(urlsplit(answer.adres).path).suffix.lower()
    reader = _BY_TYPE.get(answer.soort)
    if reader is None and answer.soort in {"", "application/octet-stream"}:
        reader = _BY_SUFFIX.get(suffix)
    if reader is None:
        raise Leesfout("screen-soort", f'de server stuurt "{answer.soort}", en dat kunnen we niet lezen')
    return reader(answer.data, naam, answer.charset)


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise Leesfout("screen-bron", "dit bestand is er niet")
        if not path.is_file():
            raise Leesfout("screen-bron", "dit is geen bestand", "noem een bestand of een adres")
        if path.stat().st_size > MAX_BYTES:
            raise Leesfout("screen-te-groot", f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise Leesfout("screen-bron", "dit bestand is niet te lezen", "controleer of u het mag openen") from error


def _usable(text: Brontekst) -> None:
    words = [word.strip(".,:;!?()\"'") for alinea in text.alineas for word in alinea.tekst.lower().split()]
    if not any(any(map(str.isalpha, word)) for word in words):
        raise Leesfout("screen-leeg", "hierin staat geen tekst")
    if len(words) >= _FEWEST and sum(word in _DUTCH for word in words) / len(words) < _LEAST_DUTCH:
        raise Leesfout("screen-taal", "deze tekst lijkt niet in het Nederlands")
