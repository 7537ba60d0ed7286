from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.print.drukinstructie import vouwen
from familiegroepsplan.print.flyer import Formaat, read_flyers
from familiegroepsplan.project import Project
from familiegroepsplan.taal import TALEN
from tests.conftest import ROOT
from tests.print.producten import (
    HUISSTIJLEN,
    TELEFOON,
    Gezet,
    Woord,
    any_order_in_paragraphs,
    any_order_of_letters,
    codes_seen,
    conformance_faults,
    flat,
    fonts_outside,
    gemeente_with,
    labels,
    make,
    names_of_fields,
    placed_words,
    printed,
    share_found,
    share_in_order,
    source,
    spoken,
    words,
)

FLYERS = [flyer.naam for flyer in read_flyers(Project(ROOT))[0]]
STEEKPROEF = [
    *((naam, "nl") for naam in FLYERS),
    *((naam, taal) for naam in ("familiegroepsplan", "mijn-plan") for taal in ("ar", "ti")),
]
"""Every product in Dutch, and a folder and the form in each other script; `make test-all` makes every one."""

EIS_GEVONDEN = {"ar": 0.85, "fa": 0.85}
BLADZIJDEN = {Formaat.FORMULIER: 4, Formaat.A4: 1, Formaat.A3: 1}
"""What is not named has a front and a back."""

VRIJ_VAN_VOUW_MM, VRIJ_VAN_RAND_MM = 4, 5


def test_all_eight_products_are_there() -> None:
    assert len(FLYERS) == 8


