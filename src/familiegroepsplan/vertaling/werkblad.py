"""Work for a translator without tools: one Markdown file per language, to be filled in with any editor.

A line with a single # begins a part; blocks have no such headings of their own. What must be written stands
between ⟦ and ⟧, in Dutch.
"""

from collections.abc import Iterator, Sequence

from familiegroepsplan.taal import TALEN
from familiegroepsplan.vertaling.staat import Staat
from familiegroepsplan.vertaling.stuk import compose, cut
from familiegroepsplan.vertaling.werk import KOPVORMEN, Werkblok, Werkstuk

OPEN, DICHT = "⟦", "⟧"
"""Around Dutch that is still to be translated."""

_HEAD = """# Vertalen naar het {naam} ({code})

Zo werkt het:

1. Zoek onder "# Vertaling" naar ⟦ en ⟧. Daar staat Nederlands.
2. Schrijf daar de vertaling, en haal de haken ⟦ en ⟧ weg.
3. Laat alle tekens van de opmaak staan: ##, {{#…}}, het streepje van een lijst, | en **. Ook {{{{ … }}}} en wat bij
   een link tussen de ronde haken staat, blijft gelijk. De tekst van een link vertaalt u wel.
4. Verander niets aan regels die met één # beginnen.
5. Keek iemand met deze moedertaal de tekst na? Schrijf dan: nagekeken: ja
6. Inlezen: fgp vertaling --import dit-bestand.md
"""


def werkblad_text(werk: Sequence[Werkblok]) -> str:
    """The file for a translator with every block of `werk`, all in one language (and at least one)."""
    taal = next(one for one in TALEN.values() if one.code == werk[0].taal)
    head = _HEAD.format(naam=taal.naam, code=taal.code)
    return head + "".join(f"\n{_block(werkblok)}" for werkblok in werk)


def _block(werkblok: Werkblok) -> str:
    origineel = werkblok.origineel
    parts = [f"# Blok {origineel.naam} ({origineel.hash})", f"Stand: {werkblok.staat}.", "# Nederlands"]
    parts += [_head({stuk.id: stuk.bron for stuk in _of_head(werkblok)}), origineel.tekst.strip()]
    if before := "\n".join(_before(werkblok)):
        parts += ["# Zo was het", before]
    checked = "ja" if werkblok.staat is Staat.NAGEKEKEN else "nee"
    shown = {stuk.id: _shown(stuk) for stuk in _of_head(werkblok)}
    body = [_shown(stuk) for stuk in werkblok.stukken if stuk.id not in KOPVORMEN]
    parts += ["# Vertaling", _head(shown | {"nagekeken": checked}), compose(cut(origineel.tekst), body).strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _of_head(werkblok: Werkblok) -> list[Werkstuk]:
    return [stuk for stuk in werkblok.stukken if stuk.id in KOPVORMEN]


def _head(lines: dict[str, str]) -> str:
    return "\n".join(f"{key}: {text}" for key, text in lines.items())


def _shown(stuk: Werkstuk) -> str:
    return stuk.doel or f"{OPEN}{stuk.bron}{DICHT}"


def _before(werkblok: Werkblok) -> Iterator[str]:
    """What the changed pieces said before, in Dutch and in the translation."""
    for stuk in werkblok.stukken:
        if stuk.oude_bron:
            yield f"- Nederlands, toen: {stuk.oude_bron}"
        if stuk.oude_doel:
            yield f"- Vertaling, toen: {stuk.oude_doel}"
    for line in werkblok.los.splitlines():
        yield f"> {line}".rstrip()
