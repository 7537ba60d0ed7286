"""A municipality whose toolkit is written into a folder."""

from pathlib import Path

import pytest

from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.toolkit.toolkit import Toolkit

SITE = "https://plan.voorbeeld.nl/"


def gemeente(**anders: object) -> Gemeente:
    gegevens = {"naam": "Testdam", "cbs_code": "0363", "website": "https://www.testdam.nl", "site_url": SITE}
    return Gemeente.model_validate(gegevens | anders)


@pytest.fixture(scope="package")
def folder(project: Project, inhoud: Inhoud, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toolkit")
    (folder / "index.html").write_text("<!doctype html>", "utf-8")
    (folder / "tips").mkdir()
    assert Toolkit().make(gemeente(naam="A & <b>dam", talen=["nl", "en", "ar"]), project, inhoud, folder) == []
    return folder
