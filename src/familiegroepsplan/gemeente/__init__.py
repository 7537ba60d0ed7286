"""A gemeente and its parts, as written in `content/municipalities/<slug>.yml`."""

from familiegroepsplan.gemeente.aanbieder import Aanbieder
from familiegroepsplan.gemeente.contact import (
    Beveiliging,
    Contact,
    Klachten,
    Privacy,
    Toegang,
    Toegankelijkheid,
)
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.huisstijl import Huisstijl
from familiegroepsplan.gemeente.lezen import read_gemeente, read_gemeenten
from familiegroepsplan.gemeente.verordening import Artikel, Verordening

__all__ = [
    "Aanbieder",
    "Artikel",
    "Beveiliging",
    "Contact",
    "Gemeente",
    "Huisstijl",
    "Klachten",
    "Privacy",
    "Toegang",
    "Toegankelijkheid",
    "Verordening",
    "read_gemeente",
    "read_gemeenten",
]
