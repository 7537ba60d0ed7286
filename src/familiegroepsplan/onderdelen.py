"""The component page: every component of the site once, with its example, for who works on the look.

`python -m familiegroepsplan.onderdelen` writes it to dist/onderdelen/. It is no part of a public site; the
tests visit the same page.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.blok import BRON_TAAL
from familiegroepsplan.deel import Delen
from familiegroepsplan.gemeente import Gemeente, read_gemeente
from familiegroepsplan.huisstijl import NATIONAAL, css, derive_palet
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.markup.extension import component_words, render
from familiegroepsplan.project import Project, find_project
from familiegroepsplan.reading import parse_yaml, split_front_matter
from familiegroepsplan.site.template import Pagina

HEAD = re.compile(r"\{#\s*(.*?)\s*\|\s*(.*?)\s*#\}\s*", re.DOTALL)
STYLES = ("10-basis", "20-indeling", "30-onderdelen", "40-tekst", "50-start", "60-gereedschap", "70-zoeken", "90-druk")
PAGINAS = ("je-rechten", "gemeente-verordening", "gemeente-contact", "gemeente-privacy", "gemeente-toegankelijkheid")


@dataclass(frozen=True)
class Onderdeel:
    """A component: its name, when it is used, and its example as HTML."""

    id: str
    naam: str
    uitleg: str
    html: str


def read_onderdelen(project: Project, inhoud: Inhoud, gemeente: Gemeente) -> Iterator[Onderdeel]:
    """Every example of overrides/onderdelen/ in the order of its files, shown with the data of `gemeente`."""
    delen = Delen(project.delen, inhoud)
    paginas = {naam: Pagina(f"#{naam}", naam, BRON_TAAL, naam, naam) for naam in PAGINAS}
    for path in sorted((project.overrides / "onderdelen").iterdir()):
        text = path.read_text("utf-8")
        if path.suffix == ".md":
            naam, uitleg, html = _from_markdown(text, inhoud)
        else:
            match = HEAD.match(text)
            assert match is not None, path
            naam, uitleg = match[1], match[2]
            html = delen.render_source(
                text[match.end() :], gemeente, BRON_TAAL, basis="./", paginas=paginas, aanbod=frozenset()
            )
        yield Onderdeel(path.stem.partition("-")[2], naam, uitleg, html)


def _from_markdown(text: str, inhoud: Inhoud) -> tuple[str, str, str]:
    parts, _ = split_front_matter(text, "onderdeel")
    assert parts is not None
    document, _ = parse_yaml(parts.yaml_text, "onderdeel")
    assert document is not None and isinstance(document.data, dict)
    woorden = component_words(inhoud, BRON_TAAL)
    html = render(parts.body, taal=BRON_TAAL, begrippen=inhoud.begrippen, woorden=woorden)
    return str(document.data["naam"]), str(document.data["uitleg"]), html


def write_onderdelen(project: Project, folder: Path, kleur: str | None = None) -> None:
    """Write the component page and what it needs into `folder`, in the brand of `kleur` or our own."""
    inhoud = load_inhoud(project)
    gemeente, _ = read_gemeente(project.gemeenten / "amsterdam.yml", root=project.root)
    assert gemeente is not None
    shutil.copytree(project.overrides / "assets", folder / "assets", dirs_exist_ok=True)
    (folder / "huisstijl.css").write_text(css(derive_palet(kleur) if kleur else NATIONAAL), "utf-8", newline="\n")
    rows = "".join(
        f'<section aria-labelledby="kop-{one.id}" id="{one.id}"><h2 id="kop-{one.id}">{one.naam}</h2>'
        f"<p>{one.uitleg.replace('<', '&lt;')}</p>\n{one.html}</section>\n<hr>\n"
        for one in read_onderdelen(project, inhoud, gemeente)
    )
    styles = "".join(f'<link rel="stylesheet" href="assets/css/{name}.css">' for name in STYLES)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="nl" dir="ltr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Onderdelen</title>'
        f'<link rel="icon" href="data:,">{styles}<link rel="stylesheet" href="huisstijl.css">'
        '<script type="module" src="assets/js/site.js"></script></head><body><main class="blad">'
        f'<article class="tekst"><h1>Onderdelen</h1>\n{rows}</article></main></body></html>\n',
        "utf-8",
        newline="\n",
    )


def main() -> None:
    """Write the page for the project in the current folder and say where it is."""
    project = find_project(Path.cwd())
    if project is None:
        raise SystemExit("Hier is geen project.")
    folder = project.root / "dist" / "onderdelen"
    write_onderdelen(project, folder)
    print(f"Bekijken: python3 -m http.server --directory {folder.relative_to(project.root)} 8000")


if __name__ == "__main__":
    main()
