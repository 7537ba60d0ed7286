"""What the preview shows: the last good texts, the last good data of each municipality, and what is wrong now.

A page is made when it is asked for. After a change of texts only those pages of the template are built anew
that hold them, at first in the languages that somebody is looking at; `finish` does the rest, and every check.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import RLock

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.building import TemplateBuilder, errors_among
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.template import load_pages, page_keys
from familiegroepsplan.cache import Cache, remembering
from familiegroepsplan.checks import check_gemeente, text_errors
from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.preview.teksten import check_changed, read_changed
from familiegroepsplan.project import Project
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.site import Bestand, make_fill, site_files
from familiegroepsplan.site.template import TemplatePage, find_assets, make_template
from familiegroepsplan.site.templatefault import template_faults
from familiegroepsplan.taal import TALEN


@dataclass
class Shown:
    """A municipality as it can be shown: its files by name (None: never read without faults) and its faults of now.

    `versie` grows when its own file changed. `saved`: that file was saved; `fresh`: nothing has to be read anew.
    """

    files: dict[str, Bestand] | None = None
    fouten: list[Melding] = field(default_factory=list)
    versie: int = 0
    saved: bool = True
    fresh: bool = False


class Studio:
    """The state of the preview; every method may be called from any thread.

    Locks are taken in this order: `_reading` (a municipality), `_building` (the template), `_lock` (the state).
    """

    def __init__(self, project: Project, build_template: TemplateBuilder) -> None:
        self.project = project
        self._build_template = build_template
        self._cache = Cache(project.cache)
        self._reading, self._building, self._lock = RLock(), RLock(), RLock()
        self._fouten: list[Melding] = []
        self._versie = 0
        self._inhoud: Inhoud | None = None
        self._parts = ""
        self._pages: dict[tuple[str, str], TemplatePage] = {}
        self._common: Common | None = None
        self._shown: dict[str, Shown] = {}
        self._seen: set[str] = {BRON_TAAL}
        self._waiting: set[Path] = set()
        self._round = 0

    def state(self, slug: str) -> tuple[int, list[Melding]]:
        """The version of what is shown of a municipality, which grows with every change, and what is wrong now."""
        shown = self._read(slug)
        with self._lock:
            return self._versie + shown.versie, sorted({*self._fouten, *shown.fouten})

    def file(self, slug: str, name: str) -> bytes | None:
        """A file of the site of a municipality (`en/tips/index.html`), made now; None when it has no such file."""
        shown = self._read(slug)
        with self._lock:
            first = name.split("/")[0]
            self._seen.add(first if first in TALEN else BRON_TAAL)
            if shown.files and name in shown.files:
                return self._made(shown, shown.files[name])
            asset = self._common.template.assets.get(name) if self._common else None
        return asset.read_bytes() if asset and asset.is_file() else None

    def _made(self, shown: Shown, bestand: Bestand) -> bytes | None:
        """The content of a file; None when a template that it is made with is wrong, which is then told."""
        try:
            with template_faults(self.project):
                return bestand.make()
        except Gebruikersfout as error:
            shown.fouten = error.meldingen
            return None

    def forget(self, slugs: Iterable[str]) -> None:
        """The files of these municipalities were saved: read them anew when they are next asked for."""
        with self._lock:
            for slug in slugs:
                if shown := self._shown.get(slug):
                    shown.fresh, shown.saved = False, True

    def renew_assets(self) -> None:
        """A stylesheet or script was saved: pages stay as they are, browsers ask for it again."""
        with self._lock:
            self._versie += 1

    def renew(self, paths: Collection[Path]) -> None:
        """Texts or templates were saved: show them in the languages somebody looks at; with faults all stays as it is.

        What is checked here is what was saved; the rest is for `finish`.
        """
        with self._building:
            self._waiting |= set(paths)
            with self._lock:
                seen = set(self._seen)
                self._round += 1
            try:
                inhoud = read_changed(self.project, self._inhoud, self._waiting)
                fouten = check_changed(self.project, inhoud, self._waiting)
                if not fouten:
                    self._show(inhoud, seen)
                    self._waiting = set()
            except Gebruikersfout as error:
                fouten = errors_among(error.meldingen)
            with self._lock:
                self._fouten = fouten

    def finish(self) -> None:
        """Do every check of the texts, and build what nobody was looking at; a change meanwhile goes first."""
        with self._lock:
            talen = {BRON_TAAL, *(taal for taal, _ in self._pages)}
            round_ = self._round
        try:
            with remembering(self._cache):
                inhoud = read_changed(self.project, None, ())
                fouten = text_errors(self.project, inhoud, date.today())
            with self._building:
                if round_ != self._round:
                    return
                if not fouten:
                    self._show(inhoud, talen)
                    self._waiting = set()
        except Gebruikersfout as error:
            fouten = errors_among(error.meldingen)
        with self._lock:
            if round_ == self._round:
                self._fouten = fouten

    def _show(self, inhoud: Inhoud, talen: Collection[str]) -> None:
        """Take these texts, and their pages in these languages. Raises Gebruikersfout."""
        inputs, cache = Inputs(self.project), Cache(self.project.cache)
        keys = page_keys(inputs, inhoud, talen)
        with cache.held(inputs.layout_is_current):
            template = load_pages(self.project, inhoud, keys, cache, self._build_template)
        pages = {(page.pagina.taal, page.pagina.naam): page for page in template.pages}
        renewed = {taal for taal, _ in pages}
        with self._lock:
            kept = {name: page for name, page in self._pages.items() if name[0] not in renewed}
            seen = {name for name in {*pages, *self._pages} if name[0] in self._seen & renewed}
            changed = inhoud != self._inhoud or inputs.parts != self._parts
            if changed or any(pages.get(name) != self._pages.get(name) for name in seen):
                self._versie += 1
            self._pages, self._inhoud, self._parts = kept | pages, inhoud, inputs.parts
            whole = make_template(self._pages.values(), find_assets(self.project))
            self._common = Common(self.project, inhoud, whole)
            for shown in self._shown.values():
                shown.fresh = False

    def _read(self, slug: str) -> Shown:
        """What is shown of a municipality, read anew if its file or the texts changed."""
        with self._reading:
            with self._lock:
                shown = self._shown.setdefault(slug, Shown())
                if shown.fresh:
                    return shown
                shown.fresh = True
            self._fill(slug, shown)
            return shown

    def _fill(self, slug: str, shown: Shown) -> None:
        gemeente, meldingen = read_gemeente(self.project.gemeenten / f"{slug}.yml", root=self.project.root)
        if gemeente is not None:
            self._have(gemeente.talen)
        with self._lock:
            if gemeente is not None and self._inhoud is not None:
                meldingen += check_gemeente(gemeente, self.project, self._inhoud, date.today())
            shown.fouten = errors_among(meldingen)
            if gemeente is None or self._common is None or shown.fouten:
                return
            shown.files = {one.naam: one for one in site_files(make_fill(self._common, gemeente))}
            shown.versie += shown.saved
            shown.saved = False

    def _have(self, talen: Collection[str]) -> None:
        """Have the pages in these languages, which nobody may have asked for before."""
        with self._lock:
            known = {taal for taal, _ in self._pages}
        if known.issuperset(talen):
            return
        with self._building:
            try:
                self._show(self._inhoud or read_changed(self.project, None, ()), {*talen, *known})
            except Gebruikersfout as error:
                with self._lock:
                    self._fouten = errors_among(error.meldingen)


def slug_of(project: Project, path: Path) -> str | None:
    """The municipality that a changed file belongs to: `utrecht.yml`, or a file below `utrecht/`; None for others."""
    if not path.is_relative_to(project.gemeenten) or path == project.gemeenten:
        return None
    return path.relative_to(project.gemeenten).parts[0].removesuffix(".yml")
