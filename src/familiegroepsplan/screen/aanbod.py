"""The text of ours that a rule offers to use instead."""

import re
from dataclasses import dataclass

import markdown

from familiegroepsplan.blok import Blok, BlokKop
from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.names import PLACEHOLDER
from familiegroepsplan.screen.regel import Regel, Zoekregel
from familiegroepsplan.screen.regels import fault

_GEMEENTE = "uw gemeente"
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_HEADING_ID = re.compile(r"[ \t]*\{\s*#[^{}]*\}")
_PART = re.compile(r"^[ \t]*\{\{\s*(?:blok|deel)\s*:[^{}]*\}\}[ \t]*$\n?", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^> ?", re.MULTILINE)
_BRON = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Aanbod:
    """A text to use: the block it is from (`naam#kop`), its title, and the text as Markdown without links."""

    blok: str
    titel: str
    tekst: str

    @property
    def html(self) -> str:
        """The text as HTML, with headings that fit under one of level 3."""
        return markdown.markdown(re.sub(r"^#+ ", "#### ", self.tekst, flags=re.MULTILINE), extensions=["tables"])

    @property
    def regels(self) -> list[str]:
        """The text as lines without marks."""
        return [re.sub(r"[*_`]|^#+ |^> ?", "", line) for line in self.tekst.splitlines() if line.strip("> ")]


def offer(regel: Regel, inhoud: Inhoud) -> Aanbod | None:
    """The block, or the part of it under one heading, that the rule names; None when it isn't there."""
    name, _, anchor = regel.blok.partition("#")
    blok = inhoud.bron_blok(name)
    if blok is None:
        return None
    if not anchor:
        return Aanbod(regel.blok, blok.kop.titel, _clean(blok.tekst))
    return _section(blok, anchor, regel.blok)


def check_rules(regels: tuple[Zoekregel, ...], inhoud: Inhoud) -> list[Melding]:
    """Rules that offer a block that isn't there, or name a source that nobody knows."""
    meldingen = []
    for zoek in regels:
        if offer(zoek.regel, inhoud) is None:
            wat = f'regel "{zoek.regel.id}": het blok {zoek.regel.blok} is er niet'
            meldingen.append(fault("screen-blok", "content/screening.yml", wat, wie=Wie.REDACTIE))
        for bron in zoek.regel.bron:
            if not _known(bron, inhoud.landelijk):
                wat = f'regel "{zoek.regel.id}": de bron "{bron}" is onbekend'
                meldingen.append(fault("screen-herkomst", "content/screening.yml", wat, wie=Wie.REDACTIE))
    return meldingen


def _known(bron: str, landelijk: Landelijk) -> bool:
    match = _BRON.match(bron)
    return bool(match) and match[0] in landelijk.bronnen if match else False


def _section(blok: Blok, anchor: str, name: str) -> Aanbod | None:
    lines = blok.tekst.split("\n")
    koppen = blok.koppen
    for number, kop in enumerate(koppen):
        if kop.id == anchor:
            end = next(
                (k.regel for k in koppen[number + 1 :] if k.niveau <= kop.niveau), blok.eerste_regel + len(lines)
            )
            text = "\n".join(lines[kop.regel - blok.eerste_regel + 1 : end - blok.eerste_regel])
            return Aanbod(name, kop.tekst, _QUOTE_MARK.sub("", _clean(_ready(text, blok))))
    return None


def _ready(text: str, blok: Blok) -> str:
    """Of a text for professionals the part that is ready to take over (`>`), where it has one."""
    assert isinstance(blok.kop, BlokKop)
    ready = [line for line in text.split("\n") if line.startswith(">")]
    return "\n".join(ready) if ready and blok.kop.doelgroep == "professional" else text


def _clean(text: str) -> str:
    text = PLACEHOLDER.sub(_GEMEENTE, _PART.sub("", text))
    return _HEADING_ID.sub("", _LINK.sub(r"\1", text)).strip()
