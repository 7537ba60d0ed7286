"""The logo of a municipality: read from its file, cleaned, ready to publish."""

from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats, display_path
from familiegroepsplan.huisstijl.beeld import Beeld, Weigering
from familiegroepsplan.huisstijl.bestand import read_bytes
from familiegroepsplan.huisstijl.codes import fault
from familiegroepsplan.huisstijl.raster import JPEG_START, PNG_START, read_jpeg, read_png
from familiegroepsplan.huisstijl.svg import clean_svg
from familiegroepsplan.huisstijl.zinnen import logo_zin

MAX_BYTES = 250_000
"""The most a logo may weigh; it is on every page."""

SUFFIXES = {"image/svg+xml": ".svg", "image/png": ".png", "image/jpeg": ".jpg"}
"""The file name that goes with each media type."""

_SLEUTEL = "huisstijl.logo"


@dataclass(frozen=True)
class Logo:
    """A logo: the bytes to publish, the media type, and width through height.

    Publish it as a file of its own and show it with `<img>`: there a browser runs nothing in it, and its
    ids and styles do not meet those of the page.
    """

    inhoud: bytes
    mediatype: str
    verhouding: float

    @property
    def suffix(self) -> str:
        """The end of the file name to publish under: `.svg`, `.png` or `.jpg`."""
        return SUFFIXES[self.mediatype]


def read_logo(path: Path, plaats: Plaats | None = None) -> tuple[Logo | None, list[Melding]]:
    """The logo in a file (SVG, PNG or JPEG, told by content), or None; with errors, or with warnings.

    `plaats` is where the messages point: the key in the YAML, say; else the file itself.
    """
    plaats = plaats or Plaats(display_path(path))
    data, meldingen = read_bytes(path, MAX_BYTES, plaats, _SLEUTEL)
    if data is None:
        return None, meldingen
    beeld = read_beeld(data)
    if isinstance(beeld, Weigering):
        return None, [fault(beeld.code, plaats, _SLEUTEL, f"{path.name}: {beeld.wat}", beeld.doe)]
    return Logo(beeld.inhoud, beeld.mediatype, beeld.verhouding), _warnings(beeld, path.name, plaats)


def read_beeld(data: bytes) -> Beeld | Weigering:
    """The picture in these bytes, of whatever kind they prove to be."""
    if data.startswith(PNG_START):
        return read_png(data)
    if data.startswith(JPEG_START):
        return read_jpeg(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return clean_svg(data)
    return Weigering(*logo_zin("soort"))


def _warnings(beeld: Beeld, naam: str, plaats: Plaats) -> list[Melding]:
    meldingen = []
    if beeld.weggelaten:
        shown = ", ".join(beeld.weggelaten[:6]) + (" en meer" if len(beeld.weggelaten) > 6 else "")
        code, wat = logo_zin("geschoond", naam=naam, wat=shown)
        meldingen.append(fault(code, plaats, _SLEUTEL, wat))
    if beeld.letters:
        wat = f"in {naam} staat tekst die van een lettertype afhangt"
        meldingen.append(fault("huisstijl-logo-letters", plaats, _SLEUTEL, wat))
    return meldingen
