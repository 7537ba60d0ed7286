"""The fonts of print: they come with packages or with us, and never from the system.

Noto Sans carries Latin and Cyrillic, Noto Sans Ethiopic Tigrinya. For Arabic and Farsi stands Vazirmatn (its
edition without Latin letters), since the words of current Noto Arabic fonts cannot be taken out of a PDF
again. All are under the SIL Open Font License.
"""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import typst

from familiegroepsplan.huisstijl.lettertype import LETTERS, font_folder
from familiegroepsplan.taal import TALEN

ETHIOPISCH = "Noto Sans Ethiopic"
ARABISCH = "Vazirmatn NL"


def families(taal: str) -> list[str]:
    """The font families for text in `taal`, in the order in which a letter is sought in them."""
    if TALEN[taal].richting == "rtl":
        return [ARABISCH, LETTERS, ETHIOPISCH]
    return [LETTERS, ETHIOPISCH, ARABISCH]


def font_folders() -> list[Path]:
    """Where the files of these families lie."""
    ethiopic = Path(str(files("justmytype_intl_africa"))) / "fonts" / "ofl" / "notosansethiopic"
    return [font_folder(), ethiopic, Path(str(files("familiegroepsplan"))) / "letters"]


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts as Typst wants them; read once per process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())
