"""Faults outside the blocks' own text: what to write in the small project, and what must be told of it."""

from dataclasses import dataclass
from pathlib import Path

from familiegroepsplan.blok import text_hash

BLOKKEN, TEKSTEN, BEGRIPPEN = "content/blocks", "content/teksten", "content/begrippen"
GEMEENTE = "content/municipalities/testdam.yml"
WACHTEN = """Je wacht op hulp. Dat duurt soms lang.

## Wat kun je doen? {#wachten-doen}

Kijk bij de [tips](tips.md#tips-lijst) of bij [wie je helpt](tips.md#aanbieders).

### Bel iemand {#wachten-bel}

Bel {{ gemeente.naam }} of een vriend. Lees ook [hoe je begint](#wachten-doen).
"""


@dataclass(frozen=True)
class Planting:
    """In `bestand`, `oud` becomes `nieuw` (a new file when `oud` is empty); expected is `code` at `plaats`."""

    code: str
    bestand: str
    oud: str
    nieuw: str
    plaats: str
    woorden: str

    def plant(self, root: Path) -> None:
        """Write the fault."""
        path = root / self.bestand
        path.parent.mkdir(parents=True, exist_ok=True)
        source = path.read_text("utf-8") if self.oud else ""
        assert self.oud in source
        path.write_text(source.replace(self.oud, self.nieuw, 1) if self.oud else self.nieuw, "utf-8")


def translation(text: str, status: str = "nagekeken", source: str = WACHTEN) -> str:
    """A translation of the block wachten."""
    return f'---\ntitel: Waiting\nvertaling_van: "{text_hash(source)}"\nstatus: {status}\n---\n{text}'


_EN = f"{BLOKKEN}/en/wachten.md"
_PAD = "content/municipalities/testdam"

