"""Work in a process beside this one."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Thread
from time import sleep
from types import FrameType

WATCH = 0.2
"""Seconds between two looks whether the process that started this one still lives."""

PATIENCE = 2.0
"""Seconds that work gets to clear up after itself when it is not wanted any more."""


@contextmanager
def beside(work: Callable[[], object] | None) -> Iterator[Callable[[], None]]:
    """Have a copy of this process do `work` while the block runs, and wait for it at the end of the block.

    Only what it leaves on the disk remains. Nobody is told how it ended, so that whoever needs what it should leave
    must look for it. It is stopped when the block raises, and by the function given. Where processes cannot be copied
    safely, nothing is done.
    """
    if work is None or sys.platform != "linux" or (os.cpu_count() or 1) == 1:
        yield lambda: None
        return
    helper = get_context("fork").Process(target=_quietly, args=(work,), daemon=True)
    helper.start()
    try:
        yield partial(_stop, helper)
        helper.join()
    finally:
        _stop(helper)


def _stop(helper: BaseProcess) -> None:
    helper.terminate()
    helper.join(PATIENCE)
    helper.kill()
    helper.join()


def _quietly(work: Callable[[], object]) -> None:
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    with suppress(BaseException):
        work()


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit


def end_with_parent() -> None:
    """End this process when the one that started it is gone: what it holds would stay locked."""
    Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(WATCH)
    os._exit(1)
