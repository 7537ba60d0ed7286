"""The editor with GitHub behind it: what it commits is the edited lines alone. GitHub itself is played here."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest

from familiegroepsplan.redactie.instellingen import github
from tests.redactie.conftest import InBrowser, save
from tests.redactie.forge import HEAD, NEW, Commit, Forge, blob_id, in_the_editor, is_that_sentence


class GitHub(Forge):
    """As much of the API as Sveltia asks for: who one is, which files there are, their texts, and a commit."""

    def answer(self, url: str, asked: dict[str, Any]) -> Any:
        if url.endswith("/user"):
            return {"id": 1, "name": "Redacteur", "login": "red", "email": "red@voorbeeld.nl"}
        if "/collaborators/" in url:
            return {}
        if "/git/trees/" in url:
            tree = [
                {"type": "blob", "path": name, "sha": blob_id(data), "size": len(data), "mode": "100644"}
                for name, data in self.files.items()
            ]
            return {"sha": HEAD, "tree": tree, "truncated": False}
        return {"data": self.query(asked["query"], asked["variables"])}

    def query(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "createCommitOnBranch" in query:
            self.commits.append(_commit(variables["input"]))
            return {"createCommitOnBranch": {"commit": {"oid": NEW, "committedDate": "2026-11-27T12:00:00Z"}}}
        texts = {blob_id(data): data.decode() for data in self.files.values()}
        nothing: dict[str, Any] = {"target": {"history": {"nodes": []}}}
        repository: dict[str, Any] = dict.fromkeys(re.findall(r"(commit_\d+):", query), nothing)
        for name, oid in re.findall(r'(content_\d+): object\(oid: "(\w+)"\)', query):
            repository[name] = {"text": texts[oid], "isTruncated": False}
        last = {"nodes": [{"oid": HEAD, "message": "begin"}]}
        return {"repository": {"ref": {"target": {"oid": HEAD, "history": last}}} | repository}


def _commit(asked: dict[str, Any]) -> Commit:
    changes = asked["fileChanges"]
    assert asked["expectedHeadOid"] == HEAD and changes["deletions"] == []
    made = {one["path"]: base64.b64decode(one["contents"]) for one in changes["additions"]}
    return Commit(asked["branch"]["branchName"], asked["message"]["headline"], made)


@pytest.mark.volledig
def test_a_sentence_becomes_a_commit_of_one_line(tmp_path: Path, in_browser: InBrowser) -> None:
    forge = GitHub()
    assert in_the_editor(tmp_path, github("gemeenten/plan"), forge, in_browser, save) == {"https://api.github.com"}
    assert is_that_sentence(forge) and forge.commits[0].tak == "main"
    assert forge.tokens == {"token proeftoken"}
