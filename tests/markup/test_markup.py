"""Plain Markdown becomes the components of the site, and difficult words explain themselves."""

from lxml import html
from mkdocs.config import load_config

from familiegroepsplan.begrip import Begrip
from familiegroepsplan.markup import EXTENSION_CONFIGS, EXTENSIONS, render
from familiegroepsplan.project import Project

WORDS = (
    Begrip(
        begrip="ots",
        term="ondertoezichtstelling",
        vormen=("ots", "ondertoezichtstelling"),
        uitleg="Toezicht.",
    ),
    Begrip(begrip="gezag", term="gezag", vormen=("gezag",), uitleg="Wie beslist."),
)
LABELS = {"verzonnen": "Verzonnen", "citaten": "Voorbeelden", "tabel": "Tabel"}


def page(text: str, taal: str = "nl") -> html.HtmlElement:
    rendered = render(text, taal=taal, begrippen={"nl": WORDS, "en": ()}, woorden=LABELS)
    return html.fragment_fromstring(rendered, create_parent="main")


def section(vorm: str, text: str) -> html.HtmlElement:
    return page(f'<section class="blok vorm-{vorm}" markdown="1">\n\n{text}\n\n</section>')


def test_mkdocs_loads_the_same_extensions_as_the_core(project: Project) -> None:
    config = load_config(str(project.config))
    ours = [name for name in config.markdown_extensions if name not in {"fenced_code"}]
    assert sorted(ours) == sorted(EXTENSIONS)
    assert config.mdx_configs["toc"] == EXTENSION_CONFIGS["toc"]


def test_a_numbered_list_is_a_list_of_steps() -> None:
    assert page("1. een\n2. twee").find("ol").get("class") == "stappen"


def test_questions_fold_out_and_keep_their_heading_and_anchor() -> None:
    (details,) = section("vragen", "## Ja, maar {#ja}\n\nAntwoord.\n\n- en?").iter("details")
    assert details.find("summary/h2").get("id") == "ja"
    assert details.find("div[@class='antwoord']/p").text == "Antwoord."
    assert details.find("div/ul/li").text == "en?"


def test_questions_under_a_title_keep_the_title_outside() -> None:
    root = section("vragen", "## Titel {#t}\n\nVooraf.\n\n### Een {#een}\n\nA.\n\n### Twee {#twee}\n\nB.")
    assert root.find("section/h2").text == "Titel"
    assert [d.find("summary/h3").text for d in root.iter("details")] == ["Een", "Twee"]


def test_doubts_stand_beside_their_advantage_with_a_label_each() -> None:
    root = section("paren", "| Twijfel | Voordeel |\n|---|---|\n| Ik durf **niet** | Het lucht op |")
    (pair,) = root.find_class("paar")
    assert " ".join(pair.itertext()).split() == "Twijfel: Ik durf niet Voordeel: Het lucht op".split()
    assert root.find(".//table") is None


def test_a_story_says_that_it_is_made_up() -> None:
    (story,) = section("verhalen", "## Noor {#noor}\n\nEr was eens.").find_class("verhaal")
    assert story.find_class("etiket")[0].text == "Verzonnen"


def test_quotes_stand_apart_under_the_word_that_they_are_examples() -> None:
    root = section("citaten", "> Een.\n>\n> Twee.")
    quotes = root.find_class("citaat")
    (label,) = root.find_class("etiket")
    assert label.text == "Voorbeelden" and label.getnext() is quotes[0]
    assert [q.findtext("blockquote/p") for q in quotes] == ["Een.", "Twee."]


def test_a_table_can_be_reached_and_scrolled_by_keyboard() -> None:
    (box,) = page("| a | b |\n|---|---|\n| c | d |").find_class("tabel")
    assert (box.get("tabindex"), box.get("role"), box.get("aria-label")) == ("0", "region", "Tabel")


def test_a_word_is_explained_where_it_first_occurs_and_only_there() -> None:
    root = page("Een ots. Weer een OTS.\n\nEn gezag.")
    assert [b.text for b in root.iter("button")] == ["ots", "gezag"]
    boxes = {box.get("id"): " ".join(box.itertext()).split() for box in root.find_class("begrip-uitleg")}
    assert boxes["begrip-ots"] == ["ondertoezichtstelling", "Toezicht."]
    assert all(b.get("popovertarget") in boxes for b in root.iter("button"))


def test_a_word_stays_plain_in_headings_links_and_quotations_and_inside_other_words() -> None:
    root = page("## Gezag\n\n[gezag](https://a.nl)\n\n> gezag\n\nGezagsverhouding en trots.")
    assert list(root.iter("button")) == []


def test_words_are_explained_in_the_language_of_the_text_around_them() -> None:
    root = page('A gezag.\n\n<div lang="nl" dir="ltr" markdown="1">\n\nHet gezag.\n\n</div>', taal="en")
    (button,) = root.iter("button")
    assert button.getparent().getparent().get("lang") == "nl"
    assert root.find_class("begrip-uitleg")[0].get("lang") == "nl"


def test_text_around_explained_words_stays_whole() -> None:
    root = page("Voor *een* ots en **zijn** gezag na.")
    for box in root.find_class("begrip-uitleg"):
        box.drop_tree()
    assert root.text_content().strip() == "Voor een ots en zijn gezag na."


def test_a_turkish_word_that_opens_a_sentence_is_found_too() -> None:
    words = {"tr": (Begrip(begrip="bezwaar", term="itiraz", vormen=("itiraz",), uitleg="Anlat."),)}
    rendered = render("\u0130tiraz ne demek?", taal="tr", begrippen=words, woorden=LABELS)
    assert "popovertarget" in rendered


def test_a_telephone_number_is_isolated_from_the_direction_of_its_text() -> None:
    link = page("Bel [0800-2000](tel:08002000) nu.", taal="ar").find(".//a")
    assert (link.find("bdi").get("dir"), link.find("bdi").text) == ("ltr", "0800-2000")
