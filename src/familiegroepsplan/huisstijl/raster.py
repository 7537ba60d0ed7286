"""PNG and JPEG: their size, and their bytes without what is hidden in them (comments, place, camera).

Sources: PNG (W3C, third edition), section 5; JPEG (ITU T.81), annex B.
"""

import struct
import zlib
from collections.abc import Iterator

from familiegroepsplan.huisstijl.beeld import Beeld, Weigering, pixel_problem

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"

_PNG_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"IDAT", b"IEND")
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SHOWN_FRAMES = (0xC0, 0xC1, 0xC2)
_DROPPED = {0xFE, 0xE1, *range(0xE3, 0xEE), 0xEF}
_SCAN, _END = 0xDA, 0xD9


def read_png(data: bytes) -> Beeld | Weigering:
    """A PNG with only the chunks that draw it; refused when a chunk is broken or the picture has no end."""
    try:
        chunks = list(_chunks(data))
    except (struct.error, ValueError):
        return _broken("PNG")
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names or len(chunks[0][1]) != 13:
        return _broken("PNG")
    breedte, hoogte = struct.unpack(">II", chunks[0][1][:8])
    if breedte == 0 or hoogte == 0:
        return _broken("PNG")
    kept = b"".join(_chunk(name, content) for name, content in chunks if name in _PNG_KEPT)
    return pixel_problem(breedte, hoogte) or Beeld(PNG_START + kept, "image/png", breedte / hoogte)


def read_jpeg(data: bytes) -> Beeld | Weigering:
    """A JPEG without comments, EXIF and the like; refused when cut off or of a kind browsers cannot show."""
    end = data.rfind(bytes((0xFF, _END)))
    try:
        segments = list(_segments(data))
    except (struct.error, ValueError):
        return _broken("JPEG")
    frames = [(marker, content) for marker, content, _ in segments if marker in _FRAMES]
    start = segments[-1][2]
    if len(frames) != 1 or end < start or len(frames[0][1]) < 6:
        return _broken("JPEG")
    marker, content = frames[0]
    hoogte, breedte = struct.unpack(">HH", content[1:5])
    if marker not in _SHOWN_FRAMES or not breedte or not hoogte:
        return Weigering("huisstijl-logo-soort", "dit soort JPEG kunnen browsers niet tonen")
    kept = b"".join(_segment(marker, content) for marker, content, _ in segments if marker not in _DROPPED)
    body = data[:2] + kept + data[start : end + 2]
    return pixel_problem(breedte, hoogte) or Beeld(body, "image/jpeg", breedte / hoogte)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(PNG_START)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, position)
        content = data[position + 8 : position + 8 + length]
        (check,) = struct.unpack_from(">I", data, position + 8 + length)
        if zlib.crc32(name + content) != check:
            raise ValueError(name)
        yield name, content
        position += 12 + length


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Every segment up to and with the first scan header: marker, content, and where the next byte stands."""
    position, marker = 2, 0
    while marker != _SCAN:
        lead, marker, length = struct.unpack_from(">BBH", data, position)
        if lead != 0xFF or marker in (0x00, 0xFF, _END) or length < 2 or position + 2 + length > len(data):
            raise ValueError(marker)
        content = data[position + 4 : position + 2 + length]
        position += 2 + length
        yield marker, content, position


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _broken(soort: str) -> Weigering:
    return Weigering("huisstijl-logo-kapot", f"dit {soort}-bestand is niet heel")
