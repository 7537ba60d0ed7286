"""Real flyers of a municipality made for a test, and what a reader finds in them."""

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.data import Bron
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.folder import Gemaakt, Werkplaats
from familiegroepsplan.print.soorten import WEB
from familiegroepsplan.project import Project

BASIS = 'naam: Utrecht\ncbs_code: "0344"\nwebsite: https://www.utrecht.nl\ntalen: [nl, en, ar, tr, pl, uk, ti, fa]\n'
SITE = "site_url: https://plan.example/utrecht/\n"
MM = 72 / 25.4
_WORD = re.compile(r"[^\W_]+")
_BOX = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def gemeente_of(folder: Path, extra: str = SITE) -> Gemeente:
    """A municipality with these lines in its file, which lies in `folder`."""
    path = folder / "utrecht.yml"
    path.write_text(BASIS + extra, "utf-8")
    gemeente, meldingen = read_gemeente(path, root=folder)
    assert gemeente is not None, meldingen
    return gemeente


@dataclass(frozen=True)
class Proef:
    """The project, its texts, and a place to make flyers in."""

    project: Project
    inhoud: Inhoud
    werkplaats: Werkplaats

    def flyer(self, naam: str) -> Flyer:
        return next(one for one in read_flyers(self.project)[0] if one.naam == naam)

    def bron(self, gemeente: Gemeente, afzender: str | None = None) -> Bron:
        bron, meldingen = read_bron(gemeente, self.project, self.inhoud, afzender)
        assert bron is not None, meldingen
        return bron

    def make(self, naam: str, taal: str, gemeente: Gemeente, afzender: str | None = None) -> Gemaakt:
        return self.werkplaats.make(WEB, self.flyer(naam), taal, self.bron(gemeente, afzender))

    def pdf(self, naam: str, taal: str, gemeente: Gemeente, afzender: str | None = None) -> bytes:
        made = self.make(naam, taal, gemeente, afzender)
        assert made.inhoud is not None, made.meldingen
        return made.inhoud


def words(text: str) -> list[str]:
    """The words of a text as one compares them: without direction marks, in one form of each letter."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return _WORD.findall(plain)


@dataclass(frozen=True)
class Vak:
    """Where a word stands, in mm from the top left corner of its page."""

    bladzijde: int
    links: float
    boven: float
    rechts: float
    onder: float
    tekst: str


def extracted(pdf: bytes) -> str:
    """The text of a PDF as a reader copies it (poppler)."""
    return _pdftotext(pdf)


def boxes(pdf: bytes) -> list[Vak]:
    """Every word with its place."""
    found = []
    for number, page in enumerate(_pdftotext(pdf, "-bbox").split("<page ")[1:]):
        for match in _BOX.finditer(page):
            x0, y0, x1, y1 = (float(value) / MM for value in match.groups()[:4])
            found.append(Vak(number, x0, y0, x1, y1, _as_read(match[5])))
    return found


def _as_read(word: str) -> str:
    """With -bbox poppler gives the letters of a word from left to right; Arabic is read the other way."""
    arabic = any("\u0590" <= letter <= "\u08ff" or letter >= "\ufb1d" for letter in word)
    return word[::-1] if arabic else word


def _pdftotext(pdf: bytes, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()
