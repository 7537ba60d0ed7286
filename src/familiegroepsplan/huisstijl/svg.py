"""Cleaning an SVG: what stays is a drawing, without scripts, without links, without anything from elsewhere.

An SVG opened in a browser is a page: it can run scripts and fetch files. So elements and styles stay only
when they are on a list; see https://www.w3.org/TR/SVG2/conform.html (secure static mode).
"""

import base64
import binascii
import re

from lxml import etree

from familiegroepsplan.huisstijl.beeld import Beeld, Weigering, ratio_problem
from familiegroepsplan.huisstijl.raster import JPEG_START, PNG_START
from familiegroepsplan.huisstijl.svg_stijl import clean_declarations, clean_stylesheet, is_safe_value
from familiegroepsplan.huisstijl.zinnen import logo_zin

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DRAWN = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use", "image"}
_ELEMENT_NAMES = """
    svg g defs symbol switch title desc style tspan textPath linearGradient radialGradient stop clipPath mask
    pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence
"""
_ELEMENTS = _DRAWN | set(_ELEMENT_NAMES.split())
_TEXT_ONLY = {"title", "desc", "style"}
_ANIMATION = {"animate", "animateMotion", "animateTransform", "set", "animateColor", "discard", "mpath"}
_UNMENTIONED = {"metadata"}
_FOREIGN_ACTIVE = {":script", ":iframe", ":object", ":embed", ":img", ":html", ":body", ":audio", ":video"}
_MOST_USES = 200
_DATA = re.compile(r"data:image/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)(?:px|pt|mm|cm|in|pc)?\s*", re.ASCII)


def clean_svg(data: bytes) -> Beeld | Weigering:
    """The drawing in an SVG file (UTF-8, no DTD of its own) with what was left out, or why it is refused."""
    root = _parse(data)
    if isinstance(root, Weigering):
        return root
    weggelaten = _clean_tree(root)
    maat = _size(root)
    if isinstance(maat, Weigering):
        return maat
    if not any(_local(element) in _DRAWN for element in root.iter()):
        return Weigering(*logo_zin("leeg"))
    etree.cleanup_namespaces(root)
    inhoud = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    letters = next(root.iter(f"{{{_SVG}}}text"), None) is not None
    unique = tuple(dict.fromkeys(weggelaten))
    return Beeld(inhoud, "image/svg+xml", maat[0] / maat[1], unique, letters)


