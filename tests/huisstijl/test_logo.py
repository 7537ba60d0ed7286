"""Logos: good ones come through whole, hostile ones lose their teeth, broken ones are refused in Dutch."""

import base64
import re
import struct
import zlib
from pathlib import Path

import pytest
from lxml import etree

from familiegroepsplan.errors import Ernst, Melding, Plaats
from familiegroepsplan.huisstijl.logo import MAX_BYTES, Logo, read_logo
from familiegroepsplan.huisstijl.svg_stijl import is_safe_value
from tests.geduld import comes_to_an_end

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inner: str, attributes: str = 'viewBox="0 0 40 20"') -> bytes:
    return f"<svg {NS} {attributes}>{inner}</svg>".encode()


def png(breedte: int, hoogte: int, extra: bytes = b"") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", breedte, hoogte, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 99)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + (chunk(b"tEXt", extra) if extra else b"") + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(breedte: int, hoogte: int, frame: int = 0xC0, extra: bytes = b"") -> bytes:
    def segment(marker: int, content: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content

    header = struct.pack(">BHHB", 8, hoogte, breedte, 1) + b"\x01\x11\x00"
    exif = segment(0xE1, extra) if extra else b""
    return b"\xff\xd8" + exif + segment(frame, header) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"abc\xff\xd9"


def read(folder: Path, data: bytes, naam: str = "logo.svg") -> tuple[Logo | None, list[Melding]]:
    path = folder / naam
    path.write_bytes(data)
    return read_logo(path)


def cleaned(folder: Path, inner: str) -> tuple[str, list[Melding]]:
    logo, meldingen = read(folder, svg(inner))
    assert logo is not None, meldingen
    return logo.inhoud.decode(), meldingen


DRAWING = '<rect width="9" height="9" fill="#c00"/>'
PIXEL = base64.b64encode(png(30, 30)).decode()

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script with href": '<script href="https://boos.example/x.js"/>',
    "script of xhtml": '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    "handler": '<g onclick="alert(1)"/>',
    "handler in capitals": '<g onLoad="alert(1)"/>',
    "handler on the drawing": '<path d="M0 0h1" onmouseover="alert(1)"/>',
    "foreignObject": (
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">'
        '<img src="x" onerror="alert(1)"/></body></foreignObject>'
    ),
    "javascript link": '<a xlink:href="javascript:alert(1)"><path d="M0 0h1"/></a>',
    "web link": '<a href="https://boos.example"><path d="M0 0h1"/></a>',
    "image from elsewhere": '<image href="https://boos.example/volg.png" width="1" height="1"/>',
    "image without scheme": '<image xlink:href="//boos.example/volg.png" width="1" height="1"/>',
    "image from disk": '<image href="file:///etc/passwd" width="1" height="1"/>',
    "image that is an svg": '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>',
    "image that is no png": '<image href="data:image/png;base64,PHNjcmlwdD4=" width="1" height="1"/>',
    "use from elsewhere": '<use href="https://boos.example/a.svg#x"/>',
    "use of data": '<use href="data:image/svg+xml,&lt;svg id=&quot;x&quot;/&gt;#x"/>',
    "feImage": '<filter id="f"><feImage href="https://boos.example/a.png"/></filter>',
    "animated href": '<a id="z"><animate attributeName="href" values="javascript:alert(1)"/></a>',
    "set handler": '<set attributeName="onmouseover" to="alert(1)"/>',
    "url in attribute": '<rect fill="url(https://boos.example/a.svg#p)" width="1" height="1"/>',
    "url in quotes": '<rect mask="url( \'https://boos.example/a.svg#p\' )" width="1" height="1"/>',
    "escaped url": '<rect fill="u\\72l(https://boos.example/a)" width="1" height="1"/>',
    "import": "<style>@import 'https://boos.example/a.css'; rect{fill:red}</style>",
    "import with url": "<style>@import url(https://boos.example/a.css);</style>",
    "escaped import": "<style>@\\69mport 'https://boos.example/a.css';</style>",
    "font-face": "<style>@font-face{font-family:x;src:url(https://boos.example/a.woff)}</style>",
    "url in stylesheet": "<style>rect{fill:url(https://boos.example/a.svg#x)}</style>",
    "url in commented stylesheet": "<style>/*{*/rect{background:/**/url(https://boos.example)}</style>",
    "image-set": "<style>rect{mask:image-set('https://boos.example/a.png' 1x)}</style>",
    "url in style": '<rect style="fill:red;background:url(//boos.example/a)" width="1" height="1"/>',
    "expression": '<rect style="width:expression(alert(1))" width="1" height="1"/>',
    "binding": '<rect style="-moz-binding:url(//boos.example/a.xml#x)" width="1" height="1"/>',
    "iframe": '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://boos.example"/>',
    "html that imitates svg": '<h:path xmlns:h="http://www.w3.org/1999/xhtml" onclick="alert(1)"/>',
    "base": '<g xml:base="https://boos.example/"><use href="#r"/></g>',
    "stylesheet instruction": '<?xml-stylesheet href="https://boos.example/a.css"?>',
    "markup in title": ('<title><style xmlns="http://www.w3.org/1999/xhtml"></style><g onload="alert(1)"/></title>'),
    "script in cdata": "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    "event listener": '<handler type="text/javascript" xmlns:ev="x" ev:event="load">alert(1)</handler>',
}
DANGER = re.compile(
    r"alert|boos|javascript|script|import|\son\w+\s*=|foreign|passwd|iframe|animate|<set|@|expression|binding|<\?|base=",
    re.IGNORECASE,
)


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_parts_are_cut_and_the_drawing_stays(tmp_path: Path, payload: str) -> None:
    assert DANGER.search(payload) or "data:" in payload
    text, _ = cleaned(tmp_path, payload + DRAWING)
    assert not DANGER.search(text)
    assert "data:" not in text
    assert 'fill="#c00"' in text
    assert cleaned_again(tmp_path, text) == text


