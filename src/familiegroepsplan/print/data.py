"""All that a flyer says in one language for one gemeente, as plain data for Typst (see `compile`)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop, VertalingKop, is_actueel
from familiegroepsplan.clock import document_moment
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.aanbieder import Aanbieder
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.palet import Palet
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import PLACEHOLDER, placeholders, suggestion
from familiegroepsplan.print.beeld import Drukbeeld
from familiegroepsplan.print.codes import melding
from familiegroepsplan.print.flyer import Flyer
from familiegroepsplan.print.letters import families
from familiegroepsplan.print.nodes import Node, markdown_nodes
from familiegroepsplan.print.qr import qr_svg
from familiegroepsplan.print.verf import verf
from familiegroepsplan.taal import TALEN
from familiegroepsplan.telefoon import END, ISOLATE, isolate_numbers
from familiegroepsplan.token import TOKEN, Soort, Token, parse_token
from familiegroepsplan.waarde import WAARDEN

_ADDRESS = re.compile(r"https?://[^\s<>()]*[^\s<>().,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bwww\.[\w-]+(?:\.[\w/-]+)+")
_FIRST_DAY = date(2026, 1, 1)
_WOORDEN = (
    "deel.toegang-kop",
    "deel.aanbieders-kop",
    "deel.telefoon",
    "deel.e-mail",
    "deel.adres",
    "deel.openingstijden",
    "deel.website",
    "melding.voorbeeld",
    "melding.concept",
    "site.merk",
)


@dataclass(frozen=True)
class Uiterlijk:
    """What a gemeente looks like on paper: palette, own logo, and the logo of each provider by name."""

    palet: Palet
    logo: Drukbeeld | None
    aanbieders: Mapping[str, Drukbeeld]


@dataclass(frozen=True)
class Bron:
    """What flyers of one gemeente are made from; `afzender` is the provider that sends them too, if any."""

    gemeente: Gemeente
    inhoud: Inhoud
    uiterlijk: Uiterlijk
    afzender: Aanbieder | None = None


def missing_blocks(flyer: Flyer, taal: str, inhoud: Inhoud) -> list[str]:
    """The blocks of the flyer that are not there in this very language."""
    return [naam for naam in flyer.blokken if inhoud.blok(naam, taal) is None]


def unknown_names(flyers: Iterable[Flyer], inhoud: Inhoud) -> list[Melding]:
    """Every `{{ … }}` in the blocks of these flyers, in any language, that stands for no value of a gemeente."""
    blokken = {naam for flyer in flyers for naam in flyer.blokken}
    return [
        melding("folder-naam", blok.place_at(one.start), f'"{one.naam}" is geen naam', suggestion(one.naam, WAARDEN))
        for there in inhoud.blokken.values()
        for naam in sorted(blokken & there.keys())
        for blok in (there[naam],)
        for one in placeholders(blok.tekst)
        if one.soort != "waarde" or one.naam not in WAARDEN
    ]


def flyer_data(flyer: Flyer, taal: str, bron: Bron) -> dict[str, Any]:
    """Everything for Typst. Raises KeyError when a block is missing: ask `missing_blocks` first."""
    inhoud, fill = bron.inhoud, _Fill(taal, bron)
    blokken = {naam: inhoud.blokken[taal][naam] for naam in flyer.blokken}
    return {
        "flyer": flyer.naam,
        "formaat": flyer.kop.formaat.value,
        "taal": taal,
        "richting": TALEN[taal].richting,
        "letters": families(taal),
        "palet": dict(verf(bron.uiterlijk.palet)),
        "titel": fill.plain(blokken[flyer.kop.titel].kop.titel),
        "woorden": _words(flyer, taal, inhoud),
        "panelen": {p.naam: [_block(blokken[naam], fill) for naam in p.blokken] for p in flyer.kop.panelen},
        "concept": any(_is_concept(blok, inhoud) for blok in blokken.values()),
        "moment": document_moment(_day(flyer, inhoud)),
        "afloop": 0,
        "eigen": _own(flyer, bron, fill),
    }


def _own(flyer: Flyer, bron: Bron, fill: "_Fill") -> dict[str, Any]:
    """What is the gemeente's own: it stands apart, so that Typst need not lay out the rest anew for each."""
    return {
        "gemeente": _gemeente(bron),
        "afzender": _afzender(bron),
        "contact": _contact(bron, fill),
        "aanbieders": [_aanbieder(one, fill) for one in bron.gemeente.aanbieders if one != bron.afzender],
        "web": _web(flyer, bron, fill),
        "voorbeeld": bron.gemeente.voorbeeld,
    }


