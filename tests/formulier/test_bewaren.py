"""A file that is opened and saved stays the same bytes; a change touches its own lines and nothing else."""

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml

from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.gemeente.nieuw import new_gemeente_text
from familiegroepsplan.register import find
from tests.conftest import ROOT
from tests.formulier.conftest import Rekenwerk

GOED = ROOT / "tests" / "gemeente" / "goed"
BESTANDEN = sorted([*GOED.glob("*.yml"), *(ROOT / "content" / "municipalities").glob("*.yml")])

SAVE = """(f, [tekst, verander]) => {
    const geopend = f.lees(tekst);
    const data = structuredClone(geopend.data);
    new Function("data", verander)(data);
    return f.bewaar(geopend, data);
}"""


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def blocks(before: str, after: str) -> list[list[str]]:
    """Every place where two texts differ: the lines taken out (`-`) and those put in (`+`)."""
    old, new = before.splitlines(), after.splitlines()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        [*(f"- {line}" for line in old[a:b]), *(f"+ {line}" for line in new[c:d])]
        for kind, a, b, c, d in steps
        if kind != "equal"
    ]


def changed(before: str, after: str) -> list[str]:
    return [line for block in blocks(before, after) for line in block]


@pytest.mark.parametrize("path", BESTANDEN, ids=lambda path: path.stem)
def test_saving_without_a_change_gives_the_same_bytes(reken: Rekenwerk, path: Path) -> None:
    assert reken(SAVE, [text_of(path), ""]) == text_of(path)


COMMENTED = """\
# boven
naam: Utrecht   # de naam
cbs_code: "0344"
website: https://www.utrecht.nl


toegang: # het team
    naam: 'Buurtteam'
    telefoon:   # nog vragen
    openingstijden:
        nl: van 9 tot 17 uur
# los
verordening:
    titel: >-
        Verordening
        jeugdhulp
    artikelen:
    - nummer: 2.2
      tekst: |
        Regel een.
        Regel twee.
    -   nummer: 3  # drie
        tekst: Drie.
aanbieders:
    # de eerste
    - naam: Een
      url: https://www.een.nl
    # de tweede
    - naam: Twee   # twee
      talen: [nl, en]

contact: {naam: Loket, telefoon: 14 030}
talen: [nl, en] # eerst deze
herzien_voor:
"""

CHANGES = {
    "data.naam = 'Utrecht Stad'": ["- naam: Utrecht   # de naam", "+ naam: Utrecht Stad   # de naam"],
    "data.toegang.naam = 'Wijk: team #1'": ["-     naam: 'Buurtteam'", '+     naam: "Wijk: team #1"'],
    "data.toegang.telefoon = '030 123 45 67'": [
        "-     telefoon:   # nog vragen",
        '+     telefoon: "030 123 45 67"   # nog vragen',
    ],
    "data.toegang.openingstijden.en = 'from 9 to 5'": ["+         en: from 9 to 5"],
    "data.toegang.e_mail = 'a@b.nl'": ["+     e_mail: a@b.nl"],
    "delete data.toegang.openingstijden": ["-         nl: van 9 tot 17 uur"],
    "data.verordening.titel = 'Nieuw'": [
        "-     titel: >-",
        "-         Verordening",
        "-         jeugdhulp",
        "+     titel: Nieuw",
    ],
    "data.verordening.artikelen[0].tekst = 'A.\\nB.'": [
        "-       tekst: |",
        "-         Regel een.",
        "-         Regel twee.",
        "+       tekst: |-",
        "+         A.",
        "+         B.",
    ],
    "data.verordening.artikelen[1].titel = 'Opschrift'": ["+         titel: Opschrift"],
    "data.verordening.artikelen.splice(0, 1)": [
        "-     - nummer: 2.2",
        "-       tekst: |",
        "-         Regel een.",
        "-         Regel twee.",
    ],
    "data.aanbieders.push({naam: 'Drie'})": ["+     - naam: Drie"],
    "data.aanbieders.splice(0, 1)": ["-     - naam: Een", "-       url: https://www.een.nl"],
    "data.aanbieders[1].talen = ['nl']": ["-       talen: [nl, en]", "+       talen: [nl]"],
    "data.contact.telefoon = '14 031'": [
        "- contact: {naam: Loket, telefoon: 14 030}",
        "+ contact:",
        "+   naam: Loket",
        '+   telefoon: "14 031"',
    ],
    "data.talen = ['nl', 'ar']": ["- talen: [nl, en] # eerst deze", "+ talen: [nl, ar] # eerst deze"],
    "data.herzien_voor = '2027-11-01'": ["- herzien_voor:", "+ herzien_voor: 2027-11-01"],
    "data.privacy = {url: 'https://www.utrecht.nl/privacy'}": [
        "+ privacy:",
        "+   url: https://www.utrecht.nl/privacy",
    ],
    "data.huisstijl = {kleur: '#ffd200'}": ["+ huisstijl:", '+   kleur: "#ffd200"'],
}  # fmt: skip


