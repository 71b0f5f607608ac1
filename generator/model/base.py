"""The base of all models: frozen, no unknown keys, an empty key counts as absent."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Model(BaseModel):
    """Base of all data models. Input is text as the clerk wrote it; the fields convert it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: Any) -> Any:
        """Treat `ghi_chu:` without a value (parsed as None) as if the key were absent."""
        if isinstance(values, dict) and None in values.values():
            return {key: value for key, value in values.items() if value is not None}
        return values
