"""The fonts that we set ourselves in pictures and print: they come with a package, never from the system."""

from importlib.resources import files
from pathlib import Path

LETTERS = "Noto Sans"
"""The font family of Latin and Cyrillic text (SIL Open Font License)."""


def font_folder() -> Path:
    """The folder of the package in which the files of `LETTERS` lie."""
    return Path(str(files("justmytype_western_core"))) / "fonts" / "ofl" / "notosans"
