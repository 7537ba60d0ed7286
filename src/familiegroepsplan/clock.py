"""The moment of the build, which SOURCE_DATE_EPOCH may fix (reproducible-builds.org)."""

import os
from datetime import UTC, datetime


def build_moment() -> datetime:
    """SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else now; in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
