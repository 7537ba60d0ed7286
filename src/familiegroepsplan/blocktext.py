"""Makes the text of a block fit the page it stands on: heading levels and ids, links."""

import posixpath
import re
from functools import lru_cache

from familiegroepsplan.blok import HEADING

MD_LINK = re.compile(r"\]\((?!https?:|mailto:|tel:|#|/)([^)\s#]+\.md)(#[^)\s]*)?\)")


@lru_cache(maxsize=2048)
def fit_headings(text: str, ids: tuple[str, ...], shift: int) -> str:
    """`text` with each heading `shift` levels lower and the nth heading carrying the nth id of `ids`.

    The ids are those of the Dutch block, so that an anchor is the same in every language.
    """
    upcoming = iter(ids)

    def heading(match: re.Match[str]) -> str:
        anchor = next(upcoming, "")
        suffix = f" {{#{anchor}}}" if anchor else ""
        return f"{match[1]}{'#' * shift} {match[2]}{suffix}"

    return HEADING.sub(heading, text)


def lower_headings(text: str, shift: int) -> str:
    """`text` with every heading `shift` levels lower and its own id kept."""
    return HEADING.sub(lambda match: "#" * shift + match[0], text)


def fit_links(text: str, uri: str) -> str:
    """`text` with its links, written from the root of docs/, made relative to the page at `uri`."""
    folder = posixpath.dirname(uri) or "."

    def link(match: re.Match[str]) -> str:
        return f"]({_way(match[1], folder)}{match[2] or ''})"

    return MD_LINK.sub(link, text)


@lru_cache(maxsize=4096)
def _way(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder)
