"""Splitting a Markdown text into its front matter (between two lines `---`) and its body."""

from typing import NamedTuple

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.reading.faults import fault

FIRST_YAML_LINE = 2
"""The line of the file on which the YAML of a front matter begins: pass it to `parse_yaml`."""


class FrontMatter(NamedTuple):
    """The YAML (without the `---` lines), the body, and the line of the file on which the body begins."""

    yaml_text: str
    body: str
    body_first_line: int


def split_front_matter(text: str, pad: str) -> tuple[FrontMatter | None, list[Melding]]:
    """The two parts of a Markdown text with `\\n` line ends, or None and why there are none.

    `pad` is the path for the message. The first line must be `---`, and so must the line after the YAML.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        wat = "de tekst begint niet met een kop"
        doe = "begin het bestand met een regel '---', dan de sleutels, dan weer '---'"
        return None, [fault("kop-ontbreekt", Plaats(pad, 1, 1), "", wat, doe)]
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            yaml_text, body = "\n".join(lines[1 : number - 1]), "\n".join(lines[number:])
            return FrontMatter(yaml_text + "\n", body, number + 1), []
    wat = "de kop die hier begint, wordt niet afgesloten"
    doe = "zet na de laatste sleutel een regel met alleen '---'"
    return None, [fault("kop-open", Plaats(pad, 1, 1), "", wat, doe)]
