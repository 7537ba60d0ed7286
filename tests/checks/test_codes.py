"""Every code that a message may carry is documented, and every documented code occurs in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import familiegroepsplan
from familiegroepsplan.checks import all_rules

SOURCE = Path(familiegroepsplan.__file__).parent
TABLES = {"reading/codes.py", "huisstijl/codes.py", "checks/regels.py", "checks/regels_markdown.py"}
TABLES |= {"checks/regels_opbouw.py", "vertaling/regels.py", "verordening/regels.py", "bronnen/regels.py"}
POSITION = {"fault": 0, "value_error": 0, "melding": 0, "Melding": 4, "_melding": 0, "_fault": 0}
"""Which argument of these functions is a code."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def used_codes() -> set[str]:
    """The codes written straight into calls that make a message."""
    return {
        argument.value
        for _, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        for argument in _code_arguments(node)
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def _code_arguments(call: ast.Call) -> list[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    at = POSITION.get(name)
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return named + ([call.args[at]] if at is not None and len(call.args) > at else [])


def strings_outside_tables() -> set[str]:
    return {
        node.value
        for name, module in modules()
        if name not in TABLES
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_that_occurs_is_documented() -> None:
    assert used_codes() - set(all_rules()) == set()


def test_every_documented_code_occurs() -> None:
    assert set(all_rules()) - strings_outside_tables() == set()


def test_every_rule_says_what_it_guards_what_to_do_and_who_acts() -> None:
    for controle in all_rules().values():
        assert controle.regel.uitleg.endswith(".")
        assert controle.regel.doe and not controle.regel.doe.endswith(".")
        assert controle.wie and controle.onderdeel
