"""Puts a page together in one language: its lead, its blocks and its parts become one Markdown text.

Values and parts of the municipality become tokens. A block that is missing in the language is
shown in Dutch, marked as such under a notice: a missing translation never passes for one.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from familiegroepsplan.blocktext import fit_headings, fit_links
from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop, VertalingKop, Vorm, is_actueel
from familiegroepsplan.errors import Melding, Plaats, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.landelijk import Bron
from familiegroepsplan.names import PLACEHOLDER, Placeholder, placeholders, suggestion
from familiegroepsplan.pagina import Paginabron
from familiegroepsplan.taal import TALEN_PROFESSIONALS
from familiegroepsplan.token import Soort, Token
from familiegroepsplan.waarde import WAARDEN


@dataclass
class Assembly:
    """A page in one language: Markdown with tokens, and what is known about it.

    `vertaald` is False when any of its texts had to be shown in Dutch; `kop_taal` is the language
    in which title and description are; `concept`: no native speaker has checked one of its translations;
    `verouderd`: the Dutch text has changed since one of them was made; `klapt_open`: its headings are
    fold-out questions, so that a list of contents would say them twice.
    """

    titel: str
    menu: str
    omschrijving: str
    doelgroep: str
    kop_taal: str
    markdown: str = ""
    vertaald: bool = True
    concept: bool = False
    verouderd: bool = False
    klapt_open: bool = False
    blokken: list[str] = field(default_factory=list)
    bronnen: list[Bron] = field(default_factory=list)
    gecontroleerd_op: date | None = None
    meldingen: list[Melding] = field(default_factory=list)


def is_offered(page: Assembly, taal: str) -> bool:
    """Whether the site has that page in `taal`: pages for professionals exist in some languages only."""
    return page.doelgroep != "professional" or taal in TALEN_PROFESSIONALS


@dataclass(frozen=True)
class Assembler:
    """Puts pages together in `taal` from `inhoud`; `delen` are the names of the known parts."""

    inhoud: Inhoud
    taal: str
    delen: Collection[str]

    def assemble(self, bron: Paginabron) -> Assembly:
        """The page in this language, put together once. Faults stand in its `meldingen` and are never raised."""
        key = "pagina", self.taal, bron, frozenset(self.delen)
        if key not in self.inhoud.made:
            self.inhoud.made[key] = self._assembled(bron)
        page: Assembly = self.inhoud.made[key]
        return page

    def _assembled(self, bron: Paginabron) -> Assembly:
        kopblok = self._find(bron.kopblok)
        if kopblok is None:
            page = Assembly(bron.naam, bron.naam, "", "gezin", BRON_TAAL)
            page.meldingen.append(_missing_title(bron))
            return page
        page = Assembly(
            kopblok.kop.titel,
            kopblok.kop.menu or kopblok.kop.titel,
            kopblok.kop.omschrijving,
            self._origin_kop(kopblok).doelgroep,
            kopblok.taal,
            vertaald=kopblok.taal == self.taal,
            blokken=[bron.kopblok],
        )
        lead = self._expand(kopblok, page, bron, 0, (bron.kopblok,))
        body = self._body(bron, page)
        head = f'<div class="lead"{self._marked(kopblok)} markdown="1">\n\n{lead}\n\n</div>\n\n' if lead else ""
        page.markdown = head + body
        self._name_sources(page)
        self._note_state(page)
        return page

    def _note_state(self, page: Assembly) -> None:
        """Whether any translation on the page is unchecked or older than its Dutch text."""
        for naam in page.blokken:
            blok, origin = self.inhoud.blok(naam, self.taal), self.inhoud.bron_blok(naam)
            if blok and origin and isinstance(blok.kop, VertalingKop):
                page.concept |= blok.kop.status == "concept"
                page.verouderd |= not is_actueel(blok, origin)

    def _name_sources(self, page: Assembly) -> None:
        """The source documents of the page's blocks, each once, and the oldest date of their comparison."""
        koppen = [blok.kop for naam in page.blokken if (blok := self.inhoud.bron_blok(naam))]
        names = {bron.split(" ", 1)[0]: None for kop in koppen if isinstance(kop, BlokKop) for bron in kop.bronnen}
        known = self.inhoud.landelijk.bronnen
        page.bronnen = [known[name] for name in names if name in known]
        dates = [kop.gecontroleerd_op for kop in koppen if isinstance(kop, BlokKop)]
        page.gecontroleerd_op = min((day for day in dates if day), default=None) if all(dates) else None

    def _find(self, naam: str) -> Blok | None:
        """The block in this language; the Dutch one where it is missing, or too old to have its headings."""
        origin, blok = self.inhoud.bron_blok(naam), self.inhoud.blok(naam, self.taal)
        if origin is None or blok is None:
            return origin
        outgrown = len(blok.koppen) != len(origin.koppen) and not is_actueel(blok, origin)
        return origin if blok is not origin and outgrown else blok

    def _origin(self, blok: Blok) -> Blok:
        return self.inhoud.bron_blok(blok.naam) or blok

    def _origin_kop(self, blok: Blok) -> BlokKop:
        kop = self._origin(blok).kop
        assert isinstance(kop, BlokKop)
        return kop

    def _marked(self, blok: Blok) -> str:
        return "" if blok.taal == self.taal else f' lang="{blok.taal}" dir="ltr"'

    def _body(self, bron: Paginabron, page: Assembly) -> str:
        parts = bron.onderdelen
        alone = len(parts) == 1
        first = self.inhoud.bron_blok(parts[0].naam) if alone else None
        page.klapt_open = bool(first and self._origin_kop(first).vorm is Vorm.VRAGEN)
        return "\n\n".join(
            self._resolve(part, bron.place_at(part.start), self.taal, page, bron, (), titled=not alone)
            for part in parts
        )

    def _resolve(
        self,
        part: Placeholder,
        place: Plaats,
        taal: str,
        page: Assembly,
        bron: Paginabron,
        trail: tuple[str, ...],
        titled: bool = True,
    ) -> str:
        """What `part` becomes in the language of the text around it; `trail` are the blocks it stands in."""
        if part.soort == "waarde" and part.naam in WAARDEN:
            return str(Token(Soort.WAARDE, taal, part.naam))
        if part.soort == "deel" and part.naam in self.delen:
            return str(Token(Soort.DEEL, taal, part.naam))
        if part.soort == "blok" and part.naam in trail:
            page.meldingen.append(_cycle(place, (*trail, part.naam)))
            return ""
        if part.soort == "blok" and (blok := self._find(part.naam)):
            return self._section(blok, page, bron, trail, titled)
        page.meldingen.append(self._unknown(part, place))
        return ""

    def _section(self, blok: Blok, page: Assembly, bron: Paginabron, trail: tuple[str, ...], titled: bool) -> str:
        kop = self._origin_kop(blok)
        page.blokken.append(blok.naam)
        text = self._expand(blok, page, bron, 1 if titled else 0, (*trail, blok.naam))
        if kop.vervangbaar == "ja":
            text = f"<!--fgp-blok {blok.naam} {int(titled)}-->\n\n{text}\n\n<!--/fgp-blok {blok.naam}-->"
        heading = f"## {blok.kop.titel} {{#{blok.naam}}}\n\n" if titled else ""
        anchor = "" if titled else f' id="{blok.naam}"'
        opening = f'<section{anchor} class="blok vorm-{kop.vorm}"{self._marked(blok)} markdown="1">'
        return f"{self._notice(blok, page)}{opening}\n\n{heading}{text}\n\n</section>"

    def _notice(self, blok: Blok, page: Assembly) -> str:
        if blok.taal == self.taal:
            return ""
        page.vertaald = False
        return f'<p class="notitie">{self.inhoud.woord("melding.niet-vertaald", self.taal)}</p>\n\n'

    def _expand(self, blok: Blok, page: Assembly, bron: Paginabron, shift: int, trail: tuple[str, ...]) -> str:
        """The text of a block with its names resolved, and its headings and links fitted to the page."""
        ids = tuple(kop.id for kop in self._origin(blok).koppen)
        if len(ids) != len(blok.koppen):
            page.meldingen.append(_other_headings(blok, len(ids)))
        text = fit_links(fit_headings(blok.tekst.strip(), ids, shift), bron.uri)
        found = placeholders(blok.tekst)

        def resolve(_: object) -> str:
            part = next(found)
            return self._resolve(part, blok.place_at(part.start), blok.taal, page, bron, trail)

        return PLACEHOLDER.sub(resolve, text)

    def _unknown(self, part: Placeholder, place: Plaats) -> Melding:
        known = {"blok": self.inhoud.blokken[BRON_TAAL], "deel": self.delen, "waarde": WAARDEN}
        if part.soort == "onbekend" and not part.naam:
            wat, doe = 'tussen "{{" en "}}" staat geen naam', "schrijf bijvoorbeeld {{ gemeente.naam }}"
        elif part.soort == "onbekend":
            wat = f'"{{{{ {part.naam} }}}}" wordt niet begrepen'
            doe = "schrijf {{ gemeente.naam }}, {{ blok: naam }} of {{ deel: naam }}"
        else:
            wat = f'{part.soort} "{part.naam}" bestaat niet'
            doe = suggestion(part.naam, known[part.soort])
        return Melding(place, "", wat, doe, "naam-onbekend", wie=Wie.REDACTIE)


def _missing_title(bron: Paginabron) -> Melding:
    return Melding(
        Plaats(bron.pad),
        "",
        f"de pagina heeft geen titel: blok {bron.kopblok} ontbreekt",
        f"schrijf content/blocks/{BRON_TAAL}/{bron.kopblok}.md",
        "blok-ontbreekt",
        wie=Wie.REDACTIE,
    )


def _cycle(place: Plaats, trail: tuple[str, ...]) -> Melding:
    return Melding(
        place,
        "",
        f"de blokken verwijzen in een kring naar elkaar: {' > '.join(trail)}",
        "haal een van deze verwijzingen weg",
        "blok-kring",
        wie=Wie.REDACTIE,
    )


def _other_headings(blok: Blok, expected: int) -> Melding:
    return Melding(
        Plaats(blok.pad),
        "",
        f"de vertaling heeft {len(blok.koppen)} koppen, het Nederlandse blok {expected}",
        "geef de vertaling dezelfde koppen in dezelfde volgorde",
        "vertaling-koppen",
        wie=Wie.VERTALER,
    )
