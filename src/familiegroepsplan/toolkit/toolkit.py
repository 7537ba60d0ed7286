"""The product "toolkit": everything for other systems and other channels, written beside the pages of a site."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.clock import build_moment
from familiegroepsplan.deel import Delen
from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.pagina import read_paginas
from familiegroepsplan.project import Project
from familiegroepsplan.site.headers import framed_headers, mail_headers, netlify_headers_per_path, policy_of
from familiegroepsplan.site.own_text import read_own_texts
from familiegroepsplan.toolkit.api import BlokApi, BlokkenApi, blok_api, blokken_api, embed_path, index_api
from familiegroepsplan.toolkit.archief import zip_bytes
from familiegroepsplan.toolkit.catalogus import catalogus
from familiegroepsplan.toolkit.feed import atom
from familiegroepsplan.toolkit.insluiten import POLICY, embed_page
from familiegroepsplan.toolkit.losblok import Losblok, Losmaker, page_path
from familiegroepsplan.toolkit.materiaal import Maker, read_maker
from familiegroepsplan.toolkit.overzicht import MAP, Overzicht, material_page, page_name, read_me, zip_name
from familiegroepsplan.toolkit.zetfout import ZETFOUTEN, told

Blokken = dict[str, list[tuple[Losblok, BlokApi]]]
"""The blocks of each language, as a text and as other systems read it."""


@dataclass(frozen=True)
class Toolkit:
    """Writes `api/`, `insluiten/` and `toolkit/` of a municipality (Product)."""

    naam: str = "toolkit"

    def prepare(self, gemeenten: Sequence[Gemeente], project: Project, inhoud: Inhoud) -> None:
        """Nothing of it is faster for some municipalities together."""

    def make(self, gemeente: Gemeente, project: Project, inhoud: Inhoud, folder: Path) -> list[Melding]:
        """Write it below `folder`; what could go wrong with the data was told before. OSError when it cannot."""
        eigen = read_own_texts(gemeente, project, inhoud).blokken
        losmaker = Losmaker(gemeente, inhoud, Delen(project.delen, inhoud, project.cache / "jinja"), eigen)
        pages = pages_of_blocks(project)
        per_taal: Blokken = {taal: list(_blokken(losmaker, taal, pages)) for taal in gemeente.talen}
        for path, data in _api_files(losmaker, per_taal):
            _write(folder / "api" / path, data)
        if gemeente.site_url:
            for blok, found in (pair for pairs in per_taal.values() for pair in pairs):
                _write(folder / embed_path(blok) / "index.html", embed_page(losmaker, blok, found).encode())
        meldingen = write_material(read_maker(losmaker, project), folder / MAP)
        _write(folder / "_headers", _headers(folder).encode())
        return meldingen


def write_material(maker: Maker, folder: Path) -> list[Melding]:
    """Every file of the material, a page per language, and all of it as one zip. OSError when it cannot.

    A picture or sheet that cannot be set is an error among the messages.
    """
    gemeente = maker.losmaker.gemeente
    meldingen: list[Melding] = []
    packed: list[tuple[str, bytes]] = [("LEESMIJ.txt", read_me(maker).encode())]
    for taal in gemeente.talen:
        overzicht = Overzicht(maker, taal)
        for bestand in (one for lijst in overzicht.kanalen.values() for each in lijst for one in each.bestanden):
            try:
                packed.append((bestand.pad, bestand.make()))
            except ZETFOUTEN as error:
                meldingen.append(told(error, bestand.pad, gemeente))
        _write(folder / page_name(taal), material_page(maker, overzicht).encode())
    for pad, data in packed[1:]:
        _write(folder / pad, data)
    _write(folder / zip_name(gemeente.slug), zip_bytes(packed))
    return meldingen


def pages_of_blocks(project: Project) -> dict[str, str]:
    """The first page of docs/ on which each block stands."""
    found: dict[str, str] = {}
    for bron in read_paginas(project):
        for part in bron.onderdelen:
            if part.soort == "blok":
                found.setdefault(part.naam, bron.uri)
    return found


def _blokken(losmaker: Losmaker, taal: str, pages: dict[str, str]) -> Iterator[tuple[Losblok, BlokApi]]:
    """Every block of a language that stands on a page; page titles and the like are no texts of their own."""
    inhoud, site = losmaker.inhoud, losmaker.gemeente.site_url
    for naam, page in sorted(pages.items()):
        blok = losmaker.los(naam, taal)
        if blok and blok.html:
            talen = tuple(one for one in losmaker.gemeente.talen if inhoud.blok(naam, one))
            address = f"{site}{page_path(page, taal)}#{naam}" if site else None
            yield blok, blok_api(blok, losmaker, address, talen)


def _api_files(losmaker: Losmaker, per_taal: Blokken) -> Iterator[tuple[str, bytes]]:
    blokken = {taal: tuple(found for _, found in pairs) for taal, pairs in per_taal.items()}
    for taal, rows in blokken.items():
        yield f"{taal}/blokken.json", _json(blokken_api(losmaker, taal, rows).model_dump(mode="json"))
        yield f"{taal}/wijzigingen.xml", atom(losmaker, taal, rows)
    counts = {taal: len(rows) for taal, rows in blokken.items()}
    yield "index.json", _json(index_api(losmaker, counts).model_dump(mode="json"))
    yield "schema.json", _json(BlokkenApi.model_json_schema())
    if losmaker.gemeente.site_url:
        yield "samenwerkende-catalogi.xml", catalogus(losmaker.gemeente, dict(blokken), build_moment().date())


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _headers(folder: Path) -> str:
    """The rules of a host for this site: embedded pages may be framed, mails carry their style, the rest is strict."""
    names = sorted(path.name + ("/*" if path.is_dir() else "") for path in folder.iterdir())
    others = [f"/{name}" for name in names if name not in {"insluiten/*", "toolkit/*", "_headers", "_redirects"}]
    special = {"/insluiten/*": framed_headers(policy_of(POLICY)), "/toolkit/*": mail_headers()}
    return netlify_headers_per_path(["/", *others], special)


def _write(path: Path, data: bytes) -> None:
    """Write a file; one that stood there may be shared with another release, and is replaced, not changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(data)
