"""No dead link, no token and no broken page reaches a published folder, whatever part it comes from."""

from pathlib import Path

import pytest

from tests.building.conftest import build, edit, tree

PLANTED = [("site-link", '<a href="{{ basis }}weg/">x</a>'), ("site-token", "<p>fgpq6e6cq</p>")]
"""What the check of the pages finds, and what the writer refuses; test_filled plants every kind."""


@pytest.mark.parametrize(("code", "html"), PLANTED)
def test_a_planted_fault_keeps_the_old_site(kopie: Path, tmp_path: Path, code: str, html: str) -> None:
    build(kopie, tmp_path, "oldenzaal")
    before = tree(tmp_path / "oldenzaal")
    part = kopie / "overrides" / "delen" / "toegang.html"
    good = part.read_text("utf-8")
    part.write_text(f"{good}\n{html}\n", "utf-8")
    try:
        result = build(kopie, tmp_path, "oldenzaal")["oldenzaal"]
    finally:
        part.write_text(good, "utf-8")
    assert result.folder is None
    assert {m.code for m in result.errors} == {code}
    assert tree(tmp_path / "oldenzaal") == before
    assert not (tmp_path / ".fgp" / "nieuw" / "oldenzaal").exists()


@pytest.mark.parametrize(("before", "naam"), [("", "fgpq6e6cq"), ("fg", "pq6e6cq"), ("x", "y fgpq6e6cq")])
def test_a_value_that_looks_like_a_token_is_refused(kopie: Path, tmp_path: Path, before: str, naam: str) -> None:
    """Also where it does so only with what stands before it."""
    path, part = kopie / "content" / "municipalities" / "oldenzaal.yml", kopie / "overrides" / "delen" / "toegang.html"
    good = part.read_text("utf-8")
    edit(path, "naam: Oldenzaal", f"naam: {naam}")
    part.write_text(f"<p>{before}{{{{ gemeente.naam }}}}</p>{good}", "utf-8")
    try:
        result = build(kopie, tmp_path, "oldenzaal")["oldenzaal"]
    finally:
        part.write_text(good, "utf-8")
        edit(path, f"naam: {naam}", "naam: Oldenzaal")
    assert "site-token" in {m.code for m in result.errors}
    assert not (tmp_path / "oldenzaal").exists()
