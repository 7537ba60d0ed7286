"""Names of gemeenten as file names and addresses: small ASCII letters, digits and hyphens."""

import re
import unicodedata


def slugify(naam: str) -> str:
    """`Súdwest-Fryslân` → `sudwest-fryslan`, `Bergen (NH.)` → `bergen-nh`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(naam)).strip("-")


def plain(naam: str) -> str:
    """The name without diacritics and capitals, for comparing."""
    letters = unicodedata.normalize("NFKD", naam.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().strip()
