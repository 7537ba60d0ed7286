"""A text as a Word document (Office Open XML), in the right language and direction, with real headings and lists."""

import io
import re
from collections.abc import Callable
from datetime import datetime

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import html

from familiegroepsplan.taal import TALEN
from familiegroepsplan.toolkit.archief import rezipped
from familiegroepsplan.toolkit.tekst import Tekst

LOCALES = {
    "nl": "nl-NL",
    "en": "en-GB",
    "ar": "ar-SA",
    "tr": "tr-TR",
    "pl": "pl-PL",
    "uk": "uk-UA",
    "ti": "ti-ER",
    "fa": "fa-IR",
}
"""What Word calls our languages, for its spelling checker (BCP 47)."""

LETTER = "Calibri"
LETTER_ETHIOPIC = "Nyala"
"""Fonts that come with Word; another program takes its own for them."""

_OPEN = re.compile(r"(\([^()]*\))")
_MADE = datetime(2026, 1, 1)
_STYLES = {"ul": "List Bullet", "ol": "List Number", "blockquote": "Quote"}
_USED = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Quote", "Footer")
_KEPT = {name.lower() for name in _USED}
_AFTER_BIDI = [qn(f"w:{name}") for name in ("spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")]
_AFTER_BORDER = [qn("w:bidi"), *_AFTER_BIDI]
"""What the schema wants after these properties of a paragraph (ECMA-376, CT_PPr)."""

_HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3")


def word_document(
    tekst: Tekst, kleur: str, is_open: Callable[[str], bool], voet: str = "", punten: float = 12
) -> bytes:
    """The document; headings in `kleur` (`#rrggbb`), text of `punten`, `voet` as small print at the foot of each page.

    `is_open` says whether words in round brackets are to be filled in: these get a yellow ground.
    """
    schrijver = _Schrijver(tekst.taal, is_open)
    doc = schrijver.doc
    schrijver.prepare(tekst.titel, kleur, punten)
    schrijver.paragraph(doc, "Title", tekst.titel)
    for element in html.fragment_fromstring(tekst.html, create_parent="div"):
        schrijver.block(element)
    if voet:
        schrijver.fill(doc.sections[0].footer.paragraphs[0], voet)
    out = io.BytesIO()
    doc.save(out)
    return rezipped(out.getvalue())


