"""The brand of a municipality: palette, design tokens, logo, wordmark, favicon and social image.

Plain values in, plain values out; what is wrong comes back as messages, never as a traceback.
`huisstijl.social` is not gathered here, since it loads Typst.
"""

from familiegroepsplan.huisstijl.codes import REGELS
from familiegroepsplan.huisstijl.logo import Logo, read_logo
from familiegroepsplan.huisstijl.paar import PAREN, Paar, Tekort
from familiegroepsplan.huisstijl.palet import (
    NATIONAAL,
    Palet,
    check_palet,
    css,
    derive_palet,
    palet_meldingen,
)
from familiegroepsplan.huisstijl.tokens import Tokenkleuren, read_tokens
from familiegroepsplan.huisstijl.woordmerk import favicon_svg, woordmerk, woordmerk_op_merk

__all__ = [
    "NATIONAAL",
    "PAREN",
    "REGELS",
    "Logo",
    "Paar",
    "Palet",
    "Tekort",
    "Tokenkleuren",
    "check_palet",
    "css",
    "derive_palet",
    "favicon_svg",
    "palet_meldingen",
    "read_logo",
    "read_tokens",
    "woordmerk",
    "woordmerk_op_merk",
]
