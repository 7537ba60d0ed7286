"""`fgp bench`: how fast the whole country is built, and how well `fgp screen` judges its sample texts."""

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from familiegroepsplan.bench.folders import LAND, PROCESSEN, Foldermeting, measure_flyers
from familiegroepsplan.bench.land import make_country
from familiegroepsplan.bench.meten import Metingen, measure
from familiegroepsplan.cli.shared import build_template, current_project, report, stop
from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.screen.kwaliteit import Kwaliteit, Meting, screen_quality


@click.command()
@click.option("--gemeenten", default=342, show_default=True, metavar="AANTAL", help="Hoeveel gemeenten.")
@click.option("--mkdocs", default=2, show_default=True, metavar="AANTAL", help="Hoeveel daarvan met mkdocs build.")
@click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), default=None, metavar="MAP",
              help="Waar er gebouwd wordt (gewoonlijk een tijdelijke map).")  # fmt: skip
@click.option("--json", "target", type=click.Path(path_type=Path, dir_okay=False), default=None, metavar="BESTAND",
              help="Schrijf de cijfers ook in een bestand.")  # fmt: skip
def bench(gemeenten: int, mkdocs: int, folder: Path | None, target: Path | None) -> None:
    """Bouwt een verzonnen land en meet hoe lang dat duurt, en hoe goed fgp screen zijn proefteksten beoordeelt."""
    project = current_project()
    if gemeenten < 1:
        stop("Kies minstens één gemeente.")
    try:
        _tell("proefteksten van fgp screen")
        quality = screen_quality(project)
        with tempfile.TemporaryDirectory(prefix="familiegroepsplan-bench-", dir=folder) as temporary:
            country, slugs = make_country(project, Path(temporary, "land"), gemeenten)
            metingen = measure(country, slugs, Path(temporary), build_template, min(mkdocs, gemeenten), _tell)
            _tell("folders")
            folders = measure_flyers(country, slugs, Path(temporary, "folders"))
        if target:
            figures = metingen.as_dict() | {"folders": folders.as_dict(), "screen": screen_figures(quality)}
            target.write_text(json.dumps(figures, indent=1) + "\n", "utf-8", newline="\n")
    except Gebruikersfout as error:
        report(error.meldingen)
        sys.exit(1)
    except OSError as error:
        stop(f"De metingen zijn gestopt: {error.strerror or error}. Kies met --map een andere map.")
    console = Console(width=None if sys.stdout.isatty() else 110)
    console.print(table(metingen))
    console.print(f"mkdocs build is {metingen.mkdocs_gemeten} keer gemeten; het hele land daarmee is een schatting.")
    console.print(_flyers_told(folders))
    console.print(screen_table(quality) if quality else "Er zijn geen proefteksten voor fgp screen (tests/screen).")


def _flyers_told(m: Foldermeting) -> str:
    """What was measured of flyers, in a sentence."""
    return (
        f"Folders: {m.bestanden} PDF's van {m.gemeenten} gemeenten in {_s(m.seconden)} op {PROCESSEN} processen. "
        f"De eerste van een folder in een taal kost {_ms(m.eerste)}, die van elke volgende gemeente {_ms(m.volgende)}: "
        f"{_ms(m.typst)} van een kern voor Typst en {_ms(m.zelf)} voor de rest. "
        f"Het hele land ({m.soorten * LAND} PDF's) is daaruit geschat op {_s(m.land)}."
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def screen_figures(quality: Mapping[str, Kwaliteit]) -> dict[str, object]:
    """The figures of `fgp screen` by set of samples, as plain data with precision and recall."""
    return {
        naam: {"teksten": one.teksten, "zinnen": _as_data(one.zinnen), "onderdelen": _as_data(one.onderdelen)}
        for naam, one in quality.items()
    }


def _as_data(meting: Meting) -> dict[str, float]:
    return asdict(meting) | {"precisie": meting.precisie, "vangst": meting.vangst}


def screen_table(quality: Mapping[str, Kwaliteit]) -> Table:
    """Precision and recall of `fgp screen` by set of samples: sentences it should name, and parts that are missing."""
    shown = Table(title="fgp screen op zijn proefteksten")
    for kop in ("teksten", "wat", "gevonden (recall)", "terecht (precision)"):
        shown.add_column(kop)
    for naam, one in quality.items():
        for wat, meting in (("zinnen", one.zinnen), ("onderdelen", one.onderdelen)):
            shown.add_row(f"{naam} ({one.teksten})", wat, *_shares(meting))
    return shown


def _shares(meting: Meting) -> tuple[str, str]:
    found = f"{meting.terecht} van {meting.verwacht}: {meting.vangst:.0%}"
    return found, f"{meting.terecht} van {meting.gevonden}: {meting.precisie:.0%}"


def _tell(what: str) -> None:
    click.echo(f"meten: {what}", err=True)


def table(m: Metingen) -> Table:
    """The measurements and their ratios."""
    shown = Table(title=f"{m.gemeenten} gemeenten, {m.paginas} pagina's, {m.processen} processen")
    shown.add_column("wat")
    shown.add_column("uitkomst", justify="right")
    shown.add_column("verhouding")
    for row in _rows(m):
        shown.add_row(*row)
    return shown


def _rows(m: Metingen) -> list[tuple[str, str, str]]:
    each, few = m.vullen / m.gemeenten, m.vullen_tien / min(10, m.gemeenten)
    return [
        ("sjabloon (alle teksten gecontroleerd)", _s(m.sjabloon), ""),
        ("alle sites vullen en publiceren", _s(m.vullen), f"{m.paginas / m.vullen:.0f} pagina's per seconde"),
        ("bestanden", f"{m.bestanden} ({m.bytes / 1e6:.0f} MB)", ""),
        ("alleen dezelfde bytes schrijven", _s(m.schrijven), f"vullen duurt {m.vullen / m.schrijven:.1f} keer zo lang"),
        (
            "mkdocs build, één gemeente",
            _s(m.mkdocs),
            f"hele land geschat {_s(m.lus)}: {m.lus / m.totaal:.0f} keer zo lang",
        ),
        ("per gemeente", f"{each * 1000:.0f} ms", f"bij 10 gemeenten {few * 1000:.0f} ms"),
        ("één gemeente, niets in de cache", _s(m.koud_een), f"{m.koud_een / m.mkdocs:.1f} keer mkdocs build"),
        ("één gemeente, sjabloon in de cache", _s(m.warm_een), ""),
        ("één gemeente, nadat een andere gebouwd is", _s(m.volgende_een), ""),
        ("één gemeente, niets veranderd", _s(m.niets_een), ""),
        ("één gemeente, haar bestand veranderd", _s(m.bestand_een), ""),
        ("één gemeente, een tekst veranderd", _s(m.blok_een), f"{m.een_blok_paginas} pagina's opnieuw"),
        ("niets veranderd (hele land)", _s(m.niets), ""),
        ("één gemeentebestand veranderd (hele land)", _s(m.een_bestand), ""),
        ("één tekst veranderd (hele land)", _s(m.een_blok), f"{m.een_blok_paginas} pagina's per gemeente opnieuw"),
        ("één tekst veranderd (hele land), de derde keer", _s(m.een_blok_weer), ""),
        ("meeste geheugen van één proces", f"{m.geheugen_mb:.0f} MB", ""),
    ]


def _s(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 100 else f"{seconds / 60:.1f} min"
