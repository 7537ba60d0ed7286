"""A PDF as bytes: the same document gives the same bytes."""

import hashlib
import io
import re
from typing import Any

from pikepdf import ObjectStreamMode, Pdf

_KENMERK = re.compile(rb"/ID \[<[0-9a-f]*><([0-9a-f]{32})>\]")
"""The mark of a file (ISO 32000-1, 14.4): that of its first version, and that of this one."""


def pdf_bytes(document: Pdf, **options: Any) -> bytes:
    """The file, with a mark that follows from its content; `options` are those of `Pdf.save`.

    (`deterministic_id` of qpdf does the same by writing everything once more, which takes a third of the time.)
    """
    out = io.BytesIO()
    document.save(out, **({"object_stream_mode": ObjectStreamMode.generate} | options))
    data = out.getvalue()
    found = _KENMERK.search(data, data.rindex(b"/ID ["))
    assert found, "qpdf writes a mark in every file"
    rest = data[: found.start(1)], data[found.end(1) :]
    return hashlib.md5(b"".join(rest), usedforsecurity=False).hexdigest().encode().join(rest)
