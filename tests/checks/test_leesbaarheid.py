"""What the readability check reads, and how it counts."""

from familiegroepsplan.blok import Blok, BlokKop
from familiegroepsplan.checks.gewone_tekst import Zin, sentences
from familiegroepsplan.checks.leesbaarheid import measure, syllables, worst

TEKST = """Een zin. Nog een
zin op twee regels!

## Een kop zonder punt {#kop}

- Eerste punt
- Bel [de gemeente](contact.md) of {{ gemeente.naam }}.

| Wie | Wat |
|---|---|
| Oma | kookt **elke** dag |

> "Het college kan, indien de jeugdige dat wenst, afwijken van het eerste lid."

> Wil je me helpen?

{{ deel: aanbieders }}
"""


def block(text: str) -> Blok:
    return Blok("proef", "nl", BlokKop(titel="Proef", doelgroep="gezin"), text, "proef.md", 6)


def test_headings_items_and_cells_are_sentences_and_statute_is_left_out() -> None:
    assert [(zin.tekst, zin.regel) for zin in sentences(block(TEKST))] == [
        ("Een zin.", 6),
        ("Nog een zin op twee regels!", 6),
        ("Een kop zonder punt", 9),
        ("Eerste punt", 11),
        ("Bel de gemeente of Amsterdam.", 12),
        ("Wie", 14),
        ("Wat", 14),
        ("Oma", 16),
        ("kookt elke dag", 16),
        ("Wil je me helpen?", 20),
    ]


def test_the_score_is_that_of_douma() -> None:
    measured = measure([Zin("De kat zit op de mat.", 1)])
    assert measured
    assert measured.woorden == 6
    assert round(measured.score, 2) == round(206.835 - 0.77 * 100 - 0.93 * 6, 2)


def test_no_words_no_score() -> None:
    assert measure([]) is None
    assert measure([Zin("112", 1)]) is None


def test_syllables_of_dutch_words() -> None:
    assert [syllables(word) for word in ("plan", "familie", "familiegroepsplan")] == [1, 3, 5]


def test_the_worst_sentences_come_first_and_short_ones_do_not_count() -> None:
    hard = Zin("De verantwoordelijkheidsverdeling bepaalt de uitvoeringsorganisatie.", 2)
    zinnen = [Zin("Je mag het zelf doen.", 1), hard, Zin("Verantwoordelijkheidsverdeling.", 3)]
    assert worst(zinnen, 1) == [hard]
