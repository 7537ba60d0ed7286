"""`fgp handboek`: the handbook as pages."""

import os
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import click

from familiegroepsplan.cli.browser import free_address, open_browser
from familiegroepsplan.cli.shared import current_project, out_option, plural, stop
from familiegroepsplan.handboek import FOLDER, write_handboek
from familiegroepsplan.localserver import LocalServer, content_type
from familiegroepsplan.project import Project


@click.command()
@out_option("De map waarin het handboek komt.")
@click.option("--toon", is_flag=True, help="Toon het handboek daarna in de browser.")
def handboek(out: Path, toon: bool) -> None:
    """Maakt van het handboek een site: alles wat u kunt doen, met plaatjes, doorzoekbaar."""
    project = current_project()
    if not (project.root / "handboek").is_dir():
        stop("In dit project staat geen map handboek/.")
    try:
        number = write_handboek(project, out, _render)
    except ValueError as error:
        stop(f"Het handboek is niet gemaakt, het oude staat er nog. Verbeter eerst:\n{error}")
    except OSError as error:
        stop(f"De map {out} kan niet worden beschreven: {error.strerror or error}.")
    click.echo(f"{plural(number, 'blad', 'bladen')} in {out / FOLDER}. Begin bij {out / FOLDER / 'index.html'}")
    if toon:
        _show(out / FOLDER)
    else:
        click.echo("Bekijken, met zoeken erbij: fgp handboek --toon")


def _render(project: Project, folder: Path) -> None:
    """MkDocs is loaded only when there is something to build with it."""
    from familiegroepsplan import mkdocs_adapter

    mkdocs_adapter.build_handboek(project, folder)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a reader has no use for a list of requests."""

    def guess_type(self, path: "str | os.PathLike[str]") -> str:
        """The kind of a file, whatever the system says of its ending."""
        return content_type(os.fspath(path))


def _show(folder: Path) -> None:
    host, _, port = free_address().rpartition(":")
    with LocalServer((host, int(port)), partial(_Silent, directory=str(folder))) as server:
        click.echo(f"Het handboek staat op http://{host}:{port}/ - stoppen met Ctrl+C.")
        open_browser(f"http://{host}:{port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Gestopt.")
