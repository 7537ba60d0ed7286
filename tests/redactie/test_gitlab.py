"""The editor with GitLab behind it: what it commits is the edited lines alone. GitLab itself is played here."""

import base64
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from familiegroepsplan.redactie.instellingen import gitlab
from tests.redactie.conftest import InBrowser, save
from tests.redactie.forge import BLOKKEN, NEW, Commit, Forge, blob_id, in_the_editor, is_that_sentence

PROJECT = "gemeenten/jeugd/plan"


class GitLab(Forge):
    """As much of the API as Sveltia asks for: who one is, which files there are, their texts, and a commit."""

    def answer(self, url: str, asked: dict[str, Any]) -> Any:
        path = urlsplit(url).path
        me = {"id": 7, "name": "Redacteur", "username": "red", "email": "red@voorbeeld.nl", "bot": False}
        answers: dict[str, Any] = {
            "/api/v4/user": me,
            f"/api/v4/projects/{PROJECT.replace('/', '%2F')}/users": [me],
            f"/api/v4/projects/{PROJECT.replace('/', '%2F')}/repository/branches/main": {"commit": {"id": self.head}},
        }
        if path in answers:
            return answers[path]
        if path == f"/api/v4/projects/{PROJECT.replace('/', '%2F')}/repository/commits" and asked:
            self.commits.append(_commit(asked))
            return {"id": NEW, "committed_date": "2026-11-27T12:00:00Z"}
        if path == "/api/graphql":
            assert asked["variables"]["fullPath"] == PROJECT
            return {"data": {"project": {"repository": self.query(asked["query"], asked["variables"])}}}
        return []

    def query(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": self.head, "message": "begin"}}}
        if "rawTextBlob" in query:
            return {"blobs": {"nodes": [{"rawTextBlob": self.files[path].decode()} for path in variables["paths"]]}}
        blobs = [{"type": "blob", "path": path, "sha": blob_id(data)} for path, data in self.files.items()]
        return {"tree": {"blobs": {"nodes": blobs, "pageInfo": {"endCursor": "", "hasNextPage": False}}}}


def _commit(asked: dict[str, Any]) -> Commit:
    assert {one["action"] for one in asked["actions"]} == {"update"}
    return Commit(asked["branch"], asked["commit_message"], {one["file_path"]: _data(one) for one in asked["actions"]})


def _data(action: dict[str, Any]) -> bytes:
    content: str = action["content"]
    return base64.b64decode(content) if action["encoding"] == "base64" else content.encode()


@pytest.mark.volledig
def test_a_sentence_becomes_a_commit_of_one_line(tmp_path: Path, in_browser: InBrowser) -> None:
    forge = GitLab()
    assert in_the_editor(tmp_path, gitlab(PROJECT, "main"), forge, in_browser, save) == {"https://gitlab.com"}
    assert is_that_sentence(forge) and forge.commits[0].tak == "main"
    assert forge.tokens == {"Bearer proeftoken"}


@pytest.mark.volledig
def test_what_a_colleague_changed_meanwhile_is_told_before_anything_is_committed(
    tmp_path: Path, in_browser: InBrowser
) -> None:
    forge = GitLab()

    def save_too_late(page: Page) -> None:
        forge.somebody_else_commits(BLOKKEN[0], "een middag", "een avond")
        page.get_by_role("button", name="Opslaan").click()
        page.get_by_role("button", name="Toch opslaan").wait_for()

    in_the_editor(tmp_path, gitlab(PROJECT, "main"), forge, in_browser, save_too_late)
    assert forge.commits == []
