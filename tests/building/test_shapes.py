"""A part that is rendered once for all municipalities of a shape says of each what it says when rendered for it."""

import gc
import json
import re
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familiegroepsplan.building.checked import checked_texts
from familiegroepsplan.building.inputs import Inputs
from familiegroepsplan.building.template import load_pages, page_keys
from familiegroepsplan.cache import Cache
from familiegroepsplan.checks.filled import check_filled
from familiegroepsplan.gemeente.lezen import read_gemeente
from familiegroepsplan.mkdocs_adapter import build_template
from familiegroepsplan.project import Project
from familiegroepsplan.site.common import Common
from familiegroepsplan.site.fill import Fill
from familiegroepsplan.site.parts import Parts
from familiegroepsplan.site.search import index, index_name
from familiegroepsplan.site.site import make_fill, site_files
from familiegroepsplan.site.template import Pagina, PartKey
from tests.building.lastig import EIGEN, HOSTILE, LASTIG
from tests.conftest import ROOT
from tests.projectkopie import copy_project

TALEN = ("nl", "ar")
FULL: dict[str, Any] = {
    "website": "https://www.voorbeeld.nl/?a=1&b=2",
    "talen": ["nl", "ar"],
    "site_url": "https://familiegroepsplan.example/x&y/",
    "voorbeeld": "ja",
    "toegang": {
        "naam": HOSTILE,
        "url": "https://team.example/",
        "telefoon": "+31 20 123 45 67",
        "e_mail": "team@voorbeeld.nl",
        "adres": "Straat 1 & 2",
        "openingstijden": {"nl": "van 9 tot 17 uur, of bel 020 1234567", "ar": "من 9 إلى 17"},
        "bron": "opgave & zo",
        "gecontroleerd_op": "2026-03-01",
    },
    "verordening": {
        "titel": "Verordening <jeugdhulp>",
        "url": "https://lokaleregelgeving.overheid.nl/CVDR1",
        "cvdr": "CVDR482304/1",
        "status": "geldend",
        "geldig_van": "2025-01-01",
        "plannaam": "familieplan",
        "artikelen": [
            {"nummer": "2.1", "lid": "3", "titel": "Het plan", "tekst": "Een & ander", "uitleg": {"nl": "Je mag dat."}},
            {"nummer": "2.2", "tekst": "Twee\nregels", "toelichting": "Zo <is> het."},
        ],
    },
    "aanbieders": [
        {"naam": "Een", "omschrijving": "Helpt 'je'", "kosten": {"nl": "gratis", "ar": "مجاني"}, "talen": ["nl", "en"]},
        {"naam": "Twee", "wachttijd": "geen", "verwijzing_nodig": "nee", "url": "https://twee.example/"},
    ],
    "contact": {"naam": "Loket", "telefoon": "14 030", "e_mail": "loket@voorbeeld.nl"},
    "klachten": {"url": "https://www.voorbeeld.nl/klachten", "tekst": {"nl": "Bel het loket."}},
    "privacy": {"url": "https://www.voorbeeld.nl/privacy"},
    "toegankelijkheid": {"status": "B", "e_mail": "loket@voorbeeld.nl"},
}
"""Everything that a part may show; examples leave some of it out."""

LOOKS = [
    "{{ gemeente.naam | upper }}",
    "{{ gemeente.naam | length }}",
    "{{ gemeente.naam | urlencode }}",
    "{{ gemeente.naam | truncate(12) }}",
    "{{ gemeente.naam[:3] }}",
    "{{ t('site.naam', naam=gemeente.naam) | title }}",
    "{{ t('site.naam', naam=gemeente.naam) | isoleer(taal) }}",
    "{{ 'ja' if gemeente.naam == 'Bergen (NH.)' else 'nee' }}",
    "{{ 'ja' if 'Bergen' in gemeente.naam else 'nee' }}",
    "{{ 'ja' if gemeente.naam in ['Bergen (NH.)'] else 'nee' }}",
    "{{ {'Bergen (NH.)': 1}.get(gemeente.naam) }}",
    "{% for letter in gemeente.naam %}{{ letter }}.{% endfor %}",
    "{{ gemeente.slug.startswith('bergen') }}",
    "{{ gemeente.naam ~ gemeente.website | default('-') }}",
    "{{ gemeente.cbs_code }}{{ gemeente.talen | join(', ') }}",
    "{{ [gemeente.naam, 'B'] | sort | first }}",
    "{{ gemeente.naam | tojson }}",
    "{{ palet.merk }} {{ palet.link_onderstreept }}",
    "{{ gemeente.aanbieders | map(attribute='naam') | join(', ') }}{{ gemeente.toegang }}",
    '<span title="{{ gemeente.naam }}">{{ gemeente.naam | isoleer(taal) }}</span>',
    "{{ (gemeente.herzien_voor or gemeente.naam) | string | reverse }}",
    "{{ '%s' | format(gemeente.naam) }}{{ gemeente.naam | replace('B', 'C') }}",
]
"""What somebody may write in a part that does more with a value than write it."""


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> Common:
    folder = copy_project(ROOT, tmp_path_factory.mktemp("vormen") / "project", "groningen", "oldenzaal", talen=TALEN)
    for name, text in EIGEN.items():
        (folder / "content" / "municipalities" / name).parent.mkdir()
        (folder / "content" / "municipalities" / name).write_text(text, "utf-8")
    project = Project(folder)
    cache, inputs = Cache(project.cache), Inputs(project)
    inhoud = checked_texts(inputs, set(TALEN), cache)
    return Common(project, inhoud, load_pages(project, inhoud, page_keys(inputs, inhoud, TALEN), cache, build_template))


