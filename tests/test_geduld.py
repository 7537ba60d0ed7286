"""The bound on nasty input bites: code that runs away is stopped, other code is left alone."""

import pytest

from tests import geduld


def test_code_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geduld, "BOUND", 0.05)
    with pytest.raises(geduld.RunsAway), geduld.comes_to_an_end():
        while True:
            pass


def test_code_that_ends_is_left_alone() -> None:
    with geduld.comes_to_an_end():
        assert sum(range(10)) == 45
