"""What does not belong in a Markdown text: HTML, attributes in braces, layout of its own, loose braces."""

import re
from collections.abc import Iterator

from familiegroepsplan.checks.koppen import Kop
from familiegroepsplan.checks.links import SCRIPTS
from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.errors import Melding

_TAG = re.compile(r"<(?=[A-Za-z/!?])[^<>]*>?")
_ADDRESS = re.compile(r"<(?:https?://[^<>\s]+|(?:mailto:)?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)>", re.IGNORECASE)
_NAME = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9:-]*)")
_HANDLER = re.compile(r"[\s/\"':{]on[a-z]+\s*=", re.IGNORECASE)
_BRACE = re.compile(r"\{([^{}\n]*)\}|\{\{|\}\}|\{")
_COLUMN = re.compile(r"[ \t]*:?-+:?[ \t]*")
_EMBEDS = {"iframe", "object", "embed", "frame", "frameset", "applet", "portal"}
_STYLES = {"style", "link"}


def check_opmaak(tekst: Tekst, koppen: list[Kop]) -> Iterator[Melding]:
    """Every piece of HTML, every `{…}` that is no name and no heading id, every aligned table column."""
    yield from _html(tekst)
    yield from _braces(tekst, koppen)
    yield from _aligned(tekst)


def _aligned(tekst: Tekst) -> Iterator[Melding]:
    """Table columns with a direction: Markdown gives them a style attribute, which the site's CSP refuses."""
    position = 0
    for line in tekst.inhoud.split("\n"):
        columns = line.strip(" \t>").strip("|").split("|")
        if ":" in line and all(_COLUMN.fullmatch(column) for column in columns):
            doe = "haal de dubbele punten weg: alleen streepjes"
            yield tekst.fault("md-stijl", position, "dit lijnt kolommen van een tabel uit", doe)
        position += len(line) + 1


def _html(tekst: Tekst) -> Iterator[Melding]:
    opened: set[str] = set()
    for match in _TAG.finditer(tekst.masked):
        tag = match[0]
        if _ADDRESS.fullmatch(tag):
            continue
        name = found[1].lower() if (found := _NAME.match(tag)) else ""
        if _scheme(name) and tekst.inhoud.endswith("](", 0, match.start()):
            continue
        if tag.startswith("</") and name in opened:
            continue
        opened.add(name)
        yield _tag_fault(tekst, match.start(), tag, name)


def _scheme(name: str) -> str:
    """The scheme of `<javascript:…>`, which is a link to some and a tag to others; empty for real tags."""
    scheme, colon, _ = name.partition(":")
    return scheme if colon and scheme in SCRIPTS else ""


def _tag_fault(tekst: Tekst, position: int, tag: str, name: str) -> Melding:
    if scheme := _scheme(name):
        return tekst.fault("md-link-script", position, f"een adres met {scheme}: voert een script uit")
    if name == "script":
        return tekst.fault("md-script", position, "hier staat een script")
    if name in _EMBEDS:
        return tekst.fault("md-inbedding", position, f"<{name}> haalt een andere site binnen")
    if name in _STYLES:
        return tekst.fault("md-stijl", position, f"<{name}> verandert de opmaak van de pagina")
    if _HANDLER.search(tag):
        return tekst.fault("md-gebeurtenis", position, f"<{name}> start een handeling (on…=)")
    if tag.startswith("<!--"):
        doe = "haal haar weg: een opmerking komt op de site terecht"
        return tekst.fault("md-html", position, "hier staat een opmerking (<!-- … -->)", doe)
    shown = f"<{name}>" if name else tag[:12]
    doe = "haal dit weg en schrijf gewone Markdown; bedoelt u het teken <, zet er dan een spatie achter"
    return tekst.fault("md-html", position, f"hier staat HTML: {shown}", doe)


def _braces(tekst: Tekst, koppen: list[Kop]) -> Iterator[Melding]:
    ids = {kop.id_start for kop in koppen if kop.id_end > kop.id_start}
    for match in _BRACE.finditer(tekst.masked):
        if match.start() in ids:
            continue
        if match[1] is None:
            wat = "deze accolade hoort nergens bij" if match[0] == "{" else f"bij {match[0]} ontbreekt de andere helft"
            yield tekst.fault("md-accolade", match.start(), wat)
        elif _HANDLER.search(match[0]):
            yield tekst.fault("md-gebeurtenis", match.start(), f"{match[0][:60]} start een handeling (on…=)")
        elif re.search(r"style\s*=|(?:^|\s):?\s*\.", match[1], re.IGNORECASE):
            yield tekst.fault("md-stijl", match.start(), f"{match[0][:60]} geeft eigen opmaak")
        else:
            yield tekst.fault("md-attributen", match.start(), f"{match[0][:60]} mag hier niet staan")
