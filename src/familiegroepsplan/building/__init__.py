"""Building the sites of some municipalities: check, fill, check again, publish.

`run` goes through the municipalities, from what `checked` gives all of them; `site` makes one, with what `earlier`
releases have of it; `template` and `inputs` see to it that only what changed is made anew; `releases` publishes.
"""

from familiegroepsplan.building.outcome import Resultaat, errors_among
from familiegroepsplan.building.run import build_sites, go_back
from familiegroepsplan.building.template import TemplateBuilder

__all__ = ["Resultaat", "TemplateBuilder", "build_sites", "errors_among", "go_back"]
