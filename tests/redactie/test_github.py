"""The editor with GitHub behind it: what it commits is the edited lines alone. GitHub itself is played here."""

import base64
import difflib
import json
import re
from dataclasses import dataclass, field
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from familiegroepsplan.project import Project
from familiegroepsplan.redactie.instellingen import github
from familiegroepsplan.redactie.schrijven import write_admin
from tests.acceptance.conftest import serve_folder
from tests.conftest import ROOT
from tests.redactie.conftest import InBrowser

BLOKKEN = ("content/blocks/nl/hoe-lang.md", "content/blocks/ar/hoe-lang.md")
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"}
HEAD = "a" * 40


def blob_id(data: bytes) -> str:
    return sha1(b"blob %d\0" % len(data) + data).hexdigest()


@dataclass
class GitHub:
    """As much of the API as Sveltia asks for: who one is, which files there are, their texts, and a commit."""

    files: dict[str, bytes]
    commits: list[dict[str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def __call__(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS" or "/collaborators/" in request.url:
            route.fulfill(status=204, headers=OPEN)
            return
        self.tokens.add(request.headers.get("authorization", ""))
        body = json.dumps(self.answer(request.url, request.post_data or "{}"))
        route.fulfill(status=200, headers=OPEN, content_type="application/json", body=body)

    def answer(self, url: str, body: str) -> dict[str, Any]:
        if url.endswith("/user"):
            return {"id": 1, "name": "Redacteur", "login": "red", "email": "red@voorbeeld.nl"}
        if "/git/trees/" in url:
            tree = [
                {"type": "blob", "path": name, "sha": blob_id(data), "size": len(data), "mode": "100644"}
                for name, data in self.files.items()
            ]
            return {"sha": HEAD, "tree": tree, "truncated": False}
        return {"data": self.query(json.loads(body))}

    def query(self, asked: dict[str, Any]) -> dict[str, Any]:
        query = asked["query"]
        if "createCommitOnBranch" in query:
            self.commits.append(asked["variables"]["input"])
            return {"createCommitOnBranch": {"commit": {"oid": "b" * 40, "committedDate": "2026-11-27T12:00:00Z"}}}
        texts = {blob_id(data): data.decode() for data in self.files.values()}
        nothing: dict[str, Any] = {"target": {"history": {"nodes": []}}}
        repository: dict[str, Any] = dict.fromkeys(re.findall(r"(commit_\d+):", query), nothing)
        for name, oid in re.findall(r'(content_\d+): object\(oid: "(\w+)"\)', query):
            repository[name] = {"text": texts[oid], "isTruncated": False}
        last = {"nodes": [{"oid": HEAD, "message": "begin"}]}
        return {"repository": {"ref": {"target": {"oid": HEAD, "history": last}}} | repository}


@pytest.mark.volledig
def test_a_sentence_becomes_a_commit_of_one_line(tmp_path: Path, in_browser: InBrowser) -> None:
    write_admin(Project(ROOT), tmp_path / "admin", github("gemeenten/plan"))
    api = GitHub({name: (ROOT / name).read_bytes() for name in BLOKKEN})
    hosts: set[str] = set()

    def look(page: Page, adres: str) -> None:
        page.route("https://api.github.com/**", api)
        page.on("requestfinished", lambda one: hosts.add(re.sub(r"^(\w+:(?://[^/]*)?).*", r"\1", one.url, flags=re.S)))
        page.goto(f"{adres}/admin/")
        page.get_by_role("button", name="Inloggen met een toegangstoken").click()
        page.get_by_role("textbox").last.fill("proeftoken")
        page.get_by_role("button", name="Inloggen").last.click()
        page.get_by_text("Alle teksten, met hun vertalingen ernaast.").wait_for()
        page.goto(f"{adres}/admin/#/collections/blokken/entries/hoe-lang")
        text = page.locator("textarea").first
        text.fill(text.input_value().replace("Neem de tijd", "Neem alle tijd"))
        page.get_by_role("button", name="Opslaan").click()
        page.get_by_text("opgeslagen").first.wait_for()

    with serve_folder(tmp_path) as adres:
        in_browser(lambda page: look(page, adres))
        assert hosts <= {adres, "https://api.github.com", "data:", "blob:"}
    (commit,) = api.commits
    assert commit["expectedHeadOid"] == HEAD
    assert commit["message"]["headline"].startswith("Tekst hoe-lang: gewijzigd in de redactie")
    made = {one["path"]: base64.b64decode(one["contents"]) for one in commit["fileChanges"]["additions"]}
    assert made.pop("content/blocks/ar/hoe-lang.md", api.files[BLOKKEN[1]]) == api.files[BLOKKEN[1]]
    old, new = (text.decode().splitlines() for text in (api.files[BLOKKEN[0]], made.pop(BLOKKEN[0])))
    rows = [row for row in difflib.ndiff(old, new) if row[0] in "+-"]
    assert rows[1][2:] == rows[0][2:].replace("Neem de tijd", "Neem alle tijd") and len(rows) == 2
    assert made == {} and commit["fileChanges"]["deletions"] == []
    assert api.tokens == {"token proeftoken"}
