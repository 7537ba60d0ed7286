"""A copy of the project in a folder of its own, for tests that change files."""

import re
import shutil
from pathlib import Path

MADE_BEFORE = ("pagina", "memo", "jinja", "folders", "berichtbeeld")
"""What earlier builds left in the cache and is as good in a copy: keys are digests of contents."""

PARTS = ("content", "docs", "hooks", "overrides", "mkdocs.yml")


def copy_project(root: Path, target: Path, *gemeenten: str, talen: tuple[str, ...] = ("nl", "en")) -> Path:
    """Copy what a build needs from `root` to `target`: the named municipalities, offered in `talen`."""
    target.mkdir(parents=True)
    for part in PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    for kind in MADE_BEFORE:
        if (root / ".cache" / kind).is_dir():
            shutil.copytree(root / ".cache" / kind, target / ".cache" / kind, ignore=shutil.ignore_patterns(".nieuw-*"))
    for folder in ("blocks", "teksten"):
        for path in (target / "content" / folder).iterdir():
            if path.name not in talen and path.name != "nl":
                shutil.rmtree(path)
    for path in (target / "content" / "municipalities").glob("*.yml"):
        if path.stem not in gemeenten:
            path.unlink()
            continue
        text = re.sub(r"^talen: .*$", f"talen: [{', '.join(talen)}]", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")
    return target
