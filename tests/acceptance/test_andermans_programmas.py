"""Our texts in the programs of others: two editors of websites, what mail programs can, and LibreOffice.

`tests/systeem.sh volledig` installs what this needs: LibreOffice, and the npm packages of tests/editors.
"""

import functools
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.acceptance.conftest import NewPage, serve_folder
from tests.acceptance.test_materiaal import ALLOWED, MATERIAAL, copied
from tests.conftest import ROOT

pytestmark = pytest.mark.volledig

EDITORS = ROOT / "tests" / "editors"
TEXTS = ("website-familiegroepsplan-lang", "website-gemeente-lang", "website-voordelen-lang", "website-tips-kort")
KEPT = ("h2", "h3", "ul", "ol", "li", "a", "strong", "blockquote", "table", "td")
CLIENTS = ("gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "samsung-email.*", "protonmail.*")

EXTRAS = {
    "<style> element": "the dark, and narrow screens; each element carries its own style too",
    "@media": "the same",
    "Chaining selectors": "the same",
    "Class selector": "the same",
    "Descendant combinator": "the same",
    "ID selector": "the same",
    "Type selector": "the same",
    "color-scheme CSS property": "the program then makes the dark itself, or stays light",
    "color-scheme meta tag": "the same",
    "border-radius": "corners are square",
    "cursor": "an arrow in place of a hand",
    "opacity": "of the hidden preview line",
    "display:none": "of the hidden preview line, which then shows: it is a sentence of the article",
    "max-height property": "of the hidden preview line",
    "overflow": "of the hidden preview line",
    "outline": "of pictures, which there are none",
    "height property": "of pictures, which there are none",
    "<body> element": "becomes a div, its colour is on the table inside too",
    "aria-label attribute": "the mail has a title and a heading",
    "role attribute": "tables are then read as tables",
    "target attribute": "links open as the program does",
    "text-decoration": "a button gets a line",
    "word-break": "long words run on",
    "word-spacing": "has the usual value",
}
"""What some mail programs lack, and what a reader then sees: every word stays and can be read."""


def counted(source: str) -> dict[str, int]:
    """How often each kind of element occurs that must be kept."""
    root = html.fragment_fromstring(source, create_parent="div")
    return {tag: sum(1 for _ in root.iter(tag)) for tag in KEPT}


def words(source: str) -> list[str]:
    return re.findall(r"\w+", " ".join(html.fragment_fromstring(source, create_parent="div").itertext()))


@pytest.fixture
def editors(new_page: NewPage, address: str) -> Iterator[tuple[Page, Page]]:
    """The page with material and, in the same browser, a page with both editors."""
    material = new_page(1280, permissions=ALLOWED)
    material.goto(f"{address}/{MATERIAAL}")
    with serve_folder(EDITORS) as served:
        other = material.context.new_page()
        other.goto(f"{served}/index.html")
        other.wait_for_function("window.editors?.tinymce && window.editors?.ckeditor ? true : false", polling=200)
        yield material, other


@pytest.mark.parametrize("name", TEXTS)
def test_a_pasted_text_keeps_headings_lists_and_links_in_two_editors(editors: tuple[Page, Page], name: str) -> None:
    material, other = editors
    material.bring_to_front()
    material.locator(f"#{name} [data-kopieer]").click()
    source = copied(material)["text/html"]
    assert counted(source)["h2"] >= 1 and sum(counted(source).values()) >= 6
    other.bring_to_front()
    for editor, place in (
        ("tinymce", other.frame_locator("iframe").first.locator("body")),
        ("ckeditor", other.locator(".ck-editor__editable")),
    ):
        place.click()
        other.keyboard.press("Control+A")
        other.keyboard.press("Control+V")
        other.wait_for_function(f"window.editors.{editor}().length > 500", polling=200)
        pasted = other.evaluate(f"window.editors.{editor}()")
        assert counted(pasted) == counted(source), editor
        assert words(pasted) == words(source), editor


def lacking(path: Path) -> set[str]:
    """The features of a mail that some program cannot show."""
    done = subprocess.run(
        ["node", EDITORS / "nakijken.js", path, *CLIENTS], capture_output=True, text=True, check=True, timeout=120
    )
    rows: list[Any] = json.loads(done.stdout)
    return {title for kind, _, title in rows if kind == "errors"}


@pytest.mark.parametrize("taal", ["nl", "ar", "ti"])
def test_what_mail_programs_lack_is_only_extra(sites: Path, taal: str) -> None:
    found = lacking(sites / "amsterdam" / "toolkit" / taal / "nieuwsbrief" / "nieuwsbrief-4-mail.html")
    assert found and found <= EXTRAS.keys()


def test_what_mail_programs_cannot_do_is_found(sites: Path, tmp_path: Path) -> None:
    mail = (sites / "amsterdam" / "toolkit" / "nl" / "nieuwsbrief" / "nieuwsbrief-4-mail.html").read_text("utf-8")
    damaged = tmp_path / "mail.html"
    damaged.write_text(mail.replace("</body>", '<div style="display: grid">x</div></body>'), "utf-8")
    assert lacking(damaged) - EXTRAS.keys() == {"display:grid"}


@functools.lru_cache(maxsize=1)
def as_pdf(sites: Path, folder: Path) -> Path:
    """Letters and script as LibreOffice prints them."""
    toolkit = sites / "amsterdam" / "toolkit"
    letters: list[Path] = []
    for path in [
        *toolkit.glob("*/brieven/*.docx"),
        *toolkit.glob("*/telefoon/*.docx"),
        *toolkit.glob("*/verw*/*.docx"),
    ]:
        renamed = folder / f"{path.parent.parent.name}-{path.name}"
        renamed.write_bytes(path.read_bytes())
        letters.append(renamed)
    profile = f"-env:UserInstallation=file://{folder}/profiel"
    command: list[str | Path] = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *letters]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def test_documents_open_in_libreoffice_with_all_their_words(
    sites: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = as_pdf(sites, tmp_path_factory.mktemp("office"))
    documents = sorted(folder.glob("*.docx"))
    assert len(documents) == 8 * 2 + 2 * 2
    for document in documents:
        taal, _, name = document.stem.partition("-")
        kanaal = {"telefoonscript": "telefoon", "verwijzer-blad": "verwijzers"}.get(name, "brieven")
        page = sites / "amsterdam" / "toolkit" / taal / kanaal / f"{name}.html"
        root: Any = html.document_fromstring(page.read_text("utf-8"))
        (article,) = root.xpath("//article")
        done = subprocess.run(
            ["pdftotext", "-layout", document.with_suffix(".pdf"), "-"], capture_output=True, text=True, check=True
        )
        printed = set(re.findall(r"\w+", done.stdout))
        expected = re.findall(r"\w+", article.text_content())
        share = 1.0 if taal not in {"ar", "fa"} else 0.8
        assert sum(word in printed for word in expected) >= share * len(expected), document.name
