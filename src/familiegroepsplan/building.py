"""Building the sites of some municipalities: check, fill, check again, publish."""

import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from familiegroepsplan.checks import check_gemeente, check_texts
from familiegroepsplan.checks.site import check_site
from familiegroepsplan.errors import Ernst, Gebruikersfout, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.product import Product
from familiegroepsplan.project import Project
from familiegroepsplan.site.publish import beside
from familiegroepsplan.site.site import write_site
from familiegroepsplan.site.template import Template, load_template

TemplateBuilder = Callable[[Project, Path, Collection[str]], None]
"""Builds the template of all pages in some languages into an empty folder; the adapter gives the real one."""


@dataclass(frozen=True)
class Resultaat:
    """What became of one municipality: where its site stands (None: not published), pages, seconds."""

    slug: str
    folder: Path | None
    pages: int = 0
    seconds: float = 0.0
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def errors(self) -> list[Melding]:
        """The messages that kept it from being published."""
        return errors_among(self.meldingen)


def errors_among(meldingen: Sequence[Melding]) -> list[Melding]:
    """Only the messages that are errors."""
    return [m for m in meldingen if m.ernst is Ernst.FOUT]


def build_sites(
    slugs: Sequence[str],
    project: Project,
    out: Path,
    build_template: TemplateBuilder,
    products: Sequence[Product] = (),
) -> Iterator[Resultaat]:
    """Build and publish each site with its products into `out/<slug>`, one result at a time.

    A fault in the shared texts raises Gebruikersfout before anything is written; a fault of one
    municipality keeps only that one from being published.
    """
    read = [read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root) for slug in slugs]
    talen = {taal for gemeente, _ in read if gemeente for taal in gemeente.talen}
    inhoud = load_inhoud(project).only(talen)
    shared = errors_among(check_texts(project, inhoud, date.today(), talen))
    if shared:
        raise Gebruikersfout(shared)
    with tempfile.TemporaryDirectory(prefix="familiegroepsplan-") as temporary:
        folder = Path(temporary, "sjabloon")
        template = _template(project, folder, talen, build_template) if talen else None
        for slug, (gemeente, meldingen) in zip(slugs, read, strict=True):
            if gemeente is None or template is None:
                yield Resultaat(slug, None, meldingen=meldingen)
            else:
                yield _build_site(gemeente, meldingen, project, inhoud, template, out, products)


def _template(project: Project, folder: Path, talen: Collection[str], build_template: TemplateBuilder) -> Template:
    build_template(project, folder, talen)
    return load_template(folder)


def _build_site(
    gemeente: Gemeente,
    found: list[Melding],
    project: Project,
    inhoud: Inhoud,
    template: Template,
    out: Path,
    products: Sequence[Product],
) -> Resultaat:
    start, slug = time.perf_counter(), gemeente.slug
    meldingen = found + check_gemeente(gemeente, project, inhoud, date.today())
    if errors_among(meldingen):
        return Resultaat(slug, None, meldingen=meldingen)
    try:
        pages, told = _publish(gemeente, project, inhoud, template, out / slug, products)
    except Gebruikersfout as error:
        return Resultaat(slug, None, meldingen=meldingen + error.meldingen)
    return Resultaat(slug, out / slug, pages, time.perf_counter() - start, meldingen + told)


def _publish(
    gemeente: Gemeente,
    project: Project,
    inhoud: Inhoud,
    template: Template,
    target: Path,
    products: Sequence[Product],
) -> tuple[int, list[Melding]]:
    aanbod = frozenset(product.naam for product in products)
    with beside(target) as folder:
        pages = write_site(template, gemeente, project, inhoud, folder, aanbod)
        told = [m for product in products for m in product.make(gemeente, project, inhoud, folder)]
        if found := errors_among([*told, *check_site(folder)]):
            raise Gebruikersfout(found)
    return pages, told
