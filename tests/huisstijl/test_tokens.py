"""Design tokens: the forms that municipalities publish, and files that are broken or hostile."""

import json
from pathlib import Path
from typing import Any

import pytest

from familiegroepsplan.errors import Melding, Plaats
from familiegroepsplan.huisstijl.tokens import MAX_BYTES, Tokenkleuren, read_tokens


def read(folder: Path, content: Any) -> tuple[Tokenkleuren | None, list[Melding]]:
    path = folder / "tokens.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_tokens(path)


def colours(folder: Path, content: Any) -> tuple[str, str | None]:
    found, meldingen = read(folder, content)
    assert meldingen == []
    assert found is not None
    return found.kleur, found.linkkleur


def nested(path: str, value: Any) -> dict[str, Any]:
    for part in reversed(path.split(".")):
        value = {part: value}
    assert isinstance(value, dict)
    return value


STUDIO: dict[str, Any] = {
    "color-scheme-dark/common": nested("nl.link.color", {"$type": "color", "$value": "#aaccff"}),
    "components/link/nl": nested("nl.link.color", {"$type": "color", "$value": "{basis.color.action-2.color-default}"}),
    "brand": nested("groningen.rood", {"$type": "color", "$value": "#E10019"}),
    "common": {
        "basis": {
            "color": {
                "action-1-inverse": {"bg-default": {"$type": "color", "$value": "{basis.color.blauw}"}},
                "action-2": {"color-default": {"$type": "color", "$value": "{basis.color.blauw}"}},
                "blauw": {"$type": "color", "$value": "#055FA5"},
                "primary": {"$type": "color", "$value": "{groningen.rood}"},
            }
        }
    },
    "$themes": [],
    "$metadata": {"tokenSetOrder": ["brand", "common", "components/link/nl", "color-scheme-dark/common"]},
}


def test_plain_values(tmp_path: Path) -> None:
    content = {"ams": {"color": {"interactive": {"default": "#004699"}}, "link": {"color": "#00387a"}}}
    assert colours(tmp_path, content) == ("#004699", "#00387a")


def test_style_dictionary_values_with_aliases(tmp_path: Path) -> None:
    content = {
        "utrecht": {
            "color": {"blue": {"35": {"value": "hsl(211 60% 35%)"}}},
            "link": {
                "color": {"value": "{utrecht.color.blue.35.value}"},
                "hover": {"color": {"value": "red"}},
            },
            "button": {"primary-action": {"background-color": {"value": "{utrecht.link.color}"}}},
        }
    }
    assert colours(tmp_path, content) == ("#24578f", "#24578f")


def test_tokens_studio_sets_with_interactive_before_brand_and_without_dark_sets(tmp_path: Path) -> None:
    assert colours(tmp_path, STUDIO) == ("#055fa5", "#055fa5")
    found, _ = read(tmp_path, STUDIO)
    assert found is not None
    assert found.kleur_token == "basis.color.action-1-inverse.bg-default"
    assert found.linkkleur_token == "nl.link.color"


def test_the_order_of_sets_decides_and_not_the_order_in_the_file(tmp_path: Path) -> None:
    content = {
        "late/set": nested("x.color.primary", {"$value": "#111111"}),
        "early/set": nested("x.color.primary", {"$value": "#222222"}),
        "$metadata": {"tokenSetOrder": ["early/set", "late/set"]},
    }
    assert colours(tmp_path, content)[0] == "#111111"


@pytest.mark.parametrize("dark", ["dark", "color-scheme-dark", "themes/donker", "voorbeeld dark"])
def test_dark_sets_never_count(tmp_path: Path, dark: str) -> None:
    content = {
        dark: {"x": {"color": {"primary": "#eeeeee"}}},
        "licht": {"x": {"color": {"primary": "#123456"}}},
    }
    content["$themes"] = {}
    assert colours(tmp_path, content) == ("#123456", None)


def test_a_shade_that_is_called_dark_may_be_pointed_at(tmp_path: Path) -> None:
    content = {"x": {"blue": {"dark": {"value": "#012345"}}, "color": {"primary": {"value": "{x.blue.dark}"}}}}
    assert colours(tmp_path, content)[0] == "#012345"


def test_the_brand_colour_counts_when_there_is_no_interactive_one(tmp_path: Path) -> None:
    assert colours(tmp_path, nested("stad.brand.primary", "#c0ffee")) == ("#c0ffee", None)


def test_what_is_not_opaque_is_passed_over(tmp_path: Path) -> None:
    content = {"x": {"button": {"primary": {"background-color": "transparent"}}, "color": {"primary": "#135"}}}
    assert colours(tmp_path, content)[0] == "#113355"