IN_TEKSTEN = (
    Planting(
        "wijziging-onbekend",
        "content/wijzigingen/nl.yml",
        "",
        "verdwenen: [{hash: 0123456789ab, datum: 2026-10-01, wat: Eerste versie.}]\n",
        "content/blocks/nl/wachten.md",
        "nieuw of veranderd",
    ),
    Planting(
        "bron-onbekend",
        "content/landelijk.yml",
        'bron: "factsheet"',
        'bron: "wet"',
        "content/landelijk.yml:12:11",
        '"wet"',
    ),
    Planting(
        "niet-gecontroleerd", "content/landelijk.yml", "op: 2026-10-01", "op:", "content/landelijk.yml:14:5", "wet-1"
    ),
    Planting(
        "controle-verlopen",
        "content/landelijk.yml",
        "op: 2026-10-01",
        "op: 2025-10-31",
        "content/landelijk.yml:14:5",
        "wet-1",
    ),
    Planting(
        "bron-onbekend",
        f"{BEGRIPPEN}/nl.yml",
        'bron: "factsheet"',
        'bron: "factsheat"',
        f"{BEGRIPPEN}/nl.yml:2:5",
        "factsheat",
    ),
    Planting(
        "begrip-dubbel",
        f"{BEGRIPPEN}/nl.yml",
        '["gezag"]',
        '["gezag", "Jeugdhulp"]',
        f"{BEGRIPPEN}/nl.yml:7:5",
        '"Jeugdhulp"',
    ),
    Planting(
        "begrip-dubbel",
        f"{BEGRIPPEN}/nl.yml",
        'begrip: "gezag"',
        'begrip: "jeugdhulp"',
        f"{BEGRIPPEN}/nl.yml:7:5",
        "twee keer",
    ),
    Planting(
        "begrip-onbekend",
        f"{BEGRIPPEN}/en.yml",
        'begrip: "gezag"',
        'begrip: "gezach"',
        f"{BEGRIPPEN}/en.yml:7:5",
        "gezach",
    ),
    Planting(
        "begrip-ontbreekt",
        f"{BEGRIPPEN}/en.yml",
        'begrip: "gezag"',
        'begrip: "gezach"',
        f"{BEGRIPPEN}/en.yml",
        "Engels (1): gezag",
    ),
    Planting(
        "teksten-ontbreken",
        f"{TEKSTEN}/en/melding.yml",
        'groet: "Hello {naam}"\n',
        "",
        f"{TEKSTEN}/en/melding.yml",
        "groet",
    ),
    Planting(
        "tekst-onbekend", f"{TEKSTEN}/en/melding.yml", "groet:", "groeten:", f"{TEKSTEN}/en/melding.yml:2:1", "groeten"
    ),
    Planting("tekst-namen", f"{TEKSTEN}/en/melding.yml", "{naam}", "{name}", f"{TEKSTEN}/en/melding.yml:2:1", "{naam}"),
    Planting(
        "tekst-namen", f"{TEKSTEN}/nl/melding.yml", "{naam}", "{naam", f"{TEKSTEN}/nl/melding.yml:2:1", "accolades"
    ),
    Planting(
        "tekst-ontbreekt",
        f"{TEKSTEN}/nl/melding.yml",
        "groet:",
        "groeten:",
        f"{TEKSTEN}/nl/melding.yml",
        "aanbieders.html",
    ),
    Planting("taal-map", f"{BLOKKEN}/de/wachten.md", "", translation(WACHTEN), f"{BLOKKEN}/de", '"de"'),
    Planting("taal-map", f"{TEKSTEN}/engels/melding.yml", "", "a: b\n", f"{TEKSTEN}/engels", '"engels"'),
    Planting("taal-map", f"{BEGRIPPEN}/xx.yml", "", "begrippen: []\n", f"{BEGRIPPEN}/xx.yml", '"xx"'),
    Planting(
        "vertaling-zonder-bron",
        f"{BLOKKEN}/en/wacht.md",
        "",
        translation("x\n"),
        f"{BLOKKEN}/en/wacht.md",
        "wacht is er niet",
    ),
    Planting("vertaling-concept", _EN, "", translation(WACHTEN, "concept"), f"{_EN}:4:1", "moedertaal"),
    Planting("vertaling-verouderd", _EN, "", translation(WACHTEN, source="oud"), f"{_EN}:3:1", "veranderd"),
    Planting(
        "vertaling-koppen",
        _EN,
        "",
        translation(WACHTEN.replace("### Bel iemand {#wachten-bel}\n\n", "")),
        _EN,
        "heeft 1 koppen",
    ),
    Planting(
        "vertaling-koppen", _EN, "", translation(WACHTEN.replace("### Bel", "## Bel")), f"{_EN}:12:1", "### Bel iemand"
    ),
    Planting("vertaling-koppen", _EN, "", translation(WACHTEN + "\n## Extra\n"), f"{_EN}:16:1", "heeft 3 koppen"),
    Planting(
        "vertaling-koppen",
        _EN,
        "",
        translation(WACHTEN.replace("wachten-bel", "wachten-call")),
        f"{_EN}:12:1",
        "past niet",
    ),
    Planting(
        "vertaling-namen",
        _EN,
        "",
        translation(WACHTEN.replace("{{ gemeente.naam }}", "us")),
        _EN,
        "{{ gemeente.naam }} ontbreekt",
    ),
    Planting(
        "vertaling-namen",
        _EN,
        "",
        translation(WACHTEN.replace("een vriend", "{{ site.naam }}")),
        f"{_EN}:14:28",
        "{{ site.naam }}",
    ),
    Planting(
        "vertaling-links",
        _EN,
        "",
        translation(WACHTEN.replace("[tips](tips.md#tips-lijst)", "tips")),
        _EN,
        "tips.md#tips-lijst ontbreekt",
    ),
    Planting(
        "vertaling-links",
        _EN,
        "",
        translation(WACHTEN.replace("een vriend", "[x](tips.md)")),
        f"{_EN}:14:32",
        "tips.md",
    ),
    Planting(
        "md-script", _EN, "", translation(WACHTEN.replace("een vriend", "<script>x</script>")), f"{_EN}:14:28", "script"
    ),
    Planting(
        "omschrijving-ontbreekt",
        f"{BLOKKEN}/nl/pagina-tips.md",
        "omschrijving: ",
        "menu: Tips\n# ",
        f"{BLOKKEN}/nl/pagina-tips.md",
        "geen omschrijving",
    ),
    Planting(
        "omschrijving-lengte",
        f"{BLOKKEN}/nl/pagina-tips.md",
        "omschrijving: Deze pagina vertelt in gewone",
        "omschrijving: In gewone",
        f"{BLOKKEN}/nl/pagina-tips.md:3:1",
        "tekens",
    ),
    Planting(
        "doelgroep",
        f"{BLOKKEN}/nl/pagina-professionals.md",
        "doelgroep: professional",
        "doelgroep: gezin",
        f"{BLOKKEN}/nl/pagina-professionals.md:4:1",
        "titelblok",
    ),
    Planting("blok-ongebruikt", "docs/tips.md", "{{ blok: tips-lang }}", "", f"{BLOKKEN}/nl/tips-lang.md", "tips-lang"),
    Planting("blok-ontbreekt", "docs/nieuw.md", "", "{{ deel: aanbieders }}\n", "docs/nieuw.md", "pagina-nieuw"),
    Planting("naam-onbekend", "docs/tips.md", "deel: aanbieders", "deel: aanbieder", "docs/tips.md:3:1", "aanbieder"),
    Planting(
        "leesbaarheid-gemiddelde",
        f"{BLOKKEN}/nl/proef.md",
        "Dit is een gewone zin.",
        10 * "Verantwoordelijkheidsverdeling informatievoorziening kwaliteitsbewaking. ",
        f"{BLOKKEN}/nl",
        "gemiddeld",
    ),
)


