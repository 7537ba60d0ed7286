import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.print.kijker import opened, picture, saved, viewer
from tests.print.proefformulier import ZINNEN, dark, pictures_of_fields

ANDERE_TALEN = [taal for taal in ZINNEN if taal != "nl"]


def typed_in_chromium(path: Path, zin: str) -> tuple[int, bytes]:
    """How many dark pixels there are more on the screen when `zin` is typed in the first field, and the saved file."""
    with pikepdf.open(path) as document:
        page_width = float(document.pages[0].mediabox[2]) * 96 / 72
        page_height = float(document.pages[0].mediabox[3]) * 96 / 72
        left, _, right, top = (float(value) * 96 / 72 for value in document.Root.AcroForm.Fields[0].Rect)
    with viewer() as browser:
        page = opened(browser, path)
        before = dark(picture(page))
        x = (900 - page_width) / 2 + (left + right) / 2
        page.mouse.click(x, page_height - top + 20)
        page.keyboard.type(zin, delay=5)
        page.mouse.click(x, page_height - 10)
        page.wait_for_timeout(300)
        return dark(picture(page)) - before, saved(browser, page)


def check_seen_and_kept(tmp_path: Path, proef: bytes, taal: str) -> None:
    (tmp_path / "leeg.pdf").write_bytes(proef)
    # In a thread of its own: Playwright refuses a second start in the thread where the shared browser runs.
    with ThreadPoolExecutor(1) as thread:
        seen, kept = thread.submit(typed_in_chromium, tmp_path / "leeg.pdf", ZINNEN[taal]).result()
    letters = len(ZINNEN[taal].replace(" ", ""))
    assert seen > 6 * letters
    fields = PdfReader(io.BytesIO(kept)).get_fields() or {}
    assert fields["vraag"]["/V"] == ZINNEN[taal]
    (tmp_path / "vol.pdf").write_bytes(kept)
    assert dark(pictures_of_fields(tmp_path / "vol.pdf")["vraag"]) > 8 * letters


def test_what_is_typed_in_chromium_is_seen_and_kept(tmp_path: Path, proef: bytes) -> None:
    check_seen_and_kept(tmp_path, proef, "nl")


@pytest.mark.volledig
@pytest.mark.parametrize("taal", ANDERE_TALEN)
def test_other_scripts_typed_in_chromium_are_seen_and_kept(tmp_path: Path, proef: bytes, taal: str) -> None:
    check_seen_and_kept(tmp_path, proef, taal)
