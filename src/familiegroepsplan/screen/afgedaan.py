"""Findings that somebody dismissed, each with a reason: kept in a file of the project, so that it can be read back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml
from pydantic import BaseModel, ConfigDict, Field

from familiegroepsplan.errors import Melding, Wie, display_path
from familiegroepsplan.gemeente.veldtypen import Datum
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model
from familiegroepsplan.screen.oordeel import Bevinding
from familiegroepsplan.screen.regels import fault
from familiegroepsplan.wholefile import write_whole_text

BESTAND = "screening-afgedaan.yml"
MAX_BYTES = 2_000_000
_KOP = "# Bevindingen van `fgp screen` die iemand heeft afgedaan. Weg ermee? Haal het stukje hier weg.\n"


class Afgedaan(BaseModel):
    """A dismissed finding: its code, what it was about, why it may stay, since when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[0-9a-f]{8}$")
    regel: str
    zin: str = ""
    reden: str = Field(min_length=3, max_length=400)
    op: Datum | None = None


class Afgedanen(BaseModel):
    """The file screening-afgedaan.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    afgedaan: tuple[Afgedaan, ...] = ()


@dataclass(frozen=True)
class Afgedane:
    """A finding together with its dismissal."""

    bevinding: Bevinding
    afgedaan: Afgedaan


def read_afgedaan(project: Project) -> tuple[dict[str, Afgedaan], list[Melding]]:
    """The dismissals of the project by code; none when there is no file yet."""
    path = project.root / BESTAND
    if not path.exists():
        return {}, []
    found, meldingen = read_model(path, Afgedanen, root=project.root, max_bytes=MAX_BYTES, wie=Wie.REDACTIE)
    return {one.code: one for one in found.afgedaan} if found else {}, meldingen


def parted(
    bevindingen: Iterable[Bevinding], afgedaan: Mapping[str, Afgedaan]
) -> tuple[list[Bevinding], list[Afgedane]]:
    """The findings that are open, and those that were dismissed."""
    found = list(bevindingen)
    closed = [Afgedane(one, afgedaan[one.code]) for one in found if one.code in afgedaan]
    return [one for one in found if one.code not in afgedaan], closed


def dismiss(
    codes: Sequence[str], reden: str, bevindingen: Iterable[Bevinding], project: Project, today: date
) -> list[Melding]:
    """Add dismissals to the file; nothing is written when a code is in none of the findings of this run."""
    by_code = {one.code: one for one in bevindingen}
    known, meldingen = read_afgedaan(project)
    place = display_path(project.root / BESTAND, project.root)
    for code in codes:
        if code not in by_code and code not in known:
            meldingen.append(fault("screen-afdoen", place, f'"{code}" is geen bevinding in deze teksten'))
    if meldingen:
        return meldingen
    new = {code: _dismissal(by_code[code], reden, today) for code in codes if code in by_code}
    write_whole_text(project.root / BESTAND, _as_yaml({**known, **new}.values()))
    return []


def _dismissal(bevinding: Bevinding, reden: str, today: date) -> Afgedaan:
    return Afgedaan(code=bevinding.code, regel=bevinding.regel.id, zin=bevinding.zin, reden=reden, op=today)


def _as_yaml(dismissals: Iterable[Afgedaan]) -> str:
    rows = [
        {key: str(value) for key, value in one.model_dump().items() if value not in (None, "")} for one in dismissals
    ]
    return _KOP + yaml.safe_dump({"afgedaan": rows}, allow_unicode=True, sort_keys=False, width=120)
