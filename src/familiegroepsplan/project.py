"""The folders of a project: where texts, municipalities and templates stand."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A project folder; every other place follows from `root` (an absolute path)."""

    root: Path

    @cached_property
    def content(self) -> Path:
        """Blocks, flyers, glossaries, municipalities, national data."""
        return self.root / "content"

    @cached_property
    def blocks(self) -> Path:
        """A folder per language, a Markdown file per block."""
        return self.content / "blocks"

    @cached_property
    def begrippen(self) -> Path:
        """The glossary, a YAML file per language."""
        return self.content / "begrippen"

    @cached_property
    def teksten(self) -> Path:
        """The words of menus, labels and notices: a folder per language, a YAML file per group."""
        return self.content / "teksten"

    @cached_property
    def wijzigingen(self) -> Path:
        """The record of changes to the blocks, a YAML file per language; a project may do without."""
        return self.content / "wijzigingen"

    @cached_property
    def gemeenten(self) -> Path:
        """A YAML file per municipality, and a folder per municipality for its own files."""
        return self.content / "municipalities"

    @cached_property
    def landelijk(self) -> Path:
        """National organisations, lines, statute articles and source documents."""
        return self.content / "landelijk.yml"

    @cached_property
    def flyers(self) -> Path:
        """The printed products: a folder per flyer, and `_huis` with what they share."""
        return self.content / "flyers"

    @cached_property
    def docs(self) -> Path:
        """The public pages, each an assembly of blocks and parts."""
        return self.root / "docs"

    @cached_property
    def overrides(self) -> Path:
        """Theme templates, named parts, stylesheets and scripts."""
        return self.root / "overrides"

    @cached_property
    def delen(self) -> Path:
        """The named parts: HTML templates filled per municipality."""
        return self.overrides / "delen"

    @cached_property
    def cache(self) -> Path:
        """What was made before; may be thrown away."""
        return self.root / ".cache"

    @cached_property
    def config(self) -> Path:
        """The configuration of MkDocs."""
        return self.root / "mkdocs.yml"


def find_project(start: Path) -> Project | None:
    """The project that `start` (a folder) lies in: the nearest folder up with mkdocs.yml and content/."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "mkdocs.yml").is_file() and (candidate / "content").is_dir():
            return Project(candidate)
    return None
