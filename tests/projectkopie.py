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
    content = root / "content"

    def elsewhere(folder: str, names: list[str]) -> set[str]:
        """What this copy does without: other municipalities, blocks and words in other languages."""
        if Path(folder) == content / "municipalities":
            return {name for name in names if name.endswith(".yml") and name.removesuffix(".yml") not in gemeenten}
        if Path(folder) in (content / "blocks", content / "teksten"):
            return set(names) - {"nl", *talen}
        return {name for name in names if name == "__pycache__" or name.startswith(".nieuw-")}

    for part in (*PARTS, *(f".cache/{kind}" for kind in MADE_BEFORE)):
        if (root / part).is_dir():
            shutil.copytree(root / part, target / part, ignore=elsewhere, copy_function=shutil.copyfile)
        elif (root / part).is_file():
            shutil.copy(root / part, target / part)
    for path in (target / "content" / "municipalities").glob("*.yml"):
        text = re.sub(r"^talen: .*$", f"talen: [{', '.join(talen)}]", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")
    return target
