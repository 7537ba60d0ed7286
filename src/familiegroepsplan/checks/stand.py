"""What the checks of our texts look at: the project, all that is written in it, its pages, and the day."""

from dataclasses import dataclass
from datetime import date

from familiegroepsplan.checks.plattegrond import Plattegrond, read_plattegrond
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project


@dataclass(frozen=True)
class Stand:
    """The state of the project on a day."""

    project: Project
    inhoud: Inhoud
    plattegrond: Plattegrond
    vandaag: date


def read_stand(project: Project, inhoud: Inhoud, vandaag: date) -> Stand:
    """The state of `project`, of which the texts are already read."""
    return Stand(project, inhoud, read_plattegrond(project, inhoud), vandaag)
