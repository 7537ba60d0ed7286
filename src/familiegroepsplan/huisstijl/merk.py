"""The brand as the site uses it: the palette and the logo that a municipality's YAML leads to."""

from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.huisstijl.logo import Logo, read_logo
from familiegroepsplan.huisstijl.palet import NATIONAAL, Palet, derive_palet
from familiegroepsplan.huisstijl.tokens import read_tokens


@dataclass(frozen=True)
class Merk:
    """Palette and logo; without a logo the site shows the name of the municipality as a wordmark."""

    palet: Palet
    logo: Logo | None


def read_merk(gemeente: Gemeente, folder: Path, plaats: Plaats | None = None) -> tuple[Merk, list[Melding]]:
    """The brand of `gemeente`, whose files lie in `folder`; with what is wrong with those files.

    A colour in the YAML goes before one in a token file. Without any, or where they cannot be read, the
    national look stands in.
    """
    stijl = gemeente.huisstijl
    kleur, linkkleur = stijl.kleur, stijl.linkkleur
    meldingen: list[Melding] = []
    if stijl.tokens:
        tokens, found = read_tokens(folder / stijl.tokens, plaats)
        meldingen += found
        kleur = kleur or (tokens.kleur if tokens else None)
        linkkleur = linkkleur or (tokens.linkkleur if tokens else None)
    logo, found = read_logo(folder / stijl.logo, plaats) if stijl.logo else (None, [])
    palet = derive_palet(kleur or NATIONAAL.merk, linkkleur) if kleur or linkkleur else NATIONAAL
    return Merk(palet, logo), meldingen + found
