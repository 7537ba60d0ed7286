"""A PDF says in its mark what is in it: the same document gives the same bytes, another one another mark."""

import io

from pikepdf import Name, ObjectStreamMode, Pdf

from familiegroepsplan.print.bewaren import pdf_bytes


def sheet(width: int) -> Pdf:
    document = Pdf.new()
    document.add_blank_page(page_size=(width, 100))
    return document


def mark(pdf: bytes) -> bytes:
    with Pdf.open(io.BytesIO(pdf)) as document:
        return bytes(document.trailer.ID[1])


def test_the_mark_follows_from_the_content_alone() -> None:
    for mode in (ObjectStreamMode.generate, ObjectStreamMode.disable):
        one = pdf_bytes(sheet(100), object_stream_mode=mode)
        assert one == pdf_bytes(sheet(100), object_stream_mode=mode)
        assert mark(one) != mark(pdf_bytes(sheet(101), object_stream_mode=mode))
        assert len(mark(one)) == 16


def test_a_text_that_looks_like_a_mark_is_left_alone() -> None:
    document = sheet(100)
    document.Root.Oud = document.make_stream(b"/ID [<00><00000000000000000000000000000000>]")
    document.Root.Oud.Soort = Name.Tekst
    with Pdf.open(io.BytesIO(pdf_bytes(document, compress_streams=False))) as found:
        assert found.Root.Oud.read_bytes() == b"/ID [<00><00000000000000000000000000000000>]"