@pytest.mark.parametrize("code", CHANGES)
def test_a_change_touches_only_its_lines(reken: Rekenwerk, code: str) -> None:
    for end in ("\n", "\r\n"):
        text = COMMENTED.replace("\n", end)
        after = reken(SAVE, [text, code])
        assert changed(text, after) == CHANGES[code]
        assert after.count("\n") == after.count(end)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [path]


NASTY = ['Een "nieuwe" tekst: met # van alles, {en} meer', "no", "regel een\n\n  regel twee", "- x", "'", "1e3", "a\\b"]


def check_every_leaf(reken: Rekenwerk, path: Path) -> None:
    """Change each text of a file in turn, and read the outcome with the readers of the build."""
    text = text_of(path)
    data = yaml.load(text, yaml.BaseLoader)
    groups_left_open = [("verordening",), ("aanbieders",)]
    skipped = ("blokken", "aanvullingen", "doorverwijzingen", "talen")
    places = [
        leaf
        for leaf in leaves(data)
        if leaf[0] not in skipped and leaf[-2:-1] != ("talen",) and leaf not in groups_left_open
    ]
    assert places
    for number, leaf in enumerate(places):
        new = NASTY[number % len(NASTY)]
        way = "".join(f"[{part!r}]" for part in leaf[:-1])
        groups = "".join(
            f"data{''.join(f'[{part!r}]' for part in leaf[:length])} ??= {{}};" for length in range(1, len(leaf))
        )
        target = f"data{way}[{leaf[-1]!r}]"
        plain = f"if (typeof {target} === 'object') {target}.nl = w; else {target} = w;"
        after = reken(SAVE, [text, f"{groups} const w = {new!r}; {plain}"])
        found: Any = yaml.load(after, yaml.BaseLoader)
        for part in leaf:
            found = found if isinstance(found, str) else found[part]
        assert found.strip() == new, (leaf, new)
        assert len(blocks(text, after)) == 1, leaf


def test_every_text_of_a_file_can_be_changed(reken: Rekenwerk) -> None:
    check_every_leaf(reken, GOED / "goed-alles.yml")


@pytest.mark.volledig
@pytest.mark.parametrize("path", BESTANDEN, ids=lambda path: path.stem)
def test_every_text_of_every_file_can_be_changed(reken: Rekenwerk, path: Path) -> None:
    check_every_leaf(reken, path)


def test_a_new_file_with_examples_as_comments_keeps_them(reken: Rekenwerk) -> None:
    utrecht = find("Utrecht")
    assert utrecht is not None
    text = new_gemeente_text(utrecht)
    after = reken(SAVE, [text, "data.toegang = {naam: 'Buurtteam'}; data.aanbieders = [{naam: 'Een'}, {naam: 'Twee'}]"])
    assert [line for line in changed(text, after) if line[0] == "-"] == []
    data = yaml.load(after, yaml.BaseLoader)
    assert data["toegang"] == {"naam": "Buurtteam"}
    assert data["aanbieders"] == [{"naam": "Een"}, {"naam": "Twee"}]


def test_a_new_file_says_what_was_filled_in_and_opens_again(reken: Rekenwerk, tmp_path: Path) -> None:
    source = GOED / "goed-alles.yml"
    written = reken("(f, tekst) => f.nieuw(f.lees(tekst).data, '# kop')", text_of(source))
    skipped = ("blokken", "aanvullingen")
    folder = tmp_path / "gemeenten"
    folder.mkdir()
    (folder / "goed-alles.yml").write_text(written, "utf-8")
    for part in source.parent.glob("amsterdam/*"):
        (folder / "amsterdam").mkdir(exist_ok=True)
        (folder / "amsterdam" / part.name).write_bytes(part.read_bytes())
    one, meldingen = read_gemeente(folder / "goed-alles.yml", root=tmp_path)
    other, _ = read_gemeente(source, root=ROOT)
    assert meldingen == []
    assert isinstance(one, Gemeente) and isinstance(other, Gemeente)
    assert one.model_dump(exclude=set(skipped)) == other.model_dump(exclude=set(skipped))
    assert reken(SAVE, [written, ""]) == written
