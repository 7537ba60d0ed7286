"""A server on this machine for one person, the same on every system."""

import mimetypes
import os
import sys
from http.server import ThreadingHTTPServer
from typing import Any

TYPES = mimetypes.MimeTypes()
"""Kinds of files by their ending. Windows lets any program change those of the system, and refuses scripts for it."""

for _kind, _ending in (("text/javascript", ".js"), ("font/woff2", ".woff2"), ("text/yaml", ".yml")):
    TYPES.add_type(_kind, _ending)


def content_type(name: str) -> str:
    """The kind of a file by its name, with its encoding where it is text."""
    kind = TYPES.guess_type(name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
    return f"{kind}; charset=utf-8" if text else kind


class LocalServer(ThreadingHTTPServer):
    """Ends with the command that started it, and says nothing of a browser that went away."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    """On Windows this would let a second server take the same address (asyncio makes the same difference)."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A fault of ours is shown; a page that was closed halfway is none."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
