"""Faults in files that come back from translators: what to write in them, and what must be told of it."""

from dataclasses import dataclass

PROEF_XLF = 'original="content/blocks/nl/proef.md"'
EN = 'target-language="en" datatype="plaintext" tool-id="fgp" build-num="'
PH = '<ph id="1">{{ gemeente.naam }}</ph>'
TIPS = '<bpt id="1">[</bpt>tips for every day<ept id="1">](tips.md#tips-lijst)</ept>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@dataclass(frozen=True)
class Fout:
    """In the part of a file about `proef`, the last `oud` becomes `nieuw`; expected is `code` where that stands."""

    naam: str
    oud: str
    nieuw: str
    code: str
    woorden: str
    waar: str = ""
    """A text in the line of the message, where that is not the line of `nieuw`."""

    def plant(self, source: str) -> str:
        """The file with the fault in it."""
        before, found, after = source.rpartition(self.oud)
        assert found, self.oud
        return before + self.nieuw + after


XLIFF = (
    Fout("naam-kwijt", f"plan in {PH}", "plan here", "inlezen-namen", "{{ gemeente.naam }}", "plan here"),
    Fout(
        "naam-anders",
        'plan in <ph id="1">{{ gemeente.naam',
        'plan in <ph id="1">{{ gemeente.name',
        "inlezen-namen",
        "gemeente.name",
    ),
    Fout("naam-erbij", "An uncle", "{{ site.naam }}", "inlezen-namen", "{{ site.naam }}"),
    Fout("blok-erbij", "An uncle", "{{ blok: wachten }}", "inlezen-namen", "{{ blok: wachten }}"),
    Fout("link-kwijt", TIPS, "tips", "inlezen-links", '"tips.md#tips-lijst" ontbreekt'),
    Fout(
        "link-anders",
        'for every day<ept id="1">](tips.md#tips',
        'for every day<ept id="1">](index.md#tips',
        "inlezen-links",
        "index.md",
    ),
    Fout("link-erbij", "An uncle", "[x](javascript:alert(1))", "inlezen-links", "javascript"),
    Fout(
        "link-telefoon",
        '<bpt id="2">[</bpt>112<ept id="2">](tel:112)</ept>.</target>',
        "112.</target>",
        "inlezen-links",
        "tel:112",
    ),
    Fout("html", "An uncle", "&lt;b&gt;An uncle&lt;/b&gt;", "md-html", "<b>"),
    Fout("script", "An uncle", "&lt;script&gt;alert(1)&lt;/script&gt;", "md-script", "script"),
    Fout("attributen", "An uncle", "An uncle {.groot}", "md-stijl", "{.groot}"),
    Fout("accolade", "An uncle", "An uncle }}", "md-accolade", "}}"),
    Fout("cel-met-streep", "Writing a letter", "Writing | a letter", "inlezen-vorm", "cel 1"),
    Fout("kop-in-alinea", "Also read the", "# Also read the", "inlezen-vorm", "alinea"),
    Fout("lijst-in-alinea", "Also read the", "- Also read the", "inlezen-vorm", "alinea"),
    Fout("citaat-in-lijst", "An uncle", "> An uncle", "inlezen-vorm", "punt van een lijst"),
    Fout("teken", "An uncle", "An &#x202E;uncle", "tekst-teken", "leesrichting", "uncle"),
    Fout("bron-veranderd", "<source>Een oom", "<source>Een neef", "inlezen-stuk", "Een oom", "An uncle"),
    Fout("stuk-dubbel", '<trans-unit id="4"', '<trans-unit id="3"', "inlezen-dubbel", '"3"', PROEF_XLF),
    Fout("stuk-onbekend", '<trans-unit id="4"', '<trans-unit id="44"', "inlezen-stuk", '"44"', "A neighbour"),
    Fout("stuk-weg", '<trans-unit id="4"', '<trans-unit id="44"', "inlezen-stuk", "stuk 4 ontbreekt", PROEF_XLF),
    Fout("titel-weg", '<trans-unit id="titel"', '<trans-unit id="1"', "inlezen-dubbel", '"1"', PROEF_XLF),
    Fout("titel-te-lang", "Start together", "Start " + 30 * "together ", "waarde-te-lang", "120"),
    Fout("element", "An uncle", "An <g id='9'>uncle</g>", "inlezen-stuk", "<g>"),
    Fout("geen-xml", "</trans-unit>", "", "inlezen-bestand", "geen geldige XML", "</body>"),
    Fout("entiteit-onbekend", "An uncle", "An &uncle;", "inlezen-bestand", "geen geldige XML"),
    Fout("entiteitenbom", "<xliff", BOMB + "<xliff", "inlezen-bestand", "niet veilig"),
    Fout(
        "bestand-van-buiten",
        "<xliff",
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff',
        "inlezen-bestand",
        "niet veilig",
    ),
    Fout("andere-codering", 'encoding="UTF-8"', 'encoding="UTF-16"', "inlezen-bestand", "UTF-16"),
    Fout("xliff-2", '<xliff version="1.2"', '<xliff version="2.0"', "inlezen-bestand", "geen XLIFF 1.2"),
    Fout(
        "geen-xliff",
        "oasis:names:tc:xliff:document:1.2",
        "oasis:names:tc:xliff:document:2.0",
        "inlezen-bestand",
        "1.2",
    ),
    Fout("taal-onbekend", EN, EN.replace('"en"', '"fr"'), "inlezen-taal", '"fr"'),
    Fout("taal-nederlands", EN, EN.replace('"en"', '"nl"'), "inlezen-taal", '"nl"'),
    Fout("uit-het-engels", 'source-language="nl" ' + EN, 'source-language="en" ' + EN, "inlezen-taal", '"en"'),
    Fout("blok-onbekend", PROEF_XLF, 'original="content/blocks/nl/proeff.md"', "inlezen-blok", "proeff"),
    Fout("blok-elders", PROEF_XLF, 'original="../../etc/passwd"', "inlezen-blok", "geen blok"),
    Fout("code-weg", ' build-num="', ' build="', "inlezen-bron", "build-num"),
)
WERKBLAD = (
    Fout("naam-kwijt", "plan in {{ gemeente.naam }}", "plan here", "inlezen-namen", "{{ gemeente.naam }}"),
    Fout("link-kwijt", "[tips for every day](tips.md#tips-lijst)", "tips", "inlezen-links", "tips.md#tips-lijst"),
    Fout(
        "link-anders",
        "every day](tips.md#tips-lijst)",
        "every day](tips.md#tip-lijst)",
        "inlezen-links",
        "#tip-lijst",
    ),
    Fout("kop-kwijt", "## Who takes part? {#proef-wie}\n\n", "", "vertaling-koppen", "Wie doet er mee?", "You start"),
    Fout("kop-erbij", "Also read", "## More {#meer}\n\nAlso read", "vertaling-koppen", "More", "## More"),
    Fout("kop-niveau", "### What is next?", "## What is next?", "vertaling-koppen", "niveau 3"),
    Fout("kop-id-anders", "{#proef-verder}", "{#proef-next}", "vertaling-koppen", "{#proef-next}"),
    Fout("kop-id-kwijt", "What is next? {#proef-verder}", "What is next?", "vertaling-koppen", "{#proef-verder}"),
    Fout("punt-kwijt", "- A neighbour with a dog\n", "", "inlezen-vorm", "Een buurvrouw", "- An uncle"),
    Fout(
        "punt-erbij",
        "- A neighbour",
        "- A cousin\n- A neighbour",
        "inlezen-vorm",
        "punt van een lijst",
        "- A neighbour",
    ),
    Fout("nummer-wordt-punt", "2. Call", "- Call", "inlezen-vorm", "nummer van een lijst"),
    Fout(
        "alinea-kwijt",
        "You start a plan in {{ gemeente.naam }}.\n\n",
        "",
        "inlezen-vorm",
        "Je begint",
        "## Who takes",
    ),
    Fout("rij-kwijt", "| Calling somebody | A child |\n", "", "inlezen-vorm", "Iemand bellen", "| Writing"),
    Fout("cel-kwijt", "| Calling somebody | A child |", "| Calling somebody |", "inlezen-vorm", "Een kind"),
    Fout("tabel-stuk", "|---|---|\n| Writing", "\n| Writing", "inlezen-vorm", "streepjes", "| What"),
    Fout("citaat-kwijt", "> That was", "That was", "inlezen-vorm", "alinea in een citaat"),
    Fout("deel-kwijt", "{{ deel: aanbieders }}", "", "inlezen-vorm", "{{ deel: aanbieders }}", "2. Call"),
    Fout("html", "An uncle", "<em>An uncle</em>", "md-html", "<em>"),
    Fout("gebeurtenis", "An uncle", "<i onclick=x>An uncle</i>", "md-gebeurtenis", "on…="),
    Fout("titel-kwijt", "titel: Start together\n", "", "inlezen-stuk", "titel", "# Vertaling"),
    Fout("kop-met-een-hekje", "## Who takes", "# Who takes", "inlezen-vorm", "één #"),
    Fout(
        "eerste-regel-kwijt",
        "# Vertalen naar het Engels (en)",
        "",
        "inlezen-bestand",
        "eerste regel",
        "Zo werkt het",
    ),
    Fout("taal-onbekend", "Engels (en)", "Frans (fr)", "inlezen-taal", '"fr"', "# Vertaling"),
    Fout("blok-onbekend", "# Blok proef (", "# Blok proeff (", "inlezen-blok", "proeff", "# Vertaling"),
    Fout("blokregel-stuk", "# Blok proef (", "# Blok proef ", "inlezen-bron", "code"),
    Fout("vertaling-weg", "# Vertaling\n", "", "inlezen-bestand", "# Vertaling", "# Blok proef"),
    Fout("teken", "An uncle", "An \u202euncle", "tekst-teken", "leesrichting"),
)
LINES = {"eerste-regel-kwijt": 1, "entiteitenbom": 2, "bestand-van-buiten": 2}
"""Faults told on a line by number."""
