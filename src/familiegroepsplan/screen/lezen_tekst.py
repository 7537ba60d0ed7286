"""Reading plain text and Markdown: bytes to characters, characters to paragraphs."""

import re
from collections.abc import Iterator

import markdown

from familiegroepsplan.checks.gewone_tekst import INVULLING
from familiegroepsplan.names import PLACEHOLDER
from familiegroepsplan.screen.brontekst import Alinea, Brontekst
from familiegroepsplan.screen.lezen_html import read_html_text
from familiegroepsplan.screen.regels import Leesfout

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<kop>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^titel:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_PART = re.compile(r"^[ \t]*\{\{\s*(?:blok|deel)\s*:[^{}]*\}\}[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,2}[.)])\s+(.*)")
_LONGEST_HEADING = 70


def decode(data: bytes, charset: str = "") -> str:
    """Bytes as text: by byte order mark, by the charset that came with it, else UTF-8 or Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if charset:
        return _strict(data, charset)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
    if _CONTROLS.search(text):
        raise Leesfout("screen-codering", "hierin staan tekens die geen tekst zijn")
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Leesfout("screen-codering", "de codering van deze tekst klopt niet of is onbekend") from error


def read_plain(data: bytes, naam: str, charset: str = "") -> Brontekst:
    """Plain text: blank lines part paragraphs, and a short line alone without a full stop is a heading."""
    return from_lines(decode(data, charset).splitlines(), naam)


def from_lines(lines: list[str], naam: str, pagina: int = 0) -> Brontekst:
    """Lines of text as paragraphs, list items and headings; Raises nothing, an empty text has no paragraphs."""
    return Brontekst(naam, "", tuple(_paragraphs(lines, pagina)))


def read_markdown(data: bytes, naam: str, charset: str = "") -> Brontekst:
    """Markdown, also with front matter and with the `{{ … }}` of our own blocks."""
    text = decode(data, charset).replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    head = match["kop"] if match else ""
    body = text[match.end() :] if match else text
    body = PLACEHOLDER.sub(INVULLING, _PART.sub("", body))
    html = markdown.markdown(body, extensions=["tables", "attr_list", "sane_lists"])
    title = _TITLE.search(head)
    found = read_html_text(f"<html><body>{html}</body></html>", naam)
    return Brontekst(naam, title[1] if title else "", found.alineas)


def _paragraphs(lines: list[str], pagina: int) -> Iterator[Alinea]:
    for group in _groups(lines):
        if len(group) == 1 and _is_heading(group[0]):
            yield Alinea(group[0].strip(), 2, pagina)
            continue
        if len(group) > 1 and _is_heading(group[0]) and group[1].strip()[:1].isupper() and len(group[0]) < 40:
            yield Alinea(group[0].strip(), 2, pagina)
            group = group[1:]
        yield from (Alinea(text, 0, pagina, lijst) for text, lijst in _items(group))


def _groups(lines: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _items(group: list[str]) -> Iterator[tuple[str, bool]]:
    """The paragraphs and list items in lines without a blank one; True for an item."""
    text, listed = "", False
    for line in group:
        item = _ITEM.match(line)
        if item and text:
            yield text, listed
            text = ""
        listed = listed or bool(item)
        text = f"{text} {item[1] if item else line}".strip()
    if text:
        yield text, listed


def _is_heading(line: str) -> bool:
    bare = line.strip()
    if _ITEM.match(line) or len(bare) > _LONGEST_HEADING:
        return False
    return not bare.endswith((".", ",", ";", ":", "!", "…", '"', "”"))
