"""Every colour of a PDF into ink: in page contents, drawings, patterns, gradients and pictures.

Typst sets colours in sRGB, those of an SVG logo too; so they are converted afterwards, all in one place.
What cannot be converted is never passed over: it raises `OnbekendeKleur`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, PdfImage, Stream

from familiegroepsplan.print.inkt import Cmyk, Inkt, Rgb

_MARKED = {"BMC", "BDC", "EMC", "MP", "DP"}
_SET = {"cs": "vlak", "CS": "lijn"}
_PAINT = {"sc": "vlak", "scn": "vlak", "SC": "lijn", "SCN": "lijn"}
_RGB = {"rg": "vlak", "RG": "lijn"}
_CMYK = {"vlak": "k", "lijn": "K"}
_GREY = {"vlak": "g", "lijn": "G"}
_KEPT = {"g", "G", "k", "K"}


class OnbekendeKleur(Exception):
    """A colour in a form that we do not convert: a fault of ours, or a very unusual logo."""


def to_ink(document: Pdf, inkt: Inkt) -> None:
    """Convert every colour of `document` in place. Raises OnbekendeKleur."""
    objects = list(document.objects)
    for page in document.pages:
        page.contents_coalesce()
        page.obj.Contents = document.make_stream(_content(page.obj, page.obj.get("/Resources", Dictionary()), inkt))
        _group(page.obj)
    for item in objects:
        if isinstance(item, Stream):
            _stream(item, inkt)
    for item in document.objects:
        if isinstance(item, Dictionary | Stream):
            _shadings(item, inkt)
    for item in document.objects:
        if isinstance(item, Dictionary | Stream):
            _drop_spaces(item)


def _stream(item: Stream, inkt: Inkt) -> None:
    kind = item.get("/Subtype")
    if kind == Name.Image:
        _image(item, inkt)
    elif kind == Name.Form or item.get("/PatternType") == 1:
        _group(item)
        item.write(_content(item, item.get("/Resources", Dictionary()), inkt))


def _group(item: Object) -> None:
    """Transparency is mixed in ink too."""
    group = item.get("/Group")
    if group is not None and "/CS" in group:
        group.CS = Name.DeviceGray if _components(group.CS) == 1 else Name.DeviceCMYK


@dataclass(frozen=True)
class _State:
    """The colour space chosen for surfaces and lines: its number of components, or 0 for a pattern."""

    spaces: dict[str, int] = field(default_factory=lambda: {"vlak": 1, "lijn": 1})

    def chosen(self, what: str, components: int) -> "_State":
        return replace(self, spaces=self.spaces | {what: components})


def _content(stream: Object, resources: Object, inkt: Inkt) -> bytes:
    """The content stream with its colours as ink, and without marks of structure (a press reads none)."""
    return pikepdf.unparse_content_stream(list(_instructions(stream, resources, inkt)))


def _instructions(stream: Object, resources: Object, inkt: Inkt) -> Iterator[tuple[list[Any], Operator]]:
    state, saved = _State(), list[_State]()
    for instruction in pikepdf.parse_content_stream(stream):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            raise OnbekendeKleur("een plaatje binnen de tekst")
        operands, name = list(instruction.operands), str(instruction.operator)
        if name in _MARKED:
            continue
        if name == "q":
            saved.append(state)
        elif name == "Q" and saved:
            state = saved.pop()
        elif name in _SET:
            components = _components(_space(operands[0], resources))
            state = state.chosen(_SET[name], components)
            if components:
                continue
        elif name in _PAINT:
            converted = _painted(operands, _PAINT[name], state, inkt)
            yield converted or (operands, instruction.operator)
            continue
        elif name in _RGB:
            yield _ink_operator(_rgb(operands), _RGB[name], inkt)
            continue
        yield operands, instruction.operator


def _painted(operands: list[Any], what: str, state: _State, inkt: Inkt) -> tuple[list[Any], Operator] | None:
    """The instruction that paints in this space as ink; None for a pattern, whose own colours are converted."""
    components = state.spaces[what]
    if components == 0:
        return None
    if components == 1:
        return [operands[0]], Operator(_GREY[what])
    if components == 4:
        return operands, Operator(_CMYK[what])
    return _ink_operator(_rgb(operands), what, inkt)


def _ink_operator(rgb: Rgb, what: str, inkt: Inkt) -> tuple[list[Any], Operator]:
    return list(inkt.kleur(rgb)), Operator(_CMYK[what])


def _rgb(operands: list[Any]) -> Rgb:
    r, g, b = (min(1.0, max(0.0, float(part))) for part in operands)
    return r, g, b


def _space(name: Object, resources: Object) -> Object:
    own: Object = resources.get("/ColorSpace", Dictionary()).get(str(name), name)
    return own


def _components(space: Object) -> int:
    """How many numbers a colour has in this space; 0 for a pattern."""
    known = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/Pattern": 0, "/CalGray": 1, "/CalRGB": 3}
    kind = str(space[0]) if isinstance(space, Array) else str(space)
    if kind == "/ICCBased":
        return int(space[1].N)
    if kind not in known:
        raise OnbekendeKleur(f"kleuren in {kind}")
    return known[kind]


def _image(item: Stream, inkt: Inkt) -> None:
    """A picture with the colours of ink; masks and grey stay as they are."""
    if item.get("/ImageMask") or "/ColorSpace" not in item:
        return
    space = item.ColorSpace
    kind = str(space[0]) if isinstance(space, Array) else str(space)
    components = 3 if kind == "/Indexed" else _components(space)
    if components == 1:
        item.ColorSpace = Name.DeviceGray
    elif components == 3:
        picture = inkt.beeld(PdfImage(item).as_pil_image())
        for key in ("/Decode", "/DecodeParms", "/Intent"):
            if key in item:
                del item[key]
        item.BitsPerComponent, item.ColorSpace = 8, Name.DeviceCMYK
        item.write(picture.tobytes())


def _shadings(holder: Object, inkt: Inkt) -> None:
    """The gradients that a dictionary holds, as a pattern or among its resources."""
    found = [holder] if "/ShadingType" in holder else []
    found += [holder.Shading] if holder.get("/PatternType") == 2 else []
    named = holder.get("/Shading") if "/PatternType" not in holder else None
    found += [value for _, value in named.items()] if isinstance(named, Dictionary) else []
    for shading in found:
        if "/ShadingType" in shading and _components(shading.ColorSpace) == 3:
            _shading(shading, inkt)
        elif "/ShadingType" in shading and _components(shading.ColorSpace) == 1:
            shading.ColorSpace = Name.DeviceGray


def _shading(shading: Object, inkt: Inkt) -> None:
    if int(shading.ShadingType) not in (2, 3):
        raise OnbekendeKleur("een verloop dat niet recht of rond is")
    shading.ColorSpace = Name.DeviceCMYK
    shading.Function = _function(shading.Function, inkt)
    if "/Background" in shading:
        shading.Background = Array(list(inkt.kleur(_rgb(list(shading.Background)))))


def _function(function: Object, inkt: Inkt) -> Dictionary:
    """The function of a gradient with ink at its ends (ISO 32000-1, 7.10.3 and 7.10.4)."""
    kind = int(function.FunctionType)
    if kind == 3:
        parts = [_function(part, inkt) for part in function.Functions]
        return Dictionary(
            FunctionType=3,
            Domain=function.Domain,
            Functions=parts,
            Bounds=function.Bounds,
            Encode=function.Encode,
        )
    if kind != 2 or isinstance(function, Stream):
        raise OnbekendeKleur("een verloop dat uit losse stappen bestaat")
    ends = [_ends(inkt.kleur(_rgb(list(function[key])))) for key in ("/C0", "/C1")]
    return Dictionary(FunctionType=2, Domain=function.Domain, N=function.N, C0=ends[0], C1=ends[1])


def _ends(ink: Cmyk) -> Array:
    return Array(list(ink))


def _drop_spaces(item: Object) -> None:
    """The names of colour spaces that nothing uses any more."""
    resources = item.get("/Resources")
    if isinstance(resources, Dictionary) and "/ColorSpace" in resources:
        del resources["/ColorSpace"]
