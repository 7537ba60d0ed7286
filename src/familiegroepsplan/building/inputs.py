"""What sites are made from, as digests: what has the same digest need not be made again."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from familiegroepsplan.digest import code_digest, digest, digest_files, saved_state
from familiegroepsplan.project import Project
from familiegroepsplan.site.template import Template


@dataclass
class Inputs:
    """The state of a project on disk at the start of a run; `products` names what is made beside the pages."""

    project: Project
    products: Collection[str] = ()

    def __post_init__(self) -> None:
        self._layout_saved, self._texts_saved = saved_state(self._layout()), saved_state(self._texts())

    @cached_property
    def shared(self) -> str:
        """All that municipalities share: texts, templates, configuration, code, and a moment that was fixed."""
        return digest(self.frame, digest_files(self.project.root, [*self._texts(), *self._layout()]))

    def are_current(self) -> bool:
        """Whether none of what municipalities share was saved since the start of the run.

        What was made meanwhile may rest on a mixture of before and after, and is not to be kept for later.
        """
        return self.layout_is_current() and self._texts_saved == saved_state(self._texts())

    def layout_is_current(self) -> bool:
        """The same of templates and configuration alone, for texts that were read once and for all."""
        return self._layout_saved == saved_state(self._layout())

    def _texts(self) -> list[Path]:
        return [path for path in self.project.content.iterdir() if path != self.project.gemeenten]

    def _layout(self) -> list[Path]:
        return [self.project.docs, self.project.overrides, self.project.config, self.project.root / "hooks"]

    @cached_property
    def frame(self) -> str:
        """What decides everything: code, a fixed moment, the products."""
        return digest(code_digest(), os.environ.get("SOURCE_DATE_EPOCH"), sorted(self.products))

    @cached_property
    def parts(self) -> str:
        """What the parts are made from, municipalities aside."""
        project = self.project
        return digest(
            self.frame,
            digest_files(project.root, [project.delen, project.teksten, project.begrippen, project.landelijk]),
        )

    def around(self, template: Template) -> str:
        """What every file of every municipality depends on."""
        return digest(self.parts, [page.pagina for page in template.pages])

    @cached_property
    def theme(self) -> str:
        """What a page of the template is made from, besides its texts."""
        project = self.project
        theme = [path for path in project.overrides.rglob("*.html") if not path.is_relative_to(project.delen)]
        return digest(code_digest(), digest_files(project.root, [*theme, project.config, project.root / "hooks"]))

    @cached_property
    def _files(self) -> dict[str, Path]:
        folder = self.project.gemeenten
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix != ".yml"}
        return {name: path for name, path in found.items() if path.is_file()}

    def own(self, slug: str) -> str:
        """The file of a municipality, and every file that it names."""
        path = self.project.gemeenten / f"{slug}.yml"
        try:
            text = path.read_text("utf-8", errors="replace")
        except OSError:
            return ""
        named = [file for name, file in self._files.items() if name in text]
        return digest(text, digest_files(self.project.root, named))
