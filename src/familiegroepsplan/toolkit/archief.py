"""A zip file: the same bytes for the same files, on whatever day and machine (reproducible-builds.org)."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it: the earliest that a zip can say."""

PACKED = {"png", "docx", "pdf", "zip"}
"""Endings of files that are packed in themselves."""


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files (name with `/` between folders, contents) in the order given, as a zip."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name, FIRST)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            packed = name.rpartition(".")[2] in PACKED
            archive.writestr(entry, data, ZIP_STORED if packed else ZIP_DEFLATED)
    return out.getvalue()


def rezipped(data: bytes) -> bytes:
    """A zip that another program made, with the same files in the same order and the time fixed."""
    with ZipFile(io.BytesIO(data)) as archive:
        return zip_bytes([(entry.filename, archive.read(entry)) for entry in archive.infolist()])
