"""The command `fgp`: Dutch for its users, one module per command."""

import io
import sys
from importlib import import_module
from typing import Any

import click

OPDRACHTEN = (
    "bench",
    "build",
    "check",
    "flyers",
    "formulier",
    "handboek",
    "new",
    "overzicht",
    "redactie",
    "screen",
    "serve",
    "start",
    "verordening",
    "vertaling",
)
"""Every command; each is a function of that name in the module of that name."""


class Opdrachten(click.Group):
    """Loads a command when it is asked for: what the others need takes a second or more to load."""

    def main(self, *arguments: Any, **named: Any) -> Any:
        """Run a command; what an old console cannot write (cp1252: Arabic, an arrow) is a question mark there."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*arguments, **named)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(OPDRACHTEN)

    def get_command(self, ctx: click.Context | None, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in OPDRACHTEN:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Opdrachten, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="familiegroepsplan", message="%(prog)s %(version)s")
def main() -> None:
    """Maakt sites, folders en teksten over het familiegroepsplan, in naam van een gemeente."""


def opdracht(naam: str) -> click.Command:
    """A command by its name; KeyError when there is none."""
    assert isinstance(main, Opdrachten)
    found = main.get_command(None, naam)
    if found is None:
        raise KeyError(naam)
    return found
