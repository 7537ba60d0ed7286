"""MkDocs' events, handed to the adapter in the core; see familiegroepsplan.mkdocs_adapter."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from familiegroepsplan.errors import Gebruikersfout
from familiegroepsplan.mkdocs_adapter import SiteAdapter

_adapter: SiteAdapter | None = None


def adapter() -> SiteAdapter:
    """The adapter of the build that is under way."""
    assert _adapter is not None
    return _adapter


def _between_languages(config: MkDocsConfig) -> bool:
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


@event_priority(-101)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Runs once per language, after static-i18n has chosen it."""
    global _adapter
    try:
        if not _between_languages(config):
            _adapter = SiteAdapter(config)
        adapter().start_language(config)
    except Gebruikersfout as error:
        raise Abort(str(error)) from error
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """See SiteAdapter.own_files_only."""
    return adapter().own_files_only(files, config)


@event_priority(-101)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """See SiteAdapter.leave_out_unwanted and name_navigation."""
    adapter().leave_out_unwanted(files, config)
    return adapter().name_navigation(nav)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """See SiteAdapter.page_markdown."""
    return adapter().page_markdown(page)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """See SiteAdapter.page_content."""
    return adapter().page_content(page, html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """See SiteAdapter.template_globals."""
    return adapter().template_globals(env, config)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """See SiteAdapter.page_context."""
    return adapter().page_context(context, page)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """See SiteAdapter.keep_page."""
    return adapter().keep_page(page, output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """See SiteAdapter.keep_theme_page."""
    return adapter().keep_theme_page(template_name, output, config)


@event_priority(-101)
def on_post_build(config: MkDocsConfig) -> None:
    """After every language; the site is finished after the last."""
    if _between_languages(config):
        return
    try:
        adapter().finish(config)
    except Gebruikersfout as error:
        raise Abort(str(error)) from error
