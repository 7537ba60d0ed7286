"""What to do after the guided start, for the place where the site will be published."""

from familiegroepsplan.start.keuzes import Keuzes, Plek


def vervolg(keuzes: Keuzes) -> list[str]:
    """The steps that are left, one sentence or two each; the first ones are the same for everybody."""
    slug = keuzes.gemeente.slug
    pad = f"content/municipalities/{keuzes.bestand}"
    return [
        f"Vul {pad} aan: wie helpt er bij een plan, en waar vraagt een gezin om hulp? Bewaart u het, "
        "dan ziet u het meteen.",
        f"Kijk wat er nog ontbreekt: fgp check {slug}",
        *_publish(keuzes, slug, pad),
        f"Laat de gemeente de gegevens nakijken. Klopt alles, haal dan de regel voorbeeld: ja uit {keuzes.bestand}.",
    ]


def _publish(keuzes: Keuzes, slug: str, pad: str) -> list[str]:
    handboek = "handboek/publiceren.md"
    fill = [] if keuzes.site_url else [f"Vul bij site_url in waar de site komt te staan, in {pad}."]
    upload = f"Upload daar {keuzes.bestand} in de map content/municipalities, en zet de variabele GEMEENTE op {slug}."
    match keuzes.plek:
        case Plek.GITHUB:
            return [
                *fill,
                f"Maak op GitHub een eigen kopie (fork) van dit project. {upload} Stap voor stap: {handboek}",
            ]
        case Plek.GITLAB:
            return [*fill, f"Importeer dit project op GitLab. {upload} Stap voor stap: {handboek}"]
        case Plek.SERVER:
            bouw = (
                f"Bouw de site met fgp build {slug} en zet de map dist/{slug} op de server. Wat de server nodig heeft: "
            )
            return [*fill, bouw + handboek]
        case Plek.NERGENS:
            return [f"Weet u waar de site komt te staan? Hoe dat gaat, leest u in {handboek}"]
