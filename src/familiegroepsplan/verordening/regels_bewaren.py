"""Lines of a YAML file that a writer laid out anew but did not change: put back as they were."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def keep_lines(original: Sequence[str], plain: Sequence[str], changed: Sequence[str]) -> list[str]:
    """`changed` with every line that stands in `plain` too in its form of `original`.

    `plain` is `original` written by the same writer without any change, so what differs between these two is
    layout alone; what differs between `plain` and `changed` is content.
    """
    as_it_was = _origins(original, plain)
    lines: list[str] = []
    for kind, start, end, other_start, other_end in _opcodes(plain, changed):
        if kind == "equal":
            lines += [line for index in range(start, end) for line in as_it_was[index]]
        else:
            lines += changed[other_start:other_end]
    return lines


def _origins(original: Sequence[str], plain: Sequence[str]) -> list[list[str]]:
    """For each line of `plain` the lines of `original` that it stands for."""
    origins: list[list[str]] = [[] for _ in plain]
    for _, start, end, other_start, other_end in _opcodes(plain, original):
        there = list(original[other_start:other_end])
        if end - start == len(there):
            for index, line in enumerate(there):
                origins[start + index] = [line]
        elif end > start:
            origins[start] = there
        elif start:
            origins[start - 1] = [*origins[start - 1], *there]
    return origins


def _opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