def page_address(gemeente: Gemeente, taal: str, pagina: str) -> str | None:
    """The address of a page of the gemeente's site in a language; its own website, if any, where there is no site."""
    if not gemeente.site_url:
        return gemeente.website
    folder = "" if taal == BRON_TAAL else f"{taal}/"
    return f"{gemeente.site_url}{folder}{'' if pagina == 'index' else f'{pagina}/'}"


def short_address(address: str) -> str:
    """An address as people type it: without https://, www. and the last slash."""
    parts = urlsplit(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")


class _Fill:
    """Completes the pieces of a text: values of the gemeente, and isolation of what must not turn round."""

    def __init__(self, taal: str, bron: Bron) -> None:
        self.taal, self.bron = taal, bron
        self.rtl = TALEN[taal].richting == "rtl"

    def __call__(self, text: str) -> str:
        return isolated_text(TOKEN.sub(self._value, text), self.taal)

    def plain(self, text: str) -> str:
        """A title: its values filled in, without isolation characters (those are for running text)."""
        return TOKEN.sub(self._value, tokenized(text, self.taal))

    def isolated(self, text: str | None) -> str | None:
        """A number, address or name that reads from left to right in every language."""
        return f"{ISOLATE}{text}{END}" if text and self.rtl else text

    def local(self, texts: Mapping[Any, str] | None) -> dict[str, str] | None:
        """The text of this language, or else the Dutch one, with the language that it is in."""
        if not texts:
            return None
        taal = self.taal if texts.get(self.taal) else BRON_TAAL
        text = texts[taal]
        return {"tekst": self(text) if taal == self.taal else str(self.isolated(text)), "taal": taal}

    def _value(self, match: re.Match[str]) -> str:
        token = parse_token(match[0])
        return WAARDEN[token.naam][1](self.bron.gemeente, self.taal, self.bron.inhoud)


def isolated_text(text: str, taal: str) -> str:
    """`text` with its numbers and addresses isolated where the language is read from right to left."""
    if TALEN[taal].richting == "ltr":
        return text
    return _ADDRESS.sub(lambda m: f"{ISOLATE}{m[0]}{END}", isolate_numbers(text, taal))


def tokenized(text: str, taal: str) -> str:
    """`text` with each known `{{ gemeente.naam }}` as a token, which Markdown leaves alone."""
    found = iter(list(placeholders(text)))

    def token(match: re.Match[str]) -> str:
        one = next(found)
        known = one.soort == "waarde" and one.naam in WAARDEN
        return str(Token(Soort.WAARDE, taal, one.naam)) if known else match[0]

    return PLACEHOLDER.sub(token, text)


def _block(blok: Blok, fill: _Fill) -> dict[str, Any]:
    if "{{" in blok.tekst or "{{" in blok.kop.titel:
        return _filled_block(blok.naam, blok.kop.titel, blok.tekst, fill, fill.taal)
    return _same_block(blok.naam, blok.kop.titel, blok.tekst, fill.taal)


def _filled_block(naam: str, titel: str, tekst: str, fill: Callable[[str], str], taal: str) -> dict[str, Any]:
    nodes: list[Node] = markdown_nodes(tokenized(tekst, taal), fill)
    return {"naam": naam, "titel": fill(tokenized(titel, taal)), "delen": nodes}


@lru_cache(maxsize=64)
def _same_block(naam: str, titel: str, tekst: str, taal: str) -> dict[str, Any]:
    """A block that names nothing of a gemeente, and so is the same for all; not to be changed."""
    return _filled_block(naam, titel, tekst, partial(isolated_text, taal=taal), taal)


def _day(flyer: Flyer, inhoud: Inhoud) -> date:
    """The last day on which one of the texts was checked."""
    koppen = [blok.kop for naam in flyer.blokken if (blok := inhoud.bron_blok(naam))]
    days = [kop.gecontroleerd_op for kop in koppen if isinstance(kop, BlokKop) and kop.gecontroleerd_op]
    return max(days, default=_FIRST_DAY)


def _words(flyer: Flyer, taal: str, inhoud: Inhoud) -> dict[str, str]:
    own = _in_groups(tuple(inhoud.teksten[BRON_TAAL]), flyer.kop.teksten)
    return {key: inhoud.woord(key, taal) for key in (*_WOORDEN, *own)}


@lru_cache(maxsize=32)
def _in_groups(keys: tuple[str, ...], groepen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key.split(".", 1)[0] in groepen)


def _gemeente(bron: Bron) -> dict[str, Any]:
    return {"naam": bron.gemeente.naam, "logo": _logo(bron.uiterlijk.logo)}


def _afzender(bron: Bron) -> dict[str, Any] | None:
    if bron.afzender is None:
        return None
    return {"naam": bron.afzender.naam, "logo": _logo(bron.uiterlijk.aanbieders.get(bron.afzender.naam))}


def _web(flyer: Flyer, bron: Bron, fill: _Fill) -> dict[str, Any] | None:
    """The address behind the code, the one to type, and the code; None when there is no address at all."""
    adres = page_address(bron.gemeente, fill.taal, flyer.kop.pagina)
    home = page_address(bron.gemeente, fill.taal, "index")
    if not adres or not home:
        return None
    code = qr_svg(adres, bron.uiterlijk.palet.tekst)
    return {"adres": adres, "kort": fill.isolated(short_address(home)), "qr": code}


def _logo(beeld: Drukbeeld | None) -> dict[str, Any] | None:
    return {"svg": beeld.svg, "verhouding": beeld.verhouding} if beeld else None


def _contact(bron: Bron, fill: _Fill) -> list[dict[str, Any]]:
    """Whom to ask, the first one first: the provider that sends the flyer, then the gemeente's own team."""
    own = [_aanbieder(bron.afzender, fill)] if bron.afzender else []
    toegang = bron.gemeente.toegang
    if toegang is None:
        naam = bron.inhoud.woord("site.gemeente", fill.taal, naam=bron.gemeente.naam)
        return [*own, {"naam": naam, **_address(bron.gemeente.website, fill)}]
    return [
        *own,
        {
            "naam": toegang.naam,
            "telefoon": fill.isolated(toegang.telefoon),
            "e_mail": fill.isolated(toegang.e_mail),
            "adres": fill.isolated(toegang.adres),
            "openingstijden": fill.local(toegang.openingstijden),
            **_address(toegang.url or bron.gemeente.website, fill),
        },
    ]


def _address(url: str | None, fill: _Fill) -> dict[str, Any]:
    return {"web": fill.isolated(short_address(url)), "url": url} if url else {}


def _aanbieder(one: Aanbieder, fill: _Fill) -> dict[str, Any]:
    return {
        "naam": one.naam,
        "telefoon": fill.isolated(one.telefoon),
        "e_mail": fill.isolated(one.e_mail),
        **_address(one.url, fill),
    }


def _is_concept(blok: Blok, inhoud: Inhoud) -> bool:
    """Whether no native speaker has checked this text as it is now."""
    if not isinstance(blok.kop, VertalingKop):
        return False
    origin = inhoud.bron_blok(blok.naam)
    return blok.kop.status == "concept" or (origin is not None and not is_actueel(blok, origin))
