"""How the handbook is set up: what the builder of pages is told, and what each page is given."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from markdown.extensions.toc import slugify_unicode

from familiegroepsplan.handboek.bladen import Groep
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.site.headers import meta_policy

THEME = Path(__file__).parent / "thema"
STYLES = ("10-basis", "20-indeling", "30-onderdelen", "40-tekst", "70-zoeken", "90-druk")
"""The stylesheets that the handbook shares with the sites."""

EXTENSIONS = [
    "tables",
    "sane_lists",
    "pymdownx.superfences",
    {"pymdownx.highlight": {"use_pygments": False}},
    {"toc": {"slugify": slugify_unicode, "toc_depth": "1-2"}},
]
"""Markdown of the handbook as GitHub reads it: code within lists, and the same ids of headings."""


def settings(source: Path, folder: Path) -> dict[str, object]:
    """The configuration (in the keys of mkdocs.yml) with which the pages in `source` are made into `folder`."""
    return {
        "site_name": "Handboek",
        "docs_dir": str(source),
        "site_dir": str(folder),
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": str(THEME), "static_templates": []},
        "plugins": [],
        "markdown_extensions": EXTENSIONS,
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
        "strict": True,
    }


def on_every_page(groepen: Sequence[Groep]) -> dict[str, object]:
    """What the template needs on every page alike."""
    motief = kring(20, 21, 36, "currentColor", "currentColor")
    return {"csp": meta_policy(), "stijlen": STYLES, "groepen": groepen, "motief": motief}


@contextmanager
def warnings_of(logger: str) -> Iterator[list[str]]:
    """Everything that a logger warns of meanwhile."""
    told = _Told()
    logging.getLogger(logger).addHandler(told)
    try:
        yield told.warnings
    finally:
        logging.getLogger(logger).removeHandler(told)


class _Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said."""
        self.warnings.append(record.getMessage())
