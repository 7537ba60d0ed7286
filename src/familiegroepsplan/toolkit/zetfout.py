"""What is told when a picture or sheet cannot be set: nearly always a letter in the data that our fonts lack."""

from familiegroepsplan.errors import Melding
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.print.bron import gemeente_place
from familiegroepsplan.print.codes import melding
from familiegroepsplan.print.compile import PastNiet, Tekenfout, Zetfout

ZETFOUTEN = (PastNiet, Tekenfout, Zetfout)
"""Everything that `print.compile` raises."""


def told(error: Exception, pad: str, gemeente: Gemeente) -> Melding:
    """One of `ZETFOUTEN`, met in the making of the file `pad` below toolkit/, as a message."""
    place = gemeente_place(gemeente)
    which = f"{gemeente.naam}, toolkit/{pad}"
    if isinstance(error, PastNiet):
        full = ", ".join(f"{one.paneel} is {one.mm:.1f} mm te vol".replace(".", ",") for one in error.overlopen)
        return melding("folder-past-niet", place, f"{which}: {full}")
    first = str(error).strip().splitlines()[0].removeprefix("error: ")
    return melding("folder-teken" if isinstance(error, Tekenfout) else "folder-zetten", place, f"{which}: {first}")
