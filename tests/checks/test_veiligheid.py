"""However a dangerous text is written, it is refused; and what merely looks like one is not."""

from collections.abc import Callable

import pytest

from familiegroepsplan.checks.tekst import Tekst
from familiegroepsplan.checks.vangnet import check_rendered
from familiegroepsplan.errors import Ernst, Melding, Wie

HEAD = "---\ntitel: Proef\ndoelgroep: gezin\nbronnen: [factsheet]\ngecontroleerd_op: 2026-10-01\n---\n"

GEVAARLIJK = (
    "[a](java&Tab;script:alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](&#x6a;avascript:alert(1))",
    "[a](&#0000106avascript:alert(1))",
    "[a](JAVASCRIPT&#58;alert(1))",
    "[a](data&colon;text/html,x)",
    "[a](\tjavascript:alert(1))",
    "[a](\u00a0javascript:alert(1))",
    "[a](\\javascript:alert(1))",
    "[a][]\n\n[a]: javascript:alert(1)",
    "[a][b c]\n\n[B  C]: javascript:alert(1)",
    "[a]\n\n[a]: <javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1) 'titel'",
    "> [a]\n>\n> [a]: javascript:alert(1)",
    "- x\n\n    [a]\n\n    [a]: javascript:alert(1)",
    "[![beeld](beeld.png)](javascript:alert(1))",
    "![a](javascript:alert(1))",
    "![a][b]\n\n[b]: javascript:alert(1)",
    "**[a](javascript:alert(1))**",
    "| a |\n|---|\n| [a](javascript:alert(1)) |",
    "1. [a](javascript:alert(1))",
    '[a]( <javascript:alert(1)> "t")',
    "[a](vbscript:x)",
    "[a](JaVaScRiPt\n:alert(1))",
    "<JavaScript:alert(1)>",
    "<img src=x onerror=alert(1)",
    "<img\nsrc=x\nonerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "</section><script>alert(1)</script>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<a@b.nl onclick=alert(1)>",
    "**a**{ onclick=alert(1) }",
    "**a**{onclick=alert(1)}",
    "## Kop {#proef-a onclick=alert(1)}",
    "| a {onclick=x} | b |\n|---|---|\n| c | d |",
    "![a](beeld.png){: onerror=alert(1) }",
    "- a\n{: onclick=x }",
    "## Kop\n{: onclick=x }",
    "{{ deel: aanbieders }}<script>x</script>",
    "{{ '<script>' }}",
    "[a]({{ gemeente.website }}javascript:x)<b>",
)
GEWOON = (
    "De prijs is < 5 euro, en 3 > 2.",
    "Schrijf &lt;b&gt; als tekst.",
    "Schrijf \\# voor een hekje en \\* voor een ster.",
    "Het woord javascript: is een woord.",
    "Online = via internet. Zet onclick= nergens.",
    "<https://www.voorbeeld.nl/pad?a=1>",
    "[a](https://www.voorbeeld.nl/pad_(nl))",
    "[a](mailto:info@voorbeeld.nl?subject=Vraag)",
    "[a](tel:0800-0432)",
    "[a][b]\n\n[b]: https://www.voorbeeld.nl",
    "Dit is [geen link] (en dit ook niet).",
)


def errors(found: list[Melding]) -> list[str]:
    return [str(melding) for melding in found if melding.ernst is Ernst.FOUT]


@pytest.mark.parametrize("text", GEVAARLIJK)
def test_a_dangerous_text_is_refused(text: str, proef: Callable[[str], list[Melding]]) -> None:
    assert errors(proef(f"{HEAD}Een zin.\n\n{text}\n"))


@pytest.mark.parametrize("text", GEWOON)
def test_a_plain_text_is_not(text: str, proef: Callable[[str], list[Melding]]) -> None:
    assert errors(proef(f"{HEAD}Een zin.\n\n{text}\n")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Een <b>woord</b>.", "md-html"),
        ("Een **woord**{: onclick=x }.", "md-attributen"),
        ("Een [woord](javascript:x).", "md-link-script"),
        ("<!-- x -->", "md-html"),
    ],
)
def test_the_safety_net_sees_it_in_the_rendered_text_too(text: str, code: str) -> None:
    found = check_rendered(Tekst(text, "proef.md", 1, Wie.REDACTIE))
    assert code in {melding.code for melding in found}
