"""The folder admin/: the page of the editor, Sveltia, the settings, the style of the preview, and the headers."""

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from familiegroepsplan.huisstijl import NATIONAAL, css
from familiegroepsplan.huisstijl.kring import kring
from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import Achterkant, config_text
from familiegroepsplan.redactie.veiligheid import meta_policy, netlify_headers
from familiegroepsplan.redactie.voorbeeld import preview_json

HEADERS = "_headers"
MARK = "config.yml"
"""By which a folder is known as an editor that was written before, and may be replaced."""
PREVIEW_STYLES = ("10-basis", "20-indeling", "30-onderdelen", "40-tekst")


class Bezet(Exception):
    """The folder holds something else than an editor."""


def write_admin(project: Project, folder: Path, achterkant: Achterkant) -> None:
    """Write the editor into `folder`, in the place of the one before.

    Raises Bezet when other things stand there, OSError when it cannot be written; then nothing has changed.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise Bezet
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        new = beside / "nieuw"
        new.mkdir()
        _fill(project, new, achterkant)
        _change_places(new, folder, beside / "oud")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _change_places(new: Path, folder: Path, aside: Path) -> None:
    """Let `new` stand where `folder` stands; what stood there goes to `aside`, or back when it fails."""
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(aside)
    try:
        new.rename(folder)
    except OSError:
        aside.rename(folder)
        raise


def _fill(project: Project, folder: Path, achterkant: Achterkant) -> None:
    own = files(__package__)
    for part in ("pagina", "bibliotheek"):
        with as_file(own / part) as source:
            shutil.copytree(source, folder if part == "pagina" else folder / part, dirs_exist_ok=True)
    page = (folder / "index.html").read_text("utf-8").replace("{{ beleid }}", meta_policy(achterkant.adressen))
    (folder / "index.html").write_text(page, "utf-8", newline="\n")
    (folder / MARK).write_text(config_text(project, achterkant), "utf-8", newline="\n")
    (folder / "teken.svg").write_text(emblem(), "utf-8", newline="\n")
    (folder / "voorbeeld.css").write_text(preview_style(project), "utf-8", newline="\n")
    (folder / "voorbeeld.json").write_text(preview_json(project), "utf-8", newline="\n")
    (folder / HEADERS).write_text(netlify_headers(achterkant.adressen), "utf-8", newline="\n")


def emblem() -> str:
    """Our motif as a picture of its own, for the page on which one signs in."""
    motif = kring(32, 32, 60, NATIONAAL.merk, NATIONAAL.accent)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">{motif}</svg>\n'


def preview_style(project: Project) -> str:
    """The styles of a page of the site in our own colours, and what the preview adds, as one sheet."""
    sheets = (project.overrides / "assets" / "css" / f"{name}.css" for name in PREVIEW_STYLES)
    added = (files(__package__) / "voorbeeld.css").read_text("utf-8")
    return "\n".join([*(path.read_text("utf-8") for path in sheets), css(NATIONAAL), added])
