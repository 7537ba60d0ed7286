"""Files that cannot be read safely are refused with the reason; good text comes through unchanged."""

import os
from pathlib import Path

import pytest

from familiegroepsplan.errors import Melding
from familiegroepsplan.reading import read_text


def refusal(path: Path, root: Path, max_bytes: int = 1000) -> Melding:
    text, meldingen = read_text(path, max_bytes=max_bytes, root=root)
    assert text is None
    return meldingen[0]


def test_a_good_file_comes_through_with_unix_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "goed.txt"
    path.write_bytes("één\r\ntwee\rdrie\t😀\n".encode())

    assert read_text(path, max_bytes=1000, root=tmp_path) == ("één\ntwee\ndrie\t😀\n", [])


def test_a_missing_file_is_named_by_its_path_from_the_project(tmp_path: Path) -> None:
    melding = refusal(tmp_path / "map/weg.yml", tmp_path)

    assert str(melding) == "map/weg.yml: dit bestand is er niet - controleer naam en map"


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "echt.yml").write_text("a: b\n")
    (tmp_path / "koppeling.yml").symlink_to("echt.yml")
    (tmp_path / "los.yml").symlink_to("nergens.yml")

    assert str(refusal(tmp_path / "koppeling.yml", tmp_path)).startswith("koppeling.yml: dit is een koppeling")
    assert refusal(tmp_path / "los.yml", tmp_path).code == "bestand-koppeling"


def test_a_file_outside_the_project_is_refused_also_through_a_linked_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "project", tmp_path / "elders"
    inside.mkdir()
    outside.mkdir()
    (outside / "geheim.yml").write_text("a: b\n")
    (inside / "map").symlink_to(outside)

    assert refusal(outside / "geheim.yml", inside).code == "bestand-buiten-map"
    assert refusal(inside / "map/geheim.yml", inside).code == "bestand-buiten-map"


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "map.yml").mkdir()
    os.mkfifo(tmp_path / "pijp.yml")

    assert refusal(tmp_path / "map.yml", tmp_path).code == "bestand-soort"
    assert refusal(tmp_path / "pijp.yml", tmp_path).code == "bestand-soort"


def test_a_file_over_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    (tmp_path / "lang.yml").write_text("x" * 2001)

    assert refusal(tmp_path / "lang.yml", tmp_path, 2000).wat == "het bestand is groter dan 2 kB"
    assert read_text(tmp_path / "lang.yml", max_bytes=2001, root=tmp_path)[0] == "x" * 2001


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dicht.yml").write_text("a: b\n")
    (tmp_path / "dicht.yml").chmod(0)

    assert refusal(tmp_path / "dicht.yml", tmp_path).code == "bestand-onleesbaar"


def test_a_name_that_is_too_long_or_holds_nul_is_refused_without_traceback(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 5000), tmp_path).code == "bestand-onleesbaar"
    assert refusal(tmp_path / "a\0b", tmp_path).code == "bestand-onleesbaar"


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"\xef\xbb\xbfa", (1, 1), "BOM"),
        (b"ab\nc\xff", (2, 2), "byte 0xFF is geen UTF-8"),
        ("één\nü\0".encode(), (2, 2), "besturingsteken (U+0000)"),
        ("a\u007f".encode(), (1, 2), "U+007F"),
        ("a\u200b".encode(), (1, 2), "U+200B"),
        ("a\u200f".encode(), (1, 2), "leesrichting"),
        ("a\u2067".encode(), (1, 2), "leesrichting"),
        ("a\U000e0041".encode(), (1, 2), "U+E0041"),
        ("a\u3164".encode(), (1, 2), "U+3164"),
        ("a\ufffe".encode(), (1, 2), "U+FFFE"),
        ("a\ue000".encode(), (1, 2), "U+E000"),
        ("a\u200d".encode(), (1, 2), "U+200D"),
    ],
)
def test_a_character_that_nobody_sees_is_refused_at_its_place(
    data: bytes, place: tuple[int, int], words: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(data)

    melding = refusal(tmp_path / "a.txt", tmp_path)

    assert (melding.plaats.regel, melding.plaats.kolom) == place
    assert words in melding.wat


def test_a_file_name_that_no_terminal_can_show_is_shown_as_code_points(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\x1b.yml"))

    assert str(refusal(path, tmp_path)).startswith("a<U+DCFF><U+001B>.yml: dit bestand is er niet")


def test_the_joiners_that_farsi_is_spelled_with_are_allowed(tmp_path: Path) -> None:
    (tmp_path / "fa.txt").write_text("می‌خواهم", encoding="utf-8")

    assert read_text(tmp_path / "fa.txt", max_bytes=100, root=tmp_path) == ("می‌خواهم", [])


def test_at_most_twenty_characters_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\u200b" * 100, encoding="utf-8")

    assert len(read_text(tmp_path / "a.txt", max_bytes=1000, root=tmp_path)[1]) == 20
