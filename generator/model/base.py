"""The base of all models: frozen, no unknown keys, an empty known key counts as absent."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Model(BaseModel):
    """Base of all data models. Input is text as the clerk wrote it; the fields convert it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: Any) -> Any:
        """Treat `ghi_chu:` without a value (parsed as None) as if the key were absent.

        An unknown key stays, with or without a value: it is text that would be lost.
        """
        if isinstance(values, dict) and None in values.values():
            known = cls.model_fields
            return {key: v for key, v in values.items() if v is not None or key not in known}
        return values
