"""The sheet for referrers: one page, through the print core, in the house style of the flyers."""

from pathlib import Path

from familiegroepsplan.huisstijl.merk import Merk
from familiegroepsplan.print.beeld import print_logo
from familiegroepsplan.print.compile import compile_pdf
from familiegroepsplan.print.data import Bron, Uiterlijk, flyer_data
from familiegroepsplan.print.flyer import Flyer, FlyerKop, Formaat, Paneel
from familiegroepsplan.toolkit.losblok import Losmaker

BLOK = "verwijzer-blad"
KOP = FlyerKop(
    formaat=Formaat.A4,
    titel=BLOK,
    pagina="professionals/kanalen",
    panelen=(Paneel(naam="blad", blokken=(BLOK,)),),
)


def referrer_sheet(losmaker: Losmaker, taal: str, merk: Merk, flyers: Path) -> bytes:
    """The PDF (PDF/UA-1, PDF/A-2a); `flyers` is content/flyers. Raises as `compile_pdf`."""
    flyer = Flyer("_verwijzers", KOP, flyers / "_verwijzers" / "flyer.yml")
    uiterlijk = Uiterlijk(merk.palet, print_logo(merk.logo) if merk.logo else None, {})
    gegevens = flyer_data(flyer, taal, Bron(losmaker.gemeente, losmaker.inhoud, uiterlijk))
    return compile_pdf(flyer.sjabloon, gegevens, root=flyers)
