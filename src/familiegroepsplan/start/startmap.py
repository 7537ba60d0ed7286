"""The project folder that comes with the package, and laying it down where there is none."""

import shutil
import tempfile
from pathlib import Path

from familiegroepsplan.project import Project, find_project

PARTS = ("content", "docs", "formulier", "handboek", "hooks", "overrides", "LICENSES", "LICENSE", "mkdocs.yml")
"""What a project needs; pyproject.toml puts the same in the wheel. The last one is what makes it a project."""


def is_empty(folder: Path) -> bool:
    """Whether nothing stands in `folder` but what a system hides there (`.DS_Store`, `desktop.ini`)."""
    return all(path.name.startswith(".") or path.name.lower() == "desktop.ini" for path in folder.iterdir())


def lay_down(folder: Path) -> Project:
    """Put a whole project in `folder` (made if need be), or nothing at all; OSError when that fails.

    Nothing that stands there is replaced: FileExistsError.
    """
    source, was_there = _source(), folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    moved: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(prefix=".nieuw-", dir=folder) as beside:
            for part in PARTS:
                _copy(source / part, Path(beside, part))
            for part in PARTS:
                if (folder / part).exists():
                    raise FileExistsError(f"{part} bestaat al")
                moved.append(Path(beside, part).rename(folder / part))
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if not was_there:
            folder.rmdir()
        raise
    return Project(folder.resolve())


def _source() -> Path:
    """In an installed package beside its modules; where one works on the project itself, that project."""
    package = Path(__file__).parent.parent
    if (package / "startmap" / PARTS[-1]).is_file():
        return package / "startmap"
    project = find_project(package)
    if project is None:
        raise FileNotFoundError("de teksten zijn niet meegekomen bij het installeren")
    return project.root


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
