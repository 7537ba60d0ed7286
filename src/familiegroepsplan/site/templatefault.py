"""What is wrong in a template below overrides/, told at the line where its author can mend it."""

import linecache
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateSyntaxError

from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats, Wie, display_path
from familiegroepsplan.project import Project


def template_fault(plaats: Plaats, wat: str) -> Melding:
    """A message about a template, or about the page that was made with it."""
    return Melding(plaats, "", wat, "verbeter het sjabloon", "sjabloon-fout", wie=Wie.ONTWIKKELAAR)


@contextmanager
def template_faults(project: Project) -> Iterator[None]:
    """Turn what goes wrong in a template of the project into Gebruikersfout; any other exception stays as it is."""
    try:
        yield
    except (Gebruikersfout, OSError):
        raise
    except Exception as error:
        if (spot := _spot(error, project)) is None:
            raise
        raise Gebruikersfout([template_fault(_plaats(*spot, project), _said(error))]) from error


def _spot(error: Exception, project: Project) -> tuple[str, int] | None:
    """File and line in the innermost template that the exception comes from; Jinja2 puts them in the traceback."""
    if isinstance(error, TemplateSyntaxError) and error.filename and _is_ours(error.filename, project):
        return error.filename, error.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((spot for spot in reversed(frames) if _is_ours(spot[0], project)), None)


def _is_ours(name: str, project: Project) -> bool:
    return name.endswith(".html") and Path(name).resolve().is_relative_to(project.overrides.resolve())


def _plaats(name: str, line: int, project: Project) -> Plaats:
    text = linecache.getline(name, line)
    return Plaats(display_path(Path(name), project.root), line, len(text) - len(text.lstrip()) + 1)


def _said(error: Exception) -> str:
    message = str(error) if str(error) != "None" else ""
    told = f"{message} ({type(error).__name__})" if message else type(error).__name__
    return f"dit sjabloon kan niet worden gebruikt: {' '.join(told.split())}"
