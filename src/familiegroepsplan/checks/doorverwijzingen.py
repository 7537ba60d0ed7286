"""Old addresses of a municipality: whether they lead to a page, and stand in the way of none."""

from collections.abc import Iterator
from urllib.parse import unquote

from familiegroepsplan.blok import BRON_TAAL, BlokKop
from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.gemeentedata import Gegevens
from familiegroepsplan.checks.plattegrond import Plattegrond
from familiegroepsplan.errors import Melding
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import suggestion
from familiegroepsplan.taal import TALEN_PROFESSIONALS

GEMAAKT = ("assets", "flyers", "toolkit", "api", "zoek", ".well-known")
"""Folders of a site that are made; what stands in them is only known when the site is built."""

STRANGE = frozenset('\\:*?"<>|{}$;')
"""Characters that a file name, or a rule of a server, does not take."""


def check_doorverwijzingen(gegevens: Gegevens, inhoud: Inhoud, plattegrond: Plattegrond) -> Iterator[Melding]:
    """Every redirect that leads nowhere, to another redirect, or away from a page or file that is there."""
    pages = set(_addresses(gegevens, inhoud, plattegrond))
    oude: dict[str, str] = {}
    for oud, nieuw in gegevens.gemeente.doorverwijzingen.items():
        plaats = gegevens.document.key_place(("doorverwijzingen", oud), gegevens.pad)
        sleutel = f"doorverwijzingen.{oud}"
        path = _bare(oud)
        if not path or path in pages or path.split("/")[0] in GEMAAKT:
            wat = f"op {oud} staat al een pagina of bestand van de site"
            yield melding("doorverwijzing-botst", plaats, wat, sleutel=sleutel)
        elif not _can_be_a_file(path):
            yield melding("doorverwijzing-pad", plaats, f"{oud} kan geen adres zijn", sleutel=sleutel)
        elif path in oude:
            wat = f"{oud} en {oude[path]} zijn hetzelfde adres"
            yield melding("doorverwijzing-botst", plaats, wat, "laat een van de twee weg", sleutel=sleutel)
        oude.setdefault(path, oud)
        if _bare(nieuw) in map(_bare, gegevens.gemeente.doorverwijzingen):
            wat = f"{nieuw} is zelf een oud adres"
            yield melding("doorverwijzing-keten", plaats, wat, sleutel=sleutel)
        elif not _exists(nieuw, pages):
            wat = f"er is geen pagina {nieuw}"
            doe = suggestion(nieuw, {f"/{page}/" if page else "/" for page in pages if "." not in page})
            yield melding("doorverwijzing-doel", plaats, wat, doe, sleutel=sleutel)


def _addresses(gegevens: Gegevens, inhoud: Inhoud, plattegrond: Plattegrond) -> Iterator[str]:
    """The path of every page of the site, without slashes around it; the home page is empty."""
    for taal in gegevens.gemeente.talen:
        voor = "" if taal == BRON_TAAL else taal
        yield _bare(f"{voor}/404.html")
        for pagina in plattegrond.paginas:
            blok = inhoud.bron_blok(pagina.kopblok)
            kop = blok.kop if blok else None
            for_all = not isinstance(kop, BlokKop) or kop.doelgroep != "professional"
            if for_all or taal in TALEN_PROFESSIONALS:
                yield _bare(f"{voor}/{pagina.uri.removesuffix('.md').removesuffix('index')}")


def _bare(path: str) -> str:
    return unquote(path).strip("/").removesuffix("index.html").strip("/")


def _exists(nieuw: str, pages: set[str]) -> bool:
    """A file in a folder that is made is looked for when the site is built (`site-link`)."""
    return _bare(nieuw) in pages or _bare(nieuw).split("/")[0] in GEMAAKT


def _can_be_a_file(path: str) -> bool:
    """Whether the decoded path stays below the site and can be a file on every system."""
    parts = path.split("/")
    odd = any(not part or part.startswith((".", "_")) or len(part) > 100 for part in parts)
    return not odd and all(c.isprintable() and c not in STRANGE for c in path)
