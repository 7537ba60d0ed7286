"""A file is written whole or not at all, and stays of its own kind."""

from pathlib import Path

import pytest

from familiegroepsplan.wholefile import write_whole, write_whole_text


@pytest.mark.parametrize(
    ("stood", "becomes"),
    [(None, b"een\nen\n"), (b"", b"een\nen\n"), (b"oud\n", b"een\nen\n"), (b"oud\r\nouder\r\n", b"een\r\nen\r\n")],
)
def test_a_text_keeps_the_line_ends_of_its_file(tmp_path: Path, stood: bytes | None, becomes: bytes) -> None:
    path = tmp_path / "map" / "tekst.yml"
    if stood is not None:
        path.parent.mkdir()
        path.write_bytes(stood)
    write_whole_text(path, "een\nen\n")
    assert path.read_bytes() == becomes


def test_a_file_keeps_its_rights_and_a_new_one_can_be_read_by_all(tmp_path: Path) -> None:
    own, new = tmp_path / "eigen", tmp_path / "nieuw"
    own.write_bytes(b"oud")
    own.chmod(0o600)
    for path in (own, new):
        write_whole(path, b"nieuw")
    assert [path.stat().st_mode & 0o777 for path in (own, new)] == [0o600, 0o644]


def test_when_it_fails_the_old_file_stands_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tekst.yml"
    path.write_bytes(b"oud")

    def fail(self: Path, target: Path) -> None:
        raise PermissionError("another program holds the file")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        write_whole(path, b"nieuw")
    assert [one.name for one in tmp_path.iterdir()] == ["tekst.yml"] and path.read_bytes() == b"oud"
