"""The settings of the editor (config.yml): every collection with its fields, made from the models and the texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel

from familiegroepsplan.begrip import Begrippen
from familiegroepsplan.blok import BRON_TAAL, BlokKop, VertalingKop
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.inhoud import Teksten
from familiegroepsplan.landelijk import Landelijk
from familiegroepsplan.print.flyer import FlyerKop, read_flyers
from familiegroepsplan.project import Project
from familiegroepsplan.reading import read_model
from familiegroepsplan.redactie.veld import SLEUTEL, Maker, Schema, Veld, Woorden
from familiegroepsplan.taal import TALEN

HEAD = "# Gemaakt uit de modellen met fgp redactie; niet met de hand wijzigen.\n"
BRONTEKST = "_bron"
"""The hidden field in which the file itself travels through the editor, so that it can be changed in place."""

I18N = {"i18n": True}
"""Of a field that every language has; the others belong to the Dutch file alone."""

NO_PREVIEW = {"preview": False}
"""Only a text can be shown as on the site; what data become needs the build (`fgp serve`)."""

LOKAAL = {"name": "test-repo"}
"""Sveltia's back end on the browser's own folder; lokaal.js gives it the folder of the project instead."""


COMMITS = {
    "create": "{{collection}} {{slug}}: nieuw",
    "update": "{{collection}} {{slug}}: gewijzigd in de redactie",
    "delete": "{{collection}} {{slug}}: verwijderd",
    "uploadMedia": "{{path}}: toegevoegd",
    "deleteMedia": "{{path}}: verwijderd",
}
"""What the history of the repository says of a change."""


@dataclass(frozen=True)
class Achterkant:
    """Where the editor keeps its files: the settings of Sveltia, and the addresses it then talks to."""

    instelling: Mapping[str, Any]
    adressen: tuple[str, ...] = ()


def github(repo: str, tak: str = "main") -> Achterkant:
    """A repository on GitHub (`eigenaar/project`)."""
    return Achterkant({"name": "github", **_repository(repo, tak)}, ("https://api.github.com",))


def gitlab(repo: str, tak: str = "main") -> Achterkant:
    """A project on GitLab (`groep/project`)."""
    return Achterkant({"name": "gitlab", **_repository(repo, tak)}, ("https://gitlab.com",))


def _repository(repo: str, tak: str) -> dict[str, Any]:
    """Signing in is by an access token: any other way passes through a server of somebody else."""
    return {"repo": repo, "branch": tak, "auth_methods": ["token"], "commit_messages": COMMITS}


def lokaal() -> Achterkant:
    """The project folder on this machine, through our own small server."""
    return Achterkant(LOKAAL)


def config_text(project: Project, achterkant: Achterkant) -> str:
    """The text of config.yml."""
    data = config(project, achterkant)
    return HEAD + yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)


class _Plain(yaml.CSafeDumper):
    """Writes every value out where it stands: fields share parts, and anchors are hard to read."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def config(project: Project, achterkant: Achterkant) -> dict[str, Any]:
    """All settings as plain data."""
    return {
        "backend": dict(achterkant.instelling),
        "app_title": "Redactie familiegroepsplan",
        "media_folder": "/content/municipalities",
        "public_folder": "/",
        "show_preview_links": False,
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "media_libraries": {
            "default": {"config": {"max_file_size": 1_000_000, "transformations": {}}},
            "stock_assets": {"providers": []},
        },
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(TALEN),
            "default_locale": BRON_TAAL,
            "initial_locales": [BRON_TAAL],
        },
        "collections": list(_collections(project)),
    }


def _collections(project: Project) -> Iterator[dict[str, Any]]:
    yield {
        "name": "blokken",
        "label": "Teksten",
        "label_singular": "Tekst",
        "icon": "article",
        "description": "Alle teksten, met hun vertalingen ernaast.",
        "folder": "content/blocks",
        "format": "blokken-frontmatter",
        "extension": "md",
        "create": False,
        "delete": False,
        "identifier_field": "titel",
        "summary": "{{titel}}",
        "sortable_fields": {"fields": ["titel", "gecontroleerd_op"], "default": {"field": "titel"}},
        "view_filters": [
            {"label": "Voor gezinnen", "field": "doelgroep", "pattern": "gezin"},
            {"label": "Voor professionals", "field": "doelgroep", "pattern": "professional"},
        ],
        "i18n": True,
        "fields": blok_fields(),
    }
    yield {
        "name": "gemeenten",
        "label": "Gemeenten",
        "label_singular": "Gemeente",
        "icon": "location_city",
        "description": "Wat de site over elke gemeente weet.",
        "folder": "content/municipalities",
        "format": "gemeenten",
        "extension": "yml",
        "create": True,
        "delete": False,
        "slug": "{{naam}}",
        "identifier_field": "naam",
        "summary": "{{naam}}",
        "editor": NO_PREVIEW,
        "media_folder": "/content/municipalities/{{slug}}",
        "public_folder": "{{slug}}",
        "fields": [_source(), *gemeente_fields()],
    }
    yield _files("folders", "Folders", "print", list(_flyers(project)))
    fields = model_fields(Landelijk, "landelijk")
    landelijk = {"name": "landelijk", "label": "Landelijke gegevens", "file": "content/landelijk.yml"}
    yield _files("landelijk", "Landelijke gegevens", "public", [landelijk | {"fields": [_source(), *fields]}])
    yield _files("begrippen", "Woordenlijst", "dictionary", list(_begrippen(project)))
    yield _files("woorden", "Woorden van de site", "label", list(_woorden(project))) | I18N


