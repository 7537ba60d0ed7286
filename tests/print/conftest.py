from pathlib import Path

import pytest

from tests.print.proefformulier import form


@pytest.fixture
def proef(tmp_path: Path) -> bytes:
    return form(
        tmp_path,
        ("vraag", "Wat moet er anders?", "vlak", "30mm"),
        ("wie", "من؟", "regel", "9mm"),
        ("ja", "ኣሎ", "kruis", "6mm"),
    )