class _Schrijver:
    """Writes elements of clean HTML into a document in one language."""

    def __init__(self, taal: str, is_open: Callable[[str], bool]) -> None:
        self.doc: Doc = Document()
        _keep_used(self.doc)
        self.taal, self.is_open = taal, is_open
        self.rtl = TALEN[taal].richting == "rtl"

    def prepare(self, titel: str, kleur: str, punten: float) -> None:
        """Page, properties, and the styles of this language."""
        core = self.doc.core_properties
        core.title, core.language, core.author, core.last_modified_by = titel[:255], LOCALES[self.taal], "", ""
        core.comments, core.created, core.modified, core.revision = "", _MADE, _MADE, 1
        page = self.doc.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2.5)
        page.top_margin = page.bottom_margin = Cm(2.3)
        for name in _USED:
            self._style(self._named(name))
        self._sizes(punten, RGBColor.from_string(kleur.lstrip("#").upper()))
        self._quotes(kleur.lstrip("#").upper())

    def _sizes(self, punten: float, kleur: RGBColor) -> None:
        """The sizes of text and headings, and the white around them."""
        normal = self._named("Normal")
        normal.font.size, normal.paragraph_format.space_after = Pt(punten), Pt(0.6 * punten)
        normal.paragraph_format.line_spacing = 1.2
        _twin_size(normal, punten)
        for name, times, before in zip(_HEADINGS, (1.9, 1.35, 1.08, 1), (0, 1.1, 0.9, 0.8), strict=True):
            heading = self._named(name)
            size = round(2 * times * punten) / 2
            heading.font.size, heading.font.bold, heading.font.color.rgb = Pt(size), True, kleur
            heading.paragraph_format.space_before = Pt(before * punten)
            heading.paragraph_format.space_after = Pt(0.8 * punten if name == "Title" else 0.35 * punten)
            _twin_size(heading, size)
        _no_border(self._named("Title"))

    def _quotes(self, kleur: str) -> None:
        """What somebody may say or write: upright, with a line beside it."""
        quote = self._named("Quote")
        quote.font.italic, quote.font.color.rgb = False, RGBColor(0x1A, 0x1A, 0x1A)
        quote.paragraph_format.left_indent = Cm(0.6)
        borders = OxmlElement("w:pBdr")
        line = OxmlElement("w:right" if self.rtl else "w:left")
        for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", kleur)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
        properties = quote.element.get_or_add_pPr()
        later = next((child for child in properties if child.tag in _AFTER_BORDER), None)
        properties.append(borders) if later is None else later.addprevious(borders)

    def _named(self, name: str) -> ParagraphStyle:
        style = self.doc.styles[name]
        assert isinstance(style, ParagraphStyle)
        return style

    def _style(self, style: ParagraphStyle) -> None:
        """Fonts for every script, the language, and the direction."""
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            properties.insert(0, fonts)
        fonts.attrib.clear()
        letter = LETTER_ETHIOPIC if self.taal == "ti" else LETTER
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), letter)
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        language = OxmlElement("w:lang")
        for attribute in ("val", "bidi") if self.rtl else ("val",):
            language.set(qn(f"w:{attribute}"), LOCALES[self.taal])
        properties.append(language)
        if self.rtl:
            _add_bidi(style.element.get_or_add_pPr())

    def block(self, element: html.HtmlElement) -> None:
        """A block of clean HTML; those within a quotation or a box one by one."""
        tag = str(element.tag)
        if tag in {"ul", "ol"}:
            self._list(element)
        elif tag == "blockquote" or (tag == "div" and len(element)):
            style = _STYLES.get(tag, "Normal")
            for child in element if len(element) else [element]:
                if child.tag in {"ul", "ol"}:
                    self._list(child)
                else:
                    self.fill(self.paragraph(self.doc, style), child)
        elif re.fullmatch(r"h[2-4]", tag):
            self.fill(self.paragraph(self.doc, _HEADINGS[int(tag[1]) - 1]), element)
        else:
            self.fill(self.paragraph(self.doc, "Normal"), element)

    def _list(self, element: html.HtmlElement) -> None:
        style = _STYLES[str(element.tag)]
        restart = self._fresh_numbers() if element.tag == "ol" else None
        for item in element.iter("li"):
            paragraph = self.paragraph(self.doc, style)
            if restart is not None:
                _number(paragraph, restart)
            self.fill(paragraph, item)

    def _fresh_numbers(self) -> int:
        """A list of its own, so that each list begins with 1."""
        numbering = self.doc.part.numbering_part.element
        style = self.doc.styles["List Number"].element
        old = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        abstract = next(num for num in numbering.num_lst if str(num.numId) == old).abstractNumId.val
        fresh = numbering.add_num(abstract)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def paragraph(self, doc: Doc, style: str, text: str = "") -> Paragraph:
        """A paragraph in a style of the document."""
        made = doc.add_paragraph()
        made._p.style = style.replace(" ", "")
        if text:
            self.fill(made, text)
        return made

    def fill(self, paragraph: Paragraph, source: html.HtmlElement | str) -> None:
        """Put text, or the words of an element with their bold, italics and links, in a paragraph."""
        if isinstance(source, str):
            self._words(paragraph, source)
            return
        self._words(paragraph, source.text, source.tag)
        for child in source:
            if child.tag == "br":
                paragraph.add_run().add_break()
            elif child.tag == "a" and child.get("href"):
                self._link(paragraph, child)
            elif child.tag in {"ul", "ol"}:
                continue
            elif child.tag in {"strong", "em"}:
                self._words(paragraph, child.text_content(), child.tag)
            else:
                self.fill(paragraph, child)
            self._words(paragraph, child.tail, source.tag)

    def _words(self, paragraph: Paragraph, text: str | None, tag: object = "") -> None:
        for piece in _OPEN.split(re.sub(r"\s+", " ", text or "")):
            if piece:
                run = self._run(paragraph, piece)
                run.bold, run.italic = True if tag == "strong" else None, True if tag == "em" else None
                if _OPEN.fullmatch(piece) and self.is_open(piece[1:-1]):
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _run(self, paragraph: Paragraph, text: str) -> Run:
        run = paragraph.add_run(text)
        if self.rtl:
            run.font.rtl = True
        return run

    def _link(self, paragraph: Paragraph, link: html.HtmlElement) -> None:
        relation = paragraph.part.relate_to(link.get("href"), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        wrapper = OxmlElement("w:hyperlink")
        wrapper.set(qn("r:id"), relation)
        run = self._run(paragraph, link.text_content())
        run.font.underline = True
        wrapper.append(run._r)
        paragraph._p.append(wrapper)


def _keep_used(doc: Doc) -> None:
    """Only the styles that we use and those of the programs themselves: the template of the library has 160 more."""
    for style in list(doc.styles.element.findall(qn("w:style"))):
        name, default = style.find(qn("w:name")).get(qn("w:val")), style.get(qn("w:default"))
        if not default and name.lower() not in _KEPT:
            doc.styles.element.remove(style)


def _number(paragraph: Paragraph, number: int) -> None:
    properties = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", "0"), ("w:numId", str(number))):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        properties.append(element)
    paragraph._p.get_or_add_pPr().append(properties)


def _add_bidi(properties: BaseOxmlElement) -> None:
    """Right to left; the schema wants the mark before spacing, indents and alignment."""
    mark = OxmlElement("w:bidi")
    later = next((child for child in properties if child.tag in _AFTER_BIDI), None)
    properties.append(mark) if later is None else later.addprevious(mark)


def _twin_size(style: ParagraphStyle, size: float) -> None:
    """The size again for scripts that Word calls complex (Arabic, Ethiopic), and bold for headings."""
    properties = style.element.get_or_add_rPr()
    for name, value in (("w:szCs", str(round(2 * size))), ("w:bCs", "1" if style.font.bold else None)):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        if value:
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            place = properties.find(qn("w:sz") if name == "w:szCs" else qn("w:b"))
            properties.append(element) if place is None else place.addnext(element)


def _no_border(style: ParagraphStyle) -> None:
    """Without the line that the template of Word draws under a title."""
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
