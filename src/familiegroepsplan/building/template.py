"""The template, of which only the pages are built of which something changed."""

import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

from familiegroepsplan.assembly import Assembler, Assembly, is_offered
from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.outcome import errors_among
from familiegroepsplan.cache import Cache
from familiegroepsplan.checks.filled import check_template_page
from familiegroepsplan.deel import part_names
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.pagina import NIET_GEVONDEN, page_name, read_paginas
from familiegroepsplan.project import Project
from familiegroepsplan.site.template import (
    PageKeys,
    PageName,
    Template,
    TemplatePage,
    find_assets,
    make_template,
    prepare,
    read_manifest,
)
from familiegroepsplan.site.templatefault import template_faults
from familiegroepsplan.taal import TALEN


class TemplateBuilder(Protocol):
    """Builds pages of the template into an empty folder; the adapter gives the real one."""

    def __call__(
        self,
        project: Project,
        folder: Path,
        talen: Collection[str],
        paginas: Collection[PageName] | None = None,
        inhoud: Inhoud | None = None,
    ) -> None:
        """Build the pages named (all of them, unless given) in these languages, from texts that are read already.

        Dutch is always among the languages.
        """
        ...


def planned_pages(inputs: Inputs, inhoud: Inhoud, talen: Collection[str], cache: Cache) -> PageKeys:
    """The key of every page in these languages, as it is remembered of texts that were read since `inputs` were taken.

    Raises Gebruikersfout when a page cannot be put together.
    """
    return cache.made("sjabloon", digest(inputs.shared, sorted(talen)), lambda: page_keys(inputs, inhoud, talen))


def load_pages(
    project: Project,
    inhoud: Inhoud,
    keys: PageKeys,
    cache: Cache,
    build_template: TemplateBuilder,
    known: Mapping[str, TemplatePage] | None = None,
) -> Template:
    """The pages with these keys; what is not `known` by key or in the cache is built.

    Raises Gebruikersfout with every fault of the texts.
    """
    pages: dict[PageName, TemplatePage] = {}
    for name, key in keys.items():
        page = (known or {}).get(key) or cache.get("pagina", key)
        if isinstance(page, TemplatePage):
            pages[name] = page
    missing = keys.keys() - pages.keys()
    if missing:
        made = _build(project, inhoud, missing, build_template)
        for name, page in made.items():
            cache.put("pagina", keys[name], page)
        pages |= made
    return make_template(pages.values(), find_assets(project))


def _build(
    project: Project, inhoud: Inhoud, wanted: Collection[PageName], build_template: TemplateBuilder
) -> dict[PageName, TemplatePage]:
    with tempfile.TemporaryDirectory(prefix="familiegroepsplan-") as temporary:
        folder = Path(temporary, "sjabloon")
        with template_faults(project):
            build_template(project, folder, {taal for taal, _ in wanted}, wanted, inhoud)
        found = {}
        for pagina in read_manifest(folder):
            if (pagina.taal, pagina.naam) in wanted:
                html = (folder / pagina.bestand).read_text("utf-8")
                found[pagina.taal, pagina.naam] = prepare(pagina, html)
    if faults := [m for page in found.values() for m in errors_among(check_template_page(page))]:
        raise Gebruikersfout(sorted(set(faults)))
    return found


def page_keys(inputs: Inputs, inhoud: Inhoud, talen: Collection[str]) -> PageKeys:
    """The key of every page in these languages and in Dutch. Raises Gebruikersfout as `planned_pages` does."""
    bronnen = read_paginas(inputs.project)
    delen = part_names(inputs.project.delen)
    keys: PageKeys = {}
    meldingen: list[Melding] = []
    glossary = digest(inhoud.begrippen)
    for taal in (taal for taal in TALEN if taal in talen or taal == BRON_TAAL):
        assembler = Assembler(inhoud, taal, delen)
        pages = {bron.uri: assembler.assemble(bron) for bron in bronnen}
        meldingen += [m for page in pages.values() for m in page.meldingen]
        keys |= _language_keys(taal, pages, _around(inputs, inhoud, glossary, taal, pages))
    if errors := errors_among(meldingen):
        raise Gebruikersfout(sorted(set(errors)))
    return keys


def _language_keys(taal: str, pages: Mapping[str, Assembly], around: str) -> PageKeys:
    offered = {page_name(uri): page for uri, page in pages.items() if is_offered(page, taal)}
    return {(taal, NIET_GEVONDEN): around} | {(taal, naam): digest(around, page) for naam, page in offered.items()}


def _around(inputs: Inputs, inhoud: Inhoud, glossary: str, taal: str, pages: Mapping[str, Assembly]) -> str:
    """What every page in a language shows: menus, words of the interface, the glossary."""
    menus = [(uri, page.titel, page.menu, page.doelgroep) for uri, page in sorted(pages.items())]
    words = inhoud.teksten.get(taal), inhoud.teksten.get(BRON_TAAL)
    fixed = [inhoud.blok(f"pagina-{naam}", code) for naam in ("index", NIET_GEVONDEN) for code in (taal, BRON_TAAL)]
    return digest(inputs.theme, taal, menus, words, glossary, [(b.kop, b.tekst) for b in fixed if b])
