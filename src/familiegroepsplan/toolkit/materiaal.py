"""The ready material of a municipality: per channel and language its texts, and the files of each.

`materials` decides which files there are; the product writes them, the pages link to them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.cache import Cache
from familiegroepsplan.digest import code_digest, digest
from familiegroepsplan.huisstijl.merk import Merk, read_merk
from familiegroepsplan.project import Project
from familiegroepsplan.toolkit.berichtbeeld import MATEN, drawing_digest, first_sentence, message_pictures, picture_data
from familiegroepsplan.toolkit.bestand import Bestand, text_files
from familiegroepsplan.toolkit.blad import referrer_sheet
from familiegroepsplan.toolkit.fragment import lower_headings
from familiegroepsplan.toolkit.losblok import Losmaker
from familiegroepsplan.toolkit.mail import mail_html
from familiegroepsplan.toolkit.tekst import Tekst, pieces, text_of
from familiegroepsplan.toolkit.website import provider_texts, website_texts
from familiegroepsplan.vertaling.staat import Staat

ARTIKELEN = tuple(f"nieuwsbrief-{number}" for number in range(1, 7))
BRIEVEN = ("brief-ouders", "brief-kind")
LONG = 4000
"""Characters of HTML from which a text is not shown on the page itself."""

SCRIPT, BLAD, MAILS, BERICHTEN = "telefoonscript", "verwijzer-blad", "verwijzer-mail", "berichten"


class Kanaal(StrEnum):
    """Where people read or hear it; in the order of the page."""

    WEBSITE = "website"
    AANBIEDER = "aanbieder"
    NIEUWSBRIEF = "nieuwsbrief"
    BERICHTEN = "berichten"
    BRIEVEN = "brieven"
    TELEFOON = "telefoon"
    VERWIJZERS = "verwijzers"


@dataclass(frozen=True)
class Materiaal:
    """A text of a channel, and its files below `toolkit/` (the first two are plain HTML and plain text)."""

    kanaal: Kanaal
    tekst: Tekst
    bestanden: tuple[Bestand, ...]

    @property
    def html(self) -> str:
        """The path of the page of plain HTML."""
        return self.bestanden[0].pad

    @property
    def lang(self) -> bool:
        """Whether it is too long to stand whole on a page with everything."""
        return len(self.tekst.html) > LONG

    @property
    def vraag(self) -> str:
        """The first sentence of the text: the question of a message, which stands in its picture."""
        return first_sentence(self.tekst.tekst)

    @property
    def op_pagina(self) -> str:
        """The body with headings that fit under the heading of the text on a page (`h3`)."""
        return lower_headings(self.tekst.html, 2)

    @property
    def naam(self) -> str:
        """Its name among all materials of a language."""
        return f"{self.kanaal}-{self.tekst.naam}"

    @property
    def gewoon(self) -> str:
        """The path of the plain text."""
        return self.bestanden[1].pad


@dataclass(frozen=True)
class Maker:
    """Makes the material of one municipality."""

    losmaker: Losmaker
    merk: Merk
    project: Project

    def materials(self, taal: str) -> Iterator[Materiaal]:
        """Everything in this language, channel by channel; what does not exist in it is left out."""
        for tekst in website_texts(self.losmaker, taal):
            yield self._plain(Kanaal.WEBSITE, tekst, self._markdown(Kanaal.WEBSITE, tekst))
        for tekst in provider_texts(self.losmaker, taal):
            yield self._plain(Kanaal.AANBIEDER, tekst, self._markdown(Kanaal.AANBIEDER, tekst))
        for tekst in self._texts(ARTIKELEN, taal):
            yield self._plain(Kanaal.NIEUWSBRIEF, tekst, self._mail(tekst))
        for piece in pieces(self.losmaker, BERICHTEN, taal):
            tekst = replace(piece, bovenregel="")
            yield self._plain(Kanaal.BERICHTEN, tekst, *self._pictures(tekst))
        for tekst in self._texts(BRIEVEN, taal):
            yield self._plain(Kanaal.BRIEVEN, tekst, self._word(Kanaal.BRIEVEN, tekst, self._is_open))
        for tekst in self._texts((SCRIPT,), taal):
            yield self._plain(Kanaal.TELEFOON, tekst, self._word(Kanaal.TELEFOON, tekst, self._is_open, 10.5))
        for tekst in self._mails(taal):
            yield self._plain(Kanaal.VERWIJZERS, tekst)
        for tekst in self._texts((BLAD,), taal):
            pdf = Bestand(f"{taal}/{Kanaal.VERWIJZERS}/{BLAD}.pdf", partial(self._sheet, taal))
            yield self._plain(Kanaal.VERWIJZERS, tekst, pdf, self._word(Kanaal.VERWIJZERS, tekst, _nothing, 10.5))

    def _texts(self, names: tuple[str, ...], taal: str) -> Iterator[Tekst]:
        for naam in names:
            if tekst := text_of(self.losmaker, naam, taal):
                yield tekst

    def _mails(self, taal: str) -> Iterator[Tekst]:
        """The mails to referrers; their subject is the title of the block."""
        whole = text_of(self.losmaker, MAILS, taal)
        for piece in pieces(self.losmaker, MAILS, taal):
            subject = self.losmaker.inhoud.woord("materiaal.onderwerp", taal, onderwerp=whole.titel if whole else "")
            yield replace(piece, naam=f"mail-{piece.naam}", bovenregel=subject)

    def _plain(self, kanaal: Kanaal, tekst: Tekst, *more: Bestand) -> Materiaal:
        base = f"{tekst.taal}/{kanaal}/{tekst.naam}"
        files = text_files(base, tekst, self.losmaker.delen, self.losmaker.gemeente)
        return Materiaal(kanaal, tekst, (*files, *more))

    def _markdown(self, kanaal: Kanaal, tekst: Tekst) -> Bestand:
        return Bestand(f"{tekst.taal}/{kanaal}/{tekst.naam}.md", lambda: tekst.markdown.encode())

    def _mail(self, tekst: Tekst) -> Bestand:
        make = partial(mail_html, tekst, self.losmaker, self.merk.palet, self._notices(tekst))
        return Bestand(f"{tekst.taal}/{Kanaal.NIEUWSBRIEF}/{tekst.naam}-mail.html", lambda: make().encode())

    def _word(self, kanaal: Kanaal, tekst: Tekst, is_open: Callable[[str], bool], punten: float = 12) -> Bestand:
        make = partial(self._document, tekst, is_open, punten)
        return Bestand(f"{tekst.taal}/{kanaal}/{tekst.naam}.docx", make)

    def _document(self, tekst: Tekst, is_open: Callable[[str], bool], punten: float) -> bytes:
        """The document, from the cache of the project where nothing of it changed."""
        kleur, notices = self.merk.palet.knop, " ".join(self._notices(tekst))
        closed = [] if is_open is _nothing else sorted(self._dutch_words)
        key = digest(code_digest(), tekst.taal, tekst.titel, tekst.html, kleur, notices, punten, closed)

        def make() -> bytes:
            from familiegroepsplan.toolkit.word import word_document  # Slow to load, and pages do without.

            return word_document(tekst, kleur, is_open, notices, punten)

        return Cache(self.project.cache).made("word", key, make)

    def _pictures(self, tekst: Tekst) -> Iterator[Bestand]:
        drawn = _Drawn(partial(self._draw, tekst))
        for at, (width, height) in enumerate(MATEN):
            pad = f"{tekst.taal}/{Kanaal.BERICHTEN}/{tekst.naam}-{width}x{height}.png"
            yield Bestand(pad, partial(drawn.picture, at))

    def _draw(self, tekst: Tekst) -> list[bytes]:
        """The pictures, from the cache of the project where nothing of them changed."""
        gegevens = picture_data(tekst, self.losmaker, self.merk.palet)
        key = digest(drawing_digest(), gegevens)
        made: list[bytes] = Cache(self.project.cache).made("berichtbeeld", key, partial(message_pictures, gegevens))
        return made

    def _sheet(self, taal: str) -> bytes:
        return referrer_sheet(self.losmaker, taal, self.merk, self.project.flyers)

    def _notices(self, tekst: Tekst) -> tuple[str, ...]:
        """What a reader must know: example data, a translation that nobody checked or that is behind."""
        keys = ["melding.voorbeeld"] if self.losmaker.gemeente.voorbeeld else []
        if tekst.staat in {Staat.CONCEPT, Staat.VEROUDERD}:
            keys.append(f"melding.{tekst.staat}")
        return tuple(self.losmaker.inhoud.woord(key, tekst.taal) for key in keys)

    def _is_open(self, words: str) -> bool:
        """Whether words in brackets are to be filled in: not a Dutch word that a translation keeps."""
        return words.lower() not in self._dutch_words

    @cached_property
    def _dutch_words(self) -> frozenset[str]:
        begrippen = self.losmaker.inhoud.uitleg(BRON_TAAL)
        return frozenset(word.lower() for begrip in begrippen for word in (begrip.begrip, *begrip.vormen))


def _nothing(words: str) -> bool:
    """In this text nothing is to be filled in."""
    return False


class _Drawn:
    """The pictures of one message, drawn once for both files."""

    def __init__(self, draw: partial[list[bytes]]) -> None:
        self._draw = draw

    @cached_property
    def _all(self) -> list[bytes]:
        return self._draw()

    def picture(self, at: int) -> bytes:
        """The picture of that size."""
        return self._all[at]


def read_maker(losmaker: Losmaker, project: Project) -> Maker:
    """The maker for the municipality of `losmaker`; faults of brand files were told before."""
    merk, _ = read_merk(losmaker.gemeente, project.gemeenten)
    return Maker(losmaker, merk, project)
