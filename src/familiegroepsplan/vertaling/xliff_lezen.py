"""Reading XLIFF 1.2 that comes back from a translator, with nothing in it evaluated.

A document type, and with it every entity, is refused before the XML is parsed: entities can blow up a small
file (https://cwe.mitre.org/data/definitions/776.html) or read other files.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.vertaling.inzending import Doel, Inzending
from familiegroepsplan.vertaling.regels import fault
from familiegroepsplan.vertaling.stuk import Snede, tidy
from familiegroepsplan.vertaling.werk import KOPVORMEN
from familiegroepsplan.vertaling.xliff import NAMESPACE

_DECLARATION = re.compile(r"\A\s*<\?xml[^?>]*\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']*)[\"']")
_ORIGINAL = re.compile(rf"(?:.*/)?blocks/{BRON_TAAL}/([\w-]+)\.md")
_HASH = re.compile(r"[0-9a-f]{12}")
_TRANSPARENT = frozenset({"bpt", "ept", "ph", "it", "mrk"})
"""Inline elements of which the content is text of ours."""

_UNFINISHED = frozenset({"new", "needs-translation", "needs-adaptation", "needs-l10n"})
_FINAL = frozenset({"final", "signed-off"})


@dataclass(frozen=True)
class Eenheid:
    """A `trans-unit`: its Dutch, its translation."""

    bron: str
    doel: Doel


@dataclass(frozen=True)
class XliffInzending(Inzending):
    """A block as a `file` of XLIFF: its units by id."""

    eenheden: Mapping[str, Eenheid] = field(default_factory=dict)

    @property
    def omvang(self) -> int:
        """See `Inzending`."""
        return sum(len(eenheid.doel.tekst.encode()) for eenheid in self.eenheden.values())

    def doelen(self, snede: Snede) -> tuple[list[Doel], list[Melding]]:
        """See `Inzending`: the units must be those of the Dutch text, with the Dutch as it was."""
        wanted = {str(number): stuk for number, stuk in enumerate(snede.vertaalbaar, start=1)}
        faults = []
        for key, stuk in wanted.items():
            if key not in self.eenheden:
                wat = f'stuk {key} ontbreekt ({stuk.vorm}: "{stuk.tekst}")'
                faults.append(fault("inlezen-stuk", self.plaats, wat))
            elif self.eenheden[key].bron != stuk.tekst:
                wat = f'het Nederlands van stuk {key} is veranderd; het was: "{stuk.tekst}"'
                faults.append(fault("inlezen-stuk", self.eenheden[key].doel.plaats, wat))
        for key in self.eenheden.keys() - wanted.keys():
            wat = f'stuk "{key}" hoort niet bij dit blok'
            faults.append(fault("inlezen-stuk", self.eenheden[key].doel.plaats, wat, "haal dit stuk weg"))
        return ([] if faults else [self.eenheden[key].doel for key in wanted]), faults


def read_xliff(text: str, pad: str) -> tuple[list[XliffInzending], list[Melding]]:
    """The blocks in an XLIFF text; `pad` is its path for messages. Faults of single blocks leave the others."""
    root = _root(text, pad)
    if isinstance(root, Melding):
        return [], [root]
    found: list[XliffInzending] = []
    faults: list[Melding] = []
    for element in root.iterchildren(f"{{{NAMESPACE}}}file"):
        inzending, wrong = _file(element, pad)
        faults += wrong
        if inzending and not wrong:
            found.append(inzending)
    if not found and not faults:
        faults.append(fault("inlezen-bestand", Plaats(pad), "hier staat geen enkel blok in"))
    return found, faults


def _root(text: str, pad: str) -> etree._Element | Melding:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        at = Plaats(pad, text.count("\n", 0, text.index("<!")) + 1, 1)
        wat = "een documenttype of entiteit (<!DOCTYPE, <!ENTITY): dat is niet veilig"
        return fault("inlezen-bestand", at, wat, "haal het weg, of bewaar het bestand opnieuw als XLIFF 1.2")
    declaration = _DECLARATION.match(text)
    coding = _ENCODING.search(declaration[0]) if declaration else None
    if coding and coding[1].lower() != "utf-8":
        wat = f"het bestand zegt dat het {coding[1]} is, geen UTF-8"
        return fault("inlezen-bestand", Plaats(pad, 1, 1), wat, "bewaar het als UTF-8")
    bare = _DECLARATION.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(bare.encode(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        wat = f"dit is geen geldige XML ({error.msg})"
        return fault("inlezen-bestand", Plaats(pad, max(line, 1), max(column, 1)), wat)
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        wat = "dit is geen XLIFF 1.2"
        return fault("inlezen-bestand", _place(root, pad), wat, "bewaar het bestand als XLIFF, versie 1.2")
    return root


def _place(element: etree._Element, pad: str) -> Plaats:
    line = element.sourceline
    return Plaats(pad, line if isinstance(line, int) else 1, 1)


def _file(element: etree._Element, pad: str) -> tuple[XliffInzending | None, list[Melding]]:
    place = _place(element, pad)
    naam = _ORIGINAL.fullmatch(element.get("original", ""))
    bron = element.get("build-num", "")
    if naam is None:
        wat = f'"{element.get("original", "")}" is geen blok van dit project'
        return None, [fault("inlezen-blok", place, wat, "verander het attribuut original niet")]
    if _language(element.get("source-language", "")) != BRON_TAAL:
        wat = f'de taal waaruit vertaald is, is "{element.get("source-language", "")}"'
        return None, [fault("inlezen-taal", place, wat, "de bron van elke vertaling is Nederlands (nl)")]
    if not _HASH.fullmatch(bron):
        wat = "de code van de Nederlandse tekst (het attribuut build-num) ontbreekt of klopt niet"
        return None, [fault("inlezen-bron", place, wat)]
    units, faults = _units(element, pad)
    targets = [unit.get("approved") == "yes" or _state(unit) in _FINAL for unit, _ in units.values()]
    read = {key: eenheid for key, (_, eenheid) in units.items()}
    kop = {key: read.pop(key).doel for key in KOPVORMEN if key in read}
    taal = _language(element.get("target-language", ""))
    return XliffInzending(naam[1], taal, bron, place, kop, bool(targets) and all(targets), read), faults


def _language(code: str) -> str:
    """A language code without its country: some tools write `tr-TR` for `tr`."""
    return re.split(r"[-_]", code.lower())[0]


def _units(element: etree._Element, pad: str) -> tuple[dict[str, tuple[etree._Element, Eenheid]], list[Melding]]:
    found: dict[str, tuple[etree._Element, Eenheid]] = {}
    faults: list[Melding] = []
    units = list(element.iter(f"{{{NAMESPACE}}}trans-unit"))
    for key, count in Counter(unit.get("id", "") for unit in units).items():
        if count > 1:
            faults.append(fault("inlezen-dubbel", _place(element, pad), f'stuk "{key}" staat er {count} keer in'))
    for unit in units:
        source, target = unit.find(f"{{{NAMESPACE}}}source"), unit.find(f"{{{NAMESPACE}}}target")
        codes = _codes(source)
        place = _place(unit if target is None else target, pad)
        foreign = sorted({_name(one) for part in (source, target) if part is not None for one in _foreign(part)})
        if foreign:
            wat = f"in dit stuk staat een onbekend element: <{foreign[0]}>"
            faults.append(fault("inlezen-stuk", place, wat, "haal het weg, of laat de codes zoals ze waren"))
        doel = Doel(_flat(target, codes), place, _state(unit) not in _UNFINISHED)
        found[unit.get("id", "")] = unit, Eenheid(_flat(source, {}), doel)
    return found, faults


def _state(unit: etree._Element) -> str:
    target = unit.find(f"{{{NAMESPACE}}}target")
    return "" if target is None else target.get("state", "")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _foreign(part: etree._Element) -> Iterator[etree._Element]:
    """Elements in a source or target that we don't know: their meaning would be lost."""
    return (one for one in part.iterdescendants("*") if _name(one) not in _TRANSPARENT)


def _codes(source: etree._Element | None) -> dict[tuple[str, str], str]:
    """The text of each code in the Dutch, by element and id: some tools hand codes back empty."""
    if source is None:
        return {}
    return {(_name(one), one.get("id", "")): one.text or "" for one in source.iterdescendants("*")}


def _flat(part: etree._Element | None, codes: Mapping[tuple[str, str], str]) -> str:
    """The Markdown of a source or target: its text with the text of its codes; comments are left out."""
    return "" if part is None else tidy("".join(_texts(part, codes)))


def _texts(element: etree._Element, codes: Mapping[tuple[str, str], str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            empty = not child.text and not len(child)
            yield codes.get((_name(child), child.get("id", "")), "") if empty else "".join(_texts(child, codes))
        yield child.tail or ""
