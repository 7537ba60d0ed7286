"""A regulation from an XML document of any form; what cannot be read that way is said in one message."""

import re

from lxml import etree

from familiegroepsplan.errors import Gebruikersfout, Plaats
from familiegroepsplan.verordening.artikelen import read_artikelen
from familiegroepsplan.verordening.kenmerken import classic, is_classic, is_stop, stop
from familiegroepsplan.verordening.regeling import Regeling
from familiegroepsplan.verordening.regels import melding
from familiegroepsplan.verordening.tekst import text_of
from familiegroepsplan.verordening.toelichting import read_toelichting
from familiegroepsplan.verordening.xml import descendants, name, parse_xml

_NOTES = frozenset({"nota-toelichting", "toelichting", "algemenetoelichting", "artikelgewijzetoelichting"})
_PDF = re.compile(r"\.pdf\b", re.IGNORECASE)


def read_regeling(data: bytes, pad: str) -> Regeling:
    """The regulation in these bytes; `pad` (path or address) is for messages.

    Raises Gebruikersfout with one message when it is broken, unsafe, of an unknown form, or has no articles.
    """
    root = parse_xml(data, pad)
    if not (is_classic(root) or is_stop(root)):
        raise _refused("verordening-vorm", pad, f"dit is geen verordening: het begint met <{name(root)}>")
    kenmerken = classic(root) if is_classic(root) else stop(root)
    regeling = Regeling(
        titel=kenmerken.titel,
        cvdr=kenmerken.cvdr,
        gemeente=kenmerken.gemeente,
        geldig_van=kenmerken.geldig_van,
        geldig_tot=kenmerken.geldig_tot,
        artikelen=read_artikelen(root),
        toelichting=read_toelichting(_outermost(root, _NOTES)),
        aanhef=" ".join(text_of(one) for one in _outermost(root, frozenset({"aanhef"}))),
        bijlagen=" ".join(text_of(one) for one in _outermost(root, frozenset({"bijlage"}))),
        pdf=any(_PDF.search(str(value)) for one in root.iter("*") for value in one.attrib.values()),
    )
    if not regeling.artikelen:
        raise _refused("verordening-leeg", pad, _why_empty(regeling))
    return regeling


def _why_empty(regeling: Regeling) -> str:
    if len(regeling.aanhef) > 200 or (regeling.aanhef and not regeling.pdf):
        return "de tekst staat in de aanhef en is niet in artikelen verdeeld"
    if regeling.pdf:
        return "de tekst staat alleen in een PDF"
    return "er staan geen artikelen in"


def _outermost(root: etree._Element, names: frozenset[str]) -> list[etree._Element]:
    """The elements with these names that do not lie in another one of them."""
    return [one for one in descendants(root, *names) if not any(name(up) in names for up in one.iterancestors())]


def _refused(code: str, pad: str, wat: str) -> Gebruikersfout:
    return Gebruikersfout([melding(code, Plaats(pad), wat)])