def _files(name: str, label: str, icon: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    rows = [{"name": one["name"], "label": one["label"], "format": f"{name}-{one['name']}", **one} for one in items]
    return {"name": name, "label": label, "icon": icon, "editor": NO_PREVIEW, "files": rows}


def _source() -> Veld:
    return {"name": BRONTEKST, "widget": "hidden", "default": ""}


def _flyers(project: Project) -> Iterator[dict[str, Any]]:
    fields = model_fields(FlyerKop, "flyer")
    for flyer in read_flyers(project)[0]:
        pad = flyer.pad.relative_to(project.root).as_posix()
        label = flyer.naam.replace("-", " ").capitalize()
        yield {"name": flyer.naam, "label": label, "file": pad, "fields": [_source(), *fields]}


def _begrippen(project: Project) -> Iterator[dict[str, Any]]:
    fields = model_fields(Begrippen, "begrippen")
    for taal in TALEN.values():
        pad = project.begrippen / f"{taal.code}.yml"
        if pad.is_file():
            named = {"name": taal.code, "label": taal.naam, "file": pad.relative_to(project.root).as_posix()}
            yield named | {"fields": [_source(), *fields]}


def _woorden(project: Project) -> Iterator[dict[str, Any]]:
    """A file per group of words, every language beside the others; the Dutch keys are the fields."""
    for path in sorted((project.teksten / BRON_TAAL).glob("*.yml")):
        group, _ = read_model(path, Teksten, root=project.root, max_bytes=512 * 1024)
        if group is None:
            continue
        fields = [
            {"name": key, "label": key, "widget": _widget(text), "required": False} | I18N
            for key, text in group.root.items()
        ]
        pad = "content/teksten/{{locale}}/" + path.name
        label = path.stem.replace("-", " ").capitalize()
        yield {"name": path.stem, "label": label, "file": pad, "i18n": True, "fields": [_source() | I18N, *fields]}


def _widget(text: str) -> str:
    return "text" if len(text) > 80 else "string"


def blok_fields() -> list[Veld]:
    """The fields of a block: its title and text in every language, what is Dutch alone, the state of a translation."""
    dutch = {one["name"]: one for one in model_fields(BlokKop, "blok")}
    other = {one["name"]: one for one in model_fields(VertalingKop, "blok")}
    label, hint = _words("blok")("body", {})
    body = {"name": "body", "label": label, "hint": hint, "widget": "text", "required": True}
    both = [dutch[name] | I18N for name in ("titel", "menu", "omschrijving")]
    state = [one | I18N | {"required": False} for name, one in other.items() if name not in dutch]
    for one in state:
        if one["name"] == "vertaling_van":
            one["widget"] = "vertaalstaat"
            one.pop("pattern", None)
    only = [one for name, one in dutch.items() if name not in other]
    made_from = [one for one in state if one["name"] == "vertaling_van"]
    rest = [one for one in state if one not in made_from]
    return [_source() | I18N, *made_from, *both[:1], body | I18N, *rest, *both[1:], *only]


def gemeente_fields() -> list[Veld]:
    """The fields of a municipality, with the explanations and examples of the model."""
    schema = json_schema()
    return Maker(schema["$defs"], _own_words).fields(schema)


def model_fields(model: type[BaseModel], groep: str) -> list[Veld]:
    """The fields of another model, with the words of woorden.yml below `groep`."""
    schema = model.model_json_schema(by_alias=True)
    return Maker(schema.get("$defs", {}), _words(groep)).fields(schema)


def _own_words(pad: str, schema: Schema) -> tuple[str, str]:
    """The words that the model itself carries."""
    example = schema.get("examples", [None])[0]
    parts = [str(schema.get("description", ""))]
    if isinstance(example, str) and "pad van een bestand" not in str(schema):
        parts.append(f"Voorbeeld: {example}")
    if "x-zonder" in schema:
        parts.append(f"Leeg: {schema['x-zonder']}.")
    fallback = pad.rpartition(".")[2].replace("_", " ").capitalize()
    return str(schema.get("title", fallback)), " ".join(part for part in parts if part)


def _words(groep: str) -> Woorden:
    table: dict[str, list[str]] = yaml.safe_load((files(__package__) / "woorden.yml").read_text("utf-8"))[groep]

    def words(pad: str, schema: Schema) -> tuple[str, str]:
        if pad.endswith(SLEUTEL) and pad not in table:
            return "Naam", ""
        label, hint = table[pad]
        return label, hint

    return words
