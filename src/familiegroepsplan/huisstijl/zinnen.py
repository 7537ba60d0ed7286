"""What is said of a logo, also by the form "Zet jouw gemeente neer": code of the rule, and what is wrong."""

from types import MappingProxyType

LOGO = MappingProxyType(
    {
        "te-groot": ("huisstijl-bestand-te-groot", "{naam} is groter dan {meeste} kB"),
        "soort": ("huisstijl-logo-soort", "dit is geen SVG, PNG of JPEG"),
        "utf8": ("huisstijl-logo-xml", "dit SVG-bestand is geen UTF-8"),
        "entiteiten": ("huisstijl-logo-xml", "dit SVG-bestand heeft eigen entiteiten (DOCTYPE met [ … ])"),
        "xml": ("huisstijl-logo-kapot", "dit SVG-bestand is geen goede XML (regel {regel})"),
        "wortel": ("huisstijl-logo-xml", "het bestand begint niet met een svg-element in de naamruimte van SVG"),
        "maat": ("huisstijl-logo-maat", "dit SVG-bestand zegt niet hoe groot het is"),
        "leeg": ("huisstijl-logo-leeg", "in dit SVG-bestand staat geen tekening"),
        "geschoond": ("huisstijl-logo-geschoond", "uit {naam} is weggelaten: {wat}"),
    }
)
"""The sentences by name; the remedy is that of the rule."""


def logo_zin(naam: str, /, **woorden: object) -> tuple[str, str]:
    """Code and what is wrong."""
    code, wat = LOGO[naam]
    return code, wat.format(**woorden)
