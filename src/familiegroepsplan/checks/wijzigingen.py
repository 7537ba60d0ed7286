"""Whether the record of changes knows the texts as they are now."""

from collections.abc import Iterator

from familiegroepsplan.checks.codes import melding
from familiegroepsplan.checks.stand import Stand
from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.wijziging import unrecorded


def check_wijzigingen(stand: Stand) -> Iterator[Melding]:
    """A message per text that changed since the record was brought up to date; none where no record is kept."""
    inhoud = stand.inhoud
    if not inhoud.wijzigingen:
        return
    for taal, blokken in inhoud.blokken.items():
        for blok in unrecorded(blokken, inhoud.wijzigingen.get(taal, {})):
            wat = "deze tekst is nieuw of veranderd, en in content/wijzigingen staat dat nog niet"
            yield melding("wijziging-onbekend", Plaats(blok.pad), wat)