def fill(common: Common, slug: str, text: str) -> Fill:
    path = common.project.gemeenten / f"{slug}.yml"
    path.write_text(re.sub(r"^talen: .*$", f"talen: [{', '.join(TALEN)}]", text, flags=re.MULTILINE), "utf-8")
    gemeente, meldingen = read_gemeente(path, root=common.project.root)
    path.unlink()
    assert gemeente, meldingen
    return make_fill(common, gemeente)


def files(one: Fill) -> dict[str, bytes]:
    """Everything that is made of parts, and what the check of it tells."""
    made = {bestand.naam: bestand.make() for bestand in site_files(one) if not bestand.made_of}
    whole = {page.page.pagina.bestand: page.text.filled(one.encoded) for page in one.whole.compositions}
    whole |= {index_name(taal): one.whole.index(taal).filled(one.encoded) for taal in one.gemeente.talen}
    assert whole.items() <= made.items()
    told = [str(melding) for melding in check_filled(one, [*made, *one.common.template.assets])]
    return made | {"controle": "\n".join(told).encode()}


def pages_with(one: Fill, deel: str) -> dict[str, bytes]:
    """The pages on which a part stands."""
    pages = [page for page in one.offered if deel in {token.naam for token in page.parts}]
    assert pages
    return {page.pagina.url: one.page(page) for page in pages}


class Alone(Parts):
    """Parts that are rendered with the real values of one municipality, and for no other."""

    def _render(self, key: PartKey, pagina: Pagina) -> Any:
        return self._attempt(key, pagina, None)


def alone(common: Common, slug: str, text: str) -> Fill:
    one = fill(Common(common.project, common.inhoud, common.template), slug, text)
    one.__dict__["parts"] = Alone(one.common, one.gemeente, one.merk, one.aanbod, one.folders, one.materiaal)
    return one


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


SAMPLE = ("tekens", "vijandig", "zwijgt", "eigen-blok", "aanvulling", "bergen-nh")


@pytest.mark.parametrize("slugs", [SAMPLE, pytest.param(tuple(LASTIG), marks=pytest.mark.volledig)], ids=["few", "all"])
def test_hard_municipalities_one_after_the_other_are_each_as_when_made_alone(
    common: Common, slugs: tuple[str, ...]
) -> None:
    shared = Common(common.project, common.inhoud, common.template)
    expected = {slug: files(alone(common, slug, LASTIG[slug])) for slug in slugs}
    for slug in (*slugs, *reversed(slugs)):
        assert differing(files(fill(shared, slug, LASTIG[slug])), expected[slug]) == [], slug


def test_most_of_what_is_rendered_for_one_serves_the_next(common: Common) -> None:
    shared = Common(common.project, common.inhoud, common.template)
    files(fill(shared, "een", _yaml("Een", FULL)))
    shared.renderings.grown, before = False, len(shared.compositions.known)
    files(fill(shared, "twee", _yaml("Twee & meer", FULL)))
    assert not shared.renderings.grown and len(shared.compositions.known) == before
    assert len(shared.wholes.known) == 1
    files(fill(shared, "drie", _yaml("Drie", {key: value for key, value in FULL.items() if key != "contact"})))
    assert len(shared.wholes.known) == 2
    shown = ("toegang", "aanbieders", "verordening", "kader/hoofd")
    assert shared.renderings.known.keys() >= {("ar", "ar", naam) for naam in shown}


