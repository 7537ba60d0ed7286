"""What parts may use to write dates, rows and numbers as the reader's language does."""

from datetime import date

import pytest

from familiegroepsplan.deel import listed, long_date, own_name, phone
from familiegroepsplan.taal import TALEN


@pytest.mark.parametrize(
    ("taal", "text"), [("nl", "a, b en c"), ("en", "a, b and c"), ("tr", "a, b ve c"), ("pl", "a, b i c")]
)
def test_a_row_reads_as_the_language_writes_it(taal: str, text: str) -> None:
    assert listed(["a", "b", "c"], taal) == text


@pytest.mark.parametrize("taal", sorted(TALEN))
def test_every_language_has_its_dates_and_rows(taal: str) -> None:
    assert "2026" in long_date(date(2026, 11, 21), taal)
    assert listed([own_name("nl"), own_name("ar")], taal).count("<span lang=") == 2


def test_a_value_in_a_row_is_data() -> None:
    assert listed(["<b>", "x"], "nl") == "&lt;b&gt; en x"


def test_a_telephone_number_is_a_link_that_never_turns_round() -> None:
    assert phone("020 123 45 67") == '<a href="tel:0201234567"><bdi dir="ltr">020 123 45 67</bdi></a>'
