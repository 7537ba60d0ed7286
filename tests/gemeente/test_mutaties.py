"""Files damaged at random never crash the reader: it answers with messages, and in time."""

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.reading import refused

HERE = Path(__file__).parent
BASES = [
    path.read_bytes()
    for folder in (HERE / "goed", HERE / "fouten", HERE.parents[1] / "content/municipalities")
    for path in sorted(folder.glob("*.yml"))
]
PIECES = [
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *("[", "]", "{", "}", ": ", ":", "- ", "-", "? ", "#"),
        *(" #", "&a ", "*a", "!x ", "!!int ", "|", ">", "|9", "%", "@"),
        *("'", '"', "\\", "\\x", "\\U", '"\\U00110000"', '"\\uD800"'),
        *("\t", "\n", "\r", "\n\n", "  ", "---\n", "...\n", "<<: "),
        *("%YAML 1.1\n---\n", "%YAML 99999999999999999999.1\n---\n", "%TAG ! x\n---\n", "~"),
        *("null", "no", "1e999", "0363"),
        *("\0", "\x1b", "\u0085", "\u00a0", "\u00ad", "\u200b"),
        *("\u202e", "\u2028", "\ufeff", "\ud800", "\uffff", "😀"),
        *("https://", "javascript:", "http://[", "https://a:b@c"),
        *("../", "2027-02-30", "[" * 60, "{a: " * 40, "- " * 40),
        *("naam: ", "toegang:\n  ", "aanbieders:\n  - ", "x" * 3000, "a: b\n" * 50, "en: ", "nl: "),
    )
] + [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]  # fmt: skip


def mutated(seed: int) -> bytes:
    """One of the base files with one to eight random changes."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(BASES))
    for _ in range(chance.randint(1, 8)):
        begin = chance.randrange(len(data) + 1)
        end = min(len(data), begin + chance.choice((0, 0, 1, 3, 20)))
        change = chance.randrange(5)
        if change == 0:
            data[begin:end] = chance.choice(PIECES)
        elif change == 1:
            del data[begin:end]
        elif change == 2:
            data[begin:begin] = data[begin : begin + chance.choice((5, 40, 200))]
        elif change == 3 and data:
            data[begin % len(data)] = chance.randrange(256)
        else:
            lines = data.split(b"\n")
            chance.shuffle(lines) if chance.random() < 0.1 else lines.pop(chance.randrange(len(lines)))
            data = bytearray(b"\n".join(lines))
    return bytes(data)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """A guard against files that run away, not a measure."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"reading took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def assert_survives(seed: int, folder: Path) -> None:
    data = mutated(seed)
    path = folder / "amsterdam.yml"
    path.write_bytes(data)
    with time_limit(2):
        gemeente, meldingen = read_gemeente(path, root=folder)
    assert refused(meldingen) == (gemeente is None), f"seed {seed}"
    assert gemeente is None or isinstance(gemeente, Gemeente)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for melding in meldingen:
        assert melding.plaats.regel <= lines and melding.plaats.kolom >= 0, f"seed {seed}: {melding}"
        assert melding.wat and melding.doe, f"seed {seed}: {melding}"
        str(melding).encode("utf-8")


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_300_damaged_files_are_answered_with_messages(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + 100):
        assert_survives(seed, tmp_path)


@pytest.mark.volledig
@pytest.mark.parametrize("start", range(1000, 6000, 500))
def test_5000_damaged_files_are_answered_with_messages(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + 500):
        assert_survives(seed, tmp_path)
