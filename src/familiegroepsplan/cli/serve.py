"""`fgp serve`: a live preview of one municipality."""

import click

from familiegroepsplan.cli.shared import chosen_slugs, current_project
from familiegroepsplan.mkdocs_adapter import serve_site


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
    click.echo(f"Voorbeeld van {slug} op http://{adres} - stoppen met Ctrl+C.")
    serve_site(project, slug, adres)
