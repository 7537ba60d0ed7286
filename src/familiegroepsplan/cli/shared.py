"""What every command needs: the project it stands in, the municipalities it is about, how it reports."""

import json
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from familiegroepsplan.errors import Ernst, Melding, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import suggestion
from familiegroepsplan.project import Project, find_project

F = TypeVar("F", bound=Callable[..., Any])

ACTORS = {
    Wie.GEMEENTE: "Voor de gemeente",
    Wie.REDACTIE: "Voor de redactie",
    Wie.VERTALER: "Voor de vertaler",
    Wie.ONTWIKKELAAR: "Voor de ontwikkelaar",
}


def out_option(wat: str, default: str = "dist") -> Callable[[F], F]:
    """The option `--out MAP`; `wat` says what comes in that folder."""
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option("--out", type=kind, default=Path(default), show_default=True, metavar="MAP", help=wat)


def stop(message: str) -> NoReturn:
    """End with one Dutch sentence and exit code 1."""
    click.echo(message, err=True)
    sys.exit(1)


def current_project() -> Project:
    """The project of the current folder; ends with a message when there is none."""
    project = find_project(Path.cwd())
    if project is None:
        stop("Hier is geen project: ga naar de map met mkdocs.yml en content/ en probeer het opnieuw.")
    return project


def chosen_slugs(slugs: Sequence[str], everything: bool, project: Project) -> list[str]:
    """The municipalities that the user named, or all; ends with a message about unknown names."""
    known = sorted(path.stem for path in project.gemeenten.glob("*.yml"))
    if everything or not slugs:
        return known
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        stop("\n".join(f'Gemeente "{slug}" heeft geen bestand - {suggestion(slug, known)}' for slug in unknown))
    return list(dict.fromkeys(slugs))


def build_template(
    project: Project,
    folder: Path,
    talen: Collection[str],
    paginas: Collection[tuple[str, str]] | None = None,
    inhoud: Inhoud | None = None,
) -> None:
    """As the adapter's; MkDocs is loaded only when there is something to build with it."""
    from familiegroepsplan import mkdocs_adapter

    mkdocs_adapter.build_template(project, folder, talen, paginas, inhoud)


def say_json(data: object) -> None:
    """Print data for another program: JSON in UTF-8, whatever the console speaks."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1).encode())


def report(meldingen: Iterable[Melding]) -> None:
    """Print messages grouped by who must act, errors first; each ends with its name, to look up in the handbook."""
    unique = sorted(set(meldingen))
    for wie, title in ACTORS.items():
        group = [m for m in unique if m.wie is wie]
        if not group:
            continue
        click.echo(f"\n{title}")
        for m in sorted(group, key=lambda m: m.ernst is not Ernst.FOUT):
            click.echo(f"  {m.ernst.value}  {m} [{m.code}]")


def count(meldingen: Iterable[Melding], ernst: Ernst) -> int:
    """How many different messages of that severity there are."""
    return len({m for m in meldingen if m.ernst is ernst})


def plural(number: int, one: str, more: str) -> str:
    """`1 fout`, `2 fouten`."""
    return f"{number} {one if number == 1 else more}"
