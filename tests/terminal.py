"""A command in a terminal of its own (a pseudo-terminal), walked through as a person does: read, type, press Enter."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 180.0
CONTROL_C, CONTROL_D = "\x03", "\x04"
TAKE_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal one from which Ctrl-C reaches the command, also when the tests run in the background."""


class Terminal:
    """What was shown so far (`raw`, and `text` without colours), and the keyboard."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int) -> None:
        self._process, self._master = process, master
        self._seen, self.raw, self.text = 0, "", ""

    def until(self, words: str) -> None:
        """Wait until `words` are shown, after what was waited for before (line breaks of the window aside)."""
        end = time.monotonic() + PATIENCE
        while (at := _flat(self.text).find(words, self._seen)) < 0:
            assert self._read() and time.monotonic() < end, f"{words!r} is not shown:\n{self.text}"
        self._seen = at + len(words)

    def answer(self, words: str, typed: str) -> None:
        """Wait until a question holds `words` and the cursor waits behind `>`; then type, with Enter."""
        self.until(words)
        self.until("> ")
        self.press(f"{typed}\r")

    def press(self, keys: str) -> None:
        """Press keys, as they come out of a keyboard."""
        os.write(self._master, keys.encode())

    def end(self) -> int:
        """The exit code, when the command has ended and everything was read."""
        while self._read():
            pass
        return self._process.wait(timeout=PATIENCE)

    def _read(self) -> bool:
        if not select.select([self._master], [], [], PATIENCE)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says it like this when the other end is closed
            return False
        self.raw += data.decode(errors="replace")
        self.text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.raw)
        return bool(data)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@contextmanager
def terminal(folder: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    """`fgp` with these arguments in a terminal, standing in `folder`; ended when we leave."""
    master, slave = os.openpty()
    program = str(Path(sys.executable).with_name("fgp"))
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE_TERMINAL, program, *arguments],
        cwd=folder,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TERM": "xterm", "COLUMNS": "100"} | environment,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()
        os.close(master)
