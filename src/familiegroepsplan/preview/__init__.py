"""A live preview: every municipality in the browser, and a saved change shown at once.

`studio` knows what can be shown, `watch` what changed on disk, `server` speaks with the browser, and `preview`
lets them work together. Nothing is written but the cache.
"""

from familiegroepsplan.preview.preview import Preview
from familiegroepsplan.preview.server import PreviewServer
from familiegroepsplan.preview.studio import Studio
from familiegroepsplan.preview.watch import watching

__all__ = ["Preview", "PreviewServer", "Studio", "watching"]