@pytest.mark.parametrize(("naam", "taal"), STEEKPROEF)
def test_a_product_is_right(naam: str, taal: str, project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    check(make(project, inhoud, naam, taal, gemeente_with(tmp_path, "geel"), tmp_path))


@pytest.mark.volledig
@pytest.mark.parametrize("huisstijl", HUISSTIJLEN)
@pytest.mark.parametrize("taal", TALEN)
def test_every_product_is_right(taal: str, huisstijl: str, project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    gemeente = gemeente_with(tmp_path, huisstijl)
    for naam in FLYERS:
        check(make(project, inhoud, naam, taal, gemeente, tmp_path))


def check(gezet: Gezet) -> None:
    """All that must hold for a finished file."""
    assert count_pages(gezet.pad) == BLADZIJDEN.get(gezet.flyer.kop.formaat, 2)
    assert conformance_faults(gezet.pad) == []
    assert fonts_outside(gezet.pad) == []
    check_words(gezet)
    assert codes_seen(gezet.pad) == {gezet.gegevens["eigen"]["web"]["adres"]}
    taal = "" if gezet.taal == "nl" else f"{gezet.taal}/"
    pagina = "" if gezet.flyer.kop.pagina == "index" else f"{gezet.flyer.kop.pagina}/"
    assert gezet.gegevens["eigen"]["web"]["adres"] == f"https://familiegroepsplan.example/amsterdam/{taal}{pagina}"
    check_places(gezet)


def count_pages(pad: Path) -> int:
    with pikepdf.open(pad) as document:
        return len(document.pages)


def check_words(gezet: Gezet) -> None:
    eis = EIS_GEVONDEN.get(gezet.taal, 0.99)
    said, wanted = spoken(gezet.pad), source(gezet)
    assert share_found(flat(wanted), printed(gezet.pad)) >= eis
    in_order = any_order_in_paragraphs if gezet.rtl else flat
    assert share_in_order(in_order(wanted), in_order(said)) >= eis
    if gezet.flyer.kop.formaat is Formaat.FORMULIER:
        called = names_of_fields(gezet.pad)
        assert share_found(labels(gezet, gezet.flyer.sjabloon), printed(gezet.pad) + called) >= eis


def check_places(gezet: Gezet) -> None:
    """The telephone number reads from left to right, and no word comes near an edge or a fold."""
    pages = placed_words(gezet.pad)
    if TELEFOON in (gezet.gegevens["eigen"]["contact"][0]["telefoon"] or ""):
        assert any(has_number_in_order(page) for page in pages)
    with pikepdf.open(gezet.pad) as document:
        breedtes = [float(page.mediabox[2]) * 25.4 / 72 for page in document.pages]
    for nummer, (page, breedte) in enumerate(zip(pages, breedtes, strict=True)):
        for woord in page:
            assert woord.links >= VRIJ_VAN_RAND_MM and woord.rechts <= breedte - VRIJ_VAN_RAND_MM, woord
            for vouw in vouwen(gezet.flyer.kop.formaat, gezet.gegevens["richting"]).on(nummer):
                assert woord.rechts <= vouw - VRIJ_VAN_VOUW_MM or woord.links >= vouw + VRIJ_VAN_VOUW_MM, woord


def has_number_in_order(page: list[Woord]) -> bool:
    """Whether the parts of the number stand on one line, each to the right of the one before."""
    parts = TELEFOON.split()
    for start in (woord for woord in page if words(woord.tekst) == [parts[0]]):
        line = [woord for woord in page if abs(woord.boven - start.boven) < 1]
        row = [[w.links for w in line if words(w.tekst) == [part]] for part in parts]
        if all(row) and all(min(a) < max(b) for a, b in pairwise(row)):
            return [w for part in row for w in part] == sorted(w for part in row for w in part)
    return any(TELEFOON in woord.tekst for woord in page)


@pytest.mark.parametrize("taal", ["nl", "ar"])
@pytest.mark.parametrize("naam", ["familiegroepsplan", "eerlijk-gezegd"])
def test_panels_lie_where_the_sheet_is_folded(
    naam: str, taal: str, project: Project, inhoud: Inhoud, tmp_path: Path
) -> None:
    """Cover outside on top, flap at the other side, and inside three panels in the order in which one reads."""
    gezet = make(project, inhoud, naam, taal, gemeente_with(tmp_path, "rood"), tmp_path)
    buiten, binnen = placed_words(gezet.pad)
    panelen = list(gezet.gegevens["panelen"].values())
    if taal == "nl":
        plekken = [(buiten, 197, 297), (buiten, 0, 97), (buiten, 97, 197)]
        plekken += [(binnen, 0, 100), (binnen, 100, 200), (binnen, 200, 297)]
    else:
        plekken = [(buiten, 0, 100), (buiten, 200, 297), (buiten, 100, 200)]
        plekken += [(binnen, 197, 297), (binnen, 97, 197), (binnen, 0, 97)]
    for blokken, (page, van, tot) in zip(panelen[:6], plekken, strict=True):
        inside = [word for w in page if van < w.links and w.rechts < tot for word in words(w.tekst)]
        wanted = any_order_of_letters(words(blokken[0]["titel"]))
        assert share_found(wanted, any_order_of_letters(inside)) >= EIS_GEVONDEN.get(taal, 0.99), (
            blokken[0]["naam"],
            inside,
        )


def test_a_file_that_loses_a_sentence_is_found(project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    gezet = make(project, inhoud, "een-plan-en-dan", "nl", gemeente_with(tmp_path, "rood"), tmp_path)
    gezet.gegevens["panelen"]["achterkant"][0]["delen"].append(
        {"soort": "p", "delen": [{"soort": "t", "tekst": "Deze laatste zin staat nergens op papier."}]}
    )
    with pytest.raises(AssertionError):
        check_words(gezet)


def test_text_in_another_order_is_found(project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    gezet = make(project, inhoud, "een-plan-en-dan", "nl", gemeente_with(tmp_path, "rood"), tmp_path)
    panelen = gezet.gegevens["panelen"]
    panelen["voorkant"], panelen["achterkant"] = panelen["achterkant"], panelen["voorkant"]
    with pytest.raises(AssertionError):
        check_words(gezet)


@pytest.mark.parametrize("fout", ["taal", "titel", "lettertype", "tags"])
def test_a_fault_in_a_file_is_found(fout: str, project: Project, inhoud: Inhoud, tmp_path: Path) -> None:
    gezet = make(project, inhoud, "basisvragen", "nl", gemeente_with(tmp_path, "rood"), tmp_path)
    with pikepdf.open(gezet.pad, allow_overwriting_input=True) as document:
        if fout == "taal":
            del document.Root.Lang
        elif fout == "titel":
            with document.open_metadata(set_pikepdf_as_editor=False) as xmp:
                del xmp["dc:title"]
        elif fout == "tags":
            del document.Root.StructTreeRoot
        else:
            for item in document.objects:
                if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                    del item["/FontFile2"]
        document.save(gezet.pad)
    assert conformance_faults(gezet.pad)
    assert (fonts_outside(gezet.pad) != []) == (fout == "lettertype")
