"""One site: made beside the old one, checked, and ready to take its place."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.outcome import Resultaat, errors_among
from familiegroepsplan.building.releases import Releases
from familiegroepsplan.building.state import Fingerprint, Gemaakt, Stand, Standen, fingerprint
from familiegroepsplan.checks import check_gemeente
from familiegroepsplan.checks.filled import check_filled
from familiegroepsplan.clock import build_moment
from familiegroepsplan.digest import digest, digest_bytes
from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.product import Product
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.metadata import SECURITY_TXT
from familiegroepsplan.site.site import Bestand, make_fill, site_files
from familiegroepsplan.site.template import PageKeys, Template
from familiegroepsplan.site.writer import Pool, Writer

RENEWAL = 90 * 86400.0
"""Seconds after which security.txt, whose `Expires` must stay ahead, is written anew."""


@dataclass(frozen=True)
class Made:
    """A site that stands ready beside the old one (`fresh`), or that may stay as it is."""

    resultaat: Resultaat
    stand: Stand | None = None
    fresh: Path | None = None


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
    def url_keys(self) -> dict[str, str]:
        """The keys of the pages of the template by address."""
        return {page.pagina.url: self.page_keys[page.pagina.taal, page.pagina.naam] for page in self.template.pages}

    @cached_property
    def found_keys(self) -> dict[str, str]:
        """Of each page by address, a digest of what can be found on it."""
        return {page.pagina.url: page.found_key for page in self.template.pages}

    @cached_property
    def around(self) -> str:
        """What every file of every municipality depends on."""
        return self.inputs.around(self.template)

    def product_keys(self, own: str) -> dict[str, str]:
        """Of each product of a municipality, a digest of what it is made from."""
        return {product.naam: digest(self.inputs.shared, own, product.naam) for product in self.products}

    def prepare(self, standen: Mapping[str, Stand | None]) -> None:
        """Have the products do beforehand what is faster for some municipalities together than for each alone."""
        project = self.inputs.project
        for product in self.products:
            stale = [slug for slug, stand in standen.items() if self._is_stale(product, slug, stand)]
            found = [read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)[0] for slug in stale]
            if len(gemeenten := [gemeente for gemeente in found if gemeente]) > 1:
                product.prepare(gemeenten, project, self.inhoud)

    def _is_stale(self, product: Product, slug: str, stand: Stand | None) -> bool:
        known = stand.products.get(product.naam) if stand else None
        return known is None or known.key != self.product_keys(self.inputs.own(slug))[product.naam]

    def learn(self, slug: str) -> None:
        """Find out about the pages and parts with one municipality, before others are made in many processes."""
        gemeente, _ = read_gemeente(self.inputs.project.gemeenten / f"{slug}.yml", root=self.inputs.project.root)
        if gemeente:
            fill = make_fill(self.common, gemeente, self.aanbod)
            for page in fill.offered:
                fill.composition(page).learn()

    def make(self, slug: str, old: Stand | None) -> Made:
        """Make the site of a municipality, or find that nothing changed in the `old` one. Nothing is published yet."""
        start = time.perf_counter()
        project = self.inputs.project
        own = self.inputs.own(slug)
        gemeente, meldingen = read_gemeente(project.gemeenten / f"{slug}.yml", root=project.root)
        if gemeente is None:
            return Made(Resultaat(slug, None, meldingen=meldingen))
        meldingen += check_gemeente(gemeente, project, self.inhoud, self.today)
        if errors_among(meldingen):
            return Made(Resultaat(slug, None, meldingen=meldingen, gemeente=gemeente))
        try:
            return _Job(self, gemeente, own, old, start, meldingen).made()
        except Gebruikersfout as error:
            return Made(Resultaat(slug, None, meldingen=meldingen + error.meldingen, gemeente=gemeente))


@dataclass
class _Job:
    """The making of one site."""

    shop: Workshop
    gemeente: Gemeente
    own: str
    old: Stand | None
    start: float
    meldingen: list[Melding]

    def made(self) -> Made:
        shop, old = self.shop, self.old
        fill = make_fill(shop.common, self.gemeente, shop.aanbod)
        files = list(site_files(fill))
        keys = self._keys(files, fill, old)
        products = shop.product_keys(self.own)
        if old and old.files == keys and {name: one.key for name, one in old.products.items()} == products:
            told = [m for one in old.products.values() for m in one.meldingen]
            stand = self._stand(old.files, old.products, told, old.outline, old.fingerprint, old.moment)
            return Made(self._result(stand, reused=stand.pages), stand)
        return self._write(fill, files, keys, products, old)

    def _keys(self, files: Sequence[Bestand], fill: Fill, old: Stand | None) -> dict[str, str]:
        """The key of every file that the site must have, products aside."""
        around = digest(self.shop.around, self.own, repr(fill.folders))
        keys = {one.naam: self._key(one, around) for one in files}
        if SECURITY_TXT in keys:
            keys[SECURITY_TXT] = self._security_key(old)
        return keys | self.shop.asset_keys

    def _key(self, one: Bestand, around: str) -> str:
        if one.data is not None:
            return digest_bytes(one.data)
        if one.made_of:
            return digest(self.shop.inputs.frame, one.made_of)
        if one.all_texts:
            return digest(around, self.shop.inputs.shared)
        shop = self.shop
        return digest(around, [shop.url_keys[url] for url in one.pages], [shop.found_keys[url] for url in one.found])

    def _security_key(self, old: Stand | None) -> str:
        moment = build_moment().timestamp()
        if old and SECURITY_TXT in old.files and 0 <= moment - old.moment < RENEWAL:
            return old.files[SECURITY_TXT]
        return digest(self.own, moment)

    def _write(
        self, fill: Fill, files: Sequence[Bestand], keys: dict[str, str], wanted: dict[str, str], old: Stand | None
    ) -> Made:
        shop, slug = self.shop, self.gemeente.slug
        published = shop.releases.published(slug)
        fresh = shop.releases.fresh(slug)
        writer = Writer(fresh, shop.pool)
        before = old.files if old else {}
        for one in files:
            if one.data is None and before.get(one.naam) == keys[one.naam]:
                writer.link(one.naam, f"{published}/{one.naam}")
            else:
                writer.write(one.naam, one.make())
        reused = sum(before.get(page.pagina.bestand) == keys[page.pagina.bestand] for page in fill.offered)
        for name, source in shop.template.assets.items():
            writer.share(name, source)
        products = self._products(writer, wanted, old)
        told = [m for one in products.values() for m in one.meldingen]
        outline = self._outline(fill, writer.names)
        unseen = [] if old and old.outline == outline else check_filled(fill, writer.names)
        if found := errors_among([*told, *unseen]):
            raise Gebruikersfout(found)
        mark = fingerprint(fresh, chain(keys, *(one.files for one in products.values())))
        assert mark is not None, "a file of the site was not written"
        stand = self._stand(keys, products, told, outline, mark, build_moment().timestamp())
        return Made(self._result(stand, reused), stand, fresh)

    def _outline(self, fill: Fill, names: Sequence[str]) -> str:
        """All that decides what the check of the pages finds: what it says of a site with the same is known."""
        pages = [page.outline_key for page in self.shop.template.pages if page.pagina.taal in fill.gemeente.talen]
        texts = self.shop.inputs.shared if fill.materiaal else ""
        return digest(self.shop.around, self.own, repr(fill.folders), texts, sorted(names), pages)

    def _products(self, writer: Writer, wanted: dict[str, str], old: Stand | None) -> dict[str, Gemaakt]:
        made = {}
        for product in self.shop.products:
            known = old.products.get(product.naam) if old else None
            if known and known.key == wanted[product.naam]:
                for name in known.files:
                    writer.relink(name, f"{self.shop.releases.published(self.gemeente.slug)}/{name}")
                made[product.naam] = known
            else:
                made[product.naam] = self._product(product, writer, wanted[product.naam])
        return made

    def _product(self, product: Product, writer: Writer, key: str) -> Gemaakt:
        before = _stamps(writer.folder)
        told = product.make(self.gemeente, self.shop.inputs.project, self.shop.inhoud, writer.folder)
        files = tuple(sorted(name for name, stamp in _stamps(writer.folder).items() if before.get(name) != stamp))
        writer.names += files
        return Gemaakt(key, files, tuple(told))

    def _stand(
        self,
        files: dict[str, str],
        products: dict[str, Gemaakt],
        told: list[Melding],
        outline: str,
        mark: Fingerprint,
        moment: float,
    ) -> Stand:
        shop = self.shop
        pages = sum(page.pagina.taal in self.gemeente.talen for page in shop.template.pages)
        meldingen = tuple(self.meldingen + told)
        return Stand(
            shop.inputs.shared,
            self.own,
            pages,
            files,
            products,
            outline,
            mark,
            moment,
            shop.today,
            meldingen,
            self.gemeente,
        )

    def _result(self, stand: Stand, reused: int) -> Resultaat:
        seconds = time.perf_counter() - self.start
        folder = self.shop.releases.published(self.gemeente.slug)
        meldingen = list(stand.meldingen)
        return Resultaat(self.gemeente.slug, folder, stand.pages, seconds, meldingen, reused, self.gemeente)


def _stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every file by name, with what changes when it is written."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            status = path.stat()
            found[path.relative_to(folder).as_posix()] = status.st_ino, status.st_mtime_ns, status.st_size
    return found
