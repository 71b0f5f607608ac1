"""What every model shares: frozen, no unknown keys, a key left empty counts as not given."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Model(BaseModel):
    """Base of all data models. Values are text as the clerk wrote it until a field types them."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: Any) -> Any:
        """`ghi_chu:` with nothing behind it (read as None) means the same as leaving it out."""
        if isinstance(values, dict) and None in values.values():
            return {key: value for key, value in values.items() if value is not None}
        return values
