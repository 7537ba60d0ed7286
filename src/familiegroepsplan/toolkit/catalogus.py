"""The texts as Samenwerkende Catalogi 4.0, the XML that the CMS of a municipality already reads.

Form: Informatie Publicatie Model Samenwerkende Catalogi 4.0, part B (Logius). Only texts for families,
as "productbeschrijving" for the public; the body goes in `productHTML`.
"""

from collections.abc import Sequence
from datetime import date

from lxml import etree

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.register import load_register
from familiegroepsplan.toolkit.api import BlokApi

PRODUCT = "http://standaarden.overheid.nl/product/terms/"
OVERHEID = "http://standaarden.overheid.nl/owms/terms/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = f"{PRODUCT} http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd"
NAMES = {"overheidproduct": PRODUCT, "overheid": OVERHEID, "dcterms": DCTERMS, "xsi": XSI}
ABSTRACT_LENGTH = 200


def catalogus(gemeente: Gemeente, per_taal: dict[str, Sequence[BlokApi]], fallback: date) -> bytes:
    """The XML; `fallback` is the day that stands for an unknown date of change. Needs the address of the site."""
    root = etree.Element(f"{{{PRODUCT}}}scproducten", nsmap=NAMES)
    root.set(f"{{{XSI}}}schemaLocation", SCHEMA)
    for taal, blokken in per_taal.items():
        for blok in blokken:
            if blok.doelgroep == "gezin":
                _product(root, gemeente, taal, blok, fallback)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return xml


def _product(root: etree._Element, gemeente: Gemeente, taal: str, blok: BlokApi, fallback: date) -> None:
    product = _add(root, PRODUCT, "scproduct")
    product.set("owms-version", "4.0")
    meta = _add(product, PRODUCT, "meta")
    kern = _add(meta, PRODUCT, "owmskern")
    _add(kern, DCTERMS, "identifier", blok.pagina)
    _add(kern, DCTERMS, "title", blok.titel)
    _add(kern, DCTERMS, "language", taal)
    _add(kern, DCTERMS, "type", "productbeschrijving").set("scheme", "overheid:Informatietype")
    _add(kern, DCTERMS, "modified", (blok.gewijzigd_op or fallback).isoformat())
    for namespace, name in ((DCTERMS, "spatial"), (OVERHEID, "authority")):
        _authority(_add(kern, namespace, name, gemeente.naam), gemeente)
    mantel = _add(meta, PRODUCT, "owmsmantel")
    _add(mantel, DCTERMS, "audience", "particulier").set("scheme", "overheid:Doelgroep")
    _add(mantel, DCTERMS, "abstract", _abstract(blok.tekst))
    scmeta = _add(meta, PRODUCT, "scmeta")
    _add(scmeta, PRODUCT, "productID", f"{blok.id}-{taal}")
    _add(scmeta, PRODUCT, "onlineAanvragen", "nee")
    _add(_add(product, PRODUCT, "body"), PRODUCT, "productHTML", blok.html)


def _authority(element: etree._Element, gemeente: Gemeente) -> None:
    element.set("scheme", "overheid:Gemeente")
    known = load_register().by_code.get(gemeente.cbs_code)
    if known and known.is_called(gemeente.naam):
        element.set("resourceIdentifier", known.tooi)


def _abstract(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= ABSTRACT_LENGTH else words[:ABSTRACT_LENGTH].rsplit(" ", 1)[0] + "…"


def _add(parent: etree._Element, namespace: str, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{namespace}}}{name}")
    child.text = text
    return child
