"""What an official text says of itself: title, number and version, municipality, dates."""

import re
from dataclasses import dataclass
from datetime import date

from lxml import etree

from familiegroepsplan.verordening.tekst import clean, text_of
from familiegroepsplan.verordening.xml import descendants, first, name

_CLASSIC_ID = re.compile(r"(?:CVDR)?(\d{1,8})_(\d{1,4})")
_STOP_WORK = re.compile(r"/akn/nl/act/(gm\d{4})/")


@dataclass(frozen=True)
class Kenmerken:
    """Title, number (`CVDR123456/2`), municipality (its name, or its code as `gm0363`), first and last day.

    What the text does not say is empty or None.
    """

    titel: str
    cvdr: str
    gemeente: str
    geldig_van: date | None
    geldig_tot: date | None


def classic(root: etree._Element) -> Kenmerken:
    """The `meta` of a `cvdr` document (OWMS; https://standaarden.overheid.nl/owms)."""
    identifier = _CLASSIC_ID.fullmatch(_said(root, "identifier"))
    return Kenmerken(
        titel=_said(root, "title") or _said(root, "intitule"),
        cvdr=f"CVDR{identifier[1]}/{identifier[2]}" if identifier else "",
        gemeente=_said(root, "creator"),
        geldig_van=_date(_said(root, "inwerkingtredingdatum")),
        geldig_tot=_date(_said(root, "uitwerkingtredingdatum")),
    )


def stop(root: etree._Element) -> Kenmerken:
    """The metadata of a consolidation in STOP (https://koop.gitlab.io/STOP/standaard), where no CVDR version stands."""
    works = (clean(one.text or "") for one in descendants(root, "frbrwork"))
    makers = [match[1] for work in works if (match := _STOP_WORK.search(work))]
    starts = [
        day
        for one in descendants(root, "juridischwerkendvanaf", "juridischwerkendop", "startdatum", "start")
        if (day := _first_date(one))
    ]
    ends = [
        day
        for one in descendants(root, "juridischwerkendtot", "einddatum", "eind", "juridischuitgewerktop")
        if (day := _first_date(one))
    ]
    return Kenmerken(
        titel=_said(root, "officieletitel") or _said(root, "regelingopschrift"),
        cvdr="",
        gemeente=makers[0] if makers else "",
        geldig_van=min(starts) if starts else None,
        geldig_tot=max(ends) if ends else None,
    )


def is_classic(root: etree._Element) -> bool:
    """Whether it is a document of the classic CVDR form."""
    return name(root) == "cvdr"


def is_stop(root: etree._Element) -> bool:
    """Whether it is a regulation in STOP: by its namespace, or by a regulation in it."""
    spaces = " ".join(str(uri) for uri in root.nsmap.values())
    return "standaarden.overheid.nl/lvbb/stop" in spaces or "standaarden.overheid.nl/stop/" in spaces


def _said(root: etree._Element, key: str) -> str:
    element = first(root, key)
    return "" if element is None else text_of(element)


def _date(text: str) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", text)
    try:
        found = date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
    return found if found and 1990 <= found.year < 2100 else None  # 9999-12-31 stands for "no end"


def _first_date(element: etree._Element) -> date | None:
    return _date(clean(" ".join(str(part) for part in element.itertext())))
