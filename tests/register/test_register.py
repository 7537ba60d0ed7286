"""The register knows all gemeenten of 2026 by code and by the names that people use."""

import re

import pytest

from familiegroepsplan.register import find, load_register, nearest


def test_the_register_holds_342_gemeenten_with_unique_codes_names_and_slugs() -> None:
    gemeenten = load_register().gemeenten

    assert len(gemeenten) == 342
    for values in ([g.cbs_code for g in gemeenten], [g.naam for g in gemeenten], [g.slug for g in gemeenten]):
        assert len(set(values)) == 342
    assert all(re.fullmatch(r"\d{4}", gemeente.cbs_code) for gemeente in gemeenten)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", gemeente.slug) for gemeente in gemeenten)
    assert len({gemeente.provincie for gemeente in gemeenten}) == 12


@pytest.mark.parametrize(
    ("naam", "slug"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Bergen (NH.)", "bergen-nh"),
        ("Bergen (L.)", "bergen-l"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"),
        ("Den Haag", "den-haag"),
    ],
)
def test_a_name_becomes_a_plain_slug(naam: str, slug: str) -> None:
    gemeente = find(naam)

    assert gemeente is not None
    assert (gemeente.naam, gemeente.slug) == (naam, slug)


@pytest.mark.parametrize(
    ("naam", "cbs_code"),
    [
        *(("amsterdam", "0363"), ("AMSTERDAM ", "0363"), ("sudwest-fryslan", "1900"), ("bergen-nh", "0373")),
        *(("'s-Gravenhage", "0518"), ("’s-gravenhage", "0518"), ("den bosch", "0796"), ("Nuenen", "0820")),
        *(("Hengelo", "0164"), ("Beek", "0888"), ("Bergen", None), ("Utrecth", None), ("", None)),
    ],
)
def test_a_gemeente_is_found_by_the_names_people_use(naam: str, cbs_code: str | None) -> None:
    gemeente = find(naam)

    assert (gemeente.cbs_code if gemeente else None) == cbs_code


@pytest.mark.parametrize(
    ("naam", "best"),
    [("Utrecth", "Utrecht"), ("Den Hag", "Den Haag"), ("Sudwest Friesland", "Súdwest-Fryslân")],
)
def test_a_mistyped_name_brings_the_nearest_first(naam: str, best: str) -> None:
    found = nearest(naam)

    assert len(found) == 3
    assert found[0].naam == best


def test_a_name_that_two_gemeenten_share_brings_both() -> None:
    assert {gemeente.naam for gemeente in nearest("bergen", n=2)} == {"Bergen (NH.)", "Bergen (L.)"}


def test_a_gemeente_has_its_tooi_identifier() -> None:
    gemeente = find("Amsterdam")

    assert gemeente and gemeente.tooi == "https://identifier.overheid.nl/tooi/id/gemeente/gm0363"


def test_every_gemeente_is_found_by_its_own_name_and_slug() -> None:
    for gemeente in load_register().gemeenten:
        assert find(gemeente.naam) is gemeente
        assert find(gemeente.slug) is gemeente
