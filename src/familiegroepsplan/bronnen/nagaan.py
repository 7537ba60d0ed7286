"""The check of everything outside the project, as messages at the place where somebody can mend it."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.bronnen.bereik import Bezoeker, Staat, Uitslag
from familiegroepsplan.bronnen.regels import melding
from familiegroepsplan.bronnen.verwijzing import Verwijzing, all_links
from familiegroepsplan.checks.datum import GELDIG_DAGEN
from familiegroepsplan.errors import Gebruikersfout, Melding, Plaats, Wie, display_path
from familiegroepsplan.gemeente import Gemeente
from familiegroepsplan.gemeente.lezen import key_positions
from familiegroepsplan.inhoud import Inhoud
from familiegroepsplan.project import Project
from familiegroepsplan.verordening.nummer import parse_nummer
from familiegroepsplan.verordening.ophalen import NietBereikbaar, NietGevonden, Ophaler, latest_version


@dataclass(frozen=True)
class Nagegaan:
    """What was found; `verbinding` is False when no server answered, so that nothing is known about any."""

    meldingen: list[Melding]
    links: int
    verordeningen: int
    verbinding: bool = True


@dataclass(frozen=True)
class Netwerk:
    """By whom other servers are asked."""

    bezoeker: Bezoeker = field(default_factory=Bezoeker)
    ophaler: Ophaler = field(default_factory=Ophaler)


def check_bronnen(
    project: Project, inhoud: Inhoud, gemeenten: Sequence[Gemeente], today: date, netwerk: Netwerk
) -> Nagegaan:
    """Dead links, newer versions of regulations, and what nobody looked at for a year."""
    links = all_links(project, inhoud, gemeenten)
    known = [one for one in gemeenten if one.verordening and one.verordening.cvdr]
    meldingen = list(_overdue(project, inhoud, gemeenten, links, today))
    uitslagen = netwerk.bezoeker.visit([one.url for one in links])
    versions, reached = _versions(project, known, netwerk.ophaler)
    answered = any(one.staat is not Staat.GEEN_VERBINDING for one in uitslagen.values())
    if (uitslagen or known) and not answered and not reached:
        return Nagegaan(meldingen, 0, 0, verbinding=False)
    meldingen += [*_links(links, uitslagen), *versions]
    return Nagegaan(meldingen, len(uitslagen), len(known))


def _links(links: Sequence[Verwijzing], uitslagen: Mapping[str, Uitslag]) -> Iterator[Melding]:
    """A message per address that is dead or doubtful, at the first place that has it."""
    places = Counter(one.url for one in links)
    told: set[str] = set()
    for link in links:
        uitslag = uitslagen[link.url]
        if uitslag.staat is Staat.GOED or link.url in told:
            continue
        told.add(link.url)
        gone = uitslag.staat is Staat.DOOD or "bestaat" in uitslag.reden
        more = f" (staat op {places[link.url]} plekken)" if places[link.url] > 1 else ""
        wat = f"{link.url} {uitslag.reden}{more}"
        yield melding("link-dood" if gone else "link-onzeker", link.plaats, wat, link.wie, sleutel=link.sleutel)


def _versions(project: Project, gemeenten: Sequence[Gemeente], ophaler: Ophaler) -> tuple[list[Melding], bool]:
    """Messages about regulations that are not the newest, and whether their server answered."""
    meldingen: list[Melding] = []
    for number, gemeente in enumerate(gemeenten):
        time.sleep(ophaler.pauze if number else 0)
        try:
            meldingen += _version(project, gemeente, ophaler)
        except NietBereikbaar:
            wat = "de lijst van versies is niet op te halen; deze en volgende verordeningen zijn niet nagegaan"
            doe = "probeer het later opnieuw"
            place = _place(project, gemeente)
            meldingen.append(melding("verordening-onvindbaar", place, wat, Wie.GEMEENTE, doe=doe, sleutel=_CVDR))
            return meldingen, number > 0
    return meldingen, bool(gemeenten)


_CVDR = "verordening.cvdr"


def _version(project: Project, gemeente: Gemeente, ophaler: Ophaler) -> Iterator[Melding]:
    assert gemeente.verordening and gemeente.verordening.cvdr
    nummer = parse_nummer(gemeente.verordening.cvdr)
    assert nummer and nummer.versie is not None
    place = _place(project, gemeente)
    try:
        newest = latest_version(nummer, ophaler)
    except (NietGevonden, Gebruikersfout):
        wat = f"{nummer.werk} is er niet te vinden"
        yield melding("verordening-onvindbaar", place, wat, Wie.GEMEENTE, sleutel=_CVDR)
        return
    if newest > nummer.versie:
        wat = f"er is een nieuwere versie: {nummer.werk}/{newest}"
        doe = f"neem haar over met: fgp verordening {gemeente.slug} {nummer.werk}"
        yield melding("verordening-nieuwer", place, wat, Wie.GEMEENTE, doe=doe, sleutel=_CVDR)


def _place(project: Project, gemeente: Gemeente) -> Plaats:
    path = project.gemeenten / f"{gemeente.slug}.yml"
    pad = display_path(path, project.root)
    return key_positions(path, root=project.root).value_place(("verordening", "cvdr"), pad)


def _overdue(
    project: Project, inhoud: Inhoud, gemeenten: Sequence[Gemeente], links: Sequence[Verwijzing], today: date
) -> Iterator[Melding]:
    """Per file one message that names every law, regulation and link that nobody checked for a year."""
    overdue: dict[tuple[str, Wie], list[str]] = defaultdict(list)
    pad = display_path(project.landelijk, project.root)
    for artikel in inhoud.landelijk.wetsartikelen:
        if _is_overdue(artikel.gecontroleerd_op, today):
            overdue[pad, Wie.REDACTIE].append(f"{artikel.wet} artikel {artikel.artikel}")
    for gemeente in gemeenten:
        if gemeente.verordening and _is_overdue(gemeente.verordening.gecontroleerd_op, today):
            own = display_path(project.gemeenten / f"{gemeente.slug}.yml", project.root)
            overdue[own, Wie.GEMEENTE].append(gemeente.verordening.titel)
    for link in links:
        translated = link.plaats.pad.startswith("content/blocks/") and f"/{BRON_TAAL}/" not in link.plaats.pad
        if link.gedateerd and not translated and _is_overdue(link.gecontroleerd_op, today):
            overdue[link.plaats.pad, link.wie].append(link.url)
    for (where, wie), names in overdue.items():
        unique = list(dict.fromkeys(names))
        wat = f"langer dan een jaar, of nog nooit, nagekeken ({len(unique)}): {', '.join(unique)}"
        yield melding("bron-verlopen", Plaats(where), wat, wie)


def _is_overdue(checked: date | None, today: date) -> bool:
    return checked is None or (today - checked).days > GELDIG_DAGEN
