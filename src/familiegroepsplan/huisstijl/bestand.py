"""Reading a file of the brand: bytes of a regular file, not too big."""

from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.huisstijl.codes import fault
from familiegroepsplan.huisstijl.zinnen import logo_zin


def read_bytes(path: Path, max_bytes: int, plaats: Plaats, sleutel: str) -> tuple[bytes | None, list[Melding]]:
    """The content of a file of at most `max_bytes`, or None and why not.

    Whether the file lies where it may lie is for the model to check, which knows the folder.
    """
    try:
        if not path.is_file():
            wat = f"{path.name} is er niet, of is geen gewoon bestand"
            return None, [fault("huisstijl-bestand", plaats, sleutel, wat)]
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError):
        doe = "controleer of u het bestand mag lezen"
        return None, [fault("huisstijl-bestand", plaats, sleutel, f"{path.name} is niet te lezen", doe)]
    if len(data) > max_bytes:
        code, wat = logo_zin("te-groot", naam=path.name, meeste=max_bytes // 1000)
        return None, [fault(code, plaats, sleutel, wat)]
    return data, []
