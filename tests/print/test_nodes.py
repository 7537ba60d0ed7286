from familiegroepsplan.print.nodes import markdown_nodes


def unchanged(text: str) -> str:
    return text


def test_paragraphs_lists_headings_bold_and_links_become_nodes() -> None:
    text = "Een **vet** woord en [een link](https://voorbeeld.nl).\n\n- punt\n\n## Vraag {#vraag}\n\n1. Een\n2. Twee"
    nodes = markdown_nodes(text, unchanged)
    assert [node["soort"] for node in nodes] == ["p", "ul", "kop", "ol"]
    assert nodes[0]["delen"][1] == {"soort": "b", "delen": [{"soort": "t", "tekst": "vet"}]}
    assert nodes[0]["delen"][3]["href"] == "https://voorbeeld.nl"
    assert nodes[2] == {"soort": "kop", "niveau": 2, "id": "vraag", "delen": [{"soort": "t", "tekst": "Vraag"}]}
    assert nodes[3]["punten"][1] == [{"soort": "p", "delen": [{"soort": "t", "tekst": "Twee"}]}]


def test_signs_of_typst_stay_text() -> None:
    (node,) = markdown_nodes("Kost $5 #panic() @naam \\`x` _y", unchanged)
    assert "".join(part["tekst"] for part in node["delen"]).startswith("Kost $5 #panic() @naam")


def test_every_piece_of_text_is_filled() -> None:
    (node,) = markdown_nodes("in X en **X**", lambda text: text.replace("X", "Súdwest-Fryslân"))
    assert node["delen"][0]["tekst"] == "in Súdwest-Fryslân en "
    assert node["delen"][1]["delen"][0]["tekst"] == "Súdwest-Fryslân"