def cleaned_again(folder: Path, text: str) -> str:
    logo, _ = read(folder, text.encode())
    assert logo is not None
    return logo.inhoud.decode()


@pytest.mark.parametrize("value", ["re\\64", "red/**/", "a<b", "@x", "url(#a) url(b)", "attr(x)", "URL(x)"])
def test_values_that_do_more_than_draw_are_told_apart(value: str) -> None:
    assert not is_safe_value(value)
    assert is_safe_value("translate(1 2) rotate(-45)")
    assert is_safe_value("url( '#a' ) #fff")


def test_what_was_cut_is_said_as_a_warning(tmp_path: Path) -> None:
    _, [melding] = cleaned(tmp_path, f'<script>1</script><g onclick="x"/>{DRAWING}')
    assert (melding.code, melding.ernst) == ("huisstijl-logo-geschoond", Ernst.WAARSCHUWING)
    assert "script, attribuut onclick" in melding.wat


def test_a_logo_from_an_editor_comes_through_without_a_word(tmp_path: Path) -> None:
    inner = """<!-- Generator --><metadata><x/></metadata>
      <s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/>
      <defs><linearGradient id="a">
      <stop offset="0" style="stop-color:#f00;-inkscape-stroke:none"/></linearGradient>
      <style type="text/css">.st0{fill:#E30613;} .st1{fill:url(#a);stroke:rgb(0,0,0)}</style>
      <clipPath id="b"><use xlink:href="#c" style="overflow:visible;"/></clipPath></defs>
      <rect id="c" class="st0" width="9" height="9" clip-path="url(#b)" transform="translate(1 2)"/>"""
    text, meldingen = cleaned(tmp_path, inner + f'<image href="data:image/png;base64,{PIXEL}" width="9"/>')
    assert meldingen == []
    for kept in (
        ".st0{fill:#E30613}",
        "fill:url(#a)",
        'xlink:href="#c"',
        'clip-path="url(#b)"',
        PIXEL,
        "translate(1 2)",
    ):
        assert kept in text
    assert "namedview" not in text
    assert "metadata" not in text


