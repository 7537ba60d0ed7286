"""Work for translators as XLIFF 1.2, which Weblate and OmegaT open.

Source of the format: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html. Version 1.2 and not 2.x, since
Weblate reads no 2.x. A block is a `file` with the hash of its Dutch text as `build-num`; a piece is a `trans-unit`.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.vertaling.codes import as_xml
from familiegroepsplan.vertaling.staat import Staat
from familiegroepsplan.vertaling.werk import Werkblok, Werkstuk

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_TOOL = '<tool tool-id="fgp" tool-name="familiegroepsplan"/>'
_UITLEG = {
    Staat.ONTBREEKT: "Dit blok is er nog niet in deze taal.",
    Staat.VEROUDERD: "De Nederlandse tekst is veranderd. Wat hetzelfde bleef, is ingevuld.",
    Staat.CONCEPT: "Deze vertaling is er, maar niemand met deze moedertaal keek haar na.",
    Staat.NAGEKEKEN: "Deze vertaling is er en is nagekeken.",
}


def xliff_text(werk: Sequence[Werkblok]) -> str:
    """The file for a translator: XLIFF 1.2 with every block of `werk`, all in one language."""
    files = "".join(_file(werkblok) for werkblok in werk)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="{NAMESPACE}">\n{files}</xliff>\n'


def _file(werkblok: Werkblok) -> str:
    origineel = werkblok.origineel
    attributes = {
        "original": f"content/blocks/{BRON_TAAL}/{origineel.naam}.md",
        "source-language": BRON_TAAL,
        "target-language": werkblok.taal,
        "datatype": "plaintext",
        "tool-id": "fgp",
        "build-num": origineel.hash,
    }
    notes = [_UITLEG[werkblok.staat]] + ([f"De oude vertaling: {werkblok.los}"] if werkblok.los else [])
    units = "".join(_unit(stuk, werkblok.staat) for stuk in werkblok.stukken)
    return (
        f"<file {_attributes(attributes)}>\n"
        f" <header>{_TOOL}{''.join(_note(note) for note in notes)}</header>\n"
        f" <body>\n{units} </body>\n</file>\n"
    )


def _unit(stuk: Werkstuk, staat: Staat) -> str:
    attributes = {"id": stuk.id, "xml:space": "preserve"}
    target = ""
    if stuk.doel:
        checked = staat is Staat.NAGEKEKEN
        attributes |= {"approved": "yes"} if checked else {}
        target = f'   <target state="{"final" if checked else "translated"}">{as_xml(stuk.doel)}</target>\n'
    return (
        f"  <trans-unit {_attributes(attributes)}>\n"
        f"   <source>{as_xml(stuk.bron)}</source>\n{target}{_before(stuk)}"
        f"   {_note(_said(stuk))}\n"
        f"  </trans-unit>\n"
    )


def _before(stuk: Werkstuk) -> str:
    if not stuk.oude_doel:
        return ""
    source = f"<source>{as_xml(stuk.oude_bron)}</source>" if stuk.oude_bron else ""
    target = f"<target>{as_xml(stuk.oude_doel)}</target>"
    return f'   <alt-trans alttranstype="previous-version">{source}{target}</alt-trans>\n'


def _said(stuk: Werkstuk) -> str:
    """What a translator should know of a piece, also in a tool that shows no earlier versions."""
    said = stuk.vorm.split(" {#")[0]
    if stuk.oude_bron:
        said += f". Nederlands, toen: {stuk.oude_bron}"
    if stuk.oude_doel:
        said += f" | Vertaling, toen: {stuk.oude_doel}"
    return said


def _note(text: str) -> str:
    return f'<note from="fgp">{escape(text)}</note>'


def _attributes(attributes: dict[str, str]) -> str:
    return " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
