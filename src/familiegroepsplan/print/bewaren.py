"""A PDF from bytes and to bytes: the same document gives the same bytes."""

import hashlib
import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pikepdf import ObjectStreamMode, Pdf
from pikepdf.settings import set_flate_compression_level

set_flate_compression_level(4)  # Of 9: saved in five sixths of the time of the usual 6, and 3 % larger.

_KENMERK = re.compile(rb"/ID \[<[0-9a-f]*><([0-9a-f]{32})>\]")
"""The mark of a file (ISO 32000-1, 14.4): that of its first version, and that of this one."""


@contextmanager
def opened(pdf: bytes) -> Iterator[Pdf]:
    """The document in these bytes, by way of a file: qpdf asks Python for bytes piece by piece, twice as slowly."""
    with tempfile.TemporaryDirectory(prefix="familiegroepsplan-") as folder:
        path = Path(folder, "blad.pdf")
        path.write_bytes(pdf)
        with Pdf.open(path) as document:
            yield document


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
