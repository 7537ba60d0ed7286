"""Reading texts as organisations have them: every form, awkward ones, and broken ones with one Dutch message."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import typst

from familiegroepsplan.screen.bron import read_list, read_source
from familiegroepsplan.screen.brontekst import Brontekst, plekken
from familiegroepsplan.screen.oordeel import Maatstaf, judge
from familiegroepsplan.screen.zinnen import uitspraken

ZIN = "Onze specialisten lossen het voor u op."
NETJES = "Wij denken met u mee over uw vraag."


def text_of(path: Path) -> Brontekst:
    tekst, meldingen = read_source(str(path))
    assert tekst, meldingen
    return tekst


def words(tekst: Brontekst) -> str:
    return " / ".join(alinea.tekst for alinea in tekst.alineas)


def word_file(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Uw rechten", 1)
    document.add_paragraph(NETJES)
    document.add_paragraph("Vraag het ons", style="List Bullet")
    document.add_paragraph().add_run("Vet als kop").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Links", ZIN
    document.save(str(path))


def pdf_file(path: Path) -> None:
    source = f"#set page(width: 9cm)\n= Uw rechten\n{NETJES} Dat doen we al vele jaren in deze gemeente.\n\n{ZIN}\n"
    path.write_bytes(typst.compile(source.encode()))


MAKERS: dict[str, Callable[[Path], object]] = {
    "tekst.docx": word_file,
    "tekst.pdf": pdf_file,
    "tekst.txt": lambda path: path.write_text(f"Uw rechten\n\n{NETJES}\n{ZIN}\n"),
    "tekst.md": lambda path: path.write_text(f"---\ntitel: X\n---\n# Uw rechten\n\n{NETJES} {ZIN}\n"),
    "tekst.html": lambda path: path.write_text(f"<h1>Uw rechten</h1><p>{NETJES}<p>{ZIN}"),
}


@pytest.mark.parametrize("naam", sorted(MAKERS))
def test_the_same_sentence_is_found_in_every_kind_of_file(naam: str, tmp_path: Path, maatstaf: Maatstaf) -> None:
    MAKERS[naam](tmp_path / naam)
    tekst = text_of(tmp_path / naam)
    assert NETJES in words(tekst)
    assert [(one.regel.id, one.zin) for one in judge(tekst, maatstaf).bevindingen] == [("belofte-oplossing", ZIN)]
    assert "Uw rechten" in [plek.kop for plek in plekken(tekst)]


def test_a_word_file_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    word_file(tmp_path / "a.docx")
    alineas = text_of(tmp_path / "a.docx").alineas
    assert [(a.tekst, a.niveau, a.lijst) for a in alineas][:4] == [
        ("Uw rechten", 1, False),
        (NETJES, 0, False),
        ("Vraag het ons", 0, True),
        ("Vet als kop", 6, False),
    ]
    assert [a.tekst for a in alineas][4:] == ["Links", ZIN]


def test_a_finding_in_a_pdf_names_its_page(tmp_path: Path, maatstaf: Maatstaf) -> None:
    source = f"#set page(width: 9cm)\n{NETJES}\n#pagebreak()\n{ZIN}\n"
    (tmp_path / "a.pdf").write_bytes(typst.compile(source.encode()))
    assert [one.pagina for one in judge(text_of(tmp_path / "a.pdf"), maatstaf).bevindingen] == [2]


PAGINA = """<!doctype html><html lang=nl><head><title>Titel - Site</title><style>p{}</style></head><body>
<header><a>Kop van de site</a></header><nav>Menu</nav><div class="cookiebar">Cookies</div>
%s
<footer>Voet</footer><script>var x = "Wij lossen het op"</script></body></html>"""


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        ("<main><h1>A</h1><p>B <b>c</b> d<br>e</p></main><p>buiten</p>", "A / B c d e"),
        ("<div role=main><header><h1>A</h1></header><p>B</p></div>", "A / B"),
        ("<article><p>A</p></article><article><p>B</p></article><p>buiten</p>", "A / B"),
        ("<form><h1>A</h1><div>B<p>C</p>D</div></form>", "A / B / C / D"),
        ("<p>A</p><p hidden>weg</p><p aria-hidden=true>weg</p><aside>weg</aside><template>weg</template>", "A"),
        ("<p>Het <button>plan</button><span popover>uitleg</span> is er</p>", "Het plan is er"),
        ("<table><tr><td>A<td>B</table><ul><li>C<li>D</ul>", "A / B / C / D"),
        ("<p>Zij zei <q>wij lossen het op</q> en ging</p>", 'Zij zei "wij lossen het op" en ging'),
    ],
)
def test_of_a_page_only_the_content_is_read(inhoud: str, verwacht: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGINA % inhoud, "utf-8")
    tekst = text_of(tmp_path / "a.html")
    assert words(tekst) == verwacht
    assert tekst.titel == "Titel - Site"


def test_what_a_source_says_is_not_what_the_text_says(tmp_path: Path, maatstaf: Maatstaf) -> None:
    quoted = f'<blockquote cite="https://wet.example"><p>{ZIN}</p></blockquote>'
    own = f"<blockquote><p>{ZIN}</p></blockquote>"
    for html, count in ((quoted, 0), (own, 1)):
        (tmp_path / "a.html").write_text(PAGINA % f"<main><p>{NETJES}</p>{html}</main>", "utf-8")
        assert len(judge(text_of(tmp_path / "a.html"), maatstaf).bevindingen) == count


@pytest.mark.parametrize(
    ("data", "naam"),
    [
        ("Één plan voor één gezin.".encode("cp1252"), "a.txt"),
        ("Één plan voor één gezin.".encode("utf-8-sig"), "a.txt"),
        ("Één plan voor één gezin.".encode("utf-16"), "a.txt"),
        ("<p>Één plan voor één gezin.</p>".encode("cp1252"), "a.html"),
        ('<meta charset="iso-8859-1"><p>Één plan voor één gezin.</p>'.encode("latin-1"), "a.html"),
        ("<p>Één plan voor één gezin.</p>".encode(), "a.html"),
    ],
)
def test_letters_come_out_right_whatever_the_encoding(data: bytes, naam: str, tmp_path: Path) -> None:
    (tmp_path / naam).write_bytes(data)
    assert words(text_of(tmp_path / naam)) == "Één plan voor één gezin."


def broken_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:p")
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 110_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("naam", "data", "code"),
    [
        ("a.docx", b"geen zip", "screen-kapot"),
        ("b.docx", broken_zip(), "screen-kapot"),
        ("c.docx", bomb(), "screen-te-groot"),
        ("a.pdf", b"geen pdf", "screen-kapot"),
        ("b.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "screen-kapot"),
        ("c.pdf", typst.compile(b"#rect()"), "screen-leeg"),
        ("a.html", b"", "screen-kapot"),
        ("b.html", b"<nav>alleen een menu</nav>", "screen-leeg"),
        ("a.txt", b"\x00\x01\x02\xff\xfe tekst", "screen-codering"),
        ("b.txt", b"\xff\xfeoneve", "screen-codering"),
        ("c.txt", b"   \n", "screen-leeg"),
        ("d.txt", ("The municipality helps families and children make a plan together. " * 8).encode(), "screen-taal"),
        ("a.doc", b"oud", "screen-soort"),
        ("weg.txt", None, "screen-bron"),
    ],
)
def test_what_cannot_be_read_gives_one_dutch_message(naam: str, data: bytes | None, code: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / naam).write_bytes(data)
    tekst, meldingen = read_source(str(tmp_path / naam))
    assert tekst is None
    assert [melding.code for melding in meldingen] == [code]
    assert meldingen[0].wat and meldingen[0].doe and naam in meldingen[0].plaats.pad


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    assert [m.code for m in read_source(str(tmp_path / "map.txt"))[1]] == ["screen-bron"]


def test_a_list_names_files_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "lijst.txt").write_text("# onze teksten\nfolder.txt\n\nhttps://voorbeeld.nl/\n", "utf-8")
    assert read_list(tmp_path / "lijst.txt") == ([str(tmp_path / "folder.txt"), "https://voorbeeld.nl/"], [])
    (tmp_path / "leeg.txt").write_text("# niets\n", "utf-8")
    for name in ("leeg.txt", "weg.txt"):
        assert [m.code for m in read_list(tmp_path / name)[1]] == ["screen-lijst"]


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Bel dr. Bos. Kom bijv. om 10.30 uur.", ["Bel dr. Bos.", "Kom bijv. om 10.30 uur."]),
        ("Artikel 4.1.2. Dat geldt.", ["Artikel 4.1.2.", "Dat geldt."]),
        ("Hij zei: “Kom maar. Nu.” Ik ging.", ["Hij zei:", "“Kom maar. Nu.”", "Ik ging."]),
        ("Echt? Ja! Goed…", ["Echt?", "Ja!", "Goed…"]),
    ],
)
def test_a_text_falls_into_sentences(tekst: str, zinnen: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(tekst + "\n", "utf-8")
    assert [one.tekst for one in uitspraken(text_of(tmp_path / "a.txt"))] == zinnen