def _redirect(code: str, regels: str, woorden: str) -> Planting:
    nieuw = f"doorverwijzingen: {regels}\nherzien_voor"
    return Planting(code, GEMEENTE, "herzien_voor", nieuw, f"{GEMEENTE}:26:20", woorden)


IN_GEMEENTE = (
    Planting("voorbeeld", GEMEENTE, "talen: [nl]", "voorbeeld: ja", f"{GEMEENTE}:5:12", "voorbeeldgegevens"),
    Planting("gegevens-ontbreken", GEMEENTE, "herzien_voor: 2027-11-01\n", "", GEMEENTE, "nakijkt"),
    Planting(
        "gegevens-ontbreken", GEMEENTE, "herzien_voor: 2027-11-01", "herzien_voor:", f"{GEMEENTE}:26:1", "nakijkt"
    ),
    Planting(
        "herzien", GEMEENTE, "herzien_voor: 2027-11-01", "herzien_voor: 2026-11-01", f"{GEMEENTE}:26:15", "2026-11-01"
    ),
    Planting(
        "niet-gecontroleerd",
        GEMEENTE,
        "  gecontroleerd_op: 2026-10-01",
        "  gecontroleerd_op:",
        f"{GEMEENTE}:9:3",
        "de toegang",
    ),
    Planting(
        "controle-verlopen",
        GEMEENTE,
        "op: 2026-10-01\n  artikelen",
        "op: 2024-10-01\n  artikelen",
        f"{GEMEENTE}:14:3",
        "de verordening",
    ),
    Planting(
        "controle-toekomst",
        GEMEENTE,
        "    gecontroleerd_op: 2026-10-01",
        "    gecontroleerd_op: 2026-12-01",
        f"{GEMEENTE}:19:5",
        "2026-12-01",
    ),
    Planting(
        "bron-ontbreekt",
        GEMEENTE,
        "    bron: opgave van de gemeente\n",
        "",
        f"{GEMEENTE}:17:5",
        "Eigen Kracht Centrale",
    ),
    Planting(
        "verordening-vervallen",
        GEMEENTE,
        "status: geldend",
        "status: vervallen",
        f"{GEMEENTE}:12:11",
        "geldt niet meer",
    ),
    Planting(
        "verordening-vervallen",
        GEMEENTE,
        "status: geldend",
        "geldig_tot: 2026-01-01",
        f"{GEMEENTE}:12:15",
        "2026-01-01",
    ),
    Planting(
        "huisstijl-linkkleur",
        GEMEENTE,
        "talen: [nl]",
        'huisstijl: {linkkleur: "#ffe600"}',
        f"{GEMEENTE}:5:24",
        "contrast",
    ),
    Planting(
        "eigen-tekst-blok", GEMEENTE, "blokken: {wachten", "blokken: {wacht", f"{GEMEENTE}:24:11", 'geen blok "wacht"'
    ),
    Planting(
        "eigen-tekst-blok",
        GEMEENTE,
        "blokken: {wachten",
        "blokken: {plicht",
        f"{GEMEENTE}:24:11",
        "mag u niet vervangen",
    ),
    Planting(
        "eigen-tekst-pagina",
        GEMEENTE,
        "aanvullingen: {tips",
        "aanvullingen: {tipz",
        f"{GEMEENTE}:25:16",
        'geen pagina "tipz"',
    ),
    _redirect("doorverwijzing-doel", "{/oud/: /tip/}", "geen pagina /tip/"),
    _redirect("doorverwijzing-botst", "{/tips/: /}", "/tips/"),
    _redirect("doorverwijzing-botst", "{/assets/oud.css: /tips/}", "/assets/oud.css"),
    _redirect("doorverwijzing-botst", "{/index.html: /tips/}", "/index.html"),
    _redirect("doorverwijzing-pad", "{/oud/%2e%2e/%2e%2e/etc/: /tips/}", "kan geen adres"),
    _redirect("doorverwijzing-pad", "{/_headers: /tips/}", "kan geen adres"),
    Planting(
        "doorverwijzing-keten",
        GEMEENTE,
        "herzien_voor",
        "doorverwijzingen:\n  /oud/: /ouder/\n  /ouder/: /tips/\nherzien_voor",
        f"{GEMEENTE}:27:3",
        "zelf een oud adres",
    ),
    Planting(
        "doorverwijzing-botst",
        GEMEENTE,
        "herzien_voor",
        "doorverwijzingen:\n  /oud/: /tips/\n  /oud: /tips/\nherzien_voor",
        f"{GEMEENTE}:28:3",
        "hetzelfde adres",
    ),
    Planting(
        "eigen-tekst-namen",
        f"{_PAD}/tips.md",
        "bel ons",
        "bel {{ gemeente.naam }}",
        f"{_PAD}/tips.md:1:18",
        "gemeente.naam",
    ),
    Planting("md-script", f"{_PAD}/wachten.md", "Bij ons", "<script>x</script>", f"{_PAD}/wachten.md:1:1", "script"),
    Planting(
        "md-link-script",
        f"{_PAD}/wachten.md",
        "tips.md#tips-lijst",
        "javascript:alert(1)",
        f"{_PAD}/wachten.md:5:20",
        "javascript",
    ),
    Planting("md-link-anker", f"{_PAD}/tips.md", "#aanbieders", "#wachten-bel", f"{_PAD}/tips.md:1:29", "tips.md"),
    Planting("md-te-diep", f"{_PAD}/tips.md", "Nog", "[" * 10_000, f"{_PAD}/tips.md:1:201", "haken"),
    Planting("tekst-teken", f"{_PAD}/tips.md", "Nog", "Nog\u202e", f"{_PAD}/tips.md:1:4", "leesrichting"),
)
