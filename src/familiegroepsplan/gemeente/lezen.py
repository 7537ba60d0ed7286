"""Reading gemeenten from their YAML files, with the check against the register."""

import re
from pathlib import Path

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.gemeente.bestanden import Vindplaats
from familiegroepsplan.gemeente.gemeente import Gemeente
from familiegroepsplan.reading import MAX_BYTES, Document, fault, parse_yaml, read_document, read_text, zin
from familiegroepsplan.reading.text import shown_path
from familiegroepsplan.register import load_register, nearest, slugify


def read_gemeente(path: Path, *, root: Path) -> tuple[Gemeente | None, list[Melding]]:
    """The gemeente of a file `<slug>.yml` and all messages; None when one of these is an error.

    `root` is the project folder. Files that the YAML names must lie in the folder of the YAML file.
    """
    pad = shown_path(path, root)
    meldingen = _name_faults(path, pad)
    context = Vindplaats(path.stem, path.parent)
    gemeente, document, found = read_document(path, Gemeente, root=root, context=context)
    if gemeente and document:
        found += _register_warnings(gemeente, document, pad)
    return (None if meldingen else gemeente), meldingen + found


def read_gemeenten(folder: Path, *, root: Path) -> tuple[list[Gemeente], list[Melding]]:
    """Every gemeente in a folder that could be read, by slug, and the messages of all files."""
    gemeenten, meldingen = [], []
    for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        gemeente, found = read_gemeente(path, root=root)
        meldingen += found
        if gemeente:
            gemeenten.append(gemeente)
    return gemeenten, meldingen


def key_positions(path: Path, *, root: Path) -> Document:
    """Where the keys of a file stand, for checks that come after reading; empty when it cannot be read."""
    text, _ = read_text(path, max_bytes=MAX_BYTES, root=root)
    document, _ = parse_yaml(text, shown_path(path, root)) if text else (None, [])
    return document or Document(None)


def _name_faults(path: Path, pad: str) -> list[Melding]:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.yml", path.name):
        return []
    wat = "de bestandsnaam heeft niet de goede vorm"
    return [fault("bestand-naam", Plaats(pad), "", wat, f"hernoem het tot {slugify(path.stem) or 'gemeente'}.yml")]


def _register_warnings(gemeente: Gemeente, document: Document, pad: str) -> list[Melding]:
    known = load_register().by_code.get(gemeente.cbs_code)
    named = load_register().find(gemeente.naam)
    if known and known.is_called(gemeente.naam):
        return []
    if not known and not named:
        near = nearest(gemeente.naam)
        said = zin(
            "register-onbekend",
            naam=gemeente.naam,
            bijna=", ".join(f"{one.naam} ({one.cbs_code})" for one in near),
        )
        return [_mismatch(document, "naam", pad, *said)]
    naam = "register-code" if not known else "register-ander" if named else "register-ander-naam"
    said = zin(
        naam,
        code=gemeente.cbs_code,
        naam=gemeente.naam,
        van=known and known.naam,
        bekend=named and named.naam,
        goed=named and named.cbs_code,
    )
    return [_mismatch(document, "cbs_code", pad, *said)]


def _mismatch(document: Document, key: str, pad: str, code: str, wat: str, doe: str) -> Melding:
    return fault(code, document.value_place((key,), pad), key, wat, doe)