@pytest.mark.parametrize("source", LOOKS)
def test_a_part_may_look_into_a_value(common: Common, source: str) -> None:
    part = common.project.delen / "toegang.html"
    before = part.read_text("utf-8")
    part.write_text(f"{before}<p>{source}</p>", "utf-8")
    try:
        shared = Common(common.project, common.inhoud, common.template)
        for slug in ("bergen-nh", "tekens", "arabisch", "bergen-nh"):
            one, text = f"{slug}-x", LASTIG[slug]
            found, expected = (
                pages_with(each, "toegang") for each in (fill(shared, one, text), alone(common, one, text))
            )
            assert differing(found, expected) == []
    finally:
        part.write_text(before, "utf-8")


def test_a_site_with_a_part_that_looks_into_a_value_serves_no_other(common: Common) -> None:
    part = common.project.delen / "toegang.html"
    before = part.read_text("utf-8")
    part.write_text(f"{before}<p>{{{{ gemeente.naam | upper }}}}</p>", "utf-8")
    try:
        shared = Common(common.project, common.inhoud, common.template)
        for naam in ("Een", "Twee"):
            text = _yaml(naam, FULL)
            assert differing(files(fill(shared, "x", text)), files(alone(common, "x", text))) == []
        assert not shared.wholes.known
    finally:
        part.write_text(before, "utf-8")


def test_texts_in_another_order_are_another_shape(common: Common) -> None:
    part = common.project.delen / "toegang.html"
    before = part.read_text("utf-8")
    part.write_text(
        f"{before}{{% for code in gemeente.toegang.openingstijden %}}<p>{{{{ code }}}}</p>{{% endfor %}}", "utf-8"
    )
    try:
        shared = Common(common.project, common.inhoud, common.template)
        for codes in (("nl", "ar"), ("ar", "nl")):
            text = _yaml("Een", {"toegang": {"naam": "Team", "openingstijden": dict.fromkeys(codes, "9 uur")}})
            found = pages_with(fill(shared, "een", text), "toegang")
            assert differing(found, pages_with(alone(common, "een", text), "toegang")) == []
    finally:
        part.write_text(before, "utf-8")


def _yaml(naam: str, data: dict[str, Any]) -> str:
    return json.dumps({"naam": naam, "cbs_code": "9999", **data}, ensure_ascii=False)


def _less(value: Any) -> st.SearchStrategy[Any]:
    """The same with some of its keys and rows left out; what a model asks for stays."""
    if isinstance(value, dict):
        needed = {"naam", "nl", "nummer", "tekst", "titel", "status"}
        kept = {key: _less(one) for key, one in value.items() if key in needed}
        loose = {key: _less(one) for key, one in value.items() if key not in needed}
        return st.fixed_dictionaries(kept, optional=loose)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return st.tuples(*map(_less, value)).flatmap(lambda rows: st.integers(0, len(rows)).map(lambda n: rows[:n]))
    return st.just(value)


@pytest.fixture(scope="module")
def shared(common: Common) -> Iterator[Common]:
    yield Common(common.project, common.inhoud, common.template)


NAMES = st.sampled_from(["Een", "A & B", "<script>", "مدينة", "Súdwest", '"', "fgpq", "{{ x }}"])


@given(NAMES, _less(FULL))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_left_out_the_site_is_the_same(
    common: Common, shared: Common, naam: str, data: dict[str, Any]
) -> None:
    text = _yaml(naam, data)
    assert differing(files(fill(shared, "iets", text)), files(alone(common, "iets", text))) == []


def test_all_that_is_made_for_a_municipality_goes_at_once(common: Common) -> None:
    """The collector hardly ever runs while a country is made: what waits for it fills the memory."""
    gc.disable()
    try:
        one = fill(common, "weg", _yaml("Weg", FULL))
        files(one)
        watched = [weakref.ref(thing) for thing in (one, one.parts, one.values)]
        del one
        assert [ref() for ref in watched] == [None, None, None]
    finally:
        gc.enable()


def test_an_index_of_shared_rows_is_that_of_the_municipality(common: Common, shared: Common) -> None:
    found = index(fill(shared, "index", _yaml("Ergens", FULL)), "nl").decode()
    assert "Straat 1 & 2" in found and "Het plan" in found and "fgpq" not in found
