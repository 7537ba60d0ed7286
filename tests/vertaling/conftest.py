"""A small project with one rich block and its English translation, for tests that hand it out and take it in."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from familiegroepsplan.blok import text_hash
from familiegroepsplan.checks.plattegrond import read_plattegrond
from familiegroepsplan.inhoud import load_inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.inlezen import Verslag, take_in
from familiegroepsplan.vertaling.keuring import Keurmeester
from familiegroepsplan.vertaling.uitvoer import hand_out, prepare
from familiegroepsplan.vertaling.werk import everything, to_do

VANDAAG = date(2026, 11, 1)
NEDERLANDS = """Je begint een plan in {{ gemeente.naam }}.

## Wie doet er mee? {#proef-wie}

- Een oom of een tante
- Een buurvrouw met een hond

Lees ook de [tips voor elke dag](tips.md#tips-lijst) of bel [112](tel:112).

| Wat | Wie |
|---|---|
| Een brief schrijven | Een ouder |
| Iemand bellen | Een kind |

> Dat was een heel goed gesprek.

### Hoe gaat het verder? {#proef-verder}

1. Maak een lijst.
2. Bel iemand.

{{ deel: aanbieders }}
"""
ENGELS = """You start a plan in {{ gemeente.naam }}.

## Who takes part? {#proef-wie}

- An uncle or an aunt
- A neighbour with a dog

Also read the [tips for every day](tips.md#tips-lijst) or call [112](tel:112).

| What | Who |
|---|---|
| Writing a letter | A parent |
| Calling somebody | A child |

> That was a very good talk.

### What is next? {#proef-verder}

1. Make a list.
2. Call somebody.

{{ deel: aanbieders }}
"""
KOP = "titel: Samen beginnen\ndoelgroep: gezin\nbronnen: [factsheet]\ngecontroleerd_op: 2026-10-01\n"


@pytest.fixture
def klein(tmp_path: Path) -> Project:
    shutil.copytree(Path(__file__).parents[1] / "checks" / "project", tmp_path / "project")
    project = Project(tmp_path / "project")
    write_dutch(project, NEDERLANDS)
    write_english(project, ENGELS)
    return project


def write_dutch(project: Project, text: str, extra: str = "") -> None:
    (project.blocks / "nl/proef.md").write_text(f"---\n{KOP}{extra}---\n{text}", "utf-8")


def write_english(project: Project, text: str, status: str = "status: concept", source: str = NEDERLANDS) -> None:
    head = f'titel: Start together\nvertaling_van: "{text_hash(source)}"\n{status}\n'
    path = project.blocks / "en" / "proef.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{head}---\n{text}", "utf-8")


def english(project: Project) -> str:
    return (project.blocks / "en" / "proef.md").read_text("utf-8")


@pytest.fixture
def export(klein: Project, tmp_path: Path) -> Callable[..., Path]:
    """Hand out everything (or `alleen_werk`: what is to be done) in a language; gives the file of that kind."""

    def hand(soort: str, taal: str = "en", alleen_werk: bool = False) -> Path:
        inhoud = load_inhoud(klein)
        files = prepare(klein, inhoud, [taal], tmp_path / "uit", to_do if alleen_werk else everything)
        hand_out(klein, inhoud, files)
        return tmp_path / "uit" / f"familiegroepsplan-{taal}.{soort}"

    return hand


@pytest.fixture
def take(klein: Project) -> Callable[..., Verslag]:
    """Take in files, as of a fixed day."""

    def take(*paths: Path, taal: str | None = None, door: str = "") -> Verslag:
        inhoud = load_inhoud(klein)
        return take_in(paths, Keurmeester(klein, inhoud, read_plattegrond(klein, inhoud), door, VANDAAG), taal)

    return take
