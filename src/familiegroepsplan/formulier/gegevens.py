"""What the form brings along, all of it from the models: schema, sentences, register, languages, colours."""

import json
from dataclasses import dataclass

from familiegroepsplan.checks.codes import all_rules
from familiegroepsplan.checks.gemeentedata import GEWENST
from familiegroepsplan.errors import Ernst
from familiegroepsplan.gemeente.schema import json_schema
from familiegroepsplan.huisstijl.logo import MAX_BYTES as LOGO_BYTES
from familiegroepsplan.huisstijl.palet import LINK_DOE, LINK_WAT, NATIONAAL
from familiegroepsplan.huisstijl.zinnen import LOGO
from familiegroepsplan.reading import MAX_BYTES
from familiegroepsplan.reading.yaml import MAX_DEPTH
from familiegroepsplan.reading.zinnen import ZINNEN, zinnen_data
from familiegroepsplan.register import load_register
from familiegroepsplan.taal import TALEN


@dataclass(frozen=True)
class Bestemming:
    """Where the form may send a file: the web address of the platform's repository, and a mail address; or empty."""

    opslagplaats: str = ""
    mail: str = ""


def gegevens_json(bestemming: Bestemming) -> str:
    """The data as JSON that can stand in a page: no `<` in it, so nothing in it can end its element."""
    text = json.dumps(_gegevens(bestemming), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _gegevens(bestemming: Bestemming) -> dict[str, object]:
    rules = all_rules()
    spoken = {zin.code for zin in ZINNEN.values()} | {code for code, _ in LOGO.values()}
    warnings = {code: "waarschuwing" for code in spoken if rules[code].regel.ernst is Ernst.WAARSCHUWING}
    return {
        "schema": json_schema(),
        "zinnen": zinnen_data(),
        "logo": {name: {"code": code, "wat": wat, "doe": rules[code].regel.doe} for name, (code, wat) in LOGO.items()},
        "ernst": dict(sorted(warnings.items())),
        "register": [
            [one.cbs_code, one.naam, one.provincie, list(one.also_called)] for one in load_register().gemeenten
        ],
        "talen": [
            {"code": taal.code, "naam": taal.naam, "eigen": taal.eigen_naam, "richting": taal.richting}
            for taal in TALEN.values()
        ],
        "nationaal": NATIONAAL.kleuren(),
        "linkkleur": {"wat": LINK_WAT, "doe": LINK_DOE},
        "gewenst": GEWENST,
        "meesteBytes": MAX_BYTES,
        "logoBytes": LOGO_BYTES,
        "diepte": MAX_DEPTH,
        "opslagplaats": bestemming.opslagplaats,
        "mail": bestemming.mail,
    }
