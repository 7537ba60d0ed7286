"""`fgp` as a user calls it, without loading the program anew: each command runs in a copy of a process that has it.

Loading takes about a second, as much as most commands need for their work. One process beside each test process loads
what the commands need; for each command it copies itself (a fork), and the copy is `fgp` from there on: its own folder,
environment, output and exit code. What depends on how Python starts is really started (`conftest.run_command`).
"""

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

from familiegroepsplan.cli import OPDRACHTEN, main

PATIENCE = 300
"""Seconds after which a command is ended."""


class Vork:
    """The process that has everything loaded, and how it is asked for a command."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._process.communicate)

    def run(self, arguments: list[str], cwd: Path, environment: dict[str, str]) -> tuple[int, str, str]:
        """The exit code of `fgp` with these arguments in a folder, what it said, and what it said of faults."""
        with tempfile.TemporaryDirectory(prefix="fgp-vork-") as temporary:
            said, faults = Path(temporary, "uit"), Path(temporary, "fout")
            question = [arguments, str(cwd), environment, str(said), str(faults)]
            assert self._process.stdin and self._process.stdout
            print(json.dumps(question), file=self._process.stdin, flush=True)
            code = int(self._process.stdout.readline())
            return code, said.read_text("utf-8"), faults.read_text("utf-8")


@cache
def vork() -> Vork:
    """The one that belongs to this process."""
    return Vork()


def become_asked() -> None:
    """Answer every question with an exit code, until nobody asks any more; returns in the copy that is a command."""
    for line in sys.stdin:
        copy = os.fork()
        if not copy:
            become(*json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]), flush=True)
    sys.exit()


def become(arguments: list[str], cwd: str, environment: dict[str, str], said: str, faults: str) -> None:
    """Take the folder, environment, output and arguments of a command."""
    signal.alarm(PATIENCE)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in enumerate((os.devnull, said, faults)):
        opened = os.open(name, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    program = Path(sys.executable).with_name("fgp")
    sys.argv, sys.path[0] = [str(program), *arguments], str(program.parent)


if __name__ == "__main__":
    for name in OPDRACHTEN:
        import_module(f"familiegroepsplan.cli.{name}")
    import_module("familiegroepsplan.mkdocs_adapter")
    gc.freeze()
    become_asked()
    sys.exit(main())
