"""Bytes to an XML tree, without ever believing them: no DTD, no entities, no network, no giants.

Rules after OWASP, XML External Entity Prevention; lxml: https://lxml.de/parsing.html#parser-options
"""

import re
from collections.abc import Iterator

from lxml import etree

from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats
from familiegroepsplan.verordening.regels import melding

MAX_BYTES = 5_000_000
"""Size limit; a regulation with all its notes is well below one megabyte."""

MAX_ELEMENTS = 100_000
"""Elements: far more than a regulation has, few enough to be read in seconds."""

_DOCTYPE = re.compile(rb"<!DOCTYPE(?!\s+html)", re.IGNORECASE)
_WEBPAGE = re.compile(rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE\s+html|<html)", re.IGNORECASE | re.DOTALL)


def parse_xml(data: bytes, pad: str) -> etree._Element:
    """The root of an XML document; `pad` (path or address) is for messages.

    Raises Gebruikersfout with one message when the data is too big, broken or unsafe.
    """
    if len(data) > MAX_BYTES:
        raise _refused("verordening-groot", pad, f"dit is groter dan {MAX_BYTES // 1_000_000} MB")
    plain = data.replace(b"\0", b"")  # UTF-16 is ASCII with zero bytes between
    if _WEBPAGE.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe")):
        raise _refused("verordening-xml", pad, "dit is een webpagina, geen XML")
    if _DOCTYPE.search(plain):
        raise _refused("verordening-onveilig", pad, "er staat een DOCTYPE in")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise Gebruikersfout([_broken(data, Plaats(pad, line or 0, column or 0), str(error.msg))]) from None
    except (LookupError, ValueError):  # an encoding that lxml does not know
        raise _refused("verordening-xml", pad, "de codering van dit bestand is onbekend") from None
    if root.getroottree().docinfo.internalDTD is not None:  # behind an encoding that hid it above
        raise _refused("verordening-onveilig", pad, "er staat een DOCTYPE in")
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise _refused("verordening-groot", pad, f"dit heeft meer dan {MAX_ELEMENTS:_} onderdelen".replace("_", "."))
    return root


def name(element: etree._Element) -> str:
    """The name without namespace, in small letters: the forms differ in both."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements; what is no element (an unresolved entity) is left out."""
    return (child for child in element if isinstance(child.tag, str))


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element below with one of these names, in order of the document."""
    return (one for one in element.iterdescendants() if isinstance(one.tag, str) and name(one) in names)


def first(element: etree._Element, *names: str) -> etree._Element | None:
    """The first element below with one of these names."""
    return next(descendants(element, *names), None)


def _broken(data: bytes, plaats: Plaats, reason: str) -> Melding:
    if not data.strip():
        return melding("verordening-xml", Plaats(plaats.pad), "dit bestand is leeg")
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return melding("verordening-xml", Plaats(plaats.pad), "dit is geen XML")
    if "depth" in reason:
        return melding("verordening-xml", plaats, "de XML is hier te diep genest")
    if "encoding" in reason:
        return melding("verordening-xml", plaats, "de codering van dit bestand kennen we niet")
    return melding("verordening-xml", plaats, "hier breekt de XML af of klopt zij niet")


def _refused(code: str, pad: str, wat: str) -> Gebruikersfout:
    return Gebruikersfout([melding(code, Plaats(pad), wat)])
