"""Reading what people write (YAML, front matter) with every fault at its line and column, in Dutch.

The way of a file: `text` (bytes to clean text) → `yaml` (data with positions) → `validate` (a typed model);
`model.read_model` does all three.
"""

from familiegroepsplan.reading.codes import REGELS, Regel
from familiegroepsplan.reading.document import Document, KeyPath, dotted
from familiegroepsplan.reading.faults import fault, refused, value_error
from familiegroepsplan.reading.front_matter import FIRST_YAML_LINE, FrontMatter, split_front_matter
from familiegroepsplan.reading.model import MAX_BYTES, read_document, read_model, read_with_front_matter
from familiegroepsplan.reading.text import read_text, shown_path
from familiegroepsplan.reading.validate import validate
from familiegroepsplan.reading.yaml import parse_yaml
from familiegroepsplan.reading.zinnen import ZINNEN, zin, zin_error, zinnen_data

__all__ = [
    "FIRST_YAML_LINE",
    "MAX_BYTES",
    "REGELS",
    "ZINNEN",
    "Document",
    "FrontMatter",
    "KeyPath",
    "Regel",
    "dotted",
    "fault",
    "parse_yaml",
    "read_document",
    "read_model",
    "read_text",
    "read_with_front_matter",
    "refused",
    "shown_path",
    "split_front_matter",
    "validate",
    "value_error",
    "zin",
    "zin_error",
    "zinnen_data",
]
