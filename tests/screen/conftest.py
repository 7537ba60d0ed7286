"""What the tests of screening share: the rules of the project, ready to use."""

import pytest

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.screen.oordeel import Maatstaf
from familiegroepsplan.screen.uitslag import load_maatstaf


@pytest.fixture(scope="session")
def maatstaf(project: Project, inhoud: Inhoud) -> Maatstaf:
    found, meldingen = load_maatstaf(project, inhoud, "gezin")
    assert meldingen == []
    return found
