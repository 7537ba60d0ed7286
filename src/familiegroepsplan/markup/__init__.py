"""Our Markdown: the standard extensions plus the components and the glossary of this project."""

from familiegroepsplan.markup.extension import EXTENSION_CONFIGS, EXTENSIONS, makeExtension, render

__all__ = ["EXTENSIONS", "EXTENSION_CONFIGS", "makeExtension", "render"]
