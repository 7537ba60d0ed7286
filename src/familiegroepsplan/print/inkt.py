"""Ink: what a colour of the screen (sRGB) is in cyan, magenta, yellow and black.

Where the printer's profile is known, LittleCMS converts with it (relative colorimetric, with black point
compensation). Where it is not, the plain formulas of ISO 32000-1, 10.3.5 do, with all black taken out of the
three colours (k = 1 - max; c = (max - r) / max): never more than 300 % ink, but no colour is proofed.

In both, grey is printed with black ink alone, and text black (darker than `_ZWART`) with all of it: letters
of four inks blur where the plates don't quite meet.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageCms, ImageFilter

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

_GRIJS = 3 / 255
_ZWART = 0.2
_ROOSTER = 33


@dataclass(frozen=True)
class Drukprofiel:
    """A printer's CMYK profile (ICC), and the name that it gives itself."""

    data: bytes
    naam: str


class ProfielFout(Exception):
    """A profile that is no profile of a CMYK press."""


def read_drukprofiel(data: bytes) -> Drukprofiel:
    """The profile in an ICC file. Raises ProfielFout when it is not one for CMYK output."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    except (OSError, ImageCms.PyCMSError) as error:
        raise ProfielFout("dit is geen ICC-profiel") from error
    kind = profile.profile
    if kind.xcolor_space.strip() != "CMYK" or kind.device_class.strip() != "prtr":
        raise ProfielFout(f"dit is een profiel voor {kind.xcolor_space.strip()}, niet voor een pers in CMYK")
    return Drukprofiel(data, (kind.profile_description or "CMYK").strip())


class Inkt:
    """Converts colours and pictures, by a profile or by the plain formulas."""

    def __init__(self, profiel: Drukprofiel | None) -> None:
        self.profiel = profiel
        self._colour = lru_cache(maxsize=4096)(self._by_profile if profiel else plain)
        self._transform = _transform(profiel) if profiel else None

    def kleur(self, rgb: Rgb) -> Cmyk:
        """A colour (parts of 1) as ink (parts of 1)."""
        return black_only(rgb) or self._colour(rgb)

    def beeld(self, picture: Image.Image) -> Image.Image:
        """A picture of any mode as a CMYK picture of the same size, its transparency left out."""
        rgb = picture.convert("RGB")
        if self._transform:
            converted = ImageCms.applyTransform(rgb, self._transform)
            assert converted is not None
            return converted
        return rgb.filter(_table())

    def _by_profile(self, rgb: Rgb) -> Cmyk:
        pixel = self.beeld(Image.new("RGB", (1, 1), tuple(round(255 * part) for part in rgb))).getpixel((0, 0))
        assert isinstance(pixel, tuple)
        c, m, y, k = (round(part / 255, 4) for part in pixel)
        return c, m, y, k


def black_only(rgb: Rgb) -> Cmyk | None:
    """Grey and black as black ink alone; None for a colour."""
    if max(rgb) - min(rgb) > _GRIJS:
        return None
    light = sum(rgb) / 3
    return (0.0, 0.0, 0.0, 1.0 if light <= _ZWART else round(1 - light, 4))


def plain(rgb: Rgb) -> Cmyk:
    """A colour by the plain formulas, all its black in black ink."""
    light = max(rgb)
    if light == 0:
        return (0.0, 0.0, 0.0, 1.0)
    c, m, y = (round((light - part) / light, 4) for part in rgb)
    return c, m, y, round(1 - light, 4)


@lru_cache(maxsize=1)
def _table() -> ImageFilter.Color3DLUT:
    """The plain formulas as a table for whole pictures."""
    callback: Callable[[float, float, float], Cmyk] = lambda r, g, b: plain((r, g, b))  # noqa: E731
    return ImageFilter.Color3DLUT.generate(_ROOSTER, callback, channels=4, target_mode="CMYK")


def _transform(profiel: Drukprofiel) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profiel.data)),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
