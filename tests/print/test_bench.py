from pathlib import Path

import pytest

from familiegroepsplan.bench.folders import measure_flyers
from familiegroepsplan.bench.land import make_country
from familiegroepsplan.project import Project


@pytest.mark.volledig
def test_what_is_measured_are_real_files_and_the_country_is_extrapolated(project: Project, tmp_path: Path) -> None:
    country, slugs = make_country(project, tmp_path / "land", 4)
    meting = measure_flyers(country, slugs, tmp_path / "uit")
    made = list((tmp_path / "uit").rglob("*.pdf"))
    assert meting.bestanden == len(made) == 4 * 8 * 8
    assert meting.soorten == 8 * 8
    assert all(path.read_bytes().startswith(b"%PDF") for path in made)
    assert meting.typst > 0 and meting.zelf > 0 and meting.eerste > 0
    assert meting.volgende >= meting.typst / 2
    rest = meting.soorten * (meting.eerste + 170 * meting.volgende)
    assert meting.land == pytest.approx(meting.begin + 342 * meting.lezen + rest)
