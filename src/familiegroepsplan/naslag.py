"""Writes what is made from the models: the schema of a municipality and the reference pages in handboek/.

`python -m familiegroepsplan.naslag` writes them; a test holds that they are up to date.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from familiegroepsplan.blok import Vorm
from familiegroepsplan.checks import all_rules
from familiegroepsplan.checks.codes import Controle
from familiegroepsplan.deel import part_description, part_names
from familiegroepsplan.errors import Ernst
from familiegroepsplan.gemeente.naslag import reference_markdown
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.project import Project, find_project
from familiegroepsplan.site.headers import apache_if, apache_snippet, nginx_location, nginx_snippet
from familiegroepsplan.site.nginx import platform_conf, special_headers
from familiegroepsplan.waarde import WAARDEN

MADE = "<!-- Gemaakt door `make naslag`: verander de bron, niet deze pagina. -->\n\n"
VORMEN: Mapping[Vorm, str] = {
    Vorm.TEKST: "Gewone tekst. Een lijst met nummers wordt een stappenlijst.",
    Vorm.VRAGEN: "Elke kop 2 is een vraag of bezwaar; het antwoord klapt open.",
    Vorm.PAREN: "Een tabel met twee kolommen: elke rij wordt een paar, naast of onder elkaar.",
    Vorm.VERHALEN: "Elke kop 2 is een verhaal. De site zet erbij dat het verzonnen is.",
    Vorm.CITATEN: "Elke alinea van een citaat (>) wordt een voorbeelduitspraak, als voorbeeld gemerkt.",
    Vorm.KAARTEN: "Elke kop 2 is een link met een zin eronder: een kaart.",
}


CHECKS_HEAD = """\
# Alle meldingen

Achter elke melding van `fgp check` staat haar naam tussen rechte haken, zoals `[bron-ontbreekt]`. Zoek die naam
op deze pagina. Hoe u een melding leest, staat in [meldingen.md](meldingen.md).

Bij een **fout** wordt de site niet vervangen: de oude blijft staan. Een **waarschuwing** houdt niets tegen.
"""


def made_files(project: Project) -> dict[Path, str]:
    """Every file that is made from the models, with its text."""
    special = special_headers().items()
    handbook = project.root / "handboek"
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return {
        project.gemeenten / "schema.json": schema,
        handbook / "sleutels.md": reference_markdown(),
        handbook / "controles.md": checks_markdown(),
        handbook / "namen.md": names_markdown(project),
        handbook / "server" / "nginx.conf": "".join(nginx_location(*one) for one in special) + nginx_snippet(),
        handbook / "server" / "nginx-gemeenten.conf": platform_conf(),
        handbook / "server" / "apache.conf": apache_snippet() + "".join(apache_if(*one) for one in special),
    }


def checks_markdown() -> str:
    """The reference of all checks, by subject: code, error or warning, who acts, what it guards, what to do."""
    onderdelen: dict[str, list[str]] = {}
    for code, controle in sorted(all_rules().items()):
        onderdelen.setdefault(controle.onderdeel, []).append(_check(code, controle))
    groups = [f"## {_capital(naam)}\n\n" + "\n".join(checks) for naam, checks in sorted(onderdelen.items(), key=_first)]
    return f"{MADE}{CHECKS_HEAD}\n" + "\n".join(groups)


def _check(code: str, controle: Controle) -> str:
    regel, wie = controle.regel, " of ".join(", ".join(f"de {one.value}" for one in controle.wie).rsplit(", ", 1))
    return (
        f"### {code}\n\n{_capital(_severity(regel.ernst))}. Voor {wie}.\n\n"
        f"- **Regel:** {_plain(regel.uitleg)}\n- **Wat u doet:** {_capital(_plain(regel.doe))}.\n"
    )


def names_markdown(project: Project) -> str:
    """The reference of everything an author may name in a block, and of the forms of a block."""
    values = [f"| `{{{{ {name} }}}}` | {text} |" for name, (text, _) in WAARDEN.items()]
    parts = [
        f"| `{{{{ deel: {name} }}}}` | {part_description(project.delen, name)} |"
        for name in sorted(part_names(project.delen))
    ]
    forms = [f"| `vorm: {vorm.value}` | {text} |" for vorm, text in VORMEN.items()]
    table = "| schrijf | dan komt er |\n|---|---|\n"
    return (
        f"{MADE}# Namen in een blok\n\nTussen dubbele accolades staat een waarde, een deel of een ander blok. "
        f"Iets anders wordt niet begrepen.\n\n## Waarden van de gemeente\n\n{table}" + "\n".join(values) + "\n\n"
        f"## Delen\n\nEen deel staat alleen op zijn regel.\n\n{table}" + "\n".join(parts) + "\n\n"
        "## Blokken\n\n`{{ blok: definitie }}` zet een ander blok op deze plek.\n\n"
        f"## Vormen\n\nIn de kop van een blok.\n\n{table}" + "\n".join(forms) + "\n"
    )


def _plain(text: str) -> str:
    """Text in which Markdown sees nothing special."""
    return re.sub(r"([\[\]|<>*_`])", r"\\\1", text)


def _first(group: tuple[str, list[str]]) -> str:
    return group[0].casefold()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _severity(ernst: Ernst) -> str:
    return "fout" if ernst is Ernst.FOUT else "waarschuwing"


def main() -> None:
    """Write every made file of the project in the current folder."""
    project = find_project(Path.cwd())
    if project is None:
        raise SystemExit("Hier is geen project.")
    for path, text in made_files(project).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        print(path.relative_to(project.root))


if __name__ == "__main__":
    main()
