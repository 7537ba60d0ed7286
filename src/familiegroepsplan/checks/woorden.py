"""Difficult words in the texts for families that nobody explains."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from familiegroepsplan.begrip import by_form, form_pattern
from familiegroepsplan.blok import BRON_TAAL, Blok, BlokKop
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.checks.tekst import text_of
from familiegroepsplan.errors import Melding, Wie
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.names import PLACEHOLDER
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model

KORTSTE_STAM = 7
"""The shortest form of a glossary word that is looked for inside longer words."""

_HIDDEN = re.compile(r"\]\([^()\n]*\)|\{\s*#[^{}\n]*\}|<[^<>\n]*>")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Vaktaal(BaseModel):
    """The file content/vaktaal.yml: words of the trade, each with all its forms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    woorden: tuple[tuple[str, ...], ...]


def read_vaktaal(project: Project) -> tuple[frozenset[str], list[Melding]]:
    """Every form of every word of the trade, in lower case; none without the file."""
    path = project.content / "vaktaal.yml"
    if not path.exists():
        return frozenset(), []
    vaktaal, meldingen = read_model(path, Vaktaal, root=project.root, wie=Wie.REDACTIE)
    words = vaktaal.woorden if vaktaal else ()
    return frozenset(form.lower() for forms in words for form in forms), meldingen


def check_woorden(stand: Stand) -> Iterator[Melding]:
    """Words of the trade outside the glossary, and words that hide a glossary word in another form."""
    vaktaal, _ = read_vaktaal(stand.project)
    for blok in stand.inhoud.blokken.get(BRON_TAAL, {}).values():
        assert isinstance(blok.kop, BlokKop)
        if blok.kop.doelgroep == "gezin":
            yield from _unexplained(blok, vaktaal, stand.inhoud)


def _unexplained(blok: Blok, vaktaal: frozenset[str], inhoud: Inhoud) -> Iterator[Melding]:
    tekst = text_of(blok)
    begrippen = inhoud.uitleg(BRON_TAAL)
    forms = by_form(begrippen)
    stems = sorted((form for form in forms if len(form) >= KORTSTE_STAM and " " not in form), key=len, reverse=True)
    visible = _visible(blok.tekst)
    explained = form_pattern(begrippen)
    covered = {p for m in explained.finditer(visible) for p in range(*m.span())} if explained else set()
    seen: set[str] = set()
    for match in _WORD.finditer(visible):
        word = match[0].lower()
        if word in seen or word in forms or match.start() in covered:
            continue
        seen.add(word)
        stem = next((stem for stem in stems if stem in word), None)
        if word in vaktaal:
            yield tekst.fault("vaktaal", match.start(), f'"{match[0]}" staat niet in de woordenlijst')
        elif stem:
            wat = f'"{match[0]}" bevat "{stem}", maar wordt niet uitgelegd'
            doe = f'zet deze vorm bij "{forms[stem].begrip}" in content/begrippen/nl.yml, of kies een ander woord'
            yield tekst.fault("begrip-vorm", match.start(), wat, doe)


def _visible(text: str) -> str:
    """What a reader sees, everything else blotted out with spaces so that positions stay."""
    for pattern in (PLACEHOLDER, _HIDDEN):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text
