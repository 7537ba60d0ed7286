"""The committed bundle is what its sources and its lock make, light enough, with its licences."""

import gzip
import hashlib
import json
import re
from pathlib import Path

from tests.conftest import ROOT

MAP = ROOT / "formulier"
MOST_BYTES = 250_000


def digest(name: str) -> str:
    return hashlib.sha256((MAP / name).read_bytes()).hexdigest()


def test_the_bundle_was_made_from_these_sources_and_this_lock() -> None:
    made = json.loads((MAP / "bundel" / "herkomst.json").read_text("utf-8"))
    sources = {f"bron/{path.name}" for path in (MAP / "bron").iterdir()}
    assert set(made["uit"]) == sources | {"package.json", "package-lock.json", "bundel.mjs"}
    for name, sha in (made["uit"] | made["gemaakt"]).items():
        assert digest(name) == sha, f"{name} is veranderd: draai npm ci en npm run bundel in formulier/"


def test_the_lock_names_no_server_and_holds_every_package_to_its_hash() -> None:
    lock = json.loads((MAP / "package-lock.json").read_text("utf-8"))["packages"]
    packages = [package for name, package in lock.items() if name]
    assert len(packages) > 10
    assert all("resolved" not in package for package in packages)
    assert all("integrity" in package for package in packages)


def test_every_package_in_the_bundle_comes_with_its_licence() -> None:
    text = (MAP / "bundel" / "LICENTIES.txt").read_text("utf-8")
    named = set(re.findall(r"^=+\n(\S+) \d\S* \([\w. -]+\)\n=+\n.{200}", text, re.MULTILINE | re.DOTALL))
    assert named >= {"@rjsf/core", "react", "react-dom", "yaml", "fflate", "culori"}


def test_the_first_load_stays_light(gemaakt: Path) -> None:
    page = (gemaakt / "index.html").read_text("utf-8")
    named = re.findall(r'(?:src|href)="([^":#,]+)"', page.split("<body>")[0])
    assert sorted(named) == ["formulier.css", "formulier.js"]
    files = [gemaakt / "index.html", *(gemaakt / name for name in named)]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= MOST_BYTES


def test_nothing_makes_code_from_text_or_keeps_anything(gemaakt: Path) -> None:
    script = (gemaakt / "formulier.js").read_text("utf-8")
    for forbidden in ("new Function(", "eval(", "localStorage", "sessionStorage", "indexedDB", "document.cookie"):
        assert forbidden not in script, forbidden
