"""The questions of the guided start, in order; each gives the choices made so far, with one more."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rich.markup import escape

from familiegroepsplan.gemeente.nieuw import read_talen
from familiegroepsplan.huisstijl import derive_palet
from familiegroepsplan.register import RegisterGemeente, find, nearest
from familiegroepsplan.start.gesprek import Gesprek, Terug
from familiegroepsplan.start.keuzes import Keuzes, Plek
from familiegroepsplan.start.kleuroordeel import nearest_linkkleur, oordeel, patch, ratio, read_kleur
from familiegroepsplan.taal import TALEN

Vraag = Callable[[Gesprek, Keuzes], Keuzes]

VOORBEELDADRES = {
    Plek.GITHUB: "https://uw-naam.github.io/familiegroepsplan/",
    Plek.GITLAB: "https://uw-naam.gitlab.io/familiegroepsplan/",
    Plek.SERVER: "https://familiegroepsplan.uw-gemeente.nl/",
}


def ask_gemeente(gesprek: Gesprek) -> Keuzes:
    """The first question: nothing can be chosen before the gemeente is known."""
    return Keuzes(_gemeente(gesprek))


def ask_rest(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    """The other questions; `terug` leads to the one before, and from the first of them out of here (Terug)."""
    before: list[int] = []
    at = 0
    while at < len(VRAGEN):
        applies, ask = VRAGEN[at]
        try:
            if applies(keuzes):
                keuzes = ask(gesprek, keuzes)
                before.append(at)
            at += 1
        except Terug:
            if not before:
                raise
            at = before.pop()
    return keuzes


def _gemeente(gesprek: Gesprek) -> RegisterGemeente:
    lijkt: list[RegisterGemeente] = []

    def lees(answer: str) -> RegisterGemeente:
        if answer.isdecimal() and 1 <= int(answer) <= len(lijkt):
            return lijkt[int(answer) - 1]
        if not answer:
            raise ValueError("Typ de naam van een gemeente, bijvoorbeeld Utrecht, en druk op Enter.")
        if found := find(answer):
            return found
        lijkt[:] = nearest(answer)
        names = "\n".join(f"  {number}. {one.naam} ({one.provincie})" for number, one in enumerate(lijkt, 1))
        raise ValueError(
            f'"{answer[:60]}" staat niet in het register. Bedoelt u een van deze?\n{names}\n'
            "Typ het nummer, of typ de naam opnieuw."
        )

    return gesprek.vraag("Voor welke gemeente?", lees)


def _website(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    vraag = f"Wat is de website van de gemeente {escape(keuzes.gemeente.naam)}?[/] [dim](Enter = weet ik nog niet)"
    return replace(keuzes, website=gesprek.vraag(vraag, partial(_address, keuzes, "website")))


def _talen(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    known = ", ".join(f"{taal.naam} ({code})" for code, taal in TALEN.items())
    gesprek.zeg("", f"[dim]De teksten zijn er in: {known}.[/]")
    vraag = "Welke talen krijgt de site? Bijvoorbeeld: nl, en, ar[/] [dim](Enter = alleen Nederlands)"
    talen = gesprek.vraag(vraag, lambda answer: tuple(dict.fromkeys(["nl", *read_talen(answer)])))
    gesprek.zeg(f"De site komt in: {', '.join(TALEN[code].naam for code in talen)}.")
    return replace(keuzes, talen=talen)


def _kleur(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    vraag = "Welke kleur hoort bij de gemeente? Bijvoorbeeld: #ec0000[/] [dim](Enter = het landelijke uiterlijk)"
    kleur = gesprek.vraag(vraag, _optional(read_kleur))
    while kleur:
        gesprek.zeg(*oordeel(derive_palet(kleur)))
        other = gesprek.vraag("Houden we deze kleur?[/] [dim](Enter = ja, of typ een andere kleur)", _kept_or_other)
        if not other:
            break
        kleur = other
    return replace(keuzes, kleur=kleur, linkkleur=None)


def _kept_or_other(answer: str) -> str | None:
    return None if answer.lower() in ("", "ja", "j") else read_kleur(answer)


def _linkkleur(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    assert keuzes.kleur
    vraag = "Is er een tweede kleur, voor links?[/] [dim](Enter = nee)"
    while kleur := gesprek.vraag(vraag, _second):
        near = nearest_linkkleur(keuzes.kleur, kleur)
        if near is None:
            gesprek.zeg(f"Links in {patch(kleur, '#ffffff')} zijn goed te lezen (contrast {ratio(kleur, '#ffffff')}).")
            break
        gesprek.zeg(
            f"Links in {kleur} zijn op wit slecht te lezen: het contrast is {ratio(kleur, '#ffffff')} "
            f"en moet minstens 4,5 zijn. De dichtstbijzijnde kleur die wel kan is {patch(near, '#ffffff')}."
        )
        if gesprek.ja(f"Nemen we {near}?"):
            kleur = near
            break
    return replace(keuzes, linkkleur=kleur)


def _second(answer: str) -> str | None:
    return None if answer.lower() in ("", "nee", "n") else read_kleur(answer)


def _plek(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    plek = gesprek.kies(
        "Waar komt de site te staan?",
        [
            ("Dat weet ik nog niet: ik wil eerst kijken", Plek.NERGENS),
            ("Op GitHub (gratis, alles in de browser)", Plek.GITHUB),
            ("Op GitLab (gratis, of die van uw organisatie)", Plek.GITLAB),
            ("Op een eigen server", Plek.SERVER),
        ],
    )
    return replace(keuzes, plek=plek, site_url=None)


def _site_url(gesprek: Gesprek, keuzes: Keuzes) -> Keuzes:
    vraag = f"Op welk adres? Bijvoorbeeld: {VOORBEELDADRES[keuzes.plek]}[/] [dim](Enter = weet ik nog niet)"
    return replace(keuzes, site_url=gesprek.vraag(vraag, partial(_address, keuzes, "site_url")))


def _always(keuzes: Keuzes) -> bool:
    return True


VRAGEN: tuple[tuple[Callable[[Keuzes], bool], Vraag], ...] = (
    (_always, _website),
    (_always, _talen),
    (_always, _kleur),
    (lambda keuzes: keuzes.kleur is not None, _linkkleur),
    (_always, _plek),
    (lambda keuzes: keuzes.plek is not Plek.NERGENS, _site_url),
)
"""When a question applies, and the question."""


def _address(keuzes: Keuzes, sleutel: str, answer: str) -> str | None:
    """A web address, held against the model of a gemeente; `www.…` becomes `https://www.…`."""
    if not answer:
        return None
    adres = answer if ":" in answer.split("/")[0] else f"https://{answer}"
    if sleutel == "site_url" and not adres.endswith("/"):
        adres += "/"
    tried = replace(keuzes, site_url=adres) if sleutel == "site_url" else replace(keuzes, website=adres)
    for melding in tried.faults():
        raise ValueError(f"{melding.wat[0].upper()}{melding.wat[1:]}: {melding.doe}.")
    return adres


def _optional(lees: Callable[[str], str]) -> Callable[[str], str | None]:
    return lambda answer: lees(answer) if answer else None
