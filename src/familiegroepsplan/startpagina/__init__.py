"""The start page of a platform: every municipality whose site is published, to find by name or on the map."""

from familiegroepsplan.startpagina.schrijven import write_index

__all__ = ["write_index"]
