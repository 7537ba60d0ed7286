"""The reader's own browser, and an address on this machine for it to look at."""

import os
import socket
import sys
import webbrowser
from contextlib import suppress

FIRST, TRIED = 8000, 20


def free_address() -> str:
    """The first address from 127.0.0.1:8000 on where nothing stands yet; any free one when those are all taken."""
    for port in (*range(FIRST, FIRST + TRIED), 0):
        with suppress(OSError), socket.socket() as found:
            found.bind(("127.0.0.1", port))
            return f"127.0.0.1:{found.getsockname()[1]}"
    raise OSError("no free port")


def open_browser(url: str) -> None:
    """Show `url` where there is a screen to show it on. Without one nothing happens: the address was told too."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(url)
