"""An `Opname` into the file of a municipality: comments, order, layout and explanations stay as they are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import StringIO

from rapidfuzz import fuzz
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats
from familiegroepsplan.gemeente.voorbeeld import quoted, yaml_value
from familiegroepsplan.reading import Document, fault, parse_yaml, refused
from familiegroepsplan.verordening.gedeelte import SLEUTEL, cut_out
from familiegroepsplan.verordening.opnemen import Opname
from familiegroepsplan.verordening.plan import Vondst
from familiegroepsplan.verordening.regels import melding
from familiegroepsplan.verordening.regels_bewaren import keep_lines

_VOLGORDE = ("titel", "cvdr", "url", "geldig_van", "geldig_tot", "status", "plannaam", "bron", "gecontroleerd_op")
_ARTIKEL = ("nummer", "lid", "titel", "tekst", "toelichting", "uitleg", "bron", "gecontroleerd_op")
_OUDE_UITLEG = "De uitleg bij de vorige tekst van dit artikel; klopt misschien niet meer:"


@dataclass(frozen=True)
class Geschreven:
    """The new text of a file, and what a person should look at in it."""

    tekst: str
    meldingen: tuple[Melding, ...] = field(default=())


def write_in(text: str, opname: Opname, pad: str) -> Geschreven:
    """The text of a municipality's file with the regulation in it; `pad` is for messages.

    Raises Gebruikersfout when the file cannot be read, or when the part cannot be changed safely.
    """
    document = _read(text, pad)
    part = cut_out(text, document, pad)
    section = "\n".join(part.regels) or f"{SLEUTEL}:\n"
    yaml = _writer(section)
    try:
        changed: CommentedMap = yaml.load(section)
    except (YAMLError, ValueError):
        raise _unsafe(document, pad) from None
    if not isinstance(changed[SLEUTEL], CommentedMap):
        changed[SLEUTEL] = CommentedMap()
    meldingen = _update(changed[SLEUTEL], opname, pad)
    lines = _dump(yaml, changed)
    if part.regels:
        lines = _with_old_layout(part.regels, _dump(yaml, yaml.load(section)), lines)
    new = part.with_lines(lines).text()
    if _data(_read(new, pad)) != _expected(document, lines, pad):
        raise _unsafe(document, pad)
    return Geschreven(new, tuple(meldingen))


def _unsafe(document: Document, pad: str) -> Gebruikersfout:
    plaats = document.key_place((SLEUTEL,), pad)
    wat = "wat hier staat, is niet veilig te veranderen"
    return Gebruikersfout([melding("verordening-plek", plaats, wat, sleutel=SLEUTEL)])


def _read(text: str, pad: str) -> Document:
    document, meldingen = parse_yaml(text, pad)
    if document is None or refused(meldingen):
        raise Gebruikersfout(meldingen)
    if not isinstance(document.data, dict):
        raise Gebruikersfout([fault("yaml-vorm", Plaats(pad), "", "hier horen sleutels met een waarde te staan")])
    return document


def _data(document: Document) -> dict[str, object]:
    assert isinstance(document.data, dict)
    return document.data


def _expected(document: Document, lines: Sequence[str], pad: str) -> dict[str, object]:
    """What the whole file must say: all it said, with the part as it is in these lines."""
    return _data(document) | _data(_read("\n".join(lines), pad))


def _with_old_layout(original: Sequence[str], plain: Sequence[str], changed: list[str]) -> list[str]:
    """The lines with their old layout, as long as they say the same; else as the writer lays them out."""
    kept = keep_lines(original, plain, changed)
    same, meldingen = parse_yaml("\n".join(kept), "")
    wanted, _ = parse_yaml("\n".join(changed), "")
    return kept if same and wanted and not refused(meldingen) and same.data == wanted.data else changed


class _Text(VersionedResolver):
    """Takes every plain scalar for text, as our own reader does; only an empty one is nothing."""

    @property
    def versioned_resolver(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        return {"": [("tag:yaml.org,2002:null", re.compile("^$"))]}


def _writer(section: str) -> YAML:
    """A writer with the indents of the part; long lines stay long, quotes stay."""
    yaml = YAML()
    yaml.Resolver = _Text
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    document, _ = parse_yaml(section, "")
    assert document is not None
    key = next((document.keys[path][1] for path in document.keys if len(path) == 2), 3)
    item, dash = key + 4, key + 2
    if first := document.values.get((SLEUTEL, "artikelen", 0)):
        item = first[1]
        dash = section.split("\n")[first[0] - 1].index("-") + 1
    yaml.indent(mapping=key - 1, sequence=item - key, offset=dash - key)
    return yaml


def _dump(yaml: YAML, data: CommentedMap) -> list[str]:
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue().rstrip("\n").split("\n")


def _update(section: CommentedMap, opname: Opname, pad: str) -> list[Melding]:
    """Bring the keys of the part up to date; what the text does not tell stays as it is."""
    other_version = _is_other(section, opname)
    for key, value in (("titel", opname.titel), ("cvdr", opname.cvdr), ("url", opname.url), ("bron", _bron(opname))):
        if value or (other_version and key in section):
            _set(section, key, _scalar(value) if value else None, _VOLGORDE)
    for key, day in (("geldig_van", opname.geldig_van), ("geldig_tot", opname.geldig_tot)):
        if day or other_version or key not in section:
            _set(section, key, day.isoformat() if day else None, _VOLGORDE)
    if opname.status != "onbekend" or other_version or "status" not in section:
        _set(section, "status", opname.status, _VOLGORDE)
    if opname.plannaam:
        _set(section, "plannaam", _scalar(opname.plannaam), _VOLGORDE)
    if other_version or "gecontroleerd_op" not in section:
        _set(section, "gecontroleerd_op", None, _VOLGORDE)
    return _update_artikelen(section, opname, pad)


def _is_other(section: CommentedMap, opname: Opname) -> bool:
    """Whether the part was about another regulation or version."""
    if opname.cvdr:
        return bool(section.get("cvdr") != opname.cvdr)
    return _letters(section.get("titel")) != _letters(opname.titel)


def _bron(opname: Opname) -> str:
    """Where the texts come from, when the part does not say so already."""
    return opname.url or opname.titel


def _update_artikelen(section: CommentedMap, opname: Opname, pad: str) -> list[Melding]:
    old = section.get("artikelen")
    left: list[CommentedMap] = [one for one in old or [] if isinstance(one, CommentedMap)]
    same = {index: one for index, vondst in enumerate(opname.vondsten) if (one := _take(left, vondst, _same_text))}
    meldingen: list[Melding] = []
    items: list[CommentedMap] = []
    for index, vondst in enumerate(opname.vondsten):
        item = same.get(index) or _take(left, vondst, _same_place) or CommentedMap()
        if index not in same and item:
            meldingen += _put_aside(item, vondst, pad)
        if index not in same:
            item.fa.set_block_style()
        _fill(item, vondst, _bron(opname) if index not in same else "")
        items.append(item)
    for gone in left:
        wat = f"{_named(str(gone.get('nummer', '')), str(gone.get('lid') or ''))} staat niet meer in de verordening"
        meldingen.append(melding("verordening-weg", Plaats(pad), wat, sleutel="verordening.artikelen"))
    if old is None or items or left:
        _put_list(section, items)
    return meldingen


def _put_list(section: CommentedMap, items: list[CommentedMap]) -> None:
    """The list in the place of the old one, in its layout; `[]` says that the regulation is silent."""
    old = section.get("artikelen")
    if isinstance(old, CommentedSeq) and old and items:
        if len(old) != len(items) or any(one is not other for one, other in zip(old, items, strict=True)):
            old[:] = items
        return
    new = CommentedSeq(items)
    if not items:
        new.fa.set_flow_style()
        _lift_comment(section)
    _set(section, "artikelen", new, (*_VOLGORDE[:7], "artikelen"))


def _lift_comment(section: CommentedMap) -> None:
    """A comment between `artikelen:` and the first article goes above the key: below it nothing follows."""
    tokens = section.ca.items.pop("artikelen", None)
    below = [token.value.strip().lstrip("# ") for token in (tokens[3] or [])] if tokens and len(tokens) > 3 else []
    if text := "\n".join(line for line in below if line):
        section.yaml_set_comment_before_after_key("artikelen", before=text, indent=section.lc.col)


def _take(
    left: list[CommentedMap], vondst: Vondst, fits: Callable[[CommentedMap, Vondst], bool]
) -> CommentedMap | None:
    """Take the first article out of the list that fits."""
    for item in left:
        if fits(item, vondst):
            left.remove(item)
            return item
    return None


def _same_text(item: CommentedMap, vondst: Vondst) -> bool:
    """The same words in the same article: letters and digits alone count."""
    return _letters(item.get("tekst")) == _letters(vondst.tekst)


def _same_place(item: CommentedMap, vondst: Vondst) -> bool:
    return (str(item.get("nummer") or ""), str(item.get("lid") or "")) == (vondst.nummer, vondst.lid)


def _letters(text: object) -> str:
    return re.sub(r"[\W_]", "", str(text or "")).casefold()


def _fill(item: CommentedMap, vondst: Vondst, bron: str) -> None:
    """The words of an article; what is already there in the same words keeps its form."""
    for key in ("nummer", "lid", "titel", "tekst", "toelichting"):
        value = getattr(vondst, key)
        if not value:
            item.pop(key, None)
        elif " ".join(str(item.get(key) or "").split()) != value:
            written = DoubleQuotedScalarString(value) if key in ("nummer", "lid") else _scalar(value)
            _set(item, key, written, _ARTIKEL)
    if bron:
        _set(item, "bron", _scalar(bron), _ARTIKEL)
        _set(item, "gecontroleerd_op", None, _ARTIKEL)


def _put_aside(item: CommentedMap, vondst: Vondst, pad: str) -> list[Melding]:
    """The explanation of another wording becomes a comment: what it says may no longer hold."""
    if not item.get("uitleg"):
        return []
    likeness = fuzz.ratio(str(item.get("tekst") or ""), vondst.tekst)
    uitleg = item.pop("uitleg")
    texts = uitleg if isinstance(uitleg, dict) else {"nl": uitleg}
    lines = [_OUDE_UITLEG, "uitleg:", *(f"  {taal}: {quoted(str(text))}" for taal, text in texts.items())]
    key = next((key for key in ("bron", "gecontroleerd_op") if key in item), None)
    if key is None:
        _set(item, "gecontroleerd_op", None, _ARTIKEL)
        key = "gecontroleerd_op"
    item.yaml_set_comment_before_after_key(key, before="\n".join(lines), indent=item.lc.col)
    wat = f"de tekst van {_named(vondst.nummer, vondst.lid)} is veranderd (voor {likeness:.0f} procent gelijk gebleven)"
    return [melding("verordening-uitleg", Plaats(pad), wat, sleutel="verordening.artikelen")]


def _named(nummer: str, lid: str) -> str:
    return f"artikel {nummer} lid {lid}" if lid else f"artikel {nummer}"


def _set(section: CommentedMap, key: str, value: object, order: Sequence[str]) -> None:
    """Set a key; a new one goes behind the last key that stands before it in this order."""
    if key in section:
        if section[key] != value or type(section[key]) is not type(value):
            if isinstance(value, str) and isinstance(section[key], str) and str(section[key]) == str(value):
                return
            section[key] = value
        return
    before = [list(section).index(one) for one in order[: order.index(key)] if one in section]
    section.insert(max(before, default=-1) + 1, key, value)


def _scalar(text: str) -> str:
    """The text plain where every YAML reader takes it for text, else in double quotes."""
    return text if yaml_value(text) == text else DoubleQuotedScalarString(text)
