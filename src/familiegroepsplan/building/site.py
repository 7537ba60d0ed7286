"""One site: made beside the old one, checked, and ready to take its place."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from familiegroepsplan.building.earlier import Begun, Earlier
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.outcome import Resultaat, errors_among
from familiegroepsplan.building.releases import Releases
from familiegroepsplan.building.state import (
    Bestanden,
    Gemaakt,
    Inventaris,
    Stand,
    Standen,
    folders_of,
    seal,
)
from familiegroepsplan.checks import check_gemeente
from familiegroepsplan.checks.filled import check_filled
from familiegroepsplan.clock import build_moment
from familiegroepsplan.digest import digest, digest_bytes
from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import key_positions, read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.product import Product
from familiegroepsplan.reading import Document
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.gapped import Gapped
from familiegroepsplan.site.metadata import SECURITY_TXT
from familiegroepsplan.site.search import index_name
from familiegroepsplan.site.site import Bestand, make_fill, own_files
from familiegroepsplan.site.template import PageKeys, Template, TemplatePage
from familiegroepsplan.site.templatefault import template_faults
from familiegroepsplan.site.writer import Pool, Writer

RENEWAL = 90 * 86400.0
"""Seconds after which security.txt, whose `Expires` must stay ahead, is written anew."""

MATERIAL_PAGE = "professionals-materiaal"
"""The page with the ready texts, which may show any block."""


@dataclass(frozen=True)
class Made:
    """What became of a site: if it stands ready beside the old one, its `inventory`, or else it may stay as it is.

    `keep_spare`: the next release can probably be made of the one before the last.
    """

    resultaat: Resultaat
    stand: Stand | None = None
    inventory: Inventaris | None = None
    keep_spare: bool = False


@dataclass
class Workshop:
    """All that is needed to make sites: what they have in common, and where they go."""

    inputs: Inputs
    common: Common
    page_keys: PageKeys
    releases: Releases
    standen: Standen
    products: Sequence[Product]
    today: date

    @property
    def inhoud(self) -> Inhoud:
        """All texts."""
        return self.common.inhoud

    @property
    def template(self) -> Template:
        """The pages of all municipalities."""
        return self.common.template

    @cached_property
    def pool(self) -> Pool:
        """The files that sites share."""
        return Pool(self.releases.pool)

    @cached_property
    def aanbod(self) -> frozenset[str]:
        """The names of the products."""
        return frozenset(product.naam for product in self.products)

    @cached_property
    def asset_keys(self) -> dict[str, str]:
        """The files that are the same everywhere, by digest of their content."""
        return {name: digest_bytes(path.read_bytes()) for name, path in self.template.assets.items()}

    @cached_property
    def by_language(self) -> dict[str, list[TemplatePage]]:
        """The pages of the template per language."""
        found: dict[str, list[TemplatePage]] = {}
        for page in self.template.pages:
            found.setdefault(page.pagina.taal, []).append(page)
        return found

    @cached_property
    def language_keys(self) -> dict[str, dict[str, str]]:
        """Per language the pages and the index by name, each with a digest of all that is shared in it."""
        return {taal: dict(self._language_keys(taal, pages)) for taal, pages in self.by_language.items()}

    def _language_keys(self, taal: str, pages: Sequence[TemplatePage]) -> Iterator[tuple[str, str]]:
        for page in pages:
            yield page.pagina.bestand, self.page_keys[taal, page.pagina.naam]
        yield index_name(taal), digest([page.found_key for page in pages])

    @cached_property
    def outlines(self) -> dict[str, str]:
        """Per language, a digest of what a check looks at on its pages."""
        return {taal: digest([page.outline_key for page in pages]) for taal, pages in self.by_language.items()}

    @cached_property
    def around(self) -> str:
        """What every file of every municipality depends on."""
        return self.inputs.around(self.template)

    def product_keys(self, own: str) -> dict[str, str]:
        """Of each product of a municipality, a digest of what it is made from."""
        return {product.naam: digest(self.inputs.shared, own, product.naam) for product in self.products}

    def prepare(self, slugs: Iterable[str]) -> None:
        """Have the products do beforehand what is faster for some municipalities together than for each alone."""
        project = self.inputs.project
        for product in self.products:
            stale = [slug for slug in slugs if self._is_stale(product, slug)]
            found = [read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)[0] for slug in stale]
            if len(gemeenten := [gemeente for gemeente in found if gemeente]) > 1:
                product.prepare(gemeenten, project, self.inhoud)

    def _is_stale(self, product: Product, slug: str) -> bool:
        old = self.standen.inventory(self.releases.published(slug))
        known = old.products.get(product.naam) if old else None
        return known is None or known.key != self.product_keys(self.inputs.own(slug))[product.naam]

    def learn(self, slug: str) -> None:
        """Find out about the pages and parts with one municipality, before others are made in many processes.

        Raises Gebruikersfout when one of their templates is wrong.
        """
        gemeente, _ = read_gemeente(self.inputs.project.gemeenten / f"{slug}.yml", root=self.inputs.project.root)
        if gemeente:
            with template_faults(self.inputs.project):
                make_fill(self.common, gemeente, self.aanbod).whole.learn()

    def make(self, slug: str) -> Made:
        """Make the site of a municipality, or find that nothing changed in it. Nothing is published yet."""
        start = time.perf_counter()
        project = self.inputs.project
        own = self.inputs.own(slug)
        (gemeente, found), positions = self._read(slug, own)
        if gemeente is None:
            return Made(Resultaat(slug, None, meldingen=found))
        meldingen = [*found, *check_gemeente(gemeente, project, self.inhoud, self.today, positions)]
        if errors_among(meldingen):
            return Made(Resultaat(slug, None, meldingen=meldingen, gemeente=gemeente))
        try:
            with template_faults(project):
                return _Job(self, gemeente, own, start, meldingen).made()
        except Gebruikersfout as error:
            return Made(Resultaat(slug, None, meldingen=meldingen + error.meldingen, gemeente=gemeente))

    def _read(self, slug: str, own: str) -> tuple[tuple[Gemeente | None, list[Melding]], Document]:
        """A municipality as it was read, or as it is remembered from when its files were the same, with its keys."""
        root, cache = self.inputs.project.root, self.standen.cache
        path = self.inputs.project.gemeenten / f"{slug}.yml"
        key = digest(self.inputs.frame, str(path), own)
        with cache.held(lambda: self.inputs.own(slug) == own):
            return cache.made("gemeente", key, lambda: (read_gemeente(path, root=root), key_positions(path, root=root)))


@dataclass
class _Job:
    """The making of one site."""

    shop: Workshop
    gemeente: Gemeente
    own: str
    start: float
    meldingen: list[Melding]

    @cached_property
    def earlier(self) -> Earlier:
        """The releases that there are."""
        return Earlier(self.shop.standen, self.shop.releases, self.gemeente.slug)

    def made(self) -> Made:
        shop, earlier = self.shop, self.earlier
        fill = make_fill(shop.common, self.gemeente, shop.aanbod)
        own = list(own_files(fill))
        files = Bestanden(digest(shop.around, self.own, repr(fill.folders)), self._shared(fill), self._own(own))
        products = shop.product_keys(self.own)
        if earlier.old and earlier.consists_of(files, products):
            stand = self._stand(earlier.old)
            return Made(self._result(stand, reused=stand.pages), stand)
        return self._write(fill, own, files, products)

    def _shared(self, fill: Fill) -> dict[str, str]:
        """The key of each page and index; that of the page with ready texts, which may show any text of ours."""
        keys: dict[str, str] = {}
        for taal in self.gemeente.talen:
            keys |= self.shop.language_keys[taal]
        for page in (self.shop.template.find(MATERIAL_PAGE, taal) for taal in fill.materiaal):
            if page:
                keys[page.bestand] = self.shop.inputs.shared
        return keys

    def _own(self, own: Iterable[Bestand]) -> dict[str, str]:
        """The key of each file of its own, and of those that are the same everywhere."""
        keys = {one.naam: digest(self.shop.inputs.frame, one.made_of) for one in own}
        if SECURITY_TXT in keys:
            keys[SECURITY_TXT] = self._security_key()
        return keys | self.shop.asset_keys

    def _security_key(self) -> str:
        moment, old = build_moment().timestamp(), self.earlier.old
        if old and SECURITY_TXT in old.bestanden.own and 0 <= moment - old.moment < RENEWAL:
            return old.bestanden.own[SECURITY_TXT]
        return digest(self.own, moment)

    def _write(self, fill: Fill, own: Iterable[Bestand], files: Bestanden, wanted: dict[str, str]) -> Made:
        shop, old = self.shop, self.earlier.old
        begun = self.earlier.begin(files, wanted, shop.pool)
        writer = begun.writer
        self._write_pages(fill, begun)
        others = {one.naam: one for one in own}
        for name in begun.missing(others):
            writer.write(name, others[name].make())
        for name in begun.missing(shop.template.assets):
            writer.share(name, shop.template.assets[name])
        products = self._products(begun, wanted)
        outline = self._outline(fill, files, writer.names)
        unseen = [] if old and old.outline == outline else check_filled(fill, writer.names)
        if found := errors_among([*_told(products), *unseen]):
            raise Gebruikersfout(found)
        moment, kept = build_moment().timestamp(), len(begun.same)
        inventory = Inventaris(files, products, outline, moment, seal(writer.folder), kept)
        assert set(inventory.names) == set(writer.names), "not every file of the site was written"
        stand = self._stand(inventory)
        reused = len(begun.taken & fill.whole.by_file.keys())
        return Made(self._result(stand, reused), stand, inventory, begun.leaves_spare(files, wanted))

    def _write_pages(self, fill: Fill, begun: Begun) -> None:
        """Write the pages, and then the indexes of what is found on them."""
        pages = fill.whole.by_file
        for name in begun.missing(pages):
            self._put(fill, begun.writer, name, pages[name].text)
        indexes = {index_name(taal): taal for taal in self.gemeente.talen}
        for name in begun.missing(indexes):
            self._put(fill, begun.writer, name, fill.whole.index(indexes[name]))

    def _put(self, fill: Fill, writer: Writer, name: str, text: Gapped) -> None:
        data, may_hold_token = fill.filled(text)
        write = writer.write if may_hold_token else writer.put
        write(name, data)

    def _outline(self, fill: Fill, files: Bestanden, names: Sequence[str]) -> str:
        """All that decides what the check of the pages finds: what it says of a site with the same is known."""
        texts = self.shop.inputs.shared if fill.materiaal else ""
        return digest(files.around, texts, sorted(names), [self.shop.outlines[taal] for taal in self.gemeente.talen])

    def _products(self, begun: Begun, wanted: dict[str, str]) -> dict[str, Gemaakt]:
        made = {}
        for product in self.shop.products:
            key = wanted[product.naam]
            made[product.naam] = begun.product(product.naam, key) or self._product(product, begun.writer, key)
        return made

    def _product(self, product: Product, writer: Writer, key: str) -> Gemaakt:
        before = _stamps(writer.folder)
        told = product.make(self.gemeente, self.shop.inputs.project, self.shop.inhoud, writer.folder)
        files = tuple(sorted(name for name, stamp in _stamps(writer.folder).items() if before.get(name) != stamp))
        writer.names += files
        return Gemaakt(key, files, tuple(told))

    def _stand(self, inventory: Inventaris) -> Stand:
        """What is known of the site that consists of this."""
        shop = self.shop
        meldingen = (*self.meldingen, *_told(inventory.products))
        pages = sum(len(shop.by_language[taal]) for taal in self.gemeente.talen)
        return Stand(
            shop.inputs.shared,
            self.own,
            pages,
            folders_of(tuple(inventory.names)),
            inventory.mark,
            inventory.moment,
            shop.today,
            meldingen,
            self.gemeente,
        )

    def _result(self, stand: Stand, reused: int) -> Resultaat:
        seconds = time.perf_counter() - self.start
        meldingen = list(stand.meldingen)
        return Resultaat(
            self.gemeente.slug, self.earlier.folder, stand.pages, seconds, meldingen, reused, self.gemeente
        )


def _told(products: Mapping[str, Gemaakt]) -> list[Melding]:
    """What products told."""
    return [melding for one in products.values() for melding in one.meldingen]


def _stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every file by name, with what changes when it is written."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            status = path.stat()
            found[path.relative_to(folder).as_posix()] = status.st_ino, status.st_mtime_ns, status.st_size
    return found
