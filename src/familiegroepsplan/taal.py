"""The eight languages of the project: the only language codes that may occur in data and folders."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Taalcode = Literal["nl", "en", "ar", "tr", "pl", "uk", "ti", "fa"]
Richting = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Taal:
    """A language: ISO 639-1 code, its own name, writing direction, and its name in Dutch."""

    code: Taalcode
    eigen_naam: str
    richting: Richting
    naam: str


TALEN: Mapping[str, Taal] = MappingProxyType(
    {
        taal.code: taal
        for taal in (
            Taal("nl", "Nederlands", "ltr", "Nederlands"),
            Taal("en", "English", "ltr", "Engels"),
            Taal("ar", "العربية", "rtl", "Arabisch"),
            Taal("tr", "Türkçe", "ltr", "Turks"),
            Taal("pl", "Polski", "ltr", "Pools"),
            Taal("uk", "Українська", "ltr", "Oekraïens"),
            Taal("ti", "ትግርኛ", "ltr", "Tigrinya"),
            Taal("fa", "فارسی", "rtl", "Farsi"),
        )
    }
)
"""Every language by its code, in the order in which the site offers them."""

TALEN_PROFESSIONALS = frozenset({"nl", "en"})
"""The languages in which pages and blocks for professionals exist."""

TAALCODES: tuple[Taalcode, ...] = get_args(Taalcode)
"""The codes alone, in the same order; `nl` is the source language and always the first."""
