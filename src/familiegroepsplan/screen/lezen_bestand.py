"""Reading Word documents and PDFs: their text in reading order, with headings where the file tells them."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import docx
import pypdf
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph

from familiegroepsplan.screen.brontekst import Alinea, Brontekst
from familiegroepsplan.screen.lezen_tekst import from_lines
from familiegroepsplan.screen.regels import Leesfout

MAX_UNPACKED = 100_000_000
MAX_PAGES = 500

_BOLD_LEVEL = 6
_LONGEST_BOLD = 80
"""A short paragraph that is bold from end to end serves as a heading, the lowest."""

_STYLE = re.compile(r"(?:heading|kop)\s*([1-6])$", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]$")


def read_docx(data: bytes, naam: str) -> Brontekst:
    """A Word document: paragraphs and tables in order, headings by their style."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise Leesfout("screen-te-groot", "uitgepakt is dit document te groot")
        document = docx.Document(io.BytesIO(data))
        alineas = tuple(_word_paragraphs(document))
        return Brontekst(naam, (document.core_properties.title or "").strip(), alineas)
    except Leesfout:
        raise
    except Exception as error:  # python-docx lets through whatever a broken file makes zipfile, lxml or itself raise
        raise Leesfout("screen-kapot", "dit is geen Word-document (.docx) dat te lezen is") from error


def read_pdf(data: bytes, naam: str) -> Brontekst:
    """A PDF that has text in it: lines joined to paragraphs, per page."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns about files that it mends itself
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Leesfout("screen-kapot", "deze PDF is met een wachtwoord beveiligd", "sla hem op zonder wachtwoord")
        if len(reader.pages) > MAX_PAGES:
            raise Leesfout("screen-te-groot", f"deze PDF heeft meer dan {MAX_PAGES} bladzijden")
        alineas = tuple(_pdf_paragraphs(reader))
        title = (reader.metadata.title or "") if reader.metadata else ""
    except Leesfout:
        raise
    except Exception as error:  # pypdf raises anything, from KeyError to RecursionError, on a broken file
        raise Leesfout("screen-kapot", "dit is geen PDF die te lezen is") from error
    return Brontekst(naam, str(title).strip(), alineas)


def _word_paragraphs(document: Word) -> Iterator[Alinea]:
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            if item.text.strip():
                yield Alinea(item.text.strip(), _level(item), lijst=_is_item(item))
        elif isinstance(item, Table):
            yield from _cells(item)


def _cells(table: Table) -> Iterator[Alinea]:
    seen: set[object] = set()  # merged cells come back for every place that they cover
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield from (Alinea(p.text.strip(), _level(p)) for p in cell.paragraphs if p.text.strip())


def _is_item(paragraph: Paragraph) -> bool:
    name = (paragraph.style.name or "") if paragraph.style else ""
    return name.startswith(("List", "Lijst"))


def _level(paragraph: Paragraph) -> int:
    style = paragraph.style
    name = (style.name or "") if style else ""
    match = _STYLE.match(name.strip())
    if match:
        return int(match[1])
    if name in {"Title", "Titel"}:
        return 1
    runs = [run for run in paragraph.runs if run.text.strip()]
    return _BOLD_LEVEL if runs and all(run.bold for run in runs) and len(paragraph.text) < _LONGEST_BOLD else 0


def _pdf_paragraphs(reader: pypdf.PdfReader) -> Iterator[Alinea]:
    for number, page in enumerate(reader.pages, start=1):
        lines = _unhyphenated(page.extract_text().splitlines())
        yield from from_lines(_parted(lines), "", number).alineas


def _unhyphenated(lines: list[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if found and _HYPHEN.search(found[-1]) and line[:1].islower():
            first, _, rest = line.partition(" ")
            found[-1] = found[-1][:-1] + first
            line = rest
        if line.strip() or not found or found[-1].strip():
            found.append(line)
    return found


def _parted(lines: list[str]) -> list[str]:
    """The same with a blank line after a line that ends a paragraph: PDFs keep no blank lines."""
    widest = max((len(line) for line in lines), default=0)
    found: list[str] = []
    for line, following in pairwise([*lines, ""]):
        found.append(line)
        short = len(line) < 0.75 * widest
        starts = following.strip()[:1].isupper()
        if short and starts:
            found.append("")
    return found
