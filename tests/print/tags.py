"""The words of a tagged PDF in the order of its tags, paragraph by paragraph, as a screen reader meets them.

Poppler can do this too (`pdfinfo -struct-text`), but takes a minute for a page of Arabic.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

_PARAGRAPHS = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody", "/TH", "/TD"}
_PAIR = re.compile(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")
Marked = dict[int, str]


def tagged_paragraphs(path: Path) -> list[str]:
    """The text of every heading and paragraph in the order of the tags; within one as it stands on the page."""
    with pikepdf.open(path) as document:
        pages = {page.obj.objgen: _marked(page) for page in document.pages}
        found: list[str] = [""]
        for text in _walk(document.Root.StructTreeRoot, pages, None):
            if text is None:
                found.append("")
            else:
                found[-1] += text
    return [text for text in found if text.strip()]


def _walk(
    element: pikepdf.Object, pages: dict[tuple[int, int], Marked], page: pikepdf.Object | None
) -> Iterator[str | None]:
    """Pieces of text, and None where a paragraph begins or ends."""
    page = element.get("/Pg") or page
    block = str(element.get("/S")) in _PARAGRAPHS
    if block:
        yield None
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            yield pages[page.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            assert page is not None
            yield pages[(kid.get("/Pg") or page).objgen].get(int(kid.MCID), "")
        elif kid.get("/Type") != "/OBJR":
            yield from _walk(kid, pages, page)
    if block:
        yield None


def _marked(page: pikepdf.Page) -> Marked:
    """The text under each mark of a page, glyph by glyph as the font says what they are."""
    fonts = {str(name): _cmap(font) for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()}
    found: Marked = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        operands, name = instruction.operands, str(instruction.operator)
        if name in {"BDC", "BMC"}:
            mark = operands[1].get("/MCID") if name == "BDC" else None
            stack.append(None if mark is None else int(mark))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in {"Tj", "TJ"} and (marks := [mark for mark in stack if mark is not None]):
            strings = operands[0] if name == "TJ" else [operands[0]]
            text = "".join(_decoded(bytes(s), font) for s in strings if isinstance(s, pikepdf.String))
            found[marks[-1]] = found.get(marks[-1], "") + text
    return found


def _decoded(data: bytes, font: dict[int, str]) -> str:
    codes = (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    return "".join(font.get(code, "") for code in codes)


def _cmap(font: pikepdf.Object) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    found: dict[int, str] = {}
    for section in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, target in _RANGE.findall(section):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(int(target, 16) + step)
    for section in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, target in _PAIR.findall(section):
            found[int(code, 16)] = bytes.fromhex(target).decode("utf-16-be")
    return found
