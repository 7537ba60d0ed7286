"""What a printer must know of a file: sheet, folds, paper, bleed and colour; as plain text, in Dutch."""

from dataclasses import dataclass

from familiegroepsplan.print.flyer import Formaat
from familiegroepsplan.print.pers import AFLOOP_MM, Vouwen
from familiegroepsplan.taal import TALEN, Richting

_KLEP = (97.0, 197.0)
_GEEN_KLEP = (100.0, 200.0)


@dataclass(frozen=True)
class _Vel:
    """A sheet: its size in mm when it is cut, its pages, and what a printer is to do with it."""

    breedte: int
    hoogte: int
    bladzijden: str
    afwerking: str
    papier: str


_VELLEN = {
    Formaat.VOUWBLAD: _Vel(
        297,
        210,
        "2 (buitenkant en binnenkant)",
        "twee keer vouwen tot 100 x 210 mm, wikkelvouw: het smalle deel van 97 mm gaat naar binnen",
        "135 tot 170 grams houtvrij, mat; bij 170 grams eerst rillen",
    ),
    Formaat.A5: _Vel(148, 210, "2 (voorkant en achterkant)", "schoonsnijden", "170 tot 250 grams houtvrij, mat"),
    Formaat.A4: _Vel(210, 297, "1", "schoonsnijden", "135 tot 170 grams houtvrij, mat"),
    Formaat.A3: _Vel(297, 420, "1", "schoonsnijden", "135 tot 170 grams houtvrij, mat"),
    Formaat.FORMULIER: _Vel(
        210,
        297,
        "4",
        "dubbelzijdig op twee vellen A4 met een nietje linksboven, of één vel A3 gevouwen tot A4",
        "80 tot 120 grams, ongestreken: er moet met een pen op te schrijven zijn",
    ),
}


def vouwen(formaat: Formaat, richting: Richting) -> Vouwen:
    """Where the sheet is folded, per page. The flap is left on the outside and right on the inside; in a language from
    right to left the other way about."""
    if formaat is not Formaat.VOUWBLAD:
        return Vouwen()
    return Vouwen((_KLEP, _GEEN_KLEP) if richting == "ltr" else (_GEEN_KLEP, _KLEP))


def print_note(titel: str, gemeente: str, formaat: Formaat, taal: str, profiel: str | None) -> str:
    """The note that goes with the file of one flyer in one language; `profiel` is the name of the printer's profile."""
    vel, soort = _VELLEN[formaat], TALEN[taal]
    leest = "van rechts naar links" if soort.richting == "rtl" else "van links naar rechts"
    kleur = (
        f"CMYK volgens profiel {profiel}; PDF/X-4"
        if profiel
        else "CMYK zonder profiel: kies het profiel van uw pers en vraag de gemeente om een proefdruk"
    )
    regels = [
        ("Product", f"{titel} - {gemeente}"),
        ("Taal", f"{soort.naam}, leest {leest}"),
        ("Formaat", f"{vel.breedte} x {vel.hoogte} mm na het snijden (TrimBox)"),
        ("Bladzijden", vel.bladzijden),
        ("Afloop", f"{AFLOOP_MM} mm rondom (BleedBox), met snijtekens{_fold_marks(formaat)}"),
        ("Afwerking", vel.afwerking + _folded_side(formaat, soort.richting)),
        ("Papier", f"{vel.papier} (advies)"),
        ("Kleur", kleur),
        ("Tekst", "zwarte tekst en grijs alleen in zwarte inkt; alle lettertypen zitten in het bestand"),
    ]
    width = max(len(naam) for naam, _ in regels) + 2
    return "".join(f"{naam + ':':<{width}}{waarde}\n" for naam, waarde in regels)


def _fold_marks(formaat: Formaat) -> str:
    return " en gestippelde vouwtekens" if formaat is Formaat.VOUWBLAD else ""


def _folded_side(formaat: Formaat, richting: Richting) -> str:
    if formaat is not Formaat.VOUWBLAD:
        return ""
    return f"; op de buitenkant ligt dat deel {'links' if richting == 'ltr' else 'rechts'}"
