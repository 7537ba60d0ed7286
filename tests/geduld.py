"""A bound for what must not run away on nasty input: far above what it takes, so it says nothing of speed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

BOUND = 15.0
"""Seconds of the processor; good code needs well under one, a text that explodes needs minutes."""


class RunsAway(Exception):
    """The code under test was still busy at the bound."""


@contextmanager
def comes_to_an_end() -> Iterator[None]:
    """Stop what is done within when it takes more processor time than anything reasonable. Main thread only."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise RunsAway

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, BOUND)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
