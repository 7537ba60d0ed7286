"""What all parts of a gemeente's file have in common."""

from pydantic import BaseModel, ConfigDict


class Onderdeel(BaseModel):
    """A group of keys: unknown keys are refused, values do not change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