def test_live_text_in_a_logo_is_warned_about(tmp_path: Path) -> None:
    _, [melding] = cleaned(tmp_path, "<text>Gemeente</text>")
    assert (melding.code, melding.ernst) == ("huisstijl-logo-letters", Ernst.WAARSCHUWING)


def test_a_rule_for_dark_screens_is_cut_whole_and_not_made_general(tmp_path: Path) -> None:
    sheet = "@media (prefers-color-scheme: dark) { .a { fill: #fff } .b { fill: #eee } } .c { fill: #111 }"
    text, [melding] = cleaned(tmp_path, f"<style>{sheet}</style>{DRAWING}")
    assert "<style>.c{fill: #111}</style>" in text.replace("fill:#111", "fill: #111")
    assert "@media" in melding.wat


LONG = {
    "comments": f"<style>{'/*' * 110_000}</style>",
    "at-signs": f"<style>{'@' * 220_000}</style>",
    "blocks": f"<style>{'{' * 220_000}</style>",
    "one word": f'<g id="{"a" * 220_000}"/>',
    "brackets": f'<g class="{"(" * 220_000}"/>',
    "open urls": f'<g fill="{"url(#" * 40_000}"/>',
    "declarations": f'<g style="{"a:b;" * 55_000}"/>',
    "doctypes": "<!DOCTYPE " * 22_000,
    "elements": "<g/>" * 55_000,
    "scripts": "<script/>" * 24_000,
    "uses": '<use href="#a"/>' * 13_000,
}


@pytest.mark.parametrize("payload", LONG.values(), ids=LONG.keys())
def test_a_long_and_nasty_file_does_not_run_away(tmp_path: Path, payload: str) -> None:
    with comes_to_an_end():
        _, meldingen = read(tmp_path, svg(payload + DRAWING))
    assert all(len(melding.wat) < 500 for melding in meldingen)