def _parse(data: bytes) -> etree._Element | Weigering:
    """The root of the tree. Text is decoded here, so that no other encoding can hide a DTD from us."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Weigering(*logo_zin("utf8"), "sla het op als UTF-8")
    if re.search(r"<!(ENTITY|ATTLIST|ELEMENT|NOTATION)", text):
        return Weigering(*logo_zin("entiteiten"))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Weigering(*logo_zin("xml", regel=getattr(error, "lineno", None) or 1))
    if root.tag != f"{{{_SVG}}}svg":
        return Weigering(*logo_zin("wortel"))
    return root


def _clean_tree(root: etree._Element) -> list[str]:
    """Takes out of the tree what is on no list, and says what that was."""
    weggelaten: list[str] = []
    gone: set[etree._Element] = set()
    for element in list(root.iter()):
        name = _local(element)
        if element.getparent() in gone:
            gone.add(element)
        elif name == "a" or name in _ELEMENTS:
            weggelaten += _clean_element(element, name)
        else:
            gone.add(element)
            _drop(element)
            weggelaten += _mention(name)
    return weggelaten + _drop_uses(root)


def _clean_element(element: etree._Element, name: str) -> list[str]:
    dropped: list[str] = []
    if name == "a":
        element.tag = f"{{{_SVG}}}g"
    if name in _TEXT_ONLY:
        element[:] = []
    if name == "style":
        element.text, dropped = clean_stylesheet(element.text or "")
    return dropped + _clean_attributes(element, name)


def _drop_uses(root: etree._Element) -> list[str]:
    """Takes out `use` within what is itself used: a few of those nested draw a billion shapes."""
    uses = list(root.iter(f"{{{_SVG}}}use"))
    parts = {element.get("id"): element for element in root.iter() if element.get("id")}
    nested = [use for use in uses if (part := parts.get(_target(use))) is None or _holds_use(part)]
    for use in [*nested, *uses[_MOST_USES:]]:
        _drop(use)
    return ["use in use"] if nested or uses[_MOST_USES:] else []


def _holds_use(part: etree._Element) -> bool:
    return next(part.iter(f"{{{_SVG}}}use"), None) is not None


def _target(use: etree._Element) -> str:
    return str(use.get("href") or use.get(_XLINK_HREF) or "").removeprefix("#")


def _clean_attributes(element: etree._Element, name: str) -> list[str]:
    weggelaten = []
    for key, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
        if key == "style":
            weggelaten += _clean_style(element, value)
        elif key in ("href", _XLINK_HREF):
            if not _is_own(value, name):
                del element.attrib[key]
                weggelaten.append("koppeling" if name == "a" else f"verwijzing naar {value.strip()[:40]}")
        elif not _is_plain(key) or not is_safe_value(value):
            del element.attrib[key]
            weggelaten += [] if key.startswith("{") else [f"attribuut {key[:30]}"]
    return weggelaten


def _clean_style(element: etree._Element, value: str) -> list[str]:
    clean, dropped = clean_declarations(value)
    if clean:
        element.set("style", clean)
    else:
        del element.attrib["style"]
    return dropped


def _is_plain(key: str) -> bool:
    return key in (_SPACE, _LANG) or not (key.startswith("{") or key.lower().startswith("on"))


def _is_own(value: str, name: str) -> bool:
    """Whether a reference stays within the file: `#part`, or a PNG or JPEG that is in the file itself."""
    if name == "image":
        match = _DATA.fullmatch(value.strip())
        return bool(match and _is_raster(match[2]))
    return name != "a" and bool(re.fullmatch(r"#[\w.:-]+", value.strip()))


def _is_raster(text: str) -> bool:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return data.startswith((PNG_START, JPEG_START))


def _mention(name: str) -> list[str]:
    """How to name a dropped element to the gemeente; what editors add for themselves goes without mention."""
    if name in _ANIMATION:
        return ["animatie"]
    if name in _UNMENTIONED or (name.startswith(":") and name not in _FOREIGN_ACTIVE):
        return []
    return [name.removeprefix(":")[:30]]


def _drop(element: etree._Element) -> None:
    """Takes an element out of the tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _local(element: etree._Element) -> str:
    """The name of an element of SVG; of anything else a name that is on no list (`:script`, `:`)."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(f"{{{_SVG}}}") if tag.startswith(f"{{{_SVG}}}") else f":{tag.rpartition('}')[2]}"


def _size(root: etree._Element) -> tuple[float, float] | Weigering:
    """Width and height in units of the drawing; it is given a viewBox if it has none, so that it scales."""
    box = str(root.get("viewBox") or "").replace(",", " ").split()
    numbers = [float(part) for part in box if re.fullmatch(r"-?(\d+\.?\d*|\.\d+)(e-?\d+)?", part, re.ASCII)]
    if len(box) == len(numbers) == 4:
        breedte, hoogte = numbers[2:]
    else:
        lengths = [_LENGTH.fullmatch(str(root.get(name) or "")) for name in ("width", "height")]
        if not all(lengths):
            return Weigering(*logo_zin("maat"))
        breedte, hoogte = (float(match[1]) for match in lengths if match)
        root.set("viewBox", f"0 0 {breedte:g} {hoogte:g}")
    if not (0 < breedte < 1e6 and 0 < hoogte < 1e6):
        return Weigering("huisstijl-logo-maat", "de breedte of hoogte van dit SVG-bestand kan niet")
    return ratio_problem(breedte, hoogte) or (breedte, hoogte)