def test_lists_flat_names_and_the_w3c_colour_object(tmp_path: Path) -> None:
    listed = [
        {"path": ["nl", "link", "color"], "$value": "#00568b"},
        {"path": ["x", "color", "primary"], "value": "#111"},
    ]
    assert colours(tmp_path, listed) == ("#111111", "#00568b")
    flat = {"amsColorInteractiveDefault": "#004699", "--ams-link-color": "#00387a"}
    assert colours(tmp_path, flat) == ("#004699", "#00387a")
    w3c = nested("x.color.primary", {"$value": {"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#ff0000"}})
    assert colours(tmp_path, w3c)[0] == "#ff0000"


def test_a_link_inside_another_component_is_not_the_link_colour(tmp_path: Path) -> None:
    content = {
        "x": {
            "color": {"primary": "#111111"},
            "skip-link": {"color": "#ffffff"},
            "menu": {"link": {"color": "#fff"}},
        }
    }
    assert colours(tmp_path, content) == ("#111111", None)


def test_broken_json_points_at_its_line(tmp_path: Path) -> None:
    found, [melding] = read(tmp_path, '{\n  "ams": {"color" "#fff"}\n}')
    assert found is None
    assert melding.code == "huisstijl-tokens-json"
    assert (melding.plaats.regel, melding.plaats.kolom) == (2, 19)


def test_a_missing_alias_says_which_and_from_where(tmp_path: Path) -> None:
    found, [melding] = read(tmp_path, nested("x.link.color", {"value": "{x.color.blauw}"}))
    assert found is None
    assert melding.code == "huisstijl-tokens-alias"
    assert "x.link.color verwijst naar x.color.blauw" in melding.wat


@pytest.mark.parametrize(
    "content",
    [
        {"x": {"color": {"primary": "{x.color.primary}"}}},
        {"x": {"color": {"primary": "{x.a}"}, "a": "{x.b}", "b": "{x.color.primary}"}},
        {"x": {"color": {"primary": "{x.a}"}, "a": "{x.b}", "b": "{x.a}"}},
    ],
)
def test_aliases_in_a_circle_are_named(tmp_path: Path, content: Any) -> None:
    found, [melding] = read(tmp_path, content)
    assert found is None
    assert "in een kring" in melding.wat
    assert "x.color.primary →" in melding.wat


def test_a_very_long_chain_of_aliases_is_followed_to_its_end(tmp_path: Path) -> None:
    content: dict[str, Any] = {"x": {"color": {"primary": "{x.a0}"}}}
    content["x"] |= {f"a{n}": f"{{x.a{n + 1}}}" for n in range(10_000)}
    content["x"]["a10000"] = "#123456"
    assert colours(tmp_path, content)[0] == "#123456"


def test_what_lies_deeper_than_any_theme_goes_is_not_read(tmp_path: Path) -> None:
    deep = "x" + 30 * ".y"
    content = {"z": nested("color.primary", f"{{{deep}}}")} | nested(deep, "#123456")
    assert "dat token is er niet" in read(tmp_path, content)[1][0].wat


HOSTILE = {
    "empty": "",
    "deep lists": "[" * 100_000,
    "deep objects": '{"a":' * 100_000,
    "closed deep objects": '{"a":' * 900 + '"#fff"' + "}" * 900,
    "number": "1",
    "null": "null",
    "big number": '{"x": {"color": {"primary": ' + "9" * 5000 + "}}}",
    "wrong kinds": '{"x": {"color": {"primary": [1, {"value": 2}]}}, "$metadata": [], "$themes": 3}',
    "odd order": '{"a/b": 4, "$metadata": {"tokenSetOrder": [1, null, {}, "nee"]}}',
    "paths of numbers": '[{"path": [1, 2], "value": "#fff"}, {"path": "x", "value": "#fff"}, 3]',
    "css": json.dumps(nested("x.color.primary", "red; } body { background: url(https://boos.example)")),
    "url": json.dumps(nested("x.color.primary", "url(https://boos.example/a.png)")),
    "expression": json.dumps(nested("x.color.primary", "{x.a} * 2")),
    "lone surrogate": '{"x": {"color": {"primary": "\\ud800"}}}',
    "nan": '{"x": {"color": {"primary": NaN}}}',
    "long value": json.dumps(nested("x.color.primary", "rgb(" + "1," * 100_000 + ")")),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_refused_in_dutch_and_without_a_traceback(tmp_path: Path, content: str) -> None:
    found, [melding] = read(tmp_path, content)
    assert found is None
    assert melding.code.startswith("huisstijl-tokens-")
    assert len(melding.wat) < 400
    assert melding.doe


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{"x": "\xe9"}')
    assert read_tokens(latin)[1][0].code == "huisstijl-tokens-json"
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (MAX_BYTES + 1))
    assert read_tokens(large)[1][0].code == "huisstijl-bestand-te-groot"
    there = Plaats("x.yml", 3, 1)
    [melding] = read_tokens(tmp_path / "nee.json", there)[1]
    assert (melding.code, melding.plaats) == ("huisstijl-bestand", there)
    assert read_tokens(tmp_path)[1][0].code == "huisstijl-bestand"
