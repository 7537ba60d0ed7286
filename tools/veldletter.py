"""Makes the font of form fields: Latin, Cyrillic, Arabic and Ethiopic in one file, ready to go into a PDF.

A field shows what a family types only if its font has the letters, and most viewers take one font per field.
So we join Noto Sans, Vazirmatn and Noto Sans Ethiopic (all under the SIL Open Font License) into one font
without rules for shaping, which no viewer applies to an embedded font. It is kept as a small PDF that holds
nothing but this font, so that making a form is a copy of objects and needs no font library.

Run `python tools/veldletter.py` after a font package changes; it writes src/familiegroepsplan/letters/veld.pdf.
"""

import io
import tempfile
from importlib.resources import files
from pathlib import Path

import pikepdf
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont
from pikepdf import Array, Dictionary, Name, String

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "familiegroepsplan" / "letters" / "veld.pdf"
NAAM = "/FamiliegroepsplanVeld"
KEPT = {"GlyphOrder", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post"}

LATIJN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x310), *range(0x1E00, 0x1F00)]
CYRILLISCH = [*range(0x400, 0x530), 0x2116]
LEESTEKENS = [*range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x20AC]
ARABISCH = [*range(0x600, 0x700), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00), 0x200C, 0x200D]
ETHIOPISCH = [*range(0x1200, 0x13A0)]


def sources() -> list[tuple[Path, list[int]]]:
    """The font files, with the characters to take from each."""
    western = Path(str(files("justmytype_western_core"))) / "fonts" / "ofl" / "notosans"
    africa = Path(str(files("justmytype_intl_africa"))) / "fonts" / "ofl" / "notosansethiopic"
    return [
        (western / "NotoSans[wdth,wght].ttf", LATIJN + CYRILLISCH + LEESTEKENS),
        (TARGET.parent / "Vazirmatn-NL-Regular.ttf", ARABISCH),
        (africa / "NotoSansEthiopic[wdth,wght].ttf", ETHIOPISCH),
    ]


def plain_part(path: Path, characters: list[int]) -> TTFont:
    """One font as plain outlines of 1000 units, with these characters alone."""
    font = TTFont(path)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": 400, "wdth": 100})
    if font["head"].unitsPerEm != 1000:
        scale_upem(font, 1000)
    for table in [tag for tag in font.keys() if tag not in KEPT]:  # noqa: SIM118 - a font is no mapping
        del font[table]
    options = Options(layout_features=[], hinting=False, glyph_names=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def merged() -> bytes:
    """The fonts joined, as a TrueType file."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for index, (path, characters) in enumerate(sources()):
            parts.append(f"{folder}/{index}.ttf")
            plain_part(path, characters).save(parts[-1])
        out = io.BytesIO()
        font = Merger().merge(parts)
        font["head"].created = font["head"].modified = 3_850_000_000
        font.recalcTimestamp = False
        font.save(out)
    return out.getvalue()


def to_unicode(font: TTFont) -> bytes:
    """The CMap that gives each glyph its character (ISO 32000-1, 9.10.3); the lowest where several share one."""
    found: dict[int, int] = {}
    for character, name in sorted(font.getBestCmap().items()):
        found.setdefault(font.getGlyphID(name), character)
    pairs = [f"<{glyph:04X}> <{character:04X}>" for glyph, character in sorted(found.items())]
    parts = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    rows = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{rows}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def font_object(pdf: pikepdf.Pdf, data: bytes) -> Dictionary:
    """The font as a composite font in which a code is the number of a glyph."""
    font = TTFont(io.BytesIO(data))
    head, hhea, widths = font["head"], font["hhea"], font["hmtx"].metrics
    program = pdf.make_stream(data, Length1=len(data))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(NAAM),
        Flags=4,
        FontBBox=[head.xMin, head.yMin, head.xMax, head.yMax],
        ItalicAngle=0,
        Ascent=hhea.ascent,
        Descent=hhea.descent,
        CapHeight=714,
        StemV=80,
        FontFile2=program,
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(NAAM),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=[0, Array([widths[name][0] for name in font.getGlyphOrder()])],
        CIDToGIDMap=Name.Identity,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(NAAM),
        Encoding=Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
        ToUnicode=pdf.make_stream(to_unicode(font)),
    )


def main() -> None:
    """Write the PDF that holds the font."""
    pdf = pikepdf.new()
    pdf.Root.Veldletter = pdf.make_indirect(font_object(pdf, merged()))
    pdf.add_blank_page(page_size=(72, 72))
    pdf.save(TARGET, deterministic_id=True, recompress_flate=True)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
