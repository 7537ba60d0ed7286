"""A CVDR number, with or without version, in the ways people write it; and the addresses that follow from it."""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(
    r"(?:https?://(?:lokaleregelgeving\.overheid\.nl|repository\.officiele-overheidspublicaties\.nl/cvdr)/)?"
    r"(?:CVDR)?\s*(\d{1,8})(?:[/_](\d{1,4}))?/?(?:[/#?]\S*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Nummer:
    """The number of a regulation (`CVDR123456`) and of its version; None: the latest."""

    werk: str
    versie: int | None = None

    def __str__(self) -> str:
        return self.werk if self.versie is None else f"{self.werk}/{self.versie}"


def parse_nummer(text: str) -> Nummer | None:
    """`CVDR123456`, `cvdr123456/2`, `123456_2`, or the address of its page; None when it is none of these."""
    match = _WRITTEN.fullmatch(text.strip())
    return Nummer(f"CVDR{match[1]}", int(match[2]) if match[2] else None) if match else None


def xml_path(nummer: Nummer) -> str:
    """Where the XML of a version stands below the repository."""
    return f"cvdr/{nummer.werk}/{nummer.versie}/xml/{nummer.werk}_{nummer.versie}.xml"


def manifest_path(nummer: Nummer) -> str:
    """Where the list of all versions stands below the repository."""
    return f"cvdr/{nummer.werk}/manifest.xml"
