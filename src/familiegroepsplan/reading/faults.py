"""Making messages: in the readers directly, in pydantic validators as an error that carries Dutch words."""

from collections.abc import Iterable

from pydantic_core import PydanticCustomError

from familiegroepsplan.errors import Ernst, Melding, Plaats
from familiegroepsplan.reading.characters import visible
from familiegroepsplan.reading.codes import REGELS


def fault(code: str, plaats: Plaats, sleutel: str, wat: str, doe: str = "") -> Melding:
    """A message under a declared code; its severity, and the remedy unless given, come from the table."""
    regel = REGELS[code]
    return Melding(plaats, visible(sleutel), visible(wat), visible(doe or regel.doe), code, regel.ernst)


def value_error(code: str, wat: str, doe: str = "") -> PydanticCustomError:
    """An error to raise in a pydantic validator; `validate` makes it a message with its place in the file."""
    return PydanticCustomError(code, "{wat}", {"wat": wat, "doe": doe or REGELS[code].doe})


def refused(meldingen: Iterable[Melding]) -> bool:
    """Whether one of the messages is an error, so that the file must not be used."""
    return any(melding.ernst is Ernst.FOUT for melding in meldingen)
