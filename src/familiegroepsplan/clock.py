"""The moment of the build, which SOURCE_DATE_EPOCH may fix (reproducible-builds.org)."""

import os
from datetime import UTC, date, datetime


def build_moment() -> datetime:
    """SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else now; in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def document_moment(texts_of: date) -> int:
    """The seconds since 1970 that a document carries: SOURCE_DATE_EPOCH, or else the day of its texts.

    So a document that says the same has the same bytes, on whatever day it is made.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return int(epoch) if epoch else int(datetime(texts_of.year, texts_of.month, texts_of.day, tzinfo=UTC).timestamp())
