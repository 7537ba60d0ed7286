"""`fgp serve`: a live preview of every municipality."""

from collections.abc import Callable, Iterable

import click

from familiegroepsplan.cli.shared import build_template, chosen_slugs, current_project, report, stop
from familiegroepsplan.errors import Melding
from familiegroepsplan.preview import Preview, PreviewServer, Studio, watching
from familiegroepsplan.project import Project


@click.command()
@click.argument("slug", metavar="[GEMEENTE]", default="amsterdam")
@click.option(
    "--adres",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="ADRES:POORT",
    help="Waar het voorbeeld te zien is.",
)
def serve(slug: str, adres: str) -> None:
    """Toont de site van een gemeente; een bewaarde wijziging is meteen te zien."""
    project = current_project()
    chosen_slugs([slug], False, project)
    show(project, slug, adres, lambda url: None)


def show(project: Project, slug: str, adres: str, ready: Callable[[str], None]) -> None:
    """Show a municipality at `adres` (host:port) until Ctrl-C; `ready` gets the address once it can be asked for."""
    host, _, port = adres.rpartition(":")
    if not host or not port.isdigit():
        stop(f'"{adres}" is geen adres met een poort - schrijf het zo: 127.0.0.1:8000')
    studio = Studio(project, build_template)
    try:
        server = PreviewServer((host, int(port)), studio, slug)
    except (OSError, OverflowError):
        stop(f"Op {adres} kan het voorbeeld niet staan - kies een ander adres: --adres 127.0.0.1:8001")
    try:
        click.echo("Even geduld: de pagina's worden klaargezet.")
        with server, Preview(studio, server, slug, _Terminal()) as preview, watching(project, preview.changed):
            click.echo(f"Voorbeeld van {slug} op http://{adres}/ - stoppen met Ctrl+C.")
            click.echo(f"Een andere gemeente staat onder haar naam: http://{adres}/groningen/")
            ready(f"http://{adres}/")
            server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Gestopt.")


class _Terminal:
    """Tells faults on the command line, each set once."""

    def __init__(self) -> None:
        self.before: list[Melding] = []

    def __call__(self, found: Iterable[Melding]) -> None:
        now = sorted(set(found))
        if now and now != self.before:
            report(now)
        elif self.before and not now:
            click.echo("Alles is weer goed.")
        self.before = now
