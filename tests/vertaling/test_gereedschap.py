"""Tools of translators can open what we hand out, and we read what they save.

translate-toolkit is the library by which Weblate reads and writes XLIFF.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from familiegroepsplan.project import Project
from familiegroepsplan.vertaling.inlezen import Verslag
from familiegroepsplan.vertaling.stuk import cut
from familiegroepsplan.vertaling.werk import KOPVORMEN
from tests.vertaling.conftest import ENGELS, NEDERLANDS, english, write_dutch, write_english

Export = Callable[..., Path]
Take = Callable[..., Verslag]


def opened(path: Path) -> Any:
    """The file as Weblate opens it."""
    return import_module("translate.storage.factory").getobject(str(path))


def of_proef(store: Any) -> list[Any]:
    return [unit for unit in store.units if unit.getid().startswith("content/blocks/nl/proef.md")]


def test_every_piece_is_a_unit_with_its_dutch_and_what_it_is(klein: Project, export: Export) -> None:
    units = of_proef(opened(export("xlf")))
    stukken = cut(NEDERLANDS).vertaalbaar
    assert [unit.source for unit in units] == ["Samen beginnen", *(stuk.tekst for stuk in stukken)]
    assert [unit.target for unit in units] == ["Start together", *(stuk.tekst for stuk in cut(ENGELS).vertaalbaar)]
    assert units[0].getnotes() == KOPVORMEN["titel"]
    assert opened(export("xlf")).getsourcelanguage() == "nl"
    assert opened(export("xlf")).gettargetlanguage() == "en"


def test_names_and_links_are_codes_that_a_translator_cannot_break(klein: Project, export: Export) -> None:
    unit = of_proef(opened(export("xlf")))[1]
    assert [
        (one.xml_node.tag.split("}")[1], str(one)) for one in unit.rich_source[0].sub if hasattr(one, "xml_node")
    ] == [("ph", "{{ gemeente.naam }}")]


def test_a_stale_block_shows_the_old_dutch_and_the_old_translation(klein: Project, export: Export) -> None:
    export("xlf").unlink()
    write_dutch(klein, NEDERLANDS.replace("een hond", "een kat"))
    unit = next(unit for unit in of_proef(opened(export("xlf", alleen_werk=True))) if not unit.target)
    assert unit.source == "Een buurvrouw met een kat"
    before = unit.getalttrans()[0]
    assert (before.source, before.target) == ("Een buurvrouw met een hond", "A neighbour with a dog")
    assert "Een buurvrouw met een hond" in unit.getnotes() and "A neighbour with a dog" in unit.getnotes()


WOORDEN = {
    "Je begint een plan in ": "You start a plan in ",
    "Lees ook de ": "Also read the ",
    "tips voor elke dag": "tips for every day",
    " of bel ": " or call ",
}


def put(element: Any) -> Any:
    """An element of a text with its words translated and its codes as they were."""
    element.sub = [WOORDEN.get(one, one) if isinstance(one, str) else put(one) for one in element.sub]
    return element


@pytest.mark.parametrize("with_codes", [False, True])
def test_what_is_translated_in_such_a_tool_comes_in(
    with_codes: bool, klein: Project, export: Export, take: Take
) -> None:
    (klein.blocks / "en/proef.md").unlink()
    path = export("xlf", alleen_werk=True)
    store = opened(path)
    texts = ["Start together", *(stuk.tekst for stuk in cut(ENGELS).vertaalbaar)]
    for unit, text in zip(of_proef(store), texts, strict=True):
        if with_codes and ("{{" in text or "](" in text):
            unit.rich_target = [put(unit.rich_source[0])]
        else:
            unit.target = text
    store.save()
    assert ('<ph id="1"' in path.read_text("utf-8").split("<target")[2].split("</target")[0]) is with_codes
    assert take(path).geschreven == ["en/proef"]
    written = english(klein)
    write_english(klein, ENGELS)
    assert written == english(klein)


def test_opening_and_saving_changes_nothing(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    store = opened(path)
    store.save()
    assert take(path).ongewijzigd == ["en/proef"]


def test_approved_in_such_a_tool_is_checked_by_the_one_we_are_told(klein: Project, export: Export, take: Take) -> None:
    path = export("xlf")
    store = opened(path)
    for unit in store.units:
        unit.markapproved()
    store.save()
    assert take(path, door="Jane Doe").geschreven == ["en/proef"]
    assert "nagekeken_door: Jane Doe" in english(klein)


def test_the_file_becomes_gettext_for_who_prefers_that(klein: Project, export: Export) -> None:
    with export("xlf").open("rb") as file:
        gettext = import_module("translate.convert.xliff2po").xliff2po().convertstore(file)
    assert {"Een oom of een tante", "Samen beginnen"} <= {unit.source for unit in gettext.units}
