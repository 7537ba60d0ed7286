"""What all sites are made from, once it is free of errors: the texts of the project and the pages of the template."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from familiegroepsplan.building.beside import beside
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.template import TemplateBuilder, load_pages, planned_pages
from familiegroepsplan.cache import Cache
from familiegroepsplan.checks import text_errors
from familiegroepsplan.digest import digest
from familiegroepsplan.errors import Gebruikersfout, Melding
from familiegroepsplan.inhoud import Inhoud, load_inhoud
from familiegroepsplan.site.template import PageKeys, Template, TemplatePage


def known_texts(inputs: Inputs, cache: Cache) -> Inhoud:
    """All texts of the project as they were read, or as they are remembered. Raises Gebruikersfout."""
    with cache.held(inputs.are_current):
        return cache.made("inhoud", inputs.shared, lambda: load_inhoud(inputs.project))


def checked_texts(
    inputs: Inputs, talen: set[str], cache: Cache, ahead: Callable[[Inhoud], object] | None = None
) -> Inhoud:
    """All texts of the project, once they are free of errors. Raises Gebruikersfout with every one.

    While they are looked at, `ahead` is called with them in a process beside this one.
    """
    inhoud = known_texts(inputs, cache).only(talen)
    today = date.today()
    key = digest(inputs.shared, today, sorted(talen))

    def look() -> list[Melding]:
        with beside(partial(ahead, inhoud) if ahead else None) as stop:
            errors = text_errors(inputs.project, inhoud, today)
            if errors:
                stop()
        return errors

    errors = cache.made("teksten", key, look)
    if errors:
        raise Gebruikersfout(errors)
    return inhoud


def checked_template(
    inputs: Inputs,
    talen: set[str],
    cache: Cache,
    build_template: TemplateBuilder,
    known: Mapping[str, TemplatePage],
    alone: bool = False,
) -> tuple[Inhoud, PageKeys, Template]:
    """All texts of the project, once they are free of errors, and the pages of the template in these languages.

    What is not `known` by key or in the cache is built while the texts are looked at; after it when `alone`. Raises
    Gebruikersfout with every error.
    """

    def load(inhoud: Inhoud, cache: Cache) -> tuple[PageKeys, Template]:
        keys = planned_pages(inputs, inhoud, talen, cache)
        return keys, load_pages(inputs.project, inhoud, keys, cache, build_template, known)

    def load_ahead(inhoud: Inhoud) -> None:
        """What is put into a cache of its own is there for us as soon as it is known to be true."""
        cache = Cache(inputs.project.cache)
        with cache.held(inputs.are_current):
            load(inhoud, cache)

    with cache.held(inputs.are_current):
        inhoud = checked_texts(inputs, talen, cache, None if alone else load_ahead)
        return inhoud, *load(inhoud, cache)
