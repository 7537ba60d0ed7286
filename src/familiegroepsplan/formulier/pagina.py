"""The files of the form: page, script, style, headers and licences, ready for any web server."""

from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from familiegroepsplan.formulier.gegevens import Bestemming, gegevens_json
from familiegroepsplan.huisstijl.palet import NATIONAAL, css
from familiegroepsplan.project import Project
from familiegroepsplan.site.headers import DIRECTIVES, ONLY_AS_HEADER, netlify_headers, policy_of

_BASIS = Path("assets") / "css" / "10-basis.css"


def formulier_files(project: Project, bestemming: Bestemming) -> dict[str, str]:
    """Every file of the form by name. Raises OSError when a part of the project cannot be read."""
    folder = project.root / "formulier"
    page = Environment(undefined=StrictUndefined, autoescape=True).from_string(_text(folder / "pagina.html"))
    return {
        "index.html": page.render(csp=meta_policy(), gegevens=Markup(gegevens_json(bestemming))) + "\n",
        "formulier.js": _text(folder / "bundel" / "formulier.js"),
        "formulier.css": css(NATIONAAL) + _text(project.overrides / _BASIS) + _text(folder / "formulier.css"),
        "licenties.txt": _text(folder / "bundel" / "LICENTIES.txt"),
        "_headers": netlify_headers(),
    }


def meta_policy() -> str:
    """The policy of a page of the site, and stricter: nothing is fetched at all."""
    own = {name: value for name, value in DIRECTIVES.items() if name not in ONLY_AS_HEADER}
    return policy_of(own | {"connect-src": "'none'"})


def _text(path: Path) -> str:
    return path.read_text("utf-8")
