"""Every printed product of some gemeenten, made as a user gets it, and ways to look into it."""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import page
import pikepdf
import zxingcpp
from lxml import html

from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.bron import read_bron
from familiegroepsplan.print.data import flyer_data, missing_blocks
from familiegroepsplan.print.flyer import Flyer, read_flyers
from familiegroepsplan.print.soorten import make_web_pdf
from familiegroepsplan.project import Project
from tests.print.drukvel import rendered
from tests.print.tags import tagged_paragraphs

TELEFOON = "020 123 45 67"
HUISSTIJLEN = {
    "rood": 'huisstijl: {kleur: "#ec0000", linkkleur: "#004699"}',
    "geel": 'huisstijl: {kleur: "#ffe600"}',
    "donker": 'huisstijl: {kleur: "#0b1f3a"}',
    "zonder": "",
}
"""Four gemeenten: a red one, a yellow one, a dark one, and one without a brand."""

_GEMEENTE = """naam: Amsterdam
cbs_code: "0363"
voorbeeld: true
talen: [nl, en, ar, tr, pl, uk, ti, fa]
website: https://www.amsterdam.nl
site_url: https://familiegroepsplan.example/amsterdam/
toegang: {{naam: Ouder- en Kindteams, telefoon: "{telefoon}", e_mail: vraag@voorbeeld.example}}
{huisstijl}
"""
_STANDAARDEN = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
_ARABISCH = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class Gezet:
    """A product as it is made: the flyer, its language, what it was made from, and the file."""

    flyer: Flyer
    taal: str
    gegevens: Mapping[str, Any]
    pad: Path

    @property
    def rtl(self) -> bool:
        return bool(self.gegevens["richting"] == "rtl")


def gemeente_with(folder: Path, huisstijl: str) -> Gemeente:
    """A gemeente with one of HUISSTIJLEN, a telephone number and all languages."""
    path = folder / "amsterdam.yml"
    path.write_text(_GEMEENTE.format(telefoon=TELEFOON, huisstijl=HUISSTIJLEN[huisstijl]), "utf-8")
    gemeente, meldingen = read_gemeente(path, root=folder)
    assert gemeente, meldingen
    return gemeente


def make(project: Project, inhoud: Inhoud, naam: str, taal: str, gemeente: Gemeente, folder: Path) -> Gezet:
    """One product for the web, as `fgp flyers` makes it."""
    (flyer,) = [one for one in read_flyers(project)[0] if one.naam == naam]
    assert missing_blocks(flyer, taal, inhoud) == []
    bron, meldingen = read_bron(gemeente, project, inhoud)
    assert bron, meldingen
    gegevens = flyer_data(flyer, taal, bron)
    path = folder / f"{naam}-{taal}.pdf"
    path.write_bytes(make_web_pdf(flyer, gegevens, project.flyers))
    return Gezet(flyer, taal, gegevens, path)


def conformance_faults(path: Path) -> list[str]:
    """What the file does wrong by PDF/UA-1 and PDF/A-2a.

    page-validation reports a wrong length of a stream in about one good file in seventy; qpdf decides.
    """
    found = [
        f"{failure.rule_id}: {failure.message}"
        for standaard in _STANDAARDEN
        for failure in page.validate_pdf(path, profile=standaard).failures
    ]
    sound = subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0
    return [fault for fault in found if not (sound and "STREAM-LENGTH-001" in fault)]


def fonts_outside(path: Path) -> list[str]:
    """The fonts that are not in the file."""
    rows = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    return [row for row in rows if row.split()[-5] != "yes"]


def words(text: str) -> list[str]:
    """The words of a text in one form: without marks of direction, points and differences of presentation."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return re.findall(r"[\w]+", plain)


def spoken(path: Path) -> list[list[str]]:
    """The words of the file in the order of its tags, by paragraph, as a screen reader comes by them."""
    return [words(text) for text in tagged_paragraphs(path)]


def printed(path: Path) -> list[str]:
    """The words on the pages, those of feet too, which are not said aloud."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return words(done.stdout.decode(errors="replace"))


def source(gezet: Gezet) -> list[list[str]]:
    """The words that must be in the file, by paragraph, in the order in which one reads them."""
    found: list[list[str]] = []
    for blokken in gezet.gegevens["panelen"].values():
        for blok in blokken:
            found.append(words(blok["titel"]))
            for node in blok["delen"]:
                found += [words("".join(_texts(part))) for part in _paragraphs(node)]
    return found


def _paragraphs(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "punten" not in node:
        yield node
    for item in node.get("punten", ()):
        for part in item:
            yield from _paragraphs(part)


def labels(gezet: Gezet, template: Path) -> list[str]:
    """The words of the interface that a form's template asks for, each text once."""
    keys = sorted(set(re.findall(r'\b([pf])\("([a-z-]+)"\)', template.read_text("utf-8"))))
    texts = [gezet.gegevens["woorden"][f"{'plan' if kind == 'p' else 'folder'}.{key}"] for kind, key in keys]
    return [word for text in texts for word in words(re.sub(r"\{\w+\}", "", text))]


def names_of_fields(path: Path) -> list[str]:
    """The words by which a screen reader calls the fields."""
    with pikepdf.open(path) as document:
        return [word for field in document.Root.AcroForm.Fields for word in words(str(field.TU))]


def _texts(node: Mapping[str, Any]) -> Iterator[str]:
    if "tekst" in node:
        yield node["tekst"]
    for part in node.get("delen", ()):
        yield from _texts(part)


def flat(paragraphs: list[list[str]]) -> list[str]:
    """All the words of some paragraphs."""
    return [word for paragraph in paragraphs for word in paragraph]


def any_order_in_paragraphs(paragraphs: list[list[str]]) -> list[str]:
    """All words, those of each paragraph in alphabetical order: Typst writes a line of Arabic from left to right,
    so that order within a paragraph is for the reader's program to find; that of paragraphs is ours."""
    return [word for paragraph in paragraphs for word in sorted(any_order_of_letters(paragraph))]


def any_order_of_letters(found: list[str]) -> list[str]:
    """Words that may be compared where poppler gives Arabic letters as they stand, from left to right, and not as one
    reads them (tags and places): the letters of each in alphabetical order."""
    return ["".join(sorted(word)) if _ARABISCH.search(word) else word for word in found]


def share_found(wanted: list[str], found: list[str]) -> float:
    """Which part of the words wanted is there, each as often as it is wanted."""
    missing = Counter(wanted) - Counter(found)
    return 1 - missing.total() / len(wanted)


def share_in_order(wanted: list[str], found: list[str]) -> float:
    """Which part of the words wanted stands there in their order."""
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def codes_seen(path: Path) -> set[str]:
    """What a telephone reads in the QR codes on the pages."""
    pictures = rendered(path.read_bytes(), dpi=110)
    return {code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)}


@dataclass(frozen=True)
class Woord:
    """A word on a page, in mm from the upper left corner."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float


def placed_words(path: Path) -> list[list[Woord]]:
    """Every word of every page with its place."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    tree = html.fromstring(done.stdout, parser=html.HTMLParser(encoding="utf-8"))
    mm = 25.4 / 72
    return [
        [
            Woord(word.text or "", *(float(word.get(key, "0")) * mm for key in ("xmin", "ymin", "xmax", "ymax")))
            for word in sheet.iter("word")
        ]
        for sheet in tree.iter("page")
    ]