def test_use_within_use_cannot_grow_without_end(tmp_path: Path) -> None:
    levels = "".join(f'<g id="l{n}">' + f'<use href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    text, [melding] = cleaned(tmp_path, f'<g id="l0">{DRAWING}</g>{levels}')
    assert text.count("<use") <= 10
    assert "use in use" in melding.wat


def test_size_is_kept_or_made_into_a_view_box(tmp_path: Path) -> None:
    for attributes, verhouding in (
        ('viewBox="0 0 40 20"', 2),
        ('viewBox="-5,-5,30,10" width="999"', 3),
        ('width="120px" height="40px"', 3),
        ('width="100%" height="100%" viewBox="0 0 10 10"', 1),
    ):
        logo, _ = read(tmp_path, svg(DRAWING, attributes))
        assert logo is not None
        assert logo.verhouding == verhouding
        assert etree.fromstring(logo.inhoud).get("viewBox")


REFUSED = {
    "entities": ("xml", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>")),
    "billion laughs": (
        "xml",
        b'<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>' + svg("<text>&c;</text>"),
    ),
    "file entity": (
        "xml",
        b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
    ),
    "parameter entity": ("xml", b'<!DOCTYPE s [<!ENTITY % a SYSTEM "http://x"> %a;]>' + svg(DRAWING)),
    "default attribute": ("xml", b'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>' + svg(DRAWING)),
    "utf-16 with entities": (
        "soort",
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE s [<!ENTITY a "b">]><svg {NS}/>'.encode("utf-16"),
    ),
    "utf-7 declared": ("leeg", b'<?xml version="1.0" encoding="UTF-7"?>' + svg("+ADw-script+AD4-")),
    "latin-1": (
        "xml",
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg("<title>é</title>").replace(b"\xc3\xa9", b"\xe9"),
    ),
    "html": ("xml", b"<html><body>nee</body></html>"),
    "svg without namespace": ("xml", b'<svg viewBox="0 0 1 1"><path/></svg>'),
    "broken": ("kapot", svg(DRAWING)[:-9]),
    "very deep": ("kapot", svg("<g>" * 3000 + "</g>" * 3000)),
    "nothing drawn": ("leeg", svg("<script>alert(1)</script>")),
    "no size": ("maat", svg(DRAWING, "")),
    "percentages": ("maat", svg(DRAWING, 'width="100%" height="100%"')),
    "zero": ("maat", svg(DRAWING, 'viewBox="0 0 0 9"')),
    "infinite": ("maat", svg(DRAWING, 'viewBox="0 0 1e-999 9"')),
    "ribbon": ("maat", svg(DRAWING, 'viewBox="0 0 900 9"')),
    "gif": ("soort", b"GIF89a" + b"\0" * 30),
    "pdf": ("soort", b"%PDF-1.7"),
    "empty": ("soort", b""),
    "gzip": ("soort", b"\x1f\x8b\x08\0"),
    "cut png": ("kapot", png(60, 30)[:-5]),
    "png with a bad sum": ("kapot", png(60, 30).replace(b"\x78\x9c", b"\x78\x9d")),
    "png of nothing": ("kapot", png(0, 30)),
    "huge png": ("maat", png(60_000, 60_000)),
    "tiny png": ("maat", png(4, 4)),
    "cut jpeg": ("kapot", jpeg(60, 30)[:-2]),
    "jpeg header alone": ("kapot", b"\xff\xd8\xff"),
    "endless jpeg segment": ("kapot", b"\xff\xd8\xff\xe0\xff\xff"),
    "lossless jpeg": ("soort", jpeg(60, 30, frame=0xC3)),
    "huge jpeg": ("maat", jpeg(50_000, 40_000)),
}


@pytest.mark.parametrize(("code", "data"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_good_logo_is_refused_in_dutch(tmp_path: Path, code: str, data: bytes) -> None:
    logo, [melding] = read(tmp_path, data)
    assert logo is None
    assert melding.code == f"huisstijl-logo-{code}"
    assert melding.wat.startswith("logo.svg: ")
    assert melding.doe


def test_a_plain_doctype_without_entities_is_no_reason_to_refuse(tmp_path: Path) -> None:
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    logo, meldingen = read(tmp_path, b'\xef\xbb\xbf<?xml version="1.0"?>' + doctype + svg(DRAWING))
    assert logo is not None
    assert meldingen == []
    assert b"DOCTYPE" not in logo.inhoud


def test_png_and_jpeg_are_told_by_content_and_lose_what_is_hidden_in_them(tmp_path: Path) -> None:
    logo, meldingen = read(tmp_path, png(60, 30, extra=b"Comment\0geheim") + b"<script>", "logo.jpg")
    assert logo is not None
    assert (logo.mediatype, logo.verhouding, logo.suffix, meldingen) == ("image/png", 2, ".png", [])
    assert logo.inhoud == png(60, 30)
    logo, meldingen = read(tmp_path, jpeg(90, 30, extra=b"Exif\0\0geheim") + b"<script>", "logo.png")
    assert logo is not None
    assert (logo.mediatype, logo.verhouding, logo.suffix, meldingen) == ("image/jpeg", 3, ".jpg", [])
    assert logo.inhoud == jpeg(90, 30)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    there = Plaats("x.yml", 3, 1)
    assert read(tmp_path, b"<" * (MAX_BYTES + 1))[1][0].code == "huisstijl-bestand-te-groot"
    for path in (tmp_path / "nee.svg", tmp_path, Path("/dev/zero")):
        logo, [melding] = read_logo(path, there)
        assert logo is None
        assert (melding.code, melding.plaats) == ("huisstijl-bestand", there)
