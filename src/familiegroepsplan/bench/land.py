"""A made-up country: any number of municipalities with much or little data, in a copy of the project."""

import json
import shutil
from pathlib import Path

from familiegroepsplan.project import Project
from familiegroepsplan.register import load_register
from familiegroepsplan.taal import TAALCODES

PARTS = ("content", "docs", "hooks", "overrides", "mkdocs.yml")

_YAML = """\
naam: {naam}
cbs_code: {code}
website: https://www.voorbeeld{nummer}.nl
talen: [{talen}]
site_url: https://familiegroepsplan.example/{slug}/
huisstijl: {{kleur: "#{kleur:06x}"}}
herzien_voor: 2099-01-01
toegang:
  naam: {team}
  url: https://www.voorbeeld{nummer}.nl/team
  telefoon: "0123 45 67 89"
  e_mail: team@voorbeeld{nummer}.nl
  adres: Stationsstraat {nummer}
  openingstijden: {{nl: maandag tot en met vrijdag van 9 tot 17 uur}}
klachten: {{url: https://www.voorbeeld{nummer}.nl/klachten, tekst: {{nl: Bel het loket.}}}}
privacy: {{url: https://www.voorbeeld{nummer}.nl/privacy}}
toegankelijkheid: {{status: B, e_mail: loket@voorbeeld{nummer}.nl}}
beveiliging: {{contact: "mailto:lek@voorbeeld{nummer}.nl"}}
{verordening}{aanbieders}{contact}"""

_VERORDENINGEN = (
    "",
    "verordening: {{titel: Verordening jeugdhulp {nummer}, status: geldend, artikelen: []}}\n",
    """\
verordening:
  titel: Verordening jeugdhulp {nummer}
  url: https://lokaleregelgeving.overheid.nl/CVDR{nummer}
  status: geldend
  artikelen:
    - nummer: "2.1"
      titel: Familiegroepsplan
      tekst: Ouders en jeugdigen krijgen de tijd voor een plan.
      uitleg: {{nl: Je krijgt de tijd., en: You get the time.}}
    - {{nummer: "2.2", titel: Ondersteuning, tekst: "Het college ondersteunt bij het maken van een plan."}}
""",
)
"""Nothing known, nothing about the plan, and two articles."""

_CONTACT = 'contact: {{naam: Loket, telefoon: "0123 45 67 89", e_mail: loket@voorbeeld{nummer}.nl}}\n'

_LETTERS = "ABCD"
"""The providers: a municipality has none of them to all."""

_AANBIEDER = """\
  - naam: Steunpunt {letter} {nummer}
    url: https://www.steunpunt{nummer}.nl/{letter}
    omschrijving: {{nl: Helpt gezinnen bij het maken van een plan, en: Helps families to make a plan}}
    kosten: {{nl: gratis}}
    wachttijd: {{nl: geen wachtlijst}}
    telefoon: "0123 45 67 89"
    talen: [nl, en]"""


def make_country(project: Project, folder: Path, number: int) -> tuple[Project, list[str]]:
    """A copy of the project in `folder` with so many municipalities; gives it and their slugs."""
    for part in PARTS:
        source = project.root / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__", "municipalities"))
        else:
            shutil.copy(source, folder / part)
    country = Project(folder)
    country.gemeenten.mkdir()
    return country, [_municipality(country, at) for at in range(number)]


def _municipality(country: Project, at: int) -> str:
    register = load_register().gemeenten
    known, round_ = register[at % len(register)], at // len(register)
    slug = f"{known.slug}-{round_}" if round_ else known.slug
    nummer = at + 1
    text = _YAML.format(
        naam=json.dumps(known.naam, ensure_ascii=False),
        code=json.dumps(known.cbs_code),
        slug=slug,
        nummer=nummer,
        talen=", ".join(TAALCODES),
        kleur=(at * 7919 + 0x1A2B3C) % 0x1000000,
        team=json.dumps(f"Het team van {known.naam}", ensure_ascii=False),
        verordening=_VERORDENINGEN[nummer % len(_VERORDENINGEN)].format(nummer=nummer),
        aanbieders=_aanbieders(nummer),
        contact=_CONTACT.format(nummer=nummer) if nummer % 4 else "",
    )
    (country.gemeenten / f"{slug}.yml").write_text(text, "utf-8", newline="\n")
    return slug


def _aanbieders(nummer: int) -> str:
    rows = [_AANBIEDER.format(letter=letter, nummer=nummer) for letter in _LETTERS[: nummer % (len(_LETTERS) + 1)]]
    return "\n".join(["aanbieders:", *rows, ""]) if rows else ""
