"""The one place that knows MkDocs: gives it the pages in each language and takes the template back.

`hooks/gemeentesite.py` hands MkDocs' events to a `SiteAdapter`. With the environment variable
GEMEENTE (default `amsterdam`) the result of `mkdocs build` is that municipality's site; when it is
empty the result is the template that `fgp` fills for any number of municipalities.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, UndefinedError
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from familiegroepsplan.assembly import Assembler, Assembly, is_offered
from familiegroepsplan.blok import BRON_TAAL, Blok
from familiegroepsplan.checks import check_gemeente, check_texts
from familiegroepsplan.deel import frame_parts, long_date, part_names
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.handboek.bladen import Groep, plek, read_groepen
from familiegroepsplan.handboek.opmaak import finished, split_heading, without_outside_links
from familiegroepsplan.handboek.opzet import on_every_page, settings, warnings_of
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.markup.extension import component_words
from familiegroepsplan.names import suggestion
from familiegroepsplan.pagina import NIET_GEVONDEN, page_name, read_paginas
from familiegroepsplan.project import Project
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.fill import ADDITION
from familiegroepsplan.site.headers import meta_policy
from familiegroepsplan.site.site import make_fill, write_site
from familiegroepsplan.site.template import Pagina, load_template, write_manifest
from familiegroepsplan.site.writer import Writer
from familiegroepsplan.token import Soort, Token
from familiegroepsplan.waarde import WAARDEN

WANTED, BYTECODE, TEXTS = "fgp_wanted", "fgp_bytecode", "fgp_texts"
"""Names under which MkDocs' configuration carries: pages to build, where compiled templates are kept, the texts."""

LEAD = re.compile(r'<div class="lead".*?</div>', re.DOTALL)
THEME_ASSETS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def build_template(
    project: Project,
    folder: Path,
    talen: Collection[str],
    paginas: Collection[tuple[str, str]] | None = None,
    inhoud: Inhoud | None = None,
) -> None:
    """Let MkDocs build the template in these languages into `folder`, with tokens in it.

    Dutch is always among them. `paginas` (language and name of each) leaves out the other pages; `inhoud` are
    the texts where they are read already. Raises Gebruikersfout with every fault of the texts.
    """
    with _environment(GEMEENTE="", NO_MKDOCS_2_WARNING="1"), _listed_without_theme(project):
        config = load_config(str(project.config), site_dir=str(folder))
        for language in config.plugins["i18n"].config.languages:
            language.build = language.default or language.locale in talen
        config.extra[WANTED] = None if paginas is None else frozenset(paginas)
        config.extra[TEXTS] = inhoud
        config.extra[BYTECODE] = str(project.cache / "jinja")
        build(config)


@contextmanager
def _listed_without_theme(project: Project) -> Iterator[None]:
    """Have MkDocs see our own files of the theme alone: none of the ten thousand of Material goes into a site."""
    original = FileSystemLoader.list_templates

    def list_templates(loader: FileSystemLoader) -> list[str]:
        own = [path for path in loader.searchpath if Path(path).is_relative_to(project.overrides)]
        return original(FileSystemLoader(own))

    FileSystemLoader.list_templates = list_templates  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        FileSystemLoader.list_templates = original  # type: ignore[method-assign]


def build_handboek(project: Project, folder: Path) -> None:
    """Let MkDocs make the pages of the handbook into `folder`; ValueError says which links are dead (MkDocs' words)."""
    source = project.root / "handboek"
    config = MkDocsConfig(config_file_path=str(project.config))
    config.load_dict(settings(source, folder))
    errors, _ = config.validate()
    assert not errors, errors
    config.plugins["handboek"] = HandboekPlugin(read_groepen(source))
    with warnings_of("mkdocs") as warnings, _environment(NO_MKDOCS_2_WARNING="1"):
        try:
            build(config)
        except Abort as error:
            raise ValueError("\n".join(warnings)) from error
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (folder / name).unlink(missing_ok=True)


class HandboekPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """What the pages of the handbook need of MkDocs."""

    def __init__(self, groepen: Sequence[Groep]) -> None:
        self.groepen = groepen

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Links to files beside the handbook become names."""
        return without_outside_links(markdown)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The heading is set apart, so that the list of contents can stand below it."""
        page.meta["kop"], rest = split_heading(html)
        return finished(rest)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Everything of a page that is the same on each."""
        env.trim_blocks = env.lstrip_blocks = True
        env.globals |= on_every_page(self.groepen)
        return env

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Where the page stands among the others."""
        place = {"basis": "", "kop": page.meta["kop"], **plek(self.groepen, page.file.src_uri)}
        return cast("TemplateContext", context | place)


def serve_site(project: Project, slug: str, address: str) -> None:
    """Show the site of one municipality at `address` (host:port) and build it anew after every change."""
    with _environment(GEMEENTE=slug, NO_MKDOCS_2_WARNING="1"):
        serve(config_file=str(project.config), dev_addr=address)


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ |= values
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class SiteAdapter:
    """One run of MkDocs over all languages."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.project = Project(Path(config.config_file_path).resolve().parent)
        self.inhoud = config.extra.get(TEXTS) or load_inhoud(self.project)
        self.bronnen = {bron.uri: bron for bron in read_paginas(self.project)}
        self.delen = part_names(self.project.delen)
        self.delen_in_sjablonen = {ADDITION, *self.delen, *frame_parts(self.project.delen)}
        self.slug = os.environ.get("GEMEENTE", "amsterdam")
        self.paginas: list[Pagina] = []
        self.assemblies: dict[str, Assembly] = {}
        self.taal = BRON_TAAL
        found = check_texts(self.project, self.inhoud, date.today()) if self.slug else self.inhoud.meldingen
        self._stop_on_errors(list(found))

    def start_language(self, config: MkDocsConfig) -> None:
        """Before each language: put its pages together, so that menus know their names."""
        self.taal = config.theme["language"]
        assembler = Assembler(self.inhoud, self.taal, self.delen)
        self.assemblies = {uri: assembler.assemble(bron) for uri, bron in self.bronnen.items()}
        self._stop_on_errors([m for page in self.assemblies.values() for m in page.meldingen])
        config.mdx_configs["familiegroepsplan.markup"] = {
            "taal": self.taal,
            "begrippen": self.inhoud.begrippen,
            "woorden": component_words(self.inhoud, self.taal),
        }

    def own_files_only(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out the theme's own scripts and styles: the site has its own."""
        own = {p.relative_to(self.project.overrides).as_posix() for p in self.project.overrides.rglob("*")}
        for file in list(files):
            if file.src_uri.startswith(THEME_ASSETS) and file.src_uri not in own:
                files.remove(file)
        return files

    def leave_out_unwanted(self, files: Files, config: MkDocsConfig) -> None:
        """Leave out pages that need not be built; menus and links still know them."""
        wanted = config.extra.get(WANTED)
        if wanted is not None:
            for file in files.documentation_pages():
                if (self.taal, page_name(file.src_uri)) not in wanted:
                    file.inclusion = InclusionLevel.EXCLUDED

    def name_navigation(self, nav: Navigation) -> Navigation:
        """Give each page its menu name and each section its title in the language of the build."""
        for page in nav.pages:
            page.title = self.assemblies[page.file.src_uri].menu
        nav.items = [item for item in nav.items if self._offered(item)]
        for item in nav.items:
            if isinstance(item, Section):
                item.title = self.inhoud.woord(f"menu.{item.title}", self.taal)
        return nav

    def _offered(self, item: Any) -> bool:
        if isinstance(item, Section):
            return any(self._offered(child) for child in item.children)
        return is_offered(self.assemblies[item.file.src_uri], self.taal)

    def page_markdown(self, page: Page) -> str:
        """The Markdown of a page in the language of the build; sets its title and description."""
        assembly = self.assemblies[page.file.src_uri]
        page.meta.update(title=assembly.titel, description=assembly.omschrijving)
        return assembly.markdown

    def page_content(self, page: Page, content: str) -> str:
        """Set the lead apart from the rest, so that the list of contents can stand between them."""
        match = LEAD.match(content)
        page.meta["lead"] = match[0] if match else ""
        return content[match.end() :] if match else content

    def template_globals(self, env: Environment, config: MkDocsConfig) -> Environment:
        """Let theme templates name values, parts and interface texts; values and parts become tokens."""
        if folder := config.extra.get(BYTECODE):
            with suppress(OSError):
                Path(folder).mkdir(parents=True, exist_ok=True)
                env.bytecode_cache = FileSystemBytecodeCache(folder)
        env.trim_blocks = env.lstrip_blocks = True
        env.globals |= {
            "waarde": partial(self._token, Soort.WAARDE),
            "deel": partial(self._token, Soort.DEEL),
            "t": partial(self.inhoud.woord, taal=self.taal),
            "datum": partial(long_date, taal=self.taal),
            "blok": self._blok,
            "csp": meta_policy(),
        }
        return env

    def _token(self, soort: Soort, naam: str) -> str:
        known = WAARDEN if soort is Soort.WAARDE else self.delen_in_sjablonen
        if naam not in known:
            raise UndefinedError(f'"{naam}" is er niet, {suggestion(naam, known)}')
        return str(Token(soort, self.taal, naam))

    def _blok(self, naam: str) -> Blok | None:
        return self.inhoud.blok(naam, self.taal) or self.inhoud.bron_blok(naam)

    def page_context(self, context: dict[str, Any], page: Page) -> dict[str, Any]:
        """What the page template needs to know of the page."""
        assembly = self.assemblies[page.file.src_uri]
        pagina = self._pagina(page, assembly)
        return context | {"pagina": pagina, "assembly": assembly, "basis": pagina.basis}

    def keep_page(self, page: Page, output: str) -> str:
        """Note the page for the template; a page that this language does not have is left out."""
        assembly = self.assemblies[page.file.src_uri]
        if not is_offered(assembly, self.taal):
            return ""
        self.paginas.append(self._pagina(page, assembly))
        return output

    def _pagina(self, page: Page, assembly: Assembly) -> Pagina:
        return Pagina(
            page.file.url.removeprefix("./"),
            page_name(page.file.src_uri),
            self.taal,
            assembly.titel,
            assembly.menu,
            assembly.vertaald,
            assembly.doelgroep,
            tuple(assembly.blokken),
        )

    def keep_theme_page(self, name: str, output: str, config: MkDocsConfig) -> str:
        """A 404 page per language; the sitemap is made when the site is filled."""
        if name != "404.html":
            return ""
        url = "404.html" if self.taal == BRON_TAAL else f"{self.taal}/404.html"
        blok = self._blok(f"pagina-{NIET_GEVONDEN}")
        titel = blok.kop.titel if blok else NIET_GEVONDEN
        self.paginas.append(Pagina(url, NIET_GEVONDEN, self.taal, titel, zoekbaar=False))
        path = Path(config.site_dir, url)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, "utf-8", newline="\n")
        return ""

    def finish(self, config: MkDocsConfig) -> None:
        """After the last language: write the manifest, and fill the site when a municipality is named."""
        site = Path(config.site_dir)
        write_manifest(site, self.paginas)
        if self.slug:
            self._fill_in_place(site)

    def _fill_in_place(self, site: Path) -> None:
        path = self.project.gemeenten / f"{self.slug}.yml"
        gemeente, meldingen = read_gemeente(path, root=self.project.root)
        if gemeente is not None:
            meldingen += check_gemeente(gemeente, self.project, self.inhoud, date.today())
        self._stop_on_errors(meldingen)
        assert gemeente is not None
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary, "sjabloon")
            shutil.copytree(site, folder)
            for child in site.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
            common = Common(self.project, self.inhoud, load_template(folder, self.project))
            write_site(make_fill(common, gemeente), Writer(site))

    def _stop_on_errors(self, meldingen: list[Melding]) -> None:
        errors = sorted({m for m in meldingen if m.ernst is Ernst.FOUT})
        if errors:
            raise Gebruikersfout(errors)
