"""A product: something that is made beside the pages of a site, such as flyers or the toolkit."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.product import Flyers
from familiegroepsplan.project import Project
from familiegroepsplan.toolkit.toolkit import Toolkit


class Product(Protocol):
    """One kind of product. It must be picklable, since sites are built in several processes.

    `naam` ("flyers", "toolkit") is what pages know it by: parts may ask `'flyers' in aanbod`.
    """

    @property
    def naam(self) -> str:
        """The name of the product, in `aanbod` and in the option that leaves it out."""
        ...

    def prepare(self, gemeenten: Sequence[Gemeente], project: Project, inhoud: Inhoud) -> None:
        """Do beforehand what is faster for some municipalities together; `make` follows for each, and tells."""
        ...

    def make(self, gemeente: Gemeente, project: Project, inhoud: Inhoud, folder: Path) -> list[Melding]:
        """Write it below `folder`, the site folder with the pages already in it.

        An error among the messages keeps the municipality from being published.
        """
        ...


PRODUCTEN: tuple[Product, ...] = (Flyers(), Toolkit())
"""Every product that `fgp build` makes, in order; the toolkit is the last, for its headers name all paths."""
